//! The states of the automaton: the beginnings of the names.
//!
//! This is the goto function of Aho and Corasick ([Efficient string matching, CACM 18 (6), 1975]) without its failure
//! links: a search that is anchored at a word start never follows one, and without them a state costs nine bytes instead
//! of about forty, the states are made in one pass over the sorted keys, and a step is a look at a few neighbouring bytes.
//!
//! [Efficient string matching, CACM 18 (6), 1975]: https://doi.org/10.1145/360825.360855

use std::ops::Range;

use rustc_hash::FxHashMap;

/// A state.
pub(super) type State = u32;

/// Where reading begins.
pub(super) const ROOT: State = 0;

/// The states, breadth first: those that follow on one state are neighbours, in the order of their bytes.
#[derive(Debug)]
pub(super) struct Trie {
    /// The byte that leads to each state; that of the root says nothing.
    labels: Vec<u8>,
    /// Where the states that follow on each state start; with one more at the end.
    followers: Vec<u32>,
    /// One more than the key that ends here, or whose tail begins here; 0 for none.
    keys: Vec<u32>,
    /// Where four letters or digits, as one number, lead from the root. Most searches end there, and the states near the root have the
    /// most followers to look through.
    jumps: FxHashMap<u32, Jump>,
}

/// A state, and how many bytes it takes to come there: less than four when the rest is the beginning of a tail.
#[derive(Clone, Copy, Debug)]
pub(super) struct Jump {
    pub(super) state: State,
    pub(super) depth: u8,
}

impl Trie {
    /// The states for the keys, which are sorted and differ from each other.
    ///
    /// A state that only one key comes to has no followers: the rest of that key is its tail, which starts where the
    /// second number of the pair given to `tail` says.
    pub(super) fn of<'k>(keys: &[&'k [u8]], mut tail: impl FnMut(usize, &'k [u8])) -> Self {
        let mut trie = Self { labels: vec![0], followers: Vec::new(), keys: Vec::new(), jumps: FxHashMap::default() };
        // For each state the keys that come to it, and how many of their bytes have been read.
        let mut comers: Vec<(Range<usize>, usize)> = vec![(0..keys.len(), 0)];
        let mut state = 0;
        while let Some((range, depth)) = comers.get(state).cloned() {
            trie.followers.push(narrow(comers.len()));
            let (Range { mut start, end }, is_root) = (range, state == 0);
            state += 1;
            if end - start == 1 && !is_root {
                tail(start, &keys[start][depth..]);
                trie.keys.push(narrow(start + 1));
                continue;
            }
            let ends_here = start < end && keys[start].len() == depth;
            trie.keys.push(if ends_here { narrow(start + 1) } else { 0 });
            if ends_here {
                tail(start, &[]);
                start += 1;
            }
            while start < end {
                let byte = keys[start][depth];
                let same = keys[start..end].iter().take_while(|key| key[depth] == byte).count();
                trie.labels.push(byte);
                comers.push((start..start + same, depth + 1));
                start += same;
            }
        }
        trie.followers.push(narrow(comers.len()));
        for key in keys {
            if let Some(four) = key.first_chunk().filter(|four| four.iter().all(u8::is_ascii_alphanumeric))
                && !trie.jumps.contains_key(&u32::from_le_bytes(*four))
            {
                let jump = trie.first_steps(four);
                trie.jumps.insert(u32::from_le_bytes(*four), jump);
            }
        }
        trie
    }

    /// The trie with these states and jumps.
    pub(super) fn of_parts(labels: Vec<u8>, followers: Vec<u32>, keys: Vec<u32>, jumps: &[u32]) -> Self {
        let jumps = jumps.chunks_exact(3).map(|jump| {
            let [four, state, depth] = [jump[0], jump[1], jump[2]];
            (four, Jump { state, depth: depth as u8 })
        });
        Self { labels, followers, keys, jumps: jumps.collect() }
    }

    /// What [`of_parts`](Self::of_parts) takes: states, and jumps in an order of their own.
    #[allow(dead_code, reason = "for the build script")]
    pub(super) fn parts(&self) -> (&[u8], &[u32], &[u32], Vec<u32>) {
        let mut jumps: Vec<_> = self.jumps.iter().collect();
        jumps.sort_unstable_by_key(|(four, _)| four.to_le_bytes());
        let numbers = |(&four, jump): (&u32, &Jump)| [four, jump.state, jump.depth.into()];
        (&self.labels, &self.followers, &self.keys, jumps.into_iter().flat_map(numbers).collect())
    }

    fn first_steps(&self, bytes: &[u8]) -> Jump {
        let mut jump = Jump { state: ROOT, depth: 0 };
        for &byte in bytes {
            let Some(state) = self.step(jump.state, byte) else { break };
            jump = Jump { state, depth: jump.depth + 1 };
        }
        jump
    }

    /// Where four letters or digits, in lower case, lead from the root, if any key begins with them.
    #[inline]
    pub(super) fn jump(&self, four: &[u8; 4]) -> Option<Jump> {
        self.jumps.get(&u32::from_le_bytes(*four)).copied()
    }

    /// The state that the byte leads to, if any key goes on with it.
    #[inline]
    pub(super) fn step(&self, state: State, byte: u8) -> Option<State> {
        let first = self.followers[state as usize];
        let labels = &self.labels[first as usize..self.followers[state as usize + 1] as usize];
        let found = if labels.len() > 8 {
            memchr::memchr(byte, labels)?
        } else {
            labels.iter().position(|&label| label == byte)?
        };
        Some(first + found as State)
    }

    /// The key that ends in the state, or whose tail begins there.
    #[inline]
    pub(super) fn key(&self, state: State) -> Option<usize> {
        (self.keys[state as usize] as usize).checked_sub(1)
    }

    /// Whether no state follows: only a tail may.
    #[inline]
    pub(super) fn is_leaf(&self, state: State) -> bool {
        self.followers[state as usize] == self.followers[state as usize + 1]
    }
}

/// A number of states or keys as the tables hold it.
fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect("fewer than 2³² letters")
}

#[cfg(test)]
mod tests {
    use super::{ROOT, Trie};

    #[test]
    fn every_key_is_read_and_nothing_else() {
        let keys: Vec<&[u8]> = vec![b"a", b"ab", b"abc def", b"abd", b"b", b"bzzz"];
        let mut tails = vec![&b""[..]; keys.len()];
        let trie = Trie::of(&keys, |key, tail| tails[key] = tail);
        for (at, key) in keys.iter().enumerate() {
            let mut state = ROOT;
            let mut read = 0;
            while !(trie.is_leaf(state) || read == key.len()) {
                state = trie.step(state, key[read]).unwrap();
                read += 1;
            }
            assert_eq!((trie.key(state), &key[read..]), (Some(at), tails[at]));
        }
        assert_eq!(trie.step(ROOT, b'c'), None);
        assert_eq!(trie.key(ROOT), None);
        assert!(Trie::of(&[], |_, _| {}).step(ROOT, b'a').is_none());
    }
}
