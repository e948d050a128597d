//! `chapter: other-body-part`: whether a cited chapter is about the item's body part.

use super::{Answer, Case, Each, Places, Predicate, Subject, Vocable};
use crate::rules::pack::System;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "chapter",
    about: "whether the cited chapter is about the item's body parts; unknown when the item names none, or the \
            chapter is about none, and of the ODG, whose chapters hold topics that serve other parts too",
    example: "chapter: other-body-part",
    places: Places::Of(&[Each::Citation]),
    provides: &["body_part", "chapter_parts"],
    parse: |argument| {
        let other = argument.choice(&[("other-body-part", true), ("same-body-part", false)])?;
        Some(Box::new(ChapterIs { other }))
    },
};

#[derive(Debug)]
struct ChapterIs {
    other: bool,
}

impl Predicate for ChapterIs {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let (Subject::Citation(_, citation), Some(item)) = (case.subject, case.item) else {
            return Answer::unknown();
        };
        if citation.system == System::Odg {
            let why = "a chapter of the ODG holds topics that serve other parts too";
            return Answer::unknown().shown(citation.span, why);
        }
        let chapter = citation.body_parts(&case.pack.guidelines);
        let asked = item
            .request
            .as_ref()
            .map(|request| &request.disputed.body_parts);
        if chapter.is_empty() {
            return Answer::unknown().shown(citation.span, "about no body part in particular");
        }
        let Some(asked) = asked.filter(|parts| !parts.is_empty()) else {
            return Answer::unknown().because("the heading names no body part");
        };
        // Another citation of the same line may cover the item, and then this one stands beside it.
        let covered = |citation: &crate::reading::citation::Citation| {
            let parts = citation.body_parts(&case.pack.guidelines);
            parts.is_empty() || asked.iter().any(|part| case.related(part.part, parts))
        };
        let elsewhere = item.reviewer.citations.iter().any(covered);
        let related = asked.iter().any(|part| case.related(part.part, chapter));
        let title = |id: &str| id.replace('-', " ");
        let chapter: Vec<String> = chapter.iter().map(|part| title(&part.value)).collect();
        let asked_title = asked
            .first()
            .map(|part| title(case.body_part_id(part.part)));
        let answer = Answer::plain((!related && !elsewhere) == self.other)
            .shown(citation.span, format!("about {}", chapter.join(", ")))
            .with("chapter_parts", chapter.join(", "))
            .with("body_part", asked_title.unwrap_or_default());
        answer.shown_if(asked.first().map(|part| part.span), "the disputed item")
    }
}
