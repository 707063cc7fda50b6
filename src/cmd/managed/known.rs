//! Where operators' tokens are: a file, an address, or a name that stands for one, as nsc has it.

use crate::cmd::files::input::{Source, source_or_url};
use crate::text::quoted;
use crate::ui::Failure;

/// Names that nsc knows without being told.
const KNOWN: [(&str, &str); 1] = [("synadia", "https://api.synadia.io/jwt/v1/operator")];

/// Where the token of an operator is that is called so: a name is looked up where there is no such file.
pub fn source(text: &str) -> Result<Source, Failure> {
    let source = source_or_url(text).map_err(Failure::usage)?;
    let is_name = matches!(&source, Source::File(path) if !path.exists());
    if !is_name {
        return Ok(source);
    }
    let Some(url) = address(text) else {
        let wrong = Failure::usage(format!(
            "{} is no file, no address, and no operator that is known",
            quoted(text)
        ));
        let usual = |one: char| one.is_alphanumeric() || "_-".contains(one);
        let is_name = !text.is_empty() && text.chars().all(usual);
        return Err(match is_name {
            true => wrong.hint(format!(
                "export {}=https://HOST/jwt/v1/operator",
                variable(text)
            )),
            false => wrong,
        });
    };
    source_or_url(&url).map_err(|reason| {
        Failure::usage(format!("operator {} is at {url}: {reason}", quoted(text)))
    })
}

/// The address of an operator by its name: from the environment, or one that is known.
pub fn address(name: &str) -> Option<String> {
    let wanted = variable(name);
    let named = std::env::vars_os().find_map(|(variable, value)| {
        let is_it = variable.to_str()?.eq_ignore_ascii_case(&wanted);
        is_it.then(|| value.into_string().ok())?
    });
    let known = || {
        let (_, url) = KNOWN
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some((*url).to_owned())
    };
    named.filter(|url| !url.is_empty()).or_else(known)
}

/// The variable that says where an operator is.
pub fn variable(name: &str) -> String {
    let usual = |one: char| if one.is_alphanumeric() { one } else { '_' };
    let name: String = name.to_uppercase().chars().map(usual).collect();
    format!("NSC_{name}_OPERATOR")
}
