//! What takes a feature that is off by default, and what such builds do otherwise: few files, so that they are quickly built with
//! every feature.

mod common;

mod features;
mod plugin_refusals;
mod plugins;
mod recovery;
mod ssh;
