//! Destinations of mappings: subjects with functions over the `*` tokens of the source, as the server's subject
//! transforms take them. What only servers from 2.12 on know (`left`, `right`, `random`, a partition without wildcards)
//! is taken too.

use super::{ANY_TAIL, check, has_tail, wildcard_count};

/// What makes one token of the destination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DestinationToken {
    /// The text itself.
    Text(String),
    /// `$1` or `{{wildcard(1)}}`: what that `*` matched.
    Wildcard(i64),
    /// `{{partition(buckets, 1, 2)}}`: a number below the first, from what those `*` matched.
    Partition {
        /// How many numbers there are.
        buckets: i64,
        /// Which `*` decide; none named means the whole subject.
        wildcards: Vec<i64>,
    },
    /// `{{random(buckets)}}`: a number below that.
    Random(i64),
    /// `{{splitFromLeft(1, 3)}}` and its kin: what that `*` matched, cut into tokens.
    Cut {
        /// Where the cut is made.
        cut: Cut,
        /// Which `*`.
        wildcard: i64,
        /// After how many bytes.
        size: i64,
    },
    /// `{{split(1, -)}}`: what that `*` matched, cut at every separator.
    Split {
        /// Which `*`.
        wildcard: i64,
        /// The separator.
        separator: String,
    },
}

/// How what a `*` matched is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Once, counted from the left.
    SplitFromLeft,
    /// Once, counted from the right.
    SplitFromRight,
    /// Into pieces, from the left.
    SliceFromLeft,
    /// Into pieces, from the right.
    SliceFromRight,
    /// Only so many bytes at the left are kept.
    Left,
    /// Only so many bytes at the right are kept.
    Right,
}

/// Why the server does not take a mapping.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DestinationError {
    /// Source or destination is no subject.
    #[error("{0:?} is not a subject that servers take")]
    Subject(String),
    /// A `*` in the destination.
    #[error(
        "a destination cannot have `*`; write {{{{wildcard(1)}}}} for what the first one matched"
    )]
    Wildcard,
    /// Only one of the two ends in `>`.
    #[error("source and destination must both end in `>`, or neither")]
    Tail,
    /// A function that the server does not know.
    #[error("{0:?} is an unknown mapping function")]
    UnknownFunction(String),
    /// Too few or too many arguments, or one that is not what it should be.
    #[error("{0:?} has arguments that do not fit")]
    Arguments(String),
    /// A reference to a `*` that the source does not have.
    #[error("{0:?} refers to a wildcard that the source does not have")]
    Reference(String),
}

/// A destination that servers take for its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination(Vec<DestinationToken>);

impl Destination {
    /// Reads the destination of a mapping from that source.
    pub fn parse(source: &str, destination: &str) -> Result<Self, DestinationError> {
        check(source).map_err(|_| DestinationError::Subject(source.to_owned()))?;
        if destination.split('.').any(str::is_empty) || tail_before_end(destination) {
            return Err(DestinationError::Subject(destination.to_owned()));
        }
        if wildcard_count(destination) > 0 {
            return Err(DestinationError::Wildcard);
        }
        if has_tail(source) != has_tail(destination) {
            return Err(DestinationError::Tail);
        }
        let wildcards = wildcard_count(source);
        destination
            .split('.')
            .map(|text| {
                let token = token(text)?;
                // Below 1 the server does not look: it would put a wrong token there, or stop.
                let exists = |index: &i64| {
                    usize::try_from(*index).is_ok_and(|index| (1..=wildcards).contains(&index))
                };
                if token.wildcards().iter().all(exists) {
                    Ok(token)
                } else {
                    Err(DestinationError::Reference(text.to_owned()))
                }
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// What makes each of its tokens.
    #[must_use]
    pub fn tokens(&self) -> &[DestinationToken] {
        &self.0
    }
}

impl DestinationToken {
    fn wildcards(&self) -> &[i64] {
        match self {
            Self::Text(_) | Self::Random(_) => &[],
            Self::Wildcard(wildcard)
            | Self::Cut { wildcard, .. }
            | Self::Split { wildcard, .. } => std::slice::from_ref(wildcard),
            Self::Partition { wildcards, .. } => wildcards,
        }
    }
}

fn tail_before_end(subject: &str) -> bool {
    let tokens = subject.split('.').count();
    subject
        .split('.')
        .take(tokens - 1)
        .any(|token| token == ANY_TAIL)
}

/// Reads one token. `$` before anything but a number is plain text to the server.
fn token(text: &str) -> Result<DestinationToken, DestinationError> {
    if let Some(wildcard) = super::local::reference(text) {
        return Ok(DestinationToken::Wildcard(wildcard));
    }
    let Some(call) = text
        .strip_prefix("{{")
        .and_then(|rest| rest.strip_suffix("}}"))
        .filter(|call| !call.is_empty())
    else {
        if text.contains([' ', '\t', '\n', '\x0c', '\r']) {
            return Err(DestinationError::Subject(text.to_owned()));
        }
        return Ok(DestinationToken::Text(text.to_owned()));
    };
    let unknown = || DestinationError::UnknownFunction(text.to_owned());
    let (name, arguments) = call
        .trim()
        .strip_suffix(')')
        .and_then(|call| call.split_once('('))
        .ok_or_else(unknown)?;
    let arguments: Vec<&str> = arguments.split(',').map(str::trim_start).collect();
    let function = function_named(name.trim_end()).ok_or_else(unknown)?;
    function(&arguments).ok_or_else(|| DestinationError::Arguments(text.to_owned()))
}

/// Reads the arguments of a function.
type Reader = fn(&[&str]) -> Option<DestinationToken>;

/// The function of that name. Servers take each word of a name with a capital or without, and no other case.
fn function_named(name: &str) -> Option<Reader> {
    let functions: [(&[&str], Reader); 10] = [
        (&["wildcard"], wildcard),
        (&["partition"], partition),
        (&["random"], random),
        (&["left"], |arguments| cut(Cut::Left, arguments)),
        (&["right"], |arguments| cut(Cut::Right, arguments)),
        (&["split", "from", "left"], |arguments| {
            cut(Cut::SplitFromLeft, arguments)
        }),
        (&["split", "from", "right"], |arguments| {
            cut(Cut::SplitFromRight, arguments)
        }),
        (&["slice", "from", "left"], |arguments| {
            cut(Cut::SliceFromLeft, arguments)
        }),
        (&["slice", "from", "right"], |arguments| {
            cut(Cut::SliceFromRight, arguments)
        }),
        (&["split"], split),
    ];
    functions
        .into_iter()
        .find(|(words, _)| is_name_of(name, words))
        .map(|(_, reader)| reader)
}

fn is_name_of(name: &str, words: &[&str]) -> bool {
    let mut rest = name;
    for word in words {
        let Some((head, tail)) = rest.split_at_checked(word.len()) else {
            return false;
        };
        if !head.eq_ignore_ascii_case(word) || head[1..] != word[1..] {
            return false;
        }
        rest = tail;
    }
    rest.is_empty()
}

fn integer(argument: &str) -> Option<i64> {
    argument.trim_matches(' ').parse().ok()
}

fn wildcard(arguments: &[&str]) -> Option<DestinationToken> {
    let [index] = arguments else { return None };
    Some(DestinationToken::Wildcard(integer(index)?))
}

/// How many numbers there are. The server divides by it, so 0 would stop it.
fn buckets(argument: &str) -> Option<i64> {
    integer(argument).filter(|buckets| (1..=i64::from(i32::MAX)).contains(buckets))
}

fn random(arguments: &[&str]) -> Option<DestinationToken> {
    let [argument] = arguments else { return None };
    Some(DestinationToken::Random(buckets(argument)?))
}

fn partition(arguments: &[&str]) -> Option<DestinationToken> {
    let (first, wildcards) = arguments.split_first()?;
    let buckets = buckets(first)?;
    let wildcards = wildcards
        .iter()
        .map(|index| integer(index))
        .collect::<Option<_>>()?;
    Some(DestinationToken::Partition { buckets, wildcards })
}

fn cut(cut: Cut, arguments: &[&str]) -> Option<DestinationToken> {
    let [wildcard, size] = arguments else {
        return None;
    };
    Some(DestinationToken::Cut {
        cut,
        wildcard: integer(wildcard)?,
        size: integer(size).filter(|size| i32::try_from(*size).is_ok())?,
    })
}

fn split(arguments: &[&str]) -> Option<DestinationToken> {
    let [wildcard, separator] = arguments else {
        return None;
    };
    if separator.contains([' ', '.']) {
        return None;
    }
    Some(DestinationToken::Split {
        wildcard: integer(wildcard)?,
        separator: (*separator).to_owned(),
    })
}
