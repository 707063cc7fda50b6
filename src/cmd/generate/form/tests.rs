use std::collections::BTreeMap;

use clap::Parser;
use zeroize::Zeroizing;

use super::{Document, Form};
use crate::clock::Clock;
use crate::cmd::{Ctx, Opening, suggested};
use crate::emit::manifest::data::Part;
use crate::emit::manifest::{Data, Metadata, Object};
use crate::emit::yaml::{Node, stream};
use crate::store::Made;
use crate::ui::{ExitCode, Failure, Ui};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    form: Form,
}

const AGE: &str = "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg";

fn form(flags: &str) -> Form {
    let words = flags.split_whitespace();
    Line::try_parse_from(std::iter::once("nkeep").chain(words))
        .unwrap()
        .form
}

fn ctx() -> Ctx {
    Ctx {
        ui: Ui::new(false, false),
        clock: Clock::Fixed(1_795_200_000),
        opening: Opening::default(),
        made: Made::default(),
        stand_in: None,
        changed_at: None,
        doing: crate::cmd::ceremony::recording::Doing::default(),
        whereabouts: suggested::Whereabouts::default(),
    }
}

fn object(name: &str) -> Object {
    let mut data = Data::default();
    data.add(Part {
        key: "default".parse().unwrap(),
        bytes: Zeroizing::new(b"SO-throw-away".to_vec()),
        secret: true,
    })
    .unwrap();
    Object {
        metadata: Metadata {
            name: name.parse().unwrap(),
            namespace: Some("nats".parse().unwrap()),
            labels: BTreeMap::new(),
            annotations: BTreeMap::new(),
        },
        data,
        immutable: false,
    }
}

fn written(flags: &str) -> Result<String, Failure> {
    let node = form(flags).ready(&ctx())?.node(&object("sign"))?;
    Ok(stream(&[node]).to_string())
}

fn refused(flags: &str) -> (String, String) {
    let failure = written(flags).err().unwrap();
    assert_eq!(failure.code(), ExitCode::Usage, "{flags}");
    (failure.message(), format!("{failure:?}"))
}

#[test]
fn only_what_stands_for_itself_is_a_secret() {
    let sops = format!("--as sops --age {AGE}");
    let store = "--secret-store vault --remote-key nats/sign";
    let (external, push) = (
        format!("--as external-secret {store}"),
        format!("--as push-secret {store}"),
    );
    for (flags, kind, is_secret) in [
        ("", "Secret", true),
        ("--as secret", "Secret", true),
        ("--string-data", "Secret", true),
        (&*sops, "Secret", false),
        (&*external, "ExternalSecret", false),
        (&*push, "PushSecret", false),
    ] {
        assert_eq!(form(flags).is_secret(), is_secret, "{flags}");
        let text = written(flags).unwrap();
        assert!(text.contains(&format!("kind: {kind}\n")), "{text}");
        let shown = text.contains("SO-throw-away") || text.contains("U08tdGhyb3ctYXdheQ==");
        assert_eq!(shown, is_secret, "{flags}");
    }
}

#[test]
fn a_flag_of_another_form_is_refused() {
    for (flags, flag, belongs) in [
        ("--cert x", "--cert", "--as sealed"),
        ("--scope strict", "--scope", "--as sealed"),
        ("--as sealed --cert x --age AGE", "--age", "--as sops"),
        ("--as sops --age AGE --cert x", "--cert", "--as sealed"),
        (
            "--as sealed --string-data",
            "--string-data",
            "--as secret and --as sops",
        ),
        (
            "--refresh 1h",
            "--refresh",
            "--as external-secret and --as push-secret",
        ),
        ("--remote-key x", "--remote-key", "--as external-secret"),
        ("--secret-store x", "--secret-store", "--as external-secret"),
        (
            "--secret-store-kind ClusterSecretStore",
            "--secret-store-kind",
            "--as external-secret",
        ),
    ] {
        let (message, _) = refused(&flags.replace("AGE", AGE));
        assert!(
            message.starts_with(&format!("{flag} is for {belongs}")),
            "{message}"
        );
    }
}

#[test]
fn what_a_form_takes_is_named() {
    for (flags, missing) in [
        ("--as sealed", "--cert controller.pem"),
        ("--as sops", "--age age1..."),
        ("--as external-secret", "--secret-store NAME"),
        ("--as push-secret --remote-key x", "--secret-store NAME"),
        ("--as push-secret --secret-store x", "--remote-key PATH"),
    ] {
        let (message, hints) = refused(flags);
        assert!(message.contains(&format!("takes {missing}: ")), "{message}");
        assert!(hints.contains(missing), "{hints}");
    }
}

#[test]
fn a_file_that_is_no_certificate_is_refused() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let flags = format!("--as sealed --cert {}", file.path().display());
    let message = written(&flags).err().unwrap().message();
    assert!(
        message.starts_with("nothing can be sealed with "),
        "{message}"
    );
    assert!(
        message.contains("there is no certificate in it"),
        "{message}"
    );
}

/// What is written beside Secrets stays what it is, but that SOPS encrypts a file as a whole.
#[test]
fn what_is_no_secret_is_written_as_it_is() {
    let object = object("sign");
    let written = |flags: &str| {
        let open = Node::texts([("kind", "NatsCluster")]);
        let documents = vec![Document::Secret(&object), Document::Open(open)];
        let nodes = form(flags).ready(&ctx()).unwrap().nodes(documents).unwrap();
        stream(&nodes).to_string()
    };
    assert!(written("").ends_with("\n---\nkind: NatsCluster\n"));
    let text = written(&format!("--as sops --age {AGE}"));
    assert!(text.contains("\n---\nkind: NatsCluster\nsops:\n"), "{text}");
    assert_eq!(text.matches("  mac: \"ENC[").count(), 2, "{text}");
}

#[test]
fn two_secrets_are_not_taken_to_one_place() {
    let objects = [object("sign"), object("sys")];
    let nodes = |key: &str| {
        let flags = format!("--as push-secret --secret-store vault --remote-key {key}");
        let secrets = objects.iter().map(Document::Secret).collect();
        form(&flags).ready(&ctx()).unwrap().nodes(secrets)
    };
    let text = stream(&nodes("nats/{name}").unwrap()).to_string();
    assert!(
        text.contains("nats/sign") && text.contains("nats/sys"),
        "{text}"
    );
    let message = nodes("nats/keys").err().unwrap().message();
    assert!(message.starts_with("two Secrets would be at "), "{message}");
}
