//! A summary for the terminal.

use crate::Story;
use crate::overview::{Overview, RELATIONS, accounts_of, counted, named, told};
use anstyle::{AnsiColor, Color, Style};
use corroborate_compare::{Difference, DifferenceRelation};
use unicode_width::UnicodeWidthStr;

/// How a summary is laid out.
#[derive(Clone, Copy, Debug)]
pub struct TextOptions {
    /// Columns of a line.
    pub width: usize,
    /// Whether to use the terminal's colours.
    pub colour: bool,
}

/// Longest list of claims.
const CLAIMS: usize = 12;

/// The report as a summary for the terminal.
pub fn text(story: &Story, options: TextOptions) -> String {
    let overview = Overview::new(story);
    let mut page = Page { out: String::new(), width: options.width.max(20), colour: options.colour };
    head(&mut page, &overview);
    claims(&mut page, &overview);
    differences(&mut page, &overview);
    quotations(&mut page, &overview);
    origins(&mut page, &overview);
    singles(&mut page, &overview);
    decisions(&mut page, story);
    remarks(&mut page, story);
    page.out
}

fn head(page: &mut Page, overview: &Overview) {
    if let Some(title) = overview.title() {
        page.put(BOLD, 0, 0, &title);
    }
    page.put(PLAIN, 0, 0, &overview.counts());
    for (index, account) in overview.story.accounts.iter().enumerate() {
        let published = account.article.metadata.published.as_ref().map(|published| published.iso());
        let published = published.map(|published| format!(", {published}")).unwrap_or_default();
        page.put(PLAIN, 2, 4, &format!("{}  {}{published}", index + 1, overview.label(index)));
    }
    if let [_] = overview.story.accounts.as_slice() {
        page.put(BOLD, 0, 0, "There is one account only, so there is nothing to compare it with.");
    }
}

fn claims(page: &mut Page, overview: &Overview) {
    if overview.story.accounts.len() < 2 {
        return;
    }
    let agreed = &overview.agreed;
    page.heading(&format!("All say ({})", agreed.len()));
    for &claim in agreed.iter().take(CLAIMS) {
        page.put(GREEN, 2, 4, &format!("= {}", overview.summary(claim)));
    }
    page.rest(agreed.len(), CLAIMS);
    let contested = &overview.contested;
    if !contested.is_empty() {
        page.heading(&format!("In every account, but not alike ({})", contested.len()));
        for &claim in contested.iter().take(CLAIMS) {
            page.put(YELLOW, 2, 4, &format!("≠ {}", overview.summary(claim)));
        }
        page.rest(contested.len(), CLAIMS);
    }
}

fn differences(page: &mut Page, overview: &Overview) {
    for (relation, title) in RELATIONS {
        let found: Vec<&Difference> = overview.related(relation).map(|(_, difference)| difference).collect();
        if found.is_empty() {
            if relation == DifferenceRelation::Conflict && overview.story.accounts.len() > 1 {
                page.heading("No conflicts found");
            }
            continue;
        }
        page.heading(&format!("{title} ({})", found.len()));
        let style = match relation {
            DifferenceRelation::Conflict => RED,
            DifferenceRelation::NotDisclosed | DifferenceRelation::Update => YELLOW,
            _ => PLAIN,
        };
        for difference in found {
            page.put(
                style,
                2,
                4,
                &format!("{} – {}", difference.kind.name(), crate::overview::subject(difference)),
            );
            for side in &difference.sides {
                let tellers: Vec<String> =
                    accounts_of(&side.evidence).iter().map(|account| (account + 1).to_string()).collect();
                let words = side.evidence.first().map(|&place| overview.words(place)).unwrap_or_default();
                let value = crate::visible::line(&side.value);
                let words = if words == value { String::new() } else { format!(": “{words}”") };
                page.put(PLAIN, 4, 8, &format!("[{}] {value}{words}", tellers.join(" ")));
            }
            page.put(
                DIM,
                4,
                4,
                &format!("{} ({})", crate::visible::line(&difference.explanation), difference.rule),
            );
        }
    }
}

fn quotations(page: &mut Page, overview: &Overview) {
    let families = &overview.story.comparison.quote_families;
    if families.is_empty() {
        return;
    }
    page.heading(&format!("Quotations in several accounts ({})", families.len()));
    for family in families {
        let speaker =
            family.speaker_name.as_deref().map_or_else(|| "speaker not known".into(), crate::visible::line);
        page.put(BOLD, 2, 4, &format!("{} – {speaker}", family.relation.name()));
        for &version in &family.versions {
            page.put(PLAIN, 4, 8, &format!("[{}] “{}”", version.account + 1, overview.words(version)));
        }
    }
}

fn origins(page: &mut Page, overview: &Overview) {
    let origins = &overview.story.comparison.origins;
    if origins.is_empty() {
        return;
    }
    page.heading("Who draws on whom");
    for origin in origins {
        let names = |accounts: &[usize]| {
            let names: Vec<&str> = accounts.iter().map(|&account| overview.label(account)).collect();
            names.join(", ")
        };
        let sure = (origin.confidence * 100.0).round();
        let sentence = match origin.from {
            Some(from) => {
                let others: Vec<usize> =
                    origin.accounts.iter().copied().filter(|&other| other != from).collect();
                let verb = if others.len() == 1 { "draws" } else { "draw" };
                format!("{} {verb} on {} ({sure} % sure)", names(&others), overview.label(from))
            }
            None => format!("{} share a source ({sure} % sure)", names(&origin.accounts)),
        };
        page.put(PLAIN, 2, 4, &sentence);
        for signal in &origin.signals {
            page.put(DIM, 4, 6, &crate::visible::line(&named(overview, signal)));
        }
    }
}

fn singles(page: &mut Page, overview: &Overview) {
    let all = overview.single_count();
    if all == 0 {
        return;
    }
    page.heading(&format!("Said by one account alone ({all})"));
    for (account, claims) in overview.single.iter().enumerate().filter(|(_, claims)| !claims.is_empty()) {
        page.put(
            BOLD,
            2,
            4,
            &format!("{} {}: {}", account + 1, overview.label(account), counted(claims.len(), "claim")),
        );
        for &claim in claims.iter().take(3) {
            page.put(PLAIN, 4, 6, &format!("- {}", overview.summary(claim)));
        }
        page.rest(claims.len(), 3);
    }
}

fn decisions(page: &mut Page, story: &Story) {
    if story.decisions.is_empty() {
        return;
    }
    page.heading("Decided by a person");
    for decision in &story.decisions {
        let style = if decision.applied { PLAIN } else { YELLOW };
        page.put(style, 2, 4, &told(decision));
    }
}

fn remarks(page: &mut Page, story: &Story) {
    let remarks: Vec<_> = story.diagnostics.iter().chain(&story.comparison.diagnostics).collect();
    if remarks.is_empty() {
        return;
    }
    page.heading("Remarks");
    for remark in remarks {
        page.put(
            PLAIN,
            2,
            4,
            &format!("{}: {}", remark.severity.name(), crate::visible::line(&remark.message)),
        );
    }
}

const PLAIN: Style = Style::new();
const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const RED: Style = colour(AnsiColor::Red);
const GREEN: Style = colour(AnsiColor::Green);
const YELLOW: Style = colour(AnsiColor::Yellow);

const fn colour(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(Color::Ansi(colour)))
}

struct Page {
    out: String,
    width: usize,
    colour: bool,
}

impl Page {
    fn heading(&mut self, title: &str) {
        self.out.push('\n');
        self.put(BOLD, 0, 0, title);
    }

    /// Says that a list goes on.
    fn rest(&mut self, all: usize, shown: usize) {
        if all > shown {
            self.put(DIM, 4, 4, &format!("and {} more", all - shown));
        }
    }

    /// Writes words wrapped, the first line indented by `first` columns and the others by `next`.
    fn put(&mut self, style: Style, first: usize, next: usize, words: &str) {
        let mut indent = first;
        let mut column = 0;
        let mut line = String::new();
        for word in words.split(' ').filter(|word| !word.is_empty()) {
            let width = word.width();
            if column > 0 && indent + column + 1 + width > self.width {
                self.line(style, indent, &line);
                line.clear();
                (indent, column) = (next, 0);
            }
            if column > 0 {
                line.push(' ');
                column += 1;
            }
            line.push_str(word);
            column += width;
        }
        self.line(style, indent, &line);
    }

    fn line(&mut self, style: Style, indent: usize, words: &str) {
        self.out.extend(std::iter::repeat_n(' ', indent));
        if self.colour && style != PLAIN {
            self.out.push_str(&format!("{style}{words}{style:#}"));
        } else {
            self.out.push_str(words);
        }
        self.out.push('\n');
    }
}
