//! Words of the command line as what they mean: each is checked before anything is done.

use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::jwt::subject::{Subject, SubjectError};
use crate::nkey::Seed;
use crate::store::class::Class;
use crate::trust::preset::Preset;

/// The name of a file or folder where neither stdin nor stdout will do.
pub fn named_file() -> impl TypedValueParser<Value = PathBuf> {
    clap::builder::PathBufValueParser::new().try_map(|path| {
        if path.as_os_str() == "-" {
            return Err("- is stdin or stdout, and here a name is wanted");
        }
        Ok(path)
    })
}

/// A label of a token: not empty, in lower case, seen whole, and no secret.
pub fn tag(text: &str) -> Result<String, String> {
    words(text).map(|text| as_label(&text))
}

/// A label that may be there, whatever it holds.
pub fn old_tag(text: &str) -> Result<String, String> {
    open_text(text).map(|text| as_label(&text))
}

/// As Go's library has labels, and servers compare them.
fn as_label(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Text that will stand in the clear: no secret.
pub fn open_text(text: &str) -> Result<String, String> {
    if crate::masking::holds_secret(text) {
        return Err("it holds a seed or an identity, and would stand in the clear".to_owned());
    }
    Ok(text.to_owned())
}

/// Words for people that will stand in the clear: on one line, and nothing in them that cannot be seen.
pub fn words(text: &str) -> Result<String, String> {
    if text.trim().is_empty() {
        return Err("it is empty".to_owned());
    }
    if text.chars().any(crate::text::deceives) {
        return Err("it holds a character that cannot be seen".to_owned());
    }
    open_text(text)
}

/// A subject.
pub fn subject(text: &str) -> Result<Subject, String> {
    open_text(text)?
        .parse()
        .map_err(|error: SubjectError| error.to_string())
}

/// What follows a switch after `=`, as nsc takes it.
pub fn truth(text: &str) -> Result<bool, String> {
    match text {
        "1" | "t" | "T" | "true" | "True" | "TRUE" => Ok(true),
        "0" | "f" | "F" | "false" | "False" | "FALSE" => Ok(false),
        _ => Err("it is neither true nor false".to_owned()),
    }
}

/// A class that recipients are named for.
pub fn granted_class(text: &str) -> Result<Class, String> {
    let class: Class = text.parse()?;
    if Class::GRANTED.contains(&class) {
        Ok(class)
    } else {
        Err("whoever opens anything opens that, too".to_owned())
    }
}

/// Reads the name of a preset, one of those; help says what each is for.
pub fn preset_of(
    presets: impl IntoIterator<Item = Preset>,
) -> impl TypedValueParser<Value = Preset> {
    let values = presets
        .into_iter()
        .map(|preset| PossibleValue::new(preset.name()).help(preset.purpose()));
    PossibleValuesParser::new(values).try_map(|name| name.parse::<Preset>())
}

/// Reads a public key in an argument; a seed there is refused for what it is.
pub fn public_key_argument<K: FromStr<Err: ToString>>(text: &str) -> Result<K, String> {
    // On paper it stands in groups.
    let text: String = text.split_whitespace().collect();
    if Seed::parse(&text).is_ok() {
        return Err(
            "it is a seed: on the command line every process of this machine can read it; \
                    give the public key"
                .to_owned(),
        );
    }
    text.parse().map_err(|error: K::Err| error.to_string())
}
