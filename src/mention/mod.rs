//! The names in a text: those of the gazetteer, those discovered by their form, and who each one is.

mod acronym;
mod address;
mod beginnings;
mod beside_person;
mod called_body;
mod candidate;
mod capitals;
mod cast;
mod company;
mod context;
mod context_patterns;
mod discovery;
mod event;
#[cfg(test)]
mod examples;
mod forms;
mod gazetted;
mod link;
mod linking;
mod name_parts;
mod neighbors;
mod noted;
mod ordinary;
mod people;
mod person;
mod reading;
mod readings;
mod referent;
mod rule;
mod short_forms;
mod short_names;
mod small_index;
mod spelling;
mod surname;
mod surroundings;
mod syllables;
mod table;
mod teams;
mod token_set;
mod weights;

pub(crate) use cast::{Cast, Name};
pub(crate) use linking::Naming;
pub(crate) use referent::Referent;
pub use rule::Rule;
