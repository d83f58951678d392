//! What the user is told on standard error, one whole line at a time.

use std::fmt::{self, Display};
use std::io::{self, Read, Write};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

/// Standard error, for messages and for the progress, which must not run into each other.
///
/// Records are written by another thread than the one that complains about inputs, so it is shared.
pub(crate) struct Console {
    bar: ProgressBar,
    /// Where the progress will be shown, until it is.
    screen: Mutex<Option<ProgressDrawTarget>>,
    texts: Arc<AtomicUsize>,
    has_faults: AtomicBool,
}

/// What is done sooner need not be counted.
const PATIENCE: Duration = Duration::from_millis(300);

const OF_SO_MANY: &str = "{texts} texts, {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left";
const OF_UNKNOWN: &str = "{texts} texts, {bytes}, {bytes_per_sec}";

impl Console {
    /// Says messages only.
    pub(crate) fn quiet() -> Self {
        let bar = ProgressBar::hidden();
        Self { bar, screen: Mutex::new(None), texts: Arc::default(), has_faults: AtomicBool::new(false) }
    }

    /// Counts texts and bytes too, if standard error is a terminal; a log is no place for it. With their number in all, if it
    /// is known, it says how long it will take.
    pub(crate) fn counting(bytes: Option<u64>) -> Self {
        Self::on(bytes, ProgressDrawTarget::stderr())
    }

    fn on(bytes: Option<u64>, screen: ProgressDrawTarget) -> Self {
        let console = Self { screen: Mutex::new(Some(screen)), ..Self::quiet() };
        let texts = Arc::clone(&console.texts);
        let key = move |_: &ProgressState, line: &mut dyn fmt::Write| {
            let _ = write!(line, "{}", texts.load(Ordering::Relaxed));
        };
        if let Some(bytes) = bytes {
            console.bar.set_length(bytes);
        }
        let style = ProgressStyle::with_template(if bytes.is_some() { OF_SO_MANY } else { OF_UNKNOWN });
        console.bar.set_style(style.expect("a template that is read by a test").with_key("texts", key));
        console
    }

    /// The reader, its bytes counted as they are read.
    pub(crate) fn counted<'a>(&'a self, reader: impl Read + 'a) -> impl Read + 'a {
        Counted { reader, console: self }
    }

    fn advance(&self, bytes: u64) {
        if self.bar.elapsed() >= PATIENCE
            && let Some(screen) = self.screen.lock().unwrap_or_else(PoisonError::into_inner).take()
        {
            self.bar.set_draw_target(screen);
        }
        self.bar.inc(bytes);
    }

    /// Tells the user something.
    pub(crate) fn say(&self, message: impl Display) {
        // There is nowhere left to complain to if this fails.
        let _ = self.bar.suspend(|| writeln!(io::stderr().lock(), "whosaid: {message}"));
    }

    /// Says what is wrong with an input. The run goes on, but will not end well.
    pub(crate) fn fault(&self, message: impl Display) {
        self.say(message);
        self.has_faults.store(true, Ordering::Relaxed);
    }

    /// Whether any fault was found.
    pub(crate) fn has_faults(&self) -> bool {
        self.has_faults.load(Ordering::Relaxed)
    }

    /// One more text is done.
    pub(crate) fn count(&self) {
        self.texts.fetch_add(1, Ordering::Relaxed);
    }

    /// Takes the progress off the screen.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

struct Counted<'a, R> {
    reader: R,
    console: &'a Console,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.reader.read(buffer)?;
        self.console.advance(length as u64);
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use indicatif::InMemoryTerm;

    use super::*;

    fn console(bytes: Option<u64>) -> (Console, InMemoryTerm) {
        let terminal = InMemoryTerm::new(3, 100);
        (Console::on(bytes, ProgressDrawTarget::term_like_with_hz(Box::new(terminal.clone()), 255)), terminal)
    }

    /// Reads some kilobytes, a while after the beginning.
    fn read(console: &Console) {
        thread::sleep(PATIENCE);
        console.count();
        io::copy(&mut console.counted(&[b'a'; 4096][..]), &mut io::sink()).unwrap();
    }

    #[test]
    fn long_work_shows_what_is_done_and_how_long_it_will_take() {
        let (console, terminal) = console(Some(8192));
        console.advance(0);
        assert_eq!(terminal.contents(), "", "nobody waits for what is done soon");
        read(&console);
        let line = terminal.contents();
        assert!(line.starts_with("1 texts, 4.00 KiB of 8.00 KiB, "), "{line}");
        assert!(line.contains("/s, ") && line.ends_with("s left"), "{line}");
        console.finish();
        assert_eq!(terminal.contents(), "");
    }

    #[test]
    fn work_without_an_end_shows_what_is_done() {
        let (console, terminal) = console(None);
        read(&console);
        let line = terminal.contents();
        assert!(line.starts_with("1 texts, 4.00 KiB, ") && line.ends_with("/s"), "{line}");
    }
}
