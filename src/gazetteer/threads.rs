//! Work that is worth a second thread.
//!
//! The threads are the standard library's and live as long as the call, so that nothing is configured and nothing stays;
//! what comes out is the same for any number of them.

use std::cmp::Ordering;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// A thread with less than this to do, in bytes of text, is not worth starting.
const WORTHWHILE: usize = 1 << 18;

/// More than these would wait for memory most of the time.
const LIMIT: usize = 8;

/// How many threads to share so many bytes of text among.
pub(super) fn count(bytes: usize) -> usize {
    let most = (bytes / WORTHWHILE).min(LIMIT);
    if most < 2 { 1 } else { most.min(thread::available_parallelism().map_or(1, usize::from)) }
}

/// What the function makes of each item, in the order of the items: a thread for each.
pub(super) fn map<T: Send, R: Send>(mut items: Vec<T>, each: impl Fn(T) -> R + Sync) -> Vec<R> {
    fn ordered<T: Send, R: Send>(items: &mut Vec<T>, each: &(impl Fn(T) -> R + Sync)) -> Vec<R> {
        let Some(last) = items.pop() else { return Vec::new() };
        if items.is_empty() {
            return vec![each(last)];
        }
        let (result, mut results) = aside(|| each(last), || ordered(items, each));
        results.push(result);
        results
    }
    ordered(&mut items, &each)
}

/// What both functions return; with a thread for the first one if they are long.
pub(super) fn both<A: Send, B>(are_long: bool, a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B) -> (A, B) {
    if are_long { aside(a, b) } else { (a(), b()) }
}

/// What both functions return, the first one in another thread if there may be one: where a limit allows none, it waits for
/// the second.
fn aside<A: Send, B>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B) -> (A, B) {
    let waiting = Mutex::new(Some(a));
    let run = || waiting.lock().unwrap_or_else(PoisonError::into_inner).take().map(|a| a());
    thread::scope(|scope| {
        let thread = thread::Builder::new().spawn_scoped(scope, run).ok();
        let b = b();
        let a = match thread {
            Some(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
            None => run(),
        };
        (a.expect("nobody else has taken it"), b)
    })
}

/// Sorts with so many threads.
pub(super) fn sort<T: Send>(list: &mut [T], threads: usize, compare: &(impl Fn(&T, &T) -> Ordering + Sync)) {
    if threads < 2 || list.len() < 2 {
        return list.sort_unstable_by(compare);
    }
    let middle = list.len() / 2;
    let (less, _, greater) = list.select_nth_unstable_by(middle, compare);
    aside(|| sort(less, threads / 2, compare), || sort(greater, threads - threads / 2, compare));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_number_of_threads_does_the_same() {
        assert_eq!(count(1000), 1);
        let numbers: Vec<u32> = (0..1000_u32).map(|number| number.wrapping_mul(2_654_435_761) % 300).collect();
        let mut expected = numbers.clone();
        expected.sort_unstable();
        for threads in 0..9 {
            let mut sorted = numbers.clone();
            sort(&mut sorted, threads, &u32::cmp);
            assert_eq!(sorted, expected, "{threads} threads");
            let squares = map((0..threads).collect(), |number| number * number);
            assert!(squares.into_iter().eq((0..threads).map(|number| number * number)));
        }
    }
}
