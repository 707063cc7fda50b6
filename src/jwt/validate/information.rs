//! Rules about what accounts and exports say for people: a description and a URL.

use super::findings::Findings;
use super::issue::Code;
use super::url::GoUrl;

/// What Go allows for either, in bytes.
const MAX_LEN: usize = 8 * 1024;

/// Reports everything that is wrong with a description and a URL.
pub fn check(description: &str, url: &str, findings: &mut Findings) {
    if description.len() > MAX_LEN {
        findings.add(Code::DescriptionLong, "Description is too long");
    }
    if url.is_empty() {
        return;
    }
    if url.len() > MAX_LEN {
        findings.add(Code::InfoUrlLong, "Info URL is too long");
    }
    let reason = match GoUrl::parse(url) {
        Ok(url) if url.host_name().is_empty() || url.scheme().is_empty() => {
            "no hostname or scheme".to_owned()
        }
        Ok(_) => return,
        Err(reason) => reason,
    };
    findings.add(Code::InfoUrl, format!("error parsing info url: {reason}"));
}
