//! `imr-lint rules schema`.

use std::io::Write;

use imr_lint::check::{each_vocabulary, vocabulary};
use imr_lint::rules::schema;

use crate::cli::args::SchemaArguments;
use crate::cli::output::Output;
use crate::cli::{Failure, Status};

/// Prints the JSON Schema of rules files.
pub(super) fn run(arguments: &SchemaArguments) -> Result<Status, Failure> {
    let conditions: Vec<_> = vocabulary().collect();
    let each: Vec<_> = each_vocabulary().collect();
    let schema = schema::schema(&conditions, &each);
    let mut out = Output::open(arguments.output.as_deref())?;
    out.write_all(schema::text(&schema).as_bytes())?;
    out.finish()?;
    Ok(Status::Clean)
}
