//! Gates: what is not so yet, said so that somebody can do something about it.

use super::evidence::{Record, sha256, sha256_of};
use super::phase::{Attestation, Gate, Proof};
use super::{Inventory, Result, Rotation};
use crate::clock::{UnixSeconds, absolute};
use crate::store::Records;
use crate::text::{counted, noted, quoted, some, some_of};

/// Something that is not so yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// What scripts hold on to.
    pub code: &'static str,
    /// What.
    pub what: String,
    /// The command that would supply it.
    pub help: String,
}

/// What is missing at those gates.
pub fn missing(
    records: &dyn Records,
    rotation: &Rotation,
    gates: &[Gate],
    now: UnixSeconds,
) -> Result<Vec<Missing>> {
    let look = Look {
        records,
        rotation,
        now,
    };
    let mut missing = Vec::new();
    for gate in gates {
        look.at(gate, &mut missing)?;
    }
    // What every gate asks of a server is said once.
    let mut said = Vec::new();
    missing.retain(|one: &Missing| {
        let is_new = !said.contains(&one.what);
        said.push(one.what.clone());
        is_new
    });
    Ok(missing)
}

struct Look<'a> {
    records: &'a dyn Records,
    rotation: &'a Rotation,
    now: UnixSeconds,
}

impl Look<'_> {
    fn at(&self, gate: &Gate, missing: &mut Vec<Missing>) -> Result<()> {
        match gate {
            Gate::Untouched(_, touched) => missing.extend(touched(self.records, self.rotation)?),
            Gate::Started(tokens) => {
                let wanted = self.hashes(*tokens)?;
                let by = Some(self.rotation.configuration());
                missing.extend(self.servers(by, &|record| started(record, &wanted)));
            }
            Gate::StartedAlone(tokens) => {
                let wanted = self.hashes(*tokens)?;
                let by = Some(self.rotation.configuration());
                missing.extend(self.servers(by, &|record| {
                    started(record, &wanted).or_else(|| alone(record, &wanted))
                }));
            }
            Gate::Holding(accounts) => {
                let of = sha256_of(&accounts(self.records, self.rotation)?);
                let by = Some(noted(
                    "nkeep push -A",
                    "and then what is seen of it once more",
                ));
                missing.extend(self.servers(by, &|record| holding(record, &of)));
            }
            Gate::NoStrangers => {
                let by = Some(noted(
                    "nkeep pull -A",
                    "takes those of this operator; push --prune takes away what is nobody's",
                ));
                missing.extend(self.servers(by, &strangers));
            }
            Gate::Soaked => missing.extend(self.soaked()),
            Gate::Unhung(hanging) => {
                let hanging = hanging(self.records, self.rotation)?;
                missing.extend(self.unhung(&hanging));
            }
            Gate::Quiet { expired, .. } => {
                if !expired(self.records, self.rotation, self.now)? {
                    missing.extend(self.quiet(&self.rotation.old));
                }
            }
            Gate::QuietOfNew { expired, .. } => {
                if !expired(self.records, self.rotation, self.now)? {
                    missing.extend(self.quiet(&self.rotation.new));
                }
            }
            Gate::AttestedOf(attestation, whom) => {
                let whom = whom(self.records, self.rotation, self.now)?;
                if !whom.is_empty() {
                    let said = self.attested(attestation);
                    missing.extend(said.map(|one| Missing {
                        what: format!("{}: {}", one.what, some(&whom)),
                        ..one
                    }));
                }
            }
            Gate::Attested(attestation) => missing.extend(self.attested(attestation)),
            Gate::Proven(proof) => missing.extend(self.proven(proof)),
        }
        Ok(())
    }

    /// SHA-256 of each of those tokens.
    fn hashes(
        &self,
        tokens: fn(&dyn Records, &Rotation) -> Result<Vec<String>>,
    ) -> Result<Vec<String>> {
        let tokens = tokens(self.records, self.rotation)?.into_iter();
        Ok(tokens.map(|token| sha256(token.as_bytes())).collect())
    }

    /// What is missing of each server that there is.
    /// `by` is the command that mends what is wrong, where it is another than to look again.
    fn servers(
        &self,
        by: Option<String>,
        wrong: &dyn Fn(&Record) -> Option<String>,
    ) -> Vec<Missing> {
        let mut missing = Vec::new();
        let mut add = |code, what: String| {
            let help = match (code, &by) {
                ("server-behind", Some(by)) => by.clone(),
                ("server-silent", _) => self.asked_again(),
                _ => self.collect(),
            };
            missing.push(Missing { code, what, help });
        };
        let evidence = &self.rotation.evidence;
        match &self.rotation.terms.servers {
            Inventory::Undeclared => {
                return vec![Missing {
                    code: "servers-undeclared",
                    what: "how many servers there are was not said; one that is silent does not count as agreeing"
                        .to_owned(),
                    help: noted(
                        format!("{} --servers N", self.collect()),
                        "with how many there are in place of N",
                    ),
                }];
            }
            Inventory::Count(count) if self.told_apart().len() < *count => {
                let evidence = self.told_apart();
                let names: Vec<String> = evidence.iter().map(|one| quoted(&one.server)).collect();
                let of = match names.is_empty() {
                    true => String::new(),
                    false => format!(", but of {}", names.join(", ")),
                };
                let what = format!(
                    "nothing is known of {} of {}{of}",
                    count - evidence.len(),
                    counted(*count, "server")
                );
                add("server-silent", what);
            }
            Inventory::Count(_) => {}
            Inventory::Names(names) => {
                for name in names {
                    if !evidence.iter().any(|record| record.is(name)) {
                        let what = format!("nothing is known of server {}", quoted(name));
                        add("server-silent", what);
                    }
                }
            }
        }
        for record in evidence {
            let name = quoted(&record.server);
            let age = self.now - record.time;
            if age > self.rotation.terms.evidence_age {
                let seen = absolute(record.time);
                let what = format!("what is known of server {name} is of {seen}, and too old");
                add("evidence-old", what);
            } else if record.time > self.now + 300 {
                let what = format!("what is known of server {name} is of a time to come");
                add("evidence-ahead", what);
            } else if let Some(wrong) = wrong(record) {
                add("server-behind", format!("server {name} {wrong}"));
            }
        }
        missing
    }

    /// Servers that are others than each other. One without a name is called otherwise each time it is started: such count only
    /// as far as they were seen together.
    fn told_apart(&self) -> Vec<&'_ Record> {
        let evidence = &self.rotation.evidence;
        let last = evidence.iter().map(|record| record.seen_together).max();
        let is_told = |record: &&Record| {
            record.server != record.id
                || (record.seen_together != 0 && Some(record.seen_together) == last)
        };
        evidence.iter().filter(is_told).collect()
    }

    fn soaked(&self) -> Option<Missing> {
        let until = self.rotation.since() + self.rotation.terms.soak;
        (self.now < until).then(|| Missing {
            code: "soak",
            what: format!("it is watched until {}", absolute(until)),
            help: noted(self.status(), "at that time"),
        })
    }

    fn unhung(&self, hanging: &[String]) -> Option<Missing> {
        if hanging.is_empty() {
            return None;
        }
        Some(Missing {
            code: "hanging",
            what: format!(
                "what hangs on {} still: {}",
                self.rotation.old,
                some(hanging)
            ),
            help: noted(
                format!("nkeep rotate rollback {}", self.rotation.id),
                "and then rotate next, which signs them anew",
            ),
        })
    }

    fn quiet(&self, key: &str) -> Vec<Missing> {
        let mut missing = self.servers(None, &|record| match &record.by_old {
            None => Some("did not say who is connected".to_owned()),
            Some(seen) if seen.count > 0 => Some(format!(
                "has {} by {key}: {}",
                counted(seen.count, "connection"),
                some_of(&seen.first, seen.count)
            )),
            Some(_) => None,
        });
        let soak = self.rotation.terms.soak;
        let seen = self
            .rotation
            .evidence
            .iter()
            .map(|record| record.time)
            .min();
        match (self.rotation.quiet_since, seen) {
            (Some(since), Some(seen)) if seen - since < soak && missing.is_empty() => {
                missing.push(Missing {
                    code: "quiet",
                    what: format!(
                        "another look at the servers after {}: nobody has been connected by {key} since {}",
                        absolute(since + soak),
                        absolute(since)
                    ),
                    help: self.collect(),
                });
            }
            (None, Some(_)) if missing.is_empty() => missing.push(Missing {
                code: "quiet",
                what: format!("since when nobody is connected by {key} is not known"),
                help: self.collect(),
            }),
            _ => {}
        }
        missing
    }

    fn attested(&self, attestation: &'static Attestation) -> Option<Missing> {
        let stated = &self.rotation.stated;
        if stated.iter().any(|one| one.name == attestation.name) {
            return None;
        }
        Some(Missing {
            code: attestation.name,
            what: format!("nobody says yet that {}", attestation.says),
            help: format!(
                "nkeep rotate evidence import --rotation {} --says {} --words 'WHO SAW IT, AND WHERE'",
                self.rotation.id, attestation.name
            ),
        })
    }

    fn proven(&self, proof: &'static Proof) -> Option<Missing> {
        let stated = &self.rotation.stated;
        if stated.iter().any(|one| one.name == proof.name) {
            return None;
        }
        Some(Missing {
            code: proof.name,
            what: format!("nobody has shown yet that {}", proof.says),
            help: (proof.help)(self.rotation),
        })
    }

    fn collect(&self) -> String {
        self.rotation.collect()
    }

    /// The command that asks servers once more; where more were declared than there ever were, what says so.
    fn asked_again(&self) -> String {
        let collect = self.collect();
        match (&self.rotation.terms.servers, self.told_apart().len()) {
            (Inventory::Count(_), known) if known > 0 && cfg!(feature = "net") => noted(
                collect,
                format!(
                    "where there are no more: --servers {known} --reason 'WHERE THE OTHERS WENT'"
                ),
            ),
            _ => collect,
        }
    }

    fn status(&self) -> String {
        format!("nkeep rotate status {}", self.rotation.id)
    }
}

/// What is wrong with what a server was started with.
fn started(record: &Record, wanted: &[String]) -> Option<String> {
    let Some(has) = &record.operators else {
        return Some("did not say what it was started with".to_owned());
    };
    // Who has several operators may have others beside; the order of those that are wanted counts.
    let ours: Vec<&String> = has.iter().filter(|token| wanted.contains(token)).collect();
    let is_so = ours.len() == wanted.len() && ours.iter().zip(wanted).all(|(one, two)| *one == two);
    match (is_so, wanted.len()) {
        (true, _) => None,
        (false, 1) => Some("was not started with the operator's token as it is now".to_owned()),
        (false, _) => {
            Some("was not started with the tokens of both operators, in their order".to_owned())
        }
    }
}

/// Whom a server trusts beside those that are wanted.
fn alone(record: &Record, wanted: &[String]) -> Option<String> {
    let others = record.operators.as_ref()?.len() - wanted.len();
    (others > 0).then(|| {
        format!(
            "was started with {} beside that one, which it trusts still",
            match others {
                1 => "another operator's token".to_owned(),
                others => format!("tokens of {others} other operators"),
            }
        )
    })
}

/// What is wrong with accounts of a server that the store does not know.
fn strangers(record: &Record) -> Option<String> {
    let strangers = record.strangers.as_ref().filter(|seen| seen.count > 0)?;
    Some(format!(
        "has {} by the old key that the store does not know, and would shut out: {}",
        counted(strangers.count, "account"),
        some_of(&strangers.first, strangers.count)
    ))
}

/// What is wrong with the accounts that a server has.
fn holding(record: &Record, of: &str) -> Option<String> {
    if record.holding.is_empty() {
        return Some("did not say which accounts it has".to_owned());
    }
    let Some(holding) = record.holding.iter().find(|holding| holding.of == of) else {
        return Some("was asked for accounts before they changed here".to_owned());
    };
    let otherwise = &holding.otherwise;
    if otherwise.count == 0 {
        return None;
    }
    let names: Vec<String> = otherwise.first.iter().map(quoted).collect();
    Some(format!(
        "has {} otherwise, or none: {}",
        counted(otherwise.count, "account"),
        some_of(&names, otherwise.count)
    ))
}
