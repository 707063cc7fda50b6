# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_nkeep_global_optspecs
    string join \n J/json i/interactive dry-run q/quiet v/version store= H/all-dirs= data-dir= config-dir= keystore-dir= identity= identity-fd= passphrase-fd= clock-was-wrong insecure-argv no-input h/help
end

function __fish_nkeep_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_nkeep_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_nkeep_using_subcommand
    set -l cmd (__fish_nkeep_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c nkeep -n "__fish_nkeep_needs_command" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_needs_command" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_needs_command" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_needs_command" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_needs_command" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_needs_command" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_needs_command" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_needs_command" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_needs_command" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_needs_command" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_needs_command" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_needs_command" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_needs_command" -s v -l version -d 'Print the version'
complete -c nkeep -n "__fish_nkeep_needs_command" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_needs_command" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_needs_command" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "pub" -d 'Publish a message'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "sub" -d 'Show what comes to a subject'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "req" -d 'Ask, and show the first answer'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "reply" -d 'Answer what is asked on a subject'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "rtt" -d 'Measure how long a message takes to the server and back'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "add" -d 'Add operators, accounts, users, exports, imports and mappings'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "agent" -d 'Show the agent, shorten its time, or narrow what it signs with'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "audit" -d 'Show and verify who changed what'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "ceremony" -d 'Have an operator\'s identity sign where it is offline'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "completion" -d 'Print the completion script of a shell'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "delete" -d 'Delete what is there; users are revoked with it'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "describe" -d 'Describe operators, accounts, users and tokens'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "diff" -d 'Compare the accounts of the store with what servers have'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "doctor" -d 'Look for what is risky here, each with a command that helps'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "edit" -d 'Edit what is there, and nothing of it that was not asked for'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "env" -d 'Show what is meant where nothing is named, or say what is to be meant from now on'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "expirations" -d 'Say which tokens have expired, and which soon will'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "export" -d 'Export keys, or the whole store as text or as nsc has it'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "generate" -d 'Generate keys, creds files, activations, server configuration, diagrams and what other tools read'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "import" -d 'Import what nsc or another copy of a store has'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "init" -d 'Make a store with an operator, its system account, and a first account and user'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "list" -d 'List operators, accounts, users and keys'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "load" -d 'Take an operator and an account from an account server'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "lock" -d 'End every agent; nothing is open any more'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "man" -d 'Print the manual, or write all its pages into a folder'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "nkey" -d 'Make and use nkeys in files: gen, show, sign, verify, seal, unseal'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "nk" -d 'Make and use nkeys in files: gen, show, sign, verify, seal, unseal'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "pull" -d 'Take accounts from servers that are newer there, or not in the store'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "push" -d 'Give accounts to the servers, and check that they have them'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "reissue" -d 'Give operators another identity key'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "rename" -d 'Give accounts other names'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "revocations" -d 'Revoke tokens that were given, and take that back'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "rotate" -d 'Replace one key by another, with both trusted in between'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "select" -d 'Say which operator and account are meant where none is named'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "store" -d 'Make, check, back up and restore the store; say who opens it'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "tool" -d 'Publish, subscribe, ask and answer as a user of the store'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "unlock" -d 'Keep the store open for a while; nkeep lock ends it'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "validate" -d 'Validate what is in the store, or tokens in a file'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "verify" -d 'Check that live servers run what the store says'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "version" -d 'Print the version and what this binary was built with'
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -s u -s n -l user -d 'User who connects; not needed where there is only one' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l nats -d 'Where servers are (nats, tls, ws, wss); else the operator\'s service URLs' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l timeout -d 'Seconds without any answer after which nobody waits any longer' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l ca-cert -d 'Certificates that vouch for servers, in place of the system\'s [env: NATS_CA]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l client-cert -d 'Certificate that vouches for us [env: NATS_CERT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l client-key -d 'Its key [env: NATS_KEY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l tls-first -d 'Begin with TLS, before the server says anything'
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand pub" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -s q -l queue -d 'Share what comes with whoever listens in the queue of that name' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l max-messages -d 'Messages after which it is over' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -s u -s n -l user -d 'User who connects; not needed where there is only one' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l nats -d 'Where servers are (nats, tls, ws, wss); else the operator\'s service URLs' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l timeout -d 'Seconds without any answer after which nobody waits any longer' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l ca-cert -d 'Certificates that vouch for servers, in place of the system\'s [env: NATS_CA]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l client-cert -d 'Certificate that vouches for us [env: NATS_CERT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l client-key -d 'Its key [env: NATS_KEY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l quiet -d 'Say nothing of what was done; warnings and errors stay. nsc has -q for the queue here'
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l tls-first -d 'Begin with TLS, before the server says anything'
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand sub" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -s u -s n -l user -d 'User who connects; not needed where there is only one' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l nats -d 'Where servers are (nats, tls, ws, wss); else the operator\'s service URLs' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l timeout -d 'Seconds without any answer after which nobody waits any longer' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l ca-cert -d 'Certificates that vouch for servers, in place of the system\'s [env: NATS_CA]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l client-cert -d 'Certificate that vouches for us [env: NATS_CERT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l client-key -d 'Its key [env: NATS_KEY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l tls-first -d 'Begin with TLS, before the server says anything'
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand req" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -s q -l queue -d 'Share what comes with whoever listens in the queue of that name' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l max-messages -d 'Messages after which it is over' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -s u -s n -l user -d 'User who connects; not needed where there is only one' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l nats -d 'Where servers are (nats, tls, ws, wss); else the operator\'s service URLs' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l timeout -d 'Seconds without any answer after which nobody waits any longer' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l ca-cert -d 'Certificates that vouch for servers, in place of the system\'s [env: NATS_CA]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l client-cert -d 'Certificate that vouches for us [env: NATS_CERT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l client-key -d 'Its key [env: NATS_KEY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l quiet -d 'Say nothing of what was done; warnings and errors stay. nsc has -q for the queue here'
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l tls-first -d 'Begin with TLS, before the server says anything'
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand reply" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -s u -s n -l user -d 'User who connects; not needed where there is only one' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l nats -d 'Where servers are (nats, tls, ws, wss); else the operator\'s service URLs' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l timeout -d 'Seconds without any answer after which nobody waits any longer' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l ca-cert -d 'Certificates that vouch for servers, in place of the system\'s [env: NATS_CA]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l client-cert -d 'Certificate that vouches for us [env: NATS_CERT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l client-key -d 'Its key [env: NATS_KEY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l tls-first -d 'Begin with TLS, before the server says anything'
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rtt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "init"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "add" -d 'Add operators, accounts, users, exports, imports and mappings'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "edit" -d 'Edit what is there, and nothing of it that was not asked for'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "delete" -d 'Delete what is there; users are revoked with it'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "rename" -d 'Give accounts other names'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "list" -d 'List operators, accounts, users and keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "select" -d 'Say which operator and account are meant where none is named'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "env"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "generate" -d 'Generate keys, creds files, activations, server configuration, diagrams and what other tools read'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "revocations" -d 'Revoke tokens that were given, and take that back'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "rotate" -d 'Replace one key by another, with both trusted in between'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "nkey" -d 'Make and use nkeys in files: gen, show, sign, verify, seal, unseal'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "describe" -d 'Describe operators, accounts, users and tokens'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "export" -d 'Export keys, or the whole store as text or as nsc has it'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "import" -d 'Import what nsc or another copy of a store has'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "store" -d 'Make, check, back up and restore the store; say who opens it'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "unlock"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "lock"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "agent" -d 'Show the agent, shorten its time, or narrow what it signs with'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "audit" -d 'Show and verify who changed what'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "ceremony"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "reissue" -d 'Give operators another identity key'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "load"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "push"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "tool" -d 'Publish, subscribe, ask and answer as a user of the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "pub" -d 'Publish a message'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "sub" -d 'Show what comes to a subject'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "req" -d 'Ask, and show the first answer'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "reply" -d 'Answer what is asked on a subject'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "rtt" -d 'Measure how long a message takes to the server and back'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "pull"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "diff"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "verify"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "expirations"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "validate"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "doctor"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "completion"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "man"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "version"
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from init add edit delete rename list select env generate revocations rotate nkey describe export import store unlock lock agent audit ceremony reissue load push tool pub sub req reply rtt pull diff verify expirations validate doctor completion man version help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from add" -f -a "operator" -d 'Add an operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from add" -f -a "account" -d 'Add an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from add" -f -a "user" -d 'Add a user to an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from add" -f -a "export" -d 'Add an export to an account: what it offers to others'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from add" -f -a "import" -d 'Add an import to an account: what it takes from another'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from add" -f -a "mapping" -d 'Add a mapping to an account, or change one: messages are moved from a subject to another'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from edit" -f -a "operator" -d 'Edit an operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from edit" -f -a "account" -d 'Edit an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from edit" -f -a "user" -d 'Edit a user'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from edit" -f -a "signing-key" -d 'Edit a signing key of an account and its scope: what users may do whom it signs'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from edit" -f -a "export" -d 'Edit an export of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from edit" -f -a "authcallout" -d 'Edit the auth callout of an account: the service that decides who may connect'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from delete" -f -a "account" -d 'Delete an account and its users, and revoke what they were given'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from delete" -f -a "user" -d 'Delete users, and revoke what they were given'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from delete" -f -a "export" -d 'Delete an export of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from delete" -f -a "import" -d 'Delete an import of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from delete" -f -a "mapping" -d 'Delete mappings of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from rename" -f -a "account" -d 'Give an account another name'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from list" -f -a "operators" -d 'List operators'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from list" -f -a "accounts" -d 'List accounts'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from list" -f -a "users" -d 'List the users of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from list" -f -a "keys" -d 'List keys; no seed is opened unless --show-seeds is given'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from select" -f -a "operator" -d 'Select the operator that is meant where none is named'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from select" -f -a "account" -d 'Select the account that is meant where none is named'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from generate" -f -a "activation" -d 'Generate an activation: leave for an account to import a private export'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from generate" -f -a "config" -d 'Generate the part of a server\'s configuration that makes it trust an operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from generate" -f -a "config-map" -d 'Generate a ConfigMap with tokens and public keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from generate" -f -a "context" -d 'Generate a context of the nats command line for a user'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from generate" -f -a "creds" -d 'Generate a creds file for a user'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from generate" -f -a "diagram" -d 'Generate diagrams of what is in the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from generate" -f -a "helm-values" -d 'Generate values of the official NATS chart, with which its servers trust the operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from generate" -f -a "kustomization" -d 'Generate a kustomization that carries hashed names of Secrets into the custom resources that name them'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from generate" -f -a "nack" -d 'Generate what NACK needs: a user\'s creds, and its Account'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from generate" -f -a "nauth" -d 'Generate what nauth needs: a signing key of the operator, creds of the system account, and its NatsCluster'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from generate" -f -a "nkey" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from generate" -f -a "profile" -d 'Generate a profile that tools read, from an nsc URL'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from generate" -f -a "secret" -d 'Generate a Secret of Kubernetes with keys or creds, to be piped to kubectl'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from revocations" -f -a "add-user" -d 'Revoke what a user was given'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from revocations" -f -a "delete-user" -d 'Take the revocation of a user back: what it was given holds again'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from revocations" -f -a "list-users" -d 'List the revoked users of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from revocations" -f -a "compact" -d 'Drop revocations that revoke nothing any more'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from revocations" -f -a "add-activation" -d 'Revoke the activations that an account was given for an export'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from revocations" -f -a "delete-activation" -d 'Take back a revocation of activations'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from revocations" -f -a "list-activations" -d 'List the revocations of activations, of one export or of all'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from rotate" -f -a "plan" -d 'Say what a rotation would do, phase by phase, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from rotate" -f -a "start" -d 'Begin a rotation: the new key is made, and trusted beside the old one'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from rotate" -f -a "status" -d 'Say how a rotation stands: what is done, and what is missing for the next step'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from rotate" -f -a "evidence" -d 'Show how servers stand: what they were started with, which accounts they have, who is connected'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from rotate" -f -a "list" -d 'List rotations, also those that ended'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from rotate" -f -a "due" -d 'List keys that have been in use for too long'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from rotate" -f -a "next" -d 'Take the next step of a rotation, when nothing is missing for it'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from rotate" -f -a "rollback" -d 'Take back what the last phase of a rotation changed'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from rotate" -f -a "abort" -d 'End a rotation with the old key in its place'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from rotate" -f -a "report" -d 'Write what a reviewer reads of a rotation, in Markdown or as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from rotate" -f -a "emergency" -d 'Replace a key that is in other hands: nothing is waited for, and nothing is kept of it'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from rotate" -f -a "artefacts" -d 'Write what is applied in a phase of a rotation, and what is applied to go back from it'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from nkey" -f -a "gen" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from nkey" -f -a "show" -d 'Show the public key of a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from nkey" -f -a "sign" -d 'Sign a file with a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from nkey" -f -a "verify" -d 'Verify a signature of a file'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from nkey" -f -a "seal" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from nkey" -f -a "unseal" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from describe" -f -a "operator" -d 'Describe an operator of the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from describe" -f -a "account" -d 'Describe an account of the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from describe" -f -a "user" -d 'Describe a user of the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from describe" -f -a "jwt" -d 'Describe a token, or the one in a creds file'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "keys" -d 'Write seeds to files or to another program, in the clear'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "dir" -d 'Write the whole store as text into a folder'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "nsc" -d 'Write the store as nsc has one'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from import" -f -a "nsc" -d 'Take operators, accounts, users and keys from a store of nsc\'s'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from import" -f -a "files" -d 'Put a store together from tokens and keys that lie about'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from import" -f -a "account" -d 'Take an account from a token'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from import" -f -a "user" -d 'Take a user from a token, or from a creds file with its seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from import" -f -a "keys" -d 'Seal the seeds of key files into the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from import" -f -a "dir" -d 'Make the store again that a folder was made from, or take from it what the store lacks'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "init" -d 'Make an empty store'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "info" -d 'Say where the store is, and what is in it'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "check" -d 'Check the whole store'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "recipients" -d 'Say who opens which keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "rekey" -d 'Put a new identity in place of the one that opens the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "passphrase" -d 'Change the passphrase'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "backup" -d 'Copy the store, as of one moment, while others use it'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "restore" -d 'Put a backup in the store\'s place'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "compact" -d 'Shrink the file after removals'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "accept-rollback" -d 'Accept an older copy of the store as the current one'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from agent" -f -a "status" -d 'Say whether the store is open, for how long, and for what'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from agent" -f -a "ttl" -d 'Shorten the time that the store stays open'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from agent" -f -a "classes" -d 'Leave the agent fewer classes of keys to sign with'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from agent" -f -a "serve" -d 'Serve, as `nkeep unlock` has it'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "log" -d 'Show who changed what, when, and which keys signed'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "verify" -d 'Verify the journal, and every row against it'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "export" -d 'Write the whole journal as JSON or CSV'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "checkpoint" -d 'Print the head of the journal, to be kept elsewhere'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from reissue" -f -a "operator" -d 'Give an operator another identity key'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from tool" -f -a "pub" -d 'Publish a message'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from tool" -f -a "sub" -d 'Show what comes to a subject'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from tool" -f -a "req" -d 'Ask, and show the first answer'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from tool" -f -a "reply" -d 'Answer what is asked on a subject'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from tool" -f -a "rtt" -d 'Measure how long a message takes to the server and back'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -f -a "account" -d 'Add an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -f -a "export" -d 'Add an export to an account: what it offers to others'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -f -a "import" -d 'Add an import to an account: what it takes from another'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -f -a "mapping" -d 'Add a mapping to an account, or change one: messages are moved from a subject to another'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -f -a "operator" -d 'Add an operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and not __fish_seen_subcommand_from help account export import mapping operator user" -f -a "user" -d 'Add a user to an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from help" -f -a "operator" -d 'Add an operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from help" -f -a "account" -d 'Add an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from help" -f -a "user" -d 'Add a user to an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from help" -f -a "export" -d 'Add an export to an account: what it offers to others'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from help" -f -a "import" -d 'Add an import to an account: what it takes from another'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from help" -f -a "mapping" -d 'Add a mapping to an account, or change one: messages are moved from a subject to another'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -s n -l name -d 'Name; * makes one up' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -s k -l public-key -d 'Key of the account: a public key, when its seed is kept elsewhere, or a file with a seed; else one is made' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l start -d 'Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d, or -3d for before now' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l expiry -d 'Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l description -d 'For people' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l tag -d 'Labels' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l allow-pub -d 'Subjects that may be published to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l allow-sub -d 'Subjects that may be subscribed to; a queue may follow after a space' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l allow-pubsub -d 'Subjects that may be published and subscribed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l deny-pub -d 'Subjects that may not be published to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l deny-sub -d 'Subjects that may not be subscribed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l deny-pubsub -d 'Subjects that may be neither published nor subscribed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l allow-pub-response -d 'Let requests be answered that it receives: so many times each, once if no number is given; -1 is without limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l max-responses -d 'The same, by its old name' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l response-ttl -d 'For how long after a request it may be answered, such as 500ms, 5s or 2m' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l if-missing -d 'Do nothing where there is one of that name, whatever it has: what else is given here is not compared'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from account" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -s s -l subject -d 'Subject that is offered' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -s n -l name -d 'Name; its subject where none is given' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -s r -l service -d 'Offer a service that answers, not a stream' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -s p -l private -d 'Offer it to accounts with an activation only' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l account-token-position -d 'Token of the subject that must be the importer\'s public key, counted from 1 (public exports)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l advertise -d 'Show it to other accounts' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l response-type -d 'How it answers: Singleton, Stream or Chunked' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l response-threshold -d 'How long an answer may take, such as 500ms or 5s' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l latency -d 'Subject on which latencies are reported' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l sampling -d 'How many answers are timed: 1 to 100 in a hundred, or header' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l allow-trace -d 'Let message traces go on behind it' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l force -d 'Offer it to all, though somebody was shut out of it'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -s u -l token -d 'File with the activation, or its address; - is stdin' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l src-account -d 'Name or public key of the account that exports it' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l remote-subject -d 'Subject, as the exporter calls it' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -s s -l local-subject -d 'What it is called in this account; $1 is the first wildcard' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -s n -l name -d 'Name; its subject where none is given' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l service -d 'Import a service, not a stream' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l share -d 'Tell the exporter about the client when latency is timed (services)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l allow-trace -d 'Let message traces go on behind it (streams)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -s f -l from -d 'Subject whose messages are moved' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -s t -l to -d 'Where they go; $1 is what the first wildcard matched' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -l weight -d 'How many in a hundred; all where this is not given' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -l cluster -d 'Cluster in which this holds; everywhere where none is named' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from mapping" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -s n -l name -d 'Name; * makes one up' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -s u -l url -d 'Take one whose keys are elsewhere: a file with its token, the address of that, or a name that is known (`synadia`, or one that a variable says the address of: NSC_NAME_OPERATOR)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -s K -l private-key -d 'Identity key: a public key whose seed is in the store, a file with a seed, or - for stdin; else one is made' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l start -d 'Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d, or -3d for before now' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l expiry -d 'Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l tag -d 'Labels' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l if-missing -d 'Do nothing where there is one of that name, whatever it has: what else is given here is not compared'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l force -d 'Replace another token of the same operator, even if signing keys come back that let accounts in'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l generate-signing-key -d 'Make a signing key, too'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -s s -l sys -d 'Make its system account with a user, too'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from operator" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -s n -l name -d 'Name; * makes one up' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -s k -l public-key -d 'Key of the user: a public key, when its seed is kept elsewhere, or a file with a seed; else one is made' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l start -d 'Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d, or -3d for before now' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l expiry -d 'Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l tag -d 'Labels' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l source-network -d 'Networks that it may connect from, such as 10.0.0.0/8' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l bearer -d 'Let whoever has the token in, without its key' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l preset -d 'Permissions of a system that connects as this user; --allow-pub and the like add to them' -r -f -a "nauth\t'nauth, in the system account: looks up, gives and deletes accounts'
nack\t'NACK: makes and changes streams, consumers and buckets, and reads none'
surveyor\t'nats-surveyor, in the system account: asks servers how they are'
wasmcloud-kv\t'wasmCloud\'s secrets-nats-kv: its buckets, and hosts that ask it'
callout\t'an auth callout service: is asked who may connect, and answers'"
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l allow-pub -d 'Subjects that may be published to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l allow-sub -d 'Subjects that may be subscribed to; a queue may follow after a space' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l allow-pubsub -d 'Subjects that may be published and subscribed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l deny-pub -d 'Subjects that may not be published to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l deny-sub -d 'Subjects that may not be subscribed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l deny-pubsub -d 'Subjects that may be neither published nor subscribed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l allow-pub-response -d 'Let requests be answered that it receives: so many times each, once if no number is given; -1 is without limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l max-responses -d 'The same, by its old name' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l response-ttl -d 'For how long after a request it may be answered, such as 500ms, 5s or 2m' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l if-missing -d 'Do nothing where there is one of that name, whatever it has: what else is given here is not compared'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand add; and __fish_seen_subcommand_from user" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -f -a "serve" -d 'Serve, as `nkeep unlock` has it'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -f -a "classes" -d 'Leave the agent fewer classes of keys to sign with'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -f -a "status" -d 'Say whether the store is open, for how long, and for what'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and not __fish_seen_subcommand_from serve help classes status ttl" -f -a "ttl" -d 'Shorten the time that the store stays open'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l id -d 'Whose keys' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l socket -d 'Where' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l idle -d 'Seconds without a request' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l max -d 'Seconds in any case' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l classes -d 'Classes of keys' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from serve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from help" -f -a "status" -d 'Say whether the store is open, for how long, and for what'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from help" -f -a "ttl" -d 'Shorten the time that the store stays open'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from help" -f -a "classes" -d 'Leave the agent fewer classes of keys to sign with'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from help" -f -a "serve" -d 'Serve, as `nkeep unlock` has it'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from classes" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -l max -d 'End so long after it was unlocked, in any case' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand agent; and __fish_seen_subcommand_from ttl" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -f -a "checkpoint" -d 'Print the head of the journal, to be kept elsewhere'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -f -a "export" -d 'Write the whole journal as JSON or CSV'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -f -a "log" -d 'Show who changed what, when, and which keys signed'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and not __fish_seen_subcommand_from help checkpoint export log verify" -f -a "verify" -d 'Verify the journal, and every row against it'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "log" -d 'Show who changed what, when, and which keys signed'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Verify the journal, and every row against it'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write the whole journal as JSON or CSV'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "checkpoint" -d 'Print the head of the journal, to be kept elsewhere'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from checkpoint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -l format -d 'How to write it' -r -f -a "json\t''
csv\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -l last -d 'Only so many, the last ones' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -l checkpoint -d 'A head that was printed by `nkeep audit checkpoint`' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand audit; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "rehearse" -d 'Go through a whole ceremony with keys that are thrown away'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "script" -d 'Print the script of a ceremony from its plan'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "transcript" -d 'Keep a record of a ceremony that nobody can change unseen'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "approve" -d 'Say that you have read a request and are for it'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "destroy" -d 'Wipe the identity of an operator after which another came, where the root is'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "drop" -d 'Give up a request that waits'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "holder" -d 'Make an age identity for somebody who is to hold a share'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "import" -d 'Take the answer to a request'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "list" -d 'List requests: those that were made here, and those that were signed here'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "policy" -d 'Show or set what a root signs at all'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "request" -d 'Ask for what only the identity of an operator can sign'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "review" -d 'Read what a request asks for'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "run" -d 'Go through a ceremony by its plan, step by step'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "sign" -d 'Sign a request with the identity of its operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "split-store" -d 'Make the store to work with, without the seeds of operators\' identities'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "combine" -d 'Bring a key back from shares'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "compare" -d 'Compare what two machines gave, byte for byte'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "drill" -d 'Look at every share that is here, and whether they bring the key back'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "paper" -d 'Write an operator\'s key to a page that is printed'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "reshare" -d 'Split a key anew, from the shares of an old set'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "restore" -d 'Bring a key back from a page that was printed'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and not __fish_seen_subcommand_from help rehearse script transcript approve destroy drop holder import list policy request review run sign split-store combine compare drill paper reshare restore split" -f -a "split" -d 'Split an operator\'s key among people, any K of whom bring it back'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "split-store" -d 'Make the store to work with, without the seeds of operators\' identities'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "request" -d 'Ask for what only the identity of an operator can sign'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "review" -d 'Read what a request asks for'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "approve" -d 'Say that you have read a request and are for it'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "sign" -d 'Sign a request with the identity of its operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "import" -d 'Take the answer to a request'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "list" -d 'List requests: those that were made here, and those that were signed here'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "drop" -d 'Give up a request that waits'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "destroy" -d 'Wipe the identity of an operator after which another came, where the root is'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "policy" -d 'Show or set what a root signs at all'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "holder" -d 'Make an age identity for somebody who is to hold a share'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "split" -d 'Split an operator\'s key among people, any K of whom bring it back'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "combine" -d 'Bring a key back from shares'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "reshare" -d 'Split a key anew, from the shares of an old set'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "drill" -d 'Look at every share that is here, and whether they bring the key back'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "paper" -d 'Write an operator\'s key to a page that is printed'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "restore" -d 'Bring a key back from a page that was printed'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "transcript" -d 'Keep a record of a ceremony that nobody can change unseen'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "script" -d 'Print the script of a ceremony from its plan'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "run" -d 'Go through a ceremony by its plan, step by step'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "compare" -d 'Compare what two machines gave, byte for byte'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "rehearse" -d 'Go through a whole ceremony with keys that are thrown away'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -l list -d 'Print the commands, and run none'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from rehearse" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -s o -l output-file -l output -d 'Write to a new file, with mode 0600 where it may hold a secret; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -l example -d 'Print a plan to begin from'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -l html -d 'Print a page for a browser and a printer, and not Markdown'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from script" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -f -a "add" -d 'Add files that came or leave, by their hashes'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -f -a "note" -d 'Add what happened, in words'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -f -a "show" -d 'Show what happened, and the head to write down'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -f -a "sign" -d 'Sign all that stands in a transcript'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -f -a "start" -d 'Begin a transcript, in a file of its own'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from transcript" -f -a "verify" -d 'Verify a transcript, and replay what it says'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -s K -l private-key -d 'Your key: a file with a seed, - for stdin, or a public key whose seed is in the store' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l expect-request -d 'Refuse a request with another hash (hexadecimal, or its words)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l expect-operator -d 'Refuse a request for another operator' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -s o -l output-file -l output -d 'New file; - is stdout. What is there is never overwritten' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l svg -d 'Write the codes as SVG, too: to FILE, or FILE-1, FILE-2 where they are several' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l qr -d 'Show it as codes for a camera, too'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l ascii -d 'Show codes as plain letters'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from approve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -l successor -d 'Operator that came after it (O...), as both have said here' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from destroy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -l out -d 'New file for the identity' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from holder" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -l without-seeds -d 'Take it although seeds of keys are gone that were made for the request'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -f -a "set" -d 'Set what a root signs, where the root is'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from policy" -f -a "show" -d 'Show what a root signs, as JSON that `policy set` takes'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l reason -d 'Why, in words, for who reviews it' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l valid -d 'For how long it may be signed' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -s o -l output-file -l output -d 'New file; - is stdout. What is there is never overwritten' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l svg -d 'Write the codes as SVG, too: to FILE, or FILE-1, FILE-2 where they are several' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l qr -d 'Show it as codes for a camera, too'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l ascii -d 'Show codes as plain letters'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from request" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -l expect-request -d 'Refuse a request with another hash (hexadecimal, or its words)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -l expect-operator -d 'Refuse a request for another operator' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from review" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -l expect-plan -d 'Refuse a plan with another hash (hexadecimal, or its words)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l approval -d 'Approval; once for each' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l expect-request -d 'Refuse a request with another hash (hexadecimal, or its words)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l expect-operator -d 'Refuse a request for another operator' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -s o -l output-file -l output -d 'New file; - is stdout. What is there is never overwritten' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l svg -d 'Write the codes as SVG, too: to FILE, or FILE-1, FILE-2 where they are several' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l qr -d 'Show it as codes for a camera, too'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l ascii -d 'Show codes as plain letters'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from sign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l to -d 'File for the new store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l new-identity -d 'Make an age identity, and write it to a new file with mode 0600' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l label -d 'What to call who opens it' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l generate-passphrase -d 'Make a passphrase, and show it once'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split-store" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l set -d 'File with the set of the shares: who holds them, and what each must be; sealed ones bring it along' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l holder-identity -d 'File with the age identity of a holder, which opens their share; once for each' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l expect-operator -d 'Operator whose key it has to be (O...); exit code 7 where it is another' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l words -d 'Have the words of shares typed, row by row; they are not shown'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l verify-only -d 'Store nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l everyday -d 'Keep the store an ordinary one, whose identity signs without a request and can be written in the clear'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from combine" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from compare" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -l set -d 'File with the set of the shares: who holds them, and what each must be; sealed ones bring it along' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -l holder-identity -d 'File with the age identity of a holder, which opens their share; once for each' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -l expect-operator -d 'Operator whose key it has to be (O...); exit code 7 where it is another' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from drill" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l key -d 'Identity key of an operator (O...) that the store need not know' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l page-passphrase-fd -d 'Open file with the passphrase of the page on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -s d -l dir -d 'Folder for the files; made if it is not there' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l plain -d 'Write the seed itself; asks at a terminal, whatever else is given'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l generate-passphrase -d 'Make a passphrase, and show it once'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from paper" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l set -d 'File with the set of the shares: who holds them, and what each must be; sealed ones bring it along' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l holder-identity -d 'File with the age identity of a holder, which opens their share; once for each' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l expect-operator -d 'Operator whose key it has to be (O...); exit code 7 where it is another' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l key -d 'Identity key of an operator (O...) that the store need not know' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -s k -l threshold -d 'How many shares bring the key back' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -s n -l shares -d 'How many shares there are; where it is not said, one for each holder' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l holder -d 'Who holds a share, and the age recipient that it is sealed to, or the file of `ceremony holder` that has their identity; once for each' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -s d -l dir -d 'Folder for the files; made if it is not there' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l old-words -d 'Have the words of old shares typed, row by row; they are not shown'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l from-store -d 'Take the key from the store, and not from shares'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l words -d 'Write the shares of holders without a recipient in words, to be printed'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from reshare" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l expect-operator -d 'Operator whose key it has to be (O...); exit code 7 where it is another' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l page-passphrase-fd -d 'Open file with the passphrase of the page on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l verify-only -d 'Store nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l everyday -d 'Keep the store an ordinary one, whose identity signs without a request and can be written in the clear'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l key -d 'Identity key of an operator (O...) that the store need not know' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -s k -l threshold -d 'How many shares bring the key back' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -s n -l shares -d 'How many shares there are; where it is not said, one for each holder' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l holder -d 'Who holds a share, and the age recipient that it is sealed to, or the file of `ceremony holder` that has their identity; once for each' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -s d -l dir -d 'Folder for the files; made if it is not there' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l words -d 'Write the shares of holders without a recipient in words, to be printed'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand ceremony; and __fish_seen_subcommand_from split" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -l no-descriptions -d 'Taken for the sake of scripts written for nsc: there are none to leave out'
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -f -a "account" -d 'Delete an account and its users, and revoke what they were given'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -f -a "user" -d 'Delete users, and revoke what they were given'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -f -a "export" -d 'Delete an export of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -f -a "import" -d 'Delete an import of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and not __fish_seen_subcommand_from help account user export import mapping" -f -a "mapping" -d 'Delete mappings of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from help" -f -a "account" -d 'Delete an account and its users, and revoke what they were given'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from help" -f -a "user" -d 'Delete users, and revoke what they were given'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from help" -f -a "export" -d 'Delete an export of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from help" -f -a "import" -d 'Delete an import of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from help" -f -a "mapping" -d 'Delete mappings of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -s n -l name -d 'Name or public key' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -s R -l revoke -d 'Revoke what users were given; =false does not' -r -f -a "true\t''
false\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -s D -l rm-nkey -d 'Delete the keys, too; else they stay in the store, and belong to nobody' -r -f -a "true\t''
false\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -s C -l rm-creds -d 'Delete creds files, of which nkeep keeps none: those that were generated are yours to delete' -r -f -a "true\t''
false\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -s o -l output-file -d 'Write the last token to a new file; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -l no-revoke -d 'Revoke nothing: what users were given lets them in until it expires'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -s F -l force -d 'Delete its users without asking, and what a rotation is about that has not ended; without a terminal users go unasked, as with nsc'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from account" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -s n -l name -d 'Names or public keys' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -s R -l revoke -d 'Revoke what users were given; =false does not' -r -f -a "true\t''
false\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -s D -l rm-nkey -d 'Delete the keys, too; else they stay in the store, and belong to nobody' -r -f -a "true\t''
false\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -s C -l rm-creds -d 'Delete creds files, of which nkeep keeps none: those that were generated are yours to delete' -r -f -a "true\t''
false\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -l no-revoke -d 'Revoke nothing: what users were given lets them in until it expires'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -s F -l force -d 'Delete whom a rotation is about that has not ended, too'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from user" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -s s -l subject -d 'Subject of the export; not needed where there is only one' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -l service -d 'The service, or with =false the stream, where both have the subject' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -s s -l subject -d 'Subject of the import, as the exporter calls it; not needed where there is only one' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -l src-account -d 'Name or public key of the exporter, where several have the subject' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -l service -d 'The service, or with =false the stream, where both have the subject' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -s f -l from -d 'Subject whose messages are moved' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -s t -l to -d 'Where they go; all mappings of the subject where this is not given' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -l cluster -d 'Cluster in which the mapping holds' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand delete; and __fish_seen_subcommand_from mapping" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -f -a "account" -d 'Describe an account of the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -f -a "jwt" -d 'Describe a token, or the one in a creds file'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -f -a "operator" -d 'Describe an operator of the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from help account jwt operator user" -f -a "user" -d 'Describe a user of the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from help" -f -a "operator" -d 'Describe an operator of the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from help" -f -a "account" -d 'Describe an account of the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from help" -f -a "user" -d 'Describe a user of the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from help" -f -a "jwt" -d 'Describe a token, or the one in a creds file'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -s n -l name -d 'Name or public key' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -s o -l output-file -l output -d 'Write to a new file, with mode 0600 where it may hold a secret; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -s F -l field -d 'Print one field, such as nats.limits.conn, nats.exports[0].subject or nats.mappings["orders.eu"], as JSON' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -l tree -d 'Draw the chain of trust: the operator, its signing keys and what they signed, down to the users'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -s R -l raw -d 'Print the token itself'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -s W -l long-ids -d 'Show keys in full (they always are)'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from account" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s f -l file -d 'Token or creds file, - for stdin, or the address of a token' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s o -l output-file -l output -d 'Write to a new file, with mode 0600 where it may hold a secret; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s F -l field -d 'Print one field, such as nats.limits.conn, nats.exports[0].subject or nats.mappings["orders.eu"], as JSON' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -l chain -d 'Operator\'s and account\'s token to check the chain with' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s R -l raw -d 'Print the token itself'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s W -l long-ids -d 'Show keys in full (they always are)'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -s n -l name -d 'Name or public key' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -s o -l output-file -l output -d 'Write to a new file, with mode 0600 where it may hold a secret; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -s F -l field -d 'Print one field, such as nats.limits.conn, nats.exports[0].subject or nats.mappings["orders.eu"], as JSON' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -l tree -d 'Draw the chain of trust: the operator, its signing keys and what they signed, down to the users'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -s R -l raw -d 'Print the token itself'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -s W -l long-ids -d 'Show keys in full (they always are)'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from operator" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -s n -l name -d 'Name or public key' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -s o -l output-file -l output -d 'Write to a new file, with mode 0600 where it may hold a secret; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -s F -l field -d 'Print one field, such as nats.limits.conn, nats.exports[0].subject or nats.mappings["orders.eu"], as JSON' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -l tree -d 'Draw the chain of trust: the operator, its signing keys and what they signed, down to the users'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -s R -l raw -d 'Print the token itself'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -s W -l long-ids -d 'Show keys in full (they always are)'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from user" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -s a -l account -d 'Account, by its name or public key; else all' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l servers -d 'How many servers there are; else as many as they know of each other, have routes to, and the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l timeout -d 'Seconds without any answer after which a server is not waited for any longer' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l system-account -d 'System account; else the one that the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l system-user -d 'User of the system account that connects; else one that lives for two minutes, and may do just this' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l creds -d 'Creds file of the user that connects' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l ca-cert -d 'Certificates that vouch for servers, in place of the system\'s [env: NATS_CA]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l client-cert -d 'Certificate that vouches for us [env: NATS_CERT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l client-key -d 'Its key [env: NATS_KEY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -s u -l account-jwt-server-url -l url -d 'Where servers are (nats, tls, ws, wss); else where the operator says that accounts are pushed to, unless that is an account server, or clients connect' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -s A -l all -d 'All accounts, as is done when none is named'
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -l tls-first -d 'Begin with TLS, before the server says anything'
complete -c nkeep -n "__fish_nkeep_using_subcommand diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -l transcript -d 'Transcript of a ceremony to which what was found is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -l airgap -d 'Look at the machine, on which an operator\'s identity is to be used offline'
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -l ask-servers -d 'Ask the servers that operators name which version they are; nobody logs in'
complete -c nkeep -n "__fish_nkeep_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -f -a "authcallout" -d 'Edit the auth callout of an account: the service that decides who may connect'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -f -a "export" -d 'Edit an export of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -f -a "account" -d 'Edit an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -f -a "operator" -d 'Edit an operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -f -a "signing-key" -d 'Edit a signing key of an account and its scope: what users may do whom it signs'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and not __fish_seen_subcommand_from help authcallout export account operator signing-key user" -f -a "user" -d 'Edit a user'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from help" -f -a "operator" -d 'Edit an operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from help" -f -a "account" -d 'Edit an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from help" -f -a "user" -d 'Edit a user'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from help" -f -a "signing-key" -d 'Edit a signing key of an account and its scope: what users may do whom it signs'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from help" -f -a "export" -d 'Edit an export of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from help" -f -a "authcallout" -d 'Edit the auth callout of an account: the service that decides who may connect'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -s a -l account -d 'The same' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l auth-user -d 'User that connects without being asked about, as the service does: a public key, a file with a seed, or a name' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l rm-auth-user -d 'Ask about that user again' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l allowed-account -d 'Account that the service may put users into: a public key, a name, or * for any' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l rm-allowed-account -d 'Account that it may not put users into any more' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -s x -l curve -d 'Curve key that requests are sealed to: "generate", a public key, or a file with a seed, which the store keeps' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l rm-curve -d 'Seal requests no longer'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l force -d 'Put a key that is made in the place of the curve key that is there, though services open with that one alone'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l disable -d 'Take the callout away'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from authcallout" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -s s -l subject -d 'Subject of the export; not needed where there is only one' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -s n -l name -d 'New name' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -s r -l service -d 'Make it a service, or with =false a stream' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -s p -l private -d 'Offer it to accounts with an activation only, or with =false to all' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l description -d 'What it is, for people; empty for nothing' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l info-url -d 'Where people read more; empty for nowhere' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l response-type -d 'How it answers: Singleton, Stream or Chunked (services)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l response-threshold -d 'How long an answer may take, such as 500ms or 5s; 0 for as long as it takes (services)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l latency -d 'Subject on which latencies are reported (services)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l sampling -d 'How many answers are timed: 1 to 100 in a hundred, or header; 0 for none (services)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l allow-trace -d 'Let message traces go on behind it, or with =false not (services)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l rm-latency-sampling -d 'Time answers no longer'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -s n -l name -d 'Name or public key' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l start -d 'Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d, or -3d for before now' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l expiry -d 'Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l tag -d 'Labels' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l rm-tag -d 'Take away labels' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l description -d 'For people' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l info-url -d 'Where people read more' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l sk -d 'Signing key to add: "generate", a public key, or a file with a seed, which the store keeps' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l rm-sk -d 'Signing key to take away: its public key or its role' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l conns -d 'Most connections; -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l leaf-conns -d 'Most connections of leaf nodes; -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l data -d 'Most bytes in all, such as 10M (1k is 1000, 1KiB 1024); -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l exports -d 'Most exports; -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l imports -d 'Most imports; -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l payload -d 'Most bytes of one message, such as 64k (1k is 1000, 1KiB 1024); -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l subscriptions -d 'Most subscriptions; -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l wildcard-exports -d 'Exports may have wildcards' -r -f -a "true\t''
false\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l disallow-bearer -d 'No user may be a bearer' -r -f -a "true\t''
false\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l trace-context-subject -d 'Subject that message traces go to; "" for none' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l trace-context-sampling -d 'How many messages in a hundred are traced; 0 is all' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l host-cluster-traffic -d 'Whose the traffic of JetStream\'s cluster is: owner (this account\'s) or system' -r -f -a "owner\t''
system\t''
true\t''
false\t''
\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l js-tier -d 'Number of replicas that the limits below are for; 0 is for any number' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l js-mem-storage -d 'Most bytes in memory; -1 is no limit, 0 is none' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l js-disk-storage -d 'Most bytes on disk; -1 is no limit, 0 is none' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l js-streams -d 'Most streams; -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l js-consumer -d 'Most consumers; -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l js-max-mem-stream -d 'Most bytes of one stream in memory; -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l js-max-disk-stream -d 'Most bytes of one stream on disk; -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l js-max-ack-pending -d 'Most messages that await acknowledgement; -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l js-max-bytes-required -d 'Streams must state their size' -r -f -a "true\t''
false\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l js-enable -d 'Allow as much as there is, for that number of replicas; 0 is for any number' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l rm-js-tier -d 'Take away the limits for that number of replicas; 0 is for any number' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l allow-pub -d 'Subjects that may be published to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l allow-sub -d 'Subjects that may be subscribed to; a queue may follow after a space' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l allow-pubsub -d 'Subjects that may be published and subscribed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l deny-pub -d 'Subjects that may not be published to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l deny-sub -d 'Subjects that may not be subscribed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l deny-pubsub -d 'Subjects that may be neither published nor subscribed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l allow-pub-response -d 'Let requests be answered that it receives: so many times each, once if no number is given; -1 is without limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l max-responses -d 'The same, by its old name' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l response-ttl -d 'For how long after a request it may be answered, such as 500ms, 5s or 2m' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l rm -d 'Subjects that are taken out of everything that is allowed or denied' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l force -d 'Take signing keys away all the same: users that they signed are signed anew, or removed and revoked where no other key may sign them; add one back that lets users in again'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l js-disable -d 'Take away all of it'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l rm-response-perms -d 'Take away the leave to answer requests'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from account" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l start -d 'Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d, or -3d for before now' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l expiry -d 'Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l tag -d 'Labels' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l rm-tag -d 'Take away labels' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l sk -d 'Signing key to add: "generate", a public key, or a file with a seed, which the store keeps' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l rm-sk -d 'Signing key to take away' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -s n -l service-url -d 'Where clients connect (nats, tls, ws and wss); the first takes the place of the one that an operator begins with' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l rm-service-url -d 'Take away where clients connect' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -s u -l account-jwt-server-url -d 'Where accounts are pushed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l system-account -d 'Account in which servers talk: its name or public key' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l assert-server-version -d 'Servers that are older do not start with its token' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l require-signing-keys -d 'Identity keys may sign nothing but themselves' -r -f -a "true\t''
false\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l force -d 'Take signing keys away all the same: accounts that they signed are signed by another; add one back that lets accounts in again'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l resign -d 'Sign anew what identity keys signed, as signing keys are demanded now'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l rm-account-jwt-server-url -d 'Take away where accounts are pushed to'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l rm-assert-server-version -d 'Let servers start with its token, however old they are'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from operator" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l sk -d 'The key: its public key, its role, a file with a seed, which the store keeps, or "generate"' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l role -d 'What people call the scope; alone, the key that has it' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l description -d 'For people' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l time -d 'Time of day at which it may connect, such as 08:00:00-18:00:00' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l rm-time -d 'Take away the times that begin then, such as 08:00:00' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l locale -d 'Time zone of those times, such as Europe/Vienna' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l source-network -d 'Networks that it may connect from, such as 10.0.0.0/8' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l rm-source-network -d 'Take away networks' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l conn-type -d 'Ways that it may connect' -r -f -a "STANDARD\t''
WEBSOCKET\t''
LEAFNODE\t''
LEAFNODE_WS\t''
MQTT\t''
MQTT_WS\t''
IN_PROCESS\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l rm-conn-type -d 'Take away ways to connect' -r -f -a "STANDARD\t''
WEBSOCKET\t''
LEAFNODE\t''
LEAFNODE_WS\t''
MQTT\t''
MQTT_WS\t''
IN_PROCESS\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l subs -d 'Most subscriptions; -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l data -d 'Most bytes in all, such as 10M (1k is 1000, 1KiB 1024); -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l payload -d 'Most bytes of one message, such as 64k (1k is 1000, 1KiB 1024); -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l bearer -d 'Let whoever has the token in, without its key' -r -f -a "true\t''
false\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l allow-pub -d 'Subjects that may be published to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l allow-sub -d 'Subjects that may be subscribed to; a queue may follow after a space' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l allow-pubsub -d 'Subjects that may be published and subscribed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l deny-pub -d 'Subjects that may not be published to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l deny-sub -d 'Subjects that may not be subscribed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l deny-pubsub -d 'Subjects that may be neither published nor subscribed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l allow-pub-response -d 'Let requests be answered that it receives: so many times each, once if no number is given; -1 is without limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l max-responses -d 'The same, by its old name' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l response-ttl -d 'For how long after a request it may be answered, such as 500ms, 5s or 2m' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l rm -d 'Subjects that are taken out of everything that is allowed or denied' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l force -d 'Give a scope to a key that signed users without one: they are signed anew, without permissions of their own; add a key back that lets users in again'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l rm-response-perms -d 'Take away the leave to answer requests'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from signing-key" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -s n -l name -d 'Name or public key' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l start -d 'Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d, or -3d for before now' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l expiry -d 'Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l tag -d 'Labels' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l rm-tag -d 'Take away labels' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l time -d 'Time of day at which it may connect, such as 08:00:00-18:00:00' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l rm-time -d 'Take away the times that begin then, such as 08:00:00' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l locale -d 'Time zone of those times, such as Europe/Vienna' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l source-network -d 'Networks that it may connect from, such as 10.0.0.0/8' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l rm-source-network -d 'Take away networks' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l conn-type -d 'Ways that it may connect' -r -f -a "STANDARD\t''
WEBSOCKET\t''
LEAFNODE\t''
LEAFNODE_WS\t''
MQTT\t''
MQTT_WS\t''
IN_PROCESS\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l rm-conn-type -d 'Take away ways to connect' -r -f -a "STANDARD\t''
WEBSOCKET\t''
LEAFNODE\t''
LEAFNODE_WS\t''
MQTT\t''
MQTT_WS\t''
IN_PROCESS\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l subs -d 'Most subscriptions; -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l data -d 'Most bytes in all, such as 10M (1k is 1000, 1KiB 1024); -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l payload -d 'Most bytes of one message, such as 64k (1k is 1000, 1KiB 1024); -1 is no limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l bearer -d 'Let whoever has the token in, without its key' -r -f -a "true\t''
false\t''"
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l allow-pub -d 'Subjects that may be published to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l allow-sub -d 'Subjects that may be subscribed to; a queue may follow after a space' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l allow-pubsub -d 'Subjects that may be published and subscribed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l deny-pub -d 'Subjects that may not be published to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l deny-sub -d 'Subjects that may not be subscribed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l deny-pubsub -d 'Subjects that may be neither published nor subscribed to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l allow-pub-response -d 'Let requests be answered that it receives: so many times each, once if no number is given; -1 is without limit' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l max-responses -d 'The same, by its old name' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l response-ttl -d 'For how long after a request it may be answered, such as 500ms, 5s or 2m' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l rm -d 'Subjects that are taken out of everything that is allowed or denied' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l rm-response-perms -d 'Take away the leave to answer requests'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand edit; and __fish_seen_subcommand_from user" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -s s -d 'Remember the folder that holds the store, as default.nkeep, or the store\'s file; "" for the usual one' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -s o -l operator -d 'Select an operator' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -s a -l account -d 'Select an account' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand env" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -s e -l within -d 'How soon: a day such as 2026-12-24, or a length from now such as 30m, 12h, 90d, 2w, 6M, 1y' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -l skip -d 'Leave out what neither has expired nor soon will'
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -l check -d 'Exit with code 3 where something has expired or soon will, for CI'
complete -c nkeep -n "__fish_nkeep_using_subcommand expirations" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -f -a "dir" -d 'Write the whole store as text into a folder'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -f -a "keys" -d 'Write seeds to files or to another program, in the clear'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and not __fish_seen_subcommand_from help dir keys nsc" -f -a "nsc" -d 'Write the store as nsc has one'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "keys" -d 'Write seeds to files or to another program, in the clear'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "dir" -d 'Write the whole store as text into a folder'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "nsc" -d 'Write the store as nsc has one'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -l force -d 'Replace the tree of another store, or a newer one'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from dir" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -s d -l dir -d 'Folder for the files; made if it is not there' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l fd -d 'Open file to write to instead, such as a pipe' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l class -d 'Class of keys' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l key -d 'Public key' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l account -d 'This account alone; without -a, -u or --curves all of its keys and its users\'' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l user -d 'This user alone' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l curve -d 'This curve key alone' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -s f -l filter -d 'Only keys with these letters in them' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -s A -l all -d 'The operator\'s keys, and those of its accounts and users: those that the identity at hand opens'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -s o -l operator -d 'The operator\'s keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -s a -l accounts -d 'Keys of its accounts'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -s u -l users -d 'Keys of their users'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l curves -d 'Curve keys of its accounts'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l not-referenced -d 'Keys of the same kinds that belong to nobody, and that no token in the store names'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l include-jwts -d 'Write the tokens of operators, accounts and users, too'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -s F -l force -d 'Replace files'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -s R -l remove -d 'Remove the keys from the store when all files are written'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from keys" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -l reveal -d 'Write seeds and creds files, too, in the clear'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand export; and __fish_seen_subcommand_from nsc" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -f -a "activation" -d 'Generate an activation: leave for an account to import a private export'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -f -a "config" -d 'Generate the part of a server\'s configuration that makes it trust an operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -f -a "context" -d 'Generate a context of the nats command line for a user'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -f -a "creds" -d 'Generate a creds file for a user'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -f -a "diagram" -d 'Generate diagrams of what is in the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -f -a "nkey" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -f -a "profile" -d 'Generate a profile that tools read, from an nsc URL'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -f -a "config-map" -d 'Generate a ConfigMap with tokens and public keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -f -a "helm-values" -d 'Generate values of the official NATS chart, with which its servers trust the operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -f -a "kustomization" -d 'Generate a kustomization that carries hashed names of Secrets into the custom resources that name them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -f -a "nack" -d 'Generate what NACK needs: a user\'s creds, and its Account'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -f -a "nauth" -d 'Generate what nauth needs: a signing key of the operator, creds of the system account, and its NatsCluster'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from help activation config context creds diagram nkey profile config-map helm-values kustomization nack nauth secret" -f -a "secret" -d 'Generate a Secret of Kubernetes with keys or creds, to be piped to kubectl'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "activation" -d 'Generate an activation: leave for an account to import a private export'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "config" -d 'Generate the part of a server\'s configuration that makes it trust an operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "config-map" -d 'Generate a ConfigMap with tokens and public keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "context" -d 'Generate a context of the nats command line for a user'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "creds" -d 'Generate a creds file for a user'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "diagram" -d 'Generate diagrams of what is in the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "helm-values" -d 'Generate values of the official NATS chart, with which its servers trust the operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "kustomization" -d 'Generate a kustomization that carries hashed names of Secrets into the custom resources that name them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "nack" -d 'Generate what NACK needs: a user\'s creds, and its Account'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "nauth" -d 'Generate what nauth needs: a signing key of the operator, creds of the system account, and its NatsCluster'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "nkey" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "profile" -d 'Generate a profile that tools read, from an nsc URL'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "secret" -d 'Generate a Secret of Kubernetes with keys or creds, to be piped to kubectl'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -s s -l subject -d 'Subject of the export, or a part of it; not needed where there is only one private export' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l service -d 'The service, or with =false the stream, where both have the subject' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -s t -l target-account -d 'Name or public key of the account that may import it' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l start -d 'Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d, or -3d for before now' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l expiry -d 'Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -s o -l output-file -l output -d 'Write to a new file, with mode 0600 where it may hold a secret; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l push -d 'Push it to the operator\'s account server, which nkeep does not do'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from activation" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l url-resolver -d 'From an account server over HTTP; else the one that the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l operators -d 'Operators whose accounts are served, the one that may delete accounts first; else --operator, and while its identity is rotated, both' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l sys-account -l system-account -d 'Account in which servers talk; else the one that the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l resolver-dir -d 'The folder of accounts, as the server sees it' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l limit -d 'Most accounts in the folder; else as many as the server has it' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l timeout -d 'How long to wait for another server that has an account' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l interval -d 'How often a folder is compared with another server\'s (--nats-resolver)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l ttl -d 'How long an account is kept (--nats-resolver-cache)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -s o -l config-file -l output-file -d 'Write to a new file; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l include -d 'Write to this new file, as seen from the folder of the configuration, which then only includes it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l mem-resolver -d 'From the configuration alone'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l nats-resolver -d 'From the server\'s folder, which holds what is pushed'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l nats-resolver-cache -d 'From a folder that holds what was asked for, and from servers that keep all'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l allow-delete -d 'Let keys of the operator delete accounts, as nkeep push --prune does (--nats-resolver)'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l hard-delete -d 'Remove the file of a deleted account, which is otherwise renamed'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l verify -d 'Read what was written again, and check every token in it'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -s F -l force -d 'Replace the files'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -s u -l user -d 'User; not needed where there is only one' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l context -d 'Name of the context' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l creds -d 'Write the user\'s creds to a new file with mode 0600' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l existing-creds -d 'Use the creds file that is there' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l force -d 'Replace the context, and the creds file'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from context" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -s n -l name -d 'Name or public key' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -s o -l output-file -l output -d 'Write to a new file, with mode 0600 where it may hold a secret; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -l reveal -d 'Show the file on a terminal'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from creds" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -f -a "component" -d 'Generate a diagram of what accounts share'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from diagram" -f -a "object" -d 'Generate a diagram of the operator, its accounts and their users'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l out -d 'Write the seed to a new file with mode 0600, and print only the public key; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s o -l operator -d 'Generate an operator key'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s a -l account -d 'Generate an account key'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s u -l user -d 'Generate a user key'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s x -l curve -d 'Generate a curve key (x25519), which seals and opens'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l server -d 'Generate a server key'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l cluster -d 'Generate a cluster key'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l text-key -d 'Generate a curve key that is 32 letters and digits, for systems that take the characters as a key'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s S -l keep -d 'Keep the seed in the store, sealed, and show the public key alone (nsc\'s --store)'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l reveal -d 'Show the seed on a terminal, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -s o -l output-file -l output -d 'Write to a new file, with mode 0600 where it may hold a secret; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -l reveal -d 'Show seeds on a terminal, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from profile" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l item -d 'Key, and what stands under it' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l name -d 'Name of the object; else its content names it, so that what changed is another object and the old one can be gone back to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -s n -l namespace -d 'Namespace' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -s o -l output-file -l output -d 'Write to a new file, with mode 0600 where it may hold a secret; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l label -d 'Another label, or another value of one' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l annotation -d 'Another annotation' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l prune-label -d 'Label it as one of several versions, by what it is made of or by that name, and say how the others are removed' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l no-namespace -d 'Name none: kustomize, or kubectl -n, does'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l reveal -d 'Show secrets on a terminal, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l immutable -d 'Let nobody change it in place; this is the default where its name comes from its content'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l mutable -d 'Let it be changed in place'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from config-map" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l config-map -d 'Put the tokens into a ConfigMap in this new file, which the values include' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l config-map-name -d 'Name of the ConfigMap' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l interval -d 'How often accounts are compared with another server\'s' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l timeout -d 'How long to wait for another server that has an account' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l sys-creds -d 'Secret with creds of the system account, for nats-box' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l sys-creds-key -d 'Key in that Secret' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -s n -l namespace -d 'Namespace' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -s o -l output-file -l output -d 'Write to a new file, with mode 0600 where it may hold a secret; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l label -d 'Another label, or another value of one' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l annotation -d 'Another annotation' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l prune-label -d 'Label it as one of several versions, by what it is made of or by that name, and say how the others are removed' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l allow-delete -d 'Let keys of the operator delete accounts, as nauth and nkeep push --prune do'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l no-namespace -d 'Name none: kustomize, or kubectl -n, does'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l reveal -d 'Show secrets on a terminal, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l immutable -d 'Let nobody change it in place; this is the default where its name comes from its content'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l mutable -d 'Let it be changed in place'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from helm-values" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -s d -l dir -d 'Folder, which is there' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -l resource -d 'Manifests in that folder' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -s n -l namespace -d 'Namespace' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -l no-namespace -d 'Name none: kustomize, or kubectl -n, does'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -s F -l force -d 'Replace the files'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from kustomization" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l server -d 'Where servers are, as NACK sees them; else those that the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l resource -d 'Name of the Account among resources; else its own in small letters, digits and hyphens, where no other comes to the same' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l name -d 'Name of the object; else its content names it, so that what changed is another object and the old one can be gone back to' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -s n -l namespace -d 'Namespace' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -s o -l output-file -l output -d 'Write to a new file, with mode 0600 where it may hold a secret; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l as -d 'What is written' -r -f -a "secret\t'As Kubernetes keeps it: whoever reads it has the keys'
sealed\t'A SealedSecret, which only the controller in the cluster opens'
sops\t'A Secret whose data SOPS decrypts, for age recipients'
external-secret\t'An ExternalSecret: takes the Secret from a store of secrets'
push-secret\t'A PushSecret: takes the Secret to a store of secrets'"
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l cert -d 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l scope -d 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l age -d 'Who can decrypt a SOPS file (age1...); repeatable' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l secret-store -d 'Store of the External Secrets Operator' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l secret-store-kind -d 'Whose that store is [default: SecretStore]' -r -f -a "SecretStore\t'Of the namespace'
ClusterSecretStore\t'Of the cluster'"
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l remote-key -d 'Where in that store it is; {name} stands for the name of the Secret' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l refresh -d 'How often the operator looks; 0s for once [default: 1h]' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l label -d 'Another label, or another value of one' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l annotation -d 'Another annotation' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l prune-label -d 'Label it as one of several versions, by what it is made of or by that name, and say how the others are removed' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l no-namespace -d 'Name none: kustomize, or kubectl -n, does'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l reveal -d 'Show secrets on a terminal, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l string-data -d 'Write data as text (stringData), for people to read'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l immutable -d 'Let nobody change it in place; this is the default where its name comes from its content'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l mutable -d 'Let it be changed in place'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nack" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -s K -l signing-key -d 'Signing key of the operator; not needed where there is only one' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l user -d 'User of the system account; not needed where there is only one' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l url -d 'Where servers are, as nauth sees them; else the first that the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l cluster -d 'Name of the NatsCluster' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l adopt -d 'Accounts that nauth is to know, in place of the cluster' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l resource -d 'Name of the Account among resources; else its own in small letters, digits and hyphens, where no other comes to the same' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l cluster-namespace -d 'Namespace of the NatsCluster, where it is another' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l account-key -d 'Public key of the account\'s signing key; not needed where only one has no role' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l check -d 'Accounts of which to say what nauth would drop, and nothing else' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -s n -l namespace -d 'Namespace' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -s o -l output-file -l output -d 'Write to a new file, with mode 0600 where it may hold a secret; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l as -d 'What is written' -r -f -a "secret\t'As Kubernetes keeps it: whoever reads it has the keys'
sealed\t'A SealedSecret, which only the controller in the cluster opens'
sops\t'A Secret whose data SOPS decrypts, for age recipients'
external-secret\t'An ExternalSecret: takes the Secret from a store of secrets'
push-secret\t'A PushSecret: takes the Secret to a store of secrets'"
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l cert -d 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l scope -d 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l age -d 'Who can decrypt a SOPS file (age1...); repeatable' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l secret-store -d 'Store of the External Secrets Operator' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l secret-store-kind -d 'Whose that store is [default: SecretStore]' -r -f -a "SecretStore\t'Of the namespace'
ClusterSecretStore\t'Of the cluster'"
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l remote-key -d 'Where in that store it is; {name} stands for the name of the Secret' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l refresh -d 'How often the operator looks; 0s for once [default: 1h]' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l label -d 'Another label, or another value of one' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l annotation -d 'Another annotation' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l prune-label -d 'Label it as one of several versions, by what it is made of or by that name, and say how the others are removed' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l manage -d 'Let nauth write the accounts from now on'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l drop -d 'Go on although nauth drops something'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l no-namespace -d 'Name none: kustomize, or kubectl -n, does'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l reveal -d 'Show secrets on a terminal, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l string-data -d 'Write data as text (stringData), for people to read'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l immutable -d 'Let nobody change it in place; this is the default where its name comes from its content'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l mutable -d 'Let it be changed in place'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nauth" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -f -a "operator-signing-key" -d 'Generate a Secret with a signing key of the operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -f -a "sys-creds" -d 'Generate a Secret with the creds of a user of the system account'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -f -a "user-creds" -d 'Generate a Secret with the creds of a user'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -f -a "account-keys" -d 'Generate a Secret with a signing key of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -f -a "xkey" -d 'Generate a Secret with a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -f -a "text-key" -d 'Generate a Secret with a key of 32 letters and digits'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -f -a "pkcs8" -d 'Generate a Secret with Ed25519 keys as PKCS#8'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -f -a "oidc-trust" -d 'Generate a Secret or ConfigMap with the keys of an OIDC issuer that a callout service trusts'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -f -a "wasmcloud" -d 'Generate the Secret of wasmCloud\'s secrets-nats-kv: its two curve keys, and creds'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -f -a "nstance" -d 'Generate a Secret with Nstance\'s keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from secret" -f -a "items" -d 'Generate a Secret of any shape'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -f -a "account" -d 'Take an account from a token'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -f -a "dir" -d 'Make the store again that a folder was made from, or take from it what the store lacks'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -f -a "files" -d 'Put a store together from tokens and keys that lie about'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -f -a "keys" -d 'Seal the seeds of key files into the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -f -a "nsc" -d 'Take operators, accounts, users and keys from a store of nsc\'s'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and not __fish_seen_subcommand_from help account dir files keys nsc user" -f -a "user" -d 'Take a user from a token, or from a creds file with its seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from help" -f -a "nsc" -d 'Take operators, accounts, users and keys from a store of nsc\'s'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from help" -f -a "files" -d 'Put a store together from tokens and keys that lie about'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from help" -f -a "account" -d 'Take an account from a token'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from help" -f -a "user" -d 'Take a user from a token, or from a creds file with its seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from help" -f -a "keys" -d 'Seal the seeds of key files into the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from help" -f -a "dir" -d 'Make the store again that a folder was made from, or take from it what the store lacks'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -s j -l file -d 'File with the token, - for stdin, or its address' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -l overwrite -d 'Put it in place of the account that is there'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -l force -d 'Sign one that another operator signed'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -l skip -d 'Take a token that breaks rules, to be edited afterwards'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from account" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -l ours -d 'Where both changed the same, keep what is here; whoever the other copy shuts out must be shut out here, too'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -l theirs -d 'Where both changed the same, take what is there; whoever this store shuts out must be shut out there, too'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from dir" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l in -d 'The same, as nsc takes them' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l rename -d 'Take an operator or account, which is named by its name or public key, or a user, by its public key, under another name; its token is signed anew by the key that signed it, in a file or in the store' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l creds -d 'Read users and their seeds from creds files, too'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l force -d 'Put what is imported in place of what the store has otherwise'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l full-report -d 'Show every operator, account, user, key and file with a seed, in place of totals'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l skip -d 'Take tokens that break rules, to be edited afterwards'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from files" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -s d -l dir -d 'Folder with the files' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -s f -l file -d 'A file with a key: a seed, 32 letters and digits, or PKCS#8 of Ed25519' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -s R -l recurse -d 'Look in the folders in it, too'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -l full-report -d 'Show every key and file of the folder, in place of totals'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from keys" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l data-dir -d 'Folder with the operators, where it lies apart' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l keystore-dir -d 'Folder with nsc\'s folders keys and creds, where it lies apart' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l rename -d 'Take an operator or account, which is named by its name or public key, or a user, by its public key, under another name; its token is signed anew by the key that signed it, in the folder or in the store' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l force -d 'Put what is imported in place of what the store has otherwise'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l full-report -d 'Show every operator, account, user, key and file with a seed, in place of totals'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l skip -d 'Take tokens that break rules, to be edited afterwards'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l shred-source -d 'Remove the files with seeds in the clear, each when the store gave its seed back; exit code 3 when one stays, or lies there under a name that nsc does not use'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from nsc" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -s f -l file -d 'File with a token or creds, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -l overwrite -d 'Put it in place of the user that is there, whose token is older'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -l skip -d 'Take a token that breaks rules, to be edited afterwards'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand import; and __fish_seen_subcommand_from user" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -s n -l name -d 'Name of the operator, and of the first account and user; * makes one up' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -s u -l url -d 'Where clients connect; or the address (http, https) of the token of an operator whose keys are elsewhere' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -s o -l remote-operator -d 'An operator whose keys are elsewhere, by a name that is known; its account server is asked for the account' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -s d -l dir -d 'Folder for the store, as default.nkeep, which is remembered as with env -s' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l preset -d 'Add a user of the system account for what connects as one, named after the preset of its permissions' -r -f -a "nauth\t'nauth, in the system account: looks up, gives and deletes accounts'
surveyor\t'nats-surveyor, in the system account: asks servers how they are'"
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l offline-root -d 'Make the store to work with, too, in that file: with everything but the operator\'s identity, which this one keeps offline' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l working-identity -d 'New file for the identity that opens the store to work with' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l server-config -d 'Write what a first server is started with, which has the first account, too' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l new-identity -d 'Make an age identity, and write it to a new file with mode 0600' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l label -d 'What to call who opens it' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -l generate-passphrase -d 'Make a passphrase, and show it once'
complete -c nkeep -n "__fish_nkeep_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -f -a "accounts" -d 'List accounts'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -f -a "account" -d 'List accounts'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -f -a "keys" -d 'List keys; no seed is opened unless --show-seeds is given'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -f -a "key" -d 'List keys; no seed is opened unless --show-seeds is given'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -f -a "operators" -d 'List operators'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -f -a "operator" -d 'List operators'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -f -a "users" -d 'List the users of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and not __fish_seen_subcommand_from help accounts account keys key operators operator users user" -f -a "user" -d 'List the users of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from help" -f -a "operators" -d 'List operators'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from help" -f -a "accounts" -d 'List accounts'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from help" -f -a "users" -d 'List the users of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from help" -f -a "keys" -d 'List keys; no seed is opened unless --show-seeds is given'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -s o -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from accounts" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -s o -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from account" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l class -d 'Class of keys; all of them when none is named' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l account -d 'This account and its users alone, beside the operator' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l user -d 'This user alone, beside the operator and the accounts' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -s f -l filter -d 'Only keys with these letters in them' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -s o -l operator -d 'The operator\'s keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -s a -l accounts -d 'Keys of accounts, their curve keys among them'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -s u -l users -d 'Keys of users'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -s x -l curve -d 'Curve keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -s A -l all -d 'The operator\'s keys, and those of its accounts and users'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l not-referenced -d 'Keys that belong to nobody, and that no token in the store names'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -s S -l show-seeds -d 'Open the seeds, and show them'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l reveal -d 'Show seeds on a terminal, in JSON, and of other keys than users\' at all'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from keys" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l class -d 'Class of keys; all of them when none is named' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l account -d 'This account and its users alone, beside the operator' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l user -d 'This user alone, beside the operator and the accounts' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -s f -l filter -d 'Only keys with these letters in them' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -s o -l operator -d 'The operator\'s keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -s a -l accounts -d 'Keys of accounts, their curve keys among them'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -s u -l users -d 'Keys of users'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -s x -l curve -d 'Curve keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -s A -l all -d 'The operator\'s keys, and those of its accounts and users'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l not-referenced -d 'Keys that belong to nobody, and that no token in the store names'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -s S -l show-seeds -d 'Open the seeds, and show them'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l reveal -d 'Show seeds on a terminal, in JSON, and of other keys than users\' at all'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from key" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operators" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from operator" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -s o -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from users" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -s o -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand list; and __fish_seen_subcommand_from user" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l url -d 'Where the operator\'s token is: an address' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l seed -d 'The account\'s seed: a file, - for stdin, or its public key where the store has the seed' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l profile -d 'The same as nsc has it: nsc://OPERATOR?secret=KEY&user=NAME, where OPERATOR is a name that is known, or one that a variable says the address of: NSC_ACME_OPERATOR that of ACME' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l user -d 'Name of the user' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -l force -d 'Take it though signing keys of the operator come back that let accounts in'
complete -c nkeep -n "__fish_nkeep_using_subcommand load" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand lock" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -l out -d 'Folder for the pages; made if it is not there' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "gen" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "seal" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "encrypt" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "enc" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "show" -d 'Show the public key of a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "sign" -d 'Sign a file with a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "unseal" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "open" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "decrypt" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "dec" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "verify" -d 'Verify a signature of a file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from help" -f -a "gen" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show the public key of a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from help" -f -a "sign" -d 'Sign a file with a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Verify a signature of a file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from help" -f -a "seal" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from help" -f -a "unseal" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l out -d 'Write the seed to a new file with mode 0600, and print only the public key; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l reveal -d 'Show the seed on a terminal, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l output -d 'Write the box to a new file; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l no-b64 -d 'Write the bytes of the box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l output -d 'Write the box to a new file; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l no-b64 -d 'Write the bytes of the box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l output -d 'Write the box to a new file; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l no-b64 -d 'Write the bytes of the box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l output -d 'Write what was sealed to a new file with mode 0600; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l output -d 'Write what was sealed to a new file with mode 0600; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l output -d 'Write what was sealed to a new file with mode 0600; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l output -d 'Write what was sealed to a new file with mode 0600; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "gen" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "seal" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "encrypt" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "enc" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "show" -d 'Show the public key of a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "sign" -d 'Sign a file with a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "unseal" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "open" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "decrypt" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "dec" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from help gen seal encrypt enc show sign unseal open decrypt dec verify" -f -a "verify" -d 'Verify a signature of a file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from help" -f -a "gen" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show the public key of a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from help" -f -a "sign" -d 'Sign a file with a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Verify a signature of a file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from help" -f -a "seal" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from help" -f -a "unseal" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l out -d 'Write the seed to a new file with mode 0600, and print only the public key; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l reveal -d 'Show the seed on a terminal, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l output -d 'Write the box to a new file; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l no-b64 -d 'Write the bytes of the box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l output -d 'Write the box to a new file; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l no-b64 -d 'Write the bytes of the box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l output -d 'Write the box to a new file; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l no-b64 -d 'Write the bytes of the box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l output -d 'Write what was sealed to a new file with mode 0600; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l output -d 'Write what was sealed to a new file with mode 0600; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l output -d 'Write what was sealed to a new file with mode 0600; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l output -d 'Write what was sealed to a new file with mode 0600; - is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -s a -l account -d 'Account, by its name or public key; else the selected one, or the only one' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -s u -l account-jwt-server-url -l url -d 'Where servers are (nats, tls, ws, wss), or an account server (http, https); else where the operator says that accounts are pushed to, or clients connect' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l servers -d 'How many servers there are; else as many as they know of each other, have routes to, and the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l timeout -d 'Seconds without any answer after which a server is not waited for any longer' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l system-account -d 'System account; else the one that the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l system-user -d 'User of the system account that connects; else one that lives for two minutes, and may do just this' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l creds -d 'Creds file of the user that connects' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l ca-cert -d 'Certificates that vouch for servers, in place of the system\'s [env: NATS_CA]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l client-cert -d 'Certificate that vouches for us [env: NATS_CERT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l client-key -d 'Its key [env: NATS_KEY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -s A -l all -d 'All accounts of the operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l operator-token -d 'Take the operator\'s token that servers go by, too, where it is later; with all accounts'
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l yes -d 'Take the operator\'s token without asking'
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l force -d 'Take the operator\'s token even if a key comes back with it, and sign anew what no longer holds by it'
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -s F -l overwrite-newer -d 'Put what servers have in place of what is newer in the store, also where that lets somebody in again'
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -l tls-first -d 'Begin with TLS, before the server says anything'
complete -c nkeep -n "__fish_nkeep_using_subcommand pull" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -s a -l account -d 'Account; else the selected one, or the only one' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -s R -l account-removal -d 'Have servers delete that account' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -s u -l account-jwt-server-url -l url -d 'Where servers are (nats, tls, ws, wss), or an account server (http, https); else where the operator says that accounts are pushed to, or clients connect' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l servers -d 'How many servers there are; else as many as they know of each other, have routes to, and the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l timeout -d 'Seconds without any answer after which a server is not waited for any longer' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l system-account -d 'System account; else the one that the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l system-user -d 'User of the system account that connects; else one that lives for two minutes, and may do just this' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l creds -d 'Creds file of the user that connects' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l ca-cert -d 'Certificates that vouch for servers, in place of the system\'s [env: NATS_CA]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l client-cert -d 'Certificate that vouches for us [env: NATS_CERT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l client-key -d 'Its key [env: NATS_KEY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -s A -l all -d 'All accounts of the operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -s P -l prune -d 'Have servers delete the accounts of the operator that are not in the store; with --all, after those that are were pushed'
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -s D -l diff -d 'Say what servers have otherwise, and push nothing: what `nkeep diff` does'
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l foreign -d 'Prune accounts of other operators, too, and those of which nobody says who signed them'
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l yes -d 'Delete without asking'
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -s F -l force -d 'Push what has expired, what servers do not trust, and what they have a later one of, too; prune where servers are missing, or have a later token of the operator'
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -l tls-first -d 'Begin with TLS, before the server says anything'
complete -c nkeep -n "__fish_nkeep_using_subcommand push" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and not __fish_seen_subcommand_from help operator" -f -a "operator" -d 'Give an operator another identity key'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from help" -f -a "operator" -d 'Give an operator another identity key'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -s n -l name -d 'Name or public key' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -s K -l private-key -d 'Identity key: a public key whose seed is in the store, a file with a seed, or - for stdin; else one is made' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -l convert-to-signing-key -d 'Keep the old identity key as a signing key'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -l force -d 'Replace an identity key whose seed is kept elsewhere; take one that was taken away before and lets accounts in again'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand reissue; and __fish_seen_subcommand_from operator" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and not __fish_seen_subcommand_from help account" -f -a "account" -d 'Give an account another name'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from help" -f -a "account" -d 'Give an account another name'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -l OK -d 'Taken for nsc\'s sake'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rename; and __fish_seen_subcommand_from account" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -f -a "add-activation" -d 'Revoke the activations that an account was given for an export'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -f -a "delete-activation" -d 'Take back a revocation of activations'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -f -a "list-activations" -d 'List the revocations of activations, of one export or of all'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -f -a "add-user" -d 'Revoke what a user was given'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -f -a "compact" -d 'Drop revocations that revoke nothing any more'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -f -a "delete-user" -d 'Take the revocation of a user back: what it was given holds again'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and not __fish_seen_subcommand_from help add-activation delete-activation list-activations add-user compact delete-user list-users" -f -a "list-users" -d 'List the revoked users of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from help" -f -a "add-user" -d 'Revoke what a user was given'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from help" -f -a "delete-user" -d 'Take the revocation of a user back: what it was given holds again'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from help" -f -a "list-users" -d 'List the revoked users of an account'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from help" -f -a "compact" -d 'Drop revocations that revoke nothing any more'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from help" -f -a "add-activation" -d 'Revoke the activations that an account was given for an export'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from help" -f -a "delete-activation" -d 'Take back a revocation of activations'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from help" -f -a "list-activations" -d 'List the revocations of activations, of one export or of all'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -s s -l subject -d 'Subject of the export, or a part of it; not needed where there is only one' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -l service -d 'The service, not the stream, where both have the subject' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -s t -l target-account -d 'Name or public key of the account that may import it no longer, or * for all' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -l at -d 'Up to when: seconds since 1970, or a time such as 2026-12-24T18:00:00Z; 0 for all so far' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-activation" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -s s -l subject -d 'Subject of the export, or a part of it; not needed where there is only one' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -l service -d 'The service, not the stream, where both have the subject' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -s t -l target-account -d 'Name or public key of the account whose revocation it is, or * for that of all' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-activation" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -s s -l subject -d 'Subject of the export, or a part of it; all where this is not given' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -l service -d 'Services only, or with =false streams' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-activations" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -s n -l name -d 'Name or public key of a user of the store, or * for every user' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -s u -l user-public-key -d 'Public key of a user, also of one who is not in the store; or * for every user' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -l at -d 'Up to when it was signed: seconds since 1970, or such as 2026-12-24T18:00:00Z; 0 is now' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from add-user" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from compact" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -s n -l name -d 'Name or public key of a user of the store, or * for every user' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -s u -l user-public-key -d 'Public key of a user, also of one who is not in the store; or * for every user' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from delete-user" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand revocations; and __fish_seen_subcommand_from list-users" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -f -a "abort" -d 'End a rotation with the old key in its place'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -f -a "artefacts" -d 'Write what is applied in a phase of a rotation, and what is applied to go back from it'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -f -a "due" -d 'List keys that have been in use for too long'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -f -a "emergency" -d 'Replace a key that is in other hands: nothing is waited for, and nothing is kept of it'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -f -a "evidence" -d 'Show how servers stand: what they were started with, which accounts they have, who is connected'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -f -a "list" -d 'List rotations, also those that ended'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -f -a "next" -d 'Take the next step of a rotation, when nothing is missing for it'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -f -a "plan" -d 'Say what a rotation would do, phase by phase, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -f -a "report" -d 'Write what a reviewer reads of a rotation, in Markdown or as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -f -a "rollback" -d 'Take back what the last phase of a rotation changed'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -f -a "start" -d 'Begin a rotation: the new key is made, and trusted beside the old one'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and not __fish_seen_subcommand_from help abort artefacts due emergency evidence list next plan report rollback start status" -f -a "status" -d 'Say how a rotation stands: what is done, and what is missing for the next step'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from help" -f -a "plan" -d 'Say what a rotation would do, phase by phase, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from help" -f -a "start" -d 'Begin a rotation: the new key is made, and trusted beside the old one'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from help" -f -a "status" -d 'Say how a rotation stands: what is done, and what is missing for the next step'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from help" -f -a "evidence" -d 'Show how servers stand: what they were started with, which accounts they have, who is connected'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from help" -f -a "list" -d 'List rotations, also those that ended'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from help" -f -a "due" -d 'List keys that have been in use for too long'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from help" -f -a "next" -d 'Take the next step of a rotation, when nothing is missing for it'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from help" -f -a "rollback" -d 'Take back what the last phase of a rotation changed'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from help" -f -a "abort" -d 'End a rotation with the old key in its place'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from help" -f -a "report" -d 'Write what a reviewer reads of a rotation, in Markdown or as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from help" -f -a "emergency" -d 'Replace a key that is in other hands: nothing is waited for, and nothing is kept of it'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from help" -f -a "artefacts" -d 'Write what is applied in a phase of a rotation, and what is applied to go back from it'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -l reason -d 'Why, in words, which the store keeps' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -l force -d 'Do it though something is missing: a server that did not show what it has may lock out whoever comes to it'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from abort" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l phase -d 'A phase that the rotation has come to; else the one that it is in' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l as -d 'What is written, and how Secrets are; needed where it goes to stdout' -r -f -a "config\t'Part of a server\'s configuration'
config-map\t'ConfigMap with that in it'
helm-values\t'Values of the official NATS chart'
nauth\t'NatsCluster, which tells nauth which Secret it signs with'
delete\t'What kubectl delete takes: Secrets that go'
secret\t'Secrets as they are, with --reveal'
sealed\t'Secrets that only the controller in the cluster opens'
sops\t'Secrets whose data SOPS decrypts'
external-secret\t'What takes Secrets from a store of secrets'
push-secret\t'What takes Secrets to a store of secrets'"
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -s o -l output-folder -d 'Write a bundle to this folder, which is new or empty' -r -f -a "(__fish_complete_directories)"
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -s n -l namespace -d 'Namespace' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l config-map-name -d 'Name of the ConfigMap' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l cluster -d 'Name of nauth\'s NatsCluster' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l url -d 'Where servers are, as nauth sees them; else the first that the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l user -d 'User of the system account as whom nauth speaks to servers; not needed where there is only one' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l sys-creds -d 'Name of the Secret with that user\'s creds; else as generate secret sys-creds names it' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l url-resolver -d 'From an account server over HTTP; else the one that the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l resolver-dir -d 'The folder of accounts, as the server sees it' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l limit -d 'Most accounts in the folder; else as many as the server has it' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l timeout -d 'How long to wait for another server that has an account' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l interval -d 'How often a folder is compared with another server\'s (--nats-resolver)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l ttl -d 'How long an account is kept (--nats-resolver-cache)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l cert -d 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l scope -d 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l age -d 'Who can decrypt a SOPS file (age1...); repeatable' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l secret-store -d 'Store of the External Secrets Operator' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l secret-store-kind -d 'Whose that store is [default: SecretStore]' -r -f -a "SecretStore\t'Of the namespace'
ClusterSecretStore\t'Of the cluster'"
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l remote-key -d 'Where in that store it is; {name} stands for the name of the Secret' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l refresh -d 'How often the operator looks; 0s for once [default: 1h]' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l rollback -d 'Write what is applied to go back'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l reveal -d 'Write Secrets as they are, with seeds in them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l no-namespace -d 'Name none: kustomize, or kubectl -n, does'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l mem-resolver -d 'From the configuration alone'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l nats-resolver -d 'From the server\'s folder, which holds what is pushed'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l nats-resolver-cache -d 'From a folder that holds what was asked for, and from servers that keep all'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l allow-delete -d 'Let keys of the operator delete accounts, as nkeep push --prune does (--nats-resolver)'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l hard-delete -d 'Remove the file of a deleted account, which is otherwise renamed'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l string-data -d 'Write data as text (stringData), for people to read'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from artefacts" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l class -d 'Class of keys; all of them when none is named' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l within -d 'List also what soon will be due: a day such as 2026-12-24, or a length from now such as 12h, 90d, 2w, 6M, 1y' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l left -d 'List what the old recipient of that rotation could open, and may have copied, until each was replaced' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l set -d 'Set for how long keys of a class are used, such as 90d, 26w or 2y; never, or 0, for no end' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l settings -d 'Show for how long keys of each class are used, and nothing else'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from due" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -s a -l account -d 'Account, by its name or public key' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -s n -l user -d 'User of the account, by its name or public key' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l key -d 'The old key, by its public half or its role; not needed where there is only one' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l issuer -d 'For oidc-keys: what tokens say of who issued them' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l jwks -d 'For oidc-keys: what the issuer publishes, with the new key in it: a file, an address, or - for stdin' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l from -d 'For oidc-keys: the JWKS that services have now, where the store does not know' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l expect -d 'For oidc-keys: thumbprint of a new key, as you know it by another way (RFC 7638)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l reads -d 'Of key-set: how many keys a reader takes, 1 or 2; with 1 nothing overlaps [default: 2]' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l reason -d 'What has happened, in words, which the store keeps' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l new -d 'The new key: a public key, or a file with a seed, which the store keeps; else one is made' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -s u -l account-jwt-server-url -l url -d 'Where servers are (nats, tls, ws, wss), or an account server (http, https); else where the operator says that accounts are pushed to, or clients connect' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l servers -d 'How many servers there are; else as many as they know of each other, have routes to, and the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l timeout -d 'Seconds without any answer after which a server is not waited for any longer' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l system-account -d 'System account; else the one that the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l system-user -d 'User of the system account that connects; else one that lives for two minutes, and may do just this' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l creds -d 'Creds file of the user that connects' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l ca-cert -d 'Certificates that vouch for servers, in place of the system\'s [env: NATS_CA]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l client-cert -d 'Certificate that vouches for us [env: NATS_CERT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l client-key -d 'Its key [env: NATS_KEY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l yes -d 'Do it without asking'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l compare -d 'Compare what servers have with the store, once the rotation has begun; name it, or its kind'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l tls-first -d 'Begin with TLS, before the server says anything'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from emergency" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -f -a "collect" -d 'Ask live servers what the next step of a rotation needs to know'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from evidence" -f -a "import" -d 'Keep what files say of servers, or what somebody says who alone can know'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -l reason -d 'Why, in words, which the store keeps' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -l force -d 'Do it though something is missing: a server that did not show what it has may lock out whoever comes to it'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from next" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -s a -l account -d 'Account, by its name or public key' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -s n -l user -d 'User of the account, by its name or public key' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l key -d 'The old key, by its public half or its role; not needed where there is only one' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l issuer -d 'For oidc-keys: what tokens say of who issued them' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l jwks -d 'For oidc-keys: what the issuer publishes, with the new key in it: a file, an address, or - for stdin' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l from -d 'For oidc-keys: the JWKS that services have now, where the store does not know' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l expect -d 'For oidc-keys: thumbprint of a new key, as you know it by another way (RFC 7638)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l reads -d 'Of key-set: how many keys a reader takes, 1 or 2; with 1 nothing overlaps [default: 2]' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from plan" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from report" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -l reason -d 'Why, in words, which the store keeps' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -l force -d 'Do it though something is missing: a server that did not show what it has may lock out whoever comes to it'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from rollback" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -s a -l account -d 'Account, by its name or public key' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -s n -l user -d 'User of the account, by its name or public key' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l key -d 'The old key, by its public half or its role; not needed where there is only one' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l issuer -d 'For oidc-keys: what tokens say of who issued them' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l jwks -d 'For oidc-keys: what the issuer publishes, with the new key in it: a file, an address, or - for stdin' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l from -d 'For oidc-keys: the JWKS that services have now, where the store does not know' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l expect -d 'For oidc-keys: thumbprint of a new key, as you know it by another way (RFC 7638)' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l reads -d 'Of key-set: how many keys a reader takes, 1 or 2; with 1 nothing overlaps [default: 2]' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l servers -d 'Servers that there are, by number or by names with commas between' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l soak -d 'How long the new key is watched before the old one goes' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l evidence-age -d 'How old evidence may be' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l new -d 'The new key: a public key, or a file with a seed, which the store keeps; else one is made' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l recipient -d 'For store-recipient: the new age recipient (age1...), whose identity somebody has already' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l new-identity -d 'For store-recipient: write a new identity to a new file with mode 0600' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l label -d 'For store-recipient and store-passphrase: what to call the new one; else as the old one, with a number' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l new-passphrase-fd -d 'For store-passphrase: open file with the new passphrase on its next line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -s K -l private-key -d 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l generate-passphrase -d 'For store-passphrase: make a passphrase, and show it once'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand rotate; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -f -a "account" -d 'Select the account that is meant where none is named'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and not __fish_seen_subcommand_from help account operator" -f -a "operator" -d 'Select the operator that is meant where none is named'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from help" -f -a "operator" -d 'Select the operator that is meant where none is named'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from help" -f -a "account" -d 'Select the account that is meant where none is named'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -s n -l name -d 'Name or public key' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from account" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -s n -l name -d 'Name or public key' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand select; and __fish_seen_subcommand_from operator" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -f -a "accept-rollback" -d 'Accept an older copy of the store as the current one'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -f -a "backup" -d 'Copy the store, as of one moment, while others use it'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -f -a "check" -d 'Check the whole store'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -f -a "compact" -d 'Shrink the file after removals'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -f -a "info" -d 'Say where the store is, and what is in it'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -f -a "init" -d 'Make an empty store'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -f -a "passphrase" -d 'Change the passphrase'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -f -a "recipients" -d 'Say who opens which keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -f -a "rekey" -d 'Put a new identity in place of the one that opens the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and not __fish_seen_subcommand_from help accept-rollback backup check compact info init passphrase recipients rekey restore" -f -a "restore" -d 'Put a backup in the store\'s place'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "init" -d 'Make an empty store'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "info" -d 'Say where the store is, and what is in it'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "check" -d 'Check the whole store'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "recipients" -d 'Say who opens which keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "rekey" -d 'Put a new identity in place of the one that opens the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "passphrase" -d 'Change the passphrase'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "backup" -d 'Copy the store, as of one moment, while others use it'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "restore" -d 'Put a backup in the store\'s place'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "compact" -d 'Shrink the file after removals'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "accept-rollback" -d 'Accept an older copy of the store as the current one'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -l expect-head -d 'The head that the copy has, as the refusal printed it' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from accept-rollback" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -l transcript -d 'Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from backup" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from compact" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from info" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -l new-identity -d 'Make an age identity, and write it to a new file with mode 0600' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -l label -d 'What to call who opens it' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -l generate-passphrase -d 'Make a passphrase, and show it once'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -l new-passphrase-fd -d 'Open file with the new passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -l generate-passphrase -d 'Make a passphrase, and show it once'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from passphrase" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -f -a "add" -d 'Let someone else open keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -f -a "exports" -d 'Say which classes of seeds may leave the store in the clear'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -f -a "list" -d 'List who opens which class of keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from recipients" -f -a "remove" -d 'Let someone open keys no more'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -l new-identity -d 'Write the new identity to a new file with mode 0600' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -l new-passphrase-fd -d 'Open file with the new passphrase on its next line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from rekey" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -l expect-head -d 'Take this older backup, as the refusal named it' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -l force -d 'Replace the store'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand store; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -f -a "pub" -d 'Publish a message'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -f -a "reply" -d 'Answer what is asked on a subject'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -f -a "req" -d 'Ask, and show the first answer'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -f -a "rtt" -d 'Measure how long a message takes to the server and back'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and not __fish_seen_subcommand_from help pub reply req rtt sub" -f -a "sub" -d 'Show what comes to a subject'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from help" -f -a "pub" -d 'Publish a message'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from help" -f -a "sub" -d 'Show what comes to a subject'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from help" -f -a "req" -d 'Ask, and show the first answer'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from help" -f -a "reply" -d 'Answer what is asked on a subject'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from help" -f -a "rtt" -d 'Measure how long a message takes to the server and back'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -s u -s n -l user -d 'User who connects; not needed where there is only one' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l nats -d 'Where servers are (nats, tls, ws, wss); else the operator\'s service URLs' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l timeout -d 'Seconds without any answer after which nobody waits any longer' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l ca-cert -d 'Certificates that vouch for servers, in place of the system\'s [env: NATS_CA]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l client-cert -d 'Certificate that vouches for us [env: NATS_CERT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l client-key -d 'Its key [env: NATS_KEY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l tls-first -d 'Begin with TLS, before the server says anything'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from pub" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -s q -l queue -d 'Share what comes with whoever listens in the queue of that name' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l max-messages -d 'Messages after which it is over' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -s u -s n -l user -d 'User who connects; not needed where there is only one' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l nats -d 'Where servers are (nats, tls, ws, wss); else the operator\'s service URLs' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l timeout -d 'Seconds without any answer after which nobody waits any longer' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l ca-cert -d 'Certificates that vouch for servers, in place of the system\'s [env: NATS_CA]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l client-cert -d 'Certificate that vouches for us [env: NATS_CERT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l client-key -d 'Its key [env: NATS_KEY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l quiet -d 'Say nothing of what was done; warnings and errors stay. nsc has -q for the queue here'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l tls-first -d 'Begin with TLS, before the server says anything'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from reply" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -s u -s n -l user -d 'User who connects; not needed where there is only one' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l nats -d 'Where servers are (nats, tls, ws, wss); else the operator\'s service URLs' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l timeout -d 'Seconds without any answer after which nobody waits any longer' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l ca-cert -d 'Certificates that vouch for servers, in place of the system\'s [env: NATS_CA]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l client-cert -d 'Certificate that vouches for us [env: NATS_CERT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l client-key -d 'Its key [env: NATS_KEY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l tls-first -d 'Begin with TLS, before the server says anything'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from req" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -s u -s n -l user -d 'User who connects; not needed where there is only one' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l nats -d 'Where servers are (nats, tls, ws, wss); else the operator\'s service URLs' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l timeout -d 'Seconds without any answer after which nobody waits any longer' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l ca-cert -d 'Certificates that vouch for servers, in place of the system\'s [env: NATS_CA]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l client-cert -d 'Certificate that vouches for us [env: NATS_CERT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l client-key -d 'Its key [env: NATS_KEY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l tls-first -d 'Begin with TLS, before the server says anything'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from rtt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -s q -l queue -d 'Share what comes with whoever listens in the queue of that name' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l max-messages -d 'Messages after which it is over' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -s u -s n -l user -d 'User who connects; not needed where there is only one' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l nats -d 'Where servers are (nats, tls, ws, wss); else the operator\'s service URLs' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l timeout -d 'Seconds without any answer after which nobody waits any longer' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l ca-cert -d 'Certificates that vouch for servers, in place of the system\'s [env: NATS_CA]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l client-cert -d 'Certificate that vouches for us [env: NATS_CERT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l client-key -d 'Its key [env: NATS_KEY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l quiet -d 'Say nothing of what was done; warnings and errors stay. nsc has -q for the queue here'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l tls-first -d 'Begin with TLS, before the server says anything'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand tool; and __fish_seen_subcommand_from sub" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -l idle -d 'End after so long without a request, such as 5m' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -l max -d 'End after so long in any case, such as 30m' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -l class -d 'Class of keys to sign with; all but root when none is named' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand unlock" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -s f -l file -d 'File with tokens, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -l chain -d 'Operator\'s and account\'s token to check the chain with' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -s a -l account -d 'Account; not needed where there is only one beside the system account, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -s A -l all-accounts -d 'All accounts, as is done when none is named'
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l operator -d 'Operator; not needed where there is only one, or one is selected' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -s a -l account -d 'Account, by its name or public key; else all' -r -f
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l tolerance -d 'How much clocks of servers may differ from this machine\'s' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l servers -d 'How many servers there are; else as many as they know of each other, have routes to, and the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l timeout -d 'Seconds without any answer after which a server is not waited for any longer' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l system-account -d 'System account; else the one that the operator names' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l system-user -d 'User of the system account that connects; else one that lives for two minutes, and may do just this' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l creds -d 'Creds file of the user that connects' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l ca-cert -d 'Certificates that vouch for servers, in place of the system\'s [env: NATS_CA]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l client-cert -d 'Certificate that vouches for us [env: NATS_CERT]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l client-key -d 'Its key [env: NATS_KEY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -s u -l account-jwt-server-url -l url -d 'Where servers are (nats, tls, ws, wss); else where the operator says that accounts are pushed to, unless that is an account server, or clients connect' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -s A -l all -d 'All accounts, as is done when none is named'
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l connect -d 'Log in as each user of those accounts'
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l strict -d 'Count warnings as what differs, too: exit code 3'
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -l tls-first -d 'Begin with TLS, before the server says anything'
complete -c nkeep -n "__fish_nkeep_using_subcommand verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -l store -d 'File with the store [env: NKEEP_STORE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -s H -l all-dirs -d 'Folder that holds the store and all that is remembered of it' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -l data-dir -d 'Folder that holds the store, as default.nkeep' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -l config-dir -d 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -l keystore-dir -d 'Taken for the sake of scripts written for nsc: seeds are in the store' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -l identity -d 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -l identity-fd -d 'Open file with an age identity' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -l passphrase-fd -d 'Open file with the passphrase on its first line' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -s i -l interactive -d 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -l dry-run -d 'Say what would be done, and change nothing'
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -s q -l quiet -d 'Say nothing of what was done; warnings and errors stay'
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -l clock-was-wrong -d 'Change the store though its last change is later than this machine\'s clock'
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -l insecure-argv -d 'Take seeds that stand on the command line, where every process of this machine can read them'
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -l no-input -d 'Never ask; what is missing is an error'
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -s h -l help -d 'Print help (see more with \'--help\')'
