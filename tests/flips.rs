//! Bits of everything that nkeep writes and reads again are flipped, in the process: what comes of it is refused, or says what it said
//! before. `tests/tamper.rs` has stores that somebody changed by SQL.
//!
//! `NKEEP_TEST_FLIPS` says how many flips there are of everything together; where there are enough for it, each bit is flipped.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking; the report counts the flips"
)]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Mutex;

use nkeep::ceremony::approval::Approval;
use nkeep::ceremony::canonical::Sheet;
use nkeep::ceremony::paper::{Body, Page};
use nkeep::ceremony::qr::{joined, parts};
use nkeep::ceremony::request::{Proposal, Request};
use nkeep::ceremony::response::Response;
use nkeep::ceremony::shares::file::SealedShare;
use nkeep::ceremony::shares::page::Told;
use nkeep::ceremony::shares::set::Signed;
use nkeep::ceremony::transcript::verify::Known;
use nkeep::jwt::creds::seed_in;
use nkeep::jwt::decode::decode;
use nkeep::nkey::{CurveKey, Kind, PublicKey, Seed};
use nkeep::store::age;
use nkeep::store::age::plugin::Plugins;
use nkeep::store::pin::Pins;
use nkeep::store::record::{Entity, EntityKind};
use nkeep::store::sqlite::{Remade, Rollback, SqliteStore, Tree};
use nkeep::trust::statement;

use crate::ceremony_transcript::{key, looked_at, whole};
use crate::common::{at_home, ceremonies::Two};
use crate::rotation_model::model::chance::Chance;
use crate::tamper::{self, contents, put};

/// Whether what was changed is taken for something that it was not.
type Takes = Box<dyn Fn(&[u8]) -> bool + Send + Sync>;

/// Something that is written and read again.
struct Family {
    name: &'static str,
    bytes: Vec<u8>,
    takes: Takes,
    /// Of all flips, so many in a hundred.
    percent: usize,
}

fn family(
    name: &'static str,
    percent: usize,
    bytes: impl Into<Vec<u8>>,
    takes: impl Fn(&[u8]) -> bool + Send + Sync + 'static,
) -> Family {
    Family {
        name,
        bytes: bytes.into(),
        takes: Box::new(takes),
        percent,
    }
}

/// The same of a text.
fn text(
    name: &'static str,
    percent: usize,
    bytes: impl Into<Vec<u8>>,
    takes: impl Fn(&str) -> bool + Send + Sync + 'static,
) -> Family {
    family(name, percent, bytes, move |bytes| {
        std::str::from_utf8(bytes).is_ok_and(&takes)
    })
}

/// What two machines hand each other.
fn handed_over(all: &mut Vec<Family>) {
    let two = Two::new();
    at_home(two.root(), &["nkey", "gen", "user", "--out", "ada.nk"]);
    let asked = two.ask("a.nreq", &["edit", "operator", "--sk", "generate"]);
    let hash = asked["sha256"].as_str().unwrap();
    let approve = [
        "ceremony", "approve", "a.nreq", "-K", "./ada.nk", "-o", "a.nappr",
    ];
    at_home(
        two.root(),
        &[&approve[..], &["--expect-request", hash]].concat(),
    );
    two.sign("a.nreq", "a.nresp", &[]);
    let file = |name: &str| std::fs::read(two.root().join(name)).unwrap();
    let request = |bytes: &[u8]| Sheet::<Request>::read("a", bytes);
    all.push(family("requests", 8, file("a.nreq"), move |bytes| {
        request(bytes).is_ok_and(|sheet| Proposal::of("a", &sheet).is_ok())
    }));
    let about = request(&file("a.nreq")).unwrap();
    all.push(family("answers", 8, file("a.nresp"), move |bytes| {
        let sheet = Sheet::<Response>::read("a", bytes);
        sheet.is_ok_and(|sheet| sheet.answers("a", &about).is_ok())
    }));
    let about = request(&file("a.nreq")).unwrap();
    all.push(family("approvals", 8, file("a.nappr"), move |bytes| {
        let sheet = Sheet::<Approval>::read("a", bytes);
        sheet.is_ok_and(|sheet| sheet.by("a", &about).is_ok())
    }));
    let whole = String::from_utf8(file("a.nreq")).unwrap();
    let split = parts(&whole, 300).unwrap();
    // The last of them, with the others as they are; a letter that is none and a line without letters say nothing else.
    let others: Vec<(String, String)> = split[1..]
        .iter()
        .map(|part| ("x".to_owned(), part.clone()))
        .collect();
    all.push(text(
        "parts of QR codes",
        5,
        split[0].clone(),
        move |part| {
            let all = [&[("x".to_owned(), part.to_owned())], &others[..]].concat();
            joined(&all).is_ok_and(|joined| joined != whole)
        },
    ));
}

/// What custodians have.
fn kept_by_people(all: &mut Vec<Family>) {
    let home = crate::common::estate();
    let ada = age::Identity::generate().unwrap();
    let ada = format!("Ada={}", ada.recipient().unwrap());
    let split = ["ceremony", "split", "-k", "2", "--holder", &ada];
    at_home(
        home.path(),
        &[
            &split[..],
            &["--holder", "Bob", "--holder", "Cyd", "--words"],
        ]
        .concat(),
    );
    let entries = std::fs::read_dir(home.path()).unwrap();
    let paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    let file = |part: &str| {
        let found = paths
            .iter()
            .find(|path| path.to_string_lossy().contains(part));
        std::fs::read(found.unwrap_or_else(|| panic!("{part}: {paths:?}"))).unwrap()
    };
    all.push(family("sealed shares", 8, file("-1-of-3."), |bytes| {
        SealedShare::read("x", bytes).is_ok()
    }));
    all.push(family("sets of shares", 6, file(".nset"), |bytes| {
        Signed::read("x", bytes).is_ok()
    }));
    // What is around the words of a page is for people.
    let page = file("-2-of-3.words");
    let told = Told::read("x", std::str::from_utf8(&page).unwrap()).unwrap();
    all.push(text("shares in words", 6, page, move |page| {
        Told::read("x", page)
            .is_ok_and(|read| *read.share != *told.share || read.number != told.number)
    }));
    let seed = Seed::generate(Kind::Operator).unwrap();
    let page = Page {
        name: Some("ACME".to_owned()),
        key: Some(seed.public()),
        made: 1_795_200_000,
        body: Body::Plain(seed.clone()),
    };
    all.push(text(
        "paper",
        6,
        page.text().as_bytes().to_vec(),
        move |page| {
            Page::read("x", page).is_ok_and(|page| match page.body {
                Body::Plain(read) => read.expose() != seed.expose(),
                Body::Sealed(_) => true,
            })
        },
    ));
}

/// What is signed or sealed by itself.
fn alone(all: &mut Vec<Family>) {
    let folder = tempfile::tempdir().unwrap();
    let bytes = whole(&folder.path().join("a.ntranscript"), &key(Kind::Operator));
    let known = Known::default();
    assert!(looked_at(&bytes, &known).is_ok());
    all.push(family("transcripts", 6, bytes, move |bytes| {
        looked_at(bytes, &known).is_ok()
    }));
    let (old, new) = (key(Kind::Operator), key(Kind::Operator));
    let home = crate::common::estate();
    let token = at_home(home.path(), &["describe", "account", "ACME", "--raw"]);
    let token = token.trim().to_owned();
    let entity = Entity {
        kind: EntityKind::Operator,
        key: new.public(),
        name: "ACME".parse().unwrap(),
        parent: None,
        token: token.clone(),
        issued_at: 0,
        expires: 0,
        created: 0,
        updated: 0,
    };
    let said = statement::signed(&old, &new, &entity).unwrap();
    assert!(statement::holds(&said));
    let first = said.clone();
    all.push(text("statements", 6, said, move |said| {
        let signed = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        statement::holds(said) && signed(said) != signed(&first)
    }));
    all.push(text("tokens", 8, token, |token| decode(token).is_ok()));
    let seed = Seed::generate(Kind::User).unwrap();
    all.push(text("public keys", 2, seed.public().to_string(), |key| {
        key.parse::<PublicKey>().is_ok()
    }));
    all.push(text(
        "seeds",
        2,
        seed.expose().as_bytes().to_vec(),
        |seed| Seed::parse(seed).is_ok(),
    ));
    at_home(
        home.path(),
        &["generate", "creds", "-n", "ACME", "-o", "acme.creds"],
    );
    let creds = std::fs::read_to_string(home.path().join("acme.creds")).unwrap();
    let is = seed_in(&creds).unwrap();
    all.push(text("creds", 4, creds, move |creds| {
        seed_in(creds).is_ok_and(|seed| *seed.expose() != *is.expose())
    }));
    let ada = age::Identity::generate().unwrap();
    let sealed = age::seal(
        b"what is sealed",
        &[ada.recipient().unwrap()],
        &Plugins::none(),
    )
    .unwrap();
    all.push(family("age files", 6, sealed, move |sealed| {
        age::open(sealed, std::slice::from_ref(&ada)).is_ok()
    }));
    let [from, to] = [(); 2].map(|()| Seed::generate(Kind::Curve).unwrap());
    let public = |seed: &Seed| seed.public().to_string().parse::<CurveKey>().unwrap();
    let sender = public(&from);
    let message = public(&to).seal(b"a message", &from.curve_pair().unwrap());
    let to = to.curve_pair().unwrap();
    all.push(family("boxes", 3, message.unwrap(), move |sealed| {
        to.open(sealed, &sender).is_ok()
    }));
}

/// Stores, backups and trees of them.
fn stores(all: &mut Vec<Family>) {
    let estate = tamper::estate();
    estate.rotate();
    let home = estate.home.path();
    at_home(home, &["store", "backup", "acme.backup"]);
    for (name, path) in [
        ("stores", estate.path.clone()),
        ("backups", home.join("acme.backup")),
    ] {
        let original =
            contents(&mut SqliteStore::open(&path, &Pins::none(), Rollback::Refuse).unwrap());
        let original = original.unwrap();
        let folder = Mutex::new(tempfile::tempdir().unwrap());
        let bytes = std::fs::read(path).unwrap();
        all.push(family(name, 1, bytes, move |bytes| {
            let folder = folder.lock().unwrap();
            let path = folder.path().join("altered.nkeep");
            put(&path, bytes);
            let opened = SqliteStore::open(&path, &Pins::none(), Rollback::Refuse);
            opened
                .and_then(|mut store| contents(&mut store))
                .is_ok_and(|read| read != original)
        }));
    }
    let tree = estate.open(&estate.path).unwrap().tree().unwrap();
    // One file after the other, and where each begins.
    let (mut bytes, mut ends) = (Vec::new(), Vec::new());
    for (name, contents) in &tree {
        bytes.extend_from_slice(contents.as_bytes());
        ends.push((name.clone(), bytes.len()));
    }
    let folder = Path::new("acme");
    assert!(Remade::of(&tree, folder).is_ok());
    all.push(text("trees of export dir", 1, bytes, move |bytes| {
        let mut other = Tree::new();
        let mut from = 0;
        for (name, end) in &ends {
            let Some(part) = bytes.get(from..*end) else {
                return false;
            };
            other.insert(name.clone(), part.to_owned());
            from = *end;
        }
        Remade::of(&other, folder).is_ok()
    }));
}

#[test]
#[ignore = "takes a minute; ./test runs a part"]
fn no_flip_is_taken_for_something_else() {
    let flips = std::env::var("NKEEP_TEST_FLIPS").map_or(20_000, |flips| flips.parse().unwrap());
    let mut all = Vec::new();
    handed_over(&mut all);
    kept_by_people(&mut all);
    alone(&mut all);
    stores(&mut all);
    let percents: usize = all.iter().map(|family| family.percent).sum();
    let (mut tried, mut taken) = (0, Vec::new());
    for (number, family) in all.iter().enumerate() {
        let bits = family.bytes.len() * 8;
        let wanted = (flips * family.percent).div_ceil(percents);
        let counted = Mutex::new((0, Vec::new()));
        let workers = std::thread::available_parallelism().map_or(2, usize::from);
        std::thread::scope(|scope| {
            for worker in 0..workers {
                let counted = &counted;
                scope.spawn(move || {
                    let mut chance = Chance::of_run((number * workers + worker) as u64);
                    for place in (worker..wanted).step_by(workers) {
                        let mut bytes = family.bytes.clone();
                        // Each bit in turn where there are enough; then, and else, any bits.
                        let flipped = match place < bits && bits <= wanted {
                            true => BTreeSet::from([place]),
                            false => (0..=chance.below(3)).map(|_| chance.below(bits)).collect(),
                        };
                        for bit in &flipped {
                            bytes[bit / 8] ^= 1 << (bit % 8);
                        }
                        let is_taken = (family.takes)(&bytes);
                        let mut counted = counted.lock().unwrap();
                        counted.0 += 1;
                        if is_taken {
                            counted.1.push(format!("{}: bits {flipped:?}", family.name));
                        }
                    }
                });
            }
        });
        let (count, found) = counted.into_inner().unwrap();
        println!(
            "{count:>6} flips in {bits:>7} bits: {} taken: {}",
            found.len(),
            family.name
        );
        tried += count;
        taken.extend(found);
    }
    println!(
        "prove: bits flipped | {tried} flips in {} kinds of files (seed {}) | {}",
        all.len(),
        crate::common::seed(),
        taken.len()
    );
    assert!(taken.is_empty(), "{taken:#?}");
    assert!(tried >= flips, "{tried}");
}
