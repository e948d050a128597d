//! The engine of the Python package `imr_lint`: the library as it is, with letters and rules handed in and results
//! handed out as JSON or as columns. The typed objects are made in Python, in `imr_lint/`.

use std::num::NonZeroUsize;
use std::thread::available_parallelism;

use imr_lint::check::Linter;
use imr_lint::finding::LetterProblem;
use imr_lint::reading::date::Date;
use imr_lint::report::format::{AuditedLetter, ReadLetter};
use imr_lint::report::json::LetterJson;
use imr_lint::report::rule_problems::render_problem_concise;
use imr_lint::report::table::{COLUMNS, Column, Row, Value, rows};
use imr_lint::rules::layer::Layer;
use imr_lint::rules::problem::{RuleFile, RuleProblem};
use imr_lint::rules::{BUILT_IN, embedded, load_layers};
use imr_lint::source::SourceText;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyDate, PyDict, PyList};
use rayon::prelude::*;

/// As in the program: a letter and a rule pack are thousands of small pieces.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A name and the files under it: their names and texts.
type NamedFiles = (String, Vec<(String, String)>);

/// A letter: its name, and its bytes, which stay where Python keeps them.
type NamedLetter = (String, PyBackedBytes);

/// The rules, compiled.
#[pyclass(frozen, module = "imr_lint._engine")]
struct Engine {
    linter: Linter,
    as_of: Option<Date>,
}

#[pymethods]
impl Engine {
    /// Compiles the built-in pack, unless it is left out, with `layers` over it. Anything wrong with the rules is a
    /// ValueError that lists all of it.
    #[new]
    fn new(layers: Vec<NamedFiles>, builtin: bool, as_of: Option<&str>) -> PyResult<Self> {
        let built_in = builtin.then(|| Layer {
            name: BUILT_IN.to_owned(),
            files: embedded(),
        });
        let layers = layers.into_iter().map(|(name, files)| Layer {
            name,
            files: files
                .into_iter()
                .map(|(name, text)| RuleFile {
                    name,
                    text: text.into(),
                })
                .collect(),
        });
        let loaded = load_layers(built_in.into_iter().chain(layers).collect());
        let (linter, of_conditions) = Linter::new(loaded.pack);
        let problems: Vec<RuleProblem> = loaded.problems.into_iter().chain(of_conditions).collect();
        if !problems.is_empty() {
            return Err(PyValueError::new_err(listed(&problems)));
        }
        let as_of = as_of.map(day).transpose()?;
        Ok(Self { linter, as_of })
    }

    /// One letter, as an object of the JSON contract.
    fn check(&self, py: Python<'_>, name: &str, content: PyBackedBytes) -> String {
        py.detach(|| self.audited(name, &content, as_json))
    }

    /// Several letters, on as many threads as asked for (0: as there are processors), in their order.
    fn check_many(
        &self,
        py: Python<'_>,
        letters: Vec<NamedLetter>,
        threads: usize,
    ) -> PyResult<Vec<String>> {
        py.detach(|| self.each(&letters, threads, as_json))
    }

    /// Several letters as columns of the table of items and findings: a dict of lists, by column name.
    fn table<'py>(
        &self,
        py: Python<'py>,
        letters: Vec<NamedLetter>,
        threads: usize,
    ) -> PyResult<Bound<'py, PyDict>> {
        let letters = py.detach(|| self.each(&letters, threads, rows))?;
        let rows: Vec<Row> = letters.into_iter().flatten().collect();
        let table = PyDict::new(py);
        for column in COLUMNS {
            table.set_item(column.name, cells(py, column, &rows)?)?;
        }
        Ok(table)
    }

    /// Name, version and digest of the rule pack.
    #[getter]
    fn pack(&self) -> (String, String, String) {
        let pack = self.linter.pack();
        (
            pack.name.clone(),
            pack.version.clone(),
            format!("sha256:{}", pack.digest.hex()),
        )
    }
}

impl Engine {
    fn each<T: Send>(
        &self,
        letters: &[NamedLetter],
        threads: usize,
        made: impl Fn(&AuditedLetter<'_>) -> T + Sync,
    ) -> PyResult<Vec<T>> {
        let one = |(name, content): &NamedLetter| self.audited(name, content, &made);
        let processors = || available_parallelism().map_or(1, NonZeroUsize::get);
        let threads = NonZeroUsize::new(threads).map_or_else(processors, NonZeroUsize::get);
        if threads == 1 || letters.len() < 2 {
            return Ok(letters.iter().map(one).collect());
        }
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads.min(letters.len()))
            .build()
            .map_err(|error| PyValueError::new_err(error.to_string()))?;
        Ok(pool.install(|| letters.par_iter().map(one).collect()))
    }

    fn audited<T>(
        &self,
        name: &str,
        content: &[u8],
        made: impl FnOnce(&AuditedLetter<'_>) -> T,
    ) -> T {
        let mut audited = AuditedLetter {
            name,
            read: None,
            problems: &[],
            findings: &[],
            waived: &[],
            known: &[],
        };
        let source = match SourceText::from_file(name, content) {
            Ok(source) => source,
            Err(error) => {
                let problems = [LetterProblem::new(error.to_string())];
                audited.problems = &problems;
                return made(&audited);
            }
        };
        let letter = self.linter.parse(&source);
        let checked = self.linter.check(&source, &letter, self.as_of);
        audited.read = Some(ReadLetter {
            source: &source,
            reading: &checked.reading,
            linter: &self.linter,
        });
        audited.findings = &checked.findings;
        made(&audited)
    }
}

fn as_json(letter: &AuditedLetter<'_>) -> String {
    // Only a map whose keys are no strings could fail, and there is none.
    serde_json::to_string(&LetterJson::of(letter)).unwrap_or_default()
}

fn listed(problems: &[RuleProblem]) -> String {
    let mut text = String::new();
    for problem in problems {
        // Writing to a string cannot fail.
        let _ = render_problem_concise(&mut text, problem);
    }
    text.truncate(text.trim_end().len());
    text
}

fn day(given: &str) -> PyResult<Date> {
    match given.parse::<Date>() {
        Ok(date) if date.is_full() => Ok(date),
        _ => Err(PyValueError::new_err(format!(
            "`{given}` is no date; write a day as YYYY-MM-DD"
        ))),
    }
}

/// The cells of a column, as Python values.
fn cells<'py>(py: Python<'py>, column: &Column, rows: &[Row]) -> PyResult<Bound<'py, PyList>> {
    let cells = PyList::empty(py);
    for row in rows {
        match (column.value)(row) {
            Value::Null => cells.append(py.None())?,
            Value::Text(text) => cells.append(text)?,
            Value::Texts(texts) => cells.append(texts.to_vec())?,
            Value::Integer(number) => cells.append(number)?,
            Value::Flag(flag) => cells.append(flag)?,
            Value::Date(date) => cells.append(python_date(py, date)?)?,
        }
    }
    Ok(cells)
}

/// A whole day; a date without month or day has no value in a column of days.
fn python_date(py: Python<'_>, date: Date) -> PyResult<Option<Bound<'_, PyDate>>> {
    let (Some(month), Some(day)) = (date.month(), date.day()) else {
        return Ok(None);
    };
    PyDate::new(py, i32::from(date.year()), month, day).map(Some)
}

/// The columns of the table: name, kind (`text`, `list`, `integer`, `date`, `boolean`), what stands in it.
#[pyfunction]
fn columns() -> Vec<(&'static str, &'static str, &'static str)> {
    let columns = COLUMNS.iter();
    columns
        .map(|column| (column.name, column.kind.name(), column.about))
        .collect()
}

#[pymodule]
fn _engine(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Engine>()?;
    module.add_function(wrap_pyfunction!(columns, module)?)?;
    module.add("__version__", env!("CARGO_PKG_VERSION"))
}
