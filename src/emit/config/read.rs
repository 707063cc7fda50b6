//! A configuration as it stands in a file, read again by a reader of its own: what was written is what was meant.

use super::grammar::{self, Value};

/// What a configuration says of trust.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The tokens of operators.
    pub operators: Vec<String>,
    /// The key of the system account.
    pub system: Option<String>,
    /// The kind of resolver, or its address.
    pub resolver: String,
    /// Accounts by their key.
    pub preload: Vec<(String, String)>,
}

/// Reads one.
pub fn read(text: &str) -> Result<Found, String> {
    let mut found = Found::default();
    for (key, value) in grammar::parse(text)? {
        match (&*key, value) {
            ("operator", Value::Text(token)) => found.operators = vec![token],
            ("operator", Value::List(tokens)) => {
                found.operators = tokens.into_iter().map(token).collect::<Result<_, _>>()?;
            }
            ("system_account", Value::Text(account)) => found.system = Some(account),
            ("resolver", Value::Text(kind)) => found.resolver = kind,
            ("resolver", Value::Map(settings)) => {
                let kind = settings.into_iter().find(|(name, _)| name == "type");
                found.resolver = match kind {
                    Some((_, Value::Text(kind))) => kind,
                    _ => return Err("the resolver has no type".to_owned()),
                };
            }
            ("resolver_preload", Value::Map(accounts)) => {
                found.preload = accounts
                    .into_iter()
                    .map(|(key, value)| Ok::<_, String>((key, token(value)?)))
                    .collect::<Result<_, _>>()?;
            }
            (key, _) => return Err(format!("{key} is not what it should be")),
        }
    }
    Ok(found)
}

fn token(value: Value) -> Result<String, String> {
    match value {
        Value::Text(token) => Ok(token),
        _ => Err("a token is no text".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Found, read};
    use crate::emit::config::{Config, Delete, Folder, Resolver, Stated};

    fn stated(name: &str, key: &str) -> Stated {
        Stated {
            name: name.to_owned(),
            key: key.to_owned(),
            token: format!("eyJ.{key}.x_-"),
        }
    }

    #[test]
    fn what_is_written_is_read_again_whatever_things_are_called() {
        for name in [
            "a",
            "\"",
            "\\\"",
            "}\n{",
            "#",
            "\\",
            "a\tb\r",
            "ü \u{1F600}",
            "$X",
            "operator: 1",
        ] {
            let config = Config {
                clients: vec![format!("nats://{name}:4222")],
                operators: vec![stated(name, "OA"), stated(name, "OB")],
                system: None,
                resolver: Resolver::Full {
                    folder: Folder {
                        path: name.to_owned(),
                        limit: Some(3),
                        timeout: Duration::from_millis(1900),
                    },
                    interval: Duration::from_secs(120),
                    delete: Delete::Removed,
                },
                preload: vec![stated(name, "AA"), stated(name, "AB")],
            };
            let pairs = |all: &[Stated]| -> Vec<(String, String)> {
                all.iter()
                    .map(|one| (one.key.clone(), one.token.clone()))
                    .collect()
            };
            let found = Found {
                operators: pairs(&config.operators)
                    .into_iter()
                    .map(|(_, token)| token)
                    .collect(),
                system: None,
                resolver: "full".to_owned(),
                preload: pairs(&config.preload),
            };
            assert_eq!(read(&config.text()), Ok(found), "{name:?}");
        }
    }

    #[test]
    fn what_a_server_would_read_otherwise_is_an_error() {
        for text in [
            "operator: \"a",
            "operator \"a\"",
            "operator: \"\\q\"",
            "resolver_preload: { A: \"x\"",
            "resolver_preload: { A: \"x\" A: \"y\" }",
            "operator: [\"a\",]",
            "operator: [\"a\" \"b\"]",
            "resolver: { dir: \"x\" }",
            "port: 4222",
            "operator: { a: b }",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
