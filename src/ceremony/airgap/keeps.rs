//! What could keep a secret: whatever writes memory to a disk, and disks that are written to.

use std::collections::BTreeSet;

use super::{Finding, Machine, joined};
use crate::text::{noted, shell_word};

impl Machine<'_> {
    pub(super) fn swap(&self) -> Finding {
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

    pub(super) fn cores(&self) -> Finding {
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

    pub(super) fn hibernation(&self) -> Finding {
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

    pub(super) fn disks(&self) -> Finding {
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
}
