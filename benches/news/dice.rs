//! Chance that falls the same way on every machine.

/// Marsaglia's xorshift.
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice that fall as the seed says, which may not be zero.
    pub(crate) fn new(seed: u64) -> Self {
        assert_ne!(seed, 0, "xorshift never leaves zero");
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `sides`, each as likely.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        (self.next() % sides as u64) as usize
    }

    /// True so often in a hundred.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }

    /// A number below `sides`, `n` about `1 / (n + 1)` as likely as 0: the news names few people often and most people
    /// hardly ever.
    pub(crate) fn rank(&mut self, sides: usize) -> usize {
        let share = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        (((sides + 1) as f64).powf(share) as usize - 1).min(sides - 1)
    }

    /// One of the list, each as likely.
    pub(crate) fn pick<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.roll(list.len())]
    }
}
