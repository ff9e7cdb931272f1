//! Rows at an article's foot that say who wrote it.

use crate::byline::is_office;
use crate::person::is_person;
use crate::row::Row;
use crate::zone::Page;
use corroborate_article::Role;
use corroborate_text::Span;

/// The author whom the last rows introduce: `Ann Writer is a reporter in Lima`.
pub(crate) fn at_the_foot(page: &Page<'_>, roles: &[Role]) -> Option<Span> {
    let last = roles.iter().rposition(|role| *role == Role::Paragraph)?;
    let rows = page.rows.iter().enumerate().skip(last.saturating_sub(FOOT)).take(FOOT + 40);
    rows.filter(|(at, row)| *at + 1 > last || row.words <= 60).find_map(|(_, row)| introduced(row))
}

/// Rows before the last paragraph in which an author may be introduced.
const FOOT: usize = 2;

/// The person whom a row introduces as one who writes.
pub(crate) fn introduced(row: &Row<'_>) -> Option<Span> {
    let head = crate::row::prefix(row.text, 160);
    let (name, rest) = [" is ", " has been ", " covers ", " writes ", " reports "]
        .iter()
        .filter_map(|verb| head.split_once(verb))
        .min_by_key(|(name, _)| name.len())?;
    let office = rest
        .split_whitespace()
        .take(9)
        .any(|word| is_office(word.trim_matches(|c: char| !c.is_alphabetic())));
    let verb =
        head.get(name.len()..).is_some_and(|rest| rest.starts_with(" covers") || rest.starts_with(" writes"));
    let start = row.content.start();
    (is_person(name) && (office || verb)).then(|| Span::new(start, start + name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(line: &str) -> Option<&str> {
        let span = Span::new(0, line.len());
        introduced(&Row::new(line, span, span, 0)).map(|name| name.of(line))
    }

    #[test]
    fn who_writes_is_introduced() {
        assert_eq!(name("Ann Quill is a senior reporter for the Harbour Times."), Some("Ann Quill"));
        assert_eq!(name("Ann Quill has been a writer here since 2031."), Some("Ann Quill"));
        assert_eq!(name("Ann Quill covers the coast."), Some("Ann Quill"));
        assert_eq!(name("Ann Quill is the mayor of the town."), None);
        assert_eq!(name("The ferry is a writer's delight."), None);
    }
}
