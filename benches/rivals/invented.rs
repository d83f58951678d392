//! Names of nobody: as many as are asked for, formed as real ones are, and the same ones every time.

use std::collections::HashSet;

use whosaid::Kind;

use crate::news::Dice;

const ONSETS: &[&str] =
    &["b", "br", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "v", "w", "z"];
const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "ai", "ee", "ou"];
const CODAS: &[&str] = &["", "", "l", "n", "nd", "r", "rt", "s", "ck", "m"];
const ENDINGS: &[&str] = &["", "", "", "son", "berg", "ez", "ova", "sky", "ton", "man", "ini", "er"];
const TOWNS: &[&str] = &["ville", "ford", "burg", "stad", "mouth", " Springs", " Falls", " Heights"];
const BEFORE: &[&str] = &["New", "Port", "Saint", "North", "Upper", "El"];
const BODIES: &[&str] =
    &["Institute", "Holdings", "Council", "University", "Brothers", "Airlines", "Foundation", "Bank"];

/// How many given names and surnames there are: few of the first are shared by many, as among people.
const GIVEN: usize = 3_000;
const SURNAMES: usize = 200_000;

/// So many different names; a shorter list is the beginning of a longer one. Of ten, six are of people, two of places and
/// two of organizations, and they have 15 bytes on average.
pub(crate) fn invented(count: usize) -> Vec<(Kind, String)> {
    let mut dice = Dice::new(0xD1B5_4A32_D192_ED03);
    let given = words(&mut dice, GIVEN, 2, &[""]);
    let surnames = words(&mut dice, SURNAMES, 2, ENDINGS);
    let mut seen = HashSet::new();
    let mut names = Vec::with_capacity(count);
    while names.len() < count {
        let (kind, name) = name(&mut dice, &given, &surnames);
        if seen.insert(name.clone()) {
            names.push((kind, name));
        }
    }
    names
}

fn name(dice: &mut Dice, given: &[String], surnames: &[String]) -> (Kind, String) {
    let surname = dice.pick(surnames);
    match dice.roll(20) {
        0..9 => (Kind::Person, format!("{} {surname}", given[dice.rank(given.len())])),
        9..12 => {
            let initial = char::from(b'A' + dice.roll(26) as u8);
            (Kind::Person, format!("{} {initial}. {surname}", given[dice.rank(given.len())]))
        }
        12..14 => (Kind::Place, format!("{surname}{}", dice.pick(TOWNS))),
        14..16 => (Kind::Place, format!("{} {surname}", dice.pick(BEFORE))),
        16..18 => (Kind::Organization, format!("{surname} {}", dice.pick(BODIES))),
        18 => (Kind::Organization, format!("{} of {surname}", dice.pick(BODIES))),
        _ => (Kind::Organization, format!("{surname} & {}", dice.pick(surnames))),
    }
}

fn words(dice: &mut Dice, count: usize, syllables: usize, endings: &[&str]) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut words = Vec::with_capacity(count);
    while words.len() < count {
        let mut word: String =
            (0..syllables).flat_map(|_| [*dice.pick(ONSETS), *dice.pick(VOWELS), *dice.pick(CODAS)]).collect();
        word += *dice.pick(endings);
        word[..1].make_ascii_uppercase();
        if seen.insert(word.clone()) {
            words.push(word);
        }
    }
    words
}

/// The names as the table from which a gazetteer is built.
pub(crate) fn table(names: &[(Kind, String)]) -> String {
    let mut table = String::from("id\tname\tkind\n");
    for (index, (kind, name)) in names.iter().enumerate() {
        table += &format!("{kind}/n{index}\t{name}\t{kind}\n");
    }
    table
}
