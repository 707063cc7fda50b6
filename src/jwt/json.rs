//! JSON as Go writes it and as strictly as nobody reads it: HTML escapes and number forms on the way out;
//! duplicate keys, keys that differ from a known one only in case, and nulls refused on the way in.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::io;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::ser::{CharEscape, Formatter};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// Writes a value as Go's `encoding/json` does.
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<Vec<u8>> {
    let mut out = Vec::with_capacity(1024);
    value.serialize(&mut serde_json::Serializer::with_formatter(
        &mut out,
        GoFormatter,
    ))?;
    Ok(out)
}

/// Reads a text into a value, refusing duplicate keys at every depth and anything after the value.
pub fn strict_value(text: &str) -> serde_json::Result<Value> {
    serde_json::from_str::<Strict>(text).map(|strict| strict.0)
}

/// Omits what Go's `omitempty` omits: a field that holds its zero value.
pub(crate) fn is_zero<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Compact JSON with Go's escapes.
struct GoFormatter;

impl Formatter for GoFormatter {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let bytes = fragment.as_bytes();
        let mut start = 0;
        for (at, byte) in bytes.iter().enumerate() {
            let (length, escape): (usize, &[u8]) = match byte {
                b'<' => (1, b"\\u003c"),
                b'>' => (1, b"\\u003e"),
                b'&' => (1, b"\\u0026"),
                // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
                0xE2 => match bytes.get(at..at + 3) {
                    Some([_, 0x80, 0xA8]) => (3, b"\\u2028"),
                    Some([_, 0x80, 0xA9]) => (3, b"\\u2029"),
                    _ => continue,
                },
                _ => continue,
            };
            writer.write_all(&bytes[start..at])?;
            writer.write_all(escape)?;
            start = at + length;
        }
        writer.write_all(&bytes[start..])
    }

    fn write_char_escape<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        // Go leaves the solidus alone; all other forms agree with serde_json's.
        match escape {
            CharEscape::Solidus => writer.write_all(b"/"),
            other => serde_json::ser::CompactFormatter.write_char_escape(writer, other),
        }
    }

    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        let magnitude = value.abs();
        if magnitude != 0.0 && !(1e-6..1e21).contains(&magnitude) {
            let text = format!("{value:e}");
            match text.split_once('e') {
                Some((digits, exponent)) if !exponent.starts_with('-') => {
                    write!(writer, "{digits}e+{exponent}")
                }
                _ => writer.write_all(text.as_bytes()),
            }
        } else {
            write!(writer, "{value}")
        }
    }
}

/// Fields of an object that nkeep does not know: kept as they stand, never signed unasked.
#[derive(Clone, Debug, Default)]
pub struct Unknown(BTreeMap<String, Box<RawValue>>);

impl Unknown {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Name and JSON text of each, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.get()))
    }

    /// Adds a field; says whether it is the first of its name.
    pub(super) fn insert(&mut self, name: String, value: Box<RawValue>) -> bool {
        self.0.insert(name, value).is_none()
    }

    /// Forgets them all.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl PartialEq for Unknown {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Serialize for Unknown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// A value read without duplicate keys at any depth.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Strict)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element::<Strict>()? {
            items.push(item.0);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some((name, value)) = map.next_entry::<String, Strict>()? {
            if fields.contains_key(&name) {
                return Err(de::Error::custom(format_args!(
                    "the key {name:?} appears twice"
                )));
            }
            fields.insert(name, value.0);
        }
        Ok(Value::Object(fields))
    }
}

/// A map whose keys are free, refusing a key that appears twice. For `#[serde(deserialize_with)]`.
pub(crate) fn distinct_keys<'de, D, V>(deserializer: D) -> Result<BTreeMap<String, V>, D::Error>
where
    D: Deserializer<'de>,
    V: Deserialize<'de>,
{
    struct Distinct<V>(std::marker::PhantomData<V>);

    impl<'de, V: Deserialize<'de>> Visitor<'de> for Distinct<V> {
        type Value = BTreeMap<String, V>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut entries = BTreeMap::new();
            while let Some(name) = map.next_key::<String>()? {
                if entries.contains_key(&name) {
                    return Err(de::Error::custom(format_args!(
                        "the key {name:?} appears twice"
                    )));
                }
                let value = map.next_value()?;
                entries.insert(name, value);
            }
            Ok(entries)
        }
    }

    deserializer.deserialize_map(Distinct(std::marker::PhantomData))
}

/// The fields of an object of any shape, refusing duplicate keys at every depth.
pub(crate) fn strict_fields<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, Value>, D::Error> {
    distinct_keys::<D, Strict>(deserializer).map(|fields| {
        fields
            .into_iter()
            .map(|(name, value)| (name, value.0))
            .collect()
    })
}

/// How deep objects and lists may lie within one another in fields that nkeep does not know.
const MAX_DEPTH: usize = 128;

/// Checks what typed reading passes over, the fields that nkeep does not know: nothing nested too deep, no key twice.
pub(crate) fn check_distinct(value: &RawValue) -> serde_json::Result<()> {
    check_distinct_at(value, MAX_DEPTH)
}

fn check_distinct_at(value: &RawValue, depth: usize) -> serde_json::Result<()> {
    let Some(depth) = depth.checked_sub(1) else {
        return Err(de::Error::custom("lists and objects are nested too deep"));
    };
    match value.get().as_bytes().first() {
        Some(b'{') => {
            let fields: Distinct<&RawValue> = serde_json::from_str(value.get())?;
            fields
                .0
                .values()
                .try_for_each(|field| check_distinct_at(field, depth))
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(value.get())?;
            items
                .into_iter()
                .try_for_each(|item| check_distinct_at(item, depth))
        }
        _ => Ok(()),
    }
}

/// A map whose keys are free, none of them twice.
pub(crate) struct Distinct<V>(pub(crate) BTreeMap<String, V>);

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Distinct<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        distinct_keys(deserializer).map(Self)
    }
}

/// The values of a few fields of an object, which may stand there once each and in no other case.
pub(crate) fn picked<'a, const N: usize>(
    object: &'a str,
    names: [&'static str; N],
) -> serde_json::Result<[Option<&'a RawValue>; N]> {
    struct Picker<const N: usize>([&'static str; N]);

    impl<'de, const N: usize> Visitor<'de> for Picker<N> {
        type Value = [Option<&'de RawValue>; N];

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut values = [None; N];
            while let Some(Key(name)) = map.next_key()? {
                let value: &RawValue = map.next_value()?;
                let Some(at) = self.0.iter().position(|known| folded_equal(known, &name)) else {
                    continue;
                };
                if *name != *self.0[at] {
                    return Err(case_variant(&name, self.0[at]));
                }
                if values[at].replace(value).is_some() {
                    return Err(appears_twice(&name));
                }
            }
            Ok(values)
        }
    }

    let mut reader = serde_json::Deserializer::from_str(object);
    let values = reader.deserialize_map(Picker(names))?;
    reader.end()?;
    Ok(values)
}

/// A value from its text.
pub(crate) fn read<'a, T: Deserialize<'a>>(value: &'a RawValue) -> serde_json::Result<T> {
    serde_json::from_str(value.get())
}

/// Whether Go's reader takes `name` for `known`: it ignores case, and takes U+017F for `s` and U+212A for `k`.
pub(crate) fn folded_equal(known: &str, name: &str) -> bool {
    known
        .chars()
        .eq(name.chars().map(|character| match character {
            '\u{17f}' => 's',
            '\u{212a}' => 'k',
            other => other.to_ascii_lowercase(),
        }))
}

pub(crate) fn case_variant<E: de::Error>(name: &str, known: &str) -> E {
    E::custom(format_args!(
        "the key {name:?} differs from {known:?} only in case"
    ))
}

pub(crate) fn appears_twice<E: de::Error>(name: &str) -> E {
    E::custom(format_args!("the key {name:?} appears twice"))
}

/// A key, borrowed from the text where it holds no escapes.
pub(crate) struct Key<'de>(pub(crate) Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;

        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = Key<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a key")
            }

            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(text)))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(KeyVisitor)
    }
}
