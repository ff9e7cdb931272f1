//! Parquet tables, read back.
#![cfg(feature = "parquet")]

#[allow(dead_code, reason = "each test file uses a part of it")]
mod fixture;

use ::parquet::file::reader::{FileReader, SerializedFileReader};
use ::parquet::record::Field;
use corroborate_report::{csv, parquet};
use fixture::{story, story_of};
use proptest::prelude::*;
use std::io::Write;

/// The table's columns and its rows, with null as an empty text.
fn read(bytes: Vec<u8>) -> (Vec<String>, Vec<Vec<String>>) {
    let mut file = tempfile::tempfile().expect("a file");
    file.write_all(&bytes).expect("written");
    let reader = SerializedFileReader::new(file).expect("a table");
    let schema = reader.metadata().file_metadata().schema();
    let names = schema.get_fields().iter().map(|field| field.name().to_owned()).collect();
    let value = |field: &Field| match field {
        Field::Null => String::new(),
        Field::Str(words) => words.clone(),
        Field::Long(number) => number.to_string(),
        other => format!("neither words nor a number: {other:?}"),
    };
    let row = |row: ::parquet::record::Row| row.get_column_iter().map(|(_, field)| value(field)).collect();
    (names, reader.get_row_iter(None).expect("rows").map(|found| row(found.expect("a row"))).collect())
}

#[test]
fn what_is_written_is_read_and_is_what_the_csv_says() {
    let story = story();
    let tables = csv(&story);
    for ((name, bytes), (csv_name, table)) in parquet(&story).expect("tables").into_iter().zip(tables.iter())
    {
        assert_eq!(name, csv_name);
        let mut reader = ::csv::Reader::from_reader(table.as_bytes());
        let head: Vec<String> = reader.headers().expect("a head").iter().map(str::to_owned).collect();
        let rows: Vec<Vec<String>> =
            reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
        assert!(rows.len() > 1, "{name}");
        assert_eq!(read(bytes), (head, rows), "{name}");
    }
}

#[test]
fn a_silent_cell_has_no_words() {
    let tables = parquet(&story()).expect("tables");
    let (names, rows) = read(tables[0].1.clone());
    let at = |name: &str| names.iter().position(|column| column == name).expect("a column");
    let silent: Vec<&Vec<String>> = rows.iter().filter(|row| row[at("stance")] == "silent").collect();
    assert!(!silent.is_empty());
    assert!(silent.iter().all(|row| row[at("start")].is_empty() && row[at("words")].is_empty()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_text_is_written_and_read(texts in proptest::collection::vec(any::<String>(), 1..4)) {
        let story = story_of(&texts);
        let tables = parquet(&story).expect("tables");
        prop_assert_eq!(&tables, &parquet(&story).expect("tables"));
        for (_, bytes) in tables {
            read(bytes);
        }
    }
}
