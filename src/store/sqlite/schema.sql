-- The whole schema. A store whose schema differs from this text in anything is refused (docs/store-format.md).
--
-- Rows are appended, and found by indexes: ordered by keys, which are random, pages would be a third empty.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
    public_key TEXT PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind IN ('operator', 'account', 'user')),
    name       TEXT NOT NULL,
    folded     TEXT NOT NULL,
    parent     TEXT REFERENCES entities (public_key),
    token      TEXT NOT NULL,
    issued_at  INTEGER NOT NULL,
    expires    INTEGER NOT NULL,
    created    INTEGER NOT NULL,
    updated    INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX entities_by_name ON entities (kind, ifnull(parent, ''), folded);
-- Lists are read from here alone.
CREATE INDEX entities_listed ON entities (kind, parent, folded, name, expires, public_key);

CREATE TABLE keys (
    public_key TEXT PRIMARY KEY,
    owner      TEXT REFERENCES entities (public_key),
    role       TEXT NOT NULL CHECK (role IN ('identity', 'signing', 'curve', 'store', 'journal')),
    class      TEXT NOT NULL,
    origin     TEXT NOT NULL CHECK (origin IN ('generated', 'imported', 'elsewhere')),
    sealed     BLOB,
    recipients INTEGER NOT NULL,
    created    INTEGER NOT NULL
) STRICT;

-- Lists are read from here alone.
CREATE INDEX keys_listed ON keys (owner, role, public_key, class, origin, sealed IS NOT NULL);

CREATE TABLE issued (
    jti       TEXT PRIMARY KEY,
    kind      TEXT NOT NULL,
    subject   TEXT NOT NULL,
    account   TEXT NOT NULL,
    issuer    TEXT NOT NULL,
    issued_at INTEGER NOT NULL,
    expires   INTEGER NOT NULL
) STRICT;

CREATE INDEX issued_by_issuer ON issued (issuer);
CREATE INDEX issued_by_subject ON issued (subject, issued_at);

CREATE TABLE recipients (
    version   INTEGER PRIMARY KEY,
    document  TEXT NOT NULL,
    signature BLOB NOT NULL
) STRICT;

CREATE TABLE identities (
    recipient TEXT PRIMARY KEY,
    label     TEXT NOT NULL,
    sealed    BLOB NOT NULL,
    created   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    sequence  INTEGER PRIMARY KEY,
    time      INTEGER NOT NULL,
    actor     TEXT NOT NULL,
    command   TEXT NOT NULL,
    summary   TEXT NOT NULL,
    signers   TEXT NOT NULL,
    changes   BLOB NOT NULL,
    previous  BLOB NOT NULL,
    digest    BLOB NOT NULL,
    -- None where keys were put in, which takes no identity.
    signature BLOB
) STRICT;

-- What every entry of the journal wrote, in that order: the digest of each row, nothing where a row was removed.
CREATE TABLE changes (
    place    TEXT NOT NULL,
    sequence INTEGER NOT NULL REFERENCES journal (sequence),
    position INTEGER NOT NULL,
    digest   BLOB
) STRICT;

-- Places end in keys, of which the last letters say enough.
CREATE INDEX changes_by_place ON changes (substr(place, -8));
