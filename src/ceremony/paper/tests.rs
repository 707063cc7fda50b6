use super::{Body, Page, Typed};
use crate::ceremony::CeremonyError;
use crate::nkey::{Kind, Seed};
use crate::store::age::Passphrase;

fn page(sealed: bool) -> (Seed, Page) {
    let seed = Seed::generate(Kind::Operator).unwrap();
    let body = match sealed {
        true => Body::sealed(&seed, &passphrase().unwrap(), 2).unwrap(),
        false => Body::Plain(seed.clone()),
    };
    let page = Page {
        name: Some("A<C>ME & Co".to_owned()),
        key: Some(seed.public()),
        made: 1_795_200_000,
        body,
    };
    (seed, page)
}

fn passphrase() -> Result<Passphrase, CeremonyError> {
    Ok(Passphrase::new("correct horse battery"))
}

fn brought_back(text: &str) -> Result<Seed, CeremonyError> {
    Page::read("page.txt", text)?.seed("page.txt", None, passphrase)
}

#[test]
fn what_is_typed_from_it_brings_the_key_back() {
    for sealed in [false, true] {
        let (seed, page) = page(sealed);
        let text = page.text();
        assert!(text.lines().all(|line| line.len() <= 80), "{}", *text);
        let lower = text.to_lowercase().replace(' ', "  ");
        for typed in [text.as_str(), &lower, &text.replace('\n', "\r\n")] {
            let back = brought_back(typed).unwrap_or_else(|error| panic!("{error}"));
            assert!(*back.expose() == *seed.expose());
        }
        let html = page.html().unwrap();
        assert!(html.contains("A&lt;C&gt;ME &amp; Co") && html.contains("<svg "));
        assert!(!html.contains(seed.expose().as_str()));
        // What a reader takes from the code, too, for whoever says whose it is.
        let code = page.body.code();
        assert!(brought_back(&code).is_err());
        let back = Page::read("-", &code).unwrap();
        let back = back.seed("-", Some(seed.public()), passphrase).unwrap();
        assert!(*back.expose() == *seed.expose());
        // Line by line, too: the page and the code.
        let lines = text.lines().filter(|line| {
            line.starts_with("Key") || line.starts_with(|first: char| first.is_ascii_digit())
        });
        for lines in [lines.collect::<Vec<_>>(), code.lines().collect()] {
            let mut typed = Typed::default();
            for line in lines {
                assert!(typed.question().is_some(), "{line}");
                typed.take(line).unwrap();
            }
            assert!(typed.question().is_none());
            let back = Page::read("-", &typed.text()).unwrap();
            let back = back.seed("-", Some(seed.public()), passphrase).unwrap();
            assert!(*back.expose() == *seed.expose());
        }
    }
}

#[test]
fn each_wrong_letter_is_told_by_its_line() {
    for sealed in [false, true] {
        let (_, page) = page(sealed);
        let text = page.text();
        let lines: Vec<&str> = text.lines().collect();
        let (mut tried, mut missed) = (0, 0);
        for (at, line) in lines.iter().enumerate() {
            let Some((place, rest)) = line
                .split_once(' ')
                .filter(|(first, _)| first.contains('/'))
            else {
                continue;
            };
            for (letter, is) in rest.char_indices().filter(|(_, letter)| *letter != ' ') {
                let mut other = rest.to_owned();
                other.replace_range(letter..=letter, if is == 'A' { "B" } else { "A" });
                let other = format!("{place} {other}");
                let mut typed = lines.clone();
                typed[at] = &other;
                let why = Page::read("page.txt", &typed.join("\n"))
                    .err()
                    .unwrap()
                    .to_string();
                let line = place.split('/').next().unwrap();
                missed += usize::from(!why.contains(&format!("in line {line}:")));
                tried += 1;
            }
            let mut typed = lines.clone();
            typed.remove(at);
            let why = Page::read("page.txt", &typed.join("\n"))
                .err()
                .unwrap()
                .to_string();
            assert!(
                why.contains("lacks line") || why.contains("none of the lines"),
                "{why}"
            );
        }
        // Of a million wrong lines one has the check of the right one.
        assert!(tried > 60 && missed <= 1);
    }
}

#[test]
fn another_key_or_passphrase_is_refused() {
    let (_, one) = page(true);
    let (other, _) = page(true);
    let refused = |error: Result<Seed, CeremonyError>| error.err().unwrap().to_string();
    let read = Page::read("page.txt", &one.text()).unwrap();
    let why = refused(read.seed("page.txt", Some(other.public()), passphrase));
    assert!(why.contains("is expected"), "{why}");
    let wrong = || Ok::<_, CeremonyError>(Passphrase::new("another passphrase"));
    assert!(refused(read.seed("page.txt", None, wrong)).contains("passphrase"));
    // A page whose key was put in place of its own.
    let key = |seed: &Seed| super::grouped(&seed.public().to_string());
    let (seed, plain) = page(false);
    let forged = plain.text().replace(&key(&seed), &key(&other));
    assert!(refused(brought_back(&forged)).contains("is expected"));
}
