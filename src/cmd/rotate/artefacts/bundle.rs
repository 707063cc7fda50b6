//! A bundle: files, the order in which they are applied, and what says which they are.

use std::fmt::Write as _;

use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::Step;
use super::wanted::What;
use crate::rotation::Rotation;
use crate::rotation::artefacts::Set;
use crate::rotation::evidence::sha256;

/// What says what a bundle is.
pub const MANIFEST: &str = "bundle.json";

/// A file of a bundle.
pub struct File {
    /// Where, seen from the folder of the bundle.
    pub path: String,
    pub what: What,
    /// Whether a seed is in it.
    pub is_secret: bool,
    pub text: Zeroizing<String>,
}

impl File {
    fn sha256(&self) -> String {
        sha256(self.text.as_bytes())
    }
}

/// What could not be made, or was not to be.
pub struct Left {
    pub what: &'static str,
    pub why: String,
}

/// One way: on, or back.
pub struct Going {
    pub files: Vec<File>,
    pub steps: Vec<Step>,
    pub left_out: Vec<Left>,
}

impl Going {
    /// A file, and what is done with it.
    pub fn add(&mut self, (file, step): (File, Step)) {
        self.files.push(file);
        self.steps.push(step);
    }

    fn document(&self) -> Value {
        let files = self.files.iter().map(|file| {
            json!({
                "path": file.path,
                "as": file.what.name(),
                "sha256": file.sha256(),
                "secret": file.is_secret,
            })
        });
        let steps = self.steps.iter();
        let left = self.left_out.iter();
        json!({
            "files": files.collect::<Vec<_>>(),
            "steps": steps.map(|step| json!({ "do": step.what, "command": step.command })).collect::<Vec<_>>(),
            "left_out": left.map(|left| json!({ "as": left.what, "why": left.why })).collect::<Vec<_>>(),
        })
    }
}

/// All that is written to one folder.
pub struct Bundle<'a> {
    rotation: &'a Rotation,
    phase: Option<&'static str>,
    onward: Going,
    /// The phase that it leads back to, or why there is no way.
    back: Result<(Option<&'static str>, Going), String>,
}

impl<'a> Bundle<'a> {
    /// Of a phase.
    pub fn of(
        rotation: &'a Rotation,
        set: &Set,
        onward: Going,
        back: Result<(Option<&'static str>, Going), String>,
    ) -> Self {
        Self {
            rotation,
            phase: set.phase,
            onward,
            back,
        }
    }

    /// Every file.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        let back = self.back.iter().flat_map(|(_, going)| &going.files);
        self.onward.files.iter().chain(back)
    }

    /// SHA-256 over what `sha256sum` prints of the files, in the order of their names.
    pub fn state(&self) -> String {
        let mut lines: Vec<(&str, String)> = self
            .files()
            .map(|file| (&*file.path, file.sha256()))
            .collect();
        lines.sort_unstable();
        let mut text = String::new();
        for (path, sha256) in lines {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{sha256}  {path}");
        }
        sha256(text.as_bytes())
    }

    /// As scripts and reviewers read it. There is no time in it: the same again is the same.
    pub fn document(&self) -> Value {
        let rotation = self.rotation;
        let mut document = json!({
            "kind": "bundle",
            "rotation": rotation.id,
            "rotates": rotation.kind.name(),
            "what": rotation.what,
            "phase": self.phase,
            "state": self.state(),
            "keys": { "operator": rotation.operator, "old": rotation.old, "new": rotation.new },
        });
        if let (Value::Object(fields), Value::Object(going)) =
            (&mut document, self.onward.document())
        {
            fields.extend(going);
        }
        document["rollback"] = match &self.back {
            Ok((to, going)) => {
                let mut back = going.document();
                back["phase"] = json!(to);
                back
            }
            Err(why) => json!({ "none": why }),
        };
        document
    }

    /// What is not in it, in sentences.
    pub fn left_out(&self) -> Vec<String> {
        let left = self.onward.left_out.iter();
        left.map(|left| format!("left out: {}: {}", left.what, left.why))
            .collect()
    }

    /// What is done with it, for people.
    pub fn text(&self) -> String {
        let mut text = String::new();
        numbered(&mut text, &self.onward.steps);
        match &self.back {
            Ok((_, going)) => {
                text.push_str("\nto go back:\n");
                numbered(&mut text, &going.steps);
            }
            Err(why) => {
                let _ = writeln!(text, "\nthere is no way back: {}", crate::ui::shown(why));
            }
        }
        text
    }
}

fn numbered(text: &mut String, steps: &[Step]) {
    for (number, step) in steps.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}. {}", number + 1, step.what);
        if let Some(command) = &step.command {
            let _ = writeln!(text, "   {command}");
        }
    }
}
