//! The names of the sieves.

/// A named attribution rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sieve {
    Transcript,
    Colon,
    QuotationCueSpeaker,
    QuotationSpeakerCue,
    Interrupted,
    SpeakerCueQuotation,
    PartedSpeaker,
    SharedSpeaker,
    Participle,
    NounCue,
    AccordingTo,
    SpeakerCueClause,
    ClauseSpeakerCue,
    Beside,
    NamedBeforeColon,
    Continued,
    ColonBeforeParagraph,
    Signed,
    SameParagraph,
    Turn,
    NextParagraph,
}

impl Sieve {
    /// The name that records give.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Transcript => "transcript",
            Self::Colon => "colon",
            Self::QuotationCueSpeaker => "quotation-cue-speaker",
            Self::QuotationSpeakerCue => "quotation-speaker-cue",
            Self::Interrupted => "interrupted",
            Self::SpeakerCueQuotation => "speaker-cue-quotation",
            Self::PartedSpeaker => "parted-speaker",
            Self::SharedSpeaker => "shared-speaker",
            Self::Participle => "participle",
            Self::NounCue => "noun-cue",
            Self::AccordingTo => "according-to",
            Self::SpeakerCueClause => "speaker-cue-clause",
            Self::ClauseSpeakerCue => "clause-speaker-cue",
            Self::Beside => "beside",
            Self::NamedBeforeColon => "named-before-colon",
            Self::Continued => "continued",
            Self::ColonBeforeParagraph => "colon-before-paragraph",
            Self::Signed => "signed",
            Self::SameParagraph => "same-paragraph",
            Self::Turn => "turn",
            Self::NextParagraph => "next-paragraph",
        }
    }
}
