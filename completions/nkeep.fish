# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_nkeep_global_optspecs
    string join \n J/json v/version h/help
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

complete -c nkeep -n "__fish_nkeep_needs_command" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_needs_command" -s v -l version -d 'Print the version'
complete -c nkeep -n "__fish_nkeep_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "completion" -d 'Print the completion script of a shell'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "describe" -d 'Describe tokens'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "generate" -d 'Generate keys'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "man" -d 'Print the manual, or write all its pages into a folder'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "nkey" -d 'Make and use nkeys in files: gen, show, sign, verify, seal, unseal'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "nk" -d 'Make and use nkeys in files: gen, show, sign, verify, seal, unseal'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "validate" -d 'Validate tokens in a file'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "version" -d 'Print the version and what this binary was built with'
complete -c nkeep -n "__fish_nkeep_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand completion" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from jwt help" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from jwt help" -s h -l help -d 'Print help'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from jwt help" -f -a "jwt" -d 'Describe a token, or the one in a creds file'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and not __fish_seen_subcommand_from jwt help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s f -l file -d 'Token or creds file, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s o -l output-file -l output -d 'Write to a new file instead of stdout; -- is stdout' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s F -l field -d 'Print one field, such as nats.limits.conn or nats.exports[0].subject, as JSON' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -l chain -d 'Operator\'s and account\'s token to check the chain with' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s R -l raw -d 'Print the token itself'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s W -l long-ids -d 'Show keys in full (they always are)'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from jwt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from help" -f -a "jwt" -d 'Describe a token, or the one in a creds file'
complete -c nkeep -n "__fish_nkeep_using_subcommand describe; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from nkey help" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from nkey help" -s h -l help -d 'Print help'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from nkey help" -f -a "nkey" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and not __fish_seen_subcommand_from nkey help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l out -d 'Write the seed to a new file with mode 0600, and print only the public key' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s o -l operator -d 'Generate an operator key'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s a -l account -d 'Generate an account key'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s u -l user -d 'Generate a user key'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s x -l curve -d 'Generate a curve key (x25519), which seals and opens'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l server -d 'Generate a server key'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l cluster -d 'Generate a cluster key'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -l reveal -d 'Show the seed on a terminal, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from nkey" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "nkey" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand generate; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -l out -d 'Folder for the pages; made if it is not there' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand man" -s h -l help -d 'Print help'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -s h -l help -d 'Print help'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "gen" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "seal" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "encrypt" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "enc" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "show" -d 'Show the public key of a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "sign" -d 'Sign a file with a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "unseal" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "open" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "decrypt" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "dec" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "verify" -d 'Verify a signature of a file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l out -d 'Write the seed to a new file with mode 0600, and print only the public key' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -l reveal -d 'Show the seed on a terminal, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from gen" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l output -d 'Write the box to a new file' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -l no-b64 -d 'Write the bytes of the box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from seal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l output -d 'Write the box to a new file' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -l no-b64 -d 'Write the bytes of the box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from encrypt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l output -d 'Write the box to a new file' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -l no-b64 -d 'Write the bytes of the box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from enc" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from sign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l output -d 'Write what was sealed to a new file with mode 0600' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from unseal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l output -d 'Write what was sealed to a new file with mode 0600' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from open" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l output -d 'Write what was sealed to a new file with mode 0600' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from decrypt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l output -d 'Write what was sealed to a new file with mode 0600' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from dec" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from help" -f -a "gen" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from help" -f -a "seal" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show the public key of a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from help" -f -a "sign" -d 'Sign a file with a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from help" -f -a "unseal" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Verify a signature of a file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nkey; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -s h -l help -d 'Print help'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "gen" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "seal" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "encrypt" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "enc" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "show" -d 'Show the public key of a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "sign" -d 'Sign a file with a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "unseal" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "open" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "decrypt" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "dec" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "verify" -d 'Verify a signature of a file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and not __fish_seen_subcommand_from gen seal encrypt enc show sign unseal open decrypt dec verify help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l out -d 'Write the seed to a new file with mode 0600, and print only the public key' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -l reveal -d 'Show the seed on a terminal, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from gen" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l output -d 'Write the box to a new file' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -l no-b64 -d 'Write the bytes of the box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from seal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l output -d 'Write the box to a new file' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -l no-b64 -d 'Write the bytes of the box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from encrypt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l output -d 'Write the box to a new file' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -l no-b64 -d 'Write the bytes of the box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from enc" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from sign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l output -d 'Write what was sealed to a new file with mode 0600' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from unseal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l output -d 'Write what was sealed to a new file with mode 0600' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from open" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l output -d 'Write what was sealed to a new file with mode 0600' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from decrypt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l output -d 'Write what was sealed to a new file with mode 0600' -r -F
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l force -d 'Replace the file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l no-b64 -d 'Read the bytes of a box without base64'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -l reveal -d 'Show what was sealed on a terminal, when it is text, or in JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from dec" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from help" -f -a "gen" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from help" -f -a "seal" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show the public key of a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from help" -f -a "sign" -d 'Sign a file with a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from help" -f -a "unseal" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Verify a signature of a file'
complete -c nkeep -n "__fish_nkeep_using_subcommand nk; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -s f -l file -d 'File with tokens, or - for stdin' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -l chain -d 'Operator\'s and account\'s token to check the chain with' -r
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand validate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -s J -l json -d 'Print one JSON document, and errors as JSON'
complete -c nkeep -n "__fish_nkeep_using_subcommand version" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from completion describe generate man nkey validate version help" -f -a "completion" -d 'Print the completion script of a shell'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from completion describe generate man nkey validate version help" -f -a "describe" -d 'Describe tokens'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from completion describe generate man nkey validate version help" -f -a "generate" -d 'Generate keys'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from completion describe generate man nkey validate version help" -f -a "man" -d 'Print the manual, or write all its pages into a folder'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from completion describe generate man nkey validate version help" -f -a "nkey" -d 'Make and use nkeys in files: gen, show, sign, verify, seal, unseal'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from completion describe generate man nkey validate version help" -f -a "validate" -d 'Validate tokens in a file'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from completion describe generate man nkey validate version help" -f -a "version" -d 'Print the version and what this binary was built with'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and not __fish_seen_subcommand_from completion describe generate man nkey validate version help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from describe" -f -a "jwt" -d 'Describe a token, or the one in a creds file'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from generate" -f -a "nkey" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from nkey" -f -a "gen" -d 'Generate an nkey'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from nkey" -f -a "seal" -d 'Seal a file for the holder of a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from nkey" -f -a "show" -d 'Show the public key of a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from nkey" -f -a "sign" -d 'Sign a file with a seed'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from nkey" -f -a "unseal" -d 'Open a box that was sealed for a curve key'
complete -c nkeep -n "__fish_nkeep_using_subcommand help; and __fish_seen_subcommand_from nkey" -f -a "verify" -d 'Verify a signature of a file'
