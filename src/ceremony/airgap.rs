//! How a machine is on which an operator's identity is to be used, as far as it can be seen from within: what could carry a secret
//! away, keep it, or watch. It is evidence and no proof: whoever owns the machine can have it say anything.
//!
//! It is read from where Linux shows it. Of other systems nothing is known here, and that is said.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::transcript::line::{Finding as Recorded, hex};
use super::transcript::own_executable;
use crate::clock::{UnixSeconds, absolute};
use crate::text::{noted, shell_word};

/// How something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// As it should be.
    Fine,
    /// Somebody is to look at it.
    Look,
    /// It cannot be seen from here.
    Unknown,
}

impl State {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fine => "ok",
            Self::Look => "look",
            Self::Unknown => "unknown",
        }
    }
}

/// What was looked at, and what there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// A word for it.
    pub check: &'static str,
    /// How it stands.
    pub state: State,
    /// What there is.
    pub says: String,
    /// What helps, where somebody is to look.
    pub help: Option<String>,
}

impl Finding {
    /// That something is as it should be.
    pub fn fine(check: &'static str, says: impl Into<String>) -> Self {
        Self {
            check,
            state: State::Fine,
            says: says.into(),
            help: None,
        }
    }

    /// That somebody is to look at something, and what helps.
    pub fn look(check: &'static str, says: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            check,
            state: State::Look,
            says: says.into(),
            help: Some(help.into()),
        }
    }

    /// That something cannot be seen.
    pub fn unknown(check: &'static str, says: impl Into<String>) -> Self {
        Self {
            check,
            state: State::Unknown,
            says: says.into(),
            help: None,
        }
    }

    /// As a transcript has it.
    #[must_use]
    pub fn recorded(&self) -> Recorded {
        Recorded {
            check: self.check.to_owned(),
            state: self.state.name().to_owned(),
            says: self.says.clone(),
        }
    }
}

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

    fn interfaces(&self) -> Finding {
        const CHECK: &str = "interfaces";
        let Some(names) = self.names("sys/class/net") else {
            return Finding::unknown(CHECK, "the system does not show them");
        };
        let is_up = |name: &&String| {
            let flags = self.text(&format!("sys/class/net/{name}/flags"));
            let flags = flags.and_then(|flags| {
                u32::from_str_radix(flags.trim().trim_start_matches("0x"), 16).ok()
            });
            // IFF_UP; what does not say how it is may be.
            flags.is_none_or(|flags| flags & 1 == 1)
        };
        let others: Vec<&String> = names.iter().filter(|name| *name != "lo").collect();
        let up: Vec<&String> = others.iter().copied().filter(is_up).collect();
        match (others.len(), up.len()) {
            (0, _) => Finding::fine(CHECK, "there is none but lo"),
            (down, 0) => Finding::fine(CHECK, format!("none is up but lo, {down} down")),
            _ => Finding::look(
                CHECK,
                format!("up: {}", joined(&up)),
                noted(
                    format!("ip link set dev {} down", shell_word(up[0])),
                    "and pull the cable",
                ),
            ),
        }
    }

    fn routes(&self) -> Finding {
        const CHECK: &str = "routes";
        let of = |path: &str, header: usize, interface: fn(&str) -> Option<&str>| {
            let text = self.text(path)?;
            let interfaces = text.lines().skip(header).filter_map(interface);
            let others = interfaces.filter(|name| *name != "lo").map(str::to_owned);
            Some(others.collect::<BTreeSet<String>>())
        };
        let four = of("proc/net/route", 1, |line| line.split_whitespace().next());
        let six = of("proc/net/ipv6_route", 0, |line| {
            line.split_whitespace().last()
        });
        let Some(mut through) = four else {
            return Finding::unknown(CHECK, "the system does not show them");
        };
        through.extend(six.unwrap_or_default());
        match through.len() {
            0 => Finding::fine(CHECK, "there is none"),
            _ => Finding::look(
                CHECK,
                format!("through {}", joined(&through)),
                "ip route flush table main",
            ),
        }
    }

    fn radios(&self) -> Finding {
        const CHECK: &str = "radios";
        if !self.has("sys/class") {
            return Finding::unknown(CHECK, "the system does not show them");
        }
        let mut on = Vec::new();
        let known = self.names("sys/class/rfkill").unwrap_or_default();
        for name in &known {
            let value = |what: &str| self.text(&format!("sys/class/rfkill/{name}/{what}"));
            let is_blocked = |what: &str| value(what).is_some_and(|value| value.trim() == "1");
            if !is_blocked("soft") && !is_blocked("hard") {
                let kind = value("type").unwrap_or_else(|| name.clone());
                on.push(kind.trim().to_owned());
            }
        }
        match (known.len(), on.len()) {
            (0, _) => Finding::fine(CHECK, "the system knows of none"),
            (off, 0) => Finding::fine(CHECK, format!("none is on, {off} blocked")),
            _ => Finding::look(CHECK, format!("on: {}", joined(&on)), "rfkill block all"),
        }
    }

    fn swap(&self) -> Finding {
        const CHECK: &str = "swap";
        let Some(text) = self.text("proc/swaps") else {
            return Finding::unknown(CHECK, "the system does not show it");
        };
        let names = text
            .lines()
            .skip(1)
            .filter_map(|line| line.split_whitespace().next());
        // What is compressed in memory is on no disk.
        let names: Vec<&str> = names
            .filter(|name| !name.starts_with("/dev/zram"))
            .collect();
        match names.len() {
            0 => Finding::fine(CHECK, "there is none on a disk"),
            _ => Finding::look(CHECK, format!("on: {}", joined(names)), "swapoff -a"),
        }
    }

    fn cores(&self) -> Finding {
        const CHECK: &str = "core dumps";
        let Some(text) = self.text("proc/sys/kernel/core_pattern") else {
            return Finding::unknown(CHECK, "the system does not show where they go");
        };
        let pattern = text.trim();
        let is_nowhere = [
            "",
            "/dev/null",
            "|/bin/false",
            "|/usr/bin/false",
            "|/bin/true",
        ]
        .contains(&pattern);
        match is_nowhere {
            true => Finding::fine(CHECK, "go nowhere"),
            false => Finding::look(
                CHECK,
                format!("go to {pattern}: nkeep makes none, and other programs may"),
                "sysctl -w kernel.core_pattern=/dev/null",
            ),
        }
    }

    fn hibernation(&self) -> Finding {
        const CHECK: &str = "hibernation";
        let Some(states) = self.text("sys/power/state") else {
            return match self.has("sys/class") {
                true => Finding::fine(CHECK, "the system cannot"),
                false => Finding::unknown(CHECK, "the system does not show whether it can"),
            };
        };
        let can = states.split_whitespace().any(|state| state == "disk");
        let is_off = self
            .text("sys/power/disk")
            .is_some_and(|how| how.contains("[disabled]"));
        let place = self.text("sys/power/resume").unwrap_or_default();
        match can && !is_off && !["", "0:0"].contains(&place.trim()) {
            false => Finding::fine(CHECK, "there is no place to write memory to"),
            true => Finding::look(
                CHECK,
                format!("memory would be written to the disk {}", place.trim()),
                "systemctl mask hibernate.target hybrid-sleep.target",
            ),
        }
    }

    fn disks(&self) -> Finding {
        const CHECK: &str = "disks";
        const FAR: [&str; 8] = [
            "nfs",
            "nfs4",
            "cifs",
            "smb3",
            "9p",
            "virtiofs",
            "fuse.sshfs",
            "ceph",
        ];
        let Some(text) = self.text("proc/self/mounts") else {
            return Finding::unknown(CHECK, "the system does not show what is mounted");
        };
        let mut places = BTreeSet::new();
        for line in text.lines() {
            let words: Vec<&str> = line.split(' ').collect();
            let [device, place, kind, options, ..] = &*words else {
                continue;
            };
            let is_writable = options.split(',').any(|option| option == "rw");
            let is_disk = device.starts_with("/dev/") && !device.starts_with("/dev/zram");
            if is_writable && (is_disk || FAR.contains(kind)) {
                places.insert((*place).to_owned());
            }
        }
        match places.first() {
            None => Finding::fine(CHECK, "none is mounted to be written to"),
            Some(first) => Finding::look(
                CHECK,
                format!("can be written to: {}", joined(&places)),
                noted(
                    format!("mount -o remount,ro {}", shell_word(first)),
                    "all but the medium that takes what is signed away",
                ),
            ),
        }
    }

    /// Whether a debugger follows this process.
    fn watchers(&self) -> Finding {
        const CHECK: &str = "debugger";
        let status = self.text("proc/self/status");
        let tracer = status.as_deref().and_then(|status| {
            let mut lines = status.lines();
            lines.find_map(|line| line.strip_prefix("TracerPid:"))
        });
        match tracer.map(str::trim) {
            None => Finding::unknown(CHECK, "the system does not show whether one is there"),
            Some("0") => Finding::fine(CHECK, "none follows this process"),
            Some(process) => Finding::look(
                CHECK,
                format!("process {process} follows this one"),
                format!("kill {process}  # and start anew"),
            ),
        }
    }

    /// What stands between this process and the person, and may keep what passes.
    fn terminal(&self) -> Finding {
        const CHECK: &str = "terminal";
        const VARIABLES: [(&str, &str); 7] = [
            ("TMUX", "tmux"),
            ("STY", "screen"),
            ("ZELLIJ", "zellij"),
            ("ASCIINEMA_REC", "asciinema"),
            ("SSH_CONNECTION", "ssh"),
            ("SSH_TTY", "ssh"),
            ("SCRIPT", "script"),
        ];
        const PROGRAMS: [&str; 11] = [
            "script",
            "scriptlive",
            "tmux",
            "screen",
            "zellij",
            "asciinema",
            "ttyrec",
            "termrec",
            "sshd",
            "mosh-server",
            "ttyd",
        ];
        let said = VARIABLES
            .iter()
            .filter(|(name, _)| (self.variable)(name).is_some_and(|value| !value.is_empty()));
        let mut found: BTreeSet<&str> = said.map(|(_, program)| *program).collect();
        let above = self.above();
        for name in &above {
            let own = name.split([':', '-', ' ']).next().unwrap_or_default();
            let known = PROGRAMS
                .iter()
                .find(|known| **known == own || *known == name);
            found.extend(known);
        }
        match (found.len(), above.len()) {
            (0, 0) => Finding::unknown(CHECK, "the system does not show what stands behind it"),
            (0, _) => Finding::fine(CHECK, "nothing is known to record it"),
            _ => Finding::look(
                CHECK,
                format!("may be kept by {}", joined(&found)),
                "exit  # and log in at the console of the machine",
            ),
        }
    }

    /// The names of the processes that started this one.
    fn above(&self) -> Vec<String> {
        const DEEPEST: usize = 64;
        let mut names = Vec::new();
        let mut process = "self".to_owned();
        while names.len() < DEEPEST {
            let Some(stat) = self.text(&format!("proc/{process}/stat")) else {
                break;
            };
            // The name stands in brackets, and may hold some.
            let Some((before, after)) = stat.rsplit_once(')') else {
                break;
            };
            let name = before.split_once('(').map_or("", |(_, name)| name);
            names.push(name.to_owned());
            match after.split_whitespace().nth(1) {
                Some(parent) if parent != "0" => process = parent.to_owned(),
                _ => break,
            }
        }
        names
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
