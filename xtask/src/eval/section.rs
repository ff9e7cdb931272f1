//! One section of the evaluation document, and how it compares with the committed one.

use std::collections::BTreeMap;
use std::fmt::Write;

/// Which way a figure should go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// The greater the better.
    Higher,
    /// The smaller the better.
    Lower,
    /// A count for reading, neither good nor bad.
    Neither,
}

/// A measure and its value in each column.
pub struct Row {
    /// The measure.
    pub name: String,
    /// Which way it should go.
    pub better: Better,
    /// A value for each column; `None` where it makes no sense.
    pub values: Vec<Option<f64>>,
}

impl Row {
    /// A row in which greater is better.
    pub fn higher(name: impl Into<String>, values: Vec<Option<f64>>) -> Self {
        Self { name: name.into(), better: Better::Higher, values }
    }

    /// A row in which smaller is better.
    pub fn lower(name: impl Into<String>, values: Vec<Option<f64>>) -> Self {
        Self { name: name.into(), better: Better::Lower, values }
    }

    /// A row of counts.
    pub fn count(name: impl Into<String>, values: Vec<Option<f64>>) -> Self {
        Self { name: name.into(), better: Better::Neither, values }
    }
}

/// A table with a word on what was measured.
pub struct Section {
    /// The heading.
    pub title: String,
    /// What was measured and how, in Markdown.
    pub intro: String,
    /// The columns after the measure's name.
    pub columns: Vec<String>,
    /// The measures.
    pub rows: Vec<Row>,
}

impl Section {
    /// The section as Markdown, with a marker by which [`committed`] finds it again.
    pub fn markdown(&self, name: &str) -> String {
        let mut out = format!("\n<!-- {name} -->\n## {}\n\n{}\n\n", self.title, self.intro.trim());
        let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        let mut head = vec!["measure".to_owned()];
        head.extend(self.columns.iter().cloned());
        out.push_str(&line(&head));
        let _ = writeln!(out, "|{}", " --- |".repeat(head.len()));
        for row in &self.rows {
            let mut cells = vec![row.name.clone()];
            cells.extend(row.values.iter().map(|value| value.map_or_else(|| "–".to_owned(), number)));
            out.push_str(&line(&cells));
        }
        out
    }

    /// The figures that are worse than in the committed section.
    pub fn fallen(&self, name: &str, committed: &str) -> Vec<String> {
        let before = figures(committed);
        let mut fallen = Vec::new();
        for row in &self.rows {
            for (column, value) in self.columns.iter().zip(&row.values) {
                let Some((was, now)) = before.get(&(row.name.as_str(), column.as_str())).copied().zip(*value)
                else {
                    continue;
                };
                let worse = match row.better {
                    Better::Higher => now < was - TOLERANCE,
                    Better::Lower => now > was + TOLERANCE,
                    Better::Neither => false,
                };
                if worse {
                    fallen.push(format!(
                        "{name}: {}, {column}: {} was {}",
                        row.name,
                        number(now),
                        number(was)
                    ));
                }
            }
        }
        fallen
    }
}

/// Half of the last digit that the document shows.
const TOLERANCE: f64 = 0.0006;

/// The committed section of that name, marker included.
pub fn committed<'a>(document: &'a str, name: &str) -> Option<&'a str> {
    let marker = format!("\n<!-- {name} -->\n");
    let start = document.find(&marker)?;
    let rest = document.get(start..)?;
    let end = rest.get(marker.len()..)?.find("\n<!-- ").map_or(rest.len(), |at| at + marker.len());
    rest.get(..end)
}

fn number(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() >= 2.0 { format!("{value:.0}") } else { format!("{value:.3}") }
}

fn figures(section: &str) -> BTreeMap<(&str, &str), f64> {
    let mut found = BTreeMap::new();
    let mut rows = section.lines().filter_map(|line| {
        let inner = line.strip_prefix("| ")?.strip_suffix(" |")?;
        Some(inner.split(" | ").collect::<Vec<_>>())
    });
    let head = rows.next().unwrap_or_default();
    for row in rows {
        let Some((name, cells)) = row.split_first() else { continue };
        for (column, cell) in head.iter().skip(1).zip(cells) {
            if let Ok(value) = cell.parse() {
                found.insert((*name, *column), value);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(value: f64) -> Section {
        Section {
            title: "A set".into(),
            intro: "What it is.".into(),
            columns: vec!["dev".into()],
            rows: vec![Row::higher("F1", vec![Some(value)]), Row::lower("wrong", vec![Some(3.0)])],
        }
    }

    #[test]
    fn a_fall_is_seen_and_a_rise_is_none() {
        let document = format!("# Evaluation\n{}\n<!-- other -->\n## Other\n", section(0.5).markdown("set"));
        let before = committed(&document, "set").expect("the section is there");
        assert!(section(0.5).fallen("set", before).is_empty());
        assert!(section(0.9).fallen("set", before).is_empty());
        assert_eq!(section(0.49).fallen("set", before).len(), 1);
        assert!(!before.contains("Other"));
    }
}
