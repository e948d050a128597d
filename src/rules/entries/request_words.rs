//! How requests are worded: `language.sides`, `request_marks`, `surgery`, `split` and `restatement`.

use crate::rules::decode::Decoder;
use crate::rules::pack::{RequestMarks, RestatementWords, SideWords, SplitPhrases, SurgeryWords};
use crate::rules::yaml::Node;

/// Decodes `language.sides`.
pub(super) fn sides(decoder: &mut Decoder, node: &Node) -> Option<SideWords> {
    let mut fields = decoder.fields(node, "the words for sides")?;
    let left = fields.required(decoder, "left", Decoder::texts);
    let right = fields.required(decoder, "right", Decoder::texts);
    let both = fields.required(decoder, "both", Decoder::texts);
    let breaks = fields.optional(decoder, "breaks", Decoder::texts);
    fields.finish(decoder);
    Some(SideWords {
        left: left?,
        right: right?,
        both: both?,
        breaks: breaks.unwrap_or_default(),
    })
}

/// Decodes `language.request_marks`.
pub(super) fn marks(decoder: &mut Decoder, node: &Node) -> Option<RequestMarks> {
    let mut fields = decoder.fields(node, "the marks of requests")?;
    let retrospective = fields.required(decoder, "retrospective", Decoder::texts);
    let surgical_service = fields.required(decoder, "surgical_service", Decoder::texts);
    let post_operative = fields.optional(decoder, "post_operative", Decoder::texts);
    let date_of_service = fields.optional(decoder, "date_of_service", Decoder::texts);
    fields.finish(decoder);
    Some(RequestMarks {
        retrospective: retrospective?,
        surgical_service: surgical_service?,
        post_operative: post_operative.unwrap_or_default(),
        date_of_service: date_of_service.unwrap_or_default(),
    })
}

/// Decodes `language.surgery`.
pub(super) fn surgery(decoder: &mut Decoder, node: &Node) -> Option<SurgeryWords> {
    let mut fields = decoder.fields(node, "the words of operations")?;
    let requested = fields.required(decoder, "requested", Decoder::texts);
    let words = fields.required(decoder, "words", Decoder::texts);
    let whole_body = fields.required(decoder, "whole_body", Decoder::texts);
    let independent = fields.required(decoder, "independent", Decoder::texts);
    fields.finish(decoder);
    Some(SurgeryWords {
        requested: requested?,
        words: words?,
        whole_body: whole_body?,
        independent: independent?,
    })
}

/// Decodes `language.split`.
pub(super) fn split(decoder: &mut Decoder, node: &Node) -> Option<SplitPhrases> {
    let mut fields = decoder.fields(node, "the phrases of split requests")?;
    let original = fields.required(decoder, "original", Decoder::texts);
    let authorized = fields.required(decoder, "authorized", Decoder::texts);
    let authorizes = fields.required(decoder, "authorizes", Decoder::texts);
    let leaving = fields.required(decoder, "leaving", Decoder::texts);
    let disputed = fields.required(decoder, "disputed", Decoder::texts);
    let closing = fields.required(decoder, "closing", Decoder::texts);
    fields.finish(decoder);
    Some(SplitPhrases {
        original: original?,
        authorized: authorized?,
        authorizes: authorizes?,
        leaving: leaving?,
        disputed: disputed?,
        closing: closing?,
    })
}

/// Decodes `language.restatement`.
pub(super) fn restatement(decoder: &mut Decoder, node: &Node) -> Option<RestatementWords> {
    let mut fields = decoder.fields(node, "the words of restatements")?;
    let bounds = fields.required(decoder, "bounds", Decoder::texts);
    let asides = fields.required(decoder, "asides", Decoder::texts);
    fields.finish(decoder);
    Some(RestatementWords {
        bounds: bounds?,
        asides: asides?,
    })
}
