//! The sums of all texts.

use std::collections::HashMap;

use whosaid::{Gender, GenderSource, Kind};

use super::tally::{Identity, Sum, Tally, Voice};

/// Somebody who speaks, in as many texts as can be told to be the same.
#[derive(Debug)]
pub(super) struct Speaker {
    pub(super) voice: Voice,
    pub(super) articles: usize,
    /// The only text, of a speaker who has no name.
    pub(super) document: Option<String>,
    /// Two texts tell different genders.
    disagrees: bool,
}

/// Whose quotations are added up together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Women,
    Men,
    Unknown,
    Organizations,
    Unnamed,
}

impl Group {
    pub(super) const ALL: [Self; 5] = [Self::Women, Self::Men, Self::Unknown, Self::Organizations, Self::Unnamed];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Women => "women",
            Self::Men => "men",
            Self::Unknown => "people of unknown gender",
            Self::Organizations => "organizations and places",
            Self::Unnamed => "unnamed speakers",
        }
    }
}

impl Speaker {
    /// What is known, unless two texts disagree.
    pub(super) fn gender(&self) -> Option<(Gender, GenderSource)> {
        self.voice.gender.filter(|_| !self.disagrees)
    }

    pub(super) fn group(&self) -> Group {
        match (self.gender(), self.voice.kind) {
            (Some((Gender::Female, _)), _) => Group::Women,
            (Some((Gender::Male, _)), _) => Group::Men,
            (None, Some(Kind::Person)) => Group::Unknown,
            (None, Some(_)) => Group::Organizations,
            (None, None) => Group::Unnamed,
        }
    }
}

/// What one text has.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) document: String,
    pub(super) speakers: usize,
    pub(super) sum: Sum,
    /// Whose quotations they are, by the gender that this text shows.
    pub(super) women: usize,
    pub(super) men: usize,
}

#[derive(Debug, Default)]
pub(super) struct Audit {
    pub(super) texts: Vec<Text>,
    pub(super) speakers: Vec<Speaker>,
    pub(super) without_speaker: Sum,
    pub(super) kinds: [Sum; 3],
    /// The places of those who may speak in another text too.
    places: HashMap<Identity, usize>,
}

impl Audit {
    pub(super) fn add(&mut self, tally: Tally) {
        let Tally { document, voices, without_speaker, kinds } = tally;
        let mut text = Text { document, speakers: voices.len(), sum: without_speaker, women: 0, men: 0 };
        self.without_speaker += without_speaker;
        self.kinds.iter_mut().zip(kinds).for_each(|(all, kind)| *all += kind);
        for voice in voices {
            text.sum += voice.sum;
            match voice.gender {
                Some((Gender::Female, _)) => text.women += voice.sum.quotations,
                Some((Gender::Male, _)) => text.men += voice.sum.quotations,
                None => {}
            }
            self.add_voice(voice, &text.document);
        }
        self.texts.push(text);
    }

    fn add_voice(&mut self, voice: Voice, document: &str) {
        let is_named = !matches!(voice.identity, Identity::Document(_));
        if let Some(&place) = self.places.get(&voice.identity).filter(|_| is_named) {
            let speaker = &mut self.speakers[place];
            speaker.articles += 1;
            speaker.voice.sum += voice.sum;
            match (speaker.voice.gender, voice.gender) {
                (Some((one, from)), Some((other, other_from))) => {
                    speaker.disagrees |= one != other;
                    speaker.voice.gender = Some((one, surer(from, other_from)));
                }
                (None, other) => speaker.voice.gender = other,
                (Some(_), None) => {}
            }
            return;
        }
        if is_named {
            self.places.insert(voice.identity.clone(), self.speakers.len());
        }
        let document = (!is_named).then(|| document.to_owned());
        self.speakers.push(Speaker { voice, articles: 1, document, disagrees: false });
    }

    /// Of all quotations whose speaker is known.
    pub(super) fn attributed(&self) -> Sum {
        let mut sum = Sum::default();
        self.speakers.iter().for_each(|speaker| sum += speaker.voice.sum);
        sum
    }

    /// The number of speakers and their sums.
    pub(super) fn group(&self, group: Group) -> (usize, Sum) {
        let mut sum = Sum::default();
        let mut number = 0;
        for speaker in self.speakers.iter().filter(|speaker| speaker.group() == group) {
            number += 1;
            sum += speaker.voice.sum;
        }
        (number, sum)
    }
}

/// Of two sources that agree the one that needs no guess stands for both.
fn surer(one: GenderSource, other: GenderSource) -> GenderSource {
    let rank = |source| match source {
        GenderSource::Gazetteer => 0,
        GenderSource::Pronoun => 1,
        _ => 2,
    };
    if rank(other) < rank(one) { other } else { one }
}
