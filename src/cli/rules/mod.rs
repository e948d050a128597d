//! `imr-lint rules`: one command a file.

mod check;
mod diff;
mod explain;
mod list;
mod new;
mod schema;
mod test;
mod vocabulary;

use super::args::RulesCommand;
use super::output::Terminal;
use super::{Failure, Status};

pub(crate) fn run(command: &RulesCommand, terminal: &Terminal) -> Result<Status, Failure> {
    match command {
        RulesCommand::Check(arguments) => check::run(arguments, terminal),
        RulesCommand::Diff(arguments) => diff::run(arguments, terminal),
        RulesCommand::Test(arguments) => test::run(arguments, terminal),
        RulesCommand::List(arguments) => list::run(arguments, terminal),
        RulesCommand::Explain(arguments) => explain::run(arguments, terminal),
        RulesCommand::New(arguments) => new::run(arguments, terminal),
        RulesCommand::Schema(arguments) => schema::run(arguments),
        RulesCommand::Vocabulary => vocabulary::run(terminal),
    }
}
