//! What is written for others to read: other programs, and people who look at a picture. Nothing here signs, and nothing
//! knows of a terminal.

pub mod artefact;
pub mod config;
pub mod diagram;
pub mod estate;
pub mod manifest;
pub mod yaml;
