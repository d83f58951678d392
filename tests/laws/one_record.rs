//! The laws of a record beside its text.

use std::collections::HashSet;

use whosaid::{QuotationKind, Record, Rule, SCHEMA};

use crate::law::{Verdict, content, cross, is_within, law, overlap, slices, voices};

pub(crate) fn names_its_schema_and_length(text: &str, record: &Record) -> Verdict {
    law(record.schema == SCHEMA && record.length == text.len(), || "schema or length is wrong".into())
}

pub(crate) fn spans_are_in_the_text(text: &str, record: &Record) -> Verdict {
    for (span, _, what) in slices(record) {
        law(span.start < span.end, || format!("an empty {what} at {}", span.start))?;
        law(span.end <= text.len(), || format!("a {what} ends at {}, behind the text", span.end))?;
        let cuts = !text.is_char_boundary(span.start) || !text.is_char_boundary(span.end);
        law(!cuts, || format!("a {what} cuts a character: {span:?}"))?;
    }
    Ok(())
}

pub(crate) fn text_is_its_slice(text: &str, record: &Record) -> Verdict {
    for (span, slice, what) in slices(record) {
        law(text.get(span.clone()) == Some(slice), || format!("{what} span {span:?} is not {slice:?}"))?;
        law(slice.trim() == slice, || format!("{what} {slice:?} has white space at its edge"))?;
    }
    Ok(())
}

pub(crate) fn mentions_do_not_overlap(_: &str, record: &Record) -> Verdict {
    for pair in record.mentions.windows(2) {
        law(pair[0].end <= pair[1].start, || format!("mentions {:?} and {:?} overlap", pair[0].text, pair[1].text))?;
    }
    Ok(())
}

pub(crate) fn entities_are_those_mentioned(_: &str, record: &Record) -> Verdict {
    let mut ids = HashSet::new();
    for entity in &record.entities {
        law(ids.insert(&*entity.id), || format!("two entities {}", entity.id))?;
        law(entity.id.starts_with(&format!("{}/", entity.kind)), || format!("{} is a {}", entity.id, entity.kind))?;
        law(!entity.name.trim().is_empty(), || format!("{} has no name", entity.id))?;
        let shows = entity.gender.is_some() == entity.gender_from.is_some();
        law(shows, || format!("{} has a gender that nothing shows, or none that something shows", entity.id))?;
    }
    let mut first = Vec::new();
    for id in record.mentions.iter().filter_map(|mention| mention.entity.as_deref()) {
        if !first.contains(&id) {
            first.push(id);
        }
    }
    law(record.entities.iter().map(|entity| &*entity.id).eq(first), || {
        "entities are not in the order of mentions".into()
    })?;
    for entity in &record.entities {
        let mut rules = Vec::new();
        for mention in record.mentions.iter().filter(|mention| mention.entity.as_deref() == Some(&*entity.id)) {
            if !rules.contains(&mention.rule) {
                rules.push(mention.rule);
            }
        }
        let named = rules.iter().all(|rule| Rule::ALL.contains(rule));
        law(named && rules == entity.evidence, || format!("{} has the evidence {:?}", entity.id, entity.evidence))?;
    }
    Ok(())
}

pub(crate) fn ids_resolve(_: &str, record: &Record) -> Verdict {
    for mention in &record.mentions {
        let resolves = mention.entity.as_deref().is_none_or(|id| record.entity(id).is_some());
        law(resolves, || format!("no entity {:?} of mention {:?}", mention.entity, mention.text))?;
    }
    for (voice, what) in record.quotations.iter().flat_map(voices) {
        if let Some(id) = &voice.entity {
            let entity = record.entity(id).ok_or_else(|| format!("no entity {id} of {what}"))?;
            law(entity.name == voice.name, || format!("{what} {id} is called {}, not {}", voice.name, entity.name))?;
        }
        let Some(index) = voice.mention else { continue };
        let mention = record.mentions.get(index).ok_or_else(|| format!("{what} has mention {index}"))?;
        law(mention.entity == voice.entity, || {
            format!("{what} of another entity, {:?}, than its mention {mention:?}", voice.entity)
        })?;
    }
    Ok(())
}

pub(crate) fn parts_are_in_order(_: &str, record: &Record) -> Verdict {
    for quotation in &record.quotations {
        let shown = || quotation.content.iter().map(|slice| &*slice.text).collect::<Vec<_>>();
        law(!quotation.content.is_empty(), || "a quotation has no content".into())?;
        for pair in quotation.content.windows(2) {
            law(pair[0].end <= pair[1].start, || format!("parts overlap or are out of order: {:?}", shown()))?;
        }
        for pair in quotation.quoted.windows(2) {
            law(pair[0].end <= pair[1].start, || format!("quoted words overlap or are out of order in {:?}", shown()))?;
        }
        for quoted in &quotation.quoted {
            let within = content(quotation).any(|part| is_within(&(quoted.start..quoted.end), &part));
            law(within, || format!("quoted {:?} outside of {:?}", quoted.text, shown()))?;
        }
    }
    Ok(())
}

/// Marks of any shape, what stands for them in half-stripped pages, and whatever makes no sound.
fn is_around_words(piece: &str) -> bool {
    let mut rest = piece.split('&');
    let stripped = |piece: &str| piece.split_once(';').is_some_and(|(name, rest)| name.len() < 8 && is_silent(rest));
    rest.next().is_none_or(is_silent) && rest.all(|piece| is_silent(piece) || stripped(piece))
}

fn is_silent(piece: &str) -> bool {
    !piece.contains(char::is_alphanumeric)
}

pub(crate) fn kind_tells_what_is_quoted(text: &str, record: &Record) -> Verdict {
    for quotation in &record.quotations {
        let shown = || quotation.content.iter().map(|slice| &*slice.text).collect::<Vec<_>>();
        law((quotation.kind == QuotationKind::Indirect) == quotation.quoted.is_empty(), || {
            format!("{:?} with {} quoted in {:?}", quotation.kind, quotation.quoted.len(), shown())
        })?;
        if quotation.kind != QuotationKind::Direct {
            continue;
        }
        for part in content(quotation) {
            let mut at = part.start;
            for quoted in quotation.quoted.iter().filter(|it| is_within(&(it.start..it.end), &part)) {
                let between = &text[at..quoted.start];
                law(is_around_words(between), || format!("words in no marks, {between:?}, in direct {:?}", shown()))?;
                at = quoted.end;
            }
            let between = &text[at..part.end];
            law(is_around_words(between), || format!("words in no marks, {between:?}, in direct {:?}", shown()))?;
        }
    }
    Ok(())
}

pub(crate) fn cue_is_outside_of_its_content(_: &str, record: &Record) -> Verdict {
    for quotation in &record.quotations {
        let Some(cue) = &quotation.cue else { continue };
        law(!cue.lemma.is_empty(), || format!("cue {:?} has no lemma", cue.text))?;
        for part in content(quotation) {
            law(!overlap(&(cue.start..cue.end), &part), || format!("cue {:?} in its own content {part:?}", cue.text))?;
        }
    }
    Ok(())
}

pub(crate) fn voice_has_a_name_and_a_place(_: &str, record: &Record) -> Verdict {
    for quotation in &record.quotations {
        for (voice, what) in voices(quotation) {
            law(!voice.name.trim().is_empty(), || format!("a {what} has no name"))?;
            let whole = voice.start.is_some() == voice.end.is_some() && voice.start.is_some() == voice.text.is_some();
            law(whole, || format!("{what} {} has half a span", voice.name))?;
            let (Some(start), Some(end)) = (voice.start, voice.end) else { continue };
            for part in content(quotation) {
                law(!cross(&(start..end), &part), || format!("{what} {:?} crosses its content {part:?}", voice.text))?;
            }
            if let Some(mention) = voice.mention.and_then(|index| record.mentions.get(index)) {
                let within = is_within(&(mention.start..mention.end), &(start..end));
                law(within, || format!("mention {:?} outside of {what} {:?}", mention.text, voice.text))?;
            }
        }
    }
    Ok(())
}

pub(crate) fn speaker_has_a_sieve(_: &str, record: &Record) -> Verdict {
    for quotation in &record.quotations {
        law(quotation.speaker.is_some() == quotation.sieve.is_some(), || {
            format!("speaker without sieve or sieve without speaker: {:?}, {:?}", quotation.speaker, quotation.sieve)
        })?;
        let named = quotation.speaker.is_some() || quotation.cue.is_none() && quotation.addressee.is_none();
        law(named, || format!("a cue or an addressee without a speaker: {:?}", quotation.content))?;
        law((0.0..=1.0).contains(&quotation.confidence), || format!("confidence {}", quotation.confidence))?;
        let sure = quotation.sieve.is_some() == (quotation.confidence > 0.0);
        law(sure, || format!("confidence {} with the sieve {:?}", quotation.confidence, quotation.sieve))?;
    }
    Ok(())
}

pub(crate) fn quotations_nest_or_are_apart(_: &str, record: &Record) -> Verdict {
    let starts: Vec<_> = record.quotations.iter().filter_map(|it| content(it).next()).map(|part| part.start).collect();
    law(starts.is_sorted(), || format!("quotations are not in the order of the text: {starts:?}"))?;
    for (index, quotation) in record.quotations.iter().enumerate() {
        for other in &record.quotations[index + 1..] {
            for (a, b) in content(quotation).flat_map(|a| content(other).map(move |b| (a.clone(), b))) {
                law(!cross(&a, &b), || format!("quotations cross: {:?} and {:?}", quotation.content, other.content))?;
                law(a != b, || format!("two quotations have the content {a:?}"))?;
            }
        }
    }
    Ok(())
}

pub(crate) fn reads_back_from_json(_: &str, record: &Record) -> Verdict {
    let told = |error: serde_json::Error| error.to_string();
    let line = serde_json::to_string(record).map_err(told)?;
    law(!line.contains(['\n', '\r']), || "a record is more than a line of JSON".into())?;
    let read: Record = serde_json::from_str(&line).map_err(told)?;
    law(read == *record, || format!("JSON reads back as {read:?}"))?;
    let read: Record = serde_json::from_slice(&serde_json::to_vec_pretty(record).map_err(told)?).map_err(told)?;
    law(read == *record, || format!("JSON on many lines reads back as {read:?}"))
}
