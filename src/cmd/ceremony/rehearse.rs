//! `nkeep ceremony rehearse`.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::ceremony::canonical::LONGEST;
use crate::ceremony::policy::Policy;
use crate::ceremony::transcript::Transcript;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::limited_file;
use crate::cmd::words::argument::named_file;
use crate::file::private_folder;
use crate::nkey::Seed;
use crate::text::{noted, shell_word};
use crate::ui::{ExitCode, Failure, Hinted as _, json_text};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "What a rehearsal goes through",
    line: "nkeep ceremony rehearse rehearsal --list",
}];

/// Go through a whole ceremony with keys that are thrown away
///
/// Each command is shown and run as it is in a ceremony, with the same screens, on one machine: an operator is made, a store to work
/// with comes from its store, the key goes into shares, which are tried, and onto paper, and comes back from there; a policy wants an
/// approval; a request is reviewed, approved, signed and imported, and the transcript of it is signed and verified. All of it is in one
/// new folder, and is called a rehearsal wherever a name stands: no other store takes what was signed there.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Folder to make for it
    #[arg(value_name = "DIR", value_parser = named_file())]
    folder: PathBuf,
    /// Print the commands, and run none
    #[arg(long)]
    list: bool,
}

/// What a person does in the folder of a rehearsal.
type ByHand = fn(&Path) -> Result<(), Failure>;

/// A command of the rehearsal.
struct Step {
    /// What it is for.
    purpose: &'static str,
    words: Vec<String>,
    /// Whether it may find something that people then live with.
    may_find: bool,
    /// Where its data goes, in place of the screen.
    into: Option<&'static str>,
    /// What a person does before, in that folder.
    before: Option<ByHand>,
}

const RECORD: &str = "rehearsal.ntranscript";
const POLICY: &str = "policy.json";
const APPROVER: &str = "approver.nk";

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let steps = steps(&name()?);
    if args.list {
        let lines = steps.iter().map(|step| {
            let into = step
                .into
                .map_or_else(String::new, |into| format!(" > {into}"));
            format!("{}\n", noted(step.line() + &into, step.purpose))
        });
        return match ctx.ui.json() {
            true => ctx.ui.document(&document(&args.folder, &steps, None)),
            false => ctx.ui.text(&lines.collect::<String>()),
        };
    }
    if ctx.prompt().is_none() {
        let why = "a rehearsal is for somebody at a terminal, who signs as a root does";
        return Err(Failure::usage(why)).hint(noted(
            "nkeep ceremony rehearse DIR --list",
            "prints the commands",
        ));
    }
    if args.folder.exists() {
        let why = anyhow::anyhow!(
            "{} exists, and a rehearsal is in a new folder",
            args.folder.display()
        );
        return Err(Failure::new(ExitCode::Failed, why)).hint("nkeep ceremony rehearse --help");
    }
    private_folder(&args.folder).context(format!("cannot make {}", args.folder.display()))?;
    for (at, step) in steps.iter().enumerate() {
        ctx.ui.notice(&format!(
            "step {} of {}: {}",
            at + 1,
            steps.len(),
            step.purpose
        ));
        ctx.ui.notice(&format!("  {}", step.line()));
        step.taken(&args.folder)?;
    }
    let read = Transcript::open(&args.folder.join(RECORD))?;
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&document(&args.folder, &steps, Some(read.head())));
    }
    ctx.ui
        .note("the rehearsal is over: nothing of it is of use anywhere else");
    let folder = shell_word(&args.folder.to_string_lossy());
    ctx.ui.note(&format!("next: rm -r {folder}"));
    ctx.ui.text(&format!("{}\n", read.head()))
}

/// What the operator of this rehearsal is called: as none is elsewhere.
fn name() -> Result<String, Failure> {
    let mut random = [0; 4];
    getrandom::fill(&mut random).map_err(io::Error::other)?;
    Ok(format!(
        "REHEARSAL-{}",
        data_encoding::HEXLOWER.encode(&random)
    ))
}

fn steps(name: &str) -> Vec<Step> {
    let step = |purpose, words: &str| Step {
        purpose,
        words: words
            .split(' ')
            .map(|word| word.replace('_', " "))
            .collect(),
        may_find: false,
        into: None,
        before: None,
    };
    let init = format!("init -n {name} -H root --new-identity root.txt --transcript {RECORD}");
    vec![
        step(
            "the transcript begins",
            &format!(
                "ceremony transcript start {RECORD} --title {name} --participant Root:_root_operator --participant Witness:_witness"
            ),
        ),
        Step {
            may_find: true,
            ..step(
                "the machine is looked at",
                &format!("doctor --airgap --transcript {RECORD}"),
            )
        },
        step("the operator is made, where the root is", &init),
        step(
            "the store to work with leaves, without the root",
            &format!(
                "ceremony split-store --to working/default.nkeep --new-identity working.txt -H root --identity root.txt --transcript {RECORD}"
            ),
        ),
        step(
            "the key is split among three, in words: any two bring it back",
            &format!(
                "ceremony split -k 2 --holder Ada --holder Bob --holder Cyd --words --dir shares -H root --identity root.txt --transcript {RECORD}"
            ),
        ),
        step(
            "the shares of two are tried; the third stays away",
            &format!(
                "ceremony drill shares/{name}-1-of-3.words.txt shares/{name}-3-of-3.words.txt --set shares/{name}.nset --transcript {RECORD}"
            ),
        ),
        step(
            "the key goes onto paper, under a passphrase that is shown once",
            &format!(
                "ceremony paper --generate-passphrase --dir paper -H root --identity root.txt --transcript {RECORD}"
            ),
        ),
        step(
            "the page and its passphrase bring the key back",
            &format!("ceremony restore paper/{name}.paper.txt --verify-only --transcript {RECORD}"),
        ),
        step(
            "what the root signs by is written to a file",
            &format!("ceremony policy show -o {POLICY} -H root --transcript {RECORD}"),
        ),
        Step {
            into: Some(APPROVER),
            ..step("an approver makes a key", "nkey gen user")
        },
        Step {
            before: Some(approver_is_wanted),
            ..step(
                "the file wants one approval now, by that key, and the root takes it",
                &format!(
                    "ceremony policy set {POLICY} -H root --identity root.txt --transcript {RECORD}"
                ),
            )
        },
        step(
            "a new signing key is asked for, where people work",
            &format!(
                "ceremony request -o change.nreq --reason REHEARSAL -H working --identity working.txt --transcript {RECORD} edit operator --sk generate"
            ),
        ),
        step(
            "the request is reviewed, anywhere",
            "ceremony review change.nreq",
        ),
        step(
            "the approver is for it, and says so with their key",
            &format!(
                "ceremony approve change.nreq -K {APPROVER} -o change.nappr --transcript {RECORD}"
            ),
        ),
        step(
            "the root signs what was read to its end",
            &format!(
                "ceremony sign change.nreq --approval change.nappr -o change.nresp -H root --identity root.txt --transcript {RECORD}"
            ),
        ),
        step(
            "the answer is taken, where people work",
            &format!(
                "ceremony import change.nresp -H working --identity working.txt --transcript {RECORD}"
            ),
        ),
        Step {
            into: Some("witness.nk"),
            ..step("a witness makes a key", "nkey gen user")
        },
        step(
            "the witness signs the transcript",
            &format!("ceremony transcript sign {RECORD} --as Witness -K witness.nk"),
        ),
        step(
            "whoever has the transcript verifies it",
            &format!("ceremony transcript verify {RECORD}"),
        ),
    ]
}

/// Has the policy that is in the file want an approval by the approver's key, as a person does with an editor.
fn approver_is_wanted(folder: &Path) -> Result<(), Failure> {
    let read = |name: &str| {
        let bytes = limited_file(&folder.join(name), LONGEST)?;
        Ok::<_, Failure>(Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned()))
    };
    let key = read(APPROVER)?;
    let seed = key
        .lines()
        .next()
        .and_then(|line| Seed::parse(line.trim()).ok());
    let approver = seed.ok_or_else(|| io::Error::other("the approver's key is not there"))?;
    let mut policy = Policy::written(POLICY, read(POLICY)?.as_bytes())?;
    policy.approvals = 1;
    policy.approvers = [approver.public().to_string()].into();
    let text = json_text(&policy)?;
    Ok(crate::file::write(
        &folder.join(POLICY),
        text.as_bytes(),
        crate::file::Existing::Replace,
    )?)
}

impl Step {
    fn line(&self) -> String {
        let words: Vec<String> = self.words.iter().map(|word| shell_word(word)).collect();
        format!("nkeep {}", words.join(" "))
    }

    /// Runs it in that folder, in a process of its own: what a person sees is what they will see.
    fn taken(&self, folder: &Path) -> Result<(), Failure> {
        if let Some(before) = self.before {
            before(folder)?;
        }
        let mut command = Command::new(std::env::current_exe()?);
        command.args(&self.words).current_dir(folder);
        for name in ["STORE", "STATE", "IDENTITY", "TRANSCRIPT"] {
            command.env_remove(format!("NKEEP_{name}"));
        }
        command.stdout(match self.into {
            // As a seed is kept, so that nobody learns it otherwise.
            Some(into) => {
                let path = folder.join(into);
                crate::file::write(&path, b"", crate::file::Existing::Keep)?;
                Stdio::from(std::fs::File::options().write(true).open(path)?)
            }
            None => Stdio::from(io::stderr()),
        });
        let status = command.status()?;
        match status.code() {
            Some(0) => Ok(()),
            Some(3) if self.may_find => Ok(()),
            code => {
                let how = code.map_or_else(
                    || "was stopped".to_owned(),
                    |code| format!("ended with exit code {code}"),
                );
                let why = anyhow::anyhow!("the rehearsal ends here: {} {how}", self.line());
                Err(Failure::new(ExitCode::Failed, why)).hint(noted(
                    "nkeep ceremony rehearse DIR",
                    "begins anew in another folder",
                ))
            }
        }
    }
}

fn document(folder: &Path, steps: &[Step], head: Option<&str>) -> Value {
    let steps = steps
        .iter()
        .map(|step| json!({ "purpose": step.purpose, "command": step.line() }));
    json!({
        "kind": "rehearsal",
        "folder": folder,
        "steps": steps.collect::<Vec<_>>(),
        "head": head,
    })
}
