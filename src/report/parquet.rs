//! The table as an Apache Parquet file: typed columns, compressed with Snappy, and row groups that are written as soon as
//! they are full, so that memory does not grow with the number of letters.

use std::io::{self, Write};
use std::mem;
use std::sync::Arc;

use ::parquet::basic::Compression;
use ::parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, Int32Type, Int64Type};
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use ::parquet::schema::parser::parse_message_type;

use super::format::{AuditedLetter, Format, Piece, ReportWriter, RunEnd};
use super::json::SCHEMA;
use super::table::{self, COLUMNS, Column, Kind, Row, Value};
use crate::rules::pack::Pack;

/// How many rows make a group: some megabytes.
const GROUP: usize = 8_192;

/// The format of Parquet files.
#[derive(Clone, Copy, Debug)]
pub struct ParquetFormat<'p> {
    pack: &'p Pack,
}

impl<'p> ParquetFormat<'p> {
    /// Of letters that were held against `pack`.
    #[must_use]
    pub fn new(pack: &'p Pack) -> Self {
        Self { pack }
    }
}

impl Format for ParquetFormat<'_> {
    fn draw(&self, letter: &AuditedLetter<'_>) -> Piece {
        Piece {
            rows: table::rows(letter),
            ..Piece::default()
        }
    }

    fn writer(&self) -> Box<dyn ReportWriter + '_> {
        Box::new(ParquetWriter {
            pack: self.pack,
            waiting: Vec::new(),
            file: None,
        })
    }
}

struct ParquetWriter<'p> {
    pack: &'p Pack,
    /// Rows that do not fill a group yet.
    waiting: Vec<Row>,
    /// Writes to memory, which is emptied after each group. `None`: not begun, or ended.
    file: Option<SerializedFileWriter<Vec<u8>>>,
}

impl ReportWriter for ParquetWriter<'_> {
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        let schema = parse_message_type(&message_type()).map_err(io::Error::other)?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(concat!("imr-lint ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_key_value_metadata(Some(self.metadata()))
            .build();
        let file = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties));
        self.file = Some(file.map_err(io::Error::other)?);
        Ok(())
    }

    fn add(&mut self, piece: Piece, out: &mut dyn Write) -> io::Result<()> {
        self.waiting.extend(piece.rows);
        if self.waiting.len() >= GROUP {
            self.write_group(out)?;
        }
        Ok(())
    }

    fn end(&mut self, run: &RunEnd<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.waiting.extend(table::of_waivers(run.beside));
        if !self.waiting.is_empty() {
            self.write_group(out)?;
        }
        match self.file.take() {
            Some(file) => out.write_all(&file.into_inner().map_err(io::Error::other)?),
            None => Ok(()),
        }
    }
}

impl ParquetWriter<'_> {
    /// What the file says of itself.
    fn metadata(&self) -> Vec<KeyValue> {
        let entry = |key: &str, value: String| KeyValue::new(format!("imr-lint.{key}"), value);
        vec![
            entry("schema", SCHEMA.to_owned()),
            entry("pack", self.pack.name.clone()),
            entry("pack_version", self.pack.version.clone()),
            entry("pack_digest", format!("sha256:{}", self.pack.digest.hex())),
        ]
    }

    fn write_group(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let rows = mem::take(&mut self.waiting);
        let Some(file) = &mut self.file else {
            return Ok(());
        };
        write_rows(file, &rows).map_err(io::Error::other)?;
        file.flush()?;
        out.write_all(&mem::take(file.inner_mut()))
    }
}

/// The schema in the notation of the Parquet format.
fn message_type() -> String {
    let fields = COLUMNS.iter().map(|column| {
        let name = column.name;
        match column.kind {
            Kind::Text => format!("optional binary {name} (STRING);"),
            Kind::Texts => format!(
                "required group {name} (LIST) {{ repeated group list {{ required binary element (STRING); }} }}"
            ),
            Kind::Integer => format!("optional int64 {name};"),
            Kind::Date => format!("optional int32 {name} (DATE);"),
            Kind::Flag => format!("optional boolean {name};"),
        }
    });
    format!("message letters {{ {} }}", fields.collect::<String>())
}

fn write_rows(file: &mut SerializedFileWriter<Vec<u8>>, rows: &[Row]) -> Result<(), ParquetError> {
    let mut group = file.next_row_group()?;
    for column in COLUMNS {
        if let Some(mut writer) = group.next_column()? {
            write_column(&mut writer, column, rows)?;
            writer.close()?;
        }
    }
    group.close()?;
    Ok(())
}

fn write_column(
    writer: &mut SerializedColumnWriter<'_>,
    column: &Column,
    rows: &[Row],
) -> Result<(), ParquetError> {
    let values = rows.iter().map(|row| (column.value)(row));
    match column.kind {
        Kind::Text => write_optional::<ByteArrayType>(writer, values, |value| match value {
            Value::Text(text) => Some(ByteArray::from(text)),
            _ => None,
        }),
        Kind::Texts => write_lists(writer, values),
        Kind::Integer => write_optional::<Int64Type>(writer, values, |value| match value {
            Value::Integer(number) => Some(number),
            _ => None,
        }),
        Kind::Date => write_optional::<Int32Type>(writer, values, |value| match value {
            Value::Date(date) => date.days_since_1970(),
            _ => None,
        }),
        Kind::Flag => write_optional::<BoolType>(writer, values, |value| match value {
            Value::Flag(flag) => Some(flag),
            _ => None,
        }),
    }
}

/// Writes a column of values that may be null: level 1 for each that is not.
fn write_optional<'r, T: DataType>(
    writer: &mut SerializedColumnWriter<'_>,
    cells: impl Iterator<Item = Value<'r>>,
    value: impl Fn(Value<'r>) -> Option<T::T>,
) -> Result<(), ParquetError> {
    let cells: Vec<Option<T::T>> = cells.map(value).collect();
    let levels: Vec<i16> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
    let values: Vec<T::T> = cells.into_iter().flatten().collect();
    writer
        .typed::<T>()
        .write_batch(&values, Some(&levels), None)?;
    Ok(())
}

/// Writes a column of lists: definition level 0 is an empty list, repetition level 1 goes on with the list before.
fn write_lists<'r>(
    writer: &mut SerializedColumnWriter<'_>,
    cells: impl Iterator<Item = Value<'r>>,
) -> Result<(), ParquetError> {
    let (mut values, mut defined, mut repeated) = (Vec::new(), Vec::new(), Vec::new());
    for cell in cells {
        let texts = match cell {
            Value::Texts(texts) => texts,
            _ => &[],
        };
        if texts.is_empty() {
            defined.push(0);
            repeated.push(0);
        }
        for (at, text) in texts.iter().enumerate() {
            values.push(ByteArray::from(text.as_str()));
            defined.push(1);
            repeated.push(i16::from(at > 0));
        }
    }
    writer
        .typed::<ByteArrayType>()
        .write_batch(&values, Some(&defined), Some(&repeated))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use ::parquet::file::reader::{FileReader, SerializedFileReader};

    use super::*;
    use crate::finding::LetterProblem;
    use crate::report::json::Beside;
    use crate::report::summary::Summary;
    use crate::report::table::{LetterCells, RowOf};

    fn piece(path: String) -> Piece {
        let letter = LetterCells {
            path,
            ..LetterCells::default()
        };
        Piece {
            rows: vec![Row {
                letter: Arc::new(letter),
                item: None,
                of: RowOf::Problem(LetterProblem::new("it is empty")),
            }],
            ..Piece::default()
        }
    }

    #[test]
    fn a_full_group_is_written_and_the_file_is_whole() {
        let pack = Pack::default();
        let format = ParquetFormat::new(&pack);
        let mut writer = format.writer();
        let mut out = Vec::new();
        writer.begin(&mut out).unwrap();
        let mut after_first_group = 0;
        for number in 0..=GROUP {
            writer.add(piece(number.to_string()), &mut out).unwrap();
            if number + 1 == GROUP {
                after_first_group = out.len();
            }
        }
        assert!(after_first_group > 0 && after_first_group == out.len());
        let run = RunEnd {
            summary: &Summary::default(),
            beside: &Beside::default(),
        };
        writer.end(&run, &mut out).unwrap();
        let mut written = tempfile::tempfile().unwrap();
        written.write_all(&out).unwrap();
        let file = SerializedFileReader::new(written).unwrap();
        let groups = file.metadata().row_groups();
        let rows: Vec<i64> = groups.iter().map(|group| group.num_rows()).collect();
        assert_eq!(rows, [8_192, 1]);
        let last = file.get_row_iter(None).unwrap().last().unwrap().unwrap();
        let path = last.get_column_iter().find(|(name, _)| *name == "path");
        assert_eq!(path.unwrap().1.to_string(), "\"8192\"");
    }
}
