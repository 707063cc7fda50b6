//! Plugins made for tests: one that seals and opens, and does no more than its tests need, and some that misbehave.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub const RECIPIENT: &str = "age1fake10qnhpum5";
/// As plugins write them.
pub const IDENTITY: &str = "#    Recipient: age1fake10qnhpum5\nAGE-PLUGIN-FAKE-10Q2NVS9Z\n";

/// Data-less, so that it says no more than its name.
pub const BATCHPASS: &str = "AGE-PLUGIN-BATCHPASS-1JCS0Q9";

/// Wraps a key by writing it down, and asks for the PIN 1234 and a yes before it gives one back.
pub const HONEST: &str = r#"
b64() { printf %s "$1" | base64 | tr -d '=\n'; }
say() { printf -- '-> %s\n%s\n' "$1" "$2"; read -r answer; read -r body; }
while read -r line; do
    case $line in
        '-> wrap-file-key' | '-> recipient-stanza 0 fake') read -r key ;;
        '-> done') read -r line; break ;;
    esac
done
say grease-1 ''
[ "$answer" = '-> unsupported' ] || exit 9
case $1 in
    --age-plugin=recipient-v1) say 'recipient-stanza 0 fake' "$key" ;;
    --age-plugin=identity-v1)
        if [ -n "$key" ]; then
            say msg "$(b64 'put the token in')"
            say request-secret "$(b64 PIN)"
            [ "$answer $body" = '-> ok MTIzNA' ] || { say 'error identity 0' "$(b64 'that is not the PIN')"; exit; }
            say "confirm $(b64 yes) $(b64 no)" "$(b64 'go on?')"
            [ "$answer" = '-> ok yes' ] && say 'file-key 0' "$key"
        fi
        ;;
esac
printf -- '-> done\n\n'
"#;

/// Plugins that do something wrong, and what is said of them.
pub const MISBEHAVING: [(&str, &str); 10] = [
    ("sleep 60", "has said nothing for 0.3 s, and was ended"),
    ("exec >&-; sleep 60", "answers nonsense"),
    (
        "echo 'no card' >&2; exit 3",
        "ended before all was said (exit status: 3): no card",
    ),
    ("cat >/dev/null & exit 0", "ended before all was said"),
    ("printf 'hello\\nthere\\n'; sleep 60", "answers nonsense"),
    ("printf -- '-> msg\\n*\\n'; sleep 60", "answers nonsense"),
    ("yes", "answers nonsense"),
    (
        "while :; do printf -- '-> msg\\n\\n'; done",
        "does not come to an end",
    ),
    (
        "printf -- '-> error internal\\nbm8gY2FyZA\\n'; sleep 60",
        "says: no card",
    ),
    (
        "printf -- '-> recipient-stanza 1 x\\n\\n'; sleep 60",
        "answers nonsense",
    ),
];

/// Puts a plugin of that name into the folder `bin` of a home.
pub fn install(home: &Path, name: &str, script: &str) -> PathBuf {
    let folder = home.join("bin");
    std::fs::create_dir_all(&folder).unwrap();
    let program = folder.join(format!("age-plugin-{name}"));
    std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    program
}

/// The binary in a home, with those plugins allowed; the tools, and plugins in the home's `bin`, are found.
#[must_use = "run it, and look at what it printed and returned"]
pub fn nkeep_with(home: &Path, plugins: &str, args: &[&str]) -> Command {
    let mut command = crate::common::nkeep_at(home);
    command
        .env("PATH", path(home))
        .env("NKEEP_PLUGINS", plugins)
        .env("NKEEP_TEST_PATIENCE", "20000")
        .env("AGE_PASSPHRASE", "correct horse")
        .env("AGE_PASSPHRASE_WORK_FACTOR", "2")
        .args(args);
    command
}

/// Where programs are found.
pub fn path(home: &Path) -> String {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin");
    let path = std::env::var("PATH").unwrap();
    format!("{}:{}:{path}", home.join("bin").display(), tools.display())
}

/// What a command that must succeed prints.
pub fn done(home: &Path, plugins: &str, args: &[&str]) -> String {
    let output = nkeep_with(home, plugins, args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// A file that only its owner may read.
pub fn write(home: &Path, name: &str, text: &str) {
    let path = home.join(name);
    nkeep::file::write(&path, text.as_bytes(), nkeep::file::Existing::Replace).unwrap();
}

/// Runs a line for the shell that must succeed.
pub fn shell(home: &Path, line: &str) -> Output {
    let output = Command::new("bash")
        .args(["-euo", "pipefail", "-c", line])
        .current_dir(home)
        .env("PATH", path(home))
        .env("AGE_PASSPHRASE", "correct horse")
        .env("AGE_PASSPHRASE_WORK_FACTOR", "2")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "tools/fetch gets what is missing: {line}: {output:?}"
    );
    output
}

/// A post-quantum identity for the plugin `pq` in that file, under its recipient; the recipient.
pub fn pq(home: &Path, file: &str) -> String {
    let line = format!(
        "umask 077; age-keygen -pq -o {file}.native; (grep '^# public key' {file}.native; \
         age-plugin-pq -identity {file}.native) >{file}"
    );
    shell(home, &line);
    let text = std::fs::read_to_string(home.join(file)).unwrap();
    text.lines()
        .next()
        .unwrap()
        .rsplit_once(' ')
        .unwrap()
        .1
        .to_owned()
}
