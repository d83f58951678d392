//! What is shown of an audit: rows under heads, the same for people and for machines.

use std::cmp::Reverse;

use clap::ValueEnum;
use serde_json::{Value, json};
use whosaid::{GenderSource, Kind};

use super::audit::{Audit, Group, Speaker};
use super::tally::{Identity, Sum};

/// What rows stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum By {
    /// Everybody who speaks
    #[default]
    Speaker,
    /// Women, men, and whose gender is unknown
    Gender,
    /// The texts
    Document,
    /// Direct, mixed and indirect quotations
    Kind,
}

/// Rows of values. A missing value is `null`.
pub(super) struct Table {
    /// Their names for machines, which say what people read too.
    pub(super) heads: &'static [&'static str],
    pub(super) rows: Vec<Vec<Value>>,
}

impl Table {
    pub(super) fn of(audit: &Audit, by: By) -> Self {
        match by {
            By::Speaker => speakers(audit),
            By::Gender => genders(audit),
            By::Document => documents(audit),
            By::Kind => kinds(audit),
        }
    }

    /// The rows as objects.
    pub(super) fn objects(&self) -> Value {
        let object = |row: &Vec<Value>| -> Value {
            self.heads.iter().zip(row).map(|(head, value)| ((*head).to_owned(), value.clone())).collect()
        };
        self.rows.iter().map(object).collect()
    }
}

/// Hundredths of a percent are more than is known.
fn rounded(share: f64) -> Value {
    json!((share * 10_000.0).round() / 10_000.0)
}

fn share(part: usize, whole: usize) -> Value {
    if whole == 0 { Value::Null } else { rounded(part as f64 / whole as f64) }
}

fn confidence(sum: &Sum) -> Value {
    sum.confidence().map_or(Value::Null, rounded)
}

fn speakers(audit: &Audit) -> Table {
    let mut speakers: Vec<&Speaker> = audit.speakers.iter().collect();
    speakers.sort_by_key(|speaker| {
        let sum = &speaker.voice.sum;
        (Reverse(sum.quotations), Reverse(sum.words()), &speaker.voice.name, &speaker.document)
    });
    let heads = &[
        "name",
        "known_by",
        "id",
        "document",
        "kind",
        "role",
        "gender",
        "gender_from",
        "quotations",
        "articles",
        "words_quoted",
        "words_reported",
        "confidence",
    ];
    Table { heads, rows: speakers.into_iter().map(speaker).collect() }
}

fn speaker(speaker: &Speaker) -> Vec<Value> {
    let voice = &speaker.voice;
    let (known_by, id) = match &voice.identity {
        Identity::Gazetteer(id) => ("gazetteer", Some(id)),
        // Such an id is made for each text anew, so it is none here.
        Identity::Name(_) => ("name", None),
        Identity::Document(_) => ("document", None),
    };
    let gender = speaker.gender();
    vec![
        json!(voice.name),
        json!(known_by),
        json!(id),
        json!(speaker.document),
        json!(voice.kind.map(Kind::as_str)),
        json!(voice.role),
        json!(gender.map(|(gender, _)| gender.as_str())),
        json!(gender.map(|(_, from)| source(from))),
        json!(voice.sum.quotations),
        json!(speaker.articles),
        json!(voice.sum.quoted),
        json!(voice.sum.reported),
        confidence(&voice.sum),
    ]
}

fn source(from: GenderSource) -> &'static str {
    match from {
        GenderSource::Gazetteer => "gazetteer",
        GenderSource::Pronoun => "pronoun",
        _ => "name",
    }
}

/// The groups, and of what is said by women and men the share of each.
pub(super) fn genders(audit: &Audit) -> Table {
    let all = audit.attributed();
    let (women, said_by_women) = audit.group(Group::Women);
    let (men, said_by_men) = audit.group(Group::Men);
    let quotations_of_both = said_by_women.quotations + said_by_men.quotations;
    let row = |group: Group| {
        let (number, sum) = audit.group(group);
        let is_known = matches!(group, Group::Women | Group::Men);
        vec![
            json!(group.name()),
            json!(number),
            share(number, audit.speakers.len()),
            json!(sum.quotations),
            share(sum.quotations, all.quotations),
            json!(sum.words()),
            share(sum.words(), all.words()),
            if is_known { share(number, women + men) } else { Value::Null },
            if is_known { share(sum.quotations, quotations_of_both) } else { Value::Null },
        ]
    };
    let heads = &[
        "group",
        "speakers",
        "share_of_speakers",
        "quotations",
        "share_of_quotations",
        "words",
        "share_of_words",
        "share_of_known_speakers",
        "share_of_known_quotations",
    ];
    Table { heads, rows: Group::ALL.into_iter().map(row).collect() }
}

fn documents(audit: &Audit) -> Table {
    let mut texts: Vec<_> = audit.texts.iter().collect();
    // Of equals the order of the inputs stays.
    texts.sort_by_key(|text| Reverse(text.sum.quotations));
    let row = |text: &super::audit::Text| {
        vec![
            json!(text.document),
            json!(text.speakers),
            json!(text.sum.quotations),
            json!(text.women),
            json!(text.men),
            json!(text.sum.quoted),
            json!(text.sum.reported),
            confidence(&text.sum),
        ]
    };
    let heads = &[
        "document",
        "speakers",
        "quotations",
        "quotations_of_women",
        "quotations_of_men",
        "words_quoted",
        "words_reported",
        "confidence",
    ];
    Table { heads, rows: texts.into_iter().map(row).collect() }
}

fn kinds(audit: &Audit) -> Table {
    let row = |(name, sum): (&str, &Sum)| {
        vec![json!(name), json!(sum.quotations), json!(sum.quoted), json!(sum.reported), confidence(sum)]
    };
    let heads = &["kind", "quotations", "words_quoted", "words_reported", "confidence"];
    Table { heads, rows: ["direct", "mixed", "indirect"].into_iter().zip(&audit.kinds).map(row).collect() }
}
