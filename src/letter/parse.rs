//! From the grammar's pairs to [`Letter`].

use pest::Parser;
use pest::error::InputLocation;
use pest::iterators::Pair;

use super::{Credentials, Decision, FrontMatter, Item, Layout, Letter, Section, SectionKind};
use crate::span::ByteSpan;

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/letter.pest"]
struct LetterParser;

/// Cuts a letter into its parts. `text` is the canonical text with its line breaks.
///
/// Never fails: text in no known form gives a letter of [`Layout::Unknown`] without items.
#[must_use]
pub fn parse(text: &str) -> Letter {
    let mut letter = Letter::default();
    // The grammar takes any text; were it to refuse one, the letter would be reported as unreadable.
    let Some(root) = LetterParser::parse(Rule::letter, text)
        .ok()
        .and_then(|mut pairs| pairs.next())
    else {
        return letter;
    };
    for pair in root.into_inner() {
        match pair.as_rule() {
            Rule::front => read_front(pair, &mut letter),
            Rule::made => read_made(pair, &mut letter),
            Rule::issues => read_issues(pair, text, &mut letter),
            Rule::regarding => read_regarding(pair, text, &mut letter),
            // An item whose section heading was lost.
            Rule::item | Rule::malformed => read_issue(pair, text, &mut letter),
            rule => {
                if let Some(kind) = section_kind(rule) {
                    letter.sections.push(section(kind, pair));
                }
            }
        }
    }
    letter.layout = layout(&letter);
    if letter.layout == Layout::IssueAtDispute && letter.items.is_empty() {
        letter.items.extend(dispute_item(&letter, text));
    }
    letter
}

fn section_kind(rule: Rule) -> Option<SectionKind> {
    Some(match rule {
        Rule::made => SectionKind::HowMade,
        Rule::summary => SectionKind::CaseSummary,
        Rule::issues => SectionKind::Issues,
        Rule::documents => SectionKind::DocumentsReviewed,
        Rule::dispute => SectionKind::IssueAtDispute,
        Rule::relied_upon => SectionKind::GuidelinesReliedUpon,
        Rule::why => SectionKind::RationaleForWhy,
        Rule::qualifications => SectionKind::Qualifications,
        Rule::effect => SectionKind::Effect,
        _ => return None,
    })
}

/// The form by its sections; only the notice is told by its items, and has been.
fn layout(letter: &Letter) -> Layout {
    let has = |kind| letter.section(kind).is_some();
    if has(SectionKind::Issues) || has(SectionKind::HowMade) {
        Layout::Determination
    } else if has(SectionKind::IssueAtDispute) {
        Layout::IssueAtDispute
    } else if letter.layout == Layout::Notice || letter.items.is_empty() {
        letter.layout
    } else {
        Layout::Determination
    }
}

fn span(pair: &Pair<'_, Rule>) -> ByteSpan {
    let span = pair.as_span();
    ByteSpan::new(span.start(), span.end())
}

/// The span without white space at its ends; `None` when nothing else is in it.
fn words(pair: &Pair<'_, Rule>) -> Option<ByteSpan> {
    let text = pair.as_str();
    let start = pair.as_span().start() + (text.len() - text.trim_start().len());
    let trimmed = ByteSpan::new(start, start + text.trim().len());
    (!trimmed.is_empty()).then_some(trimmed)
}

fn section(kind: SectionKind, pair: Pair<'_, Rule>) -> Section {
    let whole = span(&pair);
    let heading = pair.into_inner().next().and_then(|first| words(&first));
    let heading = heading.unwrap_or(ByteSpan::new(whole.start, whole.start));
    Section {
        kind,
        heading,
        body: ByteSpan::new(heading.end, whole.end),
    }
}

fn read_front(front: Pair<'_, Rule>, letter: &mut Letter) {
    let mut numbers = Vec::new();
    for pair in front.into_inner() {
        match pair.as_rule() {
            Rule::field => read_field(pair, &mut letter.front_matter),
            Rule::columns => read_columns(pair, &mut letter.front_matter),
            // The notice prints its decisions twice, under the same numbers.
            Rule::notice if !numbers.contains(&number(&pair)) => {
                numbers.push(number(&pair));
                letter.layout = Layout::Notice;
                letter.items.push(numbered_item(pair));
            }
            _ => {}
        }
    }
}

/// The digits that number an item.
fn number(pair: &Pair<'_, Rule>) -> Option<usize> {
    let number = pair.clone().into_inner().next()?;
    let digits = number.as_str().trim_end_matches([')', '.', ' ']);
    digits.parse().ok()
}

/// What a notice says under an item's number further down.
fn read_regarding(pair: Pair<'_, Rule>, text: &str, letter: &mut Letter) {
    let Some(item) = number(&pair)
        .and_then(|number| number.checked_sub(1))
        .and_then(|index| letter.items.get_mut(index))
    else {
        return;
    };
    for part in pair.into_inner() {
        let said = part.clone().into_inner().last();
        let said = said.and_then(|said| words(&said));
        match part.as_rule() {
            Rule::notice_guideline => item.reviewer = said,
            Rule::notice_reasons => item.rationale = said,
            _ => {}
        }
    }
    if let Some(rationale) = item.rationale {
        item.span = item.span.joined(rationale).trimmed(text);
    }
}

fn read_field(field: Pair<'_, Rule>, front: &mut FrontMatter) {
    let mut inner = field.into_inner();
    if let (Some(label), Some(value)) = (inner.next(), inner.next()) {
        fill(front, &label, &value);
    }
}

/// Labels and their values in the same order. Where there are more of one than of the other, nobody can tell which
/// belong together.
fn read_columns(columns: Pair<'_, Rule>, front: &mut FrontMatter) {
    let (values, labels): (Vec<_>, Vec<_>) = columns
        .into_inner()
        .partition(|pair| pair.as_rule() == Rule::column_value);
    if labels.len() == values.len() {
        for (label, value) in labels.iter().zip(&values) {
            fill(front, label, value);
        }
    }
}

/// Keeps the first value of each field.
fn fill(front: &mut FrontMatter, label: &Pair<'_, Rule>, value: &Pair<'_, Rule>) {
    let slot = match label.as_rule() {
        Rule::case_number => &mut front.case_number,
        Rule::injury_date => &mut front.injury,
        Rule::review_date => &mut front.review,
        Rule::received_date => &mut front.received,
        Rule::date_assigned => &mut front.assigned,
        Rule::decision_date => &mut front.decided,
        _ => return,
    };
    *slot = slot.or_else(|| words(value));
}

/// An item that is numbered and decided in the sentence that names it.
fn numbered_item(pair: Pair<'_, Rule>) -> Item {
    let mut item = empty_item(words(&pair).unwrap_or_default());
    for part in pair.into_inner() {
        let said = part.clone().into_inner().next();
        match part.as_rule() {
            Rule::requested => item.heading = words(&part),
            Rule::verdict => {
                item.decision_span = words(&part);
                item.decision = Some(if said.is_some() {
                    Decision::Upheld
                } else {
                    Decision::Overturned
                });
            }
            Rule::early_claims => item.claims_administrator = words(&part),
            Rule::early_reviewer => item.reviewer = words(&part),
            Rule::early_rationale => item.rationale = said.and_then(|said| words(&said)),
            _ => {}
        }
    }
    item
}

fn read_made(made: Pair<'_, Rule>, letter: &mut Letter) {
    let section = section(SectionKind::HowMade, made.clone());
    letter.sections.push(section);
    letter.credentials.text = Some(section.body);
    for pair in made.into_inner() {
        if pair.as_rule() == Rule::credentials {
            let credentials = Credentials {
                text: Some(span(&pair)),
                labelled: true,
                ..Credentials::default()
            };
            letter.credentials = pair.into_inner().fold(credentials, read_credential);
        }
    }
}

fn read_credential(mut credentials: Credentials, pair: Pair<'_, Rule>) -> Credentials {
    let value = pair.clone().into_inner().next();
    match pair.as_rule() {
        Rule::states => credentials.states = value.and_then(|value| words(&value)),
        Rule::certification => credentials.certification = value.and_then(|value| words(&value)),
        _ => {}
    }
    credentials
}

fn read_issues(issues: Pair<'_, Rule>, text: &str, letter: &mut Letter) {
    letter
        .sections
        .push(section(SectionKind::Issues, issues.clone()));
    for pair in issues.into_inner() {
        read_issue(pair, text, letter);
    }
}

fn read_issue(pair: Pair<'_, Rule>, text: &str, letter: &mut Letter) {
    match pair.as_rule() {
        Rule::item => letter.items.push(read_item(pair)),
        Rule::early_item => letter.items.push(numbered_item(pair)),
        Rule::malformed => {
            let slice = span(&pair);
            let mut item = read_item(pair);
            item.breaks_at = Some(breaking_place(text, slice));
            letter.items.push(item);
        }
        _ => {}
    }
}

fn empty_item(span: ByteSpan) -> Item {
    Item {
        span,
        heading: None,
        decision: None,
        decision_span: None,
        claims_administrator: None,
        reviewer: None,
        rationale: None,
        breaks_at: None,
    }
}

fn read_item(pair: Pair<'_, Rule>) -> Item {
    let whole = span(&pair);
    let mut item = empty_item(words(&pair).unwrap_or(whole));
    for part in pair.into_inner() {
        let text = || {
            part.clone()
                .into_inner()
                .next()
                .and_then(|text| words(&text))
        };
        match part.as_rule() {
            Rule::heading | Rule::undecided_heading => item.heading = words(&part),
            Rule::decision => {
                item.decision_span = words(&part);
                let word = part.into_inner().next().map(|word| word.as_rule());
                item.decision = word.map(|word| match word {
                    Rule::overturned => Decision::Overturned,
                    _ => Decision::Upheld,
                });
            }
            Rule::unknown_decision => item.decision_span = words(&part),
            Rule::claims_administrator => item.claims_administrator = text(),
            Rule::reviewer => item.reviewer = text(),
            Rule::rationale => item.rationale = text(),
            _ => {}
        }
    }
    item
}

/// Where the strict form of an item stops to fit a malformed one: the strict rule again on its slice.
fn breaking_place(text: &str, slice: ByteSpan) -> ByteSpan {
    let covered = slice.of(text);
    let at = match LetterParser::parse(Rule::item, covered) {
        Ok(_) => covered.trim_end().len(),
        Err(error) => match error.location {
            InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
        },
    };
    let rest = &covered[at.min(covered.len())..];
    let start = slice.start + at + (rest.len() - rest.trim_start().len());
    let line = rest.trim_start().lines().next().unwrap_or_default();
    ByteSpan::new(start, start + line.trim_end().len())
}

/// The one item of the form with "ISSUE AT DISPUTE": its parts are sections.
fn dispute_item(letter: &Letter, text: &str) -> Option<Item> {
    let issue = letter.section(SectionKind::IssueAtDispute)?;
    let body = |kind| {
        letter
            .section(kind)
            .map(|section| section.body.trimmed(text))
    };
    let last = letter
        .sections
        .last()
        .map_or(issue.body, |section| section.body);
    let mut item = empty_item(issue.heading.joined(last));
    item.heading = Some(issue.body.trimmed(text));
    item.reviewer = body(SectionKind::GuidelinesReliedUpon);
    item.rationale = body(SectionKind::RationaleForWhy);
    Some(item)
}
