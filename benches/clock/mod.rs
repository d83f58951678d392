//! Timing so that cases can be compared.

use std::hint::black_box;
use std::time::Duration;

use cpu_time::ThreadTime;

/// Something to time, which returns a count so that no work can be left out.
pub(crate) struct Case<'c> {
    pub(crate) name: String,
    run: Box<dyn Fn() -> usize + 'c>,
    pub(crate) best: Duration,
}

impl<'c> Case<'c> {
    pub(crate) fn new(name: impl Into<String>, run: impl Fn() -> usize + 'c) -> Self {
        Self { name: name.into(), run: Box::new(run), best: Duration::MAX }
    }

    /// Megabytes a second in the best round.
    pub(crate) fn speed(&self, bytes: usize) -> f64 {
        bytes as f64 / 1e6 / self.best.as_secs_f64()
    }
}

/// The time that the work takes this thread, without what its neighbours on the machine take.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = ThreadTime::now();
    let done = black_box(work());
    (start.elapsed(), done)
}

/// Times each case once a round. They take turns, so that a bad moment of the machine hurts all of them, and each keeps its
/// best round.
pub(crate) fn take_turns(cases: &mut [Case], rounds: usize) {
    for _ in 0..rounds {
        for case in &mut *cases {
            let (time, _) = timed(&case.run);
            case.best = case.best.min(time);
        }
    }
}
