//! What NACK reads: an account, which says with which creds it is used. Where the key inside the Secret is not named, NACK
//! connects without creds and says nothing; so it always is.

use super::name::{DataKey, ObjectName};
use crate::emit::yaml::Node;

/// The group and version of its resources.
pub const VERSION: &str = "jetstream.nats.io/v1beta2";

/// What an Account says.
#[must_use]
pub fn account_spec(name: &str, servers: &[String], secret: &ObjectName, file: &DataKey) -> Node {
    let creds = Node::Map(Vec::new())
        .with("secret", Node::texts([("name", secret.as_str())]))
        .with("file", file.as_str());
    Node::texts([("name", name)])
        .with("servers", Node::list(servers.iter().map(String::as_str)))
        .with("creds", creds)
}
