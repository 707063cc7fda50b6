//! What could watch: a debugger, or what stands between this process and the person.

use std::collections::BTreeSet;

use super::{Finding, Machine, joined};

impl Machine<'_> {
    /// Whether a debugger follows this process.
    pub(super) fn watchers(&self) -> Finding {
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
    pub(super) fn terminal(&self) -> Finding {
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
}
