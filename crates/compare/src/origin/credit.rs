//! Whose copy an account is, and whom it credits.

use crate::Account;
use crate::cues;
use crate::opening::{Openings, number};
use corroborate_article::Role;
use corroborate_text::{Span, fold, rows};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::LazyLock;

/// What an account says about where its text comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Credits {
    /// The names, folded, under which the text itself was put out: the outlet's, an agency's in its dateline.
    pub(super) own: BTreeSet<String>,
    /// Whether an agency put it out: its dateline bears an agency's mark.
    pub(super) wire: bool,
    /// Names that it credits, folded.
    pub(super) credited: BTreeMap<String, Credit>,
    /// Where it says that the text came over a wire, without a name.
    pub(super) syndicated: Option<Span>,
}

/// A name that an account credits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Credit {
    /// The words: the whole line of a credit, the name alone in running text.
    pub(super) evidence: Span,
    /// It stands in a byline or a line of credits, for the text as a whole; in running text it stands for a fact.
    pub(super) whole: bool,
    /// Beside it stands a word by which a source is named: `told`, `reports`, `news agency`.
    pub(super) cued: bool,
}

/// Reads the credits of all accounts: a name counts where one of the accounts goes by it or where it is that of
/// a known agency.
pub(super) fn find(accounts: &[Account]) -> Vec<Credits> {
    let mut found: Vec<Credits> = accounts.iter().map(own).collect();
    let own = found.iter().flat_map(|credits| &credits.own);
    let names = Names::of(own.chain(AGENCIES.keys()).cloned().collect());
    for (account, credits) in accounts.iter().zip(&mut found) {
        read(account, &names, credits);
    }
    found
}

fn own(account: &Account) -> Credits {
    let mut credits = Credits::default();
    if let Some(outlet) = &account.article.metadata.outlet {
        let name = fold(&outlet.name);
        // `World` or `Today` is a word before it is a name.
        if name.contains(' ') || AGENCIES.contains_key(&name) {
            credits.own.insert(canonical(&name));
        }
    }
    let lead = account.article.body().next().map_or("", |block| block.content.of(&account.article.text));
    let dateline = account.article.blocks.iter().find(|block| block.role == Role::Dateline);
    let dateline = dateline.map_or("", |block| block.content.of(&account.article.text));
    if let Some(mark) = agency_mark(dateline).or_else(|| agency_mark(lead)) {
        credits.own.insert(canonical(&fold(mark)));
        credits.wire = true;
    }
    credits.wire |= account.article.blocks.iter().any(|block| {
        block.role == Role::Credit && is_desk_credit(&fold(block.content.of(&account.article.text)))
    });
    credits
}

/// `PARIS, June 4 (ABC) - `: the mark in brackets before the dash that opens a wire's first paragraph.
fn agency_mark(lead: &str) -> Option<&str> {
    let open = lead.find('(').filter(|&at| at <= 80)?;
    let rest = lead.get(open + 1..)?;
    let close = rest.find(')')?;
    let mark = rest.get(..close)?;
    let after = rest.get(close + 1..)?.trim_start();
    let dash = after.is_empty() || after.starts_with(['-', '–', '—']);
    let upper = mark.chars().filter(|c| c.is_uppercase()).count();
    let known = AGENCIES.contains_key(&fold(mark));
    let marked = (2..=8).contains(&mark.len()) && mark.chars().all(char::is_alphanumeric) && upper >= 2;
    (dash && (known || marked)).then_some(mark)
}

/// `(Reporting by …; Editing by …)`: desks sign what goes out over the wire.
fn is_desk_credit(folded: &str) -> bool {
    cues::DESKS.iter().filter(|part| folded.contains(*part)).count() >= 2
}

/// The names that count as sources.
struct Names {
    /// Folded.
    all: BTreeSet<String>,
    /// How their first words begin.
    openings: Openings,
}

impl Names {
    fn of(all: BTreeSet<String>) -> Self {
        let mut openings = Openings::default();
        for name in &all {
            let first = name.split(|c: char| !is_inside(c)).next().unwrap_or_default();
            openings.add(number(first.as_bytes()));
        }
        Self { all, openings }
    }

    /// Whether one of them begins with a word.
    fn open_with(&self, written: &str) -> bool {
        if written.is_ascii() && !self.openings.has(number(written.as_bytes())) {
            return false;
        }
        let word = fold(written);
        let next = self.all.range::<str, _>((Bound::Included(word.as_str()), Bound::Unbounded)).next();
        next.is_some_and(|name| name.starts_with(&word))
    }
}

/// Whether a character stands inside words.
fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '’' | '\'')
}

fn read(account: &Account, names: &Names, credits: &mut Credits) {
    let text = &account.article.text;
    for block in &account.article.blocks {
        if matches!(
            block.role,
            Role::Caption | Role::Related | Role::Widget | Role::CommentPrompt | Role::Blank
        ) {
            continue;
        }
        let words = block.content.of(text);
        if credits.syndicated.is_none() && is_syndicated(&fold(words), block.role) {
            credits.syndicated = Some(block.content);
        }
        let named = capitalised(words, names).into_iter().chain(signed(words, block.role));
        for (span, name) in named {
            let name = canonical(&name);
            if names.all.contains(&name) && !credits.own.contains(&name) {
                let whole = !block.role.is_body();
                let evidence = if whole { block.content } else { span.shifted(block.content.start()) };
                let found = Credit { evidence, whole, cued: is_cued(words, span) };
                let credit = credits.credited.entry(name).or_insert(found);
                if (found.whole, found.cued) > (credit.whole, credit.cued) {
                    *credit = found;
                }
            }
        }
    }
}

/// Whether a block says that the text came over a wire, without a name.
fn is_syndicated(folded: &str, role: Role) -> bool {
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric());
    // A byline that names no one.
    let agencies = role != Role::Paragraph && cues::UNNAMED_WIRES.contains(&plain);
    agencies || SYNDICATION.stands_in(folded)
}

/// `(dpa/xna)`: desks sign with their marks, small or not, in a line of their own.
fn signed(line: &str, role: Role) -> Vec<(Span, String)> {
    let bracketed = line.trim().starts_with(['(', '[']) && line.len() <= LONGEST_SIGN;
    if !bracketed || role == Role::Paragraph && line.contains(' ') {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    for part in line.split(|c: char| !c.is_alphanumeric()) {
        if !part.is_empty() {
            found.push((Span::new(start, start + part.len()), fold(part)));
        }
        // What parts two marks may be longer than a byte.
        let behind = line.get(start + part.len()..).and_then(|rest| rest.chars().next());
        start += part.len() + behind.map_or(0, char::len_utf8);
    }
    found
}

/// Longest line that is taken for the signs of desks, in bytes.
const LONGEST_SIGN: usize = 32;

/// Whether a word by which a source is named stands close to a place.
fn is_cued(words: &str, span: Span) -> bool {
    let before = words.get(..span.start()).unwrap_or_default();
    let after = words.get(span.end()..).unwrap_or_default();
    let near = before.split_whitespace().rev().take(NEAR_CUE).chain(after.split_whitespace().take(NEAR_CUE));
    near.map(fold).any(|word| CUES.contains(word.trim_matches(|c: char| !c.is_alphanumeric())))
}

/// Words looked at on either side of a name.
const NEAR_CUE: usize = 3;

/// Runs of one to four words in a row of which the first and last begin with a capital, folded, where some name begins
/// with the first word: candidates for names. (`dpa` is the one agency that writes itself small; it is rarely credited otherwise than in capitals.)
fn capitalised(text: &str, names: &Names) -> Vec<(Span, String)> {
    let mut words: Vec<Span> = Vec::with_capacity(text.len() / 6 + 1);
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_inside(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    let capital = |span: Span| span.of(text).chars().next().is_some_and(char::is_uppercase);
    let mut found = Vec::new();
    for (at, &first) in
        words.iter().enumerate().filter(|&(_, &span)| capital(span) && names.open_with(span.of(text)))
    {
        for &last in words.get(at..).unwrap_or_default().iter().take(4).filter(|&&span| capital(span)) {
            let span = first.hull(last);
            let name = fold(span.of(text));
            // `AP`, but not `Ap` or a word at the start of a sentence.
            let mark = first != last || name.len() > 4 || span.of(text).chars().all(char::is_uppercase);
            if mark {
                found.push((span, name));
            }
        }
    }
    found
}

/// One name for all marks of an agency.
fn canonical(name: &str) -> String {
    AGENCIES.get(name).map_or_else(|| name.to_owned(), |agency| fold(agency))
}

/// From each folded name or mark of an agency to the one it goes by here.
static AGENCIES: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
    let mut table = BTreeMap::new();
    for line in rows(include_str!("../../data/agencies.tsv")) {
        let names: Vec<&'static str> = line.split('\t').collect();
        if let Some(&agency) = names.first() {
            table.extend(names.iter().map(|name| (fold(name), agency)));
        }
    }
    table
});

static CUES: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/credit-cues.txt")).collect());

/// Phrases by which a page says that its text is not its own.
struct Syndication {
    phrases: Vec<&'static str>,
    /// How they begin.
    openings: Openings,
}

impl Syndication {
    fn stands_in(&self, folded: &str) -> bool {
        let folded = folded.as_bytes();
        let parted = folded.iter().enumerate().filter(|(_, byte)| !byte.is_ascii_alphanumeric());
        let starts = std::iter::once(0).chain(parted.map(|(at, _)| at + 1));
        let mut rests =
            starts.filter_map(|at| folded.get(at..)).filter(|rest| self.openings.has(number(rest)));
        rests.any(|rest| self.phrases.iter().any(|phrase| rest.starts_with(phrase.as_bytes())))
    }
}

static SYNDICATION: LazyLock<Syndication> = LazyLock::new(|| {
    let phrases: Vec<&'static str> = rows(include_str!("../../data/syndication.txt")).collect();
    let mut openings = Openings::default();
    phrases.iter().for_each(|phrase| openings.add(number(phrase.as_bytes())));
    Syndication { phrases, openings }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_bears_the_mark_of_its_agency() {
        assert_eq!(agency_mark("OSLO, March 3 (XNA) - The ferry"), Some("XNA"));
        assert_eq!(agency_mark("OSLO (Reuters) — The ferry"), Some("Reuters"));
        assert_eq!(agency_mark("The ferry (built 1998) - a ship"), None);
        assert_eq!(agency_mark("The union (BSU) said"), None);
        assert_eq!(agency_mark("OSLO (see page 4) - The ferry"), None);
        assert_eq!(agency_mark("OSLO (S and P) - The ferry"), None, "a mark is one word");
        assert_eq!(agency_mark("OSLO (THEHARBOURPOST) - The ferry"), None, "and short");
    }

    #[test]
    fn desks_sign_in_brackets() {
        let signs =
            |line: &str, role| signed(line, role).into_iter().map(|(_, sign)| sign).collect::<Vec<_>>();
        assert_eq!(signs("(xna/bsu)", Role::Paragraph), ["xna", "bsu"]);
        assert_eq!(signs("[xna – bsu]", Role::Credit), ["xna", "bsu"]);
        assert!(signs("(The ferry is new)", Role::Paragraph).is_empty());
        assert!(signs("xna/bsu", Role::Credit).is_empty(), "no brackets");
        let long = format!("({}/xna)", "harbour".repeat(9));
        assert!(signs(&long, Role::Credit).is_empty(), "too long for signs");
        let places: Vec<Span> =
            signed("(xna – bsu)", Role::Credit).into_iter().map(|(place, _)| place).collect();
        assert_eq!(places.iter().map(|place| place.of("(xna – bsu)")).collect::<Vec<_>>(), ["xna", "bsu"]);
    }

    #[test]
    fn a_line_without_a_name_says_that_the_text_came_over_a_wire() {
        assert!(is_syndicated("agencies", Role::Byline));
        assert!(is_syndicated("(agencies)", Role::Byline));
        assert!(!is_syndicated("agencies", Role::Paragraph), "the word alone is no byline");
        assert!(!is_syndicated("the harbour", Role::Byline));
    }

    #[test]
    fn candidates_for_names_begin_with_capitals() {
        let names = Names::of(["ap", "harbour post"].map(str::to_owned).into());
        let found =
            |text: &str| capitalised(text, &names).into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        assert_eq!(found("As the AP wrote"), ["ap"]);
        assert!(found("Ap is no mark, and ap is none").is_empty());
        assert!(found("the Harbour Post wrote").contains(&"harbour post".to_owned()));
        assert!(!found("the harbour Post wrote").contains(&"harbour post".to_owned()));
    }

    fn article(paragraphs: &[(Role, &str)]) -> Account {
        let mut article = corroborate_article::Article::default();
        for &(role, words) in paragraphs {
            let start = article.text.len();
            article.text.push_str(words);
            let content = Span::new(start, article.text.len());
            article.blocks.push(corroborate_article::Block { role, span: content, content });
        }
        Account { article, ..Account::default() }
    }

    const WIRE: (Role, &str) = (Role::Paragraph, "OSLO, March 3 (XNA) - The ferry turned back.");

    fn credited(lines: &[(Role, &str)]) -> Option<(bool, bool)> {
        let found = find(&[article(&[WIRE]), article(lines)]);
        assert!(found[0].wire && found[0].credited.is_empty());
        found[1].credited.get("xna").map(|credit| (credit.whole, credit.cued))
    }

    #[test]
    fn who_is_credited_and_for_what() {
        assert_eq!(credited(&[(Role::Byline, "By Nora Lind, with XNA")]), Some((true, false)));
        let told = (Role::Paragraph, "“We felt a bump,” the cook told the XNA news agency.");
        assert_eq!(credited(&[told]), Some((false, true)));
        let named = (Role::Paragraph, "A banner over the quay showed the letters XNA for a sponsor.");
        assert_eq!(credited(&[named]), Some((false, false)));
        // The surer of two stands.
        assert_eq!(credited(&[named, told]), Some((false, true)));
        assert_eq!(credited(&[(Role::Paragraph, "The ferry turned back at noon.")]), None);
        // A photograph is no text.
        assert_eq!(credited(&[(Role::Caption, "The ferry on Monday. (XNA)")]), None);
    }

    #[test]
    fn desks_sign_in_small_letters() {
        assert_eq!(credited(&[(Role::Credit, "(xna/nl)")]), Some((true, false)));
        assert_eq!(credited(&[(Role::Credit, "[nl – xna]")]), Some((true, false)));
        assert_eq!(credited(&[(Role::Credit, "nl, edited by xna readers in a long line")]), None);
    }

    #[test]
    fn marks_of_one_agency_are_one_name() {
        assert_eq!(canonical("ap"), canonical("the associated press"));
    }
}
