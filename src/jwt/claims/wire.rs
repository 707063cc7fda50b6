//! How claims are read: every object by the names of its fields, strictly.
//!
//! Go's reader takes the last of two equal keys, merges objects that appear twice, and ignores case; so a reviewer
//! could be shown another token than the one that a server uses. Here a key that appears twice, or that Go would take
//! for a known one although it is written otherwise, is an error, and what is not known is kept as it stands.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

pub(super) use crate::jwt::json::Distinct;
use crate::jwt::json::{Key, Unknown, appears_twice, case_variant, check_distinct};

/// A set of fields: of an object, or of a group that several objects have in common.
pub trait Fields: Default {
    /// Reads the value of a known field and returns the field's name; an unknown field is left alone.
    fn read<'de, A: MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> Result<Option<&'static str>, A::Error>;

    /// The known field that Go would take the name for.
    fn known_as(name: &str) -> Option<&'static str>;

    /// Visits the unknown fields of its parts.
    fn visit_parts(&mut self, path: &str, visit: &mut Visit<'_>);
}

/// What is called for every place where unknown fields may be, with the path that leads there.
pub type Visit<'a> = dyn FnMut(&str, &mut Unknown) + 'a;

/// Whatever may carry fields that nkeep does not know, itself or in its parts.
pub trait Carries {
    /// Visits each place where such fields may be.
    fn visit_unknown(&mut self, path: &str, visit: &mut Visit<'_>);
}

impl<T: Carries> Carries for Vec<T> {
    fn visit_unknown(&mut self, path: &str, visit: &mut Visit<'_>) {
        for (index, item) in self.iter_mut().enumerate() {
            item.visit_unknown(&format!("{path}[{index}]"), visit);
        }
    }
}

impl<T: Carries> Carries for Option<T> {
    fn visit_unknown(&mut self, path: &str, visit: &mut Visit<'_>) {
        if let Some(item) = self {
            item.visit_unknown(path, visit);
        }
    }
}

impl<T: Carries> Carries for BTreeMap<String, T> {
    fn visit_unknown(&mut self, path: &str, visit: &mut Visit<'_>) {
        for (name, item) in self {
            item.visit_unknown(&joined(path, name), visit);
        }
    }
}

/// The path of a field below another.
pub(super) fn joined(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

/// Reads an object: its known fields, and the others as they stand.
pub(super) fn read_object<'de, T: Fields, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<(T, Unknown), D::Error> {
    struct ObjectVisitor<T>(PhantomData<T>);

    impl<'de, T: Fields> Visitor<'de> for ObjectVisitor<T> {
        type Value = (T, Unknown);

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut value = T::default();
            let mut unknown = Unknown::default();
            let mut seen: Vec<&'static str> = Vec::with_capacity(12);
            while let Some(Key(name)) = map.next_key()? {
                match value.read(&name, &mut map)? {
                    Some(known) if seen.contains(&known) => return Err(appears_twice(known)),
                    Some(known) => seen.push(known),
                    None => {
                        if let Some(known) = T::known_as(&name) {
                            return Err(case_variant(&name, known));
                        }
                        let value: Box<RawValue> = map.next_value()?;
                        check_distinct(&value).map_err(de::Error::custom)?;
                        if !unknown.insert(name.clone().into_owned(), value) {
                            return Err(appears_twice(&name));
                        }
                    }
                }
            }
            Ok((value, unknown))
        }
    }

    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// A part that may be absent, and when present is not null.
pub(super) struct Present<T>(pub Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Present<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(|part| Self(Some(part)))
    }
}

/// Names the fields of a group: what an object has in common with others. Fields come with their JSON names, and
/// where the type's own reader will not do, with the one that will; `parts` are those that may carry unknown fields;
/// `groups` are groups within.
macro_rules! group {
    (
        $type:ty $(where {$($generics:tt)*})? { $($field:ident: $name:literal $(via $via:ty)?),* $(,)? }
        parts { $($part:ident: $part_name:literal),* $(,)? }
        groups { $($group:ident: $group_type:ty),* $(,)? }
    ) => {
        impl $(<$($generics)*>)? $crate::jwt::claims::wire::Fields for $type {
            fn read<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                name: &str,
                #[allow(unused_variables, reason = "a type may have groups only")] map: &mut A,
            ) -> Result<Option<&'static str>, A::Error> {
                match name {
                    $($name => {
                        self.$field = $crate::jwt::claims::wire::group!(@next map $($via)?);
                        Ok(Some($name))
                    })*
                    _ => {
                        $(if let Some(known) = self.$group.read(name, map)? {
                            return Ok(Some(known));
                        })*
                        Ok(None)
                    }
                }
            }

            fn known_as(name: &str) -> Option<&'static str> {
                let names: &[&'static str] = &[$($name),*];
                let known = names.iter().copied().find(|known| $crate::jwt::json::folded_equal(known, name));
                known$(.or_else(|| <$group_type as $crate::jwt::claims::wire::Fields>::known_as(name)))*
            }

            #[allow(unused_variables, reason = "a type may have no parts")]
            fn visit_parts(&mut self, path: &str, visit: &mut $crate::jwt::claims::wire::Visit<'_>) {
                #[allow(unused_imports, reason = "a type may have no parts")]
                use $crate::jwt::claims::wire::Carries as _;
                $(self.$part.visit_unknown(&$crate::jwt::claims::wire::joined(path, $part_name), visit);)*
                $(self.$group.visit_parts(path, visit);)*
            }
        }
    };
    (@next $map:ident) => { $map.next_value()? };
    (@next $map:ident $via:ty) => { $map.next_value::<$via>()?.0 };
}
pub(super) use group;

/// Names the fields of an object, which keeps what it does not know in `unknown`.
macro_rules! object {
    ($type:ty $(where {$($generics:tt)*})? { $($fields:tt)* } $($rest:tt)*) => {
        $crate::jwt::claims::wire::group! { $type $(where {$($generics)*})? { $($fields)* } $($rest)* }

        impl<'de, $($($generics)*)?> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let (mut value, unknown) =
                    $crate::jwt::claims::wire::read_object::<Self, D>(deserializer)?;
                value.unknown = unknown;
                Ok(value)
            }
        }

        impl $(<$($generics)*>)? $crate::jwt::claims::wire::Carries for $type {
            fn visit_unknown(&mut self, path: &str, visit: &mut $crate::jwt::claims::wire::Visit<'_>) {
                visit(path, &mut self.unknown);
                <Self as $crate::jwt::claims::wire::Fields>::visit_parts(self, path, visit);
            }
        }
    };
}
pub(super) use object;
