//! Names of Kubernetes' own rules: of objects, namespaces, labels, annotations and of what is inside a Secret.

use std::fmt;
use std::str::FromStr;

use crate::masking::holds_secret;

/// Most characters of the name of an object.
const OBJECT: usize = 253;
/// Most characters of a namespace, of the value of a label, and of what follows the prefix of a label's key.
const LABEL: usize = 63;

/// Makes a type that holds only what its rule lets through.
macro_rules! checked {
    ($($(#[$about:meta])* $type:ident $rule:path;)+) => {$(
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $type(String);

        impl $type {
            /// As it is written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $type {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                if holds_secret(text) {
                    return Err("it holds a seed or an identity, which everybody could read".to_owned());
                }
                $rule(text)?;
                Ok(Self(text.to_owned()))
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )+};
}

checked! {
    /// What an object is called.
    ObjectName object_name;
    /// Where it stands.
    Namespace dns_label;
    /// What a label or an annotation is called: a name, perhaps after a prefix and a slash.
    MetadataKey metadata_key;
    /// What a label says.
    LabelValue label_value;
    /// What a part of a Secret or ConfigMap is called.
    DataKey data_key;
}

impl ObjectName {
    /// A name made of words of others: small letters, digits and hyphens, which stay what they are.
    #[must_use]
    pub fn made_of(text: &str, otherwise: &str) -> String {
        let mut name = String::with_capacity(text.len());
        for character in text.chars().flat_map(char::to_lowercase) {
            match character {
                'a'..='z' | '0'..='9' => name.push(character),
                _ if name.ends_with('-') || name.is_empty() => {}
                _ => name.push('-'),
            }
        }
        // What stands after it has to fit into a part of a name, too.
        name.truncate(LABEL / 2);
        let name = name.trim_end_matches('-');
        if name.is_empty() {
            otherwise.to_owned()
        } else {
            name.to_owned()
        }
    }
}

fn dns_label(text: &str) -> Result<(), String> {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let fits = (1..=LABEL).contains(&text.len())
        && text.bytes().all(|byte| letter(byte) || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-');
    if fits {
        return Ok(());
    }
    Err(format!(
        "it is not made of small letters, digits and hyphens between them, or is longer than {LABEL} characters"
    ))
}

fn object_name(text: &str) -> Result<(), String> {
    if text.len() > OBJECT {
        return Err(format!("it is longer than {OBJECT} characters"));
    }
    text.split('.').try_for_each(dns_label)
}

fn label_word(text: &str) -> bool {
    let bytes = text.as_bytes();
    let ends = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    bytes.len() <= LABEL
        && ends(bytes.first())
        && ends(bytes.last())
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte))
}

fn label_value(text: &str) -> Result<(), String> {
    if text.is_empty() || label_word(text) {
        return Ok(());
    }
    Err(format!(
        "the value of a label is made of letters, digits, '-', '_' and '.', begins and ends with a letter or digit, and has at \
         most {LABEL} characters"
    ))
}

fn metadata_key(text: &str) -> Result<(), String> {
    let (prefix, name) = match text.split_once('/') {
        Some((prefix, name)) => (Some(prefix), name),
        None => (None, text),
    };
    if let Some(prefix) = prefix {
        object_name(prefix).map_err(|reason| format!("of what is before the slash: {reason}"))?;
    }
    if label_word(name) {
        return Ok(());
    }
    Err(format!(
        "a name is made of letters, digits, '-', '_' and '.', begins and ends with a letter or digit, and has at most {LABEL} \
         characters; a prefix and a slash may stand before it"
    ))
}

fn data_key(text: &str) -> Result<(), String> {
    let fits = (1..=OBJECT).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    if !fits {
        return Err(format!(
            "it is not made of letters, digits, '-', '_' and '.', or has more than {OBJECT} characters"
        ));
    }
    // A volume has files of these names, and no folder's own.
    if text == "." || text.starts_with("..") {
        return Err("no file in a volume can be called so".to_owned());
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{DataKey, LabelValue, MetadataKey, Namespace, ObjectName};

    #[test]
    fn names_are_what_kubernetes_takes() {
        for good in ["a", "nats-operator", "a.b-c.d0", "0"] {
            assert!(good.parse::<ObjectName>().is_ok(), "{good}");
        }
        for bad in ["", "-a", "a-", "A", "a_b", "a..b", ".a", "a b", "ä", "a/b"] {
            assert!(bad.parse::<ObjectName>().is_err(), "{bad}");
        }
        assert!("a.b".parse::<Namespace>().is_err());
        assert!("n".repeat(63).parse::<Namespace>().is_ok());
        assert!("n".repeat(64).parse::<Namespace>().is_err());
    }

    #[test]
    fn labels_and_keys_are_what_kubernetes_takes() {
        for good in ["", "A", "a.b_c-d", &"x".repeat(63)] {
            assert!(good.parse::<LabelValue>().is_ok(), "{good}");
        }
        for bad in ["-", "a ", "a/b", "a:b", &"x".repeat(64)] {
            assert!(bad.parse::<LabelValue>().is_err(), "{bad}");
        }
        for good in ["app", "app.kubernetes.io/name", "nkeep/public-key"] {
            assert!(good.parse::<MetadataKey>().is_ok(), "{good}");
        }
        for bad in ["", "/a", "a/", "a/b/c", "A/b", "a b"] {
            assert!(bad.parse::<MetadataKey>().is_err(), "{bad}");
        }
        for good in ["default", "user.creds", "CA_1-x", ".hidden"] {
            assert!(good.parse::<DataKey>().is_ok(), "{good}");
        }
        for bad in ["", ".", "..", "..data", "a/b", "a b", "ä"] {
            assert!(bad.parse::<DataKey>().is_err(), "{bad}");
        }
    }

    #[test]
    fn any_text_makes_a_name() {
        for text in [
            "",
            "---",
            "Ünï code",
            "A.B/C",
            "NO",
            &"x".repeat(300),
            "日本",
        ] {
            let made = ObjectName::made_of(text, "user");
            assert!(made.parse::<ObjectName>().is_ok(), "{text} made {made}");
        }
        assert_eq!(ObjectName::made_of("Order Svc!", "user"), "order-svc");
    }
}
