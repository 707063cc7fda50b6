-- What a store has besides from its first rotation on, when it is of version 2 (docs/store-format.md).

-- Rotations, and what was settled about them, each a JSON document.
CREATE TABLE documents (
    name    TEXT PRIMARY KEY,
    text    TEXT NOT NULL,
    updated INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How a key stands in its life, where it is not simply in use. Keys that were destroyed stay here for good.
CREATE TABLE key_states (
    public_key TEXT PRIMARY KEY,
    state      TEXT NOT NULL,
    since      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
