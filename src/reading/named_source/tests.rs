#![allow(clippy::unwrap_used)]

use std::fmt::Write;
use std::sync::LazyLock;

use crate::check::Linter;
use crate::rules::{embedded, load};
use crate::source::SourceText;

static LINTER: LazyLock<Linter> = LazyLock::new(|| Linter::new(load(embedded()).pack).0);

/// The sources of a rationale: words and role of each, `+` behind those of one list.
fn sources(rationale: &str) -> String {
    let letter = format!(
        "CLINICAL CASE SUMMARY\nPain.\n\nIMR ISSUES, DECISIONS AND RATIONALES\nThe Final Determination was based on \
         decisions for the disputed items/services set forth below:\n\nMRI: Upheld\n\nClaims Administrator guideline: \
         Decision based on MTUS.\n\nMAXIMUS guideline: Decision based on MTUS.\n\nDecision rationale: {rationale}\n"
    );
    let source = SourceText::from_text(letter);
    let letter = LINTER.parse(&source);
    let checked = LINTER.check(&source, &letter, None);
    let mut told = String::new();
    let mut list = None;
    for source in &checked.reading.items[0].rationale.sources {
        let words = source.span.of(checked.reading.text);
        let glue = match list {
            None => "",
            Some(list) if list == source.list => " + ",
            Some(_) => "; ",
        };
        write!(told, "{glue}{words}: {:?}", source.role).unwrap();
        list = Some(source.list);
    }
    told
}

#[test]
fn something_is_said_on_the_authority_of_a_source() {
    for said in [
        "Per ODG, the brace is not recommended.",
        "ODG does not recommend the brace.",
        "The ODG for braces also state that they help.",
        "According to the current ODG, braces help.",
        "The request exceeds the recommendations of the ODG.",
        "A brace is not recommended by the ODG.",
    ] {
        assert_eq!(sources(said), "ODG: Authority", "{said}");
    }
}

#[test]
fn a_silent_source_is_no_authority_and_the_next_one_is() {
    assert_eq!(
        sources("The MTUS does not address braces; the ODG recommends them."),
        "MTUS: Silent; ODG: Authority"
    );
    assert_eq!(
        sources("As braces are not addressed by the MTUS, ODG was consulted."),
        "MTUS: Silent; ODG: Mentioned"
    );
    assert_eq!(
        sources("The MTUS/ACOEM guidelines are silent on this."),
        "MTUS: Silent + ACOEM guidelines: Silent"
    );
}

#[test]
fn what_somebody_else_relied_on_is_retold() {
    assert_eq!(
        sources("The claims administrator denied the request per ODG."),
        "ODG: Retold"
    );
    assert_eq!(
        sources("See the ODG preface. Brace: ODG."),
        "ODG: Mentioned; ODG: Mentioned"
    );
    assert_eq!(
        sources("ODG Brace Guidelines - Allow for two weeks of wear."),
        "ODG: Mentioned"
    );
}
