//! `imr-lint rules`: one command a file.

mod check;
mod test;
mod vocabulary;

use super::args::RulesCommand;
use super::output::Terminal;
use super::{Failure, Status};

pub(crate) fn run(command: &RulesCommand, terminal: &Terminal) -> Result<Status, Failure> {
    match command {
        RulesCommand::Check(arguments) => check::run(arguments, terminal),
        RulesCommand::Test(arguments) => test::run(arguments, terminal),
        RulesCommand::Vocabulary => vocabulary::run(),
    }
}
