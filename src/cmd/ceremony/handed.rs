//! A new set of shares, handed out: who holds one, and the files for them. All are written, or none.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::ceremony::shares::file::SealedShare;
use crate::ceremony::shares::gathered::{Brought, Measure};
use crate::ceremony::shares::page::Told;
use crate::ceremony::shares::set::{LEAST, MOST, Signed, Terms, is_holder};
use crate::ceremony::shares::{self, Made};
use crate::cmd::Ctx;
use crate::cmd::files::input::limited_file;
use crate::cmd::files::output::{Existing, folder_for_files, public_file, secret_file};
use crate::cmd::words::argument::{named_file, open_text};
use crate::nkey::Seed;
use crate::store::age::Recipient;
use crate::text::{noted, quoted, sanitized_lines, shell_word};
use crate::ui::{ExitCode, Failure, Hinted as _, called_with};

/// How a key is to be split, and to whom.
#[derive(clap::Args, Clone, Debug)]
pub struct Handing {
    /// How many shares bring the key back
    #[arg(long, short = 'k', value_name = "K", value_parser = clap::value_parser!(u8).range(i64::from(LEAST)..=i64::from(MOST)))]
    threshold: u8,
    /// How many shares there are; where it is not said, one for each holder
    #[arg(long, short = 'n', value_name = "N", value_parser = clap::value_parser!(u8).range(i64::from(LEAST)..=i64::from(MOST)))]
    shares: Option<u8>,
    /// Who holds a share, and the age recipient that it is sealed to, or the file of `ceremony holder` that has their identity; once for each
    #[arg(long, value_name = "NAME=RECIPIENT|FILE", value_parser = holder)]
    holder: Vec<Named>,
    /// Write the shares of holders without a recipient in words, to be printed
    #[arg(long)]
    words: bool,
    /// Folder for the files; made if it is not there
    #[arg(long, short, value_name = "FOLDER", value_parser = named_file())]
    dir: Option<PathBuf>,
}

/// Who holds a share.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Holder {
    name: String,
    recipient: Option<Recipient>,
}

/// Who is to hold a share, as the command line says it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Named {
    name: String,
    to: To,
}

/// To whom a share is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum To {
    /// To nobody: it is written in words.
    Nobody,
    Recipient(Recipient),
    /// To whose identity is in that file, which need not be there before it is opened.
    File(PathBuf),
}

/// Reads who holds a share.
fn holder(text: &str) -> Result<Named, String> {
    let (name, to) = match text.split_once('=') {
        Some((name, to)) => (name, Some(to)),
        None => (text, None),
    };
    open_text(text)?;
    is_holder(name)?;
    let is_recipient = |to: &str| {
        let begins = ["age1", "AGE", "ssh-", "ecdsa-", "sk-"];
        begins.iter().any(|begin| to.starts_with(begin))
    };
    Ok(Named {
        name: name.to_owned(),
        to: match to {
            None => To::Nobody,
            // What the whole world sees is no path, and a slip in it is told as one.
            Some(to) if is_recipient(to) && !Path::new(to).exists() => {
                To::Recipient(to.parse().map_err(|error| format!("{error}"))?)
            }
            Some("") => return Err("it names neither a recipient nor a file".to_owned()),
            Some(file) => To::File(file.into()),
        },
    })
}

impl Named {
    /// The holder, with whose identity is in the file that is named.
    fn holder(&self, ctx: &Ctx) -> Result<Holder, Failure> {
        let recipient = match &self.to {
            To::Nobody => None,
            To::Recipient(recipient) => Some(recipient.clone()),
            To::File(file) => Some(recipient_in(ctx, file)?),
        };
        Ok(Holder {
            name: self.name.clone(),
            recipient,
        })
    }
}

/// The recipient of the one identity in a file.
fn recipient_in(ctx: &Ctx, file: &Path) -> Result<Recipient, Failure> {
    let help = || {
        noted(
            format!(
                "nkeep ceremony holder --out {}",
                shell_word(&file.to_string_lossy())
            ),
            "makes one; --holder takes its recipient, too, as NAME=age1...",
        )
    };
    if std::fs::symlink_metadata(file).is_err() {
        let why = format!(
            "{} is neither an age recipient nor a file with an identity",
            quoted(file.to_string_lossy())
        );
        return Err(Failure::usage(why)).hint(help());
    }
    match &*ctx.identities_in(file)? {
        [only] => Ok(only.recipient()?),
        several => {
            let why = format!(
                "{} has {} identities, and a share is sealed to one",
                quoted(file.to_string_lossy()),
                several.len()
            );
            Err(Failure::usage(why)).hint(help())
        }
    }
}

/// A share that was handed out.
struct Handed {
    number: u8,
    holder: Holder,
    file: PathBuf,
}

impl Handing {
    /// Whether shares are written that nothing seals.
    pub fn is_open(&self) -> bool {
        self.holder.is_empty() || self.holder.iter().any(|named| named.to == To::Nobody)
    }

    fn holders(&self, ctx: &Ctx) -> Result<Vec<Holder>, Failure> {
        if !self.holder.is_empty() {
            return self.holder.iter().map(|named| named.holder(ctx)).collect();
        }
        let numbers = 1..=self.shares.unwrap_or_default();
        let holders = numbers.map(|number| Holder {
            name: format!("holder {number}"),
            recipient: None,
        });
        Ok(holders.collect())
    }

    /// How the key is to be split; refuses what makes no sense before a key is opened.
    pub fn terms(&self, ctx: &Ctx, replaces: Option<String>) -> Result<Terms, Failure> {
        let holders = self.holders(ctx)?;
        if let Some(count) = self
            .shares
            .filter(|count| usize::from(*count) != holders.len())
        {
            let why = format!(
                "{count} shares are wanted, and {} holders named",
                holders.len()
            );
            return Err(Failure::usage(why)).hint(noted(
                called_with("--holder NAME=RECIPIENT"),
                "once for each share",
            ));
        }
        if holders.is_empty() {
            return Err(Failure::usage("who holds the shares is not said")).hint(noted(
                called_with("--holder NAME=RECIPIENT"),
                "once for each share",
            ));
        }
        for (at, holder) in holders.iter().enumerate() {
            if holder.recipient.is_none() && !self.words {
                let why = format!(
                    "the share of {} would be sealed to nobody",
                    quoted(&holder.name)
                );
                return Err(Failure::usage(why)).hint(noted(
                    called_with("--words"),
                    "writes it in words, to be printed",
                ));
            }
            let is_same =
                |other: &&Holder| other.recipient.is_some() && other.recipient == holder.recipient;
            if let Some(other) = holders[..at].iter().find(is_same) {
                return Err(Failure::usage(format!(
                    "the shares of {} and {} would be opened by one identity",
                    quoted(&other.name),
                    quoted(&holder.name)
                )));
            }
        }
        let terms = Terms {
            threshold: self.threshold,
            holders: holders.into_iter().map(|holder| holder.name).collect(),
            replaces,
        };
        terms.check().code(ExitCode::Usage)?;
        Ok(terms)
    }

    /// Splits the key, and writes the files.
    pub fn hand_out(
        &self,
        ctx: &Ctx,
        name: &str,
        seed: &Seed,
        replaces: Option<String>,
    ) -> Result<(), Failure> {
        let plugins = ctx.plugins()?;
        // Whom this build cannot seal to is not found out when half of the files are written.
        let holders = self.holders(ctx)?;
        for holder in &holders {
            if let Some(recipient) = &holder.recipient {
                recipient.usable(&plugins)?;
            }
        }
        let made = shares::split(seed, self.terms(ctx, replaces)?, ctx.clock.now())?;
        let dir = self.dir.clone().unwrap_or_default();
        let set_file = dir.join(format!("{name}.nset"));
        let count = made.set.set().count();
        let handed: Vec<Handed> = (1..)
            .zip(holders)
            .map(|(number, holder)| {
                let ending = match holder.recipient {
                    Some(_) => "nshare",
                    None => "words.txt",
                };
                let file = dir.join(format!("{name}-{number}-of-{count}.{ending}"));
                Handed {
                    number,
                    holder,
                    file,
                }
            })
            .collect();
        let files = handed.iter().map(|handed| handed.file.as_path());
        are_new(files.chain([set_file.as_path()]), &dir)?;
        if !dir.as_os_str().is_empty() {
            folder_for_files(ctx, &dir).context(format!("cannot make {}", dir.display()))?;
        }
        let mut written = Written::default();
        public_file(ctx, &set_file, made.set.text().as_bytes(), Existing::Keep)?;
        written.note(ctx, &set_file);
        let signer = seed.signing_pair()?;
        for Handed {
            number,
            holder,
            file,
        } in &handed
        {
            let (set, share) = (made.set.set(), &made.shares[usize::from(*number) - 1]);
            match &holder.recipient {
                Some(recipient) => {
                    let sealed =
                        SealedShare::seal(set, *number, share, recipient, &signer, &plugins)?;
                    secret_file(ctx, file, sealed.text().as_bytes(), Existing::Keep)?;
                }
                None => {
                    let page = Told::of(set, *number, share)?.page(set)?;
                    secret_file(ctx, file, page.as_bytes(), Existing::Keep)?;
                }
            }
            written.note(ctx, file);
        }
        if !ctx.made.is_trial() {
            read_again(&made, &set_file, &handed)?;
        }
        written.keep();
        let files = handed.iter().map(|handed| handed.file.as_path());
        ctx.record_written(files.chain([set_file.as_path()]))?;
        say(ctx, &made, &set_file, &handed)
    }
}

/// Files that are gone again when not all of them could be written.
#[derive(Default)]
struct Written(Vec<PathBuf>);

impl Written {
    fn note(&mut self, ctx: &Ctx, file: &Path) {
        if !ctx.made.is_trial() {
            self.0.push(file.to_owned());
        }
    }

    fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        for file in &self.0 {
            let _ = std::fs::remove_file(file);
        }
    }
}

/// Refuses where one of the files is there: nothing is ever written over a share.
fn are_new<'a>(files: impl Iterator<Item = &'a Path>, dir: &Path) -> Result<(), Failure> {
    for file in files {
        if std::fs::symlink_metadata(file).is_ok() {
            let error = anyhow::anyhow!("{} exists, and nothing was written", file.display());
            let elsewhere = match dir.as_os_str().is_empty() {
                true => called_with("--dir NEW-FOLDER"),
                false => crate::ui::called_with_other(dir, "NEW-FOLDER"),
            };
            return Err(Failure::new(ExitCode::Failed, error)).hint(elsewhere);
        }
    }
    Ok(())
}

/// Reads all files as they will be read when the key is lost.
fn read_again(made: &Made, set_file: &Path, handed: &[Handed]) -> Result<(), Failure> {
    let read = |file: &Path| {
        limited_file(file, crate::ceremony::canonical::LONGEST)
            .context(format!("cannot read {} again", file.display()))
    };
    let other = |file: &Path| {
        let why = format!("{} is not what was written there", file.display());
        Failure::new(ExitCode::Failed, anyhow::anyhow!(why))
    };
    let mut measure = Measure::default();
    let name = set_file.display().to_string();
    let set = Signed::read(&name, &read(set_file)?)?;
    if set != made.set {
        return Err(other(set_file));
    }
    measure.take_set(&name, set.set())?;
    for Handed {
        number,
        holder,
        file,
    } in handed
    {
        let (from, bytes) = (file.display().to_string(), read(file)?);
        if holder.recipient.is_some() {
            let sealed = SealedShare::read(&from, &bytes)?;
            if sealed.set() != set.set() || sealed.number() != *number {
                return Err(other(file));
            }
            continue;
        }
        let text = std::str::from_utf8(&bytes).map_err(|_| other(file))?;
        let told = Told::read(&from, text)?;
        if told.number != *number || !told.is_page(set.set(), text) {
            return Err(other(file));
        }
        measure.check(&Brought {
            from,
            told,
            set: None,
        })?;
    }
    Ok(())
}

fn say(ctx: &Ctx, made: &Made, set_file: &Path, handed: &[Handed]) -> Result<(), Failure> {
    let set = made.set.set();
    let key = set.key()?;
    let open: Vec<&Handed> = handed
        .iter()
        .filter(|handed| handed.holder.recipient.is_none())
        .collect();
    for Handed { file, .. } in &open {
        ctx.ui.warning(&format!(
            "whoever reads {} has the share: print it, hand it over, and remove the file",
            file.display()
        ));
    }
    if ctx.ui.json() {
        let shares: Vec<Value> = handed
            .iter()
            .map(|handed| {
                json!({
                    "share": handed.number,
                    "holder": handed.holder.name,
                    "file": handed.file,
                    "recipient": handed.holder.recipient.as_ref().map(ToString::to_string),
                })
            })
            .collect();
        return ctx.ui.document(&json!({
            "kind": "share_set",
            "set": set.id(),
            "key": key.to_string(),
            "threshold": set.threshold,
            "shares": shares,
            "replaces": (!set.replaces.is_empty()).then_some(&set.replaces),
            "file": set_file,
        }));
    }
    ctx.ui.note(&format!(
        "split the key into {} shares; any {} of them bring it back, and each of the {} ways was tried",
        set.count(),
        set.threshold,
        made.ways
    ));
    let mut text = format!("Set      {}\nKey      {}\n", set.id(), key);
    for handed in handed {
        let how = match handed.holder.recipient {
            Some(_) => "sealed",
            None => "in words",
        };
        text.push_str(&format!(
            "Share {}  {}, {how}, in {}\n",
            handed.number,
            handed.holder.name,
            handed.file.display()
        ));
    }
    ctx.ui.text(&sanitized_lines(&text))?;
    if !set.replaces.is_empty() {
        ctx.ui.warning(&format!(
            "set {} is void from now on, and enough of its shares still bring the key back: have them destroyed",
            set.replaces
        ));
    }
    let set_file = shell_word(&set_file.to_string_lossy());
    let is_sealed = handed.len() > open.len();
    let identities = if is_sealed {
        " --holder-identity FILE"
    } else {
        ""
    };
    ctx.next(&noted(
        format!("nkeep ceremony drill FILE{identities} --set {set_file}"),
        "with those who hold the shares, now and then",
    ));
    Ok(())
}
