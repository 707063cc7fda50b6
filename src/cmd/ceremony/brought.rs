//! Shares that people bring: sealed files and the identities of their holders, pages in words, words that are typed.

use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::ceremony::CeremonyError;
use crate::ceremony::canonical::LONGEST;
use crate::ceremony::shares;
use crate::ceremony::shares::file::SealedShare;
use crate::ceremony::shares::gathered::{self, Gathered, Measure};
use crate::ceremony::shares::page::{self, ROWS, Told};
use crate::ceremony::shares::set::Signed;
use crate::cmd::Ctx;
use crate::cmd::files::input::{Source, limited_file, one_stdin};
use crate::cmd::words::argument::{named_file, public_key_argument};
use crate::nkey::{OperatorKey, PublicKey, Seed};
use crate::store::Store as _;
use crate::store::age::Identity;
use crate::store::record::{Entity, EntityKind};
use crate::text::{noted, quoted};
use crate::ui::prompt::Prompt;
use crate::ui::{ExitCode, Failure, Hinted as _, called_with};

/// Shares, and what opens them.
#[derive(clap::Args, Clone, Debug)]
pub struct Brought {
    /// Files with shares, sealed or in words; - is stdin
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub files: Vec<Source>,
    /// File with the set of the shares: who holds them, and what each must be; sealed ones bring it along
    #[arg(long, value_name = "FILE", value_parser = named_file())]
    set: Option<PathBuf>,
    /// File with the age identity of a holder, which opens their share; once for each
    #[arg(long, value_name = "FILE", value_parser = named_file())]
    holder_identity: Vec<PathBuf>,
    #[command(flatten)]
    expected: Expected,
}

/// Whose key it is to be.
#[derive(clap::Args, Clone, Debug)]
pub struct Expected {
    /// Operator whose key it has to be (O...); exit code 7 where it is another
    #[arg(long, value_name = "KEY", value_parser = public_key_argument::<OperatorKey>)]
    expect_operator: Option<OperatorKey>,
}

impl Expected {
    /// The key.
    pub fn key(&self) -> Option<PublicKey> {
        self.expect_operator.map(OperatorKey::any)
    }
}

/// A share as a file has it, and perhaps still sealed.
pub struct Found {
    /// What is known of it before it is opened.
    pub sealed: Option<SealedShare>,
    text: Zeroizing<String>,
}

impl Brought {
    /// The key that is expected.
    pub fn expected(&self) -> Option<PublicKey> {
        self.expected.key()
    }

    /// Against what shares are held, as far as that is known before they are read.
    pub fn measure(&self, ctx: &Ctx) -> Result<Measure, Failure> {
        let mut measure = Measure::expecting(self.expected());
        if let Some(path) = &self.set {
            let name = path.display().to_string();
            let bytes = limited_file(path, LONGEST).context(format!("cannot read {name}"))?;
            ctx.record(|did| did.read(&name, &bytes));
            measure.take_set(&name, Signed::read(&name, &bytes)?.set())?;
        }
        Ok(measure)
    }

    /// Refuses where there is nothing to look at.
    pub fn must_be_some(&self) -> Result<(), Failure> {
        one_stdin(&self.files)?;
        match self.files.is_empty() {
            true => Err(Failure::usage("no share is named"))
                .hint(noted(called_with("FILE"), "a share, sealed or in words")),
            false => Ok(()),
        }
    }

    /// The identities of the holders who are here.
    pub fn identities(&self, ctx: &Ctx) -> Result<Vec<Identity>, Failure> {
        let files = self.holder_identity.iter();
        let found: Result<Vec<_>, Failure> = files.map(|path| ctx.identities_in(path)).collect();
        Ok(found?.into_iter().flatten().collect())
    }

    /// All shares that are named, and those that are to be typed, until there are enough.
    fn gathered(&self, ctx: &Ctx, are_typed: bool) -> Result<Gathered, Failure> {
        if !are_typed {
            self.must_be_some()?;
        }
        let identities = self.identities(ctx)?;
        let mut gathered = Gathered::new(self.measure(ctx)?);
        let found: Result<Vec<Found>, Failure> =
            self.files.iter().map(|file| found(ctx, file)).collect();
        let found = found?;
        // What words must be, sealed shares beside them say.
        for (source, found) in self.files.iter().zip(&found) {
            if let Some(sealed) = &found.sealed {
                let from = source.to_string();
                gathered.measure.take_set(&from, sealed.set())?;
            }
        }
        if !gathered.measure.says_whose()
            && let Some(only) = only_operator(ctx)
        {
            ctx.ui.notice(&format!(
                "the key is to be that of operator {}, the only one of the store: {}",
                quoted(&only.name),
                only.key
            ));
            gathered.measure.expect(only.key);
        }
        for (source, found) in self.files.iter().zip(found) {
            let brought = opened(source, found, &gathered.measure, &identities)?;
            gathered.take(brought)?;
        }
        if are_typed {
            // Nobody types for nothing.
            must_say_whose(&gathered)?;
            typed(ctx, &mut gathered)?;
        }
        if gathered.missing() == Some(0) {
            must_say_whose(&gathered)?;
        }
        Ok(gathered)
    }

    /// The key that they bring back.
    pub fn seed(&self, ctx: &Ctx, are_typed: bool) -> Result<(Seed, Gathered), Failure> {
        let gathered = self.gathered(ctx, are_typed)?;
        Ok((gathered.key()?, gathered))
    }
}

/// The operator of a store that has one, where there is a store: it is the one that somebody put there.
fn only_operator(ctx: &Ctx) -> Option<Entity> {
    let mut store = ctx.open_store().ok()?;
    let mut all = Vec::new();
    let read = store.read(|records| {
        records.each_entity(EntityKind::Operator, None, &mut |operator| {
            all.push(operator);
            Ok(())
        })
    });
    match (read, all.len()) {
        (Ok(()), 1) => all.pop(),
        _ => None,
    }
}

/// Words alone bring back whatever key they come to.
fn must_say_whose(gathered: &Gathered) -> Result<(), Failure> {
    match gathered.measure.says_whose() {
        true => Ok(()),
        false => Err(Failure::usage(
            "words alone do not say whose key they are to bring back: name it, or the file of their set",
        ))
        .hint(called_with("--set SET.nset"))
        .hint(called_with("--expect-operator KEY")),
    }
}

/// Reads a file, as far as that takes no identity.
fn found(ctx: &Ctx, source: &Source) -> Result<Found, Failure> {
    found_in(source, &bytes_of(ctx, source)?)
}

/// What is in a file.
pub fn bytes_of(ctx: &Ctx, source: &Source) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let name = source.to_string();
    let bytes = source.at_most(LONGEST)?.ok_or_else(|| {
        CeremonyError::problem(name.as_str(), "is larger than any share", shares::HELP)
    })?;
    ctx.record(|did| did.read(&name, &bytes));
    Ok(bytes)
}

/// Reads what is in a file.
pub fn found_in(source: &Source, bytes: &[u8]) -> Result<Found, Failure> {
    let name = source.to_string();
    if SealedShare::is_meant(bytes) {
        return Ok(Found {
            sealed: Some(SealedShare::read(&name, bytes)?),
            text: Zeroizing::default(),
        });
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|_| CeremonyError::problem(name.as_str(), "is no text", shares::HELP))?;
    Ok(Found {
        sealed: None,
        text: Zeroizing::new(text.to_owned()),
    })
}

/// Opens it, or refuses where none of the identities does.
fn opened(
    source: &Source,
    found: Found,
    measure: &Measure,
    identities: &[Identity],
) -> Result<gathered::Brought, Failure> {
    let sealed = found.sealed.clone();
    match (
        opened_if_theirs(source, found, measure, identities)?,
        sealed,
    ) {
        (Some(brought), _) => Ok(brought),
        (None, sealed) => Err(not_opened(&source.to_string(), sealed.as_ref(), identities)),
    }
}

/// Opens it; nothing where it is sealed and none of the identities is its holder's.
pub fn opened_if_theirs(
    source: &Source,
    found: Found,
    measure: &Measure,
    identities: &[Identity],
) -> Result<Option<gathered::Brought>, Failure> {
    let from = source.to_string();
    if let Some(sealed) = found.sealed {
        let told = sealed.open(&from, identities)?;
        return Ok(told.map(|told| gathered::Brought {
            from,
            told,
            set: Some(sealed.set().clone()),
        }));
    }
    let told = Told::read(&from, &found.text)?;
    if let Some(set) = measure.set().filter(|set| told.is_of(set))
        && !told.is_page(set, &found.text)
    {
        let why = "says around its words what the set does not say";
        return Err(CeremonyError::problem(from, why, shares::HELP).into());
    }
    Ok(Some(gathered::Brought {
        from,
        told,
        set: None,
    }))
}

fn not_opened(from: &str, sealed: Option<&SealedShare>, identities: &[Identity]) -> Failure {
    let (code, why) = match identities {
        [] => (ExitCode::Locked, "no identity of theirs is given"),
        _ => (
            ExitCode::WrongIdentity,
            "no identity that is given is theirs",
        ),
    };
    let error = anyhow::anyhow!(
        "{} is sealed to {}, and {why}",
        quoted(from),
        quoted(sealed.map(SealedShare::holder).unwrap_or_default())
    );
    Failure::new(code, error).hint(with_their_identity())
}

/// What helps where a share is not opened.
pub fn with_their_identity() -> String {
    noted(
        called_with("--holder-identity FILE"),
        "with the age identity of who holds it",
    )
}

/// Has shares typed until there are enough.
fn typed(ctx: &Ctx, gathered: &mut Gathered) -> Result<(), Failure> {
    let mut prompt = ctx
        .prompt()
        .ok_or_else(|| Failure::usage("there is no terminal to type words at"))
        .hint(noted(
            called_with("FILE"),
            "a file with the words, or - for stdin",
        ))?;
    while gathered.missing() != Some(0) {
        let from = format!("share {} of those here", gathered.count() + 1);
        let told = typed_share(&mut prompt, &from)?;
        let brought = gathered::Brought {
            from,
            told,
            set: None,
        };
        // Whoever typed it may have had the wrong page.
        if let Err(error) = gathered.take(brought) {
            prompt.show(&format!("{error}: type another one"))?;
        }
    }
    Ok(())
}

fn typed_share(prompt: &mut Prompt, from: &str) -> Result<Told, Failure> {
    loop {
        let mut text = Zeroizing::new(String::with_capacity(1024));
        for row in 1..=ROWS {
            loop {
                let line = prompt.secret(&format!("Row {row} of {ROWS}, {from}"))?;
                let words = page::without_number(row, &line);
                match page::read_row(row, words) {
                    Ok(_) => {
                        text.push_str(&format!("{row} "));
                        text.push_str(words);
                        text.push('\n');
                        break;
                    }
                    Err(why) => prompt.show(&format!("it {why}: type the row once more"))?,
                }
            }
        }
        match Told::read(from, &text) {
            Ok(told) => return Ok(told),
            Err(error) => prompt.show(&format!("{error}: type all rows once more"))?,
        }
    }
}
