//! The parser against pages whose lines were given their roles by hand: `tests/gold/NAME.txt` and `NAME.tsv`.
//!
//! A row of the table belongs to a line of the page: its role, and for running text the paragraphs it holds (a
//! `+` for a line that continues the one before). `# key value` rows say what the metadata must be.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a gold file that does not read is a failure of the test"
)]

use corroborate_article::{Article, Role};
use corroborate_text::lines;
use std::fs;
use std::path::PathBuf;

struct Gold {
    name: String,
    text: String,
    roles: Vec<Role>,
    body: Vec<String>,
    fields: Vec<(String, String)>,
}

#[derive(Default)]
struct Score {
    lines: usize,
    right: usize,
    expected: usize,
    found: usize,
    matched: usize,
    fields: usize,
    agreed: usize,
    misses: Vec<String>,
}

#[test]
fn lines_have_the_roles_given_by_hand() {
    let mut total = Score::default();
    for gold in read_all() {
        let score = judge(&gold);
        println!(
            "{:<16} lines {}/{} body {}/{} of {} fields {}/{}",
            gold.name,
            score.right,
            score.lines,
            score.matched,
            score.found,
            score.expected,
            score.agreed,
            score.fields
        );
        for miss in &score.misses {
            println!("    {miss}");
        }
        total.lines += score.lines;
        total.right += score.right;
        total.expected += score.expected;
        total.found += score.found;
        total.matched += score.matched;
        total.fields += score.fields;
        total.agreed += score.agreed;
    }
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let accuracy = share(total.right, total.lines);
    let f1 = share(2 * total.matched, total.found + total.expected);
    let fields = share(total.agreed, total.fields);
    println!("line roles {accuracy:.4}, body paragraphs F1 {f1:.4}, fields {fields:.4}");
    // What was reached, less a line or two.
    assert!(accuracy >= 0.98 && f1 >= 0.98 && fields >= 0.95);
}

fn judge(gold: &Gold) -> Score {
    let article = corroborate_parse::parse(gold.text.clone());
    let mut score = Score::default();
    for (number, (line, role)) in lines(&gold.text).zip(&gold.roles).enumerate() {
        let content = line.content.of(&gold.text);
        if *role == Role::Blank && content.trim().is_empty() {
            continue;
        }
        score.lines += 1;
        let visible = line.content.start()
            + (content.len() - content.trim_start_matches('\u{feff}').trim_start().len());
        let block = article.blocks.iter().find(|block| block.span.contains(visible));
        let given = block.map_or(Role::Blank, |block| block.role);
        if class(given) == class(*role) {
            score.right += 1;
        } else {
            score.misses.push(format!(
                "{}: {} is {}, not {}",
                number + 1,
                content,
                role.name(),
                given.name()
            ));
        }
    }
    let mut found: Vec<String> =
        article.body().map(|block| article.words(block.content).replace('\r', "")).collect();
    score.expected = gold.body.len();
    score.found = found.len();
    for paragraph in &gold.body {
        if let Some(at) = found.iter().position(|other| other == paragraph) {
            found.swap_remove(at);
            score.matched += 1;
        }
    }
    for (field, value) in &gold.fields {
        score.fields += 1;
        let given = read_field(&article, field);
        if given == *value {
            score.agreed += 1;
        } else {
            score.misses.push(format!("{field}: {value:?}, not {given:?}"));
        }
    }
    score
}

/// Roles that readers do not agree on count as one.
fn class(role: Role) -> Role {
    match role {
        Role::AlternateHeadline => Role::Headline,
        Role::Kicker => Role::Heading,
        Role::PageDate => Role::Published,
        other => other,
    }
}

fn read_field(article: &Article, field: &str) -> String {
    let metadata = &article.metadata;
    let value = match field {
        "outlet" => metadata.outlet.as_ref().map(|outlet| outlet.name.clone()),
        "headline" => {
            metadata.headline.map(|span| article.words(span).split_whitespace().collect::<Vec<_>>().join(" "))
        }
        "byline" => {
            let names: Vec<&str> = metadata.byline.iter().map(|span| article.words(*span)).collect();
            (!names.is_empty()).then(|| names.join("; "))
        }
        "published" => metadata.published.as_ref().map(|moment| moment.iso()),
        _ => None,
    };
    value.unwrap_or_else(|| "null".to_owned()).to_lowercase()
}

fn read_all() -> Vec<Gold> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().filter(|path| path.extension().is_some_and(|end| end == "tsv")).map(read).collect()
}

fn read(path: &PathBuf) -> Gold {
    let table = fs::read_to_string(path).unwrap();
    let mut gold = Gold {
        name: path.file_stem().unwrap().to_string_lossy().into_owned(),
        text: fs::read_to_string(path.with_extension("txt")).unwrap(),
        roles: Vec::new(),
        body: Vec::new(),
        fields: Vec::new(),
    };
    for row in table.lines() {
        let mut cells = row.split('\t');
        let first = cells.next().unwrap_or_default();
        if let Some(field) = first.strip_prefix("# ") {
            gold.fields.push((field.to_owned(), cells.next().unwrap_or("null").to_lowercase()));
            continue;
        }
        let role = Role::from_name(first).unwrap_or_else(|| panic!("{}: {row}", gold.name));
        gold.roles.push(role);
        gold.body.extend(cells.filter(|cell| *cell != "+").map(|cell| cell.replace("\\n", "\n")));
    }
    assert_eq!(gold.roles.len(), lines(&gold.text).count(), "{}", gold.name);
    gold
}
