//! The journal and the recipients: each follows the one before and is signed, and every row is as they say.

use super::super::read::View;
use super::super::write::{RECIPIENTS_PLACE, recipients_digest, recipients_place};
use super::tampered;
use crate::nkey::batch::{BATCH, all_signed};
use crate::nkey::{PublicKey, SIGNATURE_LEN};
use crate::store::digest::{Digest, Digester};
use crate::store::journal::signed_text;
use crate::store::recipients::RecipientSet;
use crate::store::record::{EntityKind, KEY_PLACE, Row as _};
use crate::store::{Records as _, Result, StoreError};

/// Every version names the one before, and the store's key signed it. Returns the journal's key of each.
pub fn recipients(view: &View<'_>) -> Result<Vec<PublicKey>> {
    let mut before: Option<RecipientSet> = None;
    let mut signers = Vec::new();
    view.each(
        "SELECT version, document, signature FROM recipients ORDER BY version",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        |(version, document, signature): (i64, String, Vec<u8>)| {
            let set = RecipientSet::read(&document, &signature, view.store_key())
                .filter(|set| {
                    let (number, previous) = before
                        .as_ref()
                        .map_or((1, [0; 32]), |before| (before.version + 1, before.digest()));
                    set.version == version && version == number && set.previous == previous
                })
                .ok_or_else(|| {
                    tampered(
                        view,
                        format!("version {version} of its recipients does not hold"),
                    )
                })?;
            signers.push(set.journal);
            before = Some(set);
            Ok(())
        },
    )?;
    Ok(signers)
}

/// Every entry names the one before and the rows that it wrote, and the key that held before it signed it.
pub fn entries(view: &View<'_>, signers: &[PublicKey]) -> Result<()> {
    let mut written = written(view)?.into_iter();
    let mut signer = signers.first();
    let mut signed = Signed::default();
    let (mut sequence, mut previous) = (0, [0; 32]);
    view.each_entry(0, &mut |entry| {
        let wrong = |what| wrong(view, entry.sequence, what);
        if entry.sequence != sequence + 1 || entry.previous != previous {
            return Err(wrong("does not follow the one before"));
        }
        let rows = written
            .next()
            .filter(|rows| (rows.sequence, rows.digest) == (entry.sequence, entry.changes))
            .ok_or_else(|| wrong("is not about the rows that it names"))?;
        let digest = entry.digest();
        if view.digest_at(entry.sequence)? != Some(digest) {
            return Err(wrong("was altered"));
        }
        match (entry.signature, signer) {
            (Some(signature), Some(key)) => {
                signed.push(view, entry.sequence, *key, &digest, signature)?;
            }
            // Whoever has no identity can put keys in, and nothing else.
            (None, _) if only_new_keys(view, &rows)? => {}
            _ => return Err(wrong("is signed by nobody")),
        }
        if let Some(version) = rows.recipients {
            signer = usize::try_from(version - 1)
                .ok()
                .and_then(|index| signers.get(index));
        }
        (sequence, previous) = (entry.sequence, digest);
        Ok(())
    })?;
    signed.check(view)?;
    match written.next() {
        None => Ok(()),
        Some(_) => Err(tampered(
            view,
            "its journal names rows of entries that it does not have",
        )),
    }
}

fn wrong(view: &View<'_>, sequence: i64, what: &str) -> StoreError {
    tampered(view, format!("entry {sequence} of its journal {what}"))
}

/// Signatures that wait to be checked together.
#[derive(Default)]
struct Signed(Vec<(i64, PublicKey, Vec<u8>, [u8; SIGNATURE_LEN])>);

impl Signed {
    fn push(
        &mut self,
        view: &View<'_>,
        sequence: i64,
        key: PublicKey,
        digest: &Digest,
        signature: [u8; SIGNATURE_LEN],
    ) -> Result<()> {
        self.0.push((sequence, key, signed_text(digest), signature));
        if self.0.len() == BATCH {
            self.check(view)?;
        }
        Ok(())
    }

    fn check(&mut self, view: &View<'_>) -> Result<()> {
        let together = self
            .0
            .iter()
            .map(|(_, key, text, signature)| (key, text.as_slice(), signature));
        if !all_signed(together) {
            for (sequence, key, text, signature) in &self.0 {
                key.verify(text, signature)
                    .map_err(|_| wrong(view, *sequence, "is not signed by the journal's key"))?;
            }
        }
        self.0.clear();
        Ok(())
    }
}

fn only_new_keys(view: &View<'_>, rows: &Written) -> Result<bool> {
    let places = view.all(
        "SELECT place, digest IS NOT NULL FROM changes WHERE rowid BETWEEN ?1 AND ?2",
        rows.rowids,
        |row| Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?)),
    )?;
    for (place, there) in places {
        let Some(key) = place.strip_prefix(KEY_PLACE) else {
            return Ok(false);
        };
        if !there
            || view.noted_before(&place, rows.sequence)?
            || has_owner(view, &place, key, rows)?
        {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a key belongs to somebody, and no later entry says so.
fn has_owner(view: &View<'_>, place: &str, key: &str, rows: &Written) -> Result<bool> {
    view.one(
        "SELECT EXISTS (SELECT 1 FROM keys WHERE public_key = ?1 AND owner IS NOT NULL) \
         AND NOT EXISTS (SELECT 1 FROM changes \
             WHERE substr(place, -8) = substr(?2, -8) AND place = ?2 AND sequence > ?3)",
        (key, place, rows.sequence),
        |row| row.get(0),
    )
}

/// The rows that one entry wrote.
struct Written {
    sequence: i64,
    /// Over all of them, in the order in which they were written.
    digest: Digest,
    /// Their places in the table, from the first to the last.
    rowids: (i64, i64),
    /// The version of the recipients among them.
    recipients: Option<i64>,
}

fn written(view: &View<'_>) -> Result<Vec<Written>> {
    let mut found: Vec<Written> = Vec::new();
    let mut open: Option<(Written, Digester, i64)> = None;
    let closed = |(rows, digester, _): (Written, Digester, i64)| Written {
        digest: digester.finish(),
        ..rows
    };
    view.each(
        "SELECT place, sequence, position, digest, rowid FROM changes ORDER BY rowid",
        [],
        |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get(4)?,
            ))
        },
        |(place, sequence, position, digest, rowid): (String, i64, i64, Option<Digest>, i64)| {
            let (mut rows, digester, expected) = match open.take() {
                Some(same) if same.0.sequence == sequence => same,
                before => {
                    found.extend(before.map(closed));
                    let rows = Written {
                        sequence,
                        digest: Digest::default(),
                        rowids: (rowid, rowid),
                        recipients: None,
                    };
                    (rows, Digester::of("changes"), 0)
                }
            };
            if position != expected {
                return Err(wrong(view, sequence, "lacks a row"));
            }
            rows.rowids.1 = rowid;
            if let Some(version) = place.strip_prefix(RECIPIENTS_PLACE) {
                rows.recipients = version.parse().ok();
            }
            let digester = digester
                .text(&place)
                .optional(digest.as_ref().map(<[u8; 32]>::as_slice));
            open = Some((rows, digester, position + 1));
            Ok(())
        },
    )?;
    found.extend(open.map(closed));
    Ok(found)
}

/// Every row is as the journal last wrote it, and no row is missing.
pub fn rows(view: &View<'_>) -> Result<()> {
    let mut count = 0;
    let mut same = |place: String, digest: Digest| -> Result<()> {
        count += 1;
        let last: Option<Option<Digest>> = view.maybe(
            "SELECT digest FROM changes WHERE substr(place, -8) = substr(?1, -8) AND place = ?1 \
             ORDER BY rowid DESC LIMIT 1",
            [&place],
            |row| row.get(0),
        )?;
        if last.flatten() == Some(digest) {
            Ok(())
        } else {
            Err(tampered(
                view,
                format!("{place} is not as the journal says"),
            ))
        }
    };
    for kind in EntityKind::ALL {
        view.each_entity(kind, None, &mut |row| same(row.place(), row.digest()))?;
    }
    view.each_key(&mut |row| same(row.place(), row.digest()))?;
    view.each_issued(&mut |row| same(row.place(), row.digest()))?;
    for row in view.identities()? {
        same(row.place(), row.digest())?;
    }
    for row in view.documents("")? {
        same(row.place(), row.digest())?;
    }
    for row in view.key_states()? {
        same(row.place(), row.digest())?;
    }
    view.each(
        "SELECT version, document, signature FROM recipients",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        |(version, document, signature): (i64, String, Vec<u8>)| {
            same(
                recipients_place(version),
                recipients_digest(&document, &signature),
            )
        },
    )?;
    let folded: i64 = view.one(
        "SELECT count(*) FROM (SELECT digest, max(rowid) FROM changes GROUP BY place) WHERE digest IS NOT NULL",
        [],
        |row| row.get(0),
    )?;
    if folded != count {
        return Err(tampered(
            view,
            "rows are missing that the journal says are there",
        ));
    }
    Ok(())
}
