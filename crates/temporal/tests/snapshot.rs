//! What is read in some twelve hundred sentences, held fast: a change of any reading is seen.
//!
//! The file says what is done, not what is right; `gold` says that.

use corroborate_temporal::{Civil, TimeExpression, annotate};
use corroborate_testkit::hold;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshot/times.txt");

fn shown(text: &str, found: &TimeExpression) -> String {
    let bound = |bound: Option<Civil>| bound.map_or_else(|| "?".to_owned(), |civil| civil.to_string());
    let mut parts = vec![
        format!("{:?}", found.kind),
        found.span.of(text).replace('\n', "\\n"),
        found.value.clone(),
        format!("{:?}", found.precision),
        format!("{} to {}", bound(found.earliest), bound(found.latest)),
    ];
    parts.extend(found.modifier.map(|modifier| format!("{modifier:?}")));
    parts.extend(found.offset.map(|minutes| format!("{minutes} minutes from Greenwich")));
    parts.join(" | ")
}

#[test]
fn readings_are_as_they_were() {
    let file = std::fs::read_to_string(FILE).expect("the file of sentences");
    let reference = Civil::new(2026, 1, 8, 9, 30, 0);
    let elsewhere = Civil::new(2024, 11, 30, 23, 10, 0);
    let mut now = String::new();
    for line in file.lines().filter(|line| !line.starts_with('\t')) {
        now.push_str(line);
        now.push('\n');
        if line.starts_with('#') {
            continue;
        }
        let text = line.replace("\\n", "\n");
        for found in annotate(&text, reference) {
            now.push_str(&format!("\t{}\n", shown(&text, &found)));
        }
        // At the end of another month; and without a reference date, when values stay open.
        for reference in [elsewhere, None] {
            let values: Vec<String> =
                annotate(&text, reference).into_iter().map(|found| found.value).collect();
            if !values.is_empty() {
                now.push_str(&format!("\t\t{}\n", values.join(", ")));
            }
        }
    }
    hold(FILE, &now);
}
