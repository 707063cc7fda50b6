//! URLs as Go's `net/url` reads them: which parts there are, and what it says of those it cannot read.
//!
//! This is a reader for validation: it keeps what the rules ask for and decodes nothing. Browsers read URLs otherwise,
//! and servers read them as Go does.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::quote::{quoted, quoted_bytes};

/// The parts of a URL that rules ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoUrl<'a> {
    scheme: &'a str,
    has_user: bool,
    host: &'a str,
    path: &'a str,
}

impl<'a> GoUrl<'a> {
    /// Reads a URL; the error is Go's, with the URL in it.
    pub fn parse(text: &'a str) -> Result<Self, String> {
        let (before, fragment) = text.split_once('#').unwrap_or((text, ""));
        let failed = |url, reason| format!("parse {}: {reason}", quoted(url));
        let url = Self::without_fragment(before).map_err(|reason| failed(before, reason))?;
        check_escapes(fragment, Part::Other).map_err(|reason| failed(text, reason))?;
        Ok(url)
    }

    /// The scheme in lower case.
    #[must_use]
    pub fn scheme(&self) -> String {
        self.scheme.to_lowercase()
    }

    /// Whether there is a user or an empty place for one.
    #[must_use]
    pub const fn has_user(&self) -> bool {
        self.has_user
    }

    /// The host without its port.
    #[must_use]
    pub fn host_name(&self) -> &'a str {
        match self.host.rfind(':') {
            Some(at) if is_optional_port(&self.host[at..]) => &self.host[..at],
            _ => self.host,
        }
    }

    /// The path, its escapes left alone.
    #[must_use]
    pub const fn path(&self) -> &'a str {
        self.path
    }

    fn without_fragment(text: &'a str) -> Result<Self, String> {
        if text.bytes().any(|byte| byte < b' ' || byte == 0x7f) {
            return Err("net/url: invalid control character in URL".to_owned());
        }
        let mut url = Self {
            scheme: "",
            has_user: false,
            host: "",
            path: "",
        };
        let (scheme, rest) = split_scheme(text)?;
        url.scheme = scheme;
        let rest = rest.split_once('?').map_or(rest, |(rest, _query)| rest);
        if !rest.starts_with('/') {
            if !scheme.is_empty() {
                // Go calls this opaque; it has neither host nor path.
                return Ok(url);
            }
            if rest
                .split('/')
                .next()
                .is_some_and(|head| head.contains(':'))
            {
                return Err("first path segment in URL cannot contain colon".to_owned());
            }
        }
        url.path = rest;
        if let Some(after) = rest.strip_prefix("//")
            && (!scheme.is_empty() || !after.starts_with('/'))
        {
            let (authority, path) = after.split_at(after.find('/').unwrap_or(after.len()));
            url.path = path;
            let (user, host) = match authority.rsplit_once('@') {
                Some((user, host)) => (Some(user), host),
                None => (None, authority),
            };
            check_host(&url.scheme(), host)?;
            url.host = host;
            url.has_user = user.is_some();
            check_user(user.unwrap_or_default())?;
        }
        check_escapes(url.path, Part::Other)?;
        Ok(url)
    }
}

fn split_scheme(text: &str) -> Result<(&str, &str), String> {
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {}
            b'0'..=b'9' | b'+' | b'-' | b'.' if at > 0 => {}
            b':' if at == 0 => return Err("missing protocol scheme".to_owned()),
            b':' => return Ok((&text[..at], &text[at + 1..])),
            _ => break,
        }
    }
    Ok(("", text))
}

fn check_user(user: &str) -> Result<(), String> {
    let valid = |byte: u8| byte.is_ascii_alphanumeric() || b"-._:~!$&'()*+,;=%@".contains(&byte);
    if !user.bytes().all(valid) {
        return Err("net/url: invalid userinfo".to_owned());
    }
    let (name, password) = user.split_once(':').unwrap_or((user, ""));
    check_escapes(name, Part::Other)?;
    check_escapes(password, Part::Other)
}

fn check_host(scheme: &str, host: &str) -> Result<(), String> {
    match host.rfind('[') {
        Some(0) => return check_address(host),
        Some(_) => return Err("invalid IP-literal".to_owned()),
        None => {}
    }
    // Since Go 1.26 a host of http has no colon but that of its port.
    let colon = if matches!(scheme, "http" | "https") {
        host.find(':')
    } else {
        host.rfind(':')
    };
    if let Some(at) = colon {
        check_port(&host[at..])?;
    }
    check_escapes(host, Part::Host)
}

/// Checks a host in brackets.
fn check_address(host: &str) -> Result<(), String> {
    let Some(end) = host.rfind(']') else {
        return Err("missing ']' in host".to_owned());
    };
    check_port(&host[end + 1..])?;
    let address = &host[1..end];
    let (number, zone) = address.split_at(address.find("%25").unwrap_or(address.len()));
    check_escapes(number, Part::Host)?;
    check_escapes(zone, Part::Zone)?;
    let refused = |reason: &str| {
        let shown = quoted(&address.replacen("%25", "%", 1));
        Err(format!("invalid host: ParseAddr({shown}): {reason}"))
    };
    if number.parse::<Ipv4Addr>().is_ok() && zone.is_empty() {
        return Err("invalid IP-literal".to_owned());
    }
    if zone == "%25" {
        return refused("zone must be a non-empty string");
    }
    // Go words what is wrong with an address in a dozen ways; here the verdict is the same, and the words are one.
    match number.parse::<Ipv6Addr>() {
        Ok(_) => Ok(()),
        Err(_) => refused("unable to parse IP"),
    }
}

fn check_port(text: &str) -> Result<(), String> {
    if is_optional_port(text) {
        Ok(())
    } else {
        Err(format!("invalid port {} after host", quoted(text)))
    }
}

fn is_optional_port(text: &str) -> bool {
    text.is_empty()
        || text
            .strip_prefix(':')
            .is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What a text with escapes is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Host,
    Zone,
    Other,
}

/// Whether every escape is well formed, and in a host every character allowed.
fn check_escapes(text: &str, part: Part) -> Result<(), String> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if *byte == b'%' {
            let escape = &bytes[at..bytes.len().min(at + 3)];
            let refused = || Err(format!("invalid URL escape {}", quoted_bytes(escape)));
            let Some(value) = escaped_byte(escape) else {
                return refused();
            };
            let plain = escape == b"%25";
            match part {
                Part::Host if value < 0x80 && !plain => return refused(),
                Part::Zone if !plain && value != b' ' && !is_host_byte(value) => return refused(),
                _ => at += 3,
            }
        } else if part != Part::Other && byte.is_ascii() && !is_host_byte(*byte) {
            let shown = quoted_bytes(&[*byte]);
            return Err(format!("invalid character {shown} in host name"));
        } else {
            at += 1;
        }
    }
    Ok(())
}

fn escaped_byte(escape: &[u8]) -> Option<u8> {
    let [b'%', high, low] = escape else {
        return None;
    };
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    u8::try_from(digit(high)? << 4 | digit(low)?).ok()
}

/// Whether Go takes the byte in a host without an escape.
fn is_host_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!$&'()*+,;=:[]<>\"-_.~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::GoUrl;

    #[test]
    fn it_reads_what_go_reads() {
        let parts = |text| {
            let url = GoUrl::parse(text).expect(text);
            let (user, host, path) = (url.has_user(), url.host_name(), url.path());
            (url.scheme(), user, host.to_owned(), path.to_owned())
        };
        let of = |scheme: &str, user, host: &str, path: &str| {
            (scheme.to_owned(), user, host.to_owned(), path.to_owned())
        };
        assert_eq!(parts("NATS://h:4222"), of("nats", false, "h", ""));
        assert_eq!(parts("tls://u:p@h/x?q#f"), of("tls", true, "h", "/x"));
        assert_eq!(parts("ws://@h"), of("ws", true, "h", ""));
        assert_eq!(parts("localhost:4222"), of("localhost", false, "", ""));
        assert_eq!(parts("localhost"), of("", false, "", "localhost"));
        assert_eq!(parts("//h/p"), of("", false, "h", "/p"));
        assert_eq!(parts("///p"), of("", false, "", "///p"));
        assert_eq!(parts("nats://a:1:2"), of("nats", false, "a:1", ""));
        assert_eq!(
            parts("nats://[fe80::1%25eth0]:80"),
            of("nats", false, "[fe80::1%25eth0]", "")
        );
    }

    #[test]
    fn it_refuses_what_go_refuses_with_its_words() {
        for (text, reason) in [
            (":x", "missing protocol scheme"),
            ("1h:4222", "first path segment in URL cannot contain colon"),
            ("nats://h\x01", "net/url: invalid control character in URL"),
            ("nats://h:x", r#"invalid port ":x" after host"#),
            ("http://a:1:2", r#"invalid port ":1:2" after host"#),
            ("nats://h%41", r#"invalid URL escape "%41""#),
            ("nats://h/%é", r#"invalid URL escape "%é""#),
            ("nats://h/%a", r#"invalid URL escape "%a""#),
            ("nats://a b", r#"invalid character " " in host name"#),
            ("nats://u é@h", "net/url: invalid userinfo"),
            ("nats://[::1", "missing ']' in host"),
            ("nats://a[::1]", "invalid IP-literal"),
            ("nats://[1.2.3.4]", "invalid IP-literal"),
            (
                "nats://[x]",
                r#"invalid host: ParseAddr("x"): unable to parse IP"#,
            ),
        ] {
            let shown = super::quoted(text);
            assert_eq!(
                GoUrl::parse(text),
                Err(format!("parse {shown}: {reason}")),
                "{text}"
            );
        }
        assert_eq!(
            GoUrl::parse("nats://h:x#f"),
            Err(r#"parse "nats://h:x": invalid port ":x" after host"#.to_owned())
        );
    }
}
