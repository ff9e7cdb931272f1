//! Accounts: what each house tells, in which order, and what it copied.

use super::facts::Facts;
use super::house::House;
use super::planted::{Change, Planted, applied};
use super::sentence::{Sentence, Writer, reworded};
use crate::Day;
use crate::seed::Seed;

/// Where an account has its words from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Its own reporting.
    Original,
    /// Copied from the first account.
    Verbatim,
    /// Copied from the first account with words changed.
    Near,
    /// The first account in other words.
    Paraphrase,
    /// Copied from a source that is not among the accounts.
    Missing,
}

/// The roles of a story: the first account is a source, at least one other is its own.
pub(crate) fn roles(chance: &mut Seed, count: usize) -> Vec<Role> {
    let pool =
        vec![Role::Verbatim, Role::Near, Role::Paraphrase, Role::Missing, Role::Missing, Role::Original];
    let mut roles = vec![Role::Original, Role::Original];
    roles.extend(chance.shuffled(pool));
    roles.truncate(count);
    // A common source shows only where two drew on it.
    if roles.iter().filter(|role| **role == Role::Missing).count() == 1 {
        for role in roles.iter_mut().filter(|role| **role == Role::Missing) {
            *role = Role::Paraphrase;
        }
    }
    roles
}

/// An account with the sentences it is made of.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) id: String,
    pub(crate) index: usize,
    pub(crate) role: Role,
    pub(crate) facts: Facts,
    pub(crate) house: House,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) published: (Day, u64, u64),
    pub(crate) furniture: Vec<String>,
    pub(crate) text: String,
}

impl Draft {
    pub(crate) fn file(&self) -> String {
        format!("{}.{}", self.id, if self.house.html { "html" } else { "txt" })
    }
}

/// The facts that an account may tell after its first sentence.
const FACTS: [&str; 13] = [
    "crews", "homes", "cause", "cost", "share", "closure", "mayor", "chief", "witness", "school", "road",
    "help", "inquiry",
];

/// Writes all accounts.
pub(crate) fn drafts(
    chance: &mut Seed,
    facts: &Facts,
    houses: &[House],
    roles: &[Role],
    planted: &[Planted],
) -> Vec<Draft> {
    let agency = houses.first().cloned();
    let hidden = agency.map(|house| sentences(chance, facts, facts, &house, &[], Role::Original, None));
    let mut drafts: Vec<Draft> = Vec::new();
    for (index, (house, role)) in houses.iter().zip(roles).enumerate() {
        let own = applied(facts, planted, index);
        let mine: Vec<&Planted> = planted.iter().filter(|planted| planted.account == index).collect();
        let source = drafts.first().map(|draft| draft.sentences.clone()).unwrap_or_default();
        let sentences = match role {
            Role::Original => sentences(chance, &own, facts, house, &mine, *role, None),
            Role::Paraphrase => sentences(chance, &own, facts, house, &mine, *role, Some(&source)),
            Role::Verbatim => shortened(chance, source),
            Role::Near => shortened(chance, source.iter().map(reworded).collect()),
            Role::Missing => {
                let copied = shortened(chance, hidden.clone().unwrap_or_default());
                if index % 2 == 0 { copied } else { copied.iter().map(reworded).collect() }
            }
        };
        let later = u32::from(mine.iter().any(|planted| matches!(planted.change, Change::Dead(_))));
        let published = (Day(facts.day.0 + 1 + later), chance.within(5, 22), chance.within(0, 59));
        let id = char::from(b'a'.saturating_add(u8::try_from(index).unwrap_or(25))).to_string();
        let mut draft = Draft {
            id,
            index,
            role: *role,
            facts: own,
            house: house.clone(),
            sentences,
            published,
            furniture: Vec::new(),
            text: String::new(),
        };
        draft.text = page(chance, &mut draft);
        drafts.push(draft);
    }
    drafts
}

/// The sentences of an account that tells for itself, or of one that follows a source in its own words.
fn sentences(
    chance: &mut Seed,
    facts: &Facts,
    truth: &Facts,
    house: &House,
    planted: &[&Planted],
    role: Role,
    source: Option<&[Sentence]>,
) -> Vec<Sentence> {
    let mut order: Vec<&'static str> = match source {
        Some(source) => source.iter().map(|sentence| sentence.fact).filter(|fact| *fact != "start").collect(),
        None => chance.shuffled(FACTS.to_vec()),
    };
    if source.is_none() {
        order.truncate(9);
    }
    for planted in planted {
        if planted.fact != "start" && !order.contains(&planted.fact) {
            order.push(planted.fact);
        }
    }
    order.insert(0, "start");
    let mut writer = Writer { facts, truth, house, planted: planted.to_vec(), role, named: Vec::new() };
    order.into_iter().filter_map(|fact| writer.tell(chance, fact)).collect()
}

/// A copy that leaves out some sentences near the end.
fn shortened(chance: &mut Seed, mut sentences: Vec<Sentence>) -> Vec<Sentence> {
    let gone = 1 + chance.below(3);
    for _ in 0..gone {
        if sentences.len() > 6 {
            let at = sentences.len() / 2 + chance.below(sentences.len() / 2);
            sentences.remove(at);
        }
    }
    sentences
}

/// The page of an account, with what stands around it.
fn page(chance: &mut Seed, draft: &mut Draft) -> String {
    let mut lines = chance.shuffled(include_str!("../../data/furniture.txt").lines().collect::<Vec<_>>());
    let mut furniture =
        |count: usize| -> Vec<String> { lines.drain(..count.min(lines.len())).map(str::to_owned).collect() };
    let (head, middle, foot) = (furniture(2), furniture(1), furniture(2));
    let mut headline = String::new();
    if let Some(template) = chance.pick(&draft.facts.forms("headline", "says")) {
        headline = draft.house.fill(template, &draft.facts, &mut Vec::new());
    }
    let (day, hour, minute) = draft.published;
    let published = draft.house.published(day, hour, minute);
    let mut body = paragraphs(chance, &draft.sentences);
    if let Some(first) = body.first_mut().filter(|_| draft.house.american) {
        *first = format!(
            "{}, {} {} ({}) – {first}",
            draft.house.city.to_uppercase(),
            short_month(day),
            day.civil().2,
            draft.house.name
        );
    }
    draft.furniture = head.iter().chain(&middle).chain(&foot).cloned().collect();
    if draft.house.html {
        html(draft, &headline, &published, &body)
    } else {
        plain(draft, &headline, &published, &body)
    }
}

fn short_month(day: Day) -> &'static str {
    day.month().get(..3).unwrap_or_default()
}

/// Sentences in paragraphs: the first alone, each quotation opening one.
fn paragraphs(chance: &mut Seed, sentences: &[Sentence]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        match found.last_mut() {
            Some(last) if index > 1 && sentence.quote.is_none() && chance.chance(1, 2) => {
                last.push(' ');
                last.push_str(&sentence.text);
            }
            _ => found.push(sentence.text.clone()),
        }
    }
    found
}

/// The furniture of a draft in its three places: above, inside, below.
fn places(draft: &Draft) -> (&[String], &[String], &[String]) {
    let cut = |from: usize, to: usize| draft.furniture.get(from..to).unwrap_or_default();
    (cut(0, 2), cut(2, 3), cut(3, draft.furniture.len().max(3)))
}

fn plain(draft: &Draft, headline: &str, published: &str, body: &[String]) -> String {
    let (head, middle, foot) = places(draft);
    let mut lines = vec![draft.house.name.to_owned()];
    lines.extend(head.iter().cloned());
    lines.extend([String::new(), headline.to_owned(), published.to_owned(), String::new()]);
    for (index, paragraph) in body.iter().enumerate() {
        lines.extend([paragraph.clone(), String::new()]);
        if index == body.len() / 2 {
            lines.extend(middle.iter().cloned().chain([String::new()]));
        }
    }
    lines.extend(foot.iter().cloned());
    lines.join("\n") + "\n"
}

fn html(draft: &Draft, headline: &str, published: &str, body: &[String]) -> String {
    let (head, middle, foot) = places(draft);
    let (day, hour, minute) = draft.published;
    let list = |lines: &[String]| {
        lines.iter().map(|line| format!("<li><a href=\"#\">{line}</a></li>")).collect::<String>()
    };
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{headline} | {name}</title>\n\
         <meta property=\"og:site_name\" content=\"{name}\">\n\
         <meta property=\"article:published_time\" content=\"{}T{hour:02}:{minute:02}\">\n</head>\n<body>\n\
         <header><p>{name}</p><nav><ul>{}</ul></nav></header>\n<main><article>\n<h1>{headline}</h1>\n<p class=\"date\">{published}</p>\n",
        day.iso(),
        list(head),
        name = draft.house.name,
    );
    for (index, paragraph) in body.iter().enumerate() {
        page.push_str(&format!("<p>{paragraph}</p>\n"));
        if index == body.len() / 2 {
            page.push_str(&middle.iter().map(|line| format!("<aside>{line}</aside>\n")).collect::<String>());
        }
    }
    page.push_str(&format!(
        "</article></main>\n<footer><ul>{}</ul></footer>\n</body>\n</html>\n",
        list(foot)
    ));
    page
}
