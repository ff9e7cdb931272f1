//! Tables for analysis, in Apache Parquet.

use crate::Story;
use crate::table::{Kind, Table, Value, tables};
use crate::wire::Report;
use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{Type, TypePtr};
use std::sync::Arc;

/// The report as tables, each a name and the bytes of a Parquet file: `claims`, `differences`, `quotations`, one
/// row a span, with the columns of [`csv`](crate::csv). Words are UTF-8 strings as they stand in the source,
/// offsets and counts are 64-bit integers, and what is missing is null.
///
/// ```
/// let tables = corroborate_report::parquet(&corroborate_report::Story::default())?;
/// assert_eq!(tables[0].0, "claims");
/// assert!(tables[0].1.starts_with(b"PAR1"));
/// # Ok::<(), corroborate_report::ParquetFailure>(())
/// ```
///
/// # Errors
/// When a table cannot be encoded.
pub fn parquet(story: &Story) -> Result<Vec<(&'static str, Vec<u8>)>, ParquetFailure> {
    let tables = tables(&Report::of(story));
    tables.iter().map(|table| Ok((table.name, bytes(table)?))).collect()
}

/// Why a table cannot be encoded.
#[derive(Debug, thiserror::Error)]
#[error("cannot encode a table: {0}")]
pub struct ParquetFailure(String);

impl From<ParquetError> for ParquetFailure {
    fn from(error: ParquetError) -> Self {
        Self(error.to_string())
    }
}

fn bytes(table: &Table) -> Result<Vec<u8>, ParquetError> {
    let columns: Result<Vec<TypePtr>, ParquetError> =
        table.columns.iter().map(|&(name, kind)| column(name, kind)).collect();
    let schema = Type::group_type_builder(table.name).with_fields(columns?).build()?;
    // The version of this program alone, so that the same report gives the same bytes.
    let tool = format!("corroborate {}", env!("CARGO_PKG_VERSION"));
    let properties = WriterProperties::builder().set_created_by(tool).build();
    let mut file = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut group = file.next_row_group()?;
    for (index, &(_, kind)) in table.columns.iter().enumerate() {
        let Some(mut writer) = group.next_column()? else { break };
        let values = || table.rows.iter().filter_map(|row| row.get(index));
        let levels: Vec<i16> = values().map(|value| i16::from(*value != Value::Nothing)).collect();
        match kind {
            Kind::Words => {
                let words = values().filter_map(|value| match value {
                    Value::Words(words) => Some(ByteArray::from(words.as_str())),
                    _ => None,
                });
                let words: Vec<ByteArray> = words.collect();
                writer.typed::<ByteArrayType>().write_batch(&words, Some(&levels), None)?;
            }
            Kind::Number => {
                let numbers = values().filter_map(|value| match value {
                    Value::Number(number) => Some(i64::try_from(*number).unwrap_or(i64::MAX)),
                    _ => None,
                });
                let numbers: Vec<i64> = numbers.collect();
                writer.typed::<Int64Type>().write_batch(&numbers, Some(&levels), None)?;
            }
        }
        writer.close()?;
    }
    group.close()?;
    file.into_inner()
}

fn column(name: &str, kind: Kind) -> Result<TypePtr, ParquetError> {
    let physical = match kind {
        Kind::Words => Physical::BYTE_ARRAY,
        Kind::Number => Physical::INT64,
    };
    let words = (kind == Kind::Words).then_some(LogicalType::String);
    let column = Type::primitive_type_builder(name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(words)
        .build()?;
    Ok(Arc::new(column))
}
