//! What a server asks of an auth callout service, and what the service answers.

use serde::Serialize;

use super::wire::{Present, object};
use super::{Body, ClaimType, VERSION};
use crate::jwt::json::{Unknown, is_zero};
use crate::nkey::Kind;

/// The server that asks.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ServerId {
    /// Its name.
    pub name: String,
    /// Its host.
    pub host: String,
    /// Its public key.
    pub id: String,
    /// Its version.
    #[serde(skip_serializing_if = "is_zero")]
    pub version: String,
    /// Its cluster.
    #[serde(skip_serializing_if = "is_zero")]
    pub cluster: String,
    /// Its labels.
    #[serde(skip_serializing_if = "is_zero")]
    pub tags: Vec<String>,
    /// Curve key to which the answer is sealed.
    #[serde(skip_serializing_if = "is_zero")]
    pub xkey: String,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    ServerId {
        name: "name",
        host: "host",
        id: "id",
        version: "version",
        cluster: "cluster",
        tags: "tags",
        xkey: "xkey",
    }
    parts {}
    groups {}
}

/// What the server knows of the client.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ClientInformation {
    /// Its address.
    #[serde(skip_serializing_if = "is_zero")]
    pub host: String,
    /// The connection's number.
    #[serde(skip_serializing_if = "is_zero")]
    pub id: u64,
    /// Its user name.
    #[serde(skip_serializing_if = "is_zero")]
    pub user: String,
    /// Its name.
    #[serde(skip_serializing_if = "is_zero")]
    pub name: String,
    /// Its labels.
    #[serde(skip_serializing_if = "is_zero")]
    pub tags: Vec<String>,
    /// Its name in logs.
    #[serde(skip_serializing_if = "is_zero")]
    pub name_tag: String,
    /// The kind of connection.
    #[serde(skip_serializing_if = "is_zero")]
    pub kind: String,
    /// The protocol.
    #[serde(rename = "type", skip_serializing_if = "is_zero")]
    pub client_type: String,
    /// Its MQTT id.
    #[serde(skip_serializing_if = "is_zero")]
    pub mqtt_id: String,
    /// What it was to sign.
    #[serde(skip_serializing_if = "is_zero")]
    pub nonce: String,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    ClientInformation {
        host: "host",
        id: "id",
        user: "user",
        name: "name",
        tags: "tags",
        name_tag: "name_tag",
        kind: "kind",
        client_type: "type",
        mqtt_id: "mqtt_id",
        nonce: "nonce",
    }
    parts {}
    groups {}
}

/// What the client said when it connected.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ConnectOptions {
    /// A token.
    #[serde(skip_serializing_if = "is_zero")]
    pub jwt: String,
    /// A public key.
    #[serde(skip_serializing_if = "is_zero")]
    pub nkey: String,
    /// A signature of the nonce.
    #[serde(skip_serializing_if = "is_zero")]
    pub sig: String,
    /// A shared token.
    #[serde(skip_serializing_if = "is_zero")]
    pub auth_token: String,
    /// A user name.
    #[serde(skip_serializing_if = "is_zero")]
    pub user: String,
    /// A password.
    #[serde(skip_serializing_if = "is_zero")]
    pub pass: String,
    /// Its name.
    #[serde(skip_serializing_if = "is_zero")]
    pub name: String,
    /// The language of its library.
    #[serde(skip_serializing_if = "is_zero")]
    pub lang: String,
    /// The version of its library.
    #[serde(skip_serializing_if = "is_zero")]
    pub version: String,
    /// The protocol it speaks.
    pub protocol: i64,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    ConnectOptions {
        jwt: "jwt",
        nkey: "nkey",
        sig: "sig",
        auth_token: "auth_token",
        user: "user",
        pass: "pass",
        name: "name",
        lang: "lang",
        version: "version",
        protocol: "protocol",
    }
    parts {}
    groups {}
}

/// The TLS session of the client.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ClientTls {
    /// Version of TLS.
    #[serde(skip_serializing_if = "is_zero")]
    pub version: String,
    /// The cipher suite.
    #[serde(skip_serializing_if = "is_zero")]
    pub cipher: String,
    /// Certificates, in PEM, that were not verified.
    #[serde(skip_serializing_if = "is_zero")]
    pub certs: Vec<String>,
    /// Certificates, in PEM, that were.
    #[serde(skip_serializing_if = "is_zero")]
    pub verified_chains: Vec<Vec<String>>,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    ClientTls {
        version: "version",
        cipher: "cipher",
        certs: "certs",
        verified_chains: "verified_chains",
    }
    parts {}
    groups {}
}

/// A server asks whether a client may connect.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AuthorizationRequest {
    /// Who asks.
    pub server_id: ServerId,
    /// The key that the answer must be for.
    pub user_nkey: String,
    /// What the server knows of the client.
    pub client_info: ClientInformation,
    /// What the client said.
    pub connect_opts: ConnectOptions,
    /// Its TLS session.
    #[serde(skip_serializing_if = "is_zero")]
    pub client_tls: Option<ClientTls>,
    /// Tells one request from another.
    #[serde(skip_serializing_if = "is_zero")]
    pub request_nonce: String,
    /// Labels.
    #[serde(skip_serializing_if = "is_zero")]
    pub tags: Vec<String>,
    /// `authorization_request`
    #[serde(rename = "type", skip_serializing_if = "is_zero")]
    pub type_name: String,
    /// The version of the format.
    #[serde(skip_serializing_if = "is_zero")]
    pub version: i64,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    AuthorizationRequest {
        server_id: "server_id",
        user_nkey: "user_nkey",
        client_info: "client_info",
        connect_opts: "connect_opts",
        client_tls: "client_tls" via Present<ClientTls>,
        request_nonce: "request_nonce",
        tags: "tags",
        type_name: "type",
        version: "version",
    }
    parts {
        server_id: "server_id",
        client_info: "client_info",
        connect_opts: "connect_opts",
        client_tls: "client_tls",
    }
    groups {}
}

impl Body for AuthorizationRequest {
    const TYPE: ClaimType = ClaimType::AuthorizationRequest;
    const ISSUERS: &'static [Kind] = &[Kind::Server];
    const SUBJECT: Option<(Kind, &'static str)> = None;

    fn prepare(&mut self) {
        Self::TYPE.name().clone_into(&mut self.type_name);
        self.version = VERSION;
    }

    fn version(&self) -> i64 {
        self.version
    }
}

/// The service says who the client is, or why not.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AuthorizationResponse {
    /// User claims for the client.
    #[serde(skip_serializing_if = "is_zero")]
    pub jwt: String,
    /// Why it may not connect.
    #[serde(skip_serializing_if = "is_zero")]
    pub error: String,
    /// The account, when one of its signing keys signed.
    #[serde(skip_serializing_if = "is_zero")]
    pub issuer_account: String,
    /// Labels.
    #[serde(skip_serializing_if = "is_zero")]
    pub tags: Vec<String>,
    /// `authorization_response`
    #[serde(rename = "type", skip_serializing_if = "is_zero")]
    pub type_name: String,
    /// The version of the format.
    #[serde(skip_serializing_if = "is_zero")]
    pub version: i64,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    AuthorizationResponse {
        jwt: "jwt",
        error: "error",
        issuer_account: "issuer_account",
        tags: "tags",
        type_name: "type",
        version: "version",
    }
    parts {}
    groups {}
}

impl Body for AuthorizationResponse {
    const TYPE: ClaimType = ClaimType::AuthorizationResponse;
    const ISSUERS: &'static [Kind] = &[Kind::Account];
    const SUBJECT: Option<(Kind, &'static str)> = None;

    fn prepare(&mut self) {
        Self::TYPE.name().clone_into(&mut self.type_name);
        self.version = VERSION;
    }

    fn version(&self) -> i64 {
        self.version
    }
}
