//! Rules of generic claims: those about time, since nothing else of them is known.

use super::findings::Findings;
use super::sealed::Rules;
use super::{Context, check_times};
use crate::jwt::claims::{Claims, Generic};

impl Rules for Generic {
    fn check(claims: &Claims<Self>, context: &Context<'_>, findings: &mut Findings) {
        check_times(claims, context.now, findings);
    }
}
