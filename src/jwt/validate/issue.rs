//! What validation finds: an issue with a stable code, and the table of all codes there are.
//!
//! The code is what scripts and people hold on to; the message of a rule that Go has is Go's, to the byte.

use std::fmt;

use Origin::{Go, Nkeep};
use Severity::{Error, Info, Time, Warning};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// As it may well be, and good to know.
    Info,
    /// The claims hold, and are not what was meant.
    Warning,
    /// The claims do not hold at this time.
    Time,
    /// The claims do not hold.
    Error,
}

impl Severity {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Time => "time",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Whose rule it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The Go library's.
    Go,
    /// nkeep's own: what servers or Go's reader do with such claims is not what was meant.
    Nkeep,
}

/// One thing that is wrong with claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Which rule.
    pub code: Code,
    /// Whose rule. One of Go's that nkeep applies where Go does not, in a scope, counts as nkeep's.
    pub origin: Origin,
    /// What is wrong. It quotes what the claims say, unsanitised, as Go's messages do.
    pub message: String,
    /// Where in the claims, such as `nats.imports[0]`; empty for the common fields.
    pub place: String,
    /// The command that helps, where whoever looked knows more than the claims say.
    pub remedy: Option<String>,
}

impl Issue {
    /// What is wrong around the claims: with the file they came in, or with who signed them.
    #[must_use]
    pub fn beyond_claims(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            origin: Nkeep,
            message: message.into(),
            place: String::new(),
            remedy: None,
        }
    }

    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// Whether the claims are refused over it, whatever the time.
    #[must_use]
    pub const fn blocking(&self) -> bool {
        matches!(self.severity(), Error)
    }

    /// Whether it is about the time.
    #[must_use]
    pub const fn time_check(&self) -> bool {
        matches!(self.severity(), Time)
    }

    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        self.remedy.as_deref().or_else(|| self.code.hint())
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

macro_rules! codes {
    ($($name:ident $code:literal $origin:ident $severity:ident $meaning:literal, $hint:literal;)+) => {
        /// Which rule was broken. A code never changes its meaning and is never used again for another.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $meaning] $name,)+
        }

        impl Code {
            /// Every code there is.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// As it is written.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// How bad it is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => $severity,)+ }
            }

            /// Whose rule it is.
            #[must_use]
            pub const fn origin(self) -> Origin {
                match self { $(Self::$name => $origin,)+ }
            }

            /// What it is about.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning,)+ }
            }

            /// What to do about it.
            #[must_use]
            pub const fn hint(self) -> Option<&'static str> {
                let hint = match self { $(Self::$name => $hint,)+ };
                if hint.is_empty() { None } else { Some(hint) }
            }
        }
    };
}

codes! {
    TokenUnreadable "token.unreadable" Nkeep Error "The text is no token, or its signature is not its issuer's.", "";
    TokenKeyMismatch "token.key-mismatch" Nkeep Error "The key before the `|` of a line is not the subject of its token.", "";
    TokenHeaderField "token.header-field" Nkeep Warning "A field in the header of the token that nkeep does not know.", "";
    CredsBroken "creds.broken" Nkeep Error "The parts of a creds file are not whole: one is cut off, is empty, or has several lines.", "make it anew: nkeep generate creds";
    CredsSeedMissing "creds.seed-missing" Nkeep Warning "A user's token between dashes, and no seed: nobody can connect with it.", "";
    CredsLeftOver "creds.left-over" Nkeep Warning "A line of a creds file that is neither token nor seed.", "";
    CredsSeedMismatch "creds.seed-mismatch" Nkeep Error "The seed of a creds file is not the key of its token: no server would let it in.", "";
    CredsSeedUnreadable "creds.seed-unreadable" Nkeep Error "The seed of a creds file cannot be read.", "";

    ChainOtherOperator "chain.other-operator" Nkeep Error "The operator is not the one that is expected.", "";
    ChainIssuer "chain.issuer" Nkeep Error "Signed by a key that the one above does not list.", "";
    ChainIdentityKey "chain.identity-key" Nkeep Error "Signed by an identity key where only signing keys may sign.", "";
    ChainOtherAccount "chain.other-account" Nkeep Error "It names another account than the one above it.", "";
    ChainExpired "chain.expired" Nkeep Error "It, or a token above it, is past its end.", "";
    ChainNotYetValid "chain.not-yet-valid" Nkeep Error "It, or a token above it, is not valid yet.", "";
    ChainRevoked "chain.revoked" Nkeep Error "The one above has revoked it.", "";
    ChainScopedWithLimits "chain.scoped-with-limits" Nkeep Error "Permissions of its own under a scope that sets them.", "";
    ChainBearer "chain.bearer" Nkeep Error "A bearer token where the account allows none.", "";
    ChainSubject "chain.subject" Nkeep Error "A subject that is no key of the right kind.", "";
    ChainAccountMissing "chain.account-missing" Nkeep Error "The account that should stand above it was not given.", "give its token with --chain";
    ChainNone "chain.none" Nkeep Error "Claims that have no place in a chain.", "";
    ChainExportMissing "chain.export-missing" Nkeep Error "An activation for what the account does not export.", "";

    ClaimsSubject "claims.subject" Nkeep Error "The subject is not the public key that the type speaks of.", "";
    ClaimsSecret "claims.secret" Nkeep Error "A seed or an age identity in the claims, where everybody can read it.", "take what it opens for lost, and make a new one";
    ClaimsExpired "claims.expired" Go Time "The expiry is in the past.", "issue it again with a later expiry";
    ClaimsNotYetValid "claims.not-yet-valid" Go Time "The beginning is in the future.", "wait, or issue it again with an earlier beginning";
    ClaimsIssuedAhead "claims.issued-in-future" Nkeep Warning "The time of issue is in the future.", "look at the clock of this machine, and of the one that signed";
    ClaimsNegativeTime "claims.negative-time" Nkeep Warning "A time before 1970, which Go's library takes for none.", "0, or leaving it out, is how no time is written";
    ClaimsVersion1 "claims.version-1" Nkeep Warning "The token has the old format of version 1.", "issue it again: nkeep and nsc write version 2";
    ClaimsUnknownField "claims.unknown-field" Nkeep Warning "A field that nkeep does not know; it is kept, and nothing is known of what it does.", "";

    SubjectEmpty "subject.empty" Go Error "A subject is missing.", "";
    SubjectSpace "subject.space" Go Error "A subject has a space.", "";
    SubjectEdgeDot "subject.edge-dot" Go Error "A subject starts or ends with a dot.", "";
    SubjectDoubleDot "subject.double-dot" Go Error "A subject has two dots in a row.", "";
    SubjectUnusable "subject.unusable" Nkeep Warning "A subject that servers do not take, although Go's library does.", "`>` stands alone and last; no tabs, line breaks or control characters";

    PermissionSpaces "permission.too-many-spaces" Go Error "An entry has more than a subject and a queue.", "";
    PermissionQueue "permission.queue-in-publish" Go Error "An entry for publishing names a queue.", "queues belong to subscriptions";
    PermissionTemplate "permission.template-not-expanded" Nkeep Warning "A template where servers do not fill it in.", "templates are filled in for users of a scoped signing key only";

    OperatorAccountServerUrl "operator.account-server-url" Go Error "The account server's URL cannot be read.", "";
    OperatorAccountServerScheme "operator.account-server-scheme" Go Error "The account server's URL has no scheme.", "write nats://host:4222 or https://host/jwt/v1";
    OperatorServiceUrl "operator.service-url" Go Error "A service URL cannot be read.", "";
    OperatorServiceCredentials "operator.service-credentials" Go Error "A service URL holds a user or a password.", "clients use their creds file";
    OperatorServicePath "operator.service-path" Go Error "A service URL has a path.", "write nats://host:4222, without a slash after the port";
    OperatorServiceScheme "operator.service-scheme" Go Error "A service URL has another scheme than nats, tls, ws or wss.", "write nats://host:4222";
    OperatorSigningKey "operator.signing-key" Go Error "A signing key is no operator's public key.", "signing keys of an operator begin with O";
    OperatorSystemAccount "operator.system-account" Go Error "The system account is no account's public key.", "it is the account's public key, beginning with A, not its name";
    OperatorServerVersion "operator.server-version" Go Error "The asserted server version is not of the form 2.10.0.", "";

    AccountTiersAndFlat "account.jetstream-tiers-and-flat" Go Error "JetStream limits both flat and by tier.", "keep the tiers, and set the flat limits to 0";
    AccountTierBlank "account.jetstream-tier-blank" Go Error "A JetStream tier without a name.", "tiers are named R1, R3 and so on";
    AccountMappingWeight "account.mapping-weight" Go Error "A weight of a mapping is above 100.", "";
    AccountMappingClusterOver "account.mapping-cluster-over-100" Go Error "Weights of a mapping in a cluster add up to more than 100.", "a weight of 0 counts as 100";
    AccountMappingOver "account.mapping-over-100" Go Error "Weights of a mapping add up to more than 100.", "a weight of 0 counts as 100";
    AccountMappingDestination "account.mapping-destination" Nkeep Warning "A mapping that servers do not take.", "";
    AccountCalloutWithoutUsers "account.callout-without-users" Go Error "Accounts for auth callout, and no user of the service.", "name the users of the callout service as auth users";
    AccountCalloutUser "account.callout-user" Go Error "An auth user is no user's public key.", "";
    AccountCalloutAnyAndMore "account.callout-any-and-more" Go Error "`*` beside other accounts for auth callout.", "`*` stands alone";
    AccountCalloutAccount "account.callout-account" Go Error "An account for auth callout is no account's public key.", "";
    AccountCalloutXkey "account.callout-xkey" Go Error "The key for auth callout is no public curve key.", "it begins with X; never the seed, which begins with SX";
    AccountCalloutRevoked "account.callout-user-revoked" Nkeep Warning "An auth user that is revoked: the callout service is let in as it no more, and while it is not there, nobody that it is asked about is let in.", "";
    AccountCalloutUnknown "account.callout-user-unknown" Nkeep Warning "An auth user that the store does not know.", "";
    AccountCalloutGone "account.callout-account-unknown" Nkeep Warning "An account for auth callout that is not in the store.", "";
    AccountTraceSubject "account.trace-subject" Go Error "The destination of traces is no subject.", "";
    AccountTraceWildcard "account.trace-wildcard" Go Error "The destination of traces has wildcards.", "";
    AccountTraceSampling "account.trace-sampling" Go Error "The sampling of traces is not 1 to 100.", "";
    AccountImportCount "account.import-count" Go Error "More imports than the limits allow. Go's rule; it looks twice and says so twice.", "";
    AccountExportCount "account.export-count" Go Error "More exports than the limits allow.", "";
    AccountExportWildcard "account.export-wildcard" Go Error "An export with wildcards, which the limits do not allow.", "";
    AccountSigningKey "account.signing-key" Go Error "A signing key is no account's public key.", "signing keys of an account begin with A";
    AccountScopedKey "account.scoped-key" Go Error "A signing key with a scope is no account's public key.", "signing keys of an account begin with A";
    AccountClusterTraffic "account.cluster-traffic" Go Error "Cluster traffic is neither `system` nor `owner`.", "";
    AccountSelfSignedLimits "account.self-signed-limits" Go Warning "Limits in an account that signed itself.", "limits are the operator's to give: sign it with an operator key";
    AccountRevocationKey "account.revocation-key" Nkeep Warning "A revocation that is for no user.", "revoke a user's public key, or `*`";

    DescriptionLong "info.description-too-long" Go Error "A description longer than 8 KiB.", "";
    InfoUrlLong "info.url-too-long" Go Error "An info URL longer than 8 KiB.", "";
    InfoUrl "info.url" Go Error "An info URL without scheme or host, or that cannot be read.", "write https://host/path";

    ExportType "export.type" Go Error "An export that is neither stream nor service.", "";
    ExportResponseType "export.response-type" Go Error "A response type that services do not have.", "Singleton, Stream or Chunked";
    ExportStreamResponseType "export.stream-response-type" Go Error "A stream with a response type.", "";
    ExportStreamTrace "export.stream-allow-trace" Go Error "Tracing allowed for a stream export.", "";
    ExportStreamLatency "export.stream-latency" Go Error "Latency tracked for a stream.", "";
    ExportSampling "export.latency-sampling" Go Error "The sampling of latency is not 1 to 100.", "";
    ExportLatencyWildcard "export.latency-wildcard" Go Error "The subject for latencies has wildcards.", "";
    ExportThresholdNegative "export.threshold-negative" Go Error "The response threshold is below 0.", "";
    ExportStreamThreshold "export.stream-threshold" Go Error "A stream with a response threshold.", "";
    ExportPositionLiteral "export.account-position-literal" Go Error "An account token position in a subject without wildcards.", "";
    ExportPositionLength "export.account-position-length" Go Error "An account token position past the end of the subject.", "";
    ExportPositionToken "export.account-position-token" Go Error "An account token position that is not at a `*`.", "";
    ExportOverlap "export.overlap" Go Error "An export that another one contains.", "";
    ExportRevocationKey "export.revocation-key" Nkeep Warning "A revocation that is for no account.", "revoke an account's public key, or `*`";
    ExportRevocationPublic "export.revocation-public" Nkeep Warning "Revoked activations of a public export, which takes none: they hold nobody off.", "nkeep edit export --private shuts out whoever has none that holds";

    ImportOverlap "import.overlap" Go Error "Services imported from one account whose local subjects overlap.", "";
    ImportDuplicate "import.duplicate" Go Error "A service imported twice from one account.", "";
    ImportType "import.type" Go Error "An import that is neither stream nor service.", "";
    ImportServiceTrace "import.service-allow-trace" Go Error "Tracing allowed for a service import.", "";
    ImportAccountMissing "import.account-missing" Go Error "No account to import from.", "";
    ImportAccountKey "import.account-key" Nkeep Warning "What to import from is no account's public key.", "";
    ImportTo "import.to-deprecated" Go Warning "The old field `to`.", "use the local subject";
    ImportLocalTail "import.local-tail" Go Error "Only one of local subject and subject ends in `>`.", "";
    ImportLocalReference "import.local-reference" Go Error "A local subject refers to a wildcard that the subject does not have.", "";
    ImportLocalCount "import.local-count" Go Error "A local subject does not use every wildcard of the subject.", "refer to each `*` once, as $1, $2 and so on";
    ImportLocalBelowOne "import.local-below-one" Nkeep Warning "A local subject refers to a wildcard below the first.", "the first `*` is $1";
    ImportLocalAndTo "import.local-and-to" Go Error "Both a local subject and the old field `to`.", "keep the local subject";
    ImportStreamShare "import.stream-share" Go Error "Latency information shared for a stream.", "";
    ImportToken "import.token" Go Error "The activation cannot be read.", "ask the exporter for a new activation";
    ImportTokenIssuer "import.token-issuer" Go Error "The activation is from another account.", "";
    ImportTokenSubject "import.token-account" Go Error "The activation is for another account.", "ask the exporter for one that names this account";
    ImportTokenType "import.token-type" Go Error "The activation is for the other type.", "";
    ImportTokenScope "import.token-scope" Go Error "The activation does not cover what is imported.", "";

    ImportAccountUnknown "import.account-unknown" Nkeep Warning "An import from an account that is not in the store: whether it is offered is not known.", "";
    ImportNotExported "import.not-exported" Nkeep Error "An import of what its account does not export.", "nkeep add export, in that account";
    ImportOtherType "import.other-type" Nkeep Error "A stream imported as a service, or the other way round.", "import it again with the type that it is exported with";
    ImportPosition "import.account-position" Nkeep Error "An import of another account's part of an export in which a token is the importer's public key.", "nkeep add import, with this account's public key in its place";
    ImportTokenMissing "import.token-missing" Nkeep Error "An import of what takes an activation, without one.", "nkeep generate activation, in the exporting account";
    ImportTokenDistrusted "import.token-distrusted" Nkeep Error "An activation that its exporter signed no more, or that has expired.", "nkeep generate activation, in the exporting account";
    ImportTokenRevoked "import.token-revoked" Nkeep Error "An activation that its exporter revoked: it was meant to end. A new one lets the account in again.", "nkeep delete import, or nkeep generate activation, in the exporting account";
    ImportTokenIdentity "import.token-by-identity" Nkeep Warning "An activation signed by the exporter's identity key, under an operator that demands signing keys. Servers take it: that demand binds accounts and users alone.", "nkeep generate activation, in the exporting account";
    ImportCycle "import.cycle" Nkeep Error "Requests to an imported service, or messages of an imported stream, come back to the account: servers refuse the import.", "";
    ImportTwice "import.twice" Nkeep Warning "Two imports of streams of one account that have messages in common, under subjects that have some in common: those come twice.", "narrow one of them, or its local subject";
    ImportRivals "import.overlap-across-accounts" Nkeep Warning "Services imported from several accounts whose local subjects overlap: each of the accounts gets such requests, and servers before 2.11 refuse the importing account where one subject contains the other.", "nkeep delete import takes one away, and nkeep add import --local-subject takes it under another name";
    ExportUnused "export.unused" Nkeep Warning "An export that no account in the store imports.", "";
    KeySeedMissing "key.seed-missing" Nkeep Warning "A signing key whose seed is not in the store.", "";
    KeyOver "key.out-of-use" Nkeep Error "A signing key that a rotation took out of use, and that the token of its owner names all the same: whoever has its seed is trusted.", "nkeep edit, with --rm-sk";
    KeyElsewhere "key.elsewhere" Nkeep Info "Identity keys whose seeds are not in the store: what they alone can sign or open is done where they are.", "nkeep import keys --dir FOLDER";
    KeyTwice "key.twice" Nkeep Error "A signing key that is named twice.", "";
    KeyShared "key.shared" Nkeep Warning "A key that signs for two, or is the identity of one and a signing key of another: whoever holds it is both.", "";
    KeyUnreferenced "key.unreferenced" Nkeep Warning "A signing key in the store that the token of its owner does not name.", "";
    KeyOfNobody "key.of-nobody" Nkeep Warning "A key whose seed is in the store, and that belongs to nobody: it was taken from its owner, or never had one.", "";
    AccountSystemJetStream "account.system-jetstream" Nkeep Error "The system account has JetStream, which servers do not give it.", "";
    UserBearerForEver "user.bearer-for-ever" Nkeep Warning "A bearer token without an end.", "nkeep edit user --expiry";
    UserRevoked "user.revoked" Nkeep Warning "A revoked user that is still in the store, so that creds can be made that no server takes.", "nkeep delete user";
    PermissionQueueDenied "permission.deny-in-queue-alone" Nkeep Warning "A subscription that is denied in a queue alone: without the queue it is allowed.", "nkeep edit user --deny-sub, without the queue";
    PermissionMixedDenied "permission.deny-with-queue" Nkeep Warning "A subject that is denied with a queue and without: servers before 2.11.16, 2.12.7 and 2.14.0 let it pass in other queues.", "";
    PermissionCrossed "permission.deny-crossed" Nkeep Warning "A denied subject with wildcards that servers before 2.11.16, 2.12.7 and 2.14.0 deliver to a subscription that crosses it.", "";
    PermissionStarTail "permission.star-takes-tail" Nkeep Warning "An allowed subscription that ends in `*`: servers take `>` for a token there, and deliver everything below.", "nkeep edit user --deny-sub, for what lies below";

    ScopeTemplate "scope.template-unknown" Nkeep Error "A template function over which servers refuse every connection.", "name(), subject(), account-name(), account-subject(), tag(key), account-tag(key)";
    ScopeUnfilled "scope.template-unfilled" Nkeep Warning "A template of a role that cannot be filled in for a user: servers leave the permission out, and refuse the user where it is a denial.", "what the template stands for is to make one token of a subject, or more";
    ScopeTag "scope.template-tag" Nkeep Error "A tag template that never finds a tag.", "write {{tag(key)}} in lower case";
    ScopeZero "scope.number-zero" Nkeep Error "A limit of 0 in a scope, which Go's library cannot write: it would come back as no limit.", "use 1, or deny the subjects";
    ScopeNumber "scope.number-too-large" Nkeep Error "A number in a scope past 2^53, which Go's library rounds.", "use -1 for no limit";

    UserNetwork "user.network" Go Error "A network that is not in CIDR form.", "write 10.0.0.0/8, or 10.1.2.3/32 for one address";
    UserStartMissing "user.times-start-missing" Go Error "A part of the day without a start.", "";
    UserStart "user.times-start" Go Error "The start of a part of the day is not hh:mm:ss.", "write 08:00:00";
    UserEndMissing "user.times-end-missing" Go Error "A part of the day without an end.", "";
    UserEnd "user.times-end" Go Error "The end of a part of the day is not hh:mm:ss.", "write 17:00:00";
    UserTimeZone "user.time-zone" Go Error "The name of the time zone is not in the IANA database.", "write Europe/London, with its capitals";
    UserConnectionType "user.connection-type" Nkeep Warning "A type of connection that servers do not know.", "STANDARD, WEBSOCKET, LEAFNODE, LEAFNODE_WS, MQTT, MQTT_WS, IN_PROCESS";
    UserIssuerAccount "user.issuer-account" Go Error "The issuer's account is no account's public key.", "";
    UserNotTheSigner "user.not-the-scoped-signer" Go Error "A scoped user signed by another key.", "";
    UserScopedWithLimits "user.scoped-with-limits" Go Error "A scoped user with permissions or limits of its own.", "the scope of the signing key says what its users may do";

    ActivationType "activation.type" Go Error "An activation for neither stream nor service.", "";
    ActivationIssuerAccount "activation.issuer-account" Go Error "The issuer's account is no account's public key.", "";

    RequestUserMissing "request.user-missing" Go Error "An authorization request without a user key.", "";
    RequestUser "request.user" Go Error "The user key of an authorization request is no user's public key.", "";

    ResponseSubject "response.subject" Go Error "An authorization response for no user's public key.", "";
    ResponseAudience "response.audience" Go Error "An authorization response to no server's public key.", "";
    ResponseEmpty "response.empty" Go Error "An authorization response with neither token nor error.", "";
    ResponseBoth "response.both" Go Error "An authorization response with both token and error.", "";
    ResponseIssuerAccount "response.issuer-account" Go Error "The issuer's account is no account's public key.", "";
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Code;

    #[test]
    fn codes_are_unique_and_of_one_form() {
        let names: BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for name in names {
            let (room, rule) = name.split_once('.').expect("room.rule");
            for word in [room, rule] {
                assert!(!word.is_empty(), "{name}");
                assert!(
                    word.bytes()
                        .all(|byte| byte == b'-' || byte.is_ascii_alphanumeric()),
                    "{name}"
                );
            }
            assert_eq!(name, name.to_lowercase());
        }
    }

    #[test]
    fn meanings_are_sentences_and_hints_are_not() {
        for code in Code::ALL {
            assert!(code.meaning().ends_with('.'), "{code}");
            assert!(
                !code.hint().is_some_and(|hint| hint.ends_with('.')),
                "{code}"
            );
        }
    }
}
