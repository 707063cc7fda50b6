//! The estate that every sequence begins with a copy of: three accounts beside the system account, roles, an import by activation,
//! an auth callout, a key of another system.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use nkeep::jwt::claims::{Account, Operator};
use nkeep::store::Store as _;
use nkeep::store::age::Identity;
use nkeep::store::pin::Pins;
use nkeep::store::sqlite::{Rollback, SqliteStore};
use nkeep::trust::{self, TrustError};

use super::super::common;
use common::refusal::store_of;

/// Whose keys a callout pins, and those: RFC 8037, appendix A.2, and one of RFC 8032's.
pub const ISSUER: &str = "https://id.example.com/realms/acme";
pub const JWKS: [&str; 2] = [
    r#"{"kty":"OKP","crv":"Ed25519","alg":"EdDSA","use":"sig","kid":"old","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#,
    r#"{"kty":"OKP","crv":"Ed25519","alg":"EdDSA","use":"sig","kid":"new","x":"PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw"}"#,
];

/// An estate as it was made.
pub struct Template {
    home: tempfile::TempDir,
    pub identity: Identity,
    /// When.
    pub made: i64,
    /// Who uses which user of which account.
    pub people: Vec<(&'static str, &'static str)>,
    /// The key that has each role.
    pub roles: BTreeMap<String, Vec<String>>,
    pub curve_key: String,
    pub key_of_set: String,
}

const USERS: [(&str, &str); 6] = [
    ("ACME", "ACME"),
    ("ORDERS", "amy"),
    ("ORDERS", "clerk"),
    ("ORDERS", "tim"),
    ("SHOP", "svc"),
    ("SYS", "sys"),
];

/// Made once by whichever test needs it first.
pub fn template() -> &'static Template {
    static MADE: OnceLock<Template> = OnceLock::new();
    MADE.get_or_init(Template::make)
}

/// Where files are that nothing but a test ever reads: in memory, where the system has a place for that.
fn quick_folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let made = match memory.is_dir() {
        true => tempfile::tempdir_in(memory),
        false => tempfile::tempdir(),
    };
    made.unwrap()
}

impl Template {
    fn make() -> Self {
        let home = common::estate();
        let run = |line: &str| crate::common::line(home.path(), line);
        for line in [
            "add account ORDERS",
            "add account SHOP",
            "edit account ORDERS --sk generate",
            "add user clerk -a ORDERS",
        ] {
            run(line);
        }
        let plain = common::refusal::json(home.path(), &["describe", "account", "ORDERS"]);
        let plain = plain["nats"]["signing_keys"][0]
            .as_str()
            .unwrap()
            .to_owned();
        for line in [
            "edit signing-key --sk generate --role reader -a ORDERS --allow-sub in.>",
            "add user amy -a ORDERS -K reader",
            "add user tim -a ORDERS -K reader --expiry 3h",
            "add export -a ORDERS -s orders.> -p",
            &format!("generate activation -a ORDERS -t SHOP -s orders.> -K {plain} -o shop.jwt"),
            "add import -a SHOP --token shop.jwt",
            "add user svc -a SHOP",
            "edit authcallout -a SHOP --auth-user svc --curve generate",
        ] {
            run(line);
        }
        let key_of_set = run("generate nkey --text-key -S").trim().to_owned();
        let text = std::fs::read_to_string(home.path().join("identity.txt")).unwrap();
        let mut made = Self {
            identity: text.lines().last().unwrap().parse().unwrap(),
            made: 1_795_200_000,
            people: USERS.to_vec(),
            roles: BTreeMap::from([("set".to_owned(), vec![key_of_set.clone()])]),
            curve_key: String::new(),
            key_of_set,
            home,
        };
        made.find_roles(&plain);
        made
    }

    fn find_roles(&mut self, plain: &str) {
        let pins = Pins::new(self.pins());
        let mut store =
            SqliteStore::open(&store_of(self.home.path()), &pins, Rollback::Refuse).unwrap();
        let roles = &mut self.roles;
        let curve_key = store.read(|records| {
            let mut has = |role: String, key: String| drop(roles.insert(role, vec![key]));
            let operator = trust::operator(records, None)?;
            let claims = trust::claims::<Operator>(&operator)?.into_claims();
            has("identity".to_owned(), operator.key.to_string());
            has("operator".to_owned(), claims.body.signing_keys[0].clone());
            for (account, user) in USERS {
                let account = trust::account(records, &operator, Some(account))?;
                let user = trust::user(records, &account, Some(user))?;
                has(
                    format!("{}/{}", account.name, user.name),
                    user.key.to_string(),
                );
            }
            let claims = |name| {
                let account = trust::account(records, &operator, Some(name))?;
                Ok::<_, TrustError>(trust::claims::<Account>(&account)?.into_claims().body)
            };
            for key in claims("ORDERS")?.signing_keys.0.into_keys() {
                let role = if key == plain { "plain" } else { "reader" };
                has(format!("ORDERS/{role}"), key);
            }
            let shop = claims("SHOP")?;
            has(
                "SHOP/signing".to_owned(),
                shop.signing_keys.0.into_keys().next().unwrap(),
            );
            has("callout".to_owned(), shop.authorization.xkey.clone());
            Ok::<_, TrustError>(shop.authorization.xkey)
        });
        self.curve_key = curve_key.unwrap();
    }

    fn pins(&self) -> PathBuf {
        self.home.path().join(".local/state/nkeep/pins")
    }

    /// The store alone, as `default.nkeep`, met for the first time.
    pub fn copied(&self) -> tempfile::TempDir {
        let folder = quick_folder();
        let copy = folder.path().join("default.nkeep");
        std::fs::copy(store_of(self.home.path()), copy).unwrap();
        folder
    }
}
