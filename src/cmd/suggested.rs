//! Commands that are printed, as a hint or as what comes next: each can be run as it stands, and is about the store, the
//! operator and the account that the command at hand was about, and for the same servers. Who suggests one need not name
//! them, and cannot forget to.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Ctx, whole};
use crate::cmd::files::input::is_url;
use crate::jwt::claims::Operator;
use crate::nkey::PublicKey;
use crate::store::Records;
use crate::store::record::{Entity, Name};
use crate::text::{noted, shell_word};
use crate::trust::edit::Edited;
use crate::trust::{self, Place, TrustError};

/// Set where a plan of a ceremony is gone through, for what it runs.
pub const BY_PLAN: &str = "NKEEP_BY_PLAN";

/// Whether a plan is gone through, which says itself what comes next.
pub fn is_by_plan() -> bool {
    std::env::var_os(BY_PLAN).is_some()
}

/// What the command line says of servers: a long flag, the letter that stands for it, and its value, where it has one.
pub type Said = (&'static str, Option<char>, Option<String>);

/// Where in the tree the command at hand looks, and how it reaches servers.
#[derive(Clone, Debug, Default)]
pub struct Whereabouts(
    Arc<Mutex<Place>>,
    Arc<Mutex<Vec<Said>>>,
    Arc<Mutex<Option<Name>>>,
);

impl Whereabouts {
    fn place(&self) -> MutexGuard<'_, Place> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn selected(&self) -> MutexGuard<'_, Option<Name>> {
        self.2.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn servers(&self) -> MutexGuard<'_, Vec<Said>> {
        self.1.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ctx {
    /// Remembers which operator or account this command is about. What is suggested from here on is about it, too.
    pub fn is_about(&self, records: &dyn Records, entity: &Entity) -> Result<(), TrustError> {
        let place = Place::under(records, Some(entity))?;
        *self.whereabouts.place() = place;
        Ok(())
    }

    /// Remembers that nobody named the account, and that there are others: it is the selected one.
    pub fn takes_selected(&self, account: &Entity) {
        *self.whereabouts.selected() = Some(account.name.clone());
    }

    /// Says which account was meant where nobody named one, once.
    pub fn say_selected(&self) {
        let selected = self.whereabouts.selected().take();
        if let Some(account) = selected.filter(|_| !self.ui.json()) {
            self.ui
                .note(&format!("it is of account {account}, the selected one"));
        }
    }

    /// Remembers how servers are reached. What is suggested from here on reaches the same ones.
    #[cfg(feature = "net")]
    pub fn talks_to(&self, said: Vec<Said>) {
        *self.whereabouts.servers() = said;
    }

    /// A command of nkeep's as it is to be typed: what stands behind it for people is a comment of the shell's, and stays.
    #[must_use]
    pub fn command(&self, suggested: &str) -> String {
        let (command, comment) = without_comment(suggested);
        let Some(rest) = command.strip_prefix("nkeep ") else {
            return suggested.to_owned();
        };
        let words = words(rest);
        let missing = missing(&words, &self.whereabouts.place());
        let servers = unsaid(&words, &self.whereabouts.servers());
        let command = self.in_store(&format!("{command}{missing}{servers}"));
        match comment {
            Some(comment) => noted(command, comment),
            None => command,
        }
    }

    /// A command that names whom it is about, with what said where the store is.
    #[must_use]
    pub fn in_store(&self, suggested: &str) -> String {
        let places = self.places();
        let Some(rest) = suggested
            .strip_prefix("nkeep ")
            .filter(|_| !places.is_empty())
        else {
            return suggested.to_owned();
        };
        let words = words(without_comment(rest).0);
        let mut command = "nkeep".to_owned();
        for (long, short, place) in places {
            if !has(&words, long, short) {
                command.push_str(&format!(" --{long} {place}"));
            }
        }
        format!("{command} {rest}")
    }

    /// Says what comes next: a command.
    pub fn next(&self, suggested: &str) {
        if is_by_plan() {
            return;
        }
        self.ui.note(&format!("next: {}", self.command(suggested)));
    }

    /// What the command line said of where the store is: flags, and their values as words.
    fn places(&self) -> Vec<(&'static str, Option<char>, String)> {
        let opening = &self.opening;
        let is_usual = |store: &&PathBuf| {
            std::env::var_os("NKEEP_STORE").as_deref() == Some(store.as_os_str())
        };
        let store = opening.store.as_ref().filter(|store| !is_usual(store));
        let data_dir = opening.data_dir.as_ref();
        let data_dir = data_dir.filter(|_| !opening.is_remembered);
        let said = [
            ("store", None, store),
            ("all-dirs", Some('H'), opening.all_dirs.as_ref()),
            ("data-dir", None, data_dir),
            ("config-dir", None, opening.config_dir.as_ref()),
        ];
        said.into_iter()
            .filter_map(|(long, short, place)| {
                Some((long, short, shell_word(&place?.to_string_lossy())))
            })
            .collect()
    }
}

/// What servers must be given once an account was changed so that it binds them. A build without network code prints it.
pub fn for_servers(account: &Entity) -> String {
    let name = shell_word(account.name.as_str());
    if cfg!(feature = "net") {
        return noted(format!("nkeep push -a {name}"), "servers must have it");
    }
    noted(
        format!("nkeep describe account {name} --raw"),
        "what servers must have",
    )
}

/// What comes next once an account was edited: servers are given it, or it is shown.
pub fn after_edit(records: &dyn Records, edited: &Edited) -> Result<String, TrustError> {
    let account = &edited.entity;
    let push = to_servers(records, account, edited.signer)?;
    Ok(push.unwrap_or_else(|| {
        format!(
            "nkeep describe account {}",
            shell_word(account.name.as_str())
        )
    }))
}

/// The command that gives servers an account that was signed, where its operator says where they are, and it was signed
/// here; what an account server signed it has.
pub fn to_servers(
    records: &dyn Records,
    account: &Entity,
    signer: Option<PublicKey>,
) -> Result<Option<String>, TrustError> {
    let operator = trust::operator_of(records, account)?;
    let body = &trust::claims::<Operator>(&operator)?.into_claims().body;
    let is_signed_here = match &signer {
        Some(signer) => records.key(signer)?.is_some_and(|key| key.sealed.is_some()),
        None => false,
    };
    let has_servers = !body.operator_service_urls.is_empty()
        || (!body.account_server_url.is_empty()
            && (is_signed_here || !is_url(&body.account_server_url)));
    Ok((signer.is_some() && has_servers).then(|| for_servers(account)))
}

/// What comes next once an account was deleted.
pub struct AfterDeletion {
    /// What has servers delete it, too, where the operator says where they are. It names that account alone: nobody has to say
    /// yes to it again.
    pub removal: Option<String>,
    /// The account in which servers are asked, where there is one.
    system: Option<String>,
}

impl AfterDeletion {
    /// Of an account that is in the store still.
    pub fn of(records: &dyn Records, account: &Entity) -> Result<Self, TrustError> {
        let operator = trust::operator_of(records, account)?;
        let body = &trust::claims::<Operator>(&operator)?.into_claims().body;
        let url = &body.account_server_url;
        let has_servers = match url.as_str() {
            "" => !body.operator_service_urls.is_empty(),
            // Account servers delete nothing.
            url => !is_url(url),
        };
        let removal = format!("nkeep push --account-removal {}", account.key);
        let system = trust::system_account(records, &operator).ok();
        Ok(Self {
            removal: (has_servers && cfg!(feature = "net")).then_some(removal),
            system: system.map(|account| account.name.to_string()),
        })
    }

    /// Says what has servers delete it, or what is left.
    pub fn say(&self, ctx: &Ctx) {
        let why = "has servers delete it, too: those that were started with --allow-delete";
        match &self.removal {
            Some(removal) => ctx.next(&noted(removal, why)),
            None => ctx.next("nkeep list accounts"),
        }
    }

    /// Says how servers that do not delete it are given its last token.
    pub fn give(&self, ctx: &Ctx, file: &Path) {
        let (Some(_), Some(system)) = (&self.removal, &self.system) else {
            return;
        };
        let request = format!(
            "nkeep tool req '$SYS.REQ.CLAIMS.UPDATE' \"$(cat {})\" -a {}",
            shell_word(&file.to_string_lossy()),
            shell_word(system)
        );
        let why = "within a minute, shuts its users out wherever it is not deleted";
        ctx.next(&noted(request, why));
    }
}

/// What a command must be told of the place, and is not. Which commands take what is told by the arguments that they share.
fn missing(words: &[String], place: &Place) -> String {
    let (leaf, words) = leaf_of(words);
    if has(words, "help", None) {
        return String::new();
    }
    let takes = |group| takes(&leaf, group);
    let mut missing = String::new();
    if let Some(account) = &place.account
        && (takes("InAccount") || takes("ListedIn"))
        && !has(words, "account", Some('a'))
    {
        missing.push_str(&format!(" -a {}", shell_word(account.as_str())));
    }
    let Some(operator) = &place.operator else {
        return missing;
    };
    let operator = shell_word(operator.as_str());
    let is_list = takes("ListedUnder");
    if is_list || takes("UnderOperator") {
        if !has(words, "operator", is_list.then_some('o')) && !has(words, "operators", None) {
            missing.push_str(&format!(" --operator {operator}"));
        }
    } else if leaf.get_name() == "operator" && takes("Wanted") {
        let is_named = words.first().is_some_and(|word| !word.starts_with('-'));
        if !is_named && !has(words, "name", Some('n')) {
            missing.push_str(&format!(" -n {operator}"));
        }
    }
    missing
}

/// What a command that talks to servers must be told of them, and is not.
fn unsaid(words: &[String], said: &[Said]) -> String {
    let (leaf, words) = leaf_of(words);
    if said.is_empty() || !takes(&leaf, "ServerArgs") {
        return String::new();
    }
    // To account servers accounts are pushed, and pulled from there.
    let is_for_all = ["push", "pull"].contains(&leaf.get_name());
    let is_of_nats = |value: &Option<String>| !value.as_ref().is_some_and(|url| is_url(url));
    let mut unsaid = String::new();
    for (long, short, value) in said {
        // One who connects is enough.
        let is_another = *long == "creds" && has(words, "system-user", None);
        if has(words, long, *short) || is_another || !(is_for_all || is_of_nats(value)) {
            continue;
        }
        match short {
            Some(short) => unsaid.push_str(&format!(" -{short}")),
            None => unsaid.push_str(&format!(" --{long}")),
        }
        if let Some(value) = value {
            unsaid.push_str(&format!(" {}", shell_word(value)));
        }
    }
    unsaid
}

/// The command that those words call, and the words behind its name.
fn leaf_of(words: &[String]) -> (clap::Command, &[String]) {
    let mut leaf = whole();
    let mut depth = 0;
    for word in words {
        let Some(inner) = leaf.find_subcommand(word).cloned() else {
            break;
        };
        leaf = inner;
        depth += 1;
    }
    (leaf, &words[depth..])
}

fn takes(leaf: &clap::Command, group: &str) -> bool {
    leaf.get_groups().any(|have| have.get_id() == group)
}

/// Whether a flag is among the words.
fn has(words: &[String], long: &str, short: Option<char>) -> bool {
    words.iter().any(|word| {
        let name = word.split('=').next().unwrap_or_default();
        name.strip_prefix("--") == Some(long)
            || short.is_some_and(|short| *word == format!("-{short}"))
    })
}

/// The command, and what a shell takes for a comment behind it.
fn without_comment(text: &str) -> (&str, Option<&str>) {
    let mut quoted = false;
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        match character {
            '\'' if quoted || before != '\\' => quoted = !quoted,
            '#' if !quoted && before == ' ' => {
                return (text[..at].trim_end(), Some(text[at + 1..].trim_start()));
            }
            _ => {}
        }
        before = character;
    }
    (text, None)
}

/// The words of a command, as [`shell_word`] writes them.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = None;
    let mut characters = text.chars();
    let mut quoted = false;
    while let Some(character) = characters.next() {
        match character {
            '\'' => {
                quoted = !quoted;
                word.get_or_insert_with(String::new);
            }
            '\\' if !quoted => word
                .get_or_insert_with(String::new)
                .extend(characters.next()),
            ' ' if !quoted => words.extend(word.take()),
            character => word.get_or_insert_with(String::new).push(character),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::{missing, without_comment, words};
    use crate::text::shell_word;
    use crate::trust::Place;

    fn place() -> Place {
        Place {
            operator: Some("TWO".parse().unwrap()),
            account: Some("A B".parse().unwrap()),
        }
    }

    fn whole(command: &str) -> String {
        format!("{command}{}", missing(&words(command), &place()))
    }

    #[test]
    fn what_a_command_takes_is_named() {
        for (command, named) in [
            ("add user NAME", " -a 'A B' --operator TWO"),
            ("add user NAME -a C", " --operator TWO"),
            ("add user NAME --account=C --operator ONE", ""),
            ("list users", " -a 'A B' --operator TWO"),
            ("list users -o ONE", " -a 'A B'"),
            ("edit account C --force", " --operator TWO"),
            ("describe operator --raw", " -n TWO"),
            ("describe operator ONE --raw", ""),
            ("edit operator --sk generate", " --operator TWO"),
            ("reissue operator --force", " -n TWO"),
            ("edit account --help", ""),
            // Here the flags choose among keys, and say nothing of where.
            ("list keys", ""),
            ("export keys --operator", ""),
            ("store info", ""),
        ] {
            assert_eq!(whole(command), format!("{command}{named}"));
        }
    }

    #[test]
    fn a_name_is_no_flag() {
        let hostile = shell_word("a --operator ONE # '");
        let command = format!("edit account {hostile} --force");
        assert_eq!(words(&command)[2], "a --operator ONE # '");
        assert_eq!(whole(&command), format!("{command} --operator TWO"));
        assert_eq!(without_comment(&command), (&*command, None));
        let text = format!("{command}  # why");
        assert_eq!(without_comment(&text), (&*command, Some("why")));
    }
}
