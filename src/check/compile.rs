//! From the conditions of the pack to conditions that can be asked: names resolved, arguments read, every
//! mistake reported.

use super::answer::Answer;
use super::case::Case;
use super::message::Message;
use super::predicate::{Argument, Places, Predicate, VOCABULARY, Vocable};
use super::subject::Each;
use super::truth::Truth;
use crate::finding::Severity;
use crate::rules::condition::Condition;
use crate::rules::decode::Decoder;
use crate::rules::pack::Pack;
use crate::rules::problem::{RulePlace, RuleProblem};

/// A rule that can be asked.
#[derive(Debug)]
pub(crate) struct CompiledRule {
    /// Its index in [`crate::rules::pack::Pack::rules`].
    pub(crate) index: usize,
    /// What it is asked of, one at a time.
    pub(crate) each: Option<Each>,
    /// Whether it is asked of items; else of the letter as a whole.
    pub(crate) of_item: bool,
    /// Whether it can only fire where an item asks for the same as an earlier one. A letter may have thousands of items,
    /// and then not every pair of them is worth a question.
    pub(crate) of_repeated: bool,
    /// When it fires.
    pub(crate) when: Asked,
    /// Lower severities; the first whose condition holds is taken.
    pub(crate) lowered: Vec<(Severity, Asked)>,
    /// The message of its findings.
    pub(crate) message: Message,
    /// What to do about them.
    pub(crate) help: Option<Message>,
}

/// A condition that can be asked.
#[derive(Debug)]
pub(crate) enum Asked {
    All(Vec<Asked>),
    Any(Vec<Asked>),
    Not(Box<Asked>),
    Predicate {
        predicate: Box<dyn Predicate>,
        /// As it is written in the rule, on one line: `decision: upheld`.
        written: String,
    },
}

impl Asked {
    /// Asks it of a case. Later conditions of `all` are not asked once one is false: they could only add
    /// words to a finding that is not made.
    pub(crate) fn ask(&self, case: &Case<'_>) -> Answer {
        match self {
            Self::All(conditions) => {
                let mut answer = Answer::plain(true);
                for condition in conditions {
                    answer = answer.and(condition.ask(case));
                    if answer.truth == Truth::False {
                        break;
                    }
                }
                answer
            }
            Self::Any(conditions) => conditions
                .iter()
                .map(|condition| condition.ask(case))
                .fold(Answer::plain(false), Answer::or),
            Self::Not(condition) => condition.ask(case).negated(),
            Self::Predicate { predicate, .. } => predicate.ask(case),
        }
    }
}

impl Asked {
    /// Whether it holds. Nearly no rule fires, so that the words that show it are gathered only of those that do.
    pub(crate) fn holds(&self, case: &Case<'_>) -> bool {
        match self {
            Self::All(conditions) => conditions.iter().all(|condition| condition.holds(case)),
            Self::Any(conditions) => conditions.iter().any(|condition| condition.holds(case)),
            Self::Not(condition) => condition.is_denied(case),
            Self::Predicate { predicate, .. } => predicate.truth(case) == Truth::True,
        }
    }

    /// Whether the letter says otherwise.
    fn is_denied(&self, case: &Case<'_>) -> bool {
        match self {
            Self::All(conditions) => conditions.iter().any(|condition| condition.is_denied(case)),
            Self::Any(conditions) => conditions.iter().all(|condition| condition.is_denied(case)),
            Self::Not(condition) => condition.holds(case),
            Self::Predicate { predicate, .. } => predicate.truth(case) == Truth::False,
        }
    }

    /// Whether it can only hold where the item asks for the same as the earlier item in question.
    fn needs_same_request(&self) -> bool {
        match self {
            Self::All(conditions) => conditions.iter().any(Self::needs_same_request),
            Self::Any(conditions) => conditions.iter().all(Self::needs_same_request),
            Self::Not(_) => false,
            Self::Predicate { predicate, .. } => predicate.needs_same_request(),
        }
    }
}

/// Placeholders that every message of a rule about items may use.
const ITEM_PLACEHOLDERS: [&str; 1] = ["heading"];

/// Compiles the rule at `index`; `None`, reported, when it cannot be asked.
pub(crate) fn rule(
    pack: &Pack,
    index: usize,
    problems: &mut Vec<RuleProblem>,
) -> Option<CompiledRule> {
    let rule = pack.rules.get(index)?;
    let each = match &rule.each {
        Some(name) => {
            let found = Each::ALL.into_iter().find(|each| each.name() == name.value);
            if found.is_none() {
                let names = Each::ALL.map(Each::name);
                unknown(
                    &name.place,
                    "value of `each`",
                    &name.value,
                    &names,
                    problems,
                );
                return None;
            }
            found
        }
        None => None,
    };
    let mut compiler = Compiler {
        pack,
        each,
        of_item: each.is_some_and(Each::is_of_item),
        provided: each
            .map(|each| each.provides().to_vec())
            .unwrap_or_default(),
        problems,
    };
    let when = compiler.condition(&rule.when);
    let lowered: Vec<_> = rule
        .lowered
        .iter()
        .filter_map(|(severity, when)| Some((*severity, compiler.condition(when)?)))
        .collect();
    let of_item = compiler.of_item;
    let mut provided = compiler.provided;
    if of_item {
        provided.extend(ITEM_PLACEHOLDERS);
    }
    let message = Message::new(&rule.message.value);
    check_placeholders(&message, &rule.message.place, &provided, problems);
    let help = rule.help.as_deref().map(Message::new);
    if let Some(help) = &help {
        check_placeholders(help, &rule.message.place, &provided, problems);
    }
    let when = when?;
    Some(CompiledRule {
        index,
        each,
        of_item,
        of_repeated: each == Some(Each::EarlierItem) && when.needs_same_request(),
        when,
        lowered,
        message,
        help,
    })
}

struct Compiler<'p> {
    pack: &'p Pack,
    each: Option<Each>,
    of_item: bool,
    provided: Vec<&'static str>,
    problems: &'p mut Vec<RuleProblem>,
}

impl Compiler<'_> {
    fn condition(&mut self, condition: &Condition) -> Option<Asked> {
        match condition {
            Condition::All(parts) => Some(Asked::All(self.conditions(parts)?)),
            Condition::Any(parts) => Some(Asked::Any(self.conditions(parts)?)),
            Condition::Not(part) => Some(Asked::Not(Box::new(self.condition(part)?))),
            Condition::Ask { name, argument } => {
                let Some(vocable) = VOCABULARY.iter().find(|word| word.name == name.value) else {
                    let names: Vec<&str> = VOCABULARY.iter().map(|word| word.name).collect();
                    unknown(&name.place, "condition", &name.value, &names, self.problems);
                    return None;
                };
                self.check_place(vocable, &name.place);
                self.of_item |= vocable.places == Places::Item;
                self.provided.extend(vocable.provides);
                let mut decoder = Decoder::new(&argument.place.file);
                let predicate =
                    (vocable.parse)(Argument::new(&argument.value, &mut decoder, self.pack));
                self.problems.extend(decoder.into_problems());
                predicate.map(|predicate| Asked::Predicate {
                    predicate,
                    written: format!("{}: {}", name.value, argument.value),
                })
            }
        }
    }

    /// All parts are compiled, so that the mistakes of each are reported.
    fn conditions(&mut self, parts: &[Condition]) -> Option<Vec<Asked>> {
        let compiled: Vec<_> = parts.iter().map(|part| self.condition(part)).collect();
        compiled.into_iter().collect()
    }

    /// A predicate in a place where it can never hold is a mistake.
    fn check_place(&mut self, vocable: &Vocable, place: &RulePlace) {
        let fits = match vocable.places {
            Places::Letter => self.each != Some(Each::Waiver),
            Places::Item => self.each.is_none_or(Each::is_of_item),
            Places::Of(wanted) => self.each.is_some_and(|each| wanted.contains(&each)),
        };
        if fits {
            return;
        }
        let help = match vocable.places {
            Places::Of(wanted) => {
                let names: Vec<_> = wanted
                    .iter()
                    .map(|each| format!("`each: {}`", each.name()))
                    .collect();
                format!("it needs {}", names.join(" or "))
            }
            _ if self.each == Some(Each::Waiver) => {
                "it asks about letters, and this rule is about waivers".to_owned()
            }
            _ => "it asks about disputed items, and this rule is about the letter as a whole"
                .to_owned(),
        };
        self.problems.push(RuleProblem {
            message: format!(
                "the condition `{}` can never hold in this rule",
                vocable.name
            ),
            places: vec![(place.clone(), "asked here".to_owned())],
            help: Some(help),
        });
    }
}

fn check_placeholders(
    message: &Message,
    place: &RulePlace,
    provided: &[&'static str],
    problems: &mut Vec<RuleProblem>,
) {
    for name in message.placeholders() {
        if !provided.contains(&name) {
            unknown(place, "placeholder", name, provided, problems);
        }
    }
}

fn unknown(
    place: &RulePlace,
    what: &str,
    given: &str,
    valid: &[&str],
    problems: &mut Vec<RuleProblem>,
) {
    let mut decoder = Decoder::new(&place.file);
    decoder.unknown_name(place.span, what, given, valid);
    problems.extend(decoder.into_problems());
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::check::{Linter, subjects};
    use crate::rules::{embedded, load};
    use crate::source::SourceText;

    /// Every condition within a condition, itself included.
    fn parts(asked: &Asked) -> Vec<&Asked> {
        let inner = match asked {
            Asked::All(parts) | Asked::Any(parts) => parts.iter().collect(),
            Asked::Not(part) => vec![&**part],
            Asked::Predicate { .. } => Vec::new(),
        };
        let inner = inner.into_iter().flat_map(parts);
        std::iter::once(asked).chain(inner).collect()
    }

    fn letters(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                letters(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "txt") {
                found.push(path);
            }
        }
    }

    /// The truth alone is that of the answer with its words, for each condition of each rule about each thing in each
    /// letter; and each truth comes about.
    #[test]
    fn truth_and_answer_agree() {
        let linter = Linter::new(load(embedded()).pack).0;
        let mut paths = Vec::new();
        letters(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/letters"),
            &mut paths,
        );
        let mut asked = [0, 0, 0];
        for path in paths {
            // Some of the broken letters are no text at all.
            let Ok(source) = SourceText::from_bytes(&fs::read(&path).unwrap()) else {
                continue;
            };
            let letter = linter.parse(&source);
            let reading = linter.read(&source, &letter, None);
            for rule in &linter.rules {
                let items = reading.items.iter().map(Some);
                let items: Vec<_> = match rule.of_item {
                    true => items.collect(),
                    false => vec![None],
                };
                for item in items {
                    subjects::for_each(rule.each, &linter.case(&reading, item), |case| {
                        for part in parts(&rule.when) {
                            let truth = part.ask(case).truth;
                            assert_eq!(part.holds(case), truth == Truth::True, "{part:?}");
                            assert_eq!(part.is_denied(case), truth == Truth::False, "{part:?}");
                            asked[truth as usize] += 1;
                        }
                    });
                }
            }
        }
        assert!(asked.iter().all(|count| *count > 100), "{asked:?}");
    }
}
