//! The states of the automaton: the beginnings of the names.
//!
//! This is the goto function of Aho and Corasick ([Efficient string matching, CACM 18 (6), 1975]) without its failure
//! links: a search that is anchored at a word start never follows one, and without them a state costs eight bytes instead
//! of about forty, the states are made in one pass over the sorted keys, and a step is a look at a few neighbours, which
//! nearly always come from memory together.
//!
//! [Efficient string matching, CACM 18 (6), 1975]: https://doi.org/10.1145/360825.360855

use rustc_hash::FxHashMap;

use super::room;

/// A state, by its place.
pub(super) type State = u32;

/// Where reading begins.
pub(super) const ROOT: State = 0;

/// The byte that stands for the end of a key which other keys go on from. No name has it.
const END: u8 = 0;

/// The states: those that follow on one state are neighbours, in the order of their bytes. Behind them come those that
/// follow on the first of these, and so on: what follows on one state, directly or not, lies together, and is mostly in
/// memory that was looked at just before.
#[derive(Debug)]
pub(super) struct Trie {
    states: Vec<Node>,
    /// Where four letters or digits, as one number, lead from the root, be it by fewer than four bytes to the beginning of a
    /// tail. Most searches end there, and the states near the root have the most followers to look through.
    jumps: FxHashMap<u32, State>,
}

/// A state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// If states follow on it, the first of them; else the value of the only key that begins so.
    pub(super) target: u32,
    /// The byte that leads to it; that of the root says nothing.
    pub(super) label: u8,
    /// How many states follow on it.
    pub(super) followers: u8,
}

/// The keys that a trie is made of, sorted and different from each other.
pub(super) trait Keys {
    /// How many there are.
    fn count(&self) -> usize;

    /// What the trie leads to.
    fn value(&self, key: usize) -> u32;

    /// A byte of the key; `None` behind its end.
    fn byte(&self, key: usize, at: usize) -> Option<u8>;

    /// How many bytes each key has in common with the one before it.
    fn common(&self) -> &[u32];
}

impl Trie {
    /// The states for the keys.
    ///
    /// A state that only one key comes to has no followers: the rest of that key is its tail.
    pub(super) fn of(keys: &impl Keys) -> Self {
        let mut trie = Self { states: room::list(2 * keys.count() + 1), jumps: FxHashMap::default() };
        trie.states.append(&mut Self::empty().states);
        // The states that several keys come to: the first and the end of these keys, and the length of what they share.
        let mut branches = if keys.count() == 0 { Vec::new() } else { vec![(ROOT, 0, keys.count(), 0)] };
        let common = keys.common();
        while let Some((state, mut start, end, depth)) = branches.pop() {
            let (first, known) = (trie.states.len(), branches.len());
            while start < end {
                let same = 1 + common[start + 1..end].iter().take_while(|&&common| common as usize > depth).count();
                if same > 1 {
                    branches.push((narrow(trie.states.len()), start, start + same, depth + 1));
                }
                let label = keys.byte(start, depth).unwrap_or(END);
                trie.states.push(Node { target: keys.value(start), label, followers: 0 });
                start += same;
            }
            branches[known..].reverse();
            let followers = u8::try_from(trie.states.len() - first).expect("UTF-8 has fewer than 256 bytes");
            let state = &mut trie.states[state as usize];
            (state.target, state.followers) = (narrow(first), followers);
        }
        for key in (0..keys.count()).filter(|&key| key == 0 || common[key] < 4) {
            let four = [0, 1, 2, 3].map(|at| keys.byte(key, at).unwrap_or(END));
            if four.iter().all(u8::is_ascii_alphanumeric) {
                trie.jumps.insert(u32::from_le_bytes(four), trie.first_steps(four));
            }
        }
        trie.jumps.shrink_to_fit();
        trie.states.shrink_to_fit();
        trie
    }

    /// The states for no keys.
    pub(super) fn empty() -> Self {
        Self { states: vec![Node { target: 0, label: END, followers: 0 }], jumps: FxHashMap::default() }
    }

    /// The trie with these states and jumps; `None` if a state or a jump leads to no state, or where a value ought to be
    /// there is a greater number than the last one.
    pub(super) fn of_parts(
        states: Vec<Node>,
        jumps: impl Iterator<Item = (u32, State)>,
        values: usize,
    ) -> Option<Self> {
        let jumps: FxHashMap<u32, State> = jumps.collect();
        let is_state = |state: u32| ROOT < state && (state as usize) < states.len();
        let leads = |&Node { target, followers, .. }: &Node| match followers {
            0 => (target as usize) < values,
            _ => ROOT < target && target as usize + usize::from(followers) <= states.len(),
        };
        // The root has no value, even if nothing follows.
        let is_sound = states.split_first().is_some_and(|(root, others)| {
            (root.followers == 0 || leads(root))
                && others.iter().all(leads)
                && jumps.values().all(|&state| is_state(state))
        });
        is_sound.then_some(Self { states, jumps })
    }

    /// What [`of_parts`](Self::of_parts) takes: states, and jumps in an order of their own.
    pub(super) fn parts(&self) -> (&[Node], Vec<(u32, State)>) {
        let mut jumps: Vec<_> = self.jumps.iter().map(|(&four, &state)| (four, state)).collect();
        jumps.sort_unstable_by_key(|(four, _)| four.to_le_bytes());
        (&self.states, jumps)
    }

    fn first_steps(&self, bytes: [u8; 4]) -> State {
        let mut state = ROOT;
        for byte in bytes {
            let Some(next) = self.step(state, byte) else { break };
            state = next;
        }
        state
    }

    /// Where four letters or digits, in lower case, lead from the root, if any key begins with them.
    #[inline]
    pub(super) fn jump(&self, four: &[u8; 4]) -> Option<State> {
        self.jumps.get(&u32::from_le_bytes(*four)).copied()
    }

    /// The state that the byte leads to, if any key goes on with it. No key goes on with a zero byte.
    #[inline]
    pub(super) fn step(&self, state: State, byte: u8) -> Option<State> {
        let found = self.followers(state).iter().position(|node| node.label == byte)?;
        (byte != END).then_some(self.states[state as usize].target + found as State)
    }

    #[inline]
    fn followers(&self, state: State) -> &[Node] {
        let Node { target, followers, .. } = self.states[state as usize];
        if followers == 0 { &[] } else { &self.states[target as usize..][..usize::from(followers)] }
    }

    /// The value of the key that ends in the state, if other keys go on from there.
    #[inline]
    pub(super) fn value(&self, state: State) -> Option<u32> {
        let first = self.followers(state).first()?;
        (first.label == END && first.followers == 0).then_some(first.target)
    }

    /// The value of the only key that begins so, if it is the only one: its tail may follow, but no state.
    #[inline]
    pub(super) fn leaf(&self, state: State) -> Option<u32> {
        let Node { target, followers, .. } = self.states[state as usize];
        (followers == 0).then_some(target)
    }
}

/// A number of states as the tables hold it.
fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect("fewer than 2³² letters")
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Few(Vec<&'static str>, Vec<u32>);

    impl Keys for Few {
        fn count(&self) -> usize {
            self.0.len()
        }

        fn value(&self, key: usize) -> u32 {
            key as u32 + 10
        }

        fn byte(&self, key: usize, at: usize) -> Option<u8> {
            self.0[key].as_bytes().get(at).copied()
        }

        fn common(&self) -> &[u32] {
            &self.1
        }
    }

    #[test]
    fn every_key_is_read_and_nothing_else() {
        let keys = Few(vec!["a", "ab", "abc def", "abd", "b", "bzzz"], vec![0, 1, 2, 2, 0, 1]);
        let trie = Trie::of(&keys);
        for (at, key) in keys.0.iter().enumerate() {
            let mut state = ROOT;
            let mut read = 0;
            while trie.leaf(state).is_none() && read < key.len() {
                state = trie.step(state, key.as_bytes()[read]).unwrap();
                read += 1;
            }
            assert_eq!(trie.leaf(state).or(trie.value(state)), Some(keys.value(at)), "{key}");
        }
        assert_eq!(trie.step(ROOT, b'c'), None);
        assert_eq!(trie.step(trie.step(ROOT, b'a').unwrap(), 0), None);
        assert_eq!(trie.value(ROOT), None);
        assert_eq!(trie.jump(b"bzzz").and_then(|state| trie.leaf(state)), Some(15));
        assert!(Trie::of(&Few(Vec::new(), Vec::new())).step(ROOT, b'a').is_none());
    }
}
