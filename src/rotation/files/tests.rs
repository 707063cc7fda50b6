use serde_json::{Value, json};

use super::*;

const NOW: UnixSeconds = 1_795_200_000;
const TAKEN: &str = "2026-11-20T18:40:00Z";
const A: &str = "AAAXZ2VZFLW4YUNNHFQBPGS6M7RCWWA4OGQSKSEGYV5XHHBVYMSL6SSB";
