
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'nkeep' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'nkeep'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'nkeep' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print the version')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('pub', 'pub', [CompletionResultType]::ParameterValue, 'Publish a message')
            [CompletionResult]::new('sub', 'sub', [CompletionResultType]::ParameterValue, 'Show what comes to a subject')
            [CompletionResult]::new('req', 'req', [CompletionResultType]::ParameterValue, 'Ask, and show the first answer')
            [CompletionResult]::new('reply', 'reply', [CompletionResultType]::ParameterValue, 'Answer what is asked on a subject')
            [CompletionResult]::new('rtt', 'rtt', [CompletionResultType]::ParameterValue, 'Measure how long a message takes to the server and back')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add operators, accounts, users, exports, imports and mappings')
            [CompletionResult]::new('agent', 'agent', [CompletionResultType]::ParameterValue, 'Say how the agent is, and let it stay shorter or sign with less')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Show and verify who changed what')
            [CompletionResult]::new('completion', 'completion', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete what is there; users are revoked with it')
            [CompletionResult]::new('describe', 'describe', [CompletionResultType]::ParameterValue, 'Describe operators, accounts, users and tokens')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Compare the accounts of the store with what servers have')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Edit what is there, and nothing of it that was not asked for')
            [CompletionResult]::new('env', 'env', [CompletionResultType]::ParameterValue, 'Show what is meant where nothing is named, or say what is to be meant from now on')
            [CompletionResult]::new('expirations', 'expirations', [CompletionResultType]::ParameterValue, 'Say which tokens have expired, and which soon will')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export keys, or the whole store as text or as nsc has it')
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Generate keys, creds files, activations, server configuration, diagrams and what other tools read')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import what nsc or another copy of a store has')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Make a store with an operator, its system account, and a first account and user')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List operators, accounts, users and keys')
            [CompletionResult]::new('load', 'load', [CompletionResultType]::ParameterValue, 'Take an operator and an account from an account server')
            [CompletionResult]::new('lock', 'lock', [CompletionResultType]::ParameterValue, 'End every agent; nothing is open any more')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual, or write all its pages into a folder')
            [CompletionResult]::new('nkey', 'nkey', [CompletionResultType]::ParameterValue, 'Make and use nkeys in files: gen, show, sign, verify, seal, unseal')
            [CompletionResult]::new('nk', 'nk', [CompletionResultType]::ParameterValue, 'Make and use nkeys in files: gen, show, sign, verify, seal, unseal')
            [CompletionResult]::new('pull', 'pull', [CompletionResultType]::ParameterValue, 'Take accounts from servers that are newer there, or not in the store')
            [CompletionResult]::new('push', 'push', [CompletionResultType]::ParameterValue, 'Give accounts to the servers, and check that they have them')
            [CompletionResult]::new('reissue', 'reissue', [CompletionResultType]::ParameterValue, 'Give operators another identity key')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give accounts other names')
            [CompletionResult]::new('revocations', 'revocations', [CompletionResultType]::ParameterValue, 'Revoke tokens that were given, and take that back')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Replace one key by another, with both trusted in between')
            [CompletionResult]::new('select', 'select', [CompletionResultType]::ParameterValue, 'Say which operator and account are meant where none is named')
            [CompletionResult]::new('store', 'store', [CompletionResultType]::ParameterValue, 'Make, check, back up and restore the store; say who opens it')
            [CompletionResult]::new('tool', 'tool', [CompletionResultType]::ParameterValue, 'Publish, subscribe, ask and answer as a user of the store')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Keep the store open for a while')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Validate what is in the store, or tokens in a file')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check that live servers run what the store says')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Print the version and what this binary was built with')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;pub' {
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--nats', '--nats', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else the operator''s service URLs')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which nobody waits any longer')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;sub' {
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Share what comes with whoever listens in the queue of that name')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Share what comes with whoever listens in the queue of that name')
            [CompletionResult]::new('--max-messages', '--max-messages', [CompletionResultType]::ParameterName, 'Messages after which it is over')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--nats', '--nats', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else the operator''s service URLs')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which nobody waits any longer')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay. nsc has -q for the queue here')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;req' {
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--nats', '--nats', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else the operator''s service URLs')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which nobody waits any longer')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;reply' {
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Share what comes with whoever listens in the queue of that name')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Share what comes with whoever listens in the queue of that name')
            [CompletionResult]::new('--max-messages', '--max-messages', [CompletionResultType]::ParameterName, 'Messages after which it is over')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--nats', '--nats', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else the operator''s service URLs')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which nobody waits any longer')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay. nsc has -q for the queue here')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;rtt' {
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--nats', '--nats', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else the operator''s service URLs')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which nobody waits any longer')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;add' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Add an account')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Add an export to an account: what it offers to others')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Add an import to an account: what it takes from another')
            [CompletionResult]::new('mapping', 'mapping', [CompletionResultType]::ParameterValue, 'Add a mapping to an account, or change one: messages are moved from a subject to another')
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'Add an operator')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Add a user to an account')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;add;account' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name; * makes one up')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name; * makes one up')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Key of the account: a public key, when its seed is kept elsewhere, or a file with a seed; else one is made')
            [CompletionResult]::new('--public-key', '--public-key', [CompletionResultType]::ParameterName, 'Key of the account: a public key, when its seed is kept elsewhere, or a file with a seed; else one is made')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--start', '--start', [CompletionResultType]::ParameterName, 'Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d, or -3d for before now')
            [CompletionResult]::new('--expiry', '--expiry', [CompletionResultType]::ParameterName, 'Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'For people')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Labels')
            [CompletionResult]::new('--allow-pub', '--allow-pub', [CompletionResultType]::ParameterName, 'Subjects that may be published to')
            [CompletionResult]::new('--allow-sub', '--allow-sub', [CompletionResultType]::ParameterName, 'Subjects that may be subscribed to; a queue may follow after a space')
            [CompletionResult]::new('--allow-pubsub', '--allow-pubsub', [CompletionResultType]::ParameterName, 'Both')
            [CompletionResult]::new('--deny-pub', '--deny-pub', [CompletionResultType]::ParameterName, 'Subjects that may not be published to')
            [CompletionResult]::new('--deny-sub', '--deny-sub', [CompletionResultType]::ParameterName, 'Subjects that may not be subscribed to')
            [CompletionResult]::new('--deny-pubsub', '--deny-pubsub', [CompletionResultType]::ParameterName, 'Both')
            [CompletionResult]::new('--allow-pub-response', '--allow-pub-response', [CompletionResultType]::ParameterName, 'Let requests be answered that it receives: so many times each, once if no number is given; -1 is without limit')
            [CompletionResult]::new('--max-responses', '--max-responses', [CompletionResultType]::ParameterName, 'The same, by its old name')
            [CompletionResult]::new('--response-ttl', '--response-ttl', [CompletionResultType]::ParameterName, 'For how long after a request it may be answered, such as 500ms, 5s or 2m')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;add;export' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Subject that is offered')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'Subject that is offered')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name; its subject where none is given')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name; its subject where none is given')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('-r', '-r', [CompletionResultType]::ParameterName, 'Offer a service that answers, not a stream')
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'Offer a service that answers, not a stream')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Offer it to accounts with an activation only')
            [CompletionResult]::new('--private', '--private', [CompletionResultType]::ParameterName, 'Offer it to accounts with an activation only')
            [CompletionResult]::new('--account-token-position', '--account-token-position', [CompletionResultType]::ParameterName, 'Token of the subject that must be the importer''s public key, counted from 1 (public exports)')
            [CompletionResult]::new('--advertise', '--advertise', [CompletionResultType]::ParameterName, 'Show it to other accounts')
            [CompletionResult]::new('--response-type', '--response-type', [CompletionResultType]::ParameterName, 'How it answers: Singleton, Stream or Chunked')
            [CompletionResult]::new('--response-threshold', '--response-threshold', [CompletionResultType]::ParameterName, 'How long an answer may take, such as 500ms or 5s')
            [CompletionResult]::new('--latency', '--latency', [CompletionResultType]::ParameterName, 'Subject on which latencies are reported')
            [CompletionResult]::new('--sampling', '--sampling', [CompletionResultType]::ParameterName, 'How many answers are timed: 1 to 100 in a hundred, or header')
            [CompletionResult]::new('--allow-trace', '--allow-trace', [CompletionResultType]::ParameterName, 'Let message traces go on behind it')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Offer it to all, though somebody was shut out of it')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;add;import' {
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'File with the activation, or its address; - is stdin')
            [CompletionResult]::new('--token', '--token', [CompletionResultType]::ParameterName, 'File with the activation, or its address; - is stdin')
            [CompletionResult]::new('--src-account', '--src-account', [CompletionResultType]::ParameterName, 'Name or public key of the account that exports it')
            [CompletionResult]::new('--remote-subject', '--remote-subject', [CompletionResultType]::ParameterName, 'Subject, as the exporter calls it')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'What it is called in this account; $1 is the first wildcard')
            [CompletionResult]::new('--local-subject', '--local-subject', [CompletionResultType]::ParameterName, 'What it is called in this account; $1 is the first wildcard')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name; its subject where none is given')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name; its subject where none is given')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'Import a service, not a stream')
            [CompletionResult]::new('--share', '--share', [CompletionResultType]::ParameterName, 'Tell the exporter about the client when latency is timed (services)')
            [CompletionResult]::new('--allow-trace', '--allow-trace', [CompletionResultType]::ParameterName, 'Let message traces go on behind it (streams)')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;add;mapping' {
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Subject whose messages are moved')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Subject whose messages are moved')
            [CompletionResult]::new('-t', '-t', [CompletionResultType]::ParameterName, 'Where they go; $1 is what the first wildcard matched')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Where they go; $1 is what the first wildcard matched')
            [CompletionResult]::new('--weight', '--weight', [CompletionResultType]::ParameterName, 'How many in a hundred; all where this is not given')
            [CompletionResult]::new('--cluster', '--cluster', [CompletionResultType]::ParameterName, 'Cluster in which this holds; everywhere where none is named')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;add;operator' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name; * makes one up')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name; * makes one up')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Take one whose keys are elsewhere: a file with its token, the address of that, or a name that is known (`synadia`, or one that a variable says the address of: NSC_NAME_OPERATOR)')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Take one whose keys are elsewhere: a file with its token, the address of that, or a name that is known (`synadia`, or one that a variable says the address of: NSC_NAME_OPERATOR)')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Identity key: a public key whose seed is in the store, a file with a seed, or - for stdin; else one is made')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Identity key: a public key whose seed is in the store, a file with a seed, or - for stdin; else one is made')
            [CompletionResult]::new('--start', '--start', [CompletionResultType]::ParameterName, 'Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d, or -3d for before now')
            [CompletionResult]::new('--expiry', '--expiry', [CompletionResultType]::ParameterName, 'Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Labels')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Put it in the place of another token of the same operator, though signing keys come back that let accounts in')
            [CompletionResult]::new('--generate-signing-key', '--generate-signing-key', [CompletionResultType]::ParameterName, 'Make a signing key, too')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Make its system account with a user, too')
            [CompletionResult]::new('--sys', '--sys', [CompletionResultType]::ParameterName, 'Make its system account with a user, too')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;add;user' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name; * makes one up')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name; * makes one up')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Key of the user: a public key, when its seed is kept elsewhere, or a file with a seed; else one is made')
            [CompletionResult]::new('--public-key', '--public-key', [CompletionResultType]::ParameterName, 'Key of the user: a public key, when its seed is kept elsewhere, or a file with a seed; else one is made')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--start', '--start', [CompletionResultType]::ParameterName, 'Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d, or -3d for before now')
            [CompletionResult]::new('--expiry', '--expiry', [CompletionResultType]::ParameterName, 'Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Labels')
            [CompletionResult]::new('--source-network', '--source-network', [CompletionResultType]::ParameterName, 'Networks that it may connect from, such as 10.0.0.0/8')
            [CompletionResult]::new('--bearer', '--bearer', [CompletionResultType]::ParameterName, 'Let whoever has the token in, without its key')
            [CompletionResult]::new('--preset', '--preset', [CompletionResultType]::ParameterName, 'Permissions of a system that connects as this user; --allow-pub and the like add to them')
            [CompletionResult]::new('--allow-pub', '--allow-pub', [CompletionResultType]::ParameterName, 'Subjects that may be published to')
            [CompletionResult]::new('--allow-sub', '--allow-sub', [CompletionResultType]::ParameterName, 'Subjects that may be subscribed to; a queue may follow after a space')
            [CompletionResult]::new('--allow-pubsub', '--allow-pubsub', [CompletionResultType]::ParameterName, 'Both')
            [CompletionResult]::new('--deny-pub', '--deny-pub', [CompletionResultType]::ParameterName, 'Subjects that may not be published to')
            [CompletionResult]::new('--deny-sub', '--deny-sub', [CompletionResultType]::ParameterName, 'Subjects that may not be subscribed to')
            [CompletionResult]::new('--deny-pubsub', '--deny-pubsub', [CompletionResultType]::ParameterName, 'Both')
            [CompletionResult]::new('--allow-pub-response', '--allow-pub-response', [CompletionResultType]::ParameterName, 'Let requests be answered that it receives: so many times each, once if no number is given; -1 is without limit')
            [CompletionResult]::new('--max-responses', '--max-responses', [CompletionResultType]::ParameterName, 'The same, by its old name')
            [CompletionResult]::new('--response-ttl', '--response-ttl', [CompletionResultType]::ParameterName, 'For how long after a request it may be answered, such as 500ms, 5s or 2m')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;add;help' {
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Add an account')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Add an export to an account: what it offers to others')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Add an import to an account: what it takes from another')
            [CompletionResult]::new('mapping', 'mapping', [CompletionResultType]::ParameterValue, 'Add a mapping to an account, or change one: messages are moved from a subject to another')
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'Add an operator')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Add a user to an account')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;add;help;account' {
            break
        }
        'nkeep;add;help;export' {
            break
        }
        'nkeep;add;help;import' {
            break
        }
        'nkeep;add;help;mapping' {
            break
        }
        'nkeep;add;help;operator' {
            break
        }
        'nkeep;add;help;user' {
            break
        }
        'nkeep;add;help;help' {
            break
        }
        'nkeep;agent' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Serve, as `nkeep unlock` has it')
            [CompletionResult]::new('classes', 'classes', [CompletionResultType]::ParameterValue, 'Leave the agent fewer classes of keys to sign with')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Say whether the store is open, for how long, and for what')
            [CompletionResult]::new('ttl', 'ttl', [CompletionResultType]::ParameterValue, 'Shorten the time that the store stays open')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;agent;serve' {
            [CompletionResult]::new('--id', '--id', [CompletionResultType]::ParameterName, 'Whose keys')
            [CompletionResult]::new('--socket', '--socket', [CompletionResultType]::ParameterName, 'Where')
            [CompletionResult]::new('--idle', '--idle', [CompletionResultType]::ParameterName, 'Seconds without a request')
            [CompletionResult]::new('--max', '--max', [CompletionResultType]::ParameterName, 'Seconds in any case')
            [CompletionResult]::new('--classes', '--classes', [CompletionResultType]::ParameterName, 'Classes of keys')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;agent;classes' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;agent;status' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;agent;ttl' {
            [CompletionResult]::new('--max', '--max', [CompletionResultType]::ParameterName, 'End so long after it was unlocked, in any case')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;agent;help' {
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Serve, as `nkeep unlock` has it')
            [CompletionResult]::new('classes', 'classes', [CompletionResultType]::ParameterValue, 'Leave the agent fewer classes of keys to sign with')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Say whether the store is open, for how long, and for what')
            [CompletionResult]::new('ttl', 'ttl', [CompletionResultType]::ParameterValue, 'Shorten the time that the store stays open')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;agent;help;serve' {
            break
        }
        'nkeep;agent;help;classes' {
            break
        }
        'nkeep;agent;help;status' {
            break
        }
        'nkeep;agent;help;ttl' {
            break
        }
        'nkeep;agent;help;help' {
            break
        }
        'nkeep;audit' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('checkpoint', 'checkpoint', [CompletionResultType]::ParameterValue, 'Print the head of the journal, to be kept elsewhere')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write the whole journal as JSON or CSV')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'Show who changed what, when, and which keys signed')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Verify the journal, and every row against it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;audit;checkpoint' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;audit;export' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to write it')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;audit;log' {
            [CompletionResult]::new('--last', '--last', [CompletionResultType]::ParameterName, 'Only so many, the last ones')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;audit;verify' {
            [CompletionResult]::new('--checkpoint', '--checkpoint', [CompletionResultType]::ParameterName, 'A head that was printed by `nkeep audit checkpoint`')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;audit;help' {
            [CompletionResult]::new('checkpoint', 'checkpoint', [CompletionResultType]::ParameterValue, 'Print the head of the journal, to be kept elsewhere')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write the whole journal as JSON or CSV')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'Show who changed what, when, and which keys signed')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Verify the journal, and every row against it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;audit;help;checkpoint' {
            break
        }
        'nkeep;audit;help;export' {
            break
        }
        'nkeep;audit;help;log' {
            break
        }
        'nkeep;audit;help;verify' {
            break
        }
        'nkeep;audit;help;help' {
            break
        }
        'nkeep;completion' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--no-descriptions', '--no-descriptions', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: there are none to leave out')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;delete' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Delete an account and its users, and revoke what they were given')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Delete users, and revoke what they were given')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Delete an export of an account')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Delete an import of an account')
            [CompletionResult]::new('mapping', 'mapping', [CompletionResultType]::ParameterValue, 'Delete mappings of an account')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;delete;account' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('-R', '-R ', [CompletionResultType]::ParameterName, 'Revoke what users were given; =false does not')
            [CompletionResult]::new('--revoke', '--revoke', [CompletionResultType]::ParameterName, 'Revoke what users were given; =false does not')
            [CompletionResult]::new('-D', '-D ', [CompletionResultType]::ParameterName, 'Delete the keys, too; else they stay in the store, and belong to nobody')
            [CompletionResult]::new('--rm-nkey', '--rm-nkey', [CompletionResultType]::ParameterName, 'Delete the keys, too; else they stay in the store, and belong to nobody')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Delete creds files, of which nkeep keeps none: those that were generated are yours to delete')
            [CompletionResult]::new('--rm-creds', '--rm-creds', [CompletionResultType]::ParameterName, 'Delete creds files, of which nkeep keeps none: those that were generated are yours to delete')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write the last token to a new file; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write the last token to a new file; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--no-revoke', '--no-revoke', [CompletionResultType]::ParameterName, 'Revoke nothing: what users were given lets them in until it expires')
            [CompletionResult]::new('-F', '-F ', [CompletionResultType]::ParameterName, 'Delete its users without asking, and what a rotation is about that has not ended')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Delete its users without asking, and what a rotation is about that has not ended')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;delete;user' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Names or public keys')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Names or public keys')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('-R', '-R ', [CompletionResultType]::ParameterName, 'Revoke what users were given; =false does not')
            [CompletionResult]::new('--revoke', '--revoke', [CompletionResultType]::ParameterName, 'Revoke what users were given; =false does not')
            [CompletionResult]::new('-D', '-D ', [CompletionResultType]::ParameterName, 'Delete the keys, too; else they stay in the store, and belong to nobody')
            [CompletionResult]::new('--rm-nkey', '--rm-nkey', [CompletionResultType]::ParameterName, 'Delete the keys, too; else they stay in the store, and belong to nobody')
            [CompletionResult]::new('-C', '-C ', [CompletionResultType]::ParameterName, 'Delete creds files, of which nkeep keeps none: those that were generated are yours to delete')
            [CompletionResult]::new('--rm-creds', '--rm-creds', [CompletionResultType]::ParameterName, 'Delete creds files, of which nkeep keeps none: those that were generated are yours to delete')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--no-revoke', '--no-revoke', [CompletionResultType]::ParameterName, 'Revoke nothing: what users were given lets them in until it expires')
            [CompletionResult]::new('-F', '-F ', [CompletionResultType]::ParameterName, 'Delete whom a rotation is about that has not ended, too')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Delete whom a rotation is about that has not ended, too')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;delete;export' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Subject of the export; not needed where there is only one')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'Subject of the export; not needed where there is only one')
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'The service, or with =false the stream, where both have the subject')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;delete;import' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Subject of the import, as the exporter calls it; not needed where there is only one')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'Subject of the import, as the exporter calls it; not needed where there is only one')
            [CompletionResult]::new('--src-account', '--src-account', [CompletionResultType]::ParameterName, 'Name or public key of the exporter, where several have the subject')
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'The service, or with =false the stream, where both have the subject')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;delete;mapping' {
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Subject whose messages are moved')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Subject whose messages are moved')
            [CompletionResult]::new('-t', '-t', [CompletionResultType]::ParameterName, 'Where they go; all mappings of the subject where this is not given')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Where they go; all mappings of the subject where this is not given')
            [CompletionResult]::new('--cluster', '--cluster', [CompletionResultType]::ParameterName, 'Cluster in which the mapping holds')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;delete;help' {
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Delete an account and its users, and revoke what they were given')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Delete users, and revoke what they were given')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Delete an export of an account')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Delete an import of an account')
            [CompletionResult]::new('mapping', 'mapping', [CompletionResultType]::ParameterValue, 'Delete mappings of an account')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;delete;help;account' {
            break
        }
        'nkeep;delete;help;user' {
            break
        }
        'nkeep;delete;help;export' {
            break
        }
        'nkeep;delete;help;import' {
            break
        }
        'nkeep;delete;help;mapping' {
            break
        }
        'nkeep;delete;help;help' {
            break
        }
        'nkeep;describe' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Describe an account of the store')
            [CompletionResult]::new('jwt', 'jwt', [CompletionResultType]::ParameterValue, 'Describe a token, or the one in a creds file')
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'Describe an operator of the store')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Describe a user of the store')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;describe;account' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('-F', '-F ', [CompletionResultType]::ParameterName, 'Print one field, such as nats.limits.conn, nats.exports[0].subject or nats.mappings["orders.eu"], as JSON')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one field, such as nats.limits.conn, nats.exports[0].subject or nats.mappings["orders.eu"], as JSON')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--tree', '--tree', [CompletionResultType]::ParameterName, 'Draw the chain of trust: the operator, its signing keys and what they signed, down to the users')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('-R', '-R ', [CompletionResultType]::ParameterName, 'Print the token itself')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Print the token itself')
            [CompletionResult]::new('-W', '-W ', [CompletionResultType]::ParameterName, 'Show keys in full (they always are)')
            [CompletionResult]::new('--long-ids', '--long-ids', [CompletionResultType]::ParameterName, 'Show keys in full (they always are)')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;describe;jwt' {
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Token or creds file, - for stdin, or the address of a token')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'Token or creds file, - for stdin, or the address of a token')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('-F', '-F ', [CompletionResultType]::ParameterName, 'Print one field, such as nats.limits.conn, nats.exports[0].subject or nats.mappings["orders.eu"], as JSON')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one field, such as nats.limits.conn, nats.exports[0].subject or nats.mappings["orders.eu"], as JSON')
            [CompletionResult]::new('--chain', '--chain', [CompletionResultType]::ParameterName, 'Operator''s and account''s token to check the chain with')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('-R', '-R ', [CompletionResultType]::ParameterName, 'Print the token itself')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Print the token itself')
            [CompletionResult]::new('-W', '-W ', [CompletionResultType]::ParameterName, 'Show keys in full (they always are)')
            [CompletionResult]::new('--long-ids', '--long-ids', [CompletionResultType]::ParameterName, 'Show keys in full (they always are)')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;describe;operator' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('-F', '-F ', [CompletionResultType]::ParameterName, 'Print one field, such as nats.limits.conn, nats.exports[0].subject or nats.mappings["orders.eu"], as JSON')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one field, such as nats.limits.conn, nats.exports[0].subject or nats.mappings["orders.eu"], as JSON')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--tree', '--tree', [CompletionResultType]::ParameterName, 'Draw the chain of trust: the operator, its signing keys and what they signed, down to the users')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('-R', '-R ', [CompletionResultType]::ParameterName, 'Print the token itself')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Print the token itself')
            [CompletionResult]::new('-W', '-W ', [CompletionResultType]::ParameterName, 'Show keys in full (they always are)')
            [CompletionResult]::new('--long-ids', '--long-ids', [CompletionResultType]::ParameterName, 'Show keys in full (they always are)')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;describe;user' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('-F', '-F ', [CompletionResultType]::ParameterName, 'Print one field, such as nats.limits.conn, nats.exports[0].subject or nats.mappings["orders.eu"], as JSON')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one field, such as nats.limits.conn, nats.exports[0].subject or nats.mappings["orders.eu"], as JSON')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--tree', '--tree', [CompletionResultType]::ParameterName, 'Draw the chain of trust: the operator, its signing keys and what they signed, down to the users')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('-R', '-R ', [CompletionResultType]::ParameterName, 'Print the token itself')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Print the token itself')
            [CompletionResult]::new('-W', '-W ', [CompletionResultType]::ParameterName, 'Show keys in full (they always are)')
            [CompletionResult]::new('--long-ids', '--long-ids', [CompletionResultType]::ParameterName, 'Show keys in full (they always are)')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;describe;help' {
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Describe an account of the store')
            [CompletionResult]::new('jwt', 'jwt', [CompletionResultType]::ParameterValue, 'Describe a token, or the one in a creds file')
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'Describe an operator of the store')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Describe a user of the store')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;describe;help;account' {
            break
        }
        'nkeep;describe;help;jwt' {
            break
        }
        'nkeep;describe;help;operator' {
            break
        }
        'nkeep;describe;help;user' {
            break
        }
        'nkeep;describe;help;help' {
            break
        }
        'nkeep;diff' {
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account, by its name or public key; else all')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account, by its name or public key; else all')
            [CompletionResult]::new('--servers', '--servers', [CompletionResultType]::ParameterName, 'How many servers there are; else as many as they know of each other, have routes to, and the operator names')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which a server is not waited for any longer')
            [CompletionResult]::new('--system-account', '--system-account', [CompletionResultType]::ParameterName, 'System account; else the one that the operator names')
            [CompletionResult]::new('--system-user', '--system-user', [CompletionResultType]::ParameterName, 'User of the system account that connects; else one that lives for two minutes, and may do just this')
            [CompletionResult]::new('--creds', '--creds', [CompletionResultType]::ParameterName, 'Creds file of the user that connects')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else where the operator says that accounts are pushed to, unless that is an account server, or clients connect')
            [CompletionResult]::new('--account-jwt-server-url', '--account-jwt-server-url', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else where the operator says that accounts are pushed to, unless that is an account server, or clients connect')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else where the operator says that accounts are pushed to, unless that is an account server, or clients connect')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'All accounts, as is done when none is named')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All accounts, as is done when none is named')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;edit' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('authcallout', 'authcallout', [CompletionResultType]::ParameterValue, 'Edit the auth callout of an account: the service that decides who may connect')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Edit an export of an account')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Edit an account')
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'Edit an operator')
            [CompletionResult]::new('signing-key', 'signing-key', [CompletionResultType]::ParameterValue, 'Edit a signing key of an account: what users may do whom it signs')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Edit a user')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;edit;authcallout' {
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'The same')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The same')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--auth-user', '--auth-user', [CompletionResultType]::ParameterName, 'User that connects without being asked about, as the service does: a public key, a file with a seed, or a name')
            [CompletionResult]::new('--rm-auth-user', '--rm-auth-user', [CompletionResultType]::ParameterName, 'Ask about that user again')
            [CompletionResult]::new('--allowed-account', '--allowed-account', [CompletionResultType]::ParameterName, 'Account that the service may put users into: a public key, a name, or * for any')
            [CompletionResult]::new('--rm-allowed-account', '--rm-allowed-account', [CompletionResultType]::ParameterName, 'Account that it may not put users into any more')
            [CompletionResult]::new('-x', '-x', [CompletionResultType]::ParameterName, 'Curve key that requests are sealed to: "generate", a public key, or a file with a seed, which the store keeps')
            [CompletionResult]::new('--curve', '--curve', [CompletionResultType]::ParameterName, 'Curve key that requests are sealed to: "generate", a public key, or a file with a seed, which the store keeps')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--rm-curve', '--rm-curve', [CompletionResultType]::ParameterName, 'Seal requests no longer')
            [CompletionResult]::new('--disable', '--disable', [CompletionResultType]::ParameterName, 'Take the callout away')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;edit;export' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Subject of the export; not needed where there is only one')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'Subject of the export; not needed where there is only one')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'New name')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'New name')
            [CompletionResult]::new('-r', '-r', [CompletionResultType]::ParameterName, 'Make it a service, or with =false a stream')
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'Make it a service, or with =false a stream')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Offer it to accounts with an activation only, or with =false to all')
            [CompletionResult]::new('--private', '--private', [CompletionResultType]::ParameterName, 'Offer it to accounts with an activation only, or with =false to all')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'What it is, for people; empty for nothing')
            [CompletionResult]::new('--info-url', '--info-url', [CompletionResultType]::ParameterName, 'Where people read more; empty for nowhere')
            [CompletionResult]::new('--response-type', '--response-type', [CompletionResultType]::ParameterName, 'How it answers: Singleton, Stream or Chunked (services)')
            [CompletionResult]::new('--response-threshold', '--response-threshold', [CompletionResultType]::ParameterName, 'How long an answer may take, such as 500ms or 5s; 0 for as long as it takes (services)')
            [CompletionResult]::new('--latency', '--latency', [CompletionResultType]::ParameterName, 'Subject on which latencies are reported (services)')
            [CompletionResult]::new('--sampling', '--sampling', [CompletionResultType]::ParameterName, 'How many answers are timed: 1 to 100 in a hundred, or header; 0 for none (services)')
            [CompletionResult]::new('--allow-trace', '--allow-trace', [CompletionResultType]::ParameterName, 'Let message traces go on behind it, or with =false not (services)')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--rm-latency-sampling', '--rm-latency-sampling', [CompletionResultType]::ParameterName, 'Time answers no longer')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;edit;account' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--start', '--start', [CompletionResultType]::ParameterName, 'Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d, or -3d for before now')
            [CompletionResult]::new('--expiry', '--expiry', [CompletionResultType]::ParameterName, 'Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Labels')
            [CompletionResult]::new('--rm-tag', '--rm-tag', [CompletionResultType]::ParameterName, 'Take away labels')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'For people')
            [CompletionResult]::new('--info-url', '--info-url', [CompletionResultType]::ParameterName, 'Where people read more')
            [CompletionResult]::new('--sk', '--sk', [CompletionResultType]::ParameterName, 'Signing key to add: "generate", a public key, or a file with a seed, which the store keeps')
            [CompletionResult]::new('--rm-sk', '--rm-sk', [CompletionResultType]::ParameterName, 'Signing key to take away: its public key or its role')
            [CompletionResult]::new('--conns', '--conns', [CompletionResultType]::ParameterName, 'Most connections; -1 is no limit')
            [CompletionResult]::new('--leaf-conns', '--leaf-conns', [CompletionResultType]::ParameterName, 'Most connections of leaf nodes; -1 is no limit')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'Most bytes in all; -1 is no limit')
            [CompletionResult]::new('--exports', '--exports', [CompletionResultType]::ParameterName, 'Most exports; -1 is no limit')
            [CompletionResult]::new('--imports', '--imports', [CompletionResultType]::ParameterName, 'Most imports; -1 is no limit')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'Most bytes of one message; -1 is no limit')
            [CompletionResult]::new('--subscriptions', '--subscriptions', [CompletionResultType]::ParameterName, 'Most subscriptions; -1 is no limit')
            [CompletionResult]::new('--wildcard-exports', '--wildcard-exports', [CompletionResultType]::ParameterName, 'Exports may have wildcards')
            [CompletionResult]::new('--disallow-bearer', '--disallow-bearer', [CompletionResultType]::ParameterName, 'No user may be a bearer')
            [CompletionResult]::new('--trace-context-subject', '--trace-context-subject', [CompletionResultType]::ParameterName, 'Subject that message traces go to; "" for none')
            [CompletionResult]::new('--trace-context-sampling', '--trace-context-sampling', [CompletionResultType]::ParameterName, 'How many messages in a hundred are traced; 0 is all')
            [CompletionResult]::new('--host-cluster-traffic', '--host-cluster-traffic', [CompletionResultType]::ParameterName, 'Whose the traffic of JetStream''s cluster is: owner (this account''s) or system')
            [CompletionResult]::new('--js-tier', '--js-tier', [CompletionResultType]::ParameterName, 'Number of replicas that the limits below are for; 0 is for any number')
            [CompletionResult]::new('--js-mem-storage', '--js-mem-storage', [CompletionResultType]::ParameterName, 'Most bytes in memory; -1 is no limit, 0 is none')
            [CompletionResult]::new('--js-disk-storage', '--js-disk-storage', [CompletionResultType]::ParameterName, 'Most bytes on disk; -1 is no limit, 0 is none')
            [CompletionResult]::new('--js-streams', '--js-streams', [CompletionResultType]::ParameterName, 'Most streams; -1 is no limit')
            [CompletionResult]::new('--js-consumer', '--js-consumer', [CompletionResultType]::ParameterName, 'Most consumers; -1 is no limit')
            [CompletionResult]::new('--js-max-mem-stream', '--js-max-mem-stream', [CompletionResultType]::ParameterName, 'Most bytes of one stream in memory; -1 is no limit')
            [CompletionResult]::new('--js-max-disk-stream', '--js-max-disk-stream', [CompletionResultType]::ParameterName, 'Most bytes of one stream on disk; -1 is no limit')
            [CompletionResult]::new('--js-max-ack-pending', '--js-max-ack-pending', [CompletionResultType]::ParameterName, 'Most messages that await acknowledgement; -1 is no limit')
            [CompletionResult]::new('--js-max-bytes-required', '--js-max-bytes-required', [CompletionResultType]::ParameterName, 'Streams must state their size')
            [CompletionResult]::new('--js-enable', '--js-enable', [CompletionResultType]::ParameterName, 'Allow as much as there is, for that number of replicas; 0 is for any number')
            [CompletionResult]::new('--rm-js-tier', '--rm-js-tier', [CompletionResultType]::ParameterName, 'Take away the limits for that number of replicas; 0 is for any number')
            [CompletionResult]::new('--allow-pub', '--allow-pub', [CompletionResultType]::ParameterName, 'Subjects that may be published to')
            [CompletionResult]::new('--allow-sub', '--allow-sub', [CompletionResultType]::ParameterName, 'Subjects that may be subscribed to; a queue may follow after a space')
            [CompletionResult]::new('--allow-pubsub', '--allow-pubsub', [CompletionResultType]::ParameterName, 'Both')
            [CompletionResult]::new('--deny-pub', '--deny-pub', [CompletionResultType]::ParameterName, 'Subjects that may not be published to')
            [CompletionResult]::new('--deny-sub', '--deny-sub', [CompletionResultType]::ParameterName, 'Subjects that may not be subscribed to')
            [CompletionResult]::new('--deny-pubsub', '--deny-pubsub', [CompletionResultType]::ParameterName, 'Both')
            [CompletionResult]::new('--allow-pub-response', '--allow-pub-response', [CompletionResultType]::ParameterName, 'Let requests be answered that it receives: so many times each, once if no number is given; -1 is without limit')
            [CompletionResult]::new('--max-responses', '--max-responses', [CompletionResultType]::ParameterName, 'The same, by its old name')
            [CompletionResult]::new('--response-ttl', '--response-ttl', [CompletionResultType]::ParameterName, 'For how long after a request it may be answered, such as 500ms, 5s or 2m')
            [CompletionResult]::new('--rm', '--rm', [CompletionResultType]::ParameterName, 'Subjects that are taken out of everything that is allowed or denied')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Take signing keys away all the same: users that they signed are signed anew, or removed and revoked where no other key may sign them; add one back that lets users in again')
            [CompletionResult]::new('--js-disable', '--js-disable', [CompletionResultType]::ParameterName, 'Take away all of it')
            [CompletionResult]::new('--rm-response-perms', '--rm-response-perms', [CompletionResultType]::ParameterName, 'Take away the leave to answer requests')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;edit;operator' {
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--start', '--start', [CompletionResultType]::ParameterName, 'Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d, or -3d for before now')
            [CompletionResult]::new('--expiry', '--expiry', [CompletionResultType]::ParameterName, 'Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Labels')
            [CompletionResult]::new('--rm-tag', '--rm-tag', [CompletionResultType]::ParameterName, 'Take away labels')
            [CompletionResult]::new('--sk', '--sk', [CompletionResultType]::ParameterName, 'Signing key to add: "generate", a public key, or a file with a seed, which the store keeps')
            [CompletionResult]::new('--rm-sk', '--rm-sk', [CompletionResultType]::ParameterName, 'Signing key to take away')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Where clients connect (nats, tls, ws and wss); the first takes the place of the one that an operator begins with')
            [CompletionResult]::new('--service-url', '--service-url', [CompletionResultType]::ParameterName, 'Where clients connect (nats, tls, ws and wss); the first takes the place of the one that an operator begins with')
            [CompletionResult]::new('--rm-service-url', '--rm-service-url', [CompletionResultType]::ParameterName, 'Take away where clients connect')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Where accounts are pushed to')
            [CompletionResult]::new('--account-jwt-server-url', '--account-jwt-server-url', [CompletionResultType]::ParameterName, 'Where accounts are pushed to')
            [CompletionResult]::new('--system-account', '--system-account', [CompletionResultType]::ParameterName, 'Account in which servers talk: its name or public key')
            [CompletionResult]::new('--assert-server-version', '--assert-server-version', [CompletionResultType]::ParameterName, 'Servers that are older do not start with its token')
            [CompletionResult]::new('--require-signing-keys', '--require-signing-keys', [CompletionResultType]::ParameterName, 'Identity keys may sign nothing but themselves')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Take signing keys away all the same: accounts that they signed are signed by another; add one back that lets accounts in again')
            [CompletionResult]::new('--resign', '--resign', [CompletionResultType]::ParameterName, 'Sign anew what identity keys signed, as signing keys are demanded now')
            [CompletionResult]::new('--rm-account-jwt-server-url', '--rm-account-jwt-server-url', [CompletionResultType]::ParameterName, 'Take away where accounts are pushed to')
            [CompletionResult]::new('--rm-assert-server-version', '--rm-assert-server-version', [CompletionResultType]::ParameterName, 'Let servers start with its token, however old they are')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;edit;signing-key' {
            [CompletionResult]::new('--sk', '--sk', [CompletionResultType]::ParameterName, 'The key: its public key, its role, a file with a seed, which the store keeps, or "generate"')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'What people call the scope; alone, the key that has it')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'For people')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--time', '--time', [CompletionResultType]::ParameterName, 'Time of day at which it may connect, such as 08:00:00-18:00:00')
            [CompletionResult]::new('--rm-time', '--rm-time', [CompletionResultType]::ParameterName, 'Take away the times that begin then, such as 08:00:00')
            [CompletionResult]::new('--locale', '--locale', [CompletionResultType]::ParameterName, 'Time zone of those times, such as Europe/Vienna')
            [CompletionResult]::new('--source-network', '--source-network', [CompletionResultType]::ParameterName, 'Networks that it may connect from, such as 10.0.0.0/8')
            [CompletionResult]::new('--rm-source-network', '--rm-source-network', [CompletionResultType]::ParameterName, 'Take away networks')
            [CompletionResult]::new('--conn-type', '--conn-type', [CompletionResultType]::ParameterName, 'Ways that it may connect')
            [CompletionResult]::new('--rm-conn-type', '--rm-conn-type', [CompletionResultType]::ParameterName, 'Take away ways to connect')
            [CompletionResult]::new('--subs', '--subs', [CompletionResultType]::ParameterName, 'Most subscriptions; -1 is no limit')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'Most bytes in all; -1 is no limit')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'Most bytes of one message; -1 is no limit')
            [CompletionResult]::new('--bearer', '--bearer', [CompletionResultType]::ParameterName, 'Let whoever has the token in, without its key')
            [CompletionResult]::new('--allow-pub', '--allow-pub', [CompletionResultType]::ParameterName, 'Subjects that may be published to')
            [CompletionResult]::new('--allow-sub', '--allow-sub', [CompletionResultType]::ParameterName, 'Subjects that may be subscribed to; a queue may follow after a space')
            [CompletionResult]::new('--allow-pubsub', '--allow-pubsub', [CompletionResultType]::ParameterName, 'Both')
            [CompletionResult]::new('--deny-pub', '--deny-pub', [CompletionResultType]::ParameterName, 'Subjects that may not be published to')
            [CompletionResult]::new('--deny-sub', '--deny-sub', [CompletionResultType]::ParameterName, 'Subjects that may not be subscribed to')
            [CompletionResult]::new('--deny-pubsub', '--deny-pubsub', [CompletionResultType]::ParameterName, 'Both')
            [CompletionResult]::new('--allow-pub-response', '--allow-pub-response', [CompletionResultType]::ParameterName, 'Let requests be answered that it receives: so many times each, once if no number is given; -1 is without limit')
            [CompletionResult]::new('--max-responses', '--max-responses', [CompletionResultType]::ParameterName, 'The same, by its old name')
            [CompletionResult]::new('--response-ttl', '--response-ttl', [CompletionResultType]::ParameterName, 'For how long after a request it may be answered, such as 500ms, 5s or 2m')
            [CompletionResult]::new('--rm', '--rm', [CompletionResultType]::ParameterName, 'Subjects that are taken out of everything that is allowed or denied')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Give a scope to a key that signed users without one: they are signed anew, without permissions of their own; add a key back that lets users in again')
            [CompletionResult]::new('--rm-response-perms', '--rm-response-perms', [CompletionResultType]::ParameterName, 'Take away the leave to answer requests')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;edit;user' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--start', '--start', [CompletionResultType]::ParameterName, 'Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d, or -3d for before now')
            [CompletionResult]::new('--expiry', '--expiry', [CompletionResultType]::ParameterName, 'Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'Labels')
            [CompletionResult]::new('--rm-tag', '--rm-tag', [CompletionResultType]::ParameterName, 'Take away labels')
            [CompletionResult]::new('--time', '--time', [CompletionResultType]::ParameterName, 'Time of day at which it may connect, such as 08:00:00-18:00:00')
            [CompletionResult]::new('--rm-time', '--rm-time', [CompletionResultType]::ParameterName, 'Take away the times that begin then, such as 08:00:00')
            [CompletionResult]::new('--locale', '--locale', [CompletionResultType]::ParameterName, 'Time zone of those times, such as Europe/Vienna')
            [CompletionResult]::new('--source-network', '--source-network', [CompletionResultType]::ParameterName, 'Networks that it may connect from, such as 10.0.0.0/8')
            [CompletionResult]::new('--rm-source-network', '--rm-source-network', [CompletionResultType]::ParameterName, 'Take away networks')
            [CompletionResult]::new('--conn-type', '--conn-type', [CompletionResultType]::ParameterName, 'Ways that it may connect')
            [CompletionResult]::new('--rm-conn-type', '--rm-conn-type', [CompletionResultType]::ParameterName, 'Take away ways to connect')
            [CompletionResult]::new('--subs', '--subs', [CompletionResultType]::ParameterName, 'Most subscriptions; -1 is no limit')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'Most bytes in all; -1 is no limit')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'Most bytes of one message; -1 is no limit')
            [CompletionResult]::new('--bearer', '--bearer', [CompletionResultType]::ParameterName, 'Let whoever has the token in, without its key')
            [CompletionResult]::new('--allow-pub', '--allow-pub', [CompletionResultType]::ParameterName, 'Subjects that may be published to')
            [CompletionResult]::new('--allow-sub', '--allow-sub', [CompletionResultType]::ParameterName, 'Subjects that may be subscribed to; a queue may follow after a space')
            [CompletionResult]::new('--allow-pubsub', '--allow-pubsub', [CompletionResultType]::ParameterName, 'Both')
            [CompletionResult]::new('--deny-pub', '--deny-pub', [CompletionResultType]::ParameterName, 'Subjects that may not be published to')
            [CompletionResult]::new('--deny-sub', '--deny-sub', [CompletionResultType]::ParameterName, 'Subjects that may not be subscribed to')
            [CompletionResult]::new('--deny-pubsub', '--deny-pubsub', [CompletionResultType]::ParameterName, 'Both')
            [CompletionResult]::new('--allow-pub-response', '--allow-pub-response', [CompletionResultType]::ParameterName, 'Let requests be answered that it receives: so many times each, once if no number is given; -1 is without limit')
            [CompletionResult]::new('--max-responses', '--max-responses', [CompletionResultType]::ParameterName, 'The same, by its old name')
            [CompletionResult]::new('--response-ttl', '--response-ttl', [CompletionResultType]::ParameterName, 'For how long after a request it may be answered, such as 500ms, 5s or 2m')
            [CompletionResult]::new('--rm', '--rm', [CompletionResultType]::ParameterName, 'Subjects that are taken out of everything that is allowed or denied')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--rm-response-perms', '--rm-response-perms', [CompletionResultType]::ParameterName, 'Take away the leave to answer requests')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;edit;help' {
            [CompletionResult]::new('authcallout', 'authcallout', [CompletionResultType]::ParameterValue, 'Edit the auth callout of an account: the service that decides who may connect')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Edit an export of an account')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Edit an account')
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'Edit an operator')
            [CompletionResult]::new('signing-key', 'signing-key', [CompletionResultType]::ParameterValue, 'Edit a signing key of an account: what users may do whom it signs')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Edit a user')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;edit;help;authcallout' {
            break
        }
        'nkeep;edit;help;export' {
            break
        }
        'nkeep;edit;help;account' {
            break
        }
        'nkeep;edit;help;operator' {
            break
        }
        'nkeep;edit;help;signing-key' {
            break
        }
        'nkeep;edit;help;user' {
            break
        }
        'nkeep;edit;help;help' {
            break
        }
        'nkeep;env' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Remember the folder that holds the store, as default.nkeep; "" for the usual one')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Select an operator')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Select an operator')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Select an account')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Select an account')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;expirations' {
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'How soon: a day such as 2026-12-24, or a length from now such as 30m, 12h, 90d, 2w, 6M, 1y')
            [CompletionResult]::new('--within', '--within', [CompletionResultType]::ParameterName, 'How soon: a day such as 2026-12-24, or a length from now such as 30m, 12h, 90d, 2w, 6M, 1y')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--skip', '--skip', [CompletionResultType]::ParameterName, 'Leave out what neither has expired nor soon will')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;export' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('dir', 'dir', [CompletionResultType]::ParameterValue, 'Write the whole store as text into a folder')
            [CompletionResult]::new('keys', 'keys', [CompletionResultType]::ParameterValue, 'Write seeds to files or to another program, in the clear')
            [CompletionResult]::new('nsc', 'nsc', [CompletionResultType]::ParameterValue, 'Write the store as nsc has one')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;export;dir' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the tree of another store, or a newer one')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;export;keys' {
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Folder for the files; made if it is not there')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Folder for the files; made if it is not there')
            [CompletionResult]::new('--fd', '--fd', [CompletionResultType]::ParameterName, 'Open file to write to instead, such as a pipe')
            [CompletionResult]::new('--class', '--class', [CompletionResultType]::ParameterName, 'Class of keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Public key')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'This account alone; without -a, -u or --curves all of its keys and its users''')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'This user alone')
            [CompletionResult]::new('--curve', '--curve', [CompletionResultType]::ParameterName, 'This curve key alone')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Only keys with these letters in them')
            [CompletionResult]::new('--filter', '--filter', [CompletionResultType]::ParameterName, 'Only keys with these letters in them')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'The operator''s keys, and those of its accounts and users: those that the identity at hand opens')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'The operator''s keys, and those of its accounts and users: those that the identity at hand opens')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The operator''s keys')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'The operator''s keys')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Keys of its accounts')
            [CompletionResult]::new('--accounts', '--accounts', [CompletionResultType]::ParameterName, 'Keys of its accounts')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Keys of their users')
            [CompletionResult]::new('--users', '--users', [CompletionResultType]::ParameterName, 'Keys of their users')
            [CompletionResult]::new('--curves', '--curves', [CompletionResultType]::ParameterName, 'Curve keys of its accounts')
            [CompletionResult]::new('--not-referenced', '--not-referenced', [CompletionResultType]::ParameterName, 'Keys of the same kinds that belong to nobody, and that no token in the store names')
            [CompletionResult]::new('--include-jwts', '--include-jwts', [CompletionResultType]::ParameterName, 'Write the tokens of operators, accounts and users, too')
            [CompletionResult]::new('-F', '-F ', [CompletionResultType]::ParameterName, 'Replace files')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files')
            [CompletionResult]::new('-R', '-R ', [CompletionResultType]::ParameterName, 'Remove the keys from the store when all files are written')
            [CompletionResult]::new('--remove', '--remove', [CompletionResultType]::ParameterName, 'Remove the keys from the store when all files are written')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;export;nsc' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Write seeds and creds files, too, in the clear')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;export;help' {
            [CompletionResult]::new('dir', 'dir', [CompletionResultType]::ParameterValue, 'Write the whole store as text into a folder')
            [CompletionResult]::new('keys', 'keys', [CompletionResultType]::ParameterValue, 'Write seeds to files or to another program, in the clear')
            [CompletionResult]::new('nsc', 'nsc', [CompletionResultType]::ParameterValue, 'Write the store as nsc has one')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;export;help;dir' {
            break
        }
        'nkeep;export;help;keys' {
            break
        }
        'nkeep;export;help;nsc' {
            break
        }
        'nkeep;export;help;help' {
            break
        }
        'nkeep;generate' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('activation', 'activation', [CompletionResultType]::ParameterValue, 'Generate an activation: leave for an account to import a private export')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Generate the part of a server''s configuration that makes it trust an operator')
            [CompletionResult]::new('context', 'context', [CompletionResultType]::ParameterValue, 'Generate a context of the nats command line for a user')
            [CompletionResult]::new('creds', 'creds', [CompletionResultType]::ParameterValue, 'Generate a creds file for a user')
            [CompletionResult]::new('diagram', 'diagram', [CompletionResultType]::ParameterValue, 'Generate diagrams of what is in the store')
            [CompletionResult]::new('nkey', 'nkey', [CompletionResultType]::ParameterValue, 'Generate an nkey')
            [CompletionResult]::new('profile', 'profile', [CompletionResultType]::ParameterValue, 'Generate a profile that tools read, from an nsc URL')
            [CompletionResult]::new('config-map', 'config-map', [CompletionResultType]::ParameterValue, 'Generate a ConfigMap with tokens and public keys')
            [CompletionResult]::new('helm-values', 'helm-values', [CompletionResultType]::ParameterValue, 'Generate values of the official NATS chart, with which its servers trust the operator')
            [CompletionResult]::new('kustomization', 'kustomization', [CompletionResultType]::ParameterValue, 'Generate a kustomization, with which hashes in names of Secrets reach the custom resources that name them')
            [CompletionResult]::new('nack', 'nack', [CompletionResultType]::ParameterValue, 'Generate what NACK needs: a user''s creds, and its Account')
            [CompletionResult]::new('nauth', 'nauth', [CompletionResultType]::ParameterValue, 'Generate what nauth needs: a signing key of the operator, creds of the system account, and its NatsCluster')
            [CompletionResult]::new('secret', 'secret', [CompletionResultType]::ParameterValue, 'Generate a Secret of Kubernetes with keys or creds, to be piped to kubectl')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;generate;activation' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Subject of the export, or a part of it; not needed where there is only one private export')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'Subject of the export, or a part of it; not needed where there is only one private export')
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'The service, or with =false the stream, where both have the subject')
            [CompletionResult]::new('-t', '-t', [CompletionResultType]::ParameterName, 'Name or public key of the account that may import it')
            [CompletionResult]::new('--target-account', '--target-account', [CompletionResultType]::ParameterName, 'Name or public key of the account that may import it')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--start', '--start', [CompletionResultType]::ParameterName, 'Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d, or -3d for before now')
            [CompletionResult]::new('--expiry', '--expiry', [CompletionResultType]::ParameterName, 'Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--push', '--push', [CompletionResultType]::ParameterName, 'Push it to the operator''s account server, which nkeep does not do')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;config' {
            [CompletionResult]::new('--url-resolver', '--url-resolver', [CompletionResultType]::ParameterName, 'From an account server over HTTP; else the one that the operator names')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('--operators', '--operators', [CompletionResultType]::ParameterName, 'Operators whose accounts are served, the one that may delete accounts first; else --operator, and while its identity is rotated, both')
            [CompletionResult]::new('--sys-account', '--sys-account', [CompletionResultType]::ParameterName, 'Account in which servers talk; else the one that the operator names')
            [CompletionResult]::new('--system-account', '--system-account', [CompletionResultType]::ParameterName, 'Account in which servers talk; else the one that the operator names')
            [CompletionResult]::new('--resolver-dir', '--resolver-dir', [CompletionResultType]::ParameterName, 'The folder of accounts, as the server sees it')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Most accounts in the folder; else as many as the server has it')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'How long to wait for another server that has an account')
            [CompletionResult]::new('--interval', '--interval', [CompletionResultType]::ParameterName, 'How often a folder is compared with another server''s (--nats-resolver)')
            [CompletionResult]::new('--ttl', '--ttl', [CompletionResultType]::ParameterName, 'How long an account is kept (--nats-resolver-cache)')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file; - is stdout')
            [CompletionResult]::new('--config-file', '--config-file', [CompletionResultType]::ParameterName, 'Write to a new file; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file; - is stdout')
            [CompletionResult]::new('--include', '--include', [CompletionResultType]::ParameterName, 'Write to this new file, as seen from the folder of the configuration, which then only includes it')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--mem-resolver', '--mem-resolver', [CompletionResultType]::ParameterName, 'From the configuration alone')
            [CompletionResult]::new('--nats-resolver', '--nats-resolver', [CompletionResultType]::ParameterName, 'From the server''s folder, which holds what is pushed')
            [CompletionResult]::new('--nats-resolver-cache', '--nats-resolver-cache', [CompletionResultType]::ParameterName, 'From a folder that holds what was asked for, and from servers that keep all')
            [CompletionResult]::new('--allow-delete', '--allow-delete', [CompletionResultType]::ParameterName, 'Let keys of the operator delete accounts, as nkeep push --prune does (--nats-resolver)')
            [CompletionResult]::new('--hard-delete', '--hard-delete', [CompletionResultType]::ParameterName, 'Remove the file of a deleted account, which is else renamed')
            [CompletionResult]::new('--verify', '--verify', [CompletionResultType]::ParameterName, 'Read what was written again, and check every token in it')
            [CompletionResult]::new('-F', '-F ', [CompletionResultType]::ParameterName, 'Replace the files')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the files')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;context' {
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'User; not needed where there is only one')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User; not needed where there is only one')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--context', '--context', [CompletionResultType]::ParameterName, 'Name of the context')
            [CompletionResult]::new('--creds', '--creds', [CompletionResultType]::ParameterName, 'Write the user''s creds to a new file with mode 0600')
            [CompletionResult]::new('--existing-creds', '--existing-creds', [CompletionResultType]::ParameterName, 'Use the creds file that is there')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the context, and the creds file')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;creds' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show the file on a terminal')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;diagram' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('component', 'component', [CompletionResultType]::ParameterValue, 'Generate a diagram of what accounts share')
            [CompletionResult]::new('object', 'object', [CompletionResultType]::ParameterValue, 'Generate a diagram of the operator, its accounts and their users')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;generate;diagram;component' {
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How it is written')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--detail', '--detail', [CompletionResultType]::ParameterName, 'Include descriptions and addresses')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;diagram;object' {
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How it is written')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--users', '--users', [CompletionResultType]::ParameterName, 'Include users')
            [CompletionResult]::new('--show-keys', '--show-keys', [CompletionResultType]::ParameterName, 'Include keys, and who signed with which')
            [CompletionResult]::new('--detail', '--detail', [CompletionResultType]::ParameterName, 'Include what is empty or without limit')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;diagram;help' {
            [CompletionResult]::new('component', 'component', [CompletionResultType]::ParameterValue, 'Generate a diagram of what accounts share')
            [CompletionResult]::new('object', 'object', [CompletionResultType]::ParameterValue, 'Generate a diagram of the operator, its accounts and their users')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;generate;diagram;help;component' {
            break
        }
        'nkeep;generate;diagram;help;object' {
            break
        }
        'nkeep;generate;diagram;help;help' {
            break
        }
        'nkeep;generate;nkey' {
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'Write the seed to a new file with mode 0600, and print only the public key; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Generate an operator key')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Generate an operator key')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Generate an account key')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Generate an account key')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Generate a user key')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Generate a user key')
            [CompletionResult]::new('-x', '-x', [CompletionResultType]::ParameterName, 'Generate a curve key (x25519), which seals and opens')
            [CompletionResult]::new('--curve', '--curve', [CompletionResultType]::ParameterName, 'Generate a curve key (x25519), which seals and opens')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Generate a server key')
            [CompletionResult]::new('--cluster', '--cluster', [CompletionResultType]::ParameterName, 'Generate a cluster key')
            [CompletionResult]::new('--text-key', '--text-key', [CompletionResultType]::ParameterName, 'Generate a curve key that is 32 letters and digits, for systems that take the characters as a key')
            [CompletionResult]::new('-S', '-S ', [CompletionResultType]::ParameterName, 'Keep the seed in the store, sealed, and show the public key alone (nsc''s --store)')
            [CompletionResult]::new('--keep', '--keep', [CompletionResultType]::ParameterName, 'Keep the seed in the store, sealed, and show the public key alone (nsc''s --store)')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show the seed on a terminal, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;profile' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show seeds on a terminal, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;config-map' {
            [CompletionResult]::new('--item', '--item', [CompletionResultType]::ParameterName, 'Key, and what stands under it')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the object; else its content names it, so that what changed is another object and the old one can be gone back to')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Another label, or another value of one')
            [CompletionResult]::new('--annotation', '--annotation', [CompletionResultType]::ParameterName, 'Another annotation')
            [CompletionResult]::new('--prune-label', '--prune-label', [CompletionResultType]::ParameterName, 'Label it as one version of several, of what it is made of or of that name, and say how the others are removed')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show secrets on a terminal, or in JSON')
            [CompletionResult]::new('--immutable', '--immutable', [CompletionResultType]::ParameterName, 'Let nobody change it in place; so it is where its content names it')
            [CompletionResult]::new('--mutable', '--mutable', [CompletionResultType]::ParameterName, 'Let it be changed in place')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;helm-values' {
            [CompletionResult]::new('--config-map', '--config-map', [CompletionResultType]::ParameterName, 'Put the tokens into a ConfigMap in this new file, which the values include')
            [CompletionResult]::new('--config-map-name', '--config-map-name', [CompletionResultType]::ParameterName, 'Name of the ConfigMap')
            [CompletionResult]::new('--interval', '--interval', [CompletionResultType]::ParameterName, 'How often accounts are compared with another server''s')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'How long to wait for another server that has an account')
            [CompletionResult]::new('--sys-creds', '--sys-creds', [CompletionResultType]::ParameterName, 'Secret with creds of the system account, for nats-box')
            [CompletionResult]::new('--sys-creds-key', '--sys-creds-key', [CompletionResultType]::ParameterName, 'Key in that Secret')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Another label, or another value of one')
            [CompletionResult]::new('--annotation', '--annotation', [CompletionResultType]::ParameterName, 'Another annotation')
            [CompletionResult]::new('--prune-label', '--prune-label', [CompletionResultType]::ParameterName, 'Label it as one version of several, of what it is made of or of that name, and say how the others are removed')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--allow-delete', '--allow-delete', [CompletionResultType]::ParameterName, 'Let keys of the operator delete accounts, as nauth and nkeep push --prune do')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show secrets on a terminal, or in JSON')
            [CompletionResult]::new('--immutable', '--immutable', [CompletionResultType]::ParameterName, 'Let nobody change it in place; so it is where its content names it')
            [CompletionResult]::new('--mutable', '--mutable', [CompletionResultType]::ParameterName, 'Let it be changed in place')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;kustomization' {
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Folder, which is there')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Folder, which is there')
            [CompletionResult]::new('--resource', '--resource', [CompletionResultType]::ParameterName, 'Manifests in that folder')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('-F', '-F ', [CompletionResultType]::ParameterName, 'Replace the files')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the files')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;nack' {
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one besides the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one besides the system account, or one is selected')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Where servers are, as NACK sees them; else those that the operator names')
            [CompletionResult]::new('--resource', '--resource', [CompletionResultType]::ParameterName, 'Name of the Account among resources; else its own in small letters, digits and hyphens, where no other comes to the same')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the object; else its content names it, so that what changed is another object and the old one can be gone back to')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What is written')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Who can decrypt a SOPS file (age1...); repeatable')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Store of the External Secrets Operator')
            [CompletionResult]::new('--secret-store-kind', '--secret-store-kind', [CompletionResultType]::ParameterName, 'Whose that store is [default: SecretStore]')
            [CompletionResult]::new('--remote-key', '--remote-key', [CompletionResultType]::ParameterName, 'Where in that store it is; {name} stands for the name of the Secret')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'How often the operator looks; 0s for once [default: 1h]')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Another label, or another value of one')
            [CompletionResult]::new('--annotation', '--annotation', [CompletionResultType]::ParameterName, 'Another annotation')
            [CompletionResult]::new('--prune-label', '--prune-label', [CompletionResultType]::ParameterName, 'Label it as one version of several, of what it is made of or of that name, and say how the others are removed')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show secrets on a terminal, or in JSON')
            [CompletionResult]::new('--string-data', '--string-data', [CompletionResultType]::ParameterName, 'Write data as text (stringData), for people to read')
            [CompletionResult]::new('--immutable', '--immutable', [CompletionResultType]::ParameterName, 'Let nobody change it in place; so it is where its content names it')
            [CompletionResult]::new('--mutable', '--mutable', [CompletionResultType]::ParameterName, 'Let it be changed in place')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;nauth' {
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Signing key of the operator; not needed where there is only one')
            [CompletionResult]::new('--signing-key', '--signing-key', [CompletionResultType]::ParameterName, 'Signing key of the operator; not needed where there is only one')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User of the system account; not needed where there is only one')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Where servers are, as nauth sees them; else the first that the operator names')
            [CompletionResult]::new('--cluster', '--cluster', [CompletionResultType]::ParameterName, 'Name of the NatsCluster')
            [CompletionResult]::new('--adopt', '--adopt', [CompletionResultType]::ParameterName, 'Accounts that nauth is to know, in place of the cluster')
            [CompletionResult]::new('--resource', '--resource', [CompletionResultType]::ParameterName, 'Name of the Account among resources; else its own in small letters, digits and hyphens, where no other comes to the same')
            [CompletionResult]::new('--cluster-namespace', '--cluster-namespace', [CompletionResultType]::ParameterName, 'Namespace of the NatsCluster, where it is another')
            [CompletionResult]::new('--account-key', '--account-key', [CompletionResultType]::ParameterName, 'Public key of the account''s signing key; not needed where only one has no role')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Accounts of which to say what nauth would drop, and nothing else')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What is written')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Who can decrypt a SOPS file (age1...); repeatable')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Store of the External Secrets Operator')
            [CompletionResult]::new('--secret-store-kind', '--secret-store-kind', [CompletionResultType]::ParameterName, 'Whose that store is [default: SecretStore]')
            [CompletionResult]::new('--remote-key', '--remote-key', [CompletionResultType]::ParameterName, 'Where in that store it is; {name} stands for the name of the Secret')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'How often the operator looks; 0s for once [default: 1h]')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Another label, or another value of one')
            [CompletionResult]::new('--annotation', '--annotation', [CompletionResultType]::ParameterName, 'Another annotation')
            [CompletionResult]::new('--prune-label', '--prune-label', [CompletionResultType]::ParameterName, 'Label it as one version of several, of what it is made of or of that name, and say how the others are removed')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--manage', '--manage', [CompletionResultType]::ParameterName, 'Let nauth write the accounts from now on')
            [CompletionResult]::new('--drop', '--drop', [CompletionResultType]::ParameterName, 'Let it, although something is dropped')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show secrets on a terminal, or in JSON')
            [CompletionResult]::new('--string-data', '--string-data', [CompletionResultType]::ParameterName, 'Write data as text (stringData), for people to read')
            [CompletionResult]::new('--immutable', '--immutable', [CompletionResultType]::ParameterName, 'Let nobody change it in place; so it is where its content names it')
            [CompletionResult]::new('--mutable', '--mutable', [CompletionResultType]::ParameterName, 'Let it be changed in place')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;secret' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('operator-signing-key', 'operator-signing-key', [CompletionResultType]::ParameterValue, 'Generate a Secret with a signing key of the operator')
            [CompletionResult]::new('sys-creds', 'sys-creds', [CompletionResultType]::ParameterValue, 'Generate a Secret with the creds of a user of the system account')
            [CompletionResult]::new('user-creds', 'user-creds', [CompletionResultType]::ParameterValue, 'Generate a Secret with the creds of a user')
            [CompletionResult]::new('account-keys', 'account-keys', [CompletionResultType]::ParameterValue, 'Generate a Secret with a signing key of an account')
            [CompletionResult]::new('xkey', 'xkey', [CompletionResultType]::ParameterValue, 'Generate a Secret with a curve key')
            [CompletionResult]::new('text-key', 'text-key', [CompletionResultType]::ParameterValue, 'Generate a Secret with a key of 32 letters and digits')
            [CompletionResult]::new('pkcs8', 'pkcs8', [CompletionResultType]::ParameterValue, 'Generate a Secret with Ed25519 keys as PKCS#8')
            [CompletionResult]::new('oidc-trust', 'oidc-trust', [CompletionResultType]::ParameterValue, 'Generate a Secret or ConfigMap with the keys of an OIDC issuer that a callout service trusts')
            [CompletionResult]::new('wasmcloud', 'wasmcloud', [CompletionResultType]::ParameterValue, 'Generate the Secret of wasmCloud''s secrets-nats-kv: its two curve keys, and creds')
            [CompletionResult]::new('nstance', 'nstance', [CompletionResultType]::ParameterValue, 'Generate a Secret with Nstance''s keys')
            [CompletionResult]::new('items', 'items', [CompletionResultType]::ParameterValue, 'Generate a Secret of any shape')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;generate;secret;operator-signing-key' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Key that it stands under, in place of those that are usual')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the object; else its content names it, so that what changed is another object and the old one can be gone back to')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What is written')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Who can decrypt a SOPS file (age1...); repeatable')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Store of the External Secrets Operator')
            [CompletionResult]::new('--secret-store-kind', '--secret-store-kind', [CompletionResultType]::ParameterName, 'Whose that store is [default: SecretStore]')
            [CompletionResult]::new('--remote-key', '--remote-key', [CompletionResultType]::ParameterName, 'Where in that store it is; {name} stands for the name of the Secret')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'How often the operator looks; 0s for once [default: 1h]')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Another label, or another value of one')
            [CompletionResult]::new('--annotation', '--annotation', [CompletionResultType]::ParameterName, 'Another annotation')
            [CompletionResult]::new('--prune-label', '--prune-label', [CompletionResultType]::ParameterName, 'Label it as one version of several, of what it is made of or of that name, and say how the others are removed')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show secrets on a terminal, or in JSON')
            [CompletionResult]::new('--string-data', '--string-data', [CompletionResultType]::ParameterName, 'Write data as text (stringData), for people to read')
            [CompletionResult]::new('--immutable', '--immutable', [CompletionResultType]::ParameterName, 'Let nobody change it in place; so it is where its content names it')
            [CompletionResult]::new('--mutable', '--mutable', [CompletionResultType]::ParameterName, 'Let it be changed in place')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;secret;sys-creds' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Key that it stands under, in place of those that are usual')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the object; else its content names it, so that what changed is another object and the old one can be gone back to')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What is written')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Who can decrypt a SOPS file (age1...); repeatable')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Store of the External Secrets Operator')
            [CompletionResult]::new('--secret-store-kind', '--secret-store-kind', [CompletionResultType]::ParameterName, 'Whose that store is [default: SecretStore]')
            [CompletionResult]::new('--remote-key', '--remote-key', [CompletionResultType]::ParameterName, 'Where in that store it is; {name} stands for the name of the Secret')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'How often the operator looks; 0s for once [default: 1h]')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Another label, or another value of one')
            [CompletionResult]::new('--annotation', '--annotation', [CompletionResultType]::ParameterName, 'Another annotation')
            [CompletionResult]::new('--prune-label', '--prune-label', [CompletionResultType]::ParameterName, 'Label it as one version of several, of what it is made of or of that name, and say how the others are removed')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show secrets on a terminal, or in JSON')
            [CompletionResult]::new('--string-data', '--string-data', [CompletionResultType]::ParameterName, 'Write data as text (stringData), for people to read')
            [CompletionResult]::new('--immutable', '--immutable', [CompletionResultType]::ParameterName, 'Let nobody change it in place; so it is where its content names it')
            [CompletionResult]::new('--mutable', '--mutable', [CompletionResultType]::ParameterName, 'Let it be changed in place')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;secret;user-creds' {
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one besides the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one besides the system account, or one is selected')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Key that it stands under, in place of those that are usual')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the object; else its content names it, so that what changed is another object and the old one can be gone back to')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What is written')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Who can decrypt a SOPS file (age1...); repeatable')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Store of the External Secrets Operator')
            [CompletionResult]::new('--secret-store-kind', '--secret-store-kind', [CompletionResultType]::ParameterName, 'Whose that store is [default: SecretStore]')
            [CompletionResult]::new('--remote-key', '--remote-key', [CompletionResultType]::ParameterName, 'Where in that store it is; {name} stands for the name of the Secret')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'How often the operator looks; 0s for once [default: 1h]')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Another label, or another value of one')
            [CompletionResult]::new('--annotation', '--annotation', [CompletionResultType]::ParameterName, 'Another annotation')
            [CompletionResult]::new('--prune-label', '--prune-label', [CompletionResultType]::ParameterName, 'Label it as one version of several, of what it is made of or of that name, and say how the others are removed')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show secrets on a terminal, or in JSON')
            [CompletionResult]::new('--string-data', '--string-data', [CompletionResultType]::ParameterName, 'Write data as text (stringData), for people to read')
            [CompletionResult]::new('--immutable', '--immutable', [CompletionResultType]::ParameterName, 'Let nobody change it in place; so it is where its content names it')
            [CompletionResult]::new('--mutable', '--mutable', [CompletionResultType]::ParameterName, 'Let it be changed in place')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;secret;account-keys' {
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Public key or role of the signing key; not needed where only one has no role')
            [CompletionResult]::new('--signing-key', '--signing-key', [CompletionResultType]::ParameterName, 'Public key or role of the signing key; not needed where only one has no role')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the object; else its content names it, so that what changed is another object and the old one can be gone back to')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What is written')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Who can decrypt a SOPS file (age1...); repeatable')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Store of the External Secrets Operator')
            [CompletionResult]::new('--secret-store-kind', '--secret-store-kind', [CompletionResultType]::ParameterName, 'Whose that store is [default: SecretStore]')
            [CompletionResult]::new('--remote-key', '--remote-key', [CompletionResultType]::ParameterName, 'Where in that store it is; {name} stands for the name of the Secret')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'How often the operator looks; 0s for once [default: 1h]')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Another label, or another value of one')
            [CompletionResult]::new('--annotation', '--annotation', [CompletionResultType]::ParameterName, 'Another annotation')
            [CompletionResult]::new('--prune-label', '--prune-label', [CompletionResultType]::ParameterName, 'Label it as one version of several, of what it is made of or of that name, and say how the others are removed')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Put every signing key there')
            [CompletionResult]::new('--with-identity', '--with-identity', [CompletionResultType]::ParameterName, 'Put the identity of the account there, too, under identity.nk')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show secrets on a terminal, or in JSON')
            [CompletionResult]::new('--string-data', '--string-data', [CompletionResultType]::ParameterName, 'Write data as text (stringData), for people to read')
            [CompletionResult]::new('--immutable', '--immutable', [CompletionResultType]::ParameterName, 'Let nobody change it in place; so it is where its content names it')
            [CompletionResult]::new('--mutable', '--mutable', [CompletionResultType]::ParameterName, 'Let it be changed in place')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;secret;xkey' {
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account whose auth callout names the key')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account whose auth callout names the key')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Key that it stands under, in place of those that are usual')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the object; else its content names it, so that what changed is another object and the old one can be gone back to')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What is written')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Who can decrypt a SOPS file (age1...); repeatable')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Store of the External Secrets Operator')
            [CompletionResult]::new('--secret-store-kind', '--secret-store-kind', [CompletionResultType]::ParameterName, 'Whose that store is [default: SecretStore]')
            [CompletionResult]::new('--remote-key', '--remote-key', [CompletionResultType]::ParameterName, 'Where in that store it is; {name} stands for the name of the Secret')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'How often the operator looks; 0s for once [default: 1h]')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Another label, or another value of one')
            [CompletionResult]::new('--annotation', '--annotation', [CompletionResultType]::ParameterName, 'Another annotation')
            [CompletionResult]::new('--prune-label', '--prune-label', [CompletionResultType]::ParameterName, 'Label it as one version of several, of what it is made of or of that name, and say how the others are removed')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show secrets on a terminal, or in JSON')
            [CompletionResult]::new('--string-data', '--string-data', [CompletionResultType]::ParameterName, 'Write data as text (stringData), for people to read')
            [CompletionResult]::new('--immutable', '--immutable', [CompletionResultType]::ParameterName, 'Let nobody change it in place; so it is where its content names it')
            [CompletionResult]::new('--mutable', '--mutable', [CompletionResultType]::ParameterName, 'Let it be changed in place')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;secret;text-key' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Key that it stands under, in place of those that are usual')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the object; else its content names it, so that what changed is another object and the old one can be gone back to')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What is written')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Who can decrypt a SOPS file (age1...); repeatable')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Store of the External Secrets Operator')
            [CompletionResult]::new('--secret-store-kind', '--secret-store-kind', [CompletionResultType]::ParameterName, 'Whose that store is [default: SecretStore]')
            [CompletionResult]::new('--remote-key', '--remote-key', [CompletionResultType]::ParameterName, 'Where in that store it is; {name} stands for the name of the Secret')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'How often the operator looks; 0s for once [default: 1h]')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Another label, or another value of one')
            [CompletionResult]::new('--annotation', '--annotation', [CompletionResultType]::ParameterName, 'Another annotation')
            [CompletionResult]::new('--prune-label', '--prune-label', [CompletionResultType]::ParameterName, 'Label it as one version of several, of what it is made of or of that name, and say how the others are removed')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show secrets on a terminal, or in JSON')
            [CompletionResult]::new('--string-data', '--string-data', [CompletionResultType]::ParameterName, 'Write data as text (stringData), for people to read')
            [CompletionResult]::new('--immutable', '--immutable', [CompletionResultType]::ParameterName, 'Let nobody change it in place; so it is where its content names it')
            [CompletionResult]::new('--mutable', '--mutable', [CompletionResultType]::ParameterName, 'Let it be changed in place')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;secret;pkcs8' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'Key that it stands under, in place of those that are usual')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the object; else its content names it, so that what changed is another object and the old one can be gone back to')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What is written')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Who can decrypt a SOPS file (age1...); repeatable')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Store of the External Secrets Operator')
            [CompletionResult]::new('--secret-store-kind', '--secret-store-kind', [CompletionResultType]::ParameterName, 'Whose that store is [default: SecretStore]')
            [CompletionResult]::new('--remote-key', '--remote-key', [CompletionResultType]::ParameterName, 'Where in that store it is; {name} stands for the name of the Secret')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'How often the operator looks; 0s for once [default: 1h]')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Another label, or another value of one')
            [CompletionResult]::new('--annotation', '--annotation', [CompletionResultType]::ParameterName, 'Another annotation')
            [CompletionResult]::new('--prune-label', '--prune-label', [CompletionResultType]::ParameterName, 'Label it as one version of several, of what it is made of or of that name, and say how the others are removed')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show secrets on a terminal, or in JSON')
            [CompletionResult]::new('--string-data', '--string-data', [CompletionResultType]::ParameterName, 'Write data as text (stringData), for people to read')
            [CompletionResult]::new('--immutable', '--immutable', [CompletionResultType]::ParameterName, 'Let nobody change it in place; so it is where its content names it')
            [CompletionResult]::new('--mutable', '--mutable', [CompletionResultType]::ParameterName, 'Let it be changed in place')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;secret;oidc-trust' {
            [CompletionResult]::new('--jwks', '--jwks', [CompletionResultType]::ParameterName, 'File with a JWKS, as the issuer publishes it; - is stdin. Repeated, the newest first')
            [CompletionResult]::new('--issuer', '--issuer', [CompletionResultType]::ParameterName, 'What tokens say of who issued them')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the object; else its content names it, so that what changed is another object and the old one can be gone back to')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What is written')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Who can decrypt a SOPS file (age1...); repeatable')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Store of the External Secrets Operator')
            [CompletionResult]::new('--secret-store-kind', '--secret-store-kind', [CompletionResultType]::ParameterName, 'Whose that store is [default: SecretStore]')
            [CompletionResult]::new('--remote-key', '--remote-key', [CompletionResultType]::ParameterName, 'Where in that store it is; {name} stands for the name of the Secret')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'How often the operator looks; 0s for once [default: 1h]')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Another label, or another value of one')
            [CompletionResult]::new('--annotation', '--annotation', [CompletionResultType]::ParameterName, 'Another annotation')
            [CompletionResult]::new('--prune-label', '--prune-label', [CompletionResultType]::ParameterName, 'Label it as one version of several, of what it is made of or of that name, and say how the others are removed')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--x5c', '--x5c', [CompletionResultType]::ParameterName, 'Keep the certificates beside the keys (x5c)')
            [CompletionResult]::new('--config-map', '--config-map', [CompletionResultType]::ParameterName, 'Write a ConfigMap: there is no secret in it')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show secrets on a terminal, or in JSON')
            [CompletionResult]::new('--string-data', '--string-data', [CompletionResultType]::ParameterName, 'Write data as text (stringData), for people to read')
            [CompletionResult]::new('--immutable', '--immutable', [CompletionResultType]::ParameterName, 'Let nobody change it in place; so it is where its content names it')
            [CompletionResult]::new('--mutable', '--mutable', [CompletionResultType]::ParameterName, 'Let it be changed in place')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;secret;wasmcloud' {
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one besides the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one besides the system account, or one is selected')
            [CompletionResult]::new('--encryption', '--encryption', [CompletionResultType]::ParameterName, 'Curve key that encrypts secrets where they are kept')
            [CompletionResult]::new('--transit', '--transit', [CompletionResultType]::ParameterName, 'Curve key that encrypts secrets on their way')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the object; else its content names it, so that what changed is another object and the old one can be gone back to')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What is written')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Who can decrypt a SOPS file (age1...); repeatable')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Store of the External Secrets Operator')
            [CompletionResult]::new('--secret-store-kind', '--secret-store-kind', [CompletionResultType]::ParameterName, 'Whose that store is [default: SecretStore]')
            [CompletionResult]::new('--remote-key', '--remote-key', [CompletionResultType]::ParameterName, 'Where in that store it is; {name} stands for the name of the Secret')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'How often the operator looks; 0s for once [default: 1h]')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Another label, or another value of one')
            [CompletionResult]::new('--annotation', '--annotation', [CompletionResultType]::ParameterName, 'Another annotation')
            [CompletionResult]::new('--prune-label', '--prune-label', [CompletionResultType]::ParameterName, 'Label it as one version of several, of what it is made of or of that name, and say how the others are removed')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show secrets on a terminal, or in JSON')
            [CompletionResult]::new('--string-data', '--string-data', [CompletionResultType]::ParameterName, 'Write data as text (stringData), for people to read')
            [CompletionResult]::new('--immutable', '--immutable', [CompletionResultType]::ParameterName, 'Let nobody change it in place; so it is where its content names it')
            [CompletionResult]::new('--mutable', '--mutable', [CompletionResultType]::ParameterName, 'Let it be changed in place')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;secret;nstance' {
            [CompletionResult]::new('--encryption', '--encryption', [CompletionResultType]::ParameterName, 'Encryption key, and after a comma the one before it (encryption.key.old)')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'Key of the certificate authority (ca.key)')
            [CompletionResult]::new('--registration', '--registration', [CompletionResultType]::ParameterName, 'Key that signs registrations (registration-nonce.key)')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the object; else its content names it, so that what changed is another object and the old one can be gone back to')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What is written')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Who can decrypt a SOPS file (age1...); repeatable')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Store of the External Secrets Operator')
            [CompletionResult]::new('--secret-store-kind', '--secret-store-kind', [CompletionResultType]::ParameterName, 'Whose that store is [default: SecretStore]')
            [CompletionResult]::new('--remote-key', '--remote-key', [CompletionResultType]::ParameterName, 'Where in that store it is; {name} stands for the name of the Secret')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'How often the operator looks; 0s for once [default: 1h]')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Another label, or another value of one')
            [CompletionResult]::new('--annotation', '--annotation', [CompletionResultType]::ParameterName, 'Another annotation')
            [CompletionResult]::new('--prune-label', '--prune-label', [CompletionResultType]::ParameterName, 'Label it as one version of several, of what it is made of or of that name, and say how the others are removed')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show secrets on a terminal, or in JSON')
            [CompletionResult]::new('--string-data', '--string-data', [CompletionResultType]::ParameterName, 'Write data as text (stringData), for people to read')
            [CompletionResult]::new('--immutable', '--immutable', [CompletionResultType]::ParameterName, 'Let nobody change it in place; so it is where its content names it')
            [CompletionResult]::new('--mutable', '--mutable', [CompletionResultType]::ParameterName, 'Let it be changed in place')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;secret;items' {
            [CompletionResult]::new('--item', '--item', [CompletionResultType]::ParameterName, 'Key, and what stands under it')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the object; else its content names it, so that what changed is another object and the old one can be gone back to')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What is written')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Who can decrypt a SOPS file (age1...); repeatable')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Store of the External Secrets Operator')
            [CompletionResult]::new('--secret-store-kind', '--secret-store-kind', [CompletionResultType]::ParameterName, 'Whose that store is [default: SecretStore]')
            [CompletionResult]::new('--remote-key', '--remote-key', [CompletionResultType]::ParameterName, 'Where in that store it is; {name} stands for the name of the Secret')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'How often the operator looks; 0s for once [default: 1h]')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Another label, or another value of one')
            [CompletionResult]::new('--annotation', '--annotation', [CompletionResultType]::ParameterName, 'Another annotation')
            [CompletionResult]::new('--prune-label', '--prune-label', [CompletionResultType]::ParameterName, 'Label it as one version of several, of what it is made of or of that name, and say how the others are removed')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show secrets on a terminal, or in JSON')
            [CompletionResult]::new('--string-data', '--string-data', [CompletionResultType]::ParameterName, 'Write data as text (stringData), for people to read')
            [CompletionResult]::new('--immutable', '--immutable', [CompletionResultType]::ParameterName, 'Let nobody change it in place; so it is where its content names it')
            [CompletionResult]::new('--mutable', '--mutable', [CompletionResultType]::ParameterName, 'Let it be changed in place')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;secret;help' {
            [CompletionResult]::new('operator-signing-key', 'operator-signing-key', [CompletionResultType]::ParameterValue, 'Generate a Secret with a signing key of the operator')
            [CompletionResult]::new('sys-creds', 'sys-creds', [CompletionResultType]::ParameterValue, 'Generate a Secret with the creds of a user of the system account')
            [CompletionResult]::new('user-creds', 'user-creds', [CompletionResultType]::ParameterValue, 'Generate a Secret with the creds of a user')
            [CompletionResult]::new('account-keys', 'account-keys', [CompletionResultType]::ParameterValue, 'Generate a Secret with a signing key of an account')
            [CompletionResult]::new('xkey', 'xkey', [CompletionResultType]::ParameterValue, 'Generate a Secret with a curve key')
            [CompletionResult]::new('text-key', 'text-key', [CompletionResultType]::ParameterValue, 'Generate a Secret with a key of 32 letters and digits')
            [CompletionResult]::new('pkcs8', 'pkcs8', [CompletionResultType]::ParameterValue, 'Generate a Secret with Ed25519 keys as PKCS#8')
            [CompletionResult]::new('oidc-trust', 'oidc-trust', [CompletionResultType]::ParameterValue, 'Generate a Secret or ConfigMap with the keys of an OIDC issuer that a callout service trusts')
            [CompletionResult]::new('wasmcloud', 'wasmcloud', [CompletionResultType]::ParameterValue, 'Generate the Secret of wasmCloud''s secrets-nats-kv: its two curve keys, and creds')
            [CompletionResult]::new('nstance', 'nstance', [CompletionResultType]::ParameterValue, 'Generate a Secret with Nstance''s keys')
            [CompletionResult]::new('items', 'items', [CompletionResultType]::ParameterValue, 'Generate a Secret of any shape')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;generate;secret;help;operator-signing-key' {
            break
        }
        'nkeep;generate;secret;help;sys-creds' {
            break
        }
        'nkeep;generate;secret;help;user-creds' {
            break
        }
        'nkeep;generate;secret;help;account-keys' {
            break
        }
        'nkeep;generate;secret;help;xkey' {
            break
        }
        'nkeep;generate;secret;help;text-key' {
            break
        }
        'nkeep;generate;secret;help;pkcs8' {
            break
        }
        'nkeep;generate;secret;help;oidc-trust' {
            break
        }
        'nkeep;generate;secret;help;wasmcloud' {
            break
        }
        'nkeep;generate;secret;help;nstance' {
            break
        }
        'nkeep;generate;secret;help;items' {
            break
        }
        'nkeep;generate;secret;help;help' {
            break
        }
        'nkeep;generate;help' {
            [CompletionResult]::new('activation', 'activation', [CompletionResultType]::ParameterValue, 'Generate an activation: leave for an account to import a private export')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Generate the part of a server''s configuration that makes it trust an operator')
            [CompletionResult]::new('context', 'context', [CompletionResultType]::ParameterValue, 'Generate a context of the nats command line for a user')
            [CompletionResult]::new('creds', 'creds', [CompletionResultType]::ParameterValue, 'Generate a creds file for a user')
            [CompletionResult]::new('diagram', 'diagram', [CompletionResultType]::ParameterValue, 'Generate diagrams of what is in the store')
            [CompletionResult]::new('nkey', 'nkey', [CompletionResultType]::ParameterValue, 'Generate an nkey')
            [CompletionResult]::new('profile', 'profile', [CompletionResultType]::ParameterValue, 'Generate a profile that tools read, from an nsc URL')
            [CompletionResult]::new('config-map', 'config-map', [CompletionResultType]::ParameterValue, 'Generate a ConfigMap with tokens and public keys')
            [CompletionResult]::new('helm-values', 'helm-values', [CompletionResultType]::ParameterValue, 'Generate values of the official NATS chart, with which its servers trust the operator')
            [CompletionResult]::new('kustomization', 'kustomization', [CompletionResultType]::ParameterValue, 'Generate a kustomization, with which hashes in names of Secrets reach the custom resources that name them')
            [CompletionResult]::new('nack', 'nack', [CompletionResultType]::ParameterValue, 'Generate what NACK needs: a user''s creds, and its Account')
            [CompletionResult]::new('nauth', 'nauth', [CompletionResultType]::ParameterValue, 'Generate what nauth needs: a signing key of the operator, creds of the system account, and its NatsCluster')
            [CompletionResult]::new('secret', 'secret', [CompletionResultType]::ParameterValue, 'Generate a Secret of Kubernetes with keys or creds, to be piped to kubectl')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;generate;help;activation' {
            break
        }
        'nkeep;generate;help;config' {
            break
        }
        'nkeep;generate;help;context' {
            break
        }
        'nkeep;generate;help;creds' {
            break
        }
        'nkeep;generate;help;diagram' {
            [CompletionResult]::new('component', 'component', [CompletionResultType]::ParameterValue, 'Generate a diagram of what accounts share')
            [CompletionResult]::new('object', 'object', [CompletionResultType]::ParameterValue, 'Generate a diagram of the operator, its accounts and their users')
            break
        }
        'nkeep;generate;help;diagram;component' {
            break
        }
        'nkeep;generate;help;diagram;object' {
            break
        }
        'nkeep;generate;help;nkey' {
            break
        }
        'nkeep;generate;help;profile' {
            break
        }
        'nkeep;generate;help;config-map' {
            break
        }
        'nkeep;generate;help;helm-values' {
            break
        }
        'nkeep;generate;help;kustomization' {
            break
        }
        'nkeep;generate;help;nack' {
            break
        }
        'nkeep;generate;help;nauth' {
            break
        }
        'nkeep;generate;help;secret' {
            [CompletionResult]::new('operator-signing-key', 'operator-signing-key', [CompletionResultType]::ParameterValue, 'Generate a Secret with a signing key of the operator')
            [CompletionResult]::new('sys-creds', 'sys-creds', [CompletionResultType]::ParameterValue, 'Generate a Secret with the creds of a user of the system account')
            [CompletionResult]::new('user-creds', 'user-creds', [CompletionResultType]::ParameterValue, 'Generate a Secret with the creds of a user')
            [CompletionResult]::new('account-keys', 'account-keys', [CompletionResultType]::ParameterValue, 'Generate a Secret with a signing key of an account')
            [CompletionResult]::new('xkey', 'xkey', [CompletionResultType]::ParameterValue, 'Generate a Secret with a curve key')
            [CompletionResult]::new('text-key', 'text-key', [CompletionResultType]::ParameterValue, 'Generate a Secret with a key of 32 letters and digits')
            [CompletionResult]::new('pkcs8', 'pkcs8', [CompletionResultType]::ParameterValue, 'Generate a Secret with Ed25519 keys as PKCS#8')
            [CompletionResult]::new('oidc-trust', 'oidc-trust', [CompletionResultType]::ParameterValue, 'Generate a Secret or ConfigMap with the keys of an OIDC issuer that a callout service trusts')
            [CompletionResult]::new('wasmcloud', 'wasmcloud', [CompletionResultType]::ParameterValue, 'Generate the Secret of wasmCloud''s secrets-nats-kv: its two curve keys, and creds')
            [CompletionResult]::new('nstance', 'nstance', [CompletionResultType]::ParameterValue, 'Generate a Secret with Nstance''s keys')
            [CompletionResult]::new('items', 'items', [CompletionResultType]::ParameterValue, 'Generate a Secret of any shape')
            break
        }
        'nkeep;generate;help;secret;operator-signing-key' {
            break
        }
        'nkeep;generate;help;secret;sys-creds' {
            break
        }
        'nkeep;generate;help;secret;user-creds' {
            break
        }
        'nkeep;generate;help;secret;account-keys' {
            break
        }
        'nkeep;generate;help;secret;xkey' {
            break
        }
        'nkeep;generate;help;secret;text-key' {
            break
        }
        'nkeep;generate;help;secret;pkcs8' {
            break
        }
        'nkeep;generate;help;secret;oidc-trust' {
            break
        }
        'nkeep;generate;help;secret;wasmcloud' {
            break
        }
        'nkeep;generate;help;secret;nstance' {
            break
        }
        'nkeep;generate;help;secret;items' {
            break
        }
        'nkeep;generate;help;help' {
            break
        }
        'nkeep;import' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Take an account from a token')
            [CompletionResult]::new('dir', 'dir', [CompletionResultType]::ParameterValue, 'Make the store again that a folder was made from, or take from it what the store lacks')
            [CompletionResult]::new('files', 'files', [CompletionResultType]::ParameterValue, 'Put a store together from tokens and keys that lie about')
            [CompletionResult]::new('keys', 'keys', [CompletionResultType]::ParameterValue, 'Seal the seeds of key files into the store')
            [CompletionResult]::new('nsc', 'nsc', [CompletionResultType]::ParameterValue, 'Take operators, accounts, users and keys from a store of nsc''s')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Take a user from a token, or from a creds file with its seed')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;import;account' {
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'File with the token, - for stdin, or its address')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'File with the token, - for stdin, or its address')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--overwrite', '--overwrite', [CompletionResultType]::ParameterName, 'Put it in place of the account that is there')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Sign one that another operator signed')
            [CompletionResult]::new('--skip', '--skip', [CompletionResultType]::ParameterName, 'Take a token that breaks rules, to be edited afterwards')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;import;dir' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--ours', '--ours', [CompletionResultType]::ParameterName, 'Keep as it is here what both changed; whom the other copy shuts out there must be shut out here, too')
            [CompletionResult]::new('--theirs', '--theirs', [CompletionResultType]::ParameterName, 'Take as it is there what both changed; whom this store shuts out there must be shut out in it, too')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;import;files' {
            [CompletionResult]::new('--in', '--in', [CompletionResultType]::ParameterName, 'The same, as nsc takes them')
            [CompletionResult]::new('--rename', '--rename', [CompletionResultType]::ParameterName, 'Take an operator or account, which is named by its name or public key, or a user, by its public key, under another name; its token is signed anew by the key that signed it')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--creds', '--creds', [CompletionResultType]::ParameterName, 'Read users and their seeds from creds files, too')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Put what is imported in place of what the store has otherwise')
            [CompletionResult]::new('--skip', '--skip', [CompletionResultType]::ParameterName, 'Take tokens that break rules, to be edited afterwards')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;import;keys' {
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Folder with the files')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Folder with the files')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'A file with a key: a seed, 32 letters and digits, or PKCS#8 of Ed25519')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'A file with a key: a seed, 32 letters and digits, or PKCS#8 of Ed25519')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-R', '-R ', [CompletionResultType]::ParameterName, 'Look in the folders in it, too')
            [CompletionResult]::new('--recurse', '--recurse', [CompletionResultType]::ParameterName, 'Look in the folders in it, too')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;import;nsc' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder with the operators, where it lies apart')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Folder with nsc''s folders keys and creds, where it lies apart')
            [CompletionResult]::new('--rename', '--rename', [CompletionResultType]::ParameterName, 'Take an operator or account, which is named by its name or public key, or a user, by its public key, under another name; its token is signed anew by the key that signed it')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Put what is imported in place of what the store has otherwise')
            [CompletionResult]::new('--skip', '--skip', [CompletionResultType]::ParameterName, 'Take tokens that break rules, to be edited afterwards')
            [CompletionResult]::new('--shred-source', '--shred-source', [CompletionResultType]::ParameterName, 'Remove the files with seeds in the clear, each when the store gave its seed back; exit code 3 when one stays, or lies there under a name that nsc does not use')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;import;user' {
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'File with a token or creds, or - for stdin')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'File with a token or creds, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--overwrite', '--overwrite', [CompletionResultType]::ParameterName, 'Put it in place of the user that is there, whose token is older')
            [CompletionResult]::new('--skip', '--skip', [CompletionResultType]::ParameterName, 'Take a token that breaks rules, to be edited afterwards')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;import;help' {
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Take an account from a token')
            [CompletionResult]::new('dir', 'dir', [CompletionResultType]::ParameterValue, 'Make the store again that a folder was made from, or take from it what the store lacks')
            [CompletionResult]::new('files', 'files', [CompletionResultType]::ParameterValue, 'Put a store together from tokens and keys that lie about')
            [CompletionResult]::new('keys', 'keys', [CompletionResultType]::ParameterValue, 'Seal the seeds of key files into the store')
            [CompletionResult]::new('nsc', 'nsc', [CompletionResultType]::ParameterValue, 'Take operators, accounts, users and keys from a store of nsc''s')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Take a user from a token, or from a creds file with its seed')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;import;help;account' {
            break
        }
        'nkeep;import;help;dir' {
            break
        }
        'nkeep;import;help;files' {
            break
        }
        'nkeep;import;help;keys' {
            break
        }
        'nkeep;import;help;nsc' {
            break
        }
        'nkeep;import;help;user' {
            break
        }
        'nkeep;import;help;help' {
            break
        }
        'nkeep;init' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name of the operator, and of the first account and user; * makes one up')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the operator, and of the first account and user; * makes one up')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Where clients connect; or the address (http, https) of the token of an operator whose keys are elsewhere')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Where clients connect; or the address (http, https) of the token of an operator whose keys are elsewhere')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'An operator whose keys are elsewhere, by a name that is known; its account server is asked for the account')
            [CompletionResult]::new('--remote-operator', '--remote-operator', [CompletionResultType]::ParameterName, 'An operator whose keys are elsewhere, by a name that is known; its account server is asked for the account')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Folder for the store, as default.nkeep, which is remembered as with env -s')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Folder for the store, as default.nkeep, which is remembered as with env -s')
            [CompletionResult]::new('--preset', '--preset', [CompletionResultType]::ParameterName, 'Beside sys, a user of the system account for what connects as one, called as the preset of its permissions')
            [CompletionResult]::new('--new-identity', '--new-identity', [CompletionResultType]::ParameterName, 'Make an age identity, and write it to a new file with mode 0600')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'What to call who opens it')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--generate-passphrase', '--generate-passphrase', [CompletionResultType]::ParameterName, 'Make a passphrase, and show it once')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;list' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('accounts', 'accounts', [CompletionResultType]::ParameterValue, 'List accounts')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'List accounts')
            [CompletionResult]::new('keys', 'keys', [CompletionResultType]::ParameterValue, 'List keys; no seed is opened unless --show-seeds is given')
            [CompletionResult]::new('key', 'key', [CompletionResultType]::ParameterValue, 'List keys; no seed is opened unless --show-seeds is given')
            [CompletionResult]::new('operators', 'operators', [CompletionResultType]::ParameterValue, 'List operators')
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'List operators')
            [CompletionResult]::new('users', 'users', [CompletionResultType]::ParameterValue, 'List the users of an account')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'List the users of an account')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;list;accounts' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;list;account' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;list;keys' {
            [CompletionResult]::new('--class', '--class', [CompletionResultType]::ParameterName, 'Class of keys; all of them when none is named')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'This account and its users alone, beside the operator')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'This user alone, beside the operator and the accounts')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Only keys with these letters in them')
            [CompletionResult]::new('--filter', '--filter', [CompletionResultType]::ParameterName, 'Only keys with these letters in them')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The operator''s keys')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'The operator''s keys')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Keys of accounts, their curve keys among them')
            [CompletionResult]::new('--accounts', '--accounts', [CompletionResultType]::ParameterName, 'Keys of accounts, their curve keys among them')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Keys of users')
            [CompletionResult]::new('--users', '--users', [CompletionResultType]::ParameterName, 'Keys of users')
            [CompletionResult]::new('-x', '-x', [CompletionResultType]::ParameterName, 'Curve keys')
            [CompletionResult]::new('--curve', '--curve', [CompletionResultType]::ParameterName, 'Curve keys')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'The operator''s keys, and those of its accounts and users')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'The operator''s keys, and those of its accounts and users')
            [CompletionResult]::new('--not-referenced', '--not-referenced', [CompletionResultType]::ParameterName, 'Keys that belong to nobody, and that no token in the store names')
            [CompletionResult]::new('-S', '-S ', [CompletionResultType]::ParameterName, 'Open the seeds, and show them')
            [CompletionResult]::new('--show-seeds', '--show-seeds', [CompletionResultType]::ParameterName, 'Open the seeds, and show them')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show seeds on a terminal, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;list;key' {
            [CompletionResult]::new('--class', '--class', [CompletionResultType]::ParameterName, 'Class of keys; all of them when none is named')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'This account and its users alone, beside the operator')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'This user alone, beside the operator and the accounts')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Only keys with these letters in them')
            [CompletionResult]::new('--filter', '--filter', [CompletionResultType]::ParameterName, 'Only keys with these letters in them')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The operator''s keys')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'The operator''s keys')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Keys of accounts, their curve keys among them')
            [CompletionResult]::new('--accounts', '--accounts', [CompletionResultType]::ParameterName, 'Keys of accounts, their curve keys among them')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Keys of users')
            [CompletionResult]::new('--users', '--users', [CompletionResultType]::ParameterName, 'Keys of users')
            [CompletionResult]::new('-x', '-x', [CompletionResultType]::ParameterName, 'Curve keys')
            [CompletionResult]::new('--curve', '--curve', [CompletionResultType]::ParameterName, 'Curve keys')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'The operator''s keys, and those of its accounts and users')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'The operator''s keys, and those of its accounts and users')
            [CompletionResult]::new('--not-referenced', '--not-referenced', [CompletionResultType]::ParameterName, 'Keys that belong to nobody, and that no token in the store names')
            [CompletionResult]::new('-S', '-S ', [CompletionResultType]::ParameterName, 'Open the seeds, and show them')
            [CompletionResult]::new('--show-seeds', '--show-seeds', [CompletionResultType]::ParameterName, 'Open the seeds, and show them')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show seeds on a terminal, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;list;operators' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;list;operator' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;list;users' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;list;user' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;list;help' {
            [CompletionResult]::new('accounts', 'accounts', [CompletionResultType]::ParameterValue, 'List accounts')
            [CompletionResult]::new('keys', 'keys', [CompletionResultType]::ParameterValue, 'List keys; no seed is opened unless --show-seeds is given')
            [CompletionResult]::new('operators', 'operators', [CompletionResultType]::ParameterValue, 'List operators')
            [CompletionResult]::new('users', 'users', [CompletionResultType]::ParameterValue, 'List the users of an account')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;list;help;accounts' {
            break
        }
        'nkeep;list;help;keys' {
            break
        }
        'nkeep;list;help;operators' {
            break
        }
        'nkeep;list;help;users' {
            break
        }
        'nkeep;list;help;help' {
            break
        }
        'nkeep;load' {
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Where the operator''s token is: an address')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'The account''s seed: a file, - for stdin, or its public key where the store has the seed')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The same as nsc has it: nsc://OPERATOR?secret=KEY&user=NAME, where OPERATOR is a name that is known, or one that a variable says the address of: NSC_ACME_OPERATOR that of ACME')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Name of the user')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Take it though signing keys of the operator come back that let accounts in')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;lock' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;man' {
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'Folder for the pages; made if it is not there')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;nkey' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('gen', 'gen', [CompletionResultType]::ParameterValue, 'Generate an nkey')
            [CompletionResult]::new('seal', 'seal', [CompletionResultType]::ParameterValue, 'Seal a file for the holder of a curve key')
            [CompletionResult]::new('encrypt', 'encrypt', [CompletionResultType]::ParameterValue, 'Seal a file for the holder of a curve key')
            [CompletionResult]::new('enc', 'enc', [CompletionResultType]::ParameterValue, 'Seal a file for the holder of a curve key')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the public key of a seed')
            [CompletionResult]::new('sign', 'sign', [CompletionResultType]::ParameterValue, 'Sign a file with a seed')
            [CompletionResult]::new('unseal', 'unseal', [CompletionResultType]::ParameterValue, 'Open a box that was sealed for a curve key')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Open a box that was sealed for a curve key')
            [CompletionResult]::new('decrypt', 'decrypt', [CompletionResultType]::ParameterValue, 'Open a box that was sealed for a curve key')
            [CompletionResult]::new('dec', 'dec', [CompletionResultType]::ParameterValue, 'Open a box that was sealed for a curve key')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Verify a signature of a file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;nk' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('gen', 'gen', [CompletionResultType]::ParameterValue, 'Generate an nkey')
            [CompletionResult]::new('seal', 'seal', [CompletionResultType]::ParameterValue, 'Seal a file for the holder of a curve key')
            [CompletionResult]::new('encrypt', 'encrypt', [CompletionResultType]::ParameterValue, 'Seal a file for the holder of a curve key')
            [CompletionResult]::new('enc', 'enc', [CompletionResultType]::ParameterValue, 'Seal a file for the holder of a curve key')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the public key of a seed')
            [CompletionResult]::new('sign', 'sign', [CompletionResultType]::ParameterValue, 'Sign a file with a seed')
            [CompletionResult]::new('unseal', 'unseal', [CompletionResultType]::ParameterValue, 'Open a box that was sealed for a curve key')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Open a box that was sealed for a curve key')
            [CompletionResult]::new('decrypt', 'decrypt', [CompletionResultType]::ParameterValue, 'Open a box that was sealed for a curve key')
            [CompletionResult]::new('dec', 'dec', [CompletionResultType]::ParameterValue, 'Open a box that was sealed for a curve key')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Verify a signature of a file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;nkey;gen' {
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'Write the seed to a new file with mode 0600, and print only the public key; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show the seed on a terminal, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;gen' {
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'Write the seed to a new file with mode 0600, and print only the public key; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show the seed on a terminal, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;seal' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the box to a new file; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Write the bytes of the box without base64')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;encrypt' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the box to a new file; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Write the bytes of the box without base64')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;enc' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the box to a new file; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Write the bytes of the box without base64')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;seal' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the box to a new file; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Write the bytes of the box without base64')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;encrypt' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the box to a new file; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Write the bytes of the box without base64')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;enc' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the box to a new file; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Write the bytes of the box without base64')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;sign' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;sign' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;unseal' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;open' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;decrypt' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;dec' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;unseal' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;open' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;decrypt' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;dec' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600; - is stdout')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;verify' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;verify' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;help' {
            [CompletionResult]::new('gen', 'gen', [CompletionResultType]::ParameterValue, 'Generate an nkey')
            [CompletionResult]::new('seal', 'seal', [CompletionResultType]::ParameterValue, 'Seal a file for the holder of a curve key')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the public key of a seed')
            [CompletionResult]::new('sign', 'sign', [CompletionResultType]::ParameterValue, 'Sign a file with a seed')
            [CompletionResult]::new('unseal', 'unseal', [CompletionResultType]::ParameterValue, 'Open a box that was sealed for a curve key')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Verify a signature of a file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;nkey;help;gen' {
            break
        }
        'nkeep;nkey;help;seal' {
            break
        }
        'nkeep;nkey;help;show' {
            break
        }
        'nkeep;nkey;help;sign' {
            break
        }
        'nkeep;nkey;help;unseal' {
            break
        }
        'nkeep;nkey;help;verify' {
            break
        }
        'nkeep;nkey;help;help' {
            break
        }
        'nkeep;nk;help' {
            [CompletionResult]::new('gen', 'gen', [CompletionResultType]::ParameterValue, 'Generate an nkey')
            [CompletionResult]::new('seal', 'seal', [CompletionResultType]::ParameterValue, 'Seal a file for the holder of a curve key')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the public key of a seed')
            [CompletionResult]::new('sign', 'sign', [CompletionResultType]::ParameterValue, 'Sign a file with a seed')
            [CompletionResult]::new('unseal', 'unseal', [CompletionResultType]::ParameterValue, 'Open a box that was sealed for a curve key')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Verify a signature of a file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;nk;help;gen' {
            break
        }
        'nkeep;nk;help;seal' {
            break
        }
        'nkeep;nk;help;show' {
            break
        }
        'nkeep;nk;help;sign' {
            break
        }
        'nkeep;nk;help;unseal' {
            break
        }
        'nkeep;nk;help;verify' {
            break
        }
        'nkeep;nk;help;help' {
            break
        }
        'nkeep;pull' {
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account, by its name or public key; else the selected one, or the only one')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account, by its name or public key; else the selected one, or the only one')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss), or an account server (http, https); else where the operator says that accounts are pushed to, or clients connect')
            [CompletionResult]::new('--account-jwt-server-url', '--account-jwt-server-url', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss), or an account server (http, https); else where the operator says that accounts are pushed to, or clients connect')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss), or an account server (http, https); else where the operator says that accounts are pushed to, or clients connect')
            [CompletionResult]::new('--servers', '--servers', [CompletionResultType]::ParameterName, 'How many servers there are; else as many as they know of each other, have routes to, and the operator names')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which a server is not waited for any longer')
            [CompletionResult]::new('--system-account', '--system-account', [CompletionResultType]::ParameterName, 'System account; else the one that the operator names')
            [CompletionResult]::new('--system-user', '--system-user', [CompletionResultType]::ParameterName, 'User of the system account that connects; else one that lives for two minutes, and may do just this')
            [CompletionResult]::new('--creds', '--creds', [CompletionResultType]::ParameterName, 'Creds file of the user that connects')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'All accounts of the operator')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All accounts of the operator')
            [CompletionResult]::new('--operator-token', '--operator-token', [CompletionResultType]::ParameterName, 'Take the operator''s token that servers go by, too, where it is later; with all accounts')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Take the operator''s token without asking')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Take the operator''s token also where a key comes back with it, and sign anew what it lets no longer hold')
            [CompletionResult]::new('-F', '-F ', [CompletionResultType]::ParameterName, 'Put what servers have in place of what is newer in the store, also where that lets somebody in again')
            [CompletionResult]::new('--overwrite-newer', '--overwrite-newer', [CompletionResultType]::ParameterName, 'Put what servers have in place of what is newer in the store, also where that lets somebody in again')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;push' {
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; else the selected one, or the only one')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; else the selected one, or the only one')
            [CompletionResult]::new('-R', '-R ', [CompletionResultType]::ParameterName, 'Have servers delete that account')
            [CompletionResult]::new('--account-removal', '--account-removal', [CompletionResultType]::ParameterName, 'Have servers delete that account')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss), or an account server (http, https); else where the operator says that accounts are pushed to, or clients connect')
            [CompletionResult]::new('--account-jwt-server-url', '--account-jwt-server-url', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss), or an account server (http, https); else where the operator says that accounts are pushed to, or clients connect')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss), or an account server (http, https); else where the operator says that accounts are pushed to, or clients connect')
            [CompletionResult]::new('--servers', '--servers', [CompletionResultType]::ParameterName, 'How many servers there are; else as many as they know of each other, have routes to, and the operator names')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which a server is not waited for any longer')
            [CompletionResult]::new('--system-account', '--system-account', [CompletionResultType]::ParameterName, 'System account; else the one that the operator names')
            [CompletionResult]::new('--system-user', '--system-user', [CompletionResultType]::ParameterName, 'User of the system account that connects; else one that lives for two minutes, and may do just this')
            [CompletionResult]::new('--creds', '--creds', [CompletionResultType]::ParameterName, 'Creds file of the user that connects')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'All accounts of the operator')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All accounts of the operator')
            [CompletionResult]::new('-P', '-P ', [CompletionResultType]::ParameterName, 'Have servers delete the accounts of the operator that are not in the store; with --all, after those that are were pushed')
            [CompletionResult]::new('--prune', '--prune', [CompletionResultType]::ParameterName, 'Have servers delete the accounts of the operator that are not in the store; with --all, after those that are were pushed')
            [CompletionResult]::new('-D', '-D ', [CompletionResultType]::ParameterName, 'Say what servers have otherwise, and push nothing: what `nkeep diff` does')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Say what servers have otherwise, and push nothing: what `nkeep diff` does')
            [CompletionResult]::new('--foreign', '--foreign', [CompletionResultType]::ParameterName, 'Prune accounts of other operators, too, and those of which nobody says who signed them')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Delete without asking')
            [CompletionResult]::new('-F', '-F ', [CompletionResultType]::ParameterName, 'Push what has expired, what servers do not trust, and what they have a later one of, too; prune where servers are missing, or have a later token of the operator')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Push what has expired, what servers do not trust, and what they have a later one of, too; prune where servers are missing, or have a later token of the operator')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;reissue' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'Give an operator another identity key')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;reissue;operator' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Identity key: a public key whose seed is in the store, a file with a seed, or - for stdin; else one is made')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Identity key: a public key whose seed is in the store, a file with a seed, or - for stdin; else one is made')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--convert-to-signing-key', '--convert-to-signing-key', [CompletionResultType]::ParameterName, 'Keep the old identity key as a signing key')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace an identity key whose seed is kept elsewhere; take one that was taken away before and lets accounts in again')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;reissue;help' {
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'Give an operator another identity key')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;reissue;help;operator' {
            break
        }
        'nkeep;reissue;help;help' {
            break
        }
        'nkeep;rename' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Give an account another name')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;rename;account' {
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--OK', '--OK', [CompletionResultType]::ParameterName, 'Taken for nsc''s sake')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;rename;help' {
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Give an account another name')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;rename;help;account' {
            break
        }
        'nkeep;rename;help;help' {
            break
        }
        'nkeep;revocations' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('add-activation', 'add-activation', [CompletionResultType]::ParameterValue, 'Revoke the activations that an account was given for an export')
            [CompletionResult]::new('delete-activation', 'delete-activation', [CompletionResultType]::ParameterValue, 'Take back a revocation of activations')
            [CompletionResult]::new('list-activations', 'list-activations', [CompletionResultType]::ParameterValue, 'List the revocations of activations, of one export or of all')
            [CompletionResult]::new('add-user', 'add-user', [CompletionResultType]::ParameterValue, 'Revoke what a user was given')
            [CompletionResult]::new('compact', 'compact', [CompletionResultType]::ParameterValue, 'Drop revocations that revoke nothing any more')
            [CompletionResult]::new('delete-user', 'delete-user', [CompletionResultType]::ParameterValue, 'Take the revocation of a user back: what it was given holds again')
            [CompletionResult]::new('list-users', 'list-users', [CompletionResultType]::ParameterValue, 'List the revoked users of an account')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;revocations;add-activation' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Subject of the export, or a part of it; not needed where there is only one')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'Subject of the export, or a part of it; not needed where there is only one')
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'The service, not the stream, where both have the subject')
            [CompletionResult]::new('-t', '-t', [CompletionResultType]::ParameterName, 'Name or public key of the account that may import it no longer, or * for all')
            [CompletionResult]::new('--target-account', '--target-account', [CompletionResultType]::ParameterName, 'Name or public key of the account that may import it no longer, or * for all')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Up to when: seconds since 1970, or a time such as 2026-12-24T18:00:00Z; 0 for all so far')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;revocations;delete-activation' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Subject of the export, or a part of it; not needed where there is only one')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'Subject of the export, or a part of it; not needed where there is only one')
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'The service, not the stream, where both have the subject')
            [CompletionResult]::new('-t', '-t', [CompletionResultType]::ParameterName, 'Name or public key of the account whose revocation it is, or * for that of all')
            [CompletionResult]::new('--target-account', '--target-account', [CompletionResultType]::ParameterName, 'Name or public key of the account whose revocation it is, or * for that of all')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;revocations;list-activations' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Subject of the export, or a part of it; all where this is not given')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'Subject of the export, or a part of it; all where this is not given')
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'Services only, or with =false streams')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;revocations;add-user' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name or public key of a user of the store, or * for every user')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name or public key of a user of the store, or * for every user')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Public key of a user, also of one who is not in the store; or * for every user')
            [CompletionResult]::new('--user-public-key', '--user-public-key', [CompletionResultType]::ParameterName, 'Public key of a user, also of one who is not in the store; or * for every user')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Up to when it was signed: seconds since 1970, or such as 2026-12-24T18:00:00Z; 0 is now')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;revocations;compact' {
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;revocations;delete-user' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name or public key of a user of the store, or * for every user')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name or public key of a user of the store, or * for every user')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Public key of a user, also of one who is not in the store; or * for every user')
            [CompletionResult]::new('--user-public-key', '--user-public-key', [CompletionResultType]::ParameterName, 'Public key of a user, also of one who is not in the store; or * for every user')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;revocations;list-users' {
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;revocations;help' {
            [CompletionResult]::new('add-activation', 'add-activation', [CompletionResultType]::ParameterValue, 'Revoke the activations that an account was given for an export')
            [CompletionResult]::new('delete-activation', 'delete-activation', [CompletionResultType]::ParameterValue, 'Take back a revocation of activations')
            [CompletionResult]::new('list-activations', 'list-activations', [CompletionResultType]::ParameterValue, 'List the revocations of activations, of one export or of all')
            [CompletionResult]::new('add-user', 'add-user', [CompletionResultType]::ParameterValue, 'Revoke what a user was given')
            [CompletionResult]::new('compact', 'compact', [CompletionResultType]::ParameterValue, 'Drop revocations that revoke nothing any more')
            [CompletionResult]::new('delete-user', 'delete-user', [CompletionResultType]::ParameterValue, 'Take the revocation of a user back: what it was given holds again')
            [CompletionResult]::new('list-users', 'list-users', [CompletionResultType]::ParameterValue, 'List the revoked users of an account')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;revocations;help;add-activation' {
            break
        }
        'nkeep;revocations;help;delete-activation' {
            break
        }
        'nkeep;revocations;help;list-activations' {
            break
        }
        'nkeep;revocations;help;add-user' {
            break
        }
        'nkeep;revocations;help;compact' {
            break
        }
        'nkeep;revocations;help;delete-user' {
            break
        }
        'nkeep;revocations;help;list-users' {
            break
        }
        'nkeep;revocations;help;help' {
            break
        }
        'nkeep;rotate' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('abort', 'abort', [CompletionResultType]::ParameterValue, 'End a rotation with the old key in its place')
            [CompletionResult]::new('artefacts', 'artefacts', [CompletionResultType]::ParameterValue, 'Write what is applied in a phase of a rotation, and what is applied to go back from it')
            [CompletionResult]::new('due', 'due', [CompletionResultType]::ParameterValue, 'List keys that have been in use for too long')
            [CompletionResult]::new('emergency', 'emergency', [CompletionResultType]::ParameterValue, 'Replace a key that is in other hands: nothing is waited for, and nothing is kept of it')
            [CompletionResult]::new('evidence', 'evidence', [CompletionResultType]::ParameterValue, 'Show how servers stand: what they were started with, which accounts they have, who is connected')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List rotations, also those that ended')
            [CompletionResult]::new('next', 'next', [CompletionResultType]::ParameterValue, 'Take the next step of a rotation, when nothing is missing for it')
            [CompletionResult]::new('plan', 'plan', [CompletionResultType]::ParameterValue, 'Say what a rotation would do, phase by phase, and change nothing')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Write what a reviewer reads of a rotation, in Markdown or as JSON')
            [CompletionResult]::new('rollback', 'rollback', [CompletionResultType]::ParameterValue, 'Take back what the last phase of a rotation changed')
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Begin a rotation: the new key is made, and trusted beside the old one')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Say how a rotation stands: what is done, and what is missing for the next step')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;rotate;abort' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, in words, which the store keeps')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Do it though something is missing: a server that did not show what it has may lock out whoever comes to it')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;rotate;artefacts' {
            [CompletionResult]::new('--phase', '--phase', [CompletionResultType]::ParameterName, 'A phase that the rotation has come to; else the one that it is in')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'What is written, and how Secrets are; needed where it goes to stdout')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write a bundle to this folder, which is new or empty')
            [CompletionResult]::new('--output-folder', '--output-folder', [CompletionResultType]::ParameterName, 'Write a bundle to this folder, which is new or empty')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--namespace', '--namespace', [CompletionResultType]::ParameterName, 'Namespace')
            [CompletionResult]::new('--config-map-name', '--config-map-name', [CompletionResultType]::ParameterName, 'Name of the ConfigMap')
            [CompletionResult]::new('--cluster', '--cluster', [CompletionResultType]::ParameterName, 'Name of nauth''s NatsCluster')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Where servers are, as nauth sees them; else the first that the operator names')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User of the system account as whom nauth speaks to servers; not needed where there is only one')
            [CompletionResult]::new('--sys-creds', '--sys-creds', [CompletionResultType]::ParameterName, 'Name of the Secret with that user''s creds; else as generate secret sys-creds names it')
            [CompletionResult]::new('--url-resolver', '--url-resolver', [CompletionResultType]::ParameterName, 'From an account server over HTTP; else the one that the operator names')
            [CompletionResult]::new('--resolver-dir', '--resolver-dir', [CompletionResultType]::ParameterName, 'The folder of accounts, as the server sees it')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Most accounts in the folder; else as many as the server has it')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'How long to wait for another server that has an account')
            [CompletionResult]::new('--interval', '--interval', [CompletionResultType]::ParameterName, 'How often a folder is compared with another server''s (--nats-resolver)')
            [CompletionResult]::new('--ttl', '--ttl', [CompletionResultType]::ParameterName, 'How long an account is kept (--nats-resolver-cache)')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]')
            [CompletionResult]::new('--age', '--age', [CompletionResultType]::ParameterName, 'Who can decrypt a SOPS file (age1...); repeatable')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Store of the External Secrets Operator')
            [CompletionResult]::new('--secret-store-kind', '--secret-store-kind', [CompletionResultType]::ParameterName, 'Whose that store is [default: SecretStore]')
            [CompletionResult]::new('--remote-key', '--remote-key', [CompletionResultType]::ParameterName, 'Where in that store it is; {name} stands for the name of the Secret')
            [CompletionResult]::new('--refresh', '--refresh', [CompletionResultType]::ParameterName, 'How often the operator looks; 0s for once [default: 1h]')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--rollback', '--rollback', [CompletionResultType]::ParameterName, 'Write what is applied to go back')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Write Secrets as they are, with seeds in them')
            [CompletionResult]::new('--no-namespace', '--no-namespace', [CompletionResultType]::ParameterName, 'Name none: kustomize, or kubectl -n, does')
            [CompletionResult]::new('--mem-resolver', '--mem-resolver', [CompletionResultType]::ParameterName, 'From the configuration alone')
            [CompletionResult]::new('--nats-resolver', '--nats-resolver', [CompletionResultType]::ParameterName, 'From the server''s folder, which holds what is pushed')
            [CompletionResult]::new('--nats-resolver-cache', '--nats-resolver-cache', [CompletionResultType]::ParameterName, 'From a folder that holds what was asked for, and from servers that keep all')
            [CompletionResult]::new('--allow-delete', '--allow-delete', [CompletionResultType]::ParameterName, 'Let keys of the operator delete accounts, as nkeep push --prune does (--nats-resolver)')
            [CompletionResult]::new('--hard-delete', '--hard-delete', [CompletionResultType]::ParameterName, 'Remove the file of a deleted account, which is else renamed')
            [CompletionResult]::new('--string-data', '--string-data', [CompletionResultType]::ParameterName, 'Write data as text (stringData), for people to read')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;rotate;due' {
            [CompletionResult]::new('--class', '--class', [CompletionResultType]::ParameterName, 'Class of keys; all of them when none is named')
            [CompletionResult]::new('--within', '--within', [CompletionResultType]::ParameterName, 'List also what soon will be due: a day such as 2026-12-24, or a length from now such as 12h, 90d, 2w, 6M, 1y')
            [CompletionResult]::new('--left', '--left', [CompletionResultType]::ParameterName, 'List what the old recipient of that rotation could open, and may have copied, until each was replaced')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Set for how long keys of a class are used, such as 90d, 26w or 2y; never, or 0, for no end')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--settings', '--settings', [CompletionResultType]::ParameterName, 'Show for how long keys of each class are used, and nothing else')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;rotate;emergency' {
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account, by its name or public key')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account, by its name or public key')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'User of the account, by its name or public key')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User of the account, by its name or public key')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The old key, by its public half or its role; not needed where there is only one')
            [CompletionResult]::new('--issuer', '--issuer', [CompletionResultType]::ParameterName, 'Of oidc-keys: what tokens say of who issued them')
            [CompletionResult]::new('--jwks', '--jwks', [CompletionResultType]::ParameterName, 'Of oidc-keys: what the issuer publishes, with the new key in it: a file, an address, or - for stdin')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Of oidc-keys: the JWKS that services have now, where the store does not know')
            [CompletionResult]::new('--expect', '--expect', [CompletionResultType]::ParameterName, 'Of oidc-keys: thumbprint of a new key, as you know it by another way (RFC 7638)')
            [CompletionResult]::new('--reads', '--reads', [CompletionResultType]::ParameterName, 'Of key-set: how many keys a reader takes, 1 or 2; with 1 nothing overlaps [default: 2]')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'What has happened, in words, which the store keeps')
            [CompletionResult]::new('--new', '--new', [CompletionResultType]::ParameterName, 'The new key: a public key, or a file with a seed, which the store keeps; else one is made')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss), or an account server (http, https); else where the operator says that accounts are pushed to, or clients connect')
            [CompletionResult]::new('--account-jwt-server-url', '--account-jwt-server-url', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss), or an account server (http, https); else where the operator says that accounts are pushed to, or clients connect')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss), or an account server (http, https); else where the operator says that accounts are pushed to, or clients connect')
            [CompletionResult]::new('--servers', '--servers', [CompletionResultType]::ParameterName, 'How many servers there are; else as many as they know of each other, have routes to, and the operator names')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which a server is not waited for any longer')
            [CompletionResult]::new('--system-account', '--system-account', [CompletionResultType]::ParameterName, 'System account; else the one that the operator names')
            [CompletionResult]::new('--system-user', '--system-user', [CompletionResultType]::ParameterName, 'User of the system account that connects; else one that lives for two minutes, and may do just this')
            [CompletionResult]::new('--creds', '--creds', [CompletionResultType]::ParameterName, 'Creds file of the user that connects')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do it without asking')
            [CompletionResult]::new('--compare', '--compare', [CompletionResultType]::ParameterName, 'Hold what servers have against the store, once the rotation has begun: it, or its kind')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;rotate;evidence' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('collect', 'collect', [CompletionResultType]::ParameterValue, 'Ask live servers what the next step of a rotation needs to know')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Keep what files say of servers, or what somebody says who alone can know')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;rotate;evidence;collect' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why there are fewer servers than were declared, which the store keeps')
            [CompletionResult]::new('--servers', '--servers', [CompletionResultType]::ParameterName, 'How many servers there are; else as many as they know of each other, have routes to, and the operator names')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which a server is not waited for any longer')
            [CompletionResult]::new('--system-account', '--system-account', [CompletionResultType]::ParameterName, 'System account; else the one that the operator names')
            [CompletionResult]::new('--system-user', '--system-user', [CompletionResultType]::ParameterName, 'User of the system account that connects; else one that lives for two minutes, and may do just this')
            [CompletionResult]::new('--creds', '--creds', [CompletionResultType]::ParameterName, 'Creds file of the user that connects')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else where the operator says that accounts are pushed to, unless that is an account server, or clients connect')
            [CompletionResult]::new('--account-jwt-server-url', '--account-jwt-server-url', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else where the operator says that accounts are pushed to, unless that is an account server, or clients connect')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else where the operator says that accounts are pushed to, unless that is an account server, or clients connect')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--add', '--add', [CompletionResultType]::ParameterName, 'Keep what was seen of other servers before')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;rotate;evidence;import' {
            [CompletionResult]::new('--rotation', '--rotation', [CompletionResultType]::ParameterName, 'Rotation, as `nkeep rotate list` names it; not needed where only one is open')
            [CompletionResult]::new('--says', '--says', [CompletionResultType]::ParameterName, 'What is said, as `nkeep rotate status` names it')
            [CompletionResult]::new('--words', '--words', [CompletionResultType]::ParameterName, 'Who saw it, and where')
            [CompletionResult]::new('--servers', '--servers', [CompletionResultType]::ParameterName, 'Servers that there are, by number or by names with commas between')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why there are fewer servers than were declared, which the store keeps')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;rotate;evidence;help' {
            [CompletionResult]::new('collect', 'collect', [CompletionResultType]::ParameterValue, 'Ask live servers what the next step of a rotation needs to know')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Keep what files say of servers, or what somebody says who alone can know')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;rotate;evidence;help;collect' {
            break
        }
        'nkeep;rotate;evidence;help;import' {
            break
        }
        'nkeep;rotate;evidence;help;help' {
            break
        }
        'nkeep;rotate;list' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;rotate;next' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, in words, which the store keeps')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Do it though something is missing: a server that did not show what it has may lock out whoever comes to it')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;rotate;plan' {
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account, by its name or public key')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account, by its name or public key')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'User of the account, by its name or public key')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User of the account, by its name or public key')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The old key, by its public half or its role; not needed where there is only one')
            [CompletionResult]::new('--issuer', '--issuer', [CompletionResultType]::ParameterName, 'Of oidc-keys: what tokens say of who issued them')
            [CompletionResult]::new('--jwks', '--jwks', [CompletionResultType]::ParameterName, 'Of oidc-keys: what the issuer publishes, with the new key in it: a file, an address, or - for stdin')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Of oidc-keys: the JWKS that services have now, where the store does not know')
            [CompletionResult]::new('--expect', '--expect', [CompletionResultType]::ParameterName, 'Of oidc-keys: thumbprint of a new key, as you know it by another way (RFC 7638)')
            [CompletionResult]::new('--reads', '--reads', [CompletionResultType]::ParameterName, 'Of key-set: how many keys a reader takes, 1 or 2; with 1 nothing overlaps [default: 2]')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;rotate;report' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;rotate;rollback' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, in words, which the store keeps')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Do it though something is missing: a server that did not show what it has may lock out whoever comes to it')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;rotate;start' {
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account, by its name or public key')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account, by its name or public key')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'User of the account, by its name or public key')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User of the account, by its name or public key')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The old key, by its public half or its role; not needed where there is only one')
            [CompletionResult]::new('--issuer', '--issuer', [CompletionResultType]::ParameterName, 'Of oidc-keys: what tokens say of who issued them')
            [CompletionResult]::new('--jwks', '--jwks', [CompletionResultType]::ParameterName, 'Of oidc-keys: what the issuer publishes, with the new key in it: a file, an address, or - for stdin')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Of oidc-keys: the JWKS that services have now, where the store does not know')
            [CompletionResult]::new('--expect', '--expect', [CompletionResultType]::ParameterName, 'Of oidc-keys: thumbprint of a new key, as you know it by another way (RFC 7638)')
            [CompletionResult]::new('--reads', '--reads', [CompletionResultType]::ParameterName, 'Of key-set: how many keys a reader takes, 1 or 2; with 1 nothing overlaps [default: 2]')
            [CompletionResult]::new('--servers', '--servers', [CompletionResultType]::ParameterName, 'Servers that there are, by number or by names with commas between')
            [CompletionResult]::new('--soak', '--soak', [CompletionResultType]::ParameterName, 'How long the new key is watched before the old one goes')
            [CompletionResult]::new('--evidence-age', '--evidence-age', [CompletionResultType]::ParameterName, 'How old evidence may be')
            [CompletionResult]::new('--new', '--new', [CompletionResultType]::ParameterName, 'The new key: a public key, or a file with a seed, which the store keeps; else one is made')
            [CompletionResult]::new('--recipient', '--recipient', [CompletionResultType]::ParameterName, 'Of store-recipient: the new age recipient (age1...), whose identity somebody has already')
            [CompletionResult]::new('--new-identity', '--new-identity', [CompletionResultType]::ParameterName, 'Of store-recipient: write a new identity to a new file with mode 0600')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'Of store-recipient and store-passphrase: what to call the new one; else as the old one, with a number')
            [CompletionResult]::new('--new-passphrase-fd', '--new-passphrase-fd', [CompletionResultType]::ParameterName, 'Of store-passphrase: open file with the new passphrase on its next line')
            [CompletionResult]::new('-K', '-K ', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--private-key', '--private-key', [CompletionResultType]::ParameterName, 'Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--generate-passphrase', '--generate-passphrase', [CompletionResultType]::ParameterName, 'Of store-passphrase: make a passphrase, and show it once')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;rotate;status' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;rotate;help' {
            [CompletionResult]::new('abort', 'abort', [CompletionResultType]::ParameterValue, 'End a rotation with the old key in its place')
            [CompletionResult]::new('artefacts', 'artefacts', [CompletionResultType]::ParameterValue, 'Write what is applied in a phase of a rotation, and what is applied to go back from it')
            [CompletionResult]::new('due', 'due', [CompletionResultType]::ParameterValue, 'List keys that have been in use for too long')
            [CompletionResult]::new('emergency', 'emergency', [CompletionResultType]::ParameterValue, 'Replace a key that is in other hands: nothing is waited for, and nothing is kept of it')
            [CompletionResult]::new('evidence', 'evidence', [CompletionResultType]::ParameterValue, 'Show how servers stand: what they were started with, which accounts they have, who is connected')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List rotations, also those that ended')
            [CompletionResult]::new('next', 'next', [CompletionResultType]::ParameterValue, 'Take the next step of a rotation, when nothing is missing for it')
            [CompletionResult]::new('plan', 'plan', [CompletionResultType]::ParameterValue, 'Say what a rotation would do, phase by phase, and change nothing')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Write what a reviewer reads of a rotation, in Markdown or as JSON')
            [CompletionResult]::new('rollback', 'rollback', [CompletionResultType]::ParameterValue, 'Take back what the last phase of a rotation changed')
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Begin a rotation: the new key is made, and trusted beside the old one')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Say how a rotation stands: what is done, and what is missing for the next step')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;rotate;help;abort' {
            break
        }
        'nkeep;rotate;help;artefacts' {
            break
        }
        'nkeep;rotate;help;due' {
            break
        }
        'nkeep;rotate;help;emergency' {
            break
        }
        'nkeep;rotate;help;evidence' {
            [CompletionResult]::new('collect', 'collect', [CompletionResultType]::ParameterValue, 'Ask live servers what the next step of a rotation needs to know')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Keep what files say of servers, or what somebody says who alone can know')
            break
        }
        'nkeep;rotate;help;evidence;collect' {
            break
        }
        'nkeep;rotate;help;evidence;import' {
            break
        }
        'nkeep;rotate;help;list' {
            break
        }
        'nkeep;rotate;help;next' {
            break
        }
        'nkeep;rotate;help;plan' {
            break
        }
        'nkeep;rotate;help;report' {
            break
        }
        'nkeep;rotate;help;rollback' {
            break
        }
        'nkeep;rotate;help;start' {
            break
        }
        'nkeep;rotate;help;status' {
            break
        }
        'nkeep;rotate;help;help' {
            break
        }
        'nkeep;select' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Select the account that is meant where none is named')
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'Select the operator that is meant where none is named')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;select;account' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;select;operator' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name or public key')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;select;help' {
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Select the account that is meant where none is named')
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'Select the operator that is meant where none is named')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;select;help;account' {
            break
        }
        'nkeep;select;help;operator' {
            break
        }
        'nkeep;select;help;help' {
            break
        }
        'nkeep;store' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('accept-rollback', 'accept-rollback', [CompletionResultType]::ParameterValue, 'Take an older copy of the store for what holds')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Copy the store, as of one moment, while others use it')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check the whole store')
            [CompletionResult]::new('compact', 'compact', [CompletionResultType]::ParameterValue, 'Give back the room of what was removed')
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'Say where the store is, and what is in it')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Make an empty store')
            [CompletionResult]::new('passphrase', 'passphrase', [CompletionResultType]::ParameterValue, 'Change the passphrase')
            [CompletionResult]::new('recipients', 'recipients', [CompletionResultType]::ParameterValue, 'Say who opens which keys')
            [CompletionResult]::new('rekey', 'rekey', [CompletionResultType]::ParameterValue, 'Put a new identity in place of the one that opens the store')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Put a backup in the store''s place')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;store;accept-rollback' {
            [CompletionResult]::new('--expect-head', '--expect-head', [CompletionResultType]::ParameterName, 'The head that the copy has, as the refusal printed it')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;store;backup' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;store;check' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;store;compact' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;store;info' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;store;init' {
            [CompletionResult]::new('--new-identity', '--new-identity', [CompletionResultType]::ParameterName, 'Make an age identity, and write it to a new file with mode 0600')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'What to call who opens it')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--generate-passphrase', '--generate-passphrase', [CompletionResultType]::ParameterName, 'Make a passphrase, and show it once')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;store;passphrase' {
            [CompletionResult]::new('--new-passphrase-fd', '--new-passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the new passphrase on its first line')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--generate-passphrase', '--generate-passphrase', [CompletionResultType]::ParameterName, 'Make a passphrase, and show it once')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;store;recipients' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Let someone else open keys')
            [CompletionResult]::new('exports', 'exports', [CompletionResultType]::ParameterValue, 'Say which classes of seeds may leave the store in the clear')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List who opens which class of keys')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Let someone open keys no more')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;store;recipients;add' {
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'What to call them')
            [CompletionResult]::new('--class', '--class', [CompletionResultType]::ParameterName, 'Class of keys; all of them when none is named')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;store;recipients;exports' {
            [CompletionResult]::new('--forbid', '--forbid', [CompletionResultType]::ParameterName, 'Class of which no seed may leave')
            [CompletionResult]::new('--allow', '--allow', [CompletionResultType]::ParameterName, 'Class of which seeds may leave again')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;store;recipients;list' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;store;recipients;remove' {
            [CompletionResult]::new('--class', '--class', [CompletionResultType]::ParameterName, 'Class of keys; all of them when none is named')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;store;recipients;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Let someone else open keys')
            [CompletionResult]::new('exports', 'exports', [CompletionResultType]::ParameterValue, 'Say which classes of seeds may leave the store in the clear')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List who opens which class of keys')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Let someone open keys no more')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;store;recipients;help;add' {
            break
        }
        'nkeep;store;recipients;help;exports' {
            break
        }
        'nkeep;store;recipients;help;list' {
            break
        }
        'nkeep;store;recipients;help;remove' {
            break
        }
        'nkeep;store;recipients;help;help' {
            break
        }
        'nkeep;store;rekey' {
            [CompletionResult]::new('--new-identity', '--new-identity', [CompletionResultType]::ParameterName, 'Write the new identity to a new file with mode 0600')
            [CompletionResult]::new('--new-passphrase-fd', '--new-passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the new passphrase on its next line')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;store;restore' {
            [CompletionResult]::new('--expect-head', '--expect-head', [CompletionResultType]::ParameterName, 'Take this older backup, as the refusal named it')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the store')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;store;help' {
            [CompletionResult]::new('accept-rollback', 'accept-rollback', [CompletionResultType]::ParameterValue, 'Take an older copy of the store for what holds')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Copy the store, as of one moment, while others use it')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check the whole store')
            [CompletionResult]::new('compact', 'compact', [CompletionResultType]::ParameterValue, 'Give back the room of what was removed')
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'Say where the store is, and what is in it')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Make an empty store')
            [CompletionResult]::new('passphrase', 'passphrase', [CompletionResultType]::ParameterValue, 'Change the passphrase')
            [CompletionResult]::new('recipients', 'recipients', [CompletionResultType]::ParameterValue, 'Say who opens which keys')
            [CompletionResult]::new('rekey', 'rekey', [CompletionResultType]::ParameterValue, 'Put a new identity in place of the one that opens the store')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Put a backup in the store''s place')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;store;help;accept-rollback' {
            break
        }
        'nkeep;store;help;backup' {
            break
        }
        'nkeep;store;help;check' {
            break
        }
        'nkeep;store;help;compact' {
            break
        }
        'nkeep;store;help;info' {
            break
        }
        'nkeep;store;help;init' {
            break
        }
        'nkeep;store;help;passphrase' {
            break
        }
        'nkeep;store;help;recipients' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Let someone else open keys')
            [CompletionResult]::new('exports', 'exports', [CompletionResultType]::ParameterValue, 'Say which classes of seeds may leave the store in the clear')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List who opens which class of keys')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Let someone open keys no more')
            break
        }
        'nkeep;store;help;recipients;add' {
            break
        }
        'nkeep;store;help;recipients;exports' {
            break
        }
        'nkeep;store;help;recipients;list' {
            break
        }
        'nkeep;store;help;recipients;remove' {
            break
        }
        'nkeep;store;help;rekey' {
            break
        }
        'nkeep;store;help;restore' {
            break
        }
        'nkeep;store;help;help' {
            break
        }
        'nkeep;tool' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('pub', 'pub', [CompletionResultType]::ParameterValue, 'Publish a message')
            [CompletionResult]::new('reply', 'reply', [CompletionResultType]::ParameterValue, 'Answer what is asked on a subject')
            [CompletionResult]::new('req', 'req', [CompletionResultType]::ParameterValue, 'Ask, and show the first answer')
            [CompletionResult]::new('rtt', 'rtt', [CompletionResultType]::ParameterValue, 'Measure how long a message takes to the server and back')
            [CompletionResult]::new('sub', 'sub', [CompletionResultType]::ParameterValue, 'Show what comes to a subject')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;tool;pub' {
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--nats', '--nats', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else the operator''s service URLs')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which nobody waits any longer')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;tool;reply' {
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Share what comes with whoever listens in the queue of that name')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Share what comes with whoever listens in the queue of that name')
            [CompletionResult]::new('--max-messages', '--max-messages', [CompletionResultType]::ParameterName, 'Messages after which it is over')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--nats', '--nats', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else the operator''s service URLs')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which nobody waits any longer')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay. nsc has -q for the queue here')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;tool;req' {
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--nats', '--nats', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else the operator''s service URLs')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which nobody waits any longer')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;tool;rtt' {
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--nats', '--nats', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else the operator''s service URLs')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which nobody waits any longer')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;tool;sub' {
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Share what comes with whoever listens in the queue of that name')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Share what comes with whoever listens in the queue of that name')
            [CompletionResult]::new('--max-messages', '--max-messages', [CompletionResultType]::ParameterName, 'Messages after which it is over')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User who connects; not needed where there is only one')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--nats', '--nats', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else the operator''s service URLs')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which nobody waits any longer')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay. nsc has -q for the queue here')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;tool;help' {
            [CompletionResult]::new('pub', 'pub', [CompletionResultType]::ParameterValue, 'Publish a message')
            [CompletionResult]::new('reply', 'reply', [CompletionResultType]::ParameterValue, 'Answer what is asked on a subject')
            [CompletionResult]::new('req', 'req', [CompletionResultType]::ParameterValue, 'Ask, and show the first answer')
            [CompletionResult]::new('rtt', 'rtt', [CompletionResultType]::ParameterValue, 'Measure how long a message takes to the server and back')
            [CompletionResult]::new('sub', 'sub', [CompletionResultType]::ParameterValue, 'Show what comes to a subject')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;tool;help;pub' {
            break
        }
        'nkeep;tool;help;reply' {
            break
        }
        'nkeep;tool;help;req' {
            break
        }
        'nkeep;tool;help;rtt' {
            break
        }
        'nkeep;tool;help;sub' {
            break
        }
        'nkeep;tool;help;help' {
            break
        }
        'nkeep;unlock' {
            [CompletionResult]::new('--idle', '--idle', [CompletionResultType]::ParameterName, 'End after so long without a request, such as 5m')
            [CompletionResult]::new('--max', '--max', [CompletionResultType]::ParameterName, 'End after so long in any case, such as 30m')
            [CompletionResult]::new('--class', '--class', [CompletionResultType]::ParameterName, 'Class of keys to sign with; all but root when none is named')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;validate' {
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'File with tokens, or - for stdin')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'File with tokens, or - for stdin')
            [CompletionResult]::new('--chain', '--chain', [CompletionResultType]::ParameterName, 'Operator''s and account''s token to check the chain with')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account; not needed where there is only one beside the system account, or one is selected')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'All accounts, as is done when none is named')
            [CompletionResult]::new('--all-accounts', '--all-accounts', [CompletionResultType]::ParameterName, 'All accounts, as is done when none is named')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;verify' {
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Operator; not needed where there is only one, or one is selected')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Account, by its name or public key; else all')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Account, by its name or public key; else all')
            [CompletionResult]::new('--tolerance', '--tolerance', [CompletionResultType]::ParameterName, 'How much clocks of servers may differ from this machine''s')
            [CompletionResult]::new('--servers', '--servers', [CompletionResultType]::ParameterName, 'How many servers there are; else as many as they know of each other, have routes to, and the operator names')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Seconds without any answer after which a server is not waited for any longer')
            [CompletionResult]::new('--system-account', '--system-account', [CompletionResultType]::ParameterName, 'System account; else the one that the operator names')
            [CompletionResult]::new('--system-user', '--system-user', [CompletionResultType]::ParameterName, 'User of the system account that connects; else one that lives for two minutes, and may do just this')
            [CompletionResult]::new('--creds', '--creds', [CompletionResultType]::ParameterName, 'Creds file of the user that connects')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Certificates that vouch for servers, in place of the system''s [env: NATS_CA]')
            [CompletionResult]::new('--client-cert', '--client-cert', [CompletionResultType]::ParameterName, 'Certificate that vouches for us [env: NATS_CERT]')
            [CompletionResult]::new('--client-key', '--client-key', [CompletionResultType]::ParameterName, 'Its key [env: NATS_KEY]')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else where the operator says that accounts are pushed to, unless that is an account server, or clients connect')
            [CompletionResult]::new('--account-jwt-server-url', '--account-jwt-server-url', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else where the operator says that accounts are pushed to, unless that is an account server, or clients connect')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Where servers are (nats, tls, ws, wss); else where the operator says that accounts are pushed to, unless that is an account server, or clients connect')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-A', '-A ', [CompletionResultType]::ParameterName, 'All accounts, as is done when none is named')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All accounts, as is done when none is named')
            [CompletionResult]::new('--connect', '--connect', [CompletionResultType]::ParameterName, 'Log in as each user of those accounts')
            [CompletionResult]::new('--tls-first', '--tls-first', [CompletionResultType]::ParameterName, 'Begin with TLS, before the server says anything')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;version' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'File with the store [env: NKEEP_STORE]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--all-dirs', '--all-dirs', [CompletionResultType]::ParameterName, 'Folder that holds the store and all that is remembered of it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder that holds the store, as default.nkeep')
            [CompletionResult]::new('--config-dir', '--config-dir', [CompletionResultType]::ParameterName, 'Folder for what is remembered of the store, and what is selected [env: NKEEP_STATE]')
            [CompletionResult]::new('--keystore-dir', '--keystore-dir', [CompletionResultType]::ParameterName, 'Taken for the sake of scripts written for nsc: seeds are in the store')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with an age identity that opens it, or - for stdin [env: NKEEP_IDENTITY]')
            [CompletionResult]::new('--identity-fd', '--identity-fd', [CompletionResultType]::ParameterName, 'Open file with an age identity')
            [CompletionResult]::new('--passphrase-fd', '--passphrase-fd', [CompletionResultType]::ParameterName, 'Open file with the passphrase on its first line')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask, this does nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing of what was done; warnings and errors stay')
            [CompletionResult]::new('--clock-was-wrong', '--clock-was-wrong', [CompletionResultType]::ParameterName, 'Change the store though its last change is later than this machine''s clock')
            [CompletionResult]::new('--insecure-argv', '--insecure-argv', [CompletionResultType]::ParameterName, 'Take seeds that stand on the command line, where every process of this machine can read them')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask; what is missing is an error')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;help' {
            [CompletionResult]::new('pub', 'pub', [CompletionResultType]::ParameterValue, 'Publish a message')
            [CompletionResult]::new('sub', 'sub', [CompletionResultType]::ParameterValue, 'Show what comes to a subject')
            [CompletionResult]::new('req', 'req', [CompletionResultType]::ParameterValue, 'Ask, and show the first answer')
            [CompletionResult]::new('reply', 'reply', [CompletionResultType]::ParameterValue, 'Answer what is asked on a subject')
            [CompletionResult]::new('rtt', 'rtt', [CompletionResultType]::ParameterValue, 'Measure how long a message takes to the server and back')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add operators, accounts, users, exports, imports and mappings')
            [CompletionResult]::new('agent', 'agent', [CompletionResultType]::ParameterValue, 'Say how the agent is, and let it stay shorter or sign with less')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Show and verify who changed what')
            [CompletionResult]::new('completion', 'completion', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete what is there; users are revoked with it')
            [CompletionResult]::new('describe', 'describe', [CompletionResultType]::ParameterValue, 'Describe operators, accounts, users and tokens')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Compare the accounts of the store with what servers have')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Edit what is there, and nothing of it that was not asked for')
            [CompletionResult]::new('env', 'env', [CompletionResultType]::ParameterValue, 'Show what is meant where nothing is named, or say what is to be meant from now on')
            [CompletionResult]::new('expirations', 'expirations', [CompletionResultType]::ParameterValue, 'Say which tokens have expired, and which soon will')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export keys, or the whole store as text or as nsc has it')
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Generate keys, creds files, activations, server configuration, diagrams and what other tools read')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import what nsc or another copy of a store has')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Make a store with an operator, its system account, and a first account and user')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List operators, accounts, users and keys')
            [CompletionResult]::new('load', 'load', [CompletionResultType]::ParameterValue, 'Take an operator and an account from an account server')
            [CompletionResult]::new('lock', 'lock', [CompletionResultType]::ParameterValue, 'End every agent; nothing is open any more')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual, or write all its pages into a folder')
            [CompletionResult]::new('nkey', 'nkey', [CompletionResultType]::ParameterValue, 'Make and use nkeys in files: gen, show, sign, verify, seal, unseal')
            [CompletionResult]::new('pull', 'pull', [CompletionResultType]::ParameterValue, 'Take accounts from servers that are newer there, or not in the store')
            [CompletionResult]::new('push', 'push', [CompletionResultType]::ParameterValue, 'Give accounts to the servers, and check that they have them')
            [CompletionResult]::new('reissue', 'reissue', [CompletionResultType]::ParameterValue, 'Give operators another identity key')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give accounts other names')
            [CompletionResult]::new('revocations', 'revocations', [CompletionResultType]::ParameterValue, 'Revoke tokens that were given, and take that back')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Replace one key by another, with both trusted in between')
            [CompletionResult]::new('select', 'select', [CompletionResultType]::ParameterValue, 'Say which operator and account are meant where none is named')
            [CompletionResult]::new('store', 'store', [CompletionResultType]::ParameterValue, 'Make, check, back up and restore the store; say who opens it')
            [CompletionResult]::new('tool', 'tool', [CompletionResultType]::ParameterValue, 'Publish, subscribe, ask and answer as a user of the store')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Keep the store open for a while')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Validate what is in the store, or tokens in a file')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check that live servers run what the store says')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Print the version and what this binary was built with')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;help;pub' {
            break
        }
        'nkeep;help;sub' {
            break
        }
        'nkeep;help;req' {
            break
        }
        'nkeep;help;reply' {
            break
        }
        'nkeep;help;rtt' {
            break
        }
        'nkeep;help;add' {
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Add an account')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Add an export to an account: what it offers to others')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Add an import to an account: what it takes from another')
            [CompletionResult]::new('mapping', 'mapping', [CompletionResultType]::ParameterValue, 'Add a mapping to an account, or change one: messages are moved from a subject to another')
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'Add an operator')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Add a user to an account')
            break
        }
        'nkeep;help;add;account' {
            break
        }
        'nkeep;help;add;export' {
            break
        }
        'nkeep;help;add;import' {
            break
        }
        'nkeep;help;add;mapping' {
            break
        }
        'nkeep;help;add;operator' {
            break
        }
        'nkeep;help;add;user' {
            break
        }
        'nkeep;help;agent' {
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Serve, as `nkeep unlock` has it')
            [CompletionResult]::new('classes', 'classes', [CompletionResultType]::ParameterValue, 'Leave the agent fewer classes of keys to sign with')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Say whether the store is open, for how long, and for what')
            [CompletionResult]::new('ttl', 'ttl', [CompletionResultType]::ParameterValue, 'Shorten the time that the store stays open')
            break
        }
        'nkeep;help;agent;serve' {
            break
        }
        'nkeep;help;agent;classes' {
            break
        }
        'nkeep;help;agent;status' {
            break
        }
        'nkeep;help;agent;ttl' {
            break
        }
        'nkeep;help;audit' {
            [CompletionResult]::new('checkpoint', 'checkpoint', [CompletionResultType]::ParameterValue, 'Print the head of the journal, to be kept elsewhere')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write the whole journal as JSON or CSV')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'Show who changed what, when, and which keys signed')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Verify the journal, and every row against it')
            break
        }
        'nkeep;help;audit;checkpoint' {
            break
        }
        'nkeep;help;audit;export' {
            break
        }
        'nkeep;help;audit;log' {
            break
        }
        'nkeep;help;audit;verify' {
            break
        }
        'nkeep;help;completion' {
            break
        }
        'nkeep;help;delete' {
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Delete an account and its users, and revoke what they were given')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Delete users, and revoke what they were given')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Delete an export of an account')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Delete an import of an account')
            [CompletionResult]::new('mapping', 'mapping', [CompletionResultType]::ParameterValue, 'Delete mappings of an account')
            break
        }
        'nkeep;help;delete;account' {
            break
        }
        'nkeep;help;delete;user' {
            break
        }
        'nkeep;help;delete;export' {
            break
        }
        'nkeep;help;delete;import' {
            break
        }
        'nkeep;help;delete;mapping' {
            break
        }
        'nkeep;help;describe' {
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Describe an account of the store')
            [CompletionResult]::new('jwt', 'jwt', [CompletionResultType]::ParameterValue, 'Describe a token, or the one in a creds file')
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'Describe an operator of the store')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Describe a user of the store')
            break
        }
        'nkeep;help;describe;account' {
            break
        }
        'nkeep;help;describe;jwt' {
            break
        }
        'nkeep;help;describe;operator' {
            break
        }
        'nkeep;help;describe;user' {
            break
        }
        'nkeep;help;diff' {
            break
        }
        'nkeep;help;edit' {
            [CompletionResult]::new('authcallout', 'authcallout', [CompletionResultType]::ParameterValue, 'Edit the auth callout of an account: the service that decides who may connect')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Edit an export of an account')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Edit an account')
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'Edit an operator')
            [CompletionResult]::new('signing-key', 'signing-key', [CompletionResultType]::ParameterValue, 'Edit a signing key of an account: what users may do whom it signs')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Edit a user')
            break
        }
        'nkeep;help;edit;authcallout' {
            break
        }
        'nkeep;help;edit;export' {
            break
        }
        'nkeep;help;edit;account' {
            break
        }
        'nkeep;help;edit;operator' {
            break
        }
        'nkeep;help;edit;signing-key' {
            break
        }
        'nkeep;help;edit;user' {
            break
        }
        'nkeep;help;env' {
            break
        }
        'nkeep;help;expirations' {
            break
        }
        'nkeep;help;export' {
            [CompletionResult]::new('dir', 'dir', [CompletionResultType]::ParameterValue, 'Write the whole store as text into a folder')
            [CompletionResult]::new('keys', 'keys', [CompletionResultType]::ParameterValue, 'Write seeds to files or to another program, in the clear')
            [CompletionResult]::new('nsc', 'nsc', [CompletionResultType]::ParameterValue, 'Write the store as nsc has one')
            break
        }
        'nkeep;help;export;dir' {
            break
        }
        'nkeep;help;export;keys' {
            break
        }
        'nkeep;help;export;nsc' {
            break
        }
        'nkeep;help;generate' {
            [CompletionResult]::new('activation', 'activation', [CompletionResultType]::ParameterValue, 'Generate an activation: leave for an account to import a private export')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Generate the part of a server''s configuration that makes it trust an operator')
            [CompletionResult]::new('context', 'context', [CompletionResultType]::ParameterValue, 'Generate a context of the nats command line for a user')
            [CompletionResult]::new('creds', 'creds', [CompletionResultType]::ParameterValue, 'Generate a creds file for a user')
            [CompletionResult]::new('diagram', 'diagram', [CompletionResultType]::ParameterValue, 'Generate diagrams of what is in the store')
            [CompletionResult]::new('nkey', 'nkey', [CompletionResultType]::ParameterValue, 'Generate an nkey')
            [CompletionResult]::new('profile', 'profile', [CompletionResultType]::ParameterValue, 'Generate a profile that tools read, from an nsc URL')
            [CompletionResult]::new('config-map', 'config-map', [CompletionResultType]::ParameterValue, 'Generate a ConfigMap with tokens and public keys')
            [CompletionResult]::new('helm-values', 'helm-values', [CompletionResultType]::ParameterValue, 'Generate values of the official NATS chart, with which its servers trust the operator')
            [CompletionResult]::new('kustomization', 'kustomization', [CompletionResultType]::ParameterValue, 'Generate a kustomization, with which hashes in names of Secrets reach the custom resources that name them')
            [CompletionResult]::new('nack', 'nack', [CompletionResultType]::ParameterValue, 'Generate what NACK needs: a user''s creds, and its Account')
            [CompletionResult]::new('nauth', 'nauth', [CompletionResultType]::ParameterValue, 'Generate what nauth needs: a signing key of the operator, creds of the system account, and its NatsCluster')
            [CompletionResult]::new('secret', 'secret', [CompletionResultType]::ParameterValue, 'Generate a Secret of Kubernetes with keys or creds, to be piped to kubectl')
            break
        }
        'nkeep;help;generate;activation' {
            break
        }
        'nkeep;help;generate;config' {
            break
        }
        'nkeep;help;generate;context' {
            break
        }
        'nkeep;help;generate;creds' {
            break
        }
        'nkeep;help;generate;diagram' {
            [CompletionResult]::new('component', 'component', [CompletionResultType]::ParameterValue, 'Generate a diagram of what accounts share')
            [CompletionResult]::new('object', 'object', [CompletionResultType]::ParameterValue, 'Generate a diagram of the operator, its accounts and their users')
            break
        }
        'nkeep;help;generate;diagram;component' {
            break
        }
        'nkeep;help;generate;diagram;object' {
            break
        }
        'nkeep;help;generate;nkey' {
            break
        }
        'nkeep;help;generate;profile' {
            break
        }
        'nkeep;help;generate;config-map' {
            break
        }
        'nkeep;help;generate;helm-values' {
            break
        }
        'nkeep;help;generate;kustomization' {
            break
        }
        'nkeep;help;generate;nack' {
            break
        }
        'nkeep;help;generate;nauth' {
            break
        }
        'nkeep;help;generate;secret' {
            [CompletionResult]::new('operator-signing-key', 'operator-signing-key', [CompletionResultType]::ParameterValue, 'Generate a Secret with a signing key of the operator')
            [CompletionResult]::new('sys-creds', 'sys-creds', [CompletionResultType]::ParameterValue, 'Generate a Secret with the creds of a user of the system account')
            [CompletionResult]::new('user-creds', 'user-creds', [CompletionResultType]::ParameterValue, 'Generate a Secret with the creds of a user')
            [CompletionResult]::new('account-keys', 'account-keys', [CompletionResultType]::ParameterValue, 'Generate a Secret with a signing key of an account')
            [CompletionResult]::new('xkey', 'xkey', [CompletionResultType]::ParameterValue, 'Generate a Secret with a curve key')
            [CompletionResult]::new('text-key', 'text-key', [CompletionResultType]::ParameterValue, 'Generate a Secret with a key of 32 letters and digits')
            [CompletionResult]::new('pkcs8', 'pkcs8', [CompletionResultType]::ParameterValue, 'Generate a Secret with Ed25519 keys as PKCS#8')
            [CompletionResult]::new('oidc-trust', 'oidc-trust', [CompletionResultType]::ParameterValue, 'Generate a Secret or ConfigMap with the keys of an OIDC issuer that a callout service trusts')
            [CompletionResult]::new('wasmcloud', 'wasmcloud', [CompletionResultType]::ParameterValue, 'Generate the Secret of wasmCloud''s secrets-nats-kv: its two curve keys, and creds')
            [CompletionResult]::new('nstance', 'nstance', [CompletionResultType]::ParameterValue, 'Generate a Secret with Nstance''s keys')
            [CompletionResult]::new('items', 'items', [CompletionResultType]::ParameterValue, 'Generate a Secret of any shape')
            break
        }
        'nkeep;help;generate;secret;operator-signing-key' {
            break
        }
        'nkeep;help;generate;secret;sys-creds' {
            break
        }
        'nkeep;help;generate;secret;user-creds' {
            break
        }
        'nkeep;help;generate;secret;account-keys' {
            break
        }
        'nkeep;help;generate;secret;xkey' {
            break
        }
        'nkeep;help;generate;secret;text-key' {
            break
        }
        'nkeep;help;generate;secret;pkcs8' {
            break
        }
        'nkeep;help;generate;secret;oidc-trust' {
            break
        }
        'nkeep;help;generate;secret;wasmcloud' {
            break
        }
        'nkeep;help;generate;secret;nstance' {
            break
        }
        'nkeep;help;generate;secret;items' {
            break
        }
        'nkeep;help;import' {
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Take an account from a token')
            [CompletionResult]::new('dir', 'dir', [CompletionResultType]::ParameterValue, 'Make the store again that a folder was made from, or take from it what the store lacks')
            [CompletionResult]::new('files', 'files', [CompletionResultType]::ParameterValue, 'Put a store together from tokens and keys that lie about')
            [CompletionResult]::new('keys', 'keys', [CompletionResultType]::ParameterValue, 'Seal the seeds of key files into the store')
            [CompletionResult]::new('nsc', 'nsc', [CompletionResultType]::ParameterValue, 'Take operators, accounts, users and keys from a store of nsc''s')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Take a user from a token, or from a creds file with its seed')
            break
        }
        'nkeep;help;import;account' {
            break
        }
        'nkeep;help;import;dir' {
            break
        }
        'nkeep;help;import;files' {
            break
        }
        'nkeep;help;import;keys' {
            break
        }
        'nkeep;help;import;nsc' {
            break
        }
        'nkeep;help;import;user' {
            break
        }
        'nkeep;help;init' {
            break
        }
        'nkeep;help;list' {
            [CompletionResult]::new('accounts', 'accounts', [CompletionResultType]::ParameterValue, 'List accounts')
            [CompletionResult]::new('keys', 'keys', [CompletionResultType]::ParameterValue, 'List keys; no seed is opened unless --show-seeds is given')
            [CompletionResult]::new('operators', 'operators', [CompletionResultType]::ParameterValue, 'List operators')
            [CompletionResult]::new('users', 'users', [CompletionResultType]::ParameterValue, 'List the users of an account')
            break
        }
        'nkeep;help;list;accounts' {
            break
        }
        'nkeep;help;list;keys' {
            break
        }
        'nkeep;help;list;operators' {
            break
        }
        'nkeep;help;list;users' {
            break
        }
        'nkeep;help;load' {
            break
        }
        'nkeep;help;lock' {
            break
        }
        'nkeep;help;man' {
            break
        }
        'nkeep;help;nkey' {
            [CompletionResult]::new('gen', 'gen', [CompletionResultType]::ParameterValue, 'Generate an nkey')
            [CompletionResult]::new('seal', 'seal', [CompletionResultType]::ParameterValue, 'Seal a file for the holder of a curve key')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the public key of a seed')
            [CompletionResult]::new('sign', 'sign', [CompletionResultType]::ParameterValue, 'Sign a file with a seed')
            [CompletionResult]::new('unseal', 'unseal', [CompletionResultType]::ParameterValue, 'Open a box that was sealed for a curve key')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Verify a signature of a file')
            break
        }
        'nkeep;help;nkey;gen' {
            break
        }
        'nkeep;help;nkey;seal' {
            break
        }
        'nkeep;help;nkey;show' {
            break
        }
        'nkeep;help;nkey;sign' {
            break
        }
        'nkeep;help;nkey;unseal' {
            break
        }
        'nkeep;help;nkey;verify' {
            break
        }
        'nkeep;help;pull' {
            break
        }
        'nkeep;help;push' {
            break
        }
        'nkeep;help;reissue' {
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'Give an operator another identity key')
            break
        }
        'nkeep;help;reissue;operator' {
            break
        }
        'nkeep;help;rename' {
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Give an account another name')
            break
        }
        'nkeep;help;rename;account' {
            break
        }
        'nkeep;help;revocations' {
            [CompletionResult]::new('add-activation', 'add-activation', [CompletionResultType]::ParameterValue, 'Revoke the activations that an account was given for an export')
            [CompletionResult]::new('delete-activation', 'delete-activation', [CompletionResultType]::ParameterValue, 'Take back a revocation of activations')
            [CompletionResult]::new('list-activations', 'list-activations', [CompletionResultType]::ParameterValue, 'List the revocations of activations, of one export or of all')
            [CompletionResult]::new('add-user', 'add-user', [CompletionResultType]::ParameterValue, 'Revoke what a user was given')
            [CompletionResult]::new('compact', 'compact', [CompletionResultType]::ParameterValue, 'Drop revocations that revoke nothing any more')
            [CompletionResult]::new('delete-user', 'delete-user', [CompletionResultType]::ParameterValue, 'Take the revocation of a user back: what it was given holds again')
            [CompletionResult]::new('list-users', 'list-users', [CompletionResultType]::ParameterValue, 'List the revoked users of an account')
            break
        }
        'nkeep;help;revocations;add-activation' {
            break
        }
        'nkeep;help;revocations;delete-activation' {
            break
        }
        'nkeep;help;revocations;list-activations' {
            break
        }
        'nkeep;help;revocations;add-user' {
            break
        }
        'nkeep;help;revocations;compact' {
            break
        }
        'nkeep;help;revocations;delete-user' {
            break
        }
        'nkeep;help;revocations;list-users' {
            break
        }
        'nkeep;help;rotate' {
            [CompletionResult]::new('abort', 'abort', [CompletionResultType]::ParameterValue, 'End a rotation with the old key in its place')
            [CompletionResult]::new('artefacts', 'artefacts', [CompletionResultType]::ParameterValue, 'Write what is applied in a phase of a rotation, and what is applied to go back from it')
            [CompletionResult]::new('due', 'due', [CompletionResultType]::ParameterValue, 'List keys that have been in use for too long')
            [CompletionResult]::new('emergency', 'emergency', [CompletionResultType]::ParameterValue, 'Replace a key that is in other hands: nothing is waited for, and nothing is kept of it')
            [CompletionResult]::new('evidence', 'evidence', [CompletionResultType]::ParameterValue, 'Show how servers stand: what they were started with, which accounts they have, who is connected')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List rotations, also those that ended')
            [CompletionResult]::new('next', 'next', [CompletionResultType]::ParameterValue, 'Take the next step of a rotation, when nothing is missing for it')
            [CompletionResult]::new('plan', 'plan', [CompletionResultType]::ParameterValue, 'Say what a rotation would do, phase by phase, and change nothing')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Write what a reviewer reads of a rotation, in Markdown or as JSON')
            [CompletionResult]::new('rollback', 'rollback', [CompletionResultType]::ParameterValue, 'Take back what the last phase of a rotation changed')
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Begin a rotation: the new key is made, and trusted beside the old one')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Say how a rotation stands: what is done, and what is missing for the next step')
            break
        }
        'nkeep;help;rotate;abort' {
            break
        }
        'nkeep;help;rotate;artefacts' {
            break
        }
        'nkeep;help;rotate;due' {
            break
        }
        'nkeep;help;rotate;emergency' {
            break
        }
        'nkeep;help;rotate;evidence' {
            [CompletionResult]::new('collect', 'collect', [CompletionResultType]::ParameterValue, 'Ask live servers what the next step of a rotation needs to know')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Keep what files say of servers, or what somebody says who alone can know')
            break
        }
        'nkeep;help;rotate;evidence;collect' {
            break
        }
        'nkeep;help;rotate;evidence;import' {
            break
        }
        'nkeep;help;rotate;list' {
            break
        }
        'nkeep;help;rotate;next' {
            break
        }
        'nkeep;help;rotate;plan' {
            break
        }
        'nkeep;help;rotate;report' {
            break
        }
        'nkeep;help;rotate;rollback' {
            break
        }
        'nkeep;help;rotate;start' {
            break
        }
        'nkeep;help;rotate;status' {
            break
        }
        'nkeep;help;select' {
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Select the account that is meant where none is named')
            [CompletionResult]::new('operator', 'operator', [CompletionResultType]::ParameterValue, 'Select the operator that is meant where none is named')
            break
        }
        'nkeep;help;select;account' {
            break
        }
        'nkeep;help;select;operator' {
            break
        }
        'nkeep;help;store' {
            [CompletionResult]::new('accept-rollback', 'accept-rollback', [CompletionResultType]::ParameterValue, 'Take an older copy of the store for what holds')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Copy the store, as of one moment, while others use it')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check the whole store')
            [CompletionResult]::new('compact', 'compact', [CompletionResultType]::ParameterValue, 'Give back the room of what was removed')
            [CompletionResult]::new('info', 'info', [CompletionResultType]::ParameterValue, 'Say where the store is, and what is in it')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Make an empty store')
            [CompletionResult]::new('passphrase', 'passphrase', [CompletionResultType]::ParameterValue, 'Change the passphrase')
            [CompletionResult]::new('recipients', 'recipients', [CompletionResultType]::ParameterValue, 'Say who opens which keys')
            [CompletionResult]::new('rekey', 'rekey', [CompletionResultType]::ParameterValue, 'Put a new identity in place of the one that opens the store')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Put a backup in the store''s place')
            break
        }
        'nkeep;help;store;accept-rollback' {
            break
        }
        'nkeep;help;store;backup' {
            break
        }
        'nkeep;help;store;check' {
            break
        }
        'nkeep;help;store;compact' {
            break
        }
        'nkeep;help;store;info' {
            break
        }
        'nkeep;help;store;init' {
            break
        }
        'nkeep;help;store;passphrase' {
            break
        }
        'nkeep;help;store;recipients' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Let someone else open keys')
            [CompletionResult]::new('exports', 'exports', [CompletionResultType]::ParameterValue, 'Say which classes of seeds may leave the store in the clear')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List who opens which class of keys')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Let someone open keys no more')
            break
        }
        'nkeep;help;store;recipients;add' {
            break
        }
        'nkeep;help;store;recipients;exports' {
            break
        }
        'nkeep;help;store;recipients;list' {
            break
        }
        'nkeep;help;store;recipients;remove' {
            break
        }
        'nkeep;help;store;rekey' {
            break
        }
        'nkeep;help;store;restore' {
            break
        }
        'nkeep;help;tool' {
            [CompletionResult]::new('pub', 'pub', [CompletionResultType]::ParameterValue, 'Publish a message')
            [CompletionResult]::new('reply', 'reply', [CompletionResultType]::ParameterValue, 'Answer what is asked on a subject')
            [CompletionResult]::new('req', 'req', [CompletionResultType]::ParameterValue, 'Ask, and show the first answer')
            [CompletionResult]::new('rtt', 'rtt', [CompletionResultType]::ParameterValue, 'Measure how long a message takes to the server and back')
            [CompletionResult]::new('sub', 'sub', [CompletionResultType]::ParameterValue, 'Show what comes to a subject')
            break
        }
        'nkeep;help;tool;pub' {
            break
        }
        'nkeep;help;tool;reply' {
            break
        }
        'nkeep;help;tool;req' {
            break
        }
        'nkeep;help;tool;rtt' {
            break
        }
        'nkeep;help;tool;sub' {
            break
        }
        'nkeep;help;unlock' {
            break
        }
        'nkeep;help;validate' {
            break
        }
        'nkeep;help;verify' {
            break
        }
        'nkeep;help;version' {
            break
        }
        'nkeep;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
