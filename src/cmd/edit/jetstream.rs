//! What an account may use of JetStream, on the command line.

use crate::cmd::asking::Asking;
use crate::cmd::words::quantity::limit;
use crate::jwt::claims::{Account, AccountLimits, Claims, JetStreamLimits, NO_LIMIT};
use crate::text::{noted, quoted, shell_word};
use crate::trust::TrustError;
use crate::ui::Failure;

/// What is changed in it.
#[derive(clap::Args, Clone, Debug, Default, PartialEq)]
#[command(next_help_heading = "JetStream")]
pub struct JetStreamEdits {
    /// Number of replicas that the limits below are for; 0 is for any number
    #[arg(long, value_name = "REPLICAS", value_parser = replicas)]
    js_tier: Option<u32>,
    /// Most bytes in memory; -1 is no limit, 0 is none
    #[arg(long, alias = "mem-storage", value_name = "BYTES", allow_hyphen_values = true, value_parser = limit)]
    js_mem_storage: Option<i64>,
    /// Most bytes on disk; -1 is no limit, 0 is none
    #[arg(long, alias = "disk-storage", value_name = "BYTES", allow_hyphen_values = true, value_parser = limit)]
    js_disk_storage: Option<i64>,
    /// Most streams; -1 is no limit
    #[arg(long, alias = "streams", value_name = "COUNT", allow_hyphen_values = true, value_parser = limit)]
    js_streams: Option<i64>,
    /// Most consumers; -1 is no limit
    #[arg(long, alias = "consumer", value_name = "COUNT", allow_hyphen_values = true, value_parser = limit)]
    js_consumer: Option<i64>,
    /// Most bytes of one stream in memory; -1 is no limit
    #[arg(long, value_name = "BYTES", allow_hyphen_values = true, value_parser = limit)]
    js_max_mem_stream: Option<i64>,
    /// Most bytes of one stream on disk; -1 is no limit
    #[arg(long, value_name = "BYTES", allow_hyphen_values = true, value_parser = limit)]
    js_max_disk_stream: Option<i64>,
    /// Most messages that await acknowledgement; -1 is no limit
    #[arg(long, value_name = "COUNT", allow_hyphen_values = true, value_parser = limit)]
    js_max_ack_pending: Option<i64>,
    /// Streams must state their size
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    js_max_bytes_required: Option<bool>,
    /// Allow as much as there is, for that number of replicas; 0 is for any number
    #[arg(long, value_name = "REPLICAS", conflicts_with_all = SETTING, value_parser = replicas)]
    js_enable: Option<u32>,
    /// Take away the limits for that number of replicas; 0 is for any number
    #[arg(long, value_name = "REPLICAS", conflicts_with_all = SETTING, conflicts_with = "js_enable", value_parser = clap::value_parser!(u32).range(0..=99))]
    rm_js_tier: Option<u32>,
    /// Take away all of it
    #[arg(long, conflicts_with_all = SETTING, conflicts_with_all = ["js_enable", "rm_js_tier"])]
    js_disable: bool,
}

/// What -i asks of it.
pub fn ask(asking: &mut Asking<'_>, limits: &AccountLimits) -> Result<(), Failure> {
    if !asking.yes("Set what JetStream may use", false)? {
        return Ok(());
    }
    let is_tiered = !limits.tiered_limits.is_empty();
    let first = limits.tiered_limits.keys().next();
    let proposal = first.map_or("0", |tier| tier.trim_start_matches('R'));
    if is_tiered {
        asking.proposed(
            "js_tier",
            "Number of replicas that the limits are for",
            proposal,
        )?;
    } else {
        asking.text("js_tier", proposal)?;
    }
    let tier = asking.value("js_tier").filter(|tier| tier != "0");
    let of_tier = tier.map(|tier| limits.tiered_limits.get(&format!("R{tier}")));
    let present = match of_tier {
        Some(tier) => tier.map(|tier| tier.limits).unwrap_or_default(),
        None => limits.jetstream,
    };
    let mut is_used = false;
    for (id, number) in [
        ("js_mem_storage", present.mem_storage),
        ("js_disk_storage", present.disk_storage),
    ] {
        asking.text(id, &number.to_string())?;
        is_used |= asking.value(id).map_or(number != 0, |answer| answer != "0");
    }
    if !is_used {
        return Ok(());
    }
    for (id, number) in [
        ("js_streams", present.streams),
        ("js_consumer", present.consumer),
        ("js_max_mem_stream", present.mem_max_stream_bytes),
        ("js_max_disk_stream", present.disk_max_stream_bytes),
        ("js_max_ack_pending", present.max_ack_pending),
    ] {
        asking.text(id, &number.to_string())?;
    }
    asking
        .switch("js_max_bytes_required", present.max_bytes_required)
        .map(drop)
}

const SETTING: [&str; 9] = [
    "js_tier",
    "js_mem_storage",
    "js_disk_storage",
    "js_streams",
    "js_consumer",
    "js_max_mem_stream",
    "js_max_disk_stream",
    "js_max_ack_pending",
    "js_max_bytes_required",
];

impl JetStreamEdits {
    /// Changes what was asked for, and nothing else.
    pub fn apply(&self, claims: &mut Claims<Account>, is_system: bool) -> Result<(), TrustError> {
        if *self == Self::default() {
            return Ok(());
        }
        let account = claims.name.clone();
        let command = |verb: &str| format!("nkeep {verb} account {}", shell_word(&account));
        // What would change limits that nobody spoke of is no hint to be run as it stands.
        let look = |why: &str| noted(command("describe"), why);
        let limits = &mut claims.body.limits;
        if self.js_disable {
            limits.jetstream = JetStreamLimits::default();
            limits.tiered_limits.clear();
            return Ok(());
        }
        if let Some(tier) = self.rm_js_tier {
            return remove(limits, tier).map_err(|why| refused(&account, why, command("describe")));
        }
        if is_system {
            return Err(refused(
                &account,
                "it is the system account, which cannot use JetStream".to_owned(),
                format!("{} --js-disable", command("edit")),
            ));
        }
        let tier = self.js_enable.or(self.js_tier).unwrap_or_default();
        if tier == 0 && !limits.tiered_limits.is_empty() {
            return Err(refused(
                &account,
                format!(
                    "it has JetStream limits {}, and none for any number of replicas beside them",
                    present(limits)
                ),
                look("with --js-tier the limits are set for one of those"),
            ));
        }
        if tier > 0 && limits.jetstream != JetStreamLimits::default() {
            if is_used(&limits.jetstream) {
                return Err(refused(
                    &account,
                    "it has JetStream limits for any number of replicas, and none by number beside them"
                        .to_owned(),
                    look("--rm-js-tier 0 takes those away, and with them all of JetStream until others are set"),
                ));
            }
            // What nsc leaves behind with every edit: without storage it says nothing.
            limits.jetstream = JetStreamLimits::default();
        }
        let target = match tier {
            0 => &mut limits.jetstream,
            tier => &mut limits.tiered_limits.entry(name(tier)).or_default().limits,
        };
        if self.js_enable.is_none() {
            self.set(target);
        } else if is_used(target) {
            return Err(refused(
                &account,
                format!("JetStream is enabled already {}", of(tier)),
                look("--js-mem-storage and --js-disk-storage set how much"),
            ));
        } else {
            (target.mem_storage, target.disk_storage) = (NO_LIMIT, NO_LIMIT);
        }
        Ok(())
    }

    fn set(&self, limits: &mut JetStreamLimits) {
        if *limits == JetStreamLimits::default() {
            // Limits that begin here limit what is named, and nothing else.
            *limits = JetStreamLimits {
                streams: NO_LIMIT,
                consumer: NO_LIMIT,
                mem_max_stream_bytes: NO_LIMIT,
                disk_max_stream_bytes: NO_LIMIT,
                max_ack_pending: NO_LIMIT,
                ..JetStreamLimits::default()
            };
        }
        for (number, asked) in [
            (&mut limits.mem_storage, self.js_mem_storage),
            (&mut limits.disk_storage, self.js_disk_storage),
            (&mut limits.streams, self.js_streams),
            (&mut limits.consumer, self.js_consumer),
            (&mut limits.mem_max_stream_bytes, self.js_max_mem_stream),
            (&mut limits.disk_max_stream_bytes, self.js_max_disk_stream),
            (&mut limits.max_ack_pending, self.js_max_ack_pending),
        ] {
            *number = asked.unwrap_or(*number);
        }
        limits.max_bytes_required = self
            .js_max_bytes_required
            .unwrap_or(limits.max_bytes_required);
    }
}

/// Reads a number of replicas.
fn replicas(text: &str) -> Result<u32, String> {
    const MOST: u32 = 5;
    match text.parse() {
        Ok(tier @ 0..=MOST) => Ok(tier),
        Ok(_) => Err(format!(
            "servers make no stream of more than {MOST} replicas"
        )),
        Err(_) => Err(format!("it is no number from 0 to {MOST}")),
    }
}

fn remove(limits: &mut AccountLimits, tier: u32) -> Result<(), String> {
    let gone = match tier {
        0 => std::mem::take(&mut limits.jetstream) != JetStreamLimits::default(),
        tier => limits.tiered_limits.remove(&name(tier)).is_some(),
    };
    gone.then_some(()).ok_or_else(|| {
        format!(
            "it has no JetStream limits {}, but {}",
            of(tier),
            present(limits)
        )
    })
}

/// For which numbers of replicas there are limits.
fn present(limits: &AccountLimits) -> String {
    let tiers: Vec<&str> = limits.tiered_limits.keys().map(String::as_str).collect();
    match &*tiers {
        [] if is_used(&limits.jetstream) => of(0),
        [] => "none at all".to_owned(),
        tiers => format!("for {}", tiers.join(", ")),
    }
}

const fn is_used(limits: &JetStreamLimits) -> bool {
    limits.mem_storage != 0 || limits.disk_storage != 0
}

fn name(tier: u32) -> String {
    format!("R{tier}")
}

fn of(tier: u32) -> String {
    match tier {
        0 => "for any number of replicas".to_owned(),
        tier => format!("for {}", name(tier)),
    }
}

fn refused(account: &str, why: String, help: String) -> TrustError {
    TrustError::refused(format!("account {}: {why}", quoted(account)), help)
}
