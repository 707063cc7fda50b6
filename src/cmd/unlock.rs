//! `nkeep unlock`.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::json;
use zeroize::Zeroizing;

use super::Ctx;
use super::agent::{Length, fits};
use super::example::Example;
use crate::agent::Policy;
use crate::cmd::words::argument::granted_class;
use crate::store::age::Identity;
use crate::store::class::Class;
use crate::store::{Store as _, StoreError};
use crate::text::noted;
use crate::ui::{ExitCode, Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Type the passphrase once, and work for a while",
    line: "nkeep unlock",
}];

/// Keep the store open for a while; nkeep lock ends it
///
/// Starts an agent that keeps the identity in memory and signs for you: 5 minutes after the last request, and 30 minutes
/// at most. It gives out no seed but users', and never opens root keys. `nkeep lock` ends it at once.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// End after so long without a request, such as 5m
    #[arg(long, value_name = "LENGTH")]
    idle: Option<Length>,
    /// End after so long in any case, such as 30m
    #[arg(long, value_name = "LENGTH")]
    max: Option<Length>,
    /// Class of keys to sign with; all but root when none is named
    #[arg(long, value_parser = granted_class)]
    class: Vec<Class>,
}

impl Args {
    fn policy(&self) -> Result<Policy, Failure> {
        let mut policy = Policy::default();
        if self.class.contains(&Class::Root) {
            return Err(Failure::usage("an agent never opens root keys"));
        }
        if !self.class.is_empty() {
            policy.classes.clone_from(&self.class);
        }
        policy.most = self.max.map_or(policy.most, |length| length.0);
        policy.idle = self
            .idle
            .map_or(policy.idle.min(policy.most), |length| length.0);
        fits(policy.idle, policy.most)?;
        Ok(policy)
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut policy = args.policy()?;
    let mut store = ctx.open_store()?;
    let identities = ctx.identities(&mut store)?;
    if identities.iter().any(Identity::asks) {
        return Err(Failure::usage(
            "an agent holds no identity of a plugin: the key stays where it is, and its plugin is asked each time",
        ));
    }
    let socket = ctx.agent_socket(&mut store)?;
    let id = store.read(|records| Ok::<_, StoreError>(records.store_id().to_owned()))?;
    if let Some(agent) = ctx.agent(&mut store)? {
        agent.lock().context("cannot end the agent that is there")?;
    }
    let set = store.read(|records| Ok::<_, StoreError>(records.recipients().clone()))?;
    // No more is promised than the identity opens.
    policy.classes.retain(|class| {
        let recipients = set.of(*class);
        identities.iter().any(|identity| {
            recipients
                .iter()
                .any(|recipient| identity.may_open(recipient))
        })
    });
    if policy.classes.is_empty() {
        return Err(StoreError::Locked {
            class: args.class.first().copied().unwrap_or(Class::Other),
        }
        .into());
    }
    start(&policy, &id, &socket, &identities)?;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "agent",
            "store": store.path(),
            "socket": socket,
            "idle_seconds": policy.idle.as_secs(),
            "max_seconds": policy.most.as_secs(),
            "classes": policy.classes.iter().map(|class| class.name()).collect::<Vec<_>>(),
        }));
    }
    ctx.ui.note(&format!(
        "unlocked until {} pass without a request, {} at most",
        spoken(policy.idle),
        spoken(policy.most),
    ));
    ctx.next(&noted("nkeep lock", "ends it sooner"));
    Ok(())
}

/// Starts the agent, and waits until it is ready.
fn start(policy: &Policy, id: &str, socket: &Path, identities: &[Identity]) -> Result<(), Failure> {
    let mut child = Command::new(std::env::current_exe()?)
        .args([
            "agent",
            "serve",
            "--id",
            id,
            "--classes",
            &policy.class_names(),
        ])
        .args(["--idle", &policy.idle.as_secs().to_string()])
        .args(["--max", &policy.most.as_secs().to_string()])
        .arg("--socket")
        .arg(socket)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .current_dir("/")
        .spawn()
        .context("cannot start the agent")?;
    if let Some(mut pipe) = child.stdin.take() {
        for identity in identities {
            let mut line = Zeroizing::new(String::with_capacity(80));
            line.push_str(&identity.expose());
            line.push('\n');
            pipe.write_all(line.as_bytes())?;
        }
    }
    let mut answer = String::new();
    if let Some(pipe) = child.stdout.take() {
        BufReader::new(pipe).read_line(&mut answer)?;
    }
    if answer != "ready\n" {
        let mut why = String::new();
        if let Some(pipe) = child.stderr.take() {
            pipe.take(4096).read_to_string(&mut why)?;
        }
        return Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!(
                "the agent does not come up at {}: {}",
                socket.display(),
                why.trim().trim_start_matches("nkeep: error: ")
            ),
        ));
    }
    Ok(())
}

/// A length as people say it.
fn spoken(length: std::time::Duration) -> String {
    let seconds = length.as_secs();
    match (seconds / 60, seconds % 60) {
        (minutes, 0) if minutes > 0 => format!("{minutes} minutes"),
        _ => format!("{seconds} seconds"),
    }
}
