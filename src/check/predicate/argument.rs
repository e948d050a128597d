//! The arguments of predicates: what may stand behind the name of a condition.

use super::{Predicate, Vocable};
use crate::rules::condition::ArgumentType;
use crate::rules::decode::Decoder;
use crate::rules::pack::Pack;
use crate::rules::problem::{RuleFile, RulePlace};
use crate::rules::yaml::{Node, Value};
use crate::span::SourceSpan;

/// The argument of a predicate, with the decoder that takes its mistakes.
pub(crate) struct Argument<'a> {
    pub(super) node: &'a Node<'a>,
    pub(super) decoder: &'a mut Decoder,
    pub(super) pack: &'a Pack,
    /// Told which type the predicate takes, when somebody wants to know.
    told: Option<&'a mut Option<ArgumentType>>,
}

impl<'a> Argument<'a> {
    /// The argument that stands at `node`.
    pub(in crate::check) fn new(
        node: &'a Node<'a>,
        decoder: &'a mut Decoder,
        pack: &'a Pack,
    ) -> Self {
        Self {
            node,
            decoder,
            pack,
            told: None,
        }
    }

    /// One of these words.
    pub(super) fn choice<T: Copy>(mut self, choices: &[(&'static str, T)]) -> Option<T> {
        self.tell(|| ArgumentType::OneOf(choices.iter().map(|(name, _)| *name).collect()));
        self.decoder.choice(self.node, choices)
    }

    /// The id of a treatment class of the pack.
    pub(super) fn treatment_id(mut self) -> Option<String> {
        self.tell(|| ArgumentType::Treatment);
        let id = self.decoder.text(self.node)?;
        let treatments = self.pack.treatments.iter();
        let ids: Vec<&str> = treatments
            .map(|treatment| treatment.id.value.as_str())
            .collect();
        if ids.contains(&id.as_str()) {
            return Some(id);
        }
        self.decoder
            .unknown_name(self.node.span, "treatment", &id, &ids);
        None
    }

    /// `true` or `false`.
    pub(super) fn boolean(mut self) -> Option<bool> {
        self.tell(|| ArgumentType::Boolean);
        self.decoder.boolean(self.node)
    }

    /// The text of a regular expression. Whether it is one is for the caller to find out.
    pub(super) fn pattern(&mut self) -> Option<String> {
        self.tell(|| ArgumentType::Pattern);
        self.decoder.text(self.node)
    }

    fn tell(&mut self, argument: impl FnOnce() -> ArgumentType) {
        if let Some(told) = &mut self.told {
            **told = Some(argument());
        }
    }
}

/// The type of the argument that a predicate takes. It is what the predicate asks for when it reads one, so
/// that the two cannot differ. `None`: it reads its argument in a way of its own.
pub(crate) fn type_of(vocable: &Vocable) -> Option<ArgumentType> {
    let nowhere = RulePlace {
        file: RuleFile {
            name: String::new(),
            text: "".into(),
        }
        .into(),
        span: SourceSpan { start: 0, end: 0 },
    };
    let nothing = Node {
        value: Value::Null,
        span: nowhere.span,
    };
    let mut told = None;
    let _: Option<Box<dyn Predicate>> = (vocable.parse)(Argument {
        node: &nothing,
        decoder: &mut Decoder::new(&nowhere.file),
        pack: &Pack::default(),
        told: Some(&mut told),
    });
    told
}
