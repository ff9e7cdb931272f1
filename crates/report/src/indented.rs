//! Indented JSON as `serde_json` prints it, with a line's end and its blanks in one write, not one for each level.

use serde_json::ser::Formatter;
use std::io::{self, Write};

/// Two blanks a level.
#[derive(Default)]
pub(crate) struct Indented {
    depth: usize,
    /// Whether anything stands before the bracket that comes next.
    filled: bool,
}

/// What parts two values, and the blanks that open a line at the deepest level that is written at once.
const OPENING: &[u8] = b",\n                                                                ";

impl Indented {
    /// Ends a line and opens the next, behind a comma or not.
    fn turn(&self, writer: &mut (impl Write + ?Sized), comma: bool) -> io::Result<()> {
        let (start, blanks) = (usize::from(!comma), 2 * self.depth);
        let opening = OPENING.get(start..(2 + blanks).min(OPENING.len())).unwrap_or_default();
        writer.write_all(opening)?;
        (OPENING.len()..2 + blanks).try_for_each(|_| writer.write_all(b" "))
    }

    fn open(&mut self, writer: &mut (impl Write + ?Sized), bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        writer.write_all(bracket)
    }

    fn close(&mut self, writer: &mut (impl Write + ?Sized), bracket: &[u8]) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        if self.filled {
            self.turn(writer, false)?;
        }
        writer.write_all(bracket)
    }
}

impl Formatter for Indented {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.turn(writer, !first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.turn(writer, !first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Indented;
    use proptest::prelude::*;
    use serde::Serialize;
    use serde_json::{Serializer, Value, json};

    fn written(value: &Value) -> String {
        let mut bytes = Vec::new();
        value.serialize(&mut Serializer::with_formatter(&mut bytes, Indented::default())).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf =
            prop_oneof![Just(Value::Null), any::<i32>().prop_map(Value::from), ".*".prop_map(Value::from)];
        leaf.prop_recursive(6, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::btree_map(".{0,4}", inner, 0..5)
                    .prop_map(|entries| entries.into_iter().collect()),
            ]
        })
    }

    proptest! {
        #[test]
        fn it_prints_what_serde_json_prints(value in value()) {
            prop_assert_eq!(written(&value), serde_json::to_string_pretty(&value).unwrap());
        }
    }

    #[test]
    fn deep_values_are_indented_too() {
        let deep = (0..50).fold(json!(1), |inner, _| json!([inner, {}]));
        assert_eq!(written(&deep), serde_json::to_string_pretty(&deep).unwrap());
    }
}
