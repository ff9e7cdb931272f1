//! Which language an account is written in.

use crate::function_words::FunctionWords;
use crate::lower::beginning;
use corroborate_article::{Article, Diagnostic, Role};

/// ISO 639-3 and 639-1 codes and English names, one language a line.
const TABLE: &str = include_str!("../data/languages.tsv");

/// How much of the text is looked at; more does not make the answer better.
const SAMPLE: usize = 8 << 10;

/// Identifies the language of an account, writes it into its metadata, and says so where it is not English:
/// the later stages read English.
///
/// The commonest words decide where one language has clearly more of them than any other; then the letters, where
/// there are enough and the words do not speak against them; then what the page declares.
pub(crate) fn identify(article: &mut Article) {
    let declared = article.metadata.language.take().map(|code| primary(&code));
    let sample = sample(article);
    // Names and figures mislead the statistics of letters; the article does not. They cost as much as reading the
    // page, so they are asked only where the commonest words leave a doubt.
    let code = if sample.contains(" the ") && is_plainly_english(&sample) {
        Some("en".to_owned())
    } else {
        by_words_and_letters(&sample, declared)
    };
    if let Some(code) = code.as_deref().filter(|&code| code != "en") {
        let name = TABLE.lines().filter_map(row).find(|row| row.short == code).map_or(code, |row| row.name);
        article.diagnostics.push(Diagnostic::warning(format!(
            "the account is in {name}; the rules are for English, so little will be found in it"
        )));
    }
    article.metadata.language = code;
}

/// What the commonest words decide, else the statistics of letters where the words do not speak against them, else what
/// the page declares.
fn by_words_and_letters(sample: &str, declared: Option<String>) -> Option<String> {
    let words = FunctionWords::of(sample);
    if let Some(code) = words.decided() {
        return Some(code.to_owned());
    }
    let (most, count) = words.most();
    // A language that has the commonest words of none, or about as many as any other.
    let fits = |code: &str| words.count(code).is_none_or(|own| own * 3 >= count * 2);
    // Fewer letters tell nothing.
    let found = if sample.len() >= 40 { whatlang::detect(sample) } else { None };
    let latin = found.as_ref().is_some_and(|found| found.script() == whatlang::Script::Latin);
    let detected = found.as_ref().and_then(|found| row_of(found.lang().code()));
    let detected = detected.filter(|row| !latin || (count < 2 || fits(row.short)));
    let reliable = found.as_ref().is_some_and(whatlang::Info::is_reliable);
    // A few words in Latin letters, names among them, look like any language.
    let enough = !latin || sample.len() >= 200 || declared.is_none() && count == 0 && sample.len() >= 120;
    match (detected, declared) {
        (Some(row), _) if reliable && enough => Some(row.short.to_owned()),
        (_, Some(declared)) if count < 2 || fits(&declared) => Some(declared),
        _ if count >= 2 => Some(most.to_owned()),
        (Some(row), None) if sample.len() >= 200 => Some(row.short.to_owned()),
        (_, declared) => declared,
    }
}

struct Row<'a> {
    long: &'a str,
    short: &'a str,
    name: &'a str,
}

fn row(line: &str) -> Option<Row<'_>> {
    let mut cells = line.split('\t');
    Some(Row { long: cells.next()?, short: cells.next()?, name: cells.next()? })
}

fn row_of(long: &str) -> Option<Row<'static>> {
    TABLE.lines().filter_map(row).find(|row| row.long == long)
}

/// Whether at least a sixth of the words are the commonest of English: most accounts are told by it without a look
/// at any other language.
fn is_plainly_english(sample: &str) -> bool {
    let words = sample.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (mut all, mut common) = (0, 0);
    for word in words {
        all += 1;
        common += usize::from(matches!(
            word,
            "the"
                | "The"
                | "of"
                | "and"
                | "to"
                | "that"
                | "was"
                | "were"
                | "is"
                | "on"
                | "with"
                | "said"
                | "by"
                | "at"
        ));
    }
    common * 6 >= all && common >= 1
}

/// `en-GB` is `en`.
fn primary(code: &str) -> String {
    code.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

/// The head of the running text; of everything where nothing is running text.
fn sample(article: &Article) -> String {
    let mut sample = String::new();
    let texts = || article.blocks.iter().filter(|block| block.role != Role::Metadata);
    let body = texts().filter(|block| block.role.is_body() || block.role == Role::Headline);
    for block in body {
        if sample.len() > SAMPLE {
            break;
        }
        push_head(&mut sample, block.content.of(&article.text));
    }
    if sample.trim().is_empty() {
        push_head(&mut sample, &article.text);
    }
    sample
}

fn push_head(sample: &mut String, words: &str) {
    sample.push_str(beginning(words, SAMPLE));
    sample.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identified(text: &str, declared: Option<&str>) -> Article {
        let mut article = Article { text: text.to_owned(), ..Article::default() };
        article.metadata.language = declared.map(str::to_owned);
        identify(&mut article);
        article
    }

    #[test]
    fn english_needs_no_remark() {
        let article = identified("The minister said on Monday that the bridge would reopen in spring.", None);
        assert_eq!(article.metadata.language.as_deref(), Some("en"));
        assert!(article.diagnostics.is_empty());
    }

    #[test]
    fn another_language_is_said() {
        let text = "Der Minister sagte am Montag, dass die Brücke im Frühjahr wieder geöffnet werde.";
        let article = identified(text, Some("en-US"));
        assert_eq!(article.metadata.language.as_deref(), Some("de"));
        assert!(article.diagnostics.iter().any(|remark| remark.message.contains("German")));
    }

    #[test]
    fn short_english_is_english() {
        let texts = [
            "Ferry hits buoy off Bergen\n\nA ferry hit a buoy off Bergen on Monday, police said.",
            "Ada Moe wins again in Trondheim and Stavanger",
            "Strikes hit Kirkenes after minister Berg rejects demands from rail unions",
        ];
        for text in texts {
            for declared in [None, Some("en-GB")] {
                let article = identified(text, declared);
                assert_eq!(article.metadata.language.as_deref(), Some("en"), "{text}");
                assert!(article.diagnostics.is_empty());
            }
        }
    }

    #[test]
    fn a_line_of_names_is_in_no_language() {
        let article = identified("Olav Lie resigns\nOslo mayor Olav Lie has resigned.", None);
        assert!(article.diagnostics.is_empty());
    }

    #[test]
    fn short_accounts_in_other_languages_are_told() {
        let texts = [
            (
                "nb",
                "Ferge traff bøye\nEn ferge traff en bøye etter at lyset ble slukket, og det er ikke meldt om skadde. Den ble slept til land.",
            ),
            ("nl", "De brug is dicht en dat blijft zo, zegt de burgemeester van de stad."),
            ("es", "El puente está cerrado desde el lunes, dijo el alcalde de la ciudad."),
            ("ru", "Мост закрыт с понедельника, сообщил мэр города журналистам."),
        ];
        for (code, text) in texts {
            let article = identified(text, None);
            assert_eq!(article.metadata.language.as_deref(), Some(code), "{text}");
            assert!(!article.diagnostics.is_empty());
        }
    }

    #[test]
    fn an_english_page_that_declares_another_language_is_english() {
        let text = "The bridge is closed and will stay so, the mayor said on Monday.";
        assert_eq!(identified(text, Some("no")).metadata.language.as_deref(), Some("en"));
    }

    #[test]
    fn too_little_to_tell_leaves_the_declared_one() {
        assert_eq!(identified("Oslo", Some("nb-NO")).metadata.language.as_deref(), Some("nb"));
        assert_eq!(identified("", None).metadata.language, None);
    }

    #[test]
    fn every_language_that_can_be_found_has_a_row() {
        for lang in whatlang::Lang::all() {
            assert!(row_of(lang.code()).is_some(), "{} is missing", lang.code());
        }
    }
}
