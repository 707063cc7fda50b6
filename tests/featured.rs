//! What takes a feature that is off by default, and what such builds do otherwise: few files, so that they are quickly built with
//! every feature.

#[allow(dead_code, reason = "the suite uses more of it")]
mod common;
#[cfg(all(unix, feature = "plugins"))]
#[path = "common/plugins.rs"]
mod fake_plugins;

mod features;
mod plugin_refusals;
mod plugins;
mod recovery;
mod ssh;
