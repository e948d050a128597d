//! `language.summary`: how a case summary dates injury and review.

use crate::reading::summary::SummaryWords;
use crate::rules::decode::Decoder;
use crate::rules::yaml::Node;

/// Decodes `language.summary`.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<SummaryWords> {
    let mut fields = decoder.fields(node, "the words of case summaries")?;
    let injury = fields.required(decoder, "injury", Decoder::texts);
    let at_work = fields.required(decoder, "at_work", Decoder::texts);
    let review = fields.required(decoder, "review", Decoder::texts);
    let fillers = fields.required(decoder, "fillers", Decoder::texts);
    let date_openers = fields.required(decoder, "date_openers", Decoder::texts);
    fields.finish(decoder);
    Some(SummaryWords {
        injury: injury?,
        at_work: at_work?,
        review: review?,
        fillers: fillers?,
        date_openers: date_openers?,
    })
}
