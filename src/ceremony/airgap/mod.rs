//! How a machine is on which an operator's identity is to be used, as far as it can be seen from within: what could carry a secret
//! away, keep it, or watch. It is evidence and no proof: whoever owns the machine can have it say anything.
//!
//! It is read from where Linux shows it. Of other systems nothing is known here, and that is said.

mod carries;
mod finding;
mod keeps;
mod watches;

pub use finding::{Finding, State};

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::transcript::line::hex;
use super::transcript::own_executable;
use crate::clock::{UnixSeconds, absolute};

/// A machine: where it shows how it is, and what the process was told.
pub struct Machine<'a> {
    /// What `/` is; another folder in tests.
    pub root: PathBuf,
    /// The environment.
    pub variable: &'a dyn Fn(&str) -> Option<String>,
    /// The clock.
    pub now: UnixSeconds,
    /// What is known to have been before now: whence, and when.
    pub before: Vec<(String, UnixSeconds)>,
}

/// Looks at all of it.
#[must_use]
pub fn looked_at(machine: &Machine<'_>) -> Vec<Finding> {
    let mut found = vec![
        machine.build(),
        machine.binary(),
        machine.interfaces(),
        machine.routes(),
        machine.radios(),
        machine.swap(),
        machine.cores(),
        machine.hibernation(),
        machine.disks(),
        machine.watchers(),
        machine.terminal(),
    ];
    found.extend(machine.clock());
    found
}

/// Where a clock and another may differ, in seconds.
const DRIFT: i64 = 60;

impl Machine<'_> {
    fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn text(&self, path: &str) -> Option<String> {
        let bytes = std::fs::read(self.path(path)).ok()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// The names in a folder; nothing where it is not there.
    fn names(&self, path: &str) -> Option<BTreeSet<String>> {
        let entries = std::fs::read_dir(self.path(path)).ok()?.flatten();
        Some(
            entries
                .map(|entry| entry.file_name().to_string_lossy().into_owned())
                .collect(),
        )
    }

    /// Whether the system shows anything at all there.
    fn has(&self, path: &str) -> bool {
        self.path(path).is_dir()
    }

    fn build(&self) -> Finding {
        let version = env!("CARGO_PKG_VERSION");
        match cfg!(feature = "net") {
            false => Finding::fine("build", format!("nkeep {version} without network code")),
            true => Finding::look(
                "build",
                format!("nkeep {version} with network code"),
                "cargo build --release --locked --no-default-features  # makes one without, elsewhere",
            ),
        }
    }

    fn binary(&self) -> Finding {
        match own_executable() {
            Ok(bytes) => Finding::fine(
                "binary",
                format!(
                    "SHA-256 {}, to be compared with what was built",
                    hex(&bytes)
                ),
            ),
            Err(error) => Finding::unknown("binary", format!("cannot be read: {error}")),
        }
    }

    fn clock(&self) -> Vec<Finding> {
        const CHECK: &str = "clock";
        const SET: &str = "date --set 'YYYY-MM-DD hh:mm:ss'  # by a clock that people agree on";
        let shows = absolute(self.now);
        let mut found = Vec::new();
        for (whence, before) in &self.before {
            if *before > self.now {
                let says = format!(
                    "shows {shows}, and {whence} is of {}: it is behind",
                    absolute(*before)
                );
                found.push(Finding::look(CHECK, says, SET));
            }
        }
        let own: Option<UnixSeconds> = self
            .text("sys/class/rtc/rtc0/since_epoch")
            .and_then(|text| text.trim().parse().ok());
        if let Some(own) = own.filter(|own| (own - self.now).abs() > DRIFT) {
            let says = format!(
                "shows {shows}, and the machine's own clock {}",
                absolute(own)
            );
            found.push(Finding::look(CHECK, says, SET));
        }
        if found.is_empty() {
            found.push(match (self.before.len(), own) {
                (0, None) => Finding::unknown(
                    CHECK,
                    format!("shows {shows}, and nothing is known to compare it with"),
                ),
                _ => Finding::fine(CHECK, format!("shows {shows}; compare it with another")),
            });
        }
        found
    }
}

fn joined<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> String {
    let mut text = String::new();
    for name in names {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(name.as_ref());
    }
    text
}
