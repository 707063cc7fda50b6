//! Whether what a transcript says can be true: who signed how much of it, and whether the files that stand in it are what they were.
//! Its chain and its signatures were checked when it was read. Public keys are all that is needed.

use super::line::{Exhibit, Line, Participant, What, hex, title_of};
use super::replay::Stage;
use super::{SHOW, Transcript, steps};
use crate::ceremony::{CeremonyError, Result};
use crate::clock::absolute;
use crate::nkey::PublicKey;
use crate::text::quoted;

/// What somebody knows of a transcript from elsewhere.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The hash of a line, written down at the ceremony.
    pub head: Option<String>,
    /// Who must have signed it.
    pub signers: Vec<PublicKey>,
    /// Whose responses it is about.
    pub operator: Option<PublicKey>,
    /// Files that have to stand in it: what they are called, and their hashes.
    pub files: Vec<(String, String)>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Who signed it, and how many lines stand above.
    pub signed: Vec<SignedBy>,
    /// Who takes part and has not signed.
    pub unsigned: Vec<Participant>,
    /// How many lines nobody vouches for: after the last signature, and after the head that is known.
    pub loose: usize,
    /// How many files stand in it whole.
    pub whole: usize,
    /// What was replayed, in words.
    pub replayed: Vec<String>,
    /// What of the plan that it goes by is not done, in words.
    pub unfinished: Vec<String>,
    /// Where the files stand that were looked for, in words.
    pub found: Vec<String>,
    /// What is odd, and proves nothing.
    pub notes: Vec<String>,
}

impl Verdict {
    /// Whether somebody vouches for every line, and all is done of the plan.
    #[must_use]
    pub const fn is_good(&self) -> bool {
        self.loose == 0 && self.unfinished.is_empty()
    }
}

/// Who signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedBy {
    /// As participants are named.
    pub by: String,
    /// As what.
    pub role: String,
    /// With which key.
    pub key: PublicKey,
    /// How many lines stand above.
    pub lines: u64,
}

/// Looks at all of it.
pub fn verified(file: &str, read: &Transcript, known: &Known) -> Result<Verdict> {
    let mut verdict = Verdict::default();
    let mut stage = Stage::default();
    let mut vouched = 0;
    if let Some(head) = &known.head {
        let at = read.heads.iter().position(|own| own == head);
        vouched = at.map(|at| at + 1).ok_or_else(|| {
            let reason = format!("{} does not go through {head}", quoted(file));
            CeremonyError::tampered(reason, SHOW)
        })?;
    }
    for (at, line) in read.lines.iter().enumerate() {
        if let (What::Signed { by, role, .. }, Some(key)) = (&line.what, line.signer()?) {
            must_take_part(file, read, line, by, role)?;
            verdict.signed.push(SignedBy {
                by: by.clone(),
                role: role.clone(),
                key,
                lines: line.seq,
            });
            vouched = vouched.max(at + 1);
        }
        if let What::Did(did) = &line.what {
            for exhibit in &did.files {
                if let Some(text) = whole(line, exhibit)? {
                    verdict.whole += 1;
                    // What was refused need not hold: that it was is what stands there.
                    if did.code == 0 {
                        stage.bring(line, exhibit, text)?;
                    }
                }
            }
        }
    }
    for key in &known.signers {
        if !verdict.signed.iter().any(|signed| signed.key == *key) {
            let reason = format!("{key} did not sign {}", quoted(file));
            return Err(CeremonyError::tampered(reason, SHOW));
        }
    }
    for (name, sha256) in &known.files {
        verdict.found.push(found(file, read, name, sha256)?);
    }
    let has_signed = |one: &Participant| {
        let mut signed = verdict.signed.iter();
        signed.any(|signed| signed.by == one.name && signed.role == one.role)
    };
    let absent = read.participants().iter().filter(|one| !has_signed(one));
    verdict.unsigned = absent.cloned().collect();
    verdict.loose = read.lines.len() - vouched;
    let (replayed, unasked) = stage.played(file, known.operator.as_ref())?;
    verdict.replayed = replayed;
    let plan = steps::replayed(file, read)?;
    verdict.replayed.extend(plan.holds);
    verdict.unfinished = plan.unfinished;
    verdict.notes = odd(read);
    verdict.notes.extend(plan.notes);
    verdict.notes.extend(unasked);
    verdict.notes.extend(shared_keys(&verdict.signed));
    let absent = verdict.unsigned.iter();
    let absent = absent.map(|one| format!("{} ({}) has not signed", one.name, one.role));
    verdict.notes.extend(absent);
    Ok(verdict)
}

/// Where a file stands, by its hash: people give it other names.
fn found(file: &str, read: &Transcript, name: &str, sha256: &str) -> Result<String> {
    let of = |line: &Line| match &line.what {
        What::Did(did) if did.code == 0 => did.files.clone(),
        _ => Vec::new(),
    };
    let all = || {
        let lines = read.lines.iter().rev();
        lines.flat_map(|line| {
            of(line)
                .into_iter()
                .map(move |exhibit| (line.seq + 1, exhibit))
        })
    };
    if let Some((number, exhibit)) = all().find(|(_, exhibit)| exhibit.sha256 == sha256) {
        let way = match &*exhibit.way {
            "in" => "read",
            _ => "wrote",
        };
        let what = quoted(&exhibit.name);
        return Ok(format!(
            "{} is what line {number} {way} as {what}",
            quoted(name)
        ));
    }
    let own = last_part(name);
    let other = all().find(|(_, exhibit)| last_part(&exhibit.name) == own);
    let reason = match other {
        Some((number, _)) => format!(
            "{} is not what stands in line {number} of {} by that name: it has the hash {sha256}",
            quoted(name),
            quoted(file)
        ),
        None => format!(
            "{} does not stand in {}: it has the hash {sha256}",
            quoted(name),
            quoted(file)
        ),
    };
    Err(CeremonyError::tampered(reason, SHOW))
}

/// What a file is called, wherever it lies.
fn last_part(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// Who signs is among those who take part, in the role that they have.
fn must_take_part(file: &str, read: &Transcript, line: &Line, by: &str, role: &str) -> Result<()> {
    let mut known = read.participants().iter();
    match known.any(|known| known.name == by && known.role == role) {
        true => Ok(()),
        false => Err(CeremonyError::problem(
            file,
            format!(
                "is signed in line {} by {} as {}, who takes no part in it",
                line.seq + 1,
                quoted(by),
                quoted(role)
            ),
            SHOW,
        )),
    }
}

/// A file that stands in it whole, and as it was.
fn whole<'a>(line: &Line, exhibit: &'a Exhibit) -> Result<Option<&'a str>> {
    let Some(text) = &exhibit.text else {
        return Ok(None);
    };
    if hex(text.as_bytes()) != exhibit.sha256 || title_of(text).is_none() {
        let reason = format!(
            "line {} has {} with a hash that is not that of what stands there",
            line.seq + 1,
            quoted(&exhibit.name)
        );
        return Err(CeremonyError::tampered(reason, SHOW));
    }
    Ok(Some(text))
}

/// Keys with which several people signed: who signs for another is no second pair of eyes.
fn shared_keys(signed: &[SignedBy]) -> Vec<String> {
    let mut notes = Vec::new();
    for (at, one) in signed.iter().enumerate() {
        let mut before = signed[..at].iter();
        if let Some(other) = before.find(|other| other.key == one.key && other.by != one.by) {
            let note = format!(
                "{} and {} signed with one key: {}",
                other.by, one.by, one.key
            );
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    notes
}

/// What an auditor may want to ask about.
fn odd(read: &Transcript) -> Vec<String> {
    let mut notes = Vec::new();
    for pair in read.lines.windows(2) {
        let [before, line] = pair else { continue };
        let number = line.seq + 1;
        if line.time < before.time {
            notes.push(format!(
                "line {number} is of {}, before the one above it: a clock was set back, or is another machine's",
                absolute(line.time)
            ));
        }
        if line.tool != before.tool {
            notes.push(format!(
                "line {number} was written by another nkeep: version {}, SHA-256 {}",
                line.tool.version, line.tool.sha256
            ));
        }
    }
    let of = |line: &Line| match &line.what {
        What::Repaired { bytes, .. } => Some(format!(
            "line {} has taken the place of {bytes} bytes that were torn off",
            line.seq + 1
        )),
        _ => None,
    };
    notes.extend(read.lines.iter().filter_map(of));
    let stopped = read.lines.iter().filter(|line| line.clock != "system");
    match stopped.count() {
        0 => {}
        count => notes.push(format!(
            "{count} of {} lines have the time of a clock that is not the system's",
            read.lines.len()
        )),
    }
    notes
}
