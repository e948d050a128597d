//! The reviewer's credentials: states of licensure and certification.

use crate::letter::Credentials;
use crate::span::ByteSpan;
use crate::suggest::nearest;

/// How credentials are given in prose, in the letters of 2013-14.
#[derive(Clone, Debug, Default)]
pub struct CredentialWords {
    /// Phrases that states of licensure follow: "licensed to practice in".
    pub licensed_in: Vec<String>,
    /// Phrases that say that the reviewer is certified: "board certified in".
    pub certified_in: Vec<String>,
}

/// What a letter says of its reviewer's qualifications. Labor Code 4610.6(f) asks for both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CredentialReading {
    /// Where credentials stand; `None`: the letter has no place for them, and nothing can be missed.
    pub place: Option<ByteSpan>,
    /// The states that are named.
    pub states: Vec<LicensedState>,
    /// The words of the certification or specialty.
    pub certification: Option<ByteSpan>,
}

/// A state of licensure as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LicensedState {
    /// Its words.
    pub span: ByteSpan,
    /// Whether it is a state or territory of the United States.
    pub known: bool,
    /// The state that is probably meant by an unknown one.
    pub meant: Option<String>,
}

/// Reads what `credentials` says in `text`, the whole canonical prose of the letter.
#[must_use]
pub fn read(
    text: &str,
    credentials: &Credentials,
    words: &CredentialWords,
    states: &[String],
) -> CredentialReading {
    let mut reading = CredentialReading::default();
    let Some(place) = credentials.text else {
        return reading;
    };
    if credentials.labelled {
        reading.place = Some(place.trimmed(text));
        reading.certification = credentials.certification;
        reading.states = named_states(text, credentials.states.unwrap_or_default(), states);
        return reading;
    }
    let said = place.of(text);
    let lower = said.to_ascii_lowercase();
    let licensed = first_of(&lower, &words.licensed_in);
    let certified = first_of(&lower, &words.certified_in);
    // A letter whose form gives no credentials in this section says nothing that could be wrong.
    if licensed.is_none() && certified.is_none() {
        return reading;
    }
    reading.place = licensed.or(certified).map(|span| span.shifted(place.start));
    reading.certification = certified.map(|span| span.shifted(place.start));
    if let Some(span) = licensed {
        let rest = &said[span.end..];
        let end = rest.find(['.', ';', '\n']).unwrap_or(rest.len());
        let list = ByteSpan::new(span.end, span.end + end).shifted(place.start);
        reading.states = named_states(text, list, states);
    }
    reading
}

/// The first place of any of the phrases, the longest one where several begin.
fn first_of(lower: &str, phrases: &[String]) -> Option<ByteSpan> {
    phrases
        .iter()
        .filter_map(|phrase| {
            let start = lower.find(&phrase.to_ascii_lowercase())?;
            Some(ByteSpan::new(start, start + phrase.len()))
        })
        .min_by_key(|span| (span.start, std::cmp::Reverse(span.end)))
}

/// The states of a list: "California, Indiana, New York", "Ohio and Texas".
fn named_states(text: &str, list: ByteSpan, states: &[String]) -> Vec<LicensedState> {
    let mut named = Vec::new();
    let mut start = list.start;
    for piece in list.of(text).split([',', ';', '/', '&']) {
        let span = ByteSpan::new(start, start + piece.len());
        start = span.end + 1;
        for span in around_and(text, span) {
            named.extend(licensed_state(text, span, states));
        }
    }
    named
}

/// The two names of "Ohio and Texas"; one span where there is no "and".
fn around_and(text: &str, span: ByteSpan) -> Vec<ByteSpan> {
    const AND: &str = " and ";
    let mut spans = Vec::new();
    let mut start = span.start;
    let mut rest = span.of(text);
    while let Some(at) = rest.find(AND) {
        spans.push(ByteSpan::new(start, start + at));
        start += at + AND.len();
        rest = &rest[at + AND.len()..];
    }
    spans.push(ByteSpan::new(start, span.end));
    spans
}

fn licensed_state(text: &str, span: ByteSpan, states: &[String]) -> Option<LicensedState> {
    let mut span = span.trimmed(text);
    if let Some(rest) = span.of(text).strip_prefix("and ") {
        span = ByteSpan::new(span.end - rest.len(), span.end);
    }
    let name = span.of(text).trim_end_matches('.');
    let span = ByteSpan::new(span.start, span.start + name.len());
    if span.is_empty() {
        return None;
    }
    let known = states.iter().any(|state| state.eq_ignore_ascii_case(name));
    let meant = if known {
        None
    } else {
        nearest(name, states.iter().map(String::as_str)).map(str::to_owned)
    };
    Some(LicensedState { span, known, meant })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_prose(text: &str) -> CredentialReading {
        let credentials = Credentials {
            text: Some(ByteSpan::new(0, text.len())),
            ..Credentials::default()
        };
        let words = CredentialWords {
            licensed_in: vec!["licensed to practice in".to_owned()],
            certified_in: vec!["board certified in".to_owned()],
        };
        let states = ["California", "Connecticut", "New York"].map(str::to_owned);
        read(text, &credentials, &words, &states)
    }

    fn names(text: &str) -> Vec<(String, bool, Option<String>)> {
        let reading = read_prose(text);
        let named = reading.states.into_iter();
        named
            .map(|state| (state.span.of(text).to_owned(), state.known, state.meant))
            .collect()
    }

    #[test]
    fn states_in_prose_with_the_one_that_is_meant() {
        let text = "The reviewer is Board Certified in Surgery and is licensed to practice in Conneticuit. He";
        assert_eq!(
            names(text),
            [(
                "Conneticuit".to_owned(),
                false,
                Some("Connecticut".to_owned())
            )]
        );
        assert!(read_prose(text).certification.is_some());
    }

    #[test]
    fn lists_with_commas_and_and() {
        let text = "licensed to practice in California, New York, and Connecticut and Ontario";
        let known: Vec<_> = names(text)
            .into_iter()
            .map(|(name, known, _)| (name, known))
            .collect();
        let want = [
            ("California", true),
            ("New York", true),
            ("Connecticut", true),
            ("Ontario", false),
        ];
        assert_eq!(known, want.map(|(name, known)| (name.to_owned(), known)));
    }

    #[test]
    fn a_section_without_credentials_says_nothing() {
        assert_eq!(
            read_prose("He has no affiliation with the employer."),
            CredentialReading::default()
        );
    }
}
