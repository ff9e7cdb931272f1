//! The page of an account: what the house puts around its sentences, and what scraping leaves there.

use super::draft::{Cast, Draft};
use super::house::Note;
use crate::Day;
use crate::seed::{Seed, rows};

/// The file of an account. Notes in the draft which lines are no part of the article.
pub(crate) fn page(chance: &mut Seed, cast: &Cast, draft: &mut Draft) -> String {
    let furniture = rows(include_str!("../../data/furniture.tsv"));
    let lines = |chance: &mut Seed, place: &str, most: usize| -> Vec<String> {
        let fitting: Vec<&str> = furniture
            .iter()
            .filter_map(|row| match row[..] {
                [known, line] if known == place => Some(line),
                _ => None,
            })
            .collect();
        let count = chance.below(most + 1);
        chance.shuffled(fitting).into_iter().take(count).map(str::to_owned).collect()
    };
    let parts = Parts {
        headline: headline(chance, cast, draft),
        published: draft.published.map(|(day, hour, minute)| draft.house.published(day, hour, minute)),
        byline: byline(chance, cast, draft),
        body: body(chance, draft),
        head: lines(chance, "head", 3),
        middle: lines(chance, "middle", 2),
        foot: lines(chance, "foot", 4),
        noise: chance.below(64),
    };
    draft.furniture = parts.head.iter().chain(&parts.middle).chain(&parts.foot).cloned().collect();
    if draft.house.html { html(draft, &parts) } else { plain(draft, &parts) }
}

struct Parts {
    headline: String,
    published: Option<String>,
    byline: Option<String>,
    body: Vec<String>,
    head: Vec<String>,
    middle: Vec<String>,
    foot: Vec<String>,
    /// Bits that decide on kinds of noise.
    noise: usize,
}

impl Parts {
    const fn has(&self, bit: usize) -> bool {
        self.noise >> bit & 1 == 1
    }
}

fn headline(chance: &mut Seed, cast: &Cast, draft: &Draft) -> String {
    let template = chance.pick(&cast.sheet.headlines).unwrap_or_default();
    // Persons go by family name alone in a headline.
    let mut note =
        Note { named: draft.values.people().map(super::values::Person::full).collect(), ..Note::default() };
    draft.house.marked(&draft.house.fill(&template, &draft.values, &mut note))
}

fn byline(chance: &mut Seed, cast: &Cast, draft: &Draft) -> Option<String> {
    match &draft.credit {
        Some(source) if draft.index.is_multiple_of(3) => Some(format!("By {source}")),
        _ if chance.chance(1, 2) => chance.pick(cast.reporters).map(|name| format!("By {name}")),
        _ => None,
    }
}

/// The paragraphs: the first sentence alone, each quotation opening one, dateline and credits where there are any.
fn body(chance: &mut Seed, draft: &Draft) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (index, sentence) in draft.sentences.iter().enumerate() {
        let text = sentence.text.clone();
        match found.last_mut() {
            Some(last)
                if index > 1 && sentence.quote.is_none() && last.len() < 330 && chance.chance(1, 2) =>
            {
                last.push(' ');
                last.push_str(&text);
            }
            _ => found.push(text),
        }
    }
    if let (Some(first), Some(mark)) = (found.first_mut(), &draft.house.wire) {
        let city = draft.house.city.to_uppercase();
        let date = draft.published.map(|(day, _, _)| format!(", {} {}", short_month(day), day.civil().2));
        *first = format!("{city}{} ({mark}) – {first}", date.unwrap_or_default());
    }
    if let Some(source) = draft.credit.as_ref().filter(|_| draft.index % 3 == 1) {
        found.push(format!("(With reporting by {source})"));
    }
    found
}

fn short_month(day: Day) -> &'static str {
    day.month().get(..3).unwrap_or_default()
}

fn plain(draft: &Draft, parts: &Parts) -> String {
    let mut lines = vec![draft.house.name.clone()];
    lines.extend(parts.head.iter().cloned());
    lines.extend([String::new(), parts.headline.clone()]);
    if parts.has(0) && parts.has(1) {
        lines.extend([String::new(), parts.headline.clone()]);
    }
    lines.extend(parts.byline.iter().chain(&parts.published).cloned());
    lines.push(String::new());
    for (index, paragraph) in parts.body.iter().enumerate() {
        let text = if parts.has(2) && parts.has(3) { wrapped(paragraph) } else { paragraph.clone() };
        lines.push(text);
        // Some scrapers leave no blank line, others one of no-break spaces.
        match (parts.has(4), parts.has(5)) {
            (true, true) => {}
            (false, true) => lines.push("\u{a0}".to_owned()),
            _ => lines.push(String::new()),
        }
        if index == parts.body.len() / 2 {
            lines.extend(parts.middle.iter().flat_map(|line| [line.clone(), String::new()]));
        }
    }
    lines.extend(parts.foot.iter().cloned());
    lines.join("\n") + "\n"
}

/// Lines broken at 72 columns.
fn wrapped(text: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if column > 0 && column + length >= 72 {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}

fn html(draft: &Draft, parts: &Parts) -> String {
    let list = |lines: &[String]| {
        lines.iter().map(|line| format!("<li><a href=\"#\">{}</a></li>", escaped(line))).collect::<String>()
    };
    let iso = draft.published.map(|(day, hour, minute)| format!("{}T{hour:02}:{minute:02}", day.iso()));
    let (name, headline) = (escaped(&draft.house.name), escaped(&parts.headline));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{headline} | {name}</title>\n\
         <meta property=\"og:site_name\" content=\"{name}\">\n"
    );
    if let Some(iso) = &iso {
        page.push_str(&format!("<meta property=\"article:published_time\" content=\"{iso}\">\n"));
    }
    page.push_str("<style>p { margin: 0 0 1em }</style>\n<script>var page = {\"ads\": true};</script>\n</head>\n<body>\n");
    page.push_str(&format!("<header><p>{name}</p><nav><ul>{}</ul></nav></header>\n", list(&parts.head)));
    let (open, close) = if parts.has(0) {
        ("<main><article>\n", "</article></main>\n")
    } else {
        ("<div id=\"content\"><div class=\"story-body\">\n", "</div></div>\n")
    };
    page.push_str(&format!("{open}<h1>{headline}</h1>\n"));
    if let Some(byline) = &parts.byline {
        page.push_str(&format!("<p class=\"byline\">{}</p>\n", escaped(byline)));
    }
    if let Some(published) = &parts.published {
        page.push_str(&format!("<p class=\"date\">{published}</p>\n"));
    }
    for (index, paragraph) in parts.body.iter().enumerate() {
        let mut text = escaped(paragraph);
        if parts.has(1) {
            text = text.replace('“', "&ldquo;").replace('”', "&rdquo;");
        }
        if let Some(firm) = draft.values.firm().filter(|_| parts.has(2)) {
            text = text.replacen(firm, &format!("<a href=\"/topic\">{firm}</a>"), 1);
        }
        page.push_str(&format!("<p>{text}</p>\n"));
        if index == parts.body.len() / 2 {
            page.push_str(
                &parts
                    .middle
                    .iter()
                    .map(|line| format!("<aside>{}</aside>\n", escaped(line)))
                    .collect::<String>(),
            );
        }
    }
    page.push_str(&format!("{close}<footer><ul>{}</ul></footer>\n</body>\n</html>\n", list(&parts.foot)));
    page
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
