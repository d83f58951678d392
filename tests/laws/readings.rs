//! The laws of several readings: of one text in other ways, of one text after others, of a text and what it is made into.

use whosaid::{Extractor, Kind, Offsets, QuotationRecord, Record, Scratch, Step};

use crate::law::{Breach, Verdict, content, law, moved, same};
use crate::{EXTRACTOR, RECORD_LAWS};

/// Neither names nor marks, and nobody who could have said anything.
pub(crate) const PLAIN: &[&str] = &[
    "The rain fell all night and the roads were wet.",
    "It was cold.",
    "There is a bridge behind the old mill, and a narrow path leads down to the water.",
];

pub(crate) fn is_deterministic(text: &str) -> Verdict {
    let record = EXTRACTOR.extract(text);
    same(&EXTRACTOR.extract(text), &record, "at the second time")?;
    same(&EXTRACTOR.clone().extract(text), &record, "of a copied extractor")?;
    same(&EXTRACTOR.extract_with(&mut Scratch::default(), text), &record, "that borrows its words")
}

pub(crate) fn does_not_depend_on_what_was_read_before(texts: &[String]) -> Verdict {
    let mut scratch = Scratch::default();
    let used: Vec<Record> = texts.iter().map(|text| EXTRACTOR.extract_with(&mut scratch, text)).collect();
    for (text, record) in texts.iter().zip(used).rev() {
        same(&record, &EXTRACTOR.extract(text), "in used space")?;
        same(&record.into_owned(), &EXTRACTOR.extract(text), "once it owns its words")?;
    }
    Ok(())
}

/// Where each character begins, and the end: in bytes, code points and UTF-16.
fn borders(text: &str) -> Vec<[usize; 3]> {
    let mut borders = vec![[0; 3]];
    for c in text.chars() {
        let [bytes, chars, units] = borders[borders.len() - 1];
        borders.push([bytes + c.len_utf8(), chars + 1, units + c.len_utf16()]);
    }
    borders
}

pub(crate) fn offsets_convert_back_and_forth(text: &str) -> Verdict {
    const UNITS: [Offsets; 3] = [Offsets::Bytes, Offsets::Chars, Offsets::Utf16];
    let borders = borders(text);
    let records = UNITS.map(|unit| EXTRACTOR.clone().offsets(unit).extract(text));
    for (from, there) in records.iter().enumerate() {
        law(there.offsets == UNITS[from], || format!("{:?} for {:?}", there.offsets, UNITS[from]))?;
        for (to, here) in records.iter().enumerate() {
            let mut stray = None;
            let mut converted = moved(there, |offset| {
                let border = borders.binary_search_by_key(&offset, |border| border[from]);
                stray = stray.or_else(|| border.err());
                border.map_or(offset, |at| borders[at][to])
            });
            converted.offsets = UNITS[to];
            law(stray.is_none(), || format!("an offset in {:?} is inside a character", UNITS[from]))?;
            same(&converted, here, &format!("in {:?} from {:?}", UNITS[to], UNITS[from]))?;
        }
    }
    Ok(())
}

/// All laws of a record hold of those that an extractor with fewer steps or classes makes.
pub(crate) fn holds_whatever_is_left_out(text: &str) -> Verdict {
    let without = |step| EXTRACTOR.clone().without([step]);
    let plain = Extractor::new(EXTRACTOR.gazetteer().clone());
    let extractors = Step::ALL.map(without).into_iter().chain([plain, EXTRACTOR.clone().without(Step::ALL)]);
    for extractor in extractors {
        let record = extractor.extract(text);
        for (name, law) in RECORD_LAWS {
            law(text, &record).map_err(|breach| format!("{name}: {breach}"))?;
        }
    }
    let all = EXTRACTOR.extract(text);
    for minimum in [0.5, 0.9, 1.1] {
        let mut sure = all.clone();
        sure.quotations.retain(|quotation| quotation.confidence >= minimum);
        let found = EXTRACTOR.clone().min_confidence(minimum).extract(text);
        same(&found, &sure, "of those that are sure")?;
    }
    for kind in [Kind::Person, Kind::Place, Kind::Organization] {
        let mut fewer = all.clone();
        fewer.retain_entities(|entity| entity.kind == kind);
        for (name, law) in RECORD_LAWS {
            law(text, &fewer).map_err(|breach| format!("{name}, with no entity but a {kind}: {breach}"))?;
        }
        let is_kept = |id: &str| id.starts_with(kind.as_str());
        let kept = all.mentions.iter().filter(|mention| mention.entity.as_deref().is_some_and(is_kept));
        law(kept.eq(&fewer.mentions), || format!("other mentions than all of a {kind}"))?;
        law(all.quotations.len() == fewer.quotations.len(), || "fewer quotations".into())?;
    }
    Ok(())
}

pub(crate) fn plain_paragraph_behind_changes_nothing(text: &str) -> Verdict {
    let before = EXTRACTOR.extract(text);
    for tail in PLAIN {
        let mut after = EXTRACTOR.extract(&format!("{text}\n\n{tail}"));
        after.length = text.len();
        after.mentions.retain(|mention| mention.start < text.len());
        after.quotations.retain(|quotation| quotation.content[0].start < text.len());
        after.entities.truncate(before.entities.len());
        same(&after, &before, "with a plain paragraph behind it")?;
    }
    Ok(())
}

pub(crate) fn carriage_returns_change_nothing(text: &str) -> Verdict {
    let text = text.replace('\r', "");
    let crlf = text.replace('\n', "\r\n");
    let unmoved = |offset: usize| offset - crlf[..offset].matches('\r').count();
    let mut record = moved(&EXTRACTOR.extract(&crlf), unmoved);
    record = without_returns(record)?;
    same(&record, &EXTRACTOR.extract(&text), "with carriage returns")
}

/// What the record says in words, with plain line breaks.
fn without_returns(record: Record) -> Result<Record<'static>, Breach> {
    let line = serde_json::to_string(&record).map_err(|error| error.to_string())?;
    serde_json::from_str(&line.replace("\\r\\n", "\\n")).map_err(|error| error.to_string())
}

pub(crate) fn concatenation_moves_no_quotation(first: &str, second: &str) -> Verdict {
    let shift = first.len() + 2;
    let spans = |record: &Record| record.quotations.iter().map(|it| content(it).collect()).collect::<Vec<Vec<_>>>();
    let both = spans(&EXTRACTOR.extract(&format!("{first}\n\n{second}")));
    let mut apart = spans(&EXTRACTOR.extract(first));
    apart.extend(spans(&moved(&EXTRACTOR.extract(second), |offset| offset + shift)));
    law(both == apart, || format!("together {both:?}, apart {apart:?}"))
}

/// Whether every double mark stands where a straight one can only be read one way: it opens behind a space and before a
/// letter, closes behind words and before a space or a stop, and none is inside another.
fn is_unambiguous(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let mut open = false;
    chars.iter().enumerate().all(|(at, &c)| {
        let before = at.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(at + 1).copied();
        let spaced = before.is_none_or(|c| c.is_whitespace() || c == '—');
        let ends = after.is_none_or(|c| c.is_whitespace() || ".,;:?!—".contains(c));
        match c {
            '“' if open || !spaced || ends => false,
            '”' if !open || spaced || !ends => false,
            '‘' if !spaced || ends => false,
            // Beside no letter, or behind an s, an apostrophe looks like a mark.
            '’' if spaced || ends && before == Some('s') => false,
            '’' if !ends && !before.is_some_and(char::is_alphanumeric) => false,
            '“' | '”' => {
                open = !open;
                true
            }
            '\n' => !open,
            '"' | '\'' | '`' | '&' | '„' | '‚' | '‟' => false,
            _ => true,
        }
    })
}

pub(crate) fn straight_marks_give_the_same_quotations(text: &str) -> Verdict {
    if !is_unambiguous(text) {
        return Ok(());
    }
    let straight = text.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
    let read = |text: &str| EXTRACTOR.clone().offsets(Offsets::Chars).extract(text);
    let (curly, straight) = (read(text), read(&straight));
    let plain = |quotation: &QuotationRecord| {
        let cue = quotation.cue.as_ref().map(|cue| (cue.start, cue.end, cue.lemma.to_string()));
        let voice = quotation.speaker.as_ref().map(|voice| (voice.start, voice.end, voice.entity.clone()));
        let quoted: Vec<_> = quotation.quoted.iter().map(|slice| slice.start..slice.end).collect();
        (
            quotation.kind,
            content(quotation).collect::<Vec<_>>(),
            quoted,
            cue,
            voice.map(|(a, b, id)| (a, b, id.map(|id| id.to_string()))),
        )
    };
    let [curly, straight] = [curly, straight].map(|record| record.quotations.iter().map(plain).collect::<Vec<_>>());
    law(curly == straight, || format!("straight marks: {straight:?}, curly ones: {curly:?}"))
}
