//! Numbers that are the same at each run with a seed.

/// Splitmix.
pub struct Chance(pub u64);

impl Chance {
    /// The one of that number, in a run with the seed that it has.
    pub fn of_run(number: u64) -> Self {
        Self(number ^ (crate::common::seed() << 40))
    }

    /// One below that.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        for (shift, factor) in [(30, 0xbf58_476d_1ce4_e5b9), (27, 0x94d0_49bb_1331_11eb)] {
            mixed = (mixed ^ (mixed >> shift)).wrapping_mul(factor);
        }
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).unwrap()
    }

    /// So many times of a hundred.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of those.
    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}
