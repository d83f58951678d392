//! What the user is told on standard error, one whole line at a time.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Standard error, for messages and for the count of texts, which must not run into each other.
///
/// Records are written by another thread than the one that complains about inputs, so it is shared.
pub(crate) struct Console {
    shows_progress: bool,
    state: Mutex<State>,
}

struct State {
    texts: usize,
    /// Whether the count is on the screen.
    is_shown: bool,
    /// When the count is to be shown next.
    due: Instant,
    has_faults: bool,
}

/// Often enough to seem alive, too seldom to cost anything; what is done sooner need not be counted.
const PAUSE: Duration = Duration::from_millis(100);

impl Console {
    /// Says messages only.
    pub(crate) fn quiet() -> Self {
        let state = State { texts: 0, is_shown: false, due: Instant::now() + PAUSE, has_faults: false };
        Self { shows_progress: false, state: Mutex::new(state) }
    }

    /// Counts texts too, if standard error is a terminal. A log is no place for it.
    pub(crate) fn counting() -> Self {
        Self { shows_progress: io::stderr().is_terminal(), ..Self::quiet() }
    }

    /// Tells the user something.
    pub(crate) fn say(&self, message: impl Display) {
        let mut state = self.state();
        state.wipe();
        // There is nowhere left to complain to if this fails; the same below.
        let _ = writeln!(io::stderr().lock(), "whosaid: {message}");
    }

    /// Says what is wrong with an input. The run goes on, but will not end well.
    pub(crate) fn fault(&self, message: impl Display) {
        self.say(message);
        self.state().has_faults = true;
    }

    /// Whether any fault was found.
    pub(crate) fn has_faults(&self) -> bool {
        self.state().has_faults
    }

    /// One more text is done.
    pub(crate) fn count(&self) {
        if !self.shows_progress {
            return;
        }
        let mut state = self.state();
        state.texts += 1;
        let now = Instant::now();
        if now >= state.due {
            state.due = now + PAUSE;
            state.is_shown = true;
            let mut stderr = io::stderr().lock();
            let _ = write!(stderr, "\r{} texts", state.texts).and_then(|()| stderr.flush());
        }
    }

    /// Takes the count off the screen.
    pub(crate) fn finish(&self) {
        self.state().wipe();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Whatever another thread was doing, a flag and a number are never half-written.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn wipe(&mut self) {
        if std::mem::take(&mut self.is_shown) {
            let mut stderr = io::stderr().lock();
            let _ = write!(stderr, "\r{:30}\r", "").and_then(|()| stderr.flush());
        }
    }
}
