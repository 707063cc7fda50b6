
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
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print the version')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('completion', 'completion', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('describe', 'describe', [CompletionResultType]::ParameterValue, 'Describe tokens')
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Generate keys')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual, or write all its pages into a folder')
            [CompletionResult]::new('nkey', 'nkey', [CompletionResultType]::ParameterValue, 'Make and use nkeys in files: gen, show, sign, verify, seal, unseal')
            [CompletionResult]::new('nk', 'nk', [CompletionResultType]::ParameterValue, 'Make and use nkeys in files: gen, show, sign, verify, seal, unseal')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Validate tokens in a file')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Print the version and what this binary was built with')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;completion' {
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;describe' {
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('jwt', 'jwt', [CompletionResultType]::ParameterValue, 'Describe a token, or the one in a creds file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;describe;jwt' {
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Token or creds file, or - for stdin')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'Token or creds file, or - for stdin')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a new file instead of stdout; -- is stdout')
            [CompletionResult]::new('--output-file', '--output-file', [CompletionResultType]::ParameterName, 'Write to a new file instead of stdout; -- is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a new file instead of stdout; -- is stdout')
            [CompletionResult]::new('-F', '-F ', [CompletionResultType]::ParameterName, 'Print one field, such as nats.limits.conn or nats.exports[0].subject, as JSON')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Print one field, such as nats.limits.conn or nats.exports[0].subject, as JSON')
            [CompletionResult]::new('--chain', '--chain', [CompletionResultType]::ParameterName, 'Operator''s and account''s token to check the chain with')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('-R', '-R ', [CompletionResultType]::ParameterName, 'Print the token itself')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Print the token itself')
            [CompletionResult]::new('-W', '-W ', [CompletionResultType]::ParameterName, 'Show keys in full (they always are)')
            [CompletionResult]::new('--long-ids', '--long-ids', [CompletionResultType]::ParameterName, 'Show keys in full (they always are)')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;describe;help' {
            [CompletionResult]::new('jwt', 'jwt', [CompletionResultType]::ParameterValue, 'Describe a token, or the one in a creds file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;describe;help;jwt' {
            break
        }
        'nkeep;describe;help;help' {
            break
        }
        'nkeep;generate' {
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('nkey', 'nkey', [CompletionResultType]::ParameterValue, 'Generate an nkey')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;generate;nkey' {
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'Write the seed to a new file with mode 0600, and print only the public key')
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
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show the seed on a terminal, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;generate;help' {
            [CompletionResult]::new('nkey', 'nkey', [CompletionResultType]::ParameterValue, 'Generate an nkey')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;generate;help;nkey' {
            break
        }
        'nkeep;generate;help;help' {
            break
        }
        'nkeep;man' {
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'Folder for the pages; made if it is not there')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'nkeep;nkey' {
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
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
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
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
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'Write the seed to a new file with mode 0600, and print only the public key')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show the seed on a terminal, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;gen' {
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'Write the seed to a new file with mode 0600, and print only the public key')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show the seed on a terminal, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;seal' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the box to a new file')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Write the bytes of the box without base64')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;encrypt' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the box to a new file')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Write the bytes of the box without base64')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;enc' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the box to a new file')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Write the bytes of the box without base64')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;seal' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the box to a new file')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Write the bytes of the box without base64')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;encrypt' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the box to a new file')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Write the bytes of the box without base64')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;enc' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the box to a new file')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Write the bytes of the box without base64')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;show' {
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;show' {
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;sign' {
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;sign' {
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;unseal' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;open' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;decrypt' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;dec' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;unseal' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;open' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;decrypt' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;dec' {
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write what was sealed to a new file with mode 0600')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file')
            [CompletionResult]::new('--no-b64', '--no-b64', [CompletionResultType]::ParameterName, 'Read the bytes of a box without base64')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Show what was sealed on a terminal, when it is text, or in JSON')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nkey;verify' {
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;nk;verify' {
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
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
        'nkeep;validate' {
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'File with tokens, or - for stdin')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'File with tokens, or - for stdin')
            [CompletionResult]::new('--chain', '--chain', [CompletionResultType]::ParameterName, 'Operator''s and account''s token to check the chain with')
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;version' {
            [CompletionResult]::new('-J', '-J ', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print one JSON document, and errors as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'nkeep;help' {
            [CompletionResult]::new('completion', 'completion', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('describe', 'describe', [CompletionResultType]::ParameterValue, 'Describe tokens')
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Generate keys')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual, or write all its pages into a folder')
            [CompletionResult]::new('nkey', 'nkey', [CompletionResultType]::ParameterValue, 'Make and use nkeys in files: gen, show, sign, verify, seal, unseal')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Validate tokens in a file')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Print the version and what this binary was built with')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'nkeep;help;completion' {
            break
        }
        'nkeep;help;describe' {
            [CompletionResult]::new('jwt', 'jwt', [CompletionResultType]::ParameterValue, 'Describe a token, or the one in a creds file')
            break
        }
        'nkeep;help;describe;jwt' {
            break
        }
        'nkeep;help;generate' {
            [CompletionResult]::new('nkey', 'nkey', [CompletionResultType]::ParameterValue, 'Generate an nkey')
            break
        }
        'nkeep;help;generate;nkey' {
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
        'nkeep;help;validate' {
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
