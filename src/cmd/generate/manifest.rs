//! What every command that writes manifests has: where an object stands, what is said of it, in which form it goes out, and
//! that all of it is built and checked before the first byte is written.

use std::collections::BTreeMap;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::started::started_with;
use crate::cmd::Ctx;
use crate::cmd::files::output::{
    Existing, OutputFile, may_show_secret, secret_document, secret_file,
};
use crate::cmd::words::naming::UnderOperator;
use crate::emit::estate::Estate;
use crate::emit::manifest::name::{DataKey, LabelValue, MetadataKey, Namespace, ObjectName};
use crate::emit::manifest::{Data, Metadata, Naming, Object};
use crate::emit::yaml::{Node, stream};
use crate::masking::holds_secret;
use crate::rotation::RotationError;
use crate::store::Store as _;
use crate::store::keyring::Keyring;
use crate::text::{noted, shell_word};
use crate::trust::TrustError;
use crate::trust::served::Served;
use crate::ui::{Failure, Hinted as _, called_with};

/// Who made an object, and the beginning of what is said of it.
const NKEEP: &str = "nkeep";

/// Where objects stand.
#[derive(clap::Args, Clone, Debug)]
pub struct Place {
    /// Namespace
    #[arg(long, short = 'n', value_name = "NAMESPACE")]
    namespace: Option<Namespace>,
    /// Name none: kustomize, or kubectl -n, does
    #[arg(long, conflicts_with = "namespace")]
    no_namespace: bool,
}

impl Place {
    /// The namespace.
    pub const fn namespace(&self) -> Option<&Namespace> {
        self.namespace.as_ref()
    }

    /// Whether it is said where they stand, or that somebody else says it.
    pub const fn is_said(&self) -> bool {
        self.namespace.is_some() || self.no_namespace
    }

    /// Refuses to leave it to whatever kubectl is set to.
    pub fn must_be_said(&self) -> Result<(), Failure> {
        if self.is_said() {
            return Ok(());
        }
        Err(Failure::usage("no namespace is named"))
            .hint(noted(
                called_with("--no-namespace"),
                "where kustomize or kubectl -n names it",
            ))
            .hint(called_with("--namespace NAMESPACE"))
    }

    /// As kubectl takes it.
    pub fn flag(&self) -> String {
        self.namespace
            .as_ref()
            .map_or_else(String::new, |namespace| format!(" -n {namespace}"))
    }
}

/// What is said of objects.
#[derive(clap::Args, Clone, Debug, Default)]
#[command(next_help_heading = "Metadata")]
pub struct About {
    /// Another label, or another value of one
    #[arg(long, value_name = "KEY=VALUE", value_parser = label)]
    label: Vec<(MetadataKey, LabelValue)>,
    /// Another annotation
    #[arg(long, value_name = "KEY=TEXT", value_parser = annotation)]
    annotation: Vec<(MetadataKey, String)>,
    /// Let nobody change it in place; this is the default where its name comes from its content
    #[arg(long, conflicts_with = "mutable")]
    immutable: bool,
    /// Let it be changed in place
    #[arg(long)]
    mutable: bool,
    /// Label it as one of several versions, by what it is made of or by that name, and say how the others are removed
    #[arg(long, value_name = "NAME", num_args = 0..=1, require_equals = true)]
    prune_label: Option<Option<LabelValue>>,
}

impl About {
    /// Refuses to tell versions of what has a name of its own.
    pub fn must_not_prune(&self) -> Result<(), Failure> {
        if self.prune_label.is_none() {
            return Ok(());
        }
        Err(Failure::usage(
            "an object with a name of its own has no other versions: --prune-label is for those that their content names",
        ))
        .hint("leave --prune-label out")
    }
}

/// How an object is called.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Called {
    /// Name of the object; else its content names it, so that what changed is another object and the old one can be gone back
    /// to
    #[arg(long, value_name = "NAME")]
    name: Option<ObjectName>,
}

impl Called {
    /// By what is in it, after that beginning, where nobody says otherwise.
    pub fn naming(&self, base: impl Into<String>) -> Naming {
        self.name
            .clone()
            .map_or_else(|| Naming::Addressed(base.into()), Naming::Fixed)
    }
}

/// Where it goes, and of which operator it is.
#[derive(clap::Args, Clone, Debug)]
pub struct Going {
    #[command(flatten)]
    pub operator: UnderOperator,
    #[command(flatten)]
    output: OutputFile,
    /// Show secrets on a terminal, or in JSON
    #[arg(long)]
    reveal: bool,
}

impl Going {
    /// Looks at the estate, with what opens its keys where that is needed.
    pub fn of_estate<T>(
        &self,
        ctx: &Ctx,
        opens: bool,
        look: impl FnOnce(&Estate<'_>) -> Result<T, TrustError>,
    ) -> Result<T, Failure> {
        let mut store = ctx.open_store()?;
        let keyring: Box<dyn Keyring> = if opens {
            ctx.keyring(&mut store)?
        } else {
            Box::new(Vec::new())
        };
        let found = store.read(|records| {
            let operator = self.operator.find(ctx, records)?;
            Ok::<_, RotationError>(look(&Estate {
                records,
                keyring: &*keyring,
                operators: started_with(records, operator.clone())?,
                operator: Served::of(operator)?,
                now: ctx.clock.now(),
            })?)
        });
        Ok(found?)
    }

    /// What becomes of files that are there.
    pub const fn existing(&self) -> Existing {
        self.output.existing()
    }

    /// The file that it goes to, when one is named.
    pub fn path(&self) -> Option<&Path> {
        self.output.path()
    }

    /// Refuses a terminal, before any key is opened.
    pub fn may_go(&self, ctx: &Ctx, secret: bool) -> Result<(), Failure> {
        if !secret || self.output.path().is_some() {
            return Ok(());
        }
        may_show_secret(ctx, self.reveal, &called_with("-o secret.yaml"))
    }

    /// Writes manifests that are whole and checked.
    pub fn write(&self, ctx: &Ctx, documents: &[Node]) -> Result<(), Failure> {
        self.put(ctx, documents)?;
        if let Some(path) = self.output.path() {
            ctx.say_selected();
            let file = shell_word(&path.to_string_lossy());
            ctx.ui.note(&noted(
                format!("next: kubectl apply --server-side -f {file}"),
                "else a copy of every Secret stays in an annotation",
            ));
        }
        Ok(())
    }

    /// Writes what is no manifest: of it, there is one document.
    pub fn put_bare(&self, ctx: &Ctx, document: Node) -> Result<(), Failure> {
        if self.output.path().is_none() && ctx.ui.json() {
            return ctx.ui.document(&document);
        }
        self.put(ctx, &[document])
    }

    /// Writes documents.
    fn put(&self, ctx: &Ctx, documents: &[Node]) -> Result<(), Failure> {
        if let Some(path) = self.output.path() {
            let text = stream(documents);
            secret_file(ctx, path, text.as_bytes(), self.output.existing())?;
            ctx.ui.note(&format!("wrote {}", path.display()));
            return Ok(());
        }
        if ctx.ui.json() {
            return secret_document(ctx, &List::of(documents));
        }
        ctx.ui.text(&stream(documents))
    }
}

/// Documents as kubectl reads them in JSON.
#[derive(serde::Serialize)]
struct List<'a> {
    #[serde(rename = "apiVersion")]
    version: &'static str,
    kind: &'static str,
    items: &'a [Node],
}

impl<'a> List<'a> {
    const fn of(items: &'a [Node]) -> Self {
        Self {
            version: "v1",
            kind: "List",
            items,
        }
    }
}

/// An object that is yet to get its name and what is said of it.
pub struct Draft {
    /// What it is for, in a label.
    pub component: &'static str,
    /// How it is called.
    pub naming: Naming,
    /// What is in it.
    pub data: Data,
    /// What is said of it, in annotations.
    pub about: Vec<(&'static str, String)>,
    /// Labels that whoever reads it looks for.
    pub labels: Vec<(&'static str, String)>,
    /// Of what it is one version: what stays while its content changes; nothing where that is not known.
    pub lineage: Vec<String>,
    /// Whether it is changed in place by whoever reads it, and is neither immutable nor one version of several.
    pub lives: bool,
}

impl Draft {
    /// Of a component, with nothing in it yet.
    pub fn new(component: &'static str, naming: Naming) -> Self {
        Self {
            component,
            naming,
            data: Data::default(),
            about: Vec::new(),
            labels: Vec::new(),
            lineage: Vec::new(),
            lives: false,
        }
    }

    /// The object.
    pub fn object(self, place: &Place, about: &About) -> Result<Object, Failure> {
        if !self.naming.is_addressed() {
            about.must_not_prune()?;
        }
        if self.lives && about.immutable {
            return Err(Failure::usage(
                "whoever reads it finds it by its name, and changes it: it cannot be immutable",
            ))
            .hint("leave --immutable out");
        }
        let mut metadata = self.metadata(place, about)?;
        if let Some(given) = &about.prune_label {
            let set = match given {
                Some(given) => format!("{given}-{}", self.component),
                None => self.set()?,
            };
            metadata.labels.insert(parsed(SET)?, parsed(&set)?);
            let version = self.data.version();
            metadata.labels.insert(parsed(VERSION)?, parsed(&version)?);
        }
        let immutable =
            !self.lives && (about.immutable || (self.naming.is_addressed() && !about.mutable));
        Ok(Object {
            metadata,
            data: self.data,
            immutable,
        })
    }

    /// What all versions of it share, and no other object has.
    fn set(&self) -> Result<String, Failure> {
        if self.lineage.is_empty() {
            return Err(Failure::usage(
                "of what this is a version is not known, and is to be said",
            ))
            .hint("give it a name: --prune-label=NAME");
        }
        // What has other keys is another thing, and so is what was asked for in another way.
        let keys = self.data.parts().map(|part| part.key.as_str());
        let lineage: Vec<&str> = self
            .lineage
            .iter()
            .map(String::as_str)
            .chain(keys)
            .collect();
        let digest = digest(&format!("{}\n{}", self.component, lineage.join("\n")));
        let base = ObjectName::made_of(self.naming.base(), self.component);
        Ok(format!("{base}-{}", &digest[..8]))
    }

    /// What it is called and what is said of it.
    pub fn metadata(&self, place: &Place, about: &About) -> Result<Metadata, Failure> {
        let version = self.data.version();
        let name = self.naming.name(&version)?;
        let mut labels = BTreeMap::new();
        let own = [
            ("app.kubernetes.io/name", "nats".to_owned()),
            ("app.kubernetes.io/component", self.component.to_owned()),
            ("app.kubernetes.io/managed-by", NKEEP.to_owned()),
        ];
        for (key, value) in own.into_iter().chain(self.labels.iter().cloned()) {
            labels.insert(parsed(key)?, parsed(&value)?);
        }
        let needed = |key: &MetadataKey| self.labels.iter().any(|(own, _)| *own == key.as_str());
        if let Some((key, _)) = about.label.iter().find(|(key, _)| needed(key)) {
            return Err(Failure::usage(format!(
                "the label {key} is what whoever reads the object looks for"
            )))
            .hint("leave it out");
        }
        labels.extend(about.label.iter().cloned());
        let mut annotations = BTreeMap::new();
        for (key, text) in &self.about {
            annotations.insert(parsed(&format!("{NKEEP}/{key}"))?, text.clone());
        }
        annotations.extend(about.annotation.iter().cloned());
        let size: usize = annotations
            .iter()
            .map(|(key, text)| key.as_str().len() + text.len())
            .sum();
        if size > ANNOTATIONS {
            return Err(Failure::usage(format!(
                "the annotations have {size} bytes, and Kubernetes takes at most {ANNOTATIONS}"
            )));
        }
        Ok(Metadata {
            name,
            namespace: place.namespace().cloned(),
            labels,
            annotations,
        })
    }
}

/// Kubernetes refuses more in the annotations of one object.
const ANNOTATIONS: usize = 256 << 10;
/// The label of all versions of an object.
const SET: &str = "nkeep/set";
/// The label of one of them.
const VERSION: &str = "nkeep/version";

/// A name of ours.
pub fn parsed<T: std::str::FromStr<Err = String>>(text: &str) -> Result<T, Failure> {
    text.parse()
        .map_err(|reason| Failure::usage(format!("\"{text}\" cannot be used: {reason}")))
}

/// A key of ours, under which something stands in a Secret.
pub fn data_key(text: &'static str) -> Result<DataKey, TrustError> {
    text.parse()
        .map_err(|reason| TrustError::refused(format!("{text}: {reason}"), "nkeep --help"))
}

/// The digest of what somebody reads, by which pods know that it changed.
pub fn digest(text: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}

fn label(text: &str) -> Result<(MetadataKey, LabelValue), String> {
    let (key, value) = pair(text)?;
    Ok((key_of_theirs(key)?, value.parse()?))
}

/// A key that is not ours, nor one by which nauth finds its own Secrets: another that has it hides them.
fn key_of_theirs(text: &str) -> Result<MetadataKey, String> {
    let prefix = text.split_once('/').map_or("", |(prefix, _)| prefix);
    if prefix == NKEEP || prefix == "nauth.io" || prefix.ends_with(".nauth.io") {
        return Err(format!(
            "what begins with {prefix}/ is written by whoever it is of"
        ));
    }
    text.parse()
}

fn annotation(text: &str) -> Result<(MetadataKey, String), String> {
    let (key, value) = pair(text)?;
    if holds_secret(value) {
        return Err("it holds a seed or an identity, which everybody could read".to_owned());
    }
    Ok((key_of_theirs(key)?, value.to_owned()))
}

fn pair(text: &str) -> Result<(&str, &str), String> {
    text.split_once('=')
        .ok_or_else(|| "it is no KEY=VALUE".to_owned())
}

/// Says how older versions of objects of that kind are removed.
pub fn pruned<'a>(
    ctx: &Ctx,
    place: &Place,
    kind: &str,
    objects: impl IntoIterator<Item = &'a Object>,
) {
    for object in objects {
        let label = |wanted: &str| {
            let mut labels = object.metadata.labels.iter();
            labels.find(|(key, _)| key.as_str() == wanted)
        };
        if let (Some((_, set)), Some((_, version))) = (label(SET), label(VERSION)) {
            ctx.ui.note(&format!(
                "when nothing names the others any more: kubectl delete {kind}{} -l '{SET}={set},{VERSION}!={version}'",
                place.flag()
            ));
        }
    }
}
