//! Who is in the article, how often, and who speaks how much.

use maud::{Markup, html};

use super::article::voice_class;
use super::frame::percent;
use crate::export::cast::{Cast, Member};
use crate::record::Record;

/// The shares of the speakers, a table of them, and the others.
pub(super) fn cast(record: &Record, cast: &Cast) -> Markup {
    html! {
        section.cast aria-labelledby="cast" {
            h2 id="cast" { "Who speaks" }
            @if cast.voices().is_empty() {
                p { "Nobody is quoted by name or by description." }
            } @else {
                (bar(cast))
                (voices(record, cast))
            }
            @if !cast.silent().is_empty() {
                h2 { "Who else is named" }
                ul.silent {
                    @for member in cast.silent() {
                        li { (name(record, member)) " " span.count { (member.mentions) } }
                    }
                }
            }
        }
    }
}

/// One bar, whose parts are the speakers' shares of all reported words.
fn bar(cast: &Cast) -> Markup {
    let known: usize = cast.voices().iter().map(|member| member.words).sum();
    let unknown = cast.words.saturating_sub(known);
    let shares = cast.voices().iter().map(|member| format!("{} {} %", member.name, percent_of(member, cast)));
    let label = shares.take(8).collect::<Vec<_>>().join(", ");
    html! {
        div.bar role="img" aria-label={ "Shares of the reported words: " (label) } {
            @for (at, member) in cast.voices().iter().enumerate().filter(|(_, member)| member.words > 0) {
                div class=(voice_class(at)) style={ "flex-grow:" (member.words) } title=(member.name) { (at + 1) }
            }
            @if unknown > 0 {
                div.nobody style={ "flex-grow:" (unknown) } title="unknown speaker" { "?" }
            }
        }
    }
}

fn voices(record: &Record, cast: &Cast) -> Markup {
    html! {
        div.scroll {
            table {
                thead {
                    tr {
                        th scope="col" { "No." }
                        th scope="col" { "Speaker" }
                        th.number scope="col" { "Mentions" }
                        th.number scope="col" { "Quotations" }
                        th.number scope="col" { "Words" }
                        th.number scope="col" { "Share" }
                    }
                }
                tbody {
                    @for (at, member) in cast.voices().iter().enumerate() {
                        tr {
                            td { span.chip.(voice_class(at)) { (at + 1) } }
                            th scope="row" { (name(record, member)) }
                            td.number { (member.mentions) }
                            td.number { (member.quotations) }
                            td.number { (member.words) }
                            td.number { (percent_of(member, cast)) " %" }
                        }
                    }
                }
            }
        }
    }
}

fn percent_of(member: &Member, cast: &Cast) -> usize {
    percent(member.words as f64, cast.words as f64)
}

/// The name, which leads to the first mention if there is one, and what is known besides.
fn name(record: &Record, member: &Member) -> Markup {
    let Some(entity) = member.entity else { return html! { i { (member.name) } } };
    let first = record.mentions.iter().position(|mention| mention.entity.as_ref() == Some(&entity.id));
    let kind = entity.kind.as_str();
    html! {
        @match first {
            Some(first) => a.(kind) href={ "#m" (first) } title=(entity.id) { (member.name) },
            None => (member.name),
        }
        small {
            " " (kind)
            @if let Some(role) = &entity.role { ", " (role) }
            @if let Some(country) = &entity.country { ", " (country) }
        }
    }
}
