//! The report for a wiki or a pull request.

use crate::Story;
use crate::overview::{Overview, RELATIONS, accounts_of, counted, named, told};
use crate::visible::line;
use corroborate_compare::{DifferenceRelation, Place, Stance};
use std::fmt::Write;

/// The report as Markdown (CommonMark with tables).
pub fn markdown(story: &Story) -> String {
    let overview = Overview::new(story);
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut out, &overview);
    out
}

fn write(out: &mut String, overview: &Overview) -> std::fmt::Result {
    let story = overview.story;
    writeln!(
        out,
        "# {}\n",
        overview.title().map_or_else(|| "Accounts compared".into(), |title| escape(&title))
    )?;
    writeln!(out, "{}.\n", overview.counts())?;
    if story.accounts.len() > 1 {
        let conflicts = overview.count(DifferenceRelation::Conflict);
        writeln!(
            out,
            "{} all agree on, {} in every account but not alike, {}, {} by one account alone.\n",
            counted(overview.agreed.len(), "claim"),
            overview.contested.len(),
            counted(conflicts, "conflict"),
            counted(overview.single_count(), "claim"),
        )?;
    }
    if story.accounts.len() == 1 {
        writeln!(out, "There is one account only, so there is nothing to compare it with.\n")?;
    }
    writeln!(out, "| | Account | Published | File |\n| --- | --- | --- | --- |")?;
    for (index, account) in story.accounts.iter().enumerate() {
        let published = account.article.metadata.published.as_ref().map(|published| published.iso());
        writeln!(
            out,
            "| {} | {} | {} | {} |",
            index + 1,
            escape(overview.label(index)),
            published.unwrap_or_default(),
            escape(&line(&account.article.source.path))
        )?;
    }
    agreed(out, overview)?;
    matrix(out, overview)?;
    differences(out, overview)?;
    families(out, overview)?;
    origins(out, overview)?;
    singles(out, overview)?;
    if !story.decisions.is_empty() {
        writeln!(out, "\n## Decided by a person\n")?;
    }
    story.decisions.iter().try_for_each(|decision| writeln!(out, "- {}", escape(&told(decision))))
}

fn agreed(out: &mut String, overview: &Overview) -> std::fmt::Result {
    for (title, claims) in
        [("All accounts say", &overview.agreed), ("In every account, but not alike", &overview.contested)]
    {
        if !claims.is_empty() {
            writeln!(out, "\n## {title}\n")?;
        }
        for &claim in claims {
            writeln!(out, "- {}", escape(&overview.summary(claim)))?;
        }
    }
    Ok(())
}

fn matrix(out: &mut String, overview: &Overview) -> std::fmt::Result {
    if overview.shared.is_empty() {
        return Ok(());
    }
    let story = overview.story;
    writeln!(out, "\n## Claims\n\n✓ says, ? says it is not known, ✗ contradicts, – silent\n")?;
    let numbers: Vec<String> = (1..=story.accounts.len()).map(|number| number.to_string()).collect();
    writeln!(out, "| Claim | {} | Origins |", numbers.join(" | "))?;
    writeln!(out, "| --- |{} --- |", " :-: |".repeat(numbers.len()))?;
    for &index in &overview.shared {
        let Some(claim) = story.comparison.claims.get(index) else { continue };
        let cells: Vec<&str> = claim.cells.iter().map(|cell| sign(cell.stance)).collect();
        writeln!(
            out,
            "| {} | {} | {} |",
            escape(&overview.summary(index)),
            cells.join(" | "),
            claim.origins
        )?;
    }
    Ok(())
}

fn differences(out: &mut String, overview: &Overview) -> std::fmt::Result {
    for (relation, title) in RELATIONS {
        let found: Vec<_> = overview.related(relation).collect();
        if found.is_empty() {
            continue;
        }
        writeln!(out, "\n## {title}\n")?;
        for (_, difference) in found {
            let subject = escape(&crate::overview::subject(difference));
            writeln!(out, "- **{subject}** ({})", difference.kind.name())?;
            for side in &difference.sides {
                let tellers: Vec<String> = accounts_of(&side.evidence)
                    .iter()
                    .map(|account| escape(overview.label(*account)))
                    .collect();
                let words: Vec<String> = side.evidence.iter().map(|&place| quoted(overview, place)).collect();
                let value = escape(&line(&side.value));
                writeln!(out, "  - {value} – {}: {}", tellers.join(", "), words.join("; "))?;
            }
            writeln!(out, "  - {} (`{}`)", escape(&line(&difference.explanation)), difference.rule)?;
        }
    }
    Ok(())
}

fn families(out: &mut String, overview: &Overview) -> std::fmt::Result {
    let families = &overview.story.comparison.quote_families;
    if families.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Quotations in several accounts\n")?;
    for family in families {
        let speaker = family.speaker_name.as_deref().unwrap_or("speaker not known");
        writeln!(out, "- **{}**: {}", escape(&line(speaker)), family.relation.name())?;
        for &version in &family.versions {
            writeln!(out, "  - {}: {}", escape(overview.label(version.account)), quoted(overview, version))?;
        }
    }
    Ok(())
}

fn origins(out: &mut String, overview: &Overview) -> std::fmt::Result {
    let origins = &overview.story.comparison.origins;
    if origins.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Who draws on whom\n")?;
    for origin in origins {
        let names: Vec<String> =
            origin.accounts.iter().map(|&account| escape(overview.label(account))).collect();
        let from =
            origin.from.map(|from| format!(", from {}", escape(overview.label(from)))).unwrap_or_default();
        let sure = (origin.confidence * 100.0).round();
        let signals: Vec<String> =
            origin.signals.iter().map(|signal| escape(&line(&named(overview, signal)))).collect();
        writeln!(
            out,
            "- {}: {}{from} ({sure} % sure); {}",
            names.join(", "),
            origin.relation.name(),
            signals.join("; ")
        )?;
    }
    Ok(())
}

fn singles(out: &mut String, overview: &Overview) -> std::fmt::Result {
    if overview.single_count() == 0 {
        return Ok(());
    }
    writeln!(out, "\n## Said by one account alone")?;
    for (account, claims) in overview.single.iter().enumerate().filter(|(_, claims)| !claims.is_empty()) {
        writeln!(out, "\n### {}\n", escape(overview.label(account)))?;
        for &claim in claims {
            writeln!(out, "- “{}”", escape(&overview.summary(claim)))?;
        }
    }
    Ok(())
}

fn sign(stance: Stance) -> &'static str {
    match stance {
        Stance::Says => "✓",
        Stance::Unknown => "?",
        Stance::Contradicts => "✗",
        Stance::Silent => "–",
    }
}

fn quoted(overview: &Overview, place: Place) -> String {
    format!("“{}”", escape(&overview.words(place)))
}

/// Text in the middle of a line that no reader of Markdown takes for markup, an address included.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (done, then) = rest.split_at(c.len_utf8());
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '#' | '!' | '^'
            | '=' | '{' => {
                escaped.push('\\');
                escaped.push(c);
            }
            ':' => escaped.push_str("&#58;"),
            '@' => escaped.push_str("&#64;"),
            '.' if ends_with_www(&escaped) => escaped.push_str("&#46;"),
            _ => escaped.push_str(done),
        }
        rest = then;
    }
    escaped
}

fn ends_with_www(text: &str) -> bool {
    text.len() >= 3 && text.get(text.len() - 3..).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_is_markup() {
        assert_eq!(escape("*a* [b](c) <i>"), "\\*a\\* \\[b\\](c) \\<i\\>");
        assert_eq!(escape("x | y & z"), "x \\| y \\& z");
        assert_eq!(escape("https://a.b WWW.c.d e@f"), "https&#58;//a.b WWW&#46;c.d e&#64;f");
        assert_eq!(escape("plain words, 4.5 (of 10)"), "plain words, 4.5 (of 10)");
    }
}
