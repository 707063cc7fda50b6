//! What could carry a secret away: whatever connects the machine with others.

use std::collections::BTreeSet;

use super::{Finding, Machine, joined};
use crate::text::{noted, shell_word};

impl Machine<'_> {
    pub(super) fn interfaces(&self) -> Finding {
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

    pub(super) fn routes(&self) -> Finding {
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

    pub(super) fn radios(&self) -> Finding {
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
}
