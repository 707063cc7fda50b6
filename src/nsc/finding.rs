//! What is wrong with a piece of an nsc store, and what becomes of it.

use crate::jwt::validate;

/// What becomes of something that is not as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is taken all the same.
    Taken,
    /// It is taken from a creds file.
    TakenFromCreds,
    /// The store has it already, just so.
    Same,
    /// It is not taken, and something is missing for it.
    Skipped,
    /// It is not taken, and nothing is missing for it.
    Left,
    /// The store has it, and where it came from it is no more.
    Stays,
}

impl Outcome {
    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::TakenFromCreds => "taken-from-creds",
            Self::Same => "same",
            Self::Skipped => "skipped",
            Self::Left => "left",
            Self::Stays => "stays",
        }
    }
}

/// What helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Help {
    /// A command of its own.
    Command(String),
    /// The same import with a flag more, and why.
    Again(String, &'static str),
}

impl From<String> for Help {
    fn from(command: String) -> Self {
        Self::Command(command)
    }
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing.
    pub code: Code,
    /// Where.
    pub file: String,
    /// Why.
    pub message: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// What to do about it.
    pub hint: Option<Help>,
}

impl Finding {
    /// One without a hint.
    #[must_use]
    pub fn new(
        code: Code,
        file: impl Into<String>,
        message: impl Into<String>,
        outcome: Outcome,
    ) -> Self {
        Self {
            code,
            file: file.into(),
            message: message.into(),
            outcome,
            hint: None,
        }
    }

    /// One about something that is not taken.
    #[must_use]
    pub fn skipped(code: Code, file: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(code, file, message, Outcome::Skipped)
    }

    /// One about something that is taken all the same.
    #[must_use]
    pub fn taken(code: Code, file: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(code, file, message, Outcome::Taken)
    }

    /// One about something that is not needed.
    #[must_use]
    pub fn left(code: Code, file: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(code, file, message, Outcome::Left)
    }

    /// Says what helps.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Help>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

macro_rules! codes {
    ($($name:ident $text:literal $meaning:literal;)+) => {
        /// What kind of thing is wrong. A code never changes its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $meaning] $name,)+
            /// The chain does not hold, or a rule about claims is broken: the code that `nkeep validate` has for it.
            Token(validate::Code),
        }

        impl Code {
            /// As it is written.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                    Self::Token(code) => code.name(),
                }
            }
        }
    };
}

codes! {
    FileNotRegular "file.not-regular" "A link, a pipe or the like, which is not followed.";
    FileTooLarge "file.too-large" "A file larger than any such file is.";
    FileUnreadable "file.unreadable" "A file or folder that the system does not let nkeep read.";
    OperatorNoInfo "operator.no-info" "A folder among the operators without a file `.nsc`.";
    OperatorBadInfo "operator.bad-info" "A file `.nsc` that cannot be read, or is of another kind.";
    TokenMissing "token.missing" "A folder of an operator or account without its token.";
    TokenUnreadable "token.unreadable" "A text that is no token.";
    TokenSignature "token.signature" "A signature that is not its issuer's.";
    TokenNewer "token.newer-version" "A token in a version of the format that nkeep does not know.";
    TokenType "token.type" "A token of another type than its place is for.";
    TokenDuplicate "token.duplicate" "A second token for one key.";
    TokenOlder "token.older" "A token that a newer one for the same key stands in for.";
    TokenParent "token.parent-missing" "A token whose operator or account is not there, or is not taken.";
    AccountDeleted "account.deleted" "An account that was deleted in the store.";
    UserDeleted "user.deleted" "A user who was deleted in the store.";
    AccountGone "account.gone" "An account that came from nsc, and that nsc has no more.";
    UserGone "user.gone" "A user who came from nsc, and whom nsc has no more.";
    TokenRules "token.rules" "Claims that break rules.";
    NameRefused "name.refused" "A name that cannot be a file's.";
    NameChanged "name.changed" "A name that was to be another, and is.";
    NameTaken "name.taken" "A name that another key has.";
    NameFileDiffers "name.file-differs" "A file that is named otherwise than the token in it.";
    ImportUnmatched "import.unmatched" "An import of something that nobody exports.";
    KeyEmpty "key.empty" "A key file without anything in it.";
    KeyUnreadable "key.unreadable" "A key file that holds no seed.";
    KeyMismatch "key.mismatch" "A key file with the seed of another key than its name says.";
    KeyMisplaced "key.misplaced" "A key file in another folder than its key belongs in.";
    KeySpaces "key.spaces" "A key file with spaces around the seed.";
    KeyNewline "key.newline" "A key of letters and digits, and the end of a line after it.";
    KeyMissing "key.missing" "A user whose seed is in its creds file alone.";
    SeedMissing "seed.missing" "A key that an account's token names, whose seed is nowhere.";
    KeyUnreferenced "key.unreferenced" "A seed of a key that no token speaks of.";
    CredsMissing "creds.missing" "A user with a seed, and no creds file.";
    CredsUnreadable "creds.unreadable" "A creds file that is not whole.";
    CredsMismatch "creds.seed-mismatch" "A creds file with the seed of another key than its token's.";
    CredsDiffer "creds.differ" "A creds file with another token than the store has for the user.";
    CredsOrphan "creds.orphan" "A creds file of a user that is not in the store.";
    ConfigGone "config.selected-gone" "nsc's settings name an operator or account that is not there.";
}
