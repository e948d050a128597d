#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;

const ISSUES: &str = "IMR ISSUES, DECISIONS AND RATIONALES\n\
    The Final Determination was based on decisions for the disputed items/services set forth below:\n\n";

fn item(heading: &str) -> String {
    format!(
        "{heading}\n\nClaims Administrator guideline: Decision based on MTUS.\n\n\
         MAXIMUS guideline: Decision based on MTUS.\n\nDecision rationale: It is as it is.\n\n"
    )
}

fn issues(items: &[String]) -> (String, Letter) {
    let text = format!("{ISSUES}{}", items.concat());
    let letter = parse(text.trim_end());
    (text, letter)
}

fn words(text: &str, span: Option<ByteSpan>) -> &str {
    span.map_or("", |span| span.of(text))
}

#[test]
fn the_decision_stands_on_the_headings_line_or_alone_on_the_next() {
    for heading in [
        "MRI of the knee: Upheld",
        "MRI of the knee:  Upheld",
        "MRI of the knee:\nUpheld",
        "MRI of the knee:\n\nUPHELD",
        "MRI of the knee: Upheld.",
    ] {
        let (text, letter) = issues(&[item(heading)]);
        assert_eq!(letter.items.len(), 1, "{heading:?}");
        let read = &letter.items[0];
        assert_eq!(words(&text, read.heading), "MRI of the knee", "{heading:?}");
        assert_eq!(read.decision, Some(Decision::Upheld), "{heading:?}");
        assert_eq!(read.breaks_at, None, "{heading:?}");
    }
}

#[test]
fn headings_hold_colons_and_run_over_lines() {
    let (text, letter) = issues(&[item(
        "Associated surgical service: brace (two of them), for the left\nknee: size M: Overturned",
    )]);
    assert_eq!(
        words(&text, letter.items[0].heading),
        "Associated surgical service: brace (two of them), for the left\nknee: size M"
    );
    assert_eq!(letter.items[0].decision, Some(Decision::Overturned));
}

#[test]
fn every_part_is_cut_without_its_label() {
    let (text, letter) = issues(&[item("MRI: Upheld")]);
    let read = &letter.items[0];
    assert_eq!(
        words(&text, read.claims_administrator),
        "Decision based on MTUS."
    );
    assert_eq!(words(&text, read.reviewer), "Decision based on MTUS.");
    assert_eq!(words(&text, read.rationale), "It is as it is.");
    assert!(ItemPart::ALL.iter().all(|part| read.part(*part).is_some()));
}

#[test]
fn a_rationale_goes_on_over_paragraphs_until_the_next_heading() {
    let first =
        item("MRI: Upheld").trim_end().to_owned() + "\n\nA second paragraph: with a colon.\n\n";
    let (text, letter) = issues(&[first, item("CT: Overturned")]);
    assert_eq!(letter.items.len(), 2);
    assert!(words(&text, letter.items[0].rationale).ends_with("with a colon."));
    assert_eq!(words(&text, letter.items[1].heading), "CT");
}

#[test]
fn a_malformed_item_leaves_its_neighbours_whole() {
    let broken = "CT of the head: Upheld\n\nMAXIMUS guideline: Decision based on MTUS.\n\n\
                  Decision rationale: It is as it is.\n\n";
    let (text, letter) = issues(&[
        item("MRI: Upheld"),
        broken.to_owned(),
        item("EMG: Overturned"),
    ]);
    assert_eq!(letter.items.len(), 3);
    let [first, second, third] = &letter.items[..] else {
        unreachable!()
    };
    assert!(first.breaks_at.is_none() && third.breaks_at.is_none());
    assert_eq!(second.claims_administrator, None);
    assert_eq!(words(&text, second.reviewer), "Decision based on MTUS.");
    assert!(words(&text, second.breaks_at).starts_with("MAXIMUS guideline"));
    assert_eq!(words(&text, third.heading), "EMG");
}

#[test]
fn a_decision_word_that_is_none_begins_an_item_and_is_no_part_of_the_rationale_before() {
    for word in ["Granted", "Partially overturned", "Up-held"] {
        let (text, letter) = issues(&[
            item("MRI: Upheld"),
            item(&format!("CT of the head: {word}")),
        ]);
        assert_eq!(letter.items.len(), 2, "{word}");
        assert_eq!(words(&text, letter.items[0].rationale), "It is as it is.");
        let read = &letter.items[1];
        assert_eq!(words(&text, read.heading), "CT of the head");
        assert_eq!(
            (read.decision, words(&text, read.decision_span)),
            (None, word)
        );
    }
}

#[test]
fn a_heading_without_any_decision_still_begins_an_item() {
    let (text, letter) = issues(&[item("MRI: Upheld"), item("A lumbar brace")]);
    assert_eq!(letter.items.len(), 2);
    assert_eq!(words(&text, letter.items[1].heading), "A lumbar brace");
    assert_eq!(letter.items[1].part(ItemPart::Decision), None);
}

#[test]
fn an_item_is_read_though_the_section_heading_is_lost() {
    let text = format!(
        "CLINICAL CASE SUMMARY\nAll is well.\n\n{}",
        item("MRI: Upheld")
    );
    let letter = parse(text.trim_end());
    assert_eq!(letter.items.len(), 1);
    let summary = letter.case_summary().unwrap();
    assert_eq!(summary.of(&text).trim(), "All is well.");
}

#[test]
fn fields_stand_on_the_next_line_or_in_rows() {
    let lines = "Case Number:\nCM16-0000001\n\nDate of Injury:\n10/23/2016\nApplication\nReceived:\n12/01/2016\n\n";
    let row =
        "Case Number: CM16-0000001 Date of Injury: 10/23/2016 Application Received: 12/01/2016\n\n";
    for front in [lines, row] {
        let text = format!("{front}CLINICAL CASE SUMMARY\nAll is well.");
        let front = parse(&text).front_matter;
        assert_eq!(words(&text, front.case_number), "CM16-0000001");
        assert_eq!(words(&text, front.injury), "10/23/2016");
        assert_eq!(words(&text, front.received), "12/01/2016");
        assert_eq!(front.decided, None);
    }
}

#[test]
fn labels_and_values_in_columns_are_paired() {
    let text = "Case Number:\nDate Assigned:\nDecision Date:\nPriority:\n\nCM16-0000001\n12/22/2016\n01/18/2017\nStandard\n\n\
                Date of Injury:\nUR Denial Date:\nApplication\nReceived:\n\n06/13/2016\n12/02/2016\n12/12/2016\n\n\
                HOW THE IMR FINAL DETERMINATION WAS MADE\nBy an expert.";
    let front = parse(text).front_matter;
    let read = [
        front.case_number,
        front.assigned,
        front.decided,
        front.injury,
        front.review,
        front.received,
    ];
    assert_eq!(
        read.map(|place| words(text, place)),
        [
            "CM16-0000001",
            "12/22/2016",
            "01/18/2017",
            "06/13/2016",
            "12/02/2016",
            "12/12/2016"
        ]
    );
    let apart = text.replace("\n\n", "\n").replace('\n', "\n\n");
    let front = parse(&apart).front_matter;
    assert_eq!(words(&apart, front.case_number), "CM16-0000001");
    assert_eq!(words(&apart, front.received), "12/12/2016");
    // One value is lost: which, nobody can tell.
    let lost = text.replace("12/22/2016\n", "");
    let front = parse(&lost).front_matter;
    assert_eq!((front.case_number, front.decided), (None, None));
    assert!(front.received.is_some());
}

#[test]
fn credentials_are_a_block_or_prose() {
    let block = "HOW THE IMR FINAL DETERMINATION WAS MADE\nHe reviewed it.\n\n\
                 The Expert Reviewer has the following credentials:\nState(s) of Licensure: Ohio,\nTexas\n\
                 Certification(s)/Specialty: Family Practice\n\nCLINICAL CASE SUMMARY\nAll is well.";
    let read = parse(block).credentials;
    assert!(read.labelled);
    assert_eq!(words(block, read.states), "Ohio,\nTexas");
    assert_eq!(words(block, read.certification), "Family Practice");
    let prose = "HOW THE IMR FINAL DETERMINATION WAS MADE\nThe reviewer is licensed to practice in Ohio.\n\n\
                 CLINICAL CASE SUMMARY\nAll is well.";
    let read = parse(prose).credentials;
    assert!(!read.labelled);
    assert_eq!(
        words(prose, read.text).trim(),
        "The reviewer is licensed to practice in Ohio."
    );
}

#[test]
fn the_notice_decides_in_sentences_that_it_prints_twice() {
    let decisions = "1) MAXIMUS Federal Services, Inc. has determined the request for an MRI is not medically\n\
                     necessary and appropriate.\n\n2) MAXIMUS Federal Services, Inc. has determined the request \
                     for a brace is medically necessary and appropriate.\n\n";
    let text = format!(
        "{decisions}{decisions}1) Regarding the request for an MRI:\n\nMedical Treatment Guideline(s) Relied Upon by \
         the Expert Reviewer to Make His/Her Decision:\nThe MTUS.\n\nRationale for the Decision:\nIt is as it is."
    );
    let letter = parse(&text);
    assert_eq!(letter.layout, Layout::Notice);
    let decided: Vec<_> = letter
        .items
        .iter()
        .map(|item| (words(&text, item.heading), item.decision.unwrap()))
        .collect();
    assert_eq!(
        decided,
        [
            ("an MRI", Decision::Upheld),
            ("a brace", Decision::Overturned)
        ]
    );
    assert_eq!(words(&text, letter.items[0].reviewer), "The MTUS.");
    assert_eq!(words(&text, letter.items[0].rationale), "It is as it is.");
}

#[test]
fn the_form_of_early_2014_opens_its_parts_with_sentences() {
    let text = "IMR DECISION(S) AND RATIONALE(S)\nThe Final Determination was based on decisions set forth below:\n\n\
                1. An MRI is not medically necessary and appropriate.\n\n\
                The Claims Administrator based its decision on the MTUS.\n\n\
                The Physician Reviewer based his/her decision on the MTUS.\n\n\
                The Physician Reviewer's decision rationale: It is as it is.";
    let letter = parse(text);
    let read = &letter.items[0];
    assert_eq!(words(text, read.heading), "An MRI");
    assert_eq!(read.decision, Some(Decision::Upheld));
    assert!(words(text, read.claims_administrator).starts_with("The Claims Administrator"));
    assert!(words(text, read.reviewer).starts_with("The Physician Reviewer based"));
    assert_eq!(words(text, read.rationale), "It is as it is.");
}

#[test]
fn the_form_by_issue_at_dispute_has_one_item_made_of_sections() {
    let text = "ISSUE AT DISPUTE:\nWhether an MRI is necessary.\n\nCASE SUMMARY:\nAll is well.\n\n\
                RATIONALE FOR WHY THE REQUESTED TREATMENT IS OR IS\nNOT NECESSARY:\nIt is as it is.";
    let letter = parse(text);
    assert_eq!(letter.layout, Layout::IssueAtDispute);
    assert_eq!(
        words(text, letter.items[0].heading),
        "Whether an MRI is necessary."
    );
    assert_eq!(words(text, letter.items[0].rationale), "It is as it is.");
}

#[test]
fn text_in_no_known_form_is_unknown() {
    for text in [
        "",
        "Lentil soup\n\nBoil the lentils: slowly.",
        ":\n\n:\n\nUpheld",
    ] {
        let letter = parse(text);
        assert_eq!(
            (letter.layout, letter.items.len()),
            (Layout::Unknown, 0),
            "{text:?}"
        );
    }
}

/// Pieces that mean something to the grammar, in any order.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "IMR ISSUES, DECISIONS AND RATIONALES\n",
        "CLINICAL CASE SUMMARY\n",
        "MRI: Upheld",
        "CT: Granted",
        "\n",
        "\n\n",
        "Claims Administrator guideline:",
        "MAXIMUS guideline:",
        "Decision rationale:",
        ": ",
        "Overturned",
        "1) ",
        "Regarding the request for ",
        "MAXIMUS Federal Services has determined the request for ",
        " is not medically necessary",
        "Case Number:",
        "State(s) of Licensure:",
        "é ",
        "ISSUE AT DISPUTE\n",
    ]);
    prop_oneof![3 => known.prop_map(str::to_owned), 1 => "[a-zé:.\n ]{0,12}"]
}

proptest! {
    #[test]
    fn any_text_is_cut_into_spans_inside_it(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        let letter = parse(&text);
        let mut last = 0;
        for item in &letter.items {
            prop_assert!(item.span.start >= last || letter.layout == Layout::Notice);
            last = item.span.end;
            let parts = ItemPart::ALL.iter().filter_map(|part| item.part(*part));
            for span in parts.chain([item.span]).chain(item.breaks_at) {
                prop_assert!(text.get(span.start..span.end).is_some(), "{span:?} in {text:?}");
            }
        }
        for section in &letter.sections {
            prop_assert!(text.get(section.body.start..section.body.end).is_some());
        }
    }
}
