//! The gazetteer that is compiled into the library.

use once_cell::sync::Lazy;

use super::Gazetteer;

/// The files under `gazetteers/`, by name.
pub(super) const FILES: &[(&str, &str)] = &[
    ("places-countries.tsv", include_str!("../../gazetteers/places-countries.tsv")),
    ("places-cities-us.tsv", include_str!("../../gazetteers/places-cities-us.tsv")),
    ("people-leaders.tsv", include_str!("../../gazetteers/people-leaders.tsv")),
    ("people-us.tsv", include_str!("../../gazetteers/people-us.tsv")),
    ("people-offices.tsv", include_str!("../../gazetteers/people-offices.tsv")),
    ("people-congress.tsv", include_str!("../../gazetteers/people-congress.tsv")),
    ("people-world.tsv", include_str!("../../gazetteers/people-world.tsv")),
    ("people-history.tsv", include_str!("../../gazetteers/people-history.tsv")),
    ("organizations-public.tsv", include_str!("../../gazetteers/organizations-public.tsv")),
    ("organizations-private.tsv", include_str!("../../gazetteers/organizations-private.tsv")),
];

/// Built on first use. That it can be is tested below: a fault in the files never reaches a user.
pub(super) static GAZETTEER: Lazy<Gazetteer> = Lazy::new(|| match Gazetteer::builder().bundled().build() {
    Ok(gazetteer) => gazetteer,
    Err(error) => panic!("the bundled gazetteers are faulty:\n{error}"),
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_files_have_no_fault() {
        if let Err(error) = Gazetteer::builder().bundled().build() {
            panic!("{} faults:\n{error}", error.faults().len());
        }
    }
}
