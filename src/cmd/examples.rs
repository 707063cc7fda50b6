//! Examples of every command: shown in its help and its man page, and run by the tests.

use std::fmt::Write as _;

use super::example::Example;

/// The examples of each command, by its path without `nkeep`.
pub const ALL: &[(&str, &[Example])] = &[
    ("add account", super::add::account::EXAMPLES),
    ("add export", super::add::export::EXAMPLES),
    ("add import", super::add::import::EXAMPLES),
    ("add mapping", super::add::mapping::EXAMPLES),
    ("add operator", super::add::operator::EXAMPLES),
    ("add user", super::add::user::EXAMPLES),
    #[cfg(unix)]
    ("agent classes", super::agent::classes::EXAMPLES),
    #[cfg(unix)]
    ("agent status", super::agent::status::EXAMPLES),
    #[cfg(unix)]
    ("agent ttl", super::agent::ttl::EXAMPLES),
    ("audit checkpoint", super::audit::checkpoint::EXAMPLES),
    ("audit export", super::audit::export::EXAMPLES),
    ("audit log", super::audit::log::EXAMPLES),
    ("audit verify", super::audit::verify::EXAMPLES),
    ("ceremony rehearse", super::ceremony::rehearse::EXAMPLES),
    ("ceremony script", super::ceremony::script::EXAMPLES),
    (
        "ceremony transcript add",
        super::ceremony::transcript::add::EXAMPLES,
    ),
    (
        "ceremony transcript note",
        super::ceremony::transcript::note::EXAMPLES,
    ),
    (
        "ceremony transcript show",
        super::ceremony::transcript::show::EXAMPLES,
    ),
    (
        "ceremony transcript sign",
        super::ceremony::transcript::sign::EXAMPLES,
    ),
    (
        "ceremony transcript start",
        super::ceremony::transcript::start::EXAMPLES,
    ),
    (
        "ceremony transcript verify",
        super::ceremony::transcript::verify::EXAMPLES,
    ),
    ("ceremony approve", super::ceremony::approve::EXAMPLES),
    ("ceremony destroy", super::ceremony::destroy::EXAMPLES),
    ("ceremony drop", super::ceremony::drop::EXAMPLES),
    ("ceremony holder", super::ceremony::holder::EXAMPLES),
    ("ceremony import", super::ceremony::import::EXAMPLES),
    ("ceremony list", super::ceremony::list::EXAMPLES),
    (
        "ceremony policy set",
        super::ceremony::policy::set::EXAMPLES,
    ),
    (
        "ceremony policy show",
        super::ceremony::policy::show::EXAMPLES,
    ),
    ("ceremony request", super::ceremony::request::EXAMPLES),
    ("ceremony review", super::ceremony::review::EXAMPLES),
    ("ceremony run", super::ceremony::run::EXAMPLES),
    ("ceremony sign", super::ceremony::sign::EXAMPLES),
    (
        "ceremony split-store",
        super::ceremony::split_store::EXAMPLES,
    ),
    ("ceremony combine", super::ceremony::combine::EXAMPLES),
    ("ceremony compare", super::ceremony::compare::EXAMPLES),
    ("ceremony drill", super::ceremony::drill::EXAMPLES),
    ("ceremony paper", super::ceremony::paper::EXAMPLES),
    ("ceremony reshare", super::ceremony::reshare::EXAMPLES),
    ("ceremony restore", super::ceremony::restore::EXAMPLES),
    ("ceremony split", super::ceremony::split::EXAMPLES),
    ("completion", super::completion::EXAMPLES),
    ("delete account", super::delete::account::EXAMPLES),
    ("delete user", super::delete::user::EXAMPLES),
    ("delete export", super::delete::export::EXAMPLES),
    ("delete import", super::delete::import::EXAMPLES),
    ("delete mapping", super::delete::mapping::EXAMPLES),
    ("describe account", super::describe::account::EXAMPLES),
    ("describe jwt", super::describe::jwt::EXAMPLES),
    ("describe operator", super::describe::operator::EXAMPLES),
    ("describe user", super::describe::user::EXAMPLES),
    #[cfg(feature = "net")]
    ("diff", super::diff::EXAMPLES),
    ("doctor", super::doctor::EXAMPLES),
    ("edit authcallout", super::edit::authcallout::EXAMPLES),
    ("edit export", super::edit::export::EXAMPLES),
    ("edit account", super::edit::account::EXAMPLES),
    ("edit operator", super::edit::operator::EXAMPLES),
    ("edit signing-key", super::edit::signing_key::EXAMPLES),
    ("edit user", super::edit::user::EXAMPLES),
    ("env", super::env::EXAMPLES),
    ("expirations", super::expirations::EXAMPLES),
    ("export dir", super::export::dir::EXAMPLES),
    ("export keys", super::export::keys::EXAMPLES),
    ("export nsc", super::export::nsc::EXAMPLES),
    ("generate activation", super::generate::activation::EXAMPLES),
    ("generate config", super::generate::config::EXAMPLES),
    ("generate context", super::generate::context::EXAMPLES),
    ("generate creds", super::generate::creds::EXAMPLES),
    (
        "generate diagram component",
        super::generate::diagram::component::EXAMPLES,
    ),
    (
        "generate diagram object",
        super::generate::diagram::object::EXAMPLES,
    ),
    ("generate nkey", super::generate::nkey::EXAMPLES),
    ("generate profile", super::generate::profile::EXAMPLES),
    ("generate config-map", super::generate::config_map::EXAMPLES),
    (
        "generate helm-values",
        super::generate::helm_values::EXAMPLES,
    ),
    (
        "generate kustomization",
        super::generate::kustomization::EXAMPLES,
    ),
    ("generate nack", super::generate::nack::EXAMPLES),
    ("generate nauth", super::generate::nauth::EXAMPLES),
    (
        "generate secret operator-signing-key",
        super::generate::secret::operator_signing_key::EXAMPLES,
    ),
    (
        "generate secret sys-creds",
        super::generate::secret::sys_creds::EXAMPLES,
    ),
    (
        "generate secret user-creds",
        super::generate::secret::user_creds::EXAMPLES,
    ),
    (
        "generate secret account-keys",
        super::generate::secret::account_keys::EXAMPLES,
    ),
    (
        "generate secret xkey",
        super::generate::secret::xkey::EXAMPLES,
    ),
    (
        "generate secret text-key",
        super::generate::secret::text_key::EXAMPLES,
    ),
    (
        "generate secret pkcs8",
        super::generate::secret::pkcs8::EXAMPLES,
    ),
    (
        "generate secret oidc-trust",
        super::generate::secret::oidc_trust::EXAMPLES,
    ),
    (
        "generate secret wasmcloud",
        super::generate::secret::wasmcloud::EXAMPLES,
    ),
    (
        "generate secret nstance",
        super::generate::secret::nstance::EXAMPLES,
    ),
    (
        "generate secret items",
        super::generate::secret::items::EXAMPLES,
    ),
    ("import account", super::import::account::EXAMPLES),
    ("import dir", super::import::dir::EXAMPLES),
    ("import files", super::import::files::EXAMPLES),
    ("import keys", super::import::keys::EXAMPLES),
    ("import nsc", super::import::nsc::EXAMPLES),
    ("import user", super::import::user::EXAMPLES),
    ("init", super::init::EXAMPLES),
    ("list accounts", super::list::accounts::EXAMPLES),
    ("list keys", super::list::keys::EXAMPLES),
    ("list operators", super::list::operators::EXAMPLES),
    ("list users", super::list::users::EXAMPLES),
    #[cfg(feature = "net")]
    ("load", super::load::EXAMPLES),
    #[cfg(unix)]
    ("lock", super::lock::EXAMPLES),
    ("man", super::man::EXAMPLES),
    ("nkey gen", super::nkey::r#gen::EXAMPLES),
    ("nkey seal", super::nkey::seal::EXAMPLES),
    ("nkey show", super::nkey::show::EXAMPLES),
    ("nkey sign", super::nkey::sign::EXAMPLES),
    ("nkey unseal", super::nkey::unseal::EXAMPLES),
    ("nkey verify", super::nkey::verify::EXAMPLES),
    #[cfg(feature = "net")]
    ("pull", super::pull::EXAMPLES),
    #[cfg(feature = "net")]
    ("push", super::push::EXAMPLES),
    ("reissue operator", super::reissue::operator::EXAMPLES),
    ("rename account", super::rename::account::EXAMPLES),
    (
        "revocations add-activation",
        super::revocations::add_activation::EXAMPLES,
    ),
    (
        "revocations delete-activation",
        super::revocations::delete_activation::EXAMPLES,
    ),
    (
        "revocations list-activations",
        super::revocations::list_activations::EXAMPLES,
    ),
    (
        "revocations add-user",
        super::revocations::add_user::EXAMPLES,
    ),
    ("revocations compact", super::revocations::compact::EXAMPLES),
    (
        "revocations delete-user",
        super::revocations::delete_user::EXAMPLES,
    ),
    (
        "revocations list-users",
        super::revocations::list_users::EXAMPLES,
    ),
    ("rotate abort", super::rotate::abort::EXAMPLES),
    ("rotate artefacts", super::rotate::artefacts::EXAMPLES),
    ("rotate due", super::rotate::due::EXAMPLES),
    ("rotate emergency", super::rotate::emergency::EXAMPLES),
    #[cfg(feature = "net")]
    (
        "rotate evidence collect",
        super::rotate::evidence::collect::EXAMPLES,
    ),
    (
        "rotate evidence import",
        super::rotate::evidence::import::EXAMPLES,
    ),
    ("rotate list", super::rotate::list::EXAMPLES),
    ("rotate next", super::rotate::next::EXAMPLES),
    ("rotate plan", super::rotate::plan::EXAMPLES),
    ("rotate report", super::rotate::report::EXAMPLES),
    ("rotate rollback", super::rotate::rollback::EXAMPLES),
    ("rotate start", super::rotate::start::EXAMPLES),
    ("rotate status", super::rotate::status::EXAMPLES),
    ("select account", super::select::account::EXAMPLES),
    ("select operator", super::select::operator::EXAMPLES),
    (
        "store accept-rollback",
        super::store::accept_rollback::EXAMPLES,
    ),
    ("store backup", super::store::backup::EXAMPLES),
    ("store check", super::store::check::EXAMPLES),
    ("store compact", super::store::compact::EXAMPLES),
    ("store info", super::store::info::EXAMPLES),
    ("store init", super::store::init::EXAMPLES),
    ("store passphrase", super::store::passphrase::EXAMPLES),
    (
        "store recipients add",
        super::store::recipients::add::EXAMPLES,
    ),
    (
        "store recipients exports",
        super::store::recipients::exports::EXAMPLES,
    ),
    (
        "store recipients list",
        super::store::recipients::list::EXAMPLES,
    ),
    (
        "store recipients remove",
        super::store::recipients::remove::EXAMPLES,
    ),
    ("store rekey", super::store::rekey::EXAMPLES),
    ("store restore", super::store::restore::EXAMPLES),
    #[cfg(feature = "net")]
    ("tool pub", super::tool::r#pub::EXAMPLES),
    #[cfg(feature = "net")]
    ("tool reply", super::tool::reply::EXAMPLES),
    #[cfg(feature = "net")]
    ("tool req", super::tool::req::EXAMPLES),
    #[cfg(feature = "net")]
    ("tool rtt", super::tool::rtt::EXAMPLES),
    #[cfg(feature = "net")]
    ("tool sub", super::tool::sub::EXAMPLES),
    #[cfg(unix)]
    ("unlock", super::unlock::EXAMPLES),
    ("validate", super::validate::EXAMPLES),
    #[cfg(feature = "net")]
    ("verify", super::verify::EXAMPLES),
    ("version", super::version::EXAMPLES),
];

/// What takes away what is there: nobody who left a word out is handed an example of it, which names what exists.
const TAKES_AWAY: &[&str] = &[
    "ceremony destroy",
    "ceremony drop",
    "ceremony sign",
    "delete",
    "edit",
    "reissue",
    "rename",
    "revocations",
    "rotate",
    "store accept-rollback",
    "store recipients remove",
    "store rekey",
    "store restore",
];

/// The example of a command that can be handed to whoever left a word out, and typed as it stands.
pub fn to_type(command: &str) -> Option<&'static Example> {
    let (_, own) = ALL.iter().find(|(path, _)| *path == command)?;
    own.first().filter(|example| !takes_away(example.line))
}

/// Whether one of the commands in a line is of those.
fn takes_away(line: &str) -> bool {
    line.split("nkeep ").skip(1).any(|called| {
        TAKES_AWAY.iter().any(|path| {
            let rest = called.strip_prefix(path);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    })
}

/// The commands with their examples after their help.
pub(super) fn attached(root: clap::Command) -> clap::Command {
    ALL.iter().fold(root, |root, (path, examples)| {
        let words: Vec<&str> = path.split(' ').collect();
        attached_at(root, &words, &text_of(examples))
    })
}

fn attached_at(command: clap::Command, path: &[&str], text: &str) -> clap::Command {
    match path {
        [] => command.after_help(text.to_owned()),
        [first, rest @ ..] => {
            command.mut_subcommand(*first, |inner| attached_at(inner, rest, text))
        }
    }
}

fn text_of(examples: &[Example]) -> String {
    let mut text = String::from("Examples:");
    for Example { purpose, line } in examples {
        // Writing to a String cannot fail.
        let _ = write!(text, "\n  # {purpose}\n  {line}");
    }
    text
}
