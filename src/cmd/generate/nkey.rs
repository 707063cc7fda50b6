//! `nkeep generate nkey`: nsc's command and flags, and servers' and clusters' keys besides.

use serde::Serialize;
use zeroize::Zeroizing;

use crate::cmd::Ctx;
use crate::cmd::ceremony::recording::Transcribing;
use crate::cmd::example::Example;
use crate::cmd::files::output::{
    Existing, Target, can_be_written, may_show_secret, only_copy_is_read, secret_document,
    secret_file,
};
use crate::nkey::{Kind, Seed};
use crate::store::class::{Class, Origin, Role};
use crate::store::recipients::may_leave;
use crate::store::record::KeyRecord;
use crate::store::{Store as _, StoreError};
use crate::text::noted;
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Write the seed to a file that only you can read, and print the public key",
        line: "nkeep generate nkey --user --out new-user.nk",
    },
    Example {
        purpose: "Keep the seed in the store",
        line: "nkeep generate nkey --user -S",
    },
    Example {
        purpose: "A key of 32 letters and digits, in a file without the end of a line, for Nstance",
        line: "nkeep generate nkey --text-key --out new-encryption.key",
    },
    Example {
        purpose: "Seed and public key, a line each, for a script",
        line: "nkeep generate nkey --account | head -1 > account.nk",
    },
];

/// Generate an nkey
///
/// Prints the seed and the public key of each kind asked for, a line each and an empty line after them, as nsc does. On a
/// terminal and in JSON the seed is shown only with --reveal; with --out it goes to a file and is not printed.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Generate an operator key
    #[arg(long, short)]
    operator: bool,
    /// Generate an account key
    #[arg(long, short)]
    account: bool,
    /// Generate a user key
    #[arg(long, short)]
    user: bool,
    /// Generate a curve key (x25519), which seals and opens
    #[arg(long, short = 'x')]
    curve: bool,
    /// Generate a server key
    #[arg(long)]
    server: bool,
    /// Generate a cluster key
    #[arg(long)]
    cluster: bool,
    /// Generate a curve key that is 32 letters and digits, for systems that take the characters as a key
    #[arg(long)]
    text_key: bool,
    /// Keep the seed in the store, sealed, and show the public key alone (nsc's --store)
    #[arg(long, short = 'S')]
    keep: bool,
    #[command(flatten)]
    output: Output,
}

/// Where a new seed goes.
#[derive(clap::Args, Debug)]
pub struct Output {
    /// Write the seed to a new file with mode 0600, and print only the public key; - is stdout
    #[arg(long, alias = "output", value_name = "FILE", value_parser = Target::parser(), value_hint = clap::ValueHint::FilePath)]
    out: Option<Target>,
    /// Replace the file
    #[arg(long, requires = "out")]
    force: bool,
    /// Show the seed on a terminal, or in JSON
    #[arg(long, conflicts_with = "out")]
    reveal: bool,
    #[command(flatten)]
    transcribing: Transcribing,
}

impl Args {
    fn forms(&self) -> Vec<Form> {
        [
            (self.operator, Form::Seed(Kind::Operator)),
            (self.account, Form::Seed(Kind::Account)),
            (self.user, Form::Seed(Kind::User)),
            (self.curve, Form::Seed(Kind::Curve)),
            (self.server, Form::Seed(Kind::Server)),
            (self.cluster, Form::Seed(Kind::Cluster)),
            (self.text_key, Form::Text),
        ]
        .into_iter()
        .filter_map(|(wanted, form)| wanted.then_some(form))
        .collect()
    }
}

/// What is made, and how it is written.
#[derive(Clone, Copy)]
pub enum Form {
    /// A seed of that kind.
    Seed(Kind),
    /// 32 letters and digits.
    Text,
}

impl Form {
    fn generate(self) -> Result<Made, Failure> {
        let seed = match self {
            Self::Seed(kind) => Seed::generate(kind)?,
            Self::Text => Seed::generate_text_key()?,
        };
        let text = match self {
            Self::Seed(_) => seed.expose(),
            Self::Text => seed.expose_text_key()?,
        };
        Ok(Made {
            form: self,
            seed,
            text,
        })
    }
}

/// A new key, and what is shown of it.
struct Made {
    form: Form,
    seed: Seed,
    text: Zeroizing<String>,
}

impl Made {
    /// As a file has it: who takes the characters takes the end of a line for one more.
    fn file(&self) -> Zeroizing<String> {
        match self.form {
            Form::Seed(_) => lines(&[&self.text]),
            Form::Text => self.text.clone(),
        }
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let forms = args.forms();
    if forms.is_empty() {
        return Err(Failure::usage("no kind of key is named")).hint(noted(
            "nkeep generate nkey --user",
            "or --operator, --account, --curve, --server, --cluster, --text-key",
        ));
    }
    generated(ctx, &forms, args.keep, &args.output)
}

/// Makes a key of each form, and puts the seeds where they are wanted.
pub fn generated(ctx: &Ctx, forms: &[Form], keep: bool, output: &Output) -> Result<(), Failure> {
    output
        .transcribing
        .around(ctx, || made(ctx, forms, keep, output))
}

fn made(ctx: &Ctx, forms: &[Form], keep: bool, output: &Output) -> Result<(), Failure> {
    let file = Target::file(output.out.as_ref());
    let existing = Existing::with_force(output.force);
    if file.is_some() && forms.len() > 1 {
        return Err(Failure::usage(
            "a file holds one seed, and several kinds are named",
        ))
        .hint("run the command once for each kind");
    }
    // Where it is kept, nothing is lost that is not shown.
    let shown = file.is_none() && (!keep || output.reveal);
    if shown {
        let other_way = "nkeep generate nkey --user --out user.nk";
        may_show_secret(ctx, output.reveal, other_way)?;
        if !keep {
            only_copy_is_read()?;
        }
    }
    let made = forms
        .iter()
        .map(|form| form.generate())
        .collect::<Result<Vec<_>, _>>()?;
    ctx.record(|did| {
        let keys: Vec<String> = made
            .iter()
            .map(|made| made.seed.public().to_string())
            .collect();
        did.came_to(format!("new keys: {}", keys.join(" ")));
    });
    // Before it is kept: a key that cannot be written is not kept for nobody.
    if let Some(path) = file {
        can_be_written(ctx, path, existing)?;
    }
    if keep {
        kept(ctx, &made, shown || file.is_some())?;
    }
    if let (Some(path), [made]) = (file, &*made) {
        secret_file(ctx, path, made.file().as_bytes(), existing)?;
    }
    let written = if ctx.ui.json() {
        document(ctx, &made, shown)
    } else if shown {
        // All at once: a reader that has enough after a line has all of it, or none.
        ctx.ui.text(&with_seeds(&made))
    } else {
        let public = made.iter().map(|made| format!("{}\n", made.seed.public()));
        ctx.ui.text(&public.collect::<String>())
    };
    if shown && !keep {
        return written
            .map_err(|failure| failure.lost("the key"))
            .hint("nkeep generate nkey --user --out user.nk");
    }
    written
}

/// Keeps keys that belong to nobody yet. Those that are shown besides must be of a class that may be.
fn kept(ctx: &Ctx, made: &[Made], shown: bool) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    // Whoever can open nothing may still put keys in.
    let identities = ctx.identities_if_given(&mut store)?;
    let note = ctx.note("generate nkey", format!("kept {} new keys", made.len()));
    store.transact(note, &identities, |changes| {
        for Made { seed, .. } in made {
            let record = KeyRecord {
                public: seed.public(),
                owner: None,
                role: Role::Identity,
                class: Class::of(seed.kind(), Role::Identity),
                origin: Origin::Generated,
                sealed: None,
                recipients: 0,
                created: changes.now(),
            };
            if shown {
                may_leave(changes, record.class)?;
            }
            changes.seal_key(record, seed.clone())?;
        }
        Ok::<_, StoreError>(())
    })?;
    Ok(())
}

/// New keys, for scripts.
#[derive(Serialize)]
struct Document<'a> {
    kind: &'static str,
    keys: Vec<Key<'a>>,
}

/// A new key; its seed only where it was asked for.
#[derive(Serialize)]
struct Key<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    public_key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text_key: Option<&'a str>,
}

fn document(ctx: &Ctx, made: &[Made], shows_seeds: bool) -> Result<(), Failure> {
    let seeds: Vec<Zeroizing<String>> = made.iter().map(|made| made.seed.expose()).collect();
    let keys = made
        .iter()
        .zip(&seeds)
        .map(|(made, seed)| Key {
            kind: made.seed.kind().name(),
            public_key: made.seed.public().to_string(),
            seed: shows_seeds.then_some(seed.as_str()),
            text_key: match made.form {
                Form::Text if shows_seeds => Some(made.text.as_str()),
                _ => None,
            },
        })
        .collect();
    secret_document(ctx, &Document { kind: "nkey", keys })
}

/// Every key and its public half, and an empty line after each.
fn with_seeds(made: &[Made]) -> Zeroizing<String> {
    let public: Vec<String> = made
        .iter()
        .map(|made| made.seed.public().to_string())
        .collect();
    let parts: Vec<&str> = made
        .iter()
        .zip(&public)
        .flat_map(|(made, public)| [made.text.as_str(), public, ""])
        .collect();
    lines(&parts)
}

/// Lines, joined in memory that is wiped.
fn lines(lines: &[&str]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(
        lines.iter().map(|line| line.len() + 1).sum(),
    ));
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
    text
}
