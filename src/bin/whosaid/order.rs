//! Many things done at the same time, their results in the order of the things.

use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// As many threads as were asked for, else as there are processors.
pub(crate) fn threads(asked: Option<u16>) -> usize {
    let available = || thread::available_parallelism().map_or(1, usize::from);
    asked.map_or_else(available, usize::from)
}

/// Does the work on every item with so many threads, each with a worker of its own, and hands the results to `each` in
/// the order of the items, until it breaks off.
///
/// Items are taken one by one and a result is handed over as soon as those before it have been, so that texts can be
/// streamed: the first record is there before the second text is. No more than a few items for each thread are under
/// way at any time, however many there are and however slowly the results are taken.
//
// Every item travels with a channel for its result; the queue of the other ends of these channels is the order. That
// is less code than numbering the results and sorting them, and the queue's bound is what keeps memory small.
// Threads are used for a single job too: one way through the program is easier to trust than two.
pub(crate) fn in_order<T: Send, R: Send, W: FnMut(T) -> R>(
    threads: usize,
    items: impl Iterator<Item = T>,
    worker: impl Fn() -> W + Sync,
    mut each: impl FnMut(R) -> ControlFlow<()> + Send,
) {
    let (to_workers, work_queue) = sync_channel::<(T, SyncSender<R>)>(threads);
    let (to_taker, results) = sync_channel::<Receiver<R>>(2 * threads);
    // The workers alone own the queue: should all of them panic, it is gone, and nobody waits for room in it for ever.
    let work_queue = Arc::new(Mutex::new(work_queue));
    let worker = &worker;
    thread::scope(|scope| {
        for _ in 0..threads {
            let work_queue = Arc::clone(&work_queue);
            let next = move || work_queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
            scope.spawn(move || {
                let mut work = worker();
                while let Ok((item, result)) = next() {
                    // Fails when nobody wants results any more; the queue will then soon be empty.
                    let _ = result.send(work(item));
                }
            });
        }
        drop(work_queue);
        scope.spawn(move || {
            for result in results {
                let Ok(result) = result.recv() else { break };
                if each(result).is_break() {
                    break;
                }
            }
        });
        for item in items {
            let (sender, receiver) = sync_channel(1);
            if to_taker.send(receiver).is_err() || to_workers.send((item, sender)).is_err() {
                break;
            }
        }
        // The threads end when they find their queues empty and closed.
        drop((to_taker, to_workers));
    });
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_come_in_order() {
        for threads in [1, 3, 16] {
            let mut results = Vec::new();
            let work = |item: u64| {
                // The earlier of two neighbours takes longer.
                thread::sleep(Duration::from_micros(200 * (item % 2)));
                item * item
            };
            in_order(
                threads,
                1..200,
                || work,
                |result| {
                    results.push(result);
                    ControlFlow::Continue(())
                },
            );
            assert!(results.iter().copied().eq((1..200).map(|item| item * item)), "{threads} threads: {results:?}");
        }
    }

    #[test]
    fn endless_items_end_when_no_more_results_are_wanted() {
        let mut results = Vec::new();
        in_order(
            4,
            0..,
            || |item: u64| item,
            |result| {
                results.push(result);
                if result < 9 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            },
        );
        assert_eq!(results, Vec::from_iter(0..10));
    }

    /// It does not wait for ever instead.
    #[test]
    fn a_panic_ends_it() {
        for threads in [1, 2] {
            let panics = || in_order(threads, 0.., || |item: u64| assert!(item < 3), |()| ControlFlow::Continue(()));
            assert!(std::panic::catch_unwind(panics).is_err());
        }
    }

    #[test]
    fn no_items_no_results() {
        in_order(2, std::iter::empty::<u8>(), || |item| item, |_| panic!("a result of nothing"));
    }
}
