//! Cues at work: who reports, in which construction, and what.

mod adverbial;
mod after;
mod agent;
mod before;
mod content;
#[cfg(test)]
mod examples;
mod extent;
mod frames;
mod next_clause;
mod noun;
mod object;
mod predicate;
mod reporting_clause;
mod source;
mod subject;

pub(crate) use content::{Content, Contents, Parts, Side};
pub(crate) use reporting_clause::{Construction, ReportingClause, find};
