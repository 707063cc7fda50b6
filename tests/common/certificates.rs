//! Certificates of throw-away keys, made anew for each test.

use std::path::Path;
use std::process::Command;

/// Certificates for 127.0.0.1 and for a client, by an authority of their own.
pub fn certificates(home: &Path) {
    let script = r#"
set -e
openssl ecparam -name prime256v1 -genkey -noout -out ca.key
openssl req -x509 -new -key ca.key -days 2 -subj /CN=authority -out ca.pem -addext basicConstraints=critical,CA:TRUE
for who in server client; do
    openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out $who.key
    openssl req -new -key $who.key -subj /CN=$who -out $who.csr
    printf 'subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\n' > ext
    openssl x509 -req -in $who.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile ext -out $who.pem
done
"#;
    let made = Command::new("bash")
        .args(["-c", script])
        .current_dir(home)
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
}
