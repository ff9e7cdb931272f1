//! The page: what it holds, and that no text from outside ever acts in it.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod fixture;

use corroborate_report::{Story, html};
use dom_query::Document;
use fixture::{TEXTS, story, story_of};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// How many elements of each name there are.
fn elements(page: &Document) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for node in page.select("*").nodes() {
        *counts.entry(node.node_name().map(|name| name.to_string()).unwrap_or_default()).or_default() += 1;
    }
    counts
}

fn attributes(page: &Document) -> Vec<String> {
    let mut names: Vec<String> = page
        .select("*")
        .nodes()
        .iter()
        .flat_map(|node| node.attrs().into_iter().map(|attribute| attribute.name.local.to_string()))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// What a page can hold of a text: all of it, save the character that no page can hold.
fn held(text: &str) -> String {
    text.replace('\0', "␀")
}

fn body(page: &Document, account: usize) -> String {
    page.select(&format!("#b{account}")).text().to_string()
}

/// Attributes that the template and the page's own markup use.
const KNOWN: &[&str] = &[
    "aria-label",
    "aria-labelledby",
    "charset",
    "class",
    "content",
    "cx",
    "cy",
    "d",
    "data-a",
    "data-c",
    "data-e",
    "data-k",
    "data-r",
    "data-role",
    "for",
    "height",
    "hidden",
    "href",
    "http-equiv",
    "id",
    "lang",
    "marker-end",
    "markerheight",
    "markerHeight",
    "markerwidth",
    "markerWidth",
    "name",
    "orient",
    "r",
    "refX",
    "refY",
    "refx",
    "refy",
    "role",
    "scope",
    "stroke-width",
    "tabindex",
    "title",
    "type",
    "value",
    "viewBox",
    "viewbox",
    "width",
    "x",
    "y",
];

fn nothing_acts(story: &Story, texts: &[String]) {
    let page = Document::from(html(story));
    for (account, text) in texts.iter().enumerate() {
        assert_eq!(body(&page, account), held(text), "the text of account {account}");
    }
    let plain: Vec<String> = texts.iter().map(|text| "a ".repeat(text.len() / 2 + 1)).collect();
    let plain = Document::from(html(&story_of(&plain)));
    let (found, expected) = (elements(&page), elements(&plain));
    for name in found.keys() {
        assert!(
            expected.contains_key(name) || matches!(name.as_str(), "span" | "ins" | "del"),
            "an element {name}"
        );
    }
    for name in ["script", "style", "form", "meta", "title", "iframe", "img", "link", "base", "body"] {
        assert_eq!(found.get(name), expected.get(name), "elements {name}");
    }
    for name in attributes(&page) {
        assert!(KNOWN.contains(&name.as_str()), "an attribute {name}");
    }
    for link in page.select("a[href]").nodes() {
        assert!(link.attr("href").is_some_and(|href| href.starts_with('#')), "a link out of the page");
    }
}

#[test]
fn the_texts_stand_in_the_page_as_they_are() {
    let page = Document::from(html(&story()));
    for (account, text) in TEXTS.iter().enumerate() {
        assert_eq!(body(&page, account), *text);
    }
}

#[test]
fn every_link_leads_to_something_and_every_span_to_its_words() {
    let story = story();
    let page = Document::from(html(&story));
    let mut spans = 0;
    for link in page.select("a[href]").nodes() {
        let target = link.attr("href").expect("selected by it");
        let target = target.strip_prefix('#').expect("within the page").to_owned();
        assert!(page.select(&format!("[id=\"{target}\"]")).exists(), "nothing at {target}");
    }
    for link in page.select("a[data-e]").nodes() {
        for span in link.attr("data-e").expect("selected by it").split(' ') {
            let numbers: Vec<usize> =
                span.split('-').map(|number| number.parse().expect("a number")).collect();
            let [account, start, end] = numbers[..] else { panic!("{span}") };
            let mut words = String::new();
            for piece in page.select(&format!("#b{account} [id]")).nodes() {
                let id = piece.attr("id").expect("selected by it");
                let at: usize = id.rsplit('-').next().and_then(|at| at.parse().ok()).expect("a place");
                if (start..end).contains(&at) {
                    words.push_str(&piece.text());
                }
            }
            assert_eq!(words, TEXTS[account][start..end], "{span}");
            spans += 1;
        }
    }
    assert!(spans > 20, "{spans}");
}

#[test]
fn ids_are_unique() {
    let page = Document::from(html(&story()));
    let mut ids: Vec<String> = page
        .select("[id]")
        .nodes()
        .iter()
        .map(|node| node.attr("id").expect("selected by it").to_string())
        .collect();
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn the_first_screen_says_what_matters() {
    let page = Document::from(html(&story()));
    let tiles: Vec<String> =
        page.select(".tiles li").nodes().iter().map(|tile| tile.text().trim().to_string()).collect();
    assert_eq!(
        tiles,
        [
            "3 accounts",
            "2 independent origins",
            "1 claim all agree on",
            "1 conflict",
            "1 not disclosed by one",
            "1 claim by one alone"
        ]
    );
    let header = page.select("header").text();
    assert!(header.contains("length of the crack"));
    assert!(header.contains("1 3 25 cm") && header.contains("2 40 cm"), "{header}");
    assert!(header.contains("Mayor Ana Brandt shut the bridge on Monday."));
}

#[test]
fn the_matrix_has_sign_and_word_for_every_stance() {
    let page = Document::from(html(&story()));
    let rows: Vec<Vec<String>> = page
        .select(".matrix tbody tr")
        .nodes()
        .iter()
        .map(|row| {
            let cells = dom_query::Selection::from(*row).select("td:not(.o)");
            cells.nodes().iter().map(|cell| cell.text().trim().to_string()).collect()
        })
        .collect();
    assert_eq!(rows[1], ["1✓ says", "2✗ contradicts", "3✓ says"]);
    assert_eq!(rows[2], ["1✓ says", "2? unknown", "3– silent"]);
    assert_eq!(rows.len(), 3, "what one account says alone has a place of its own");
}

#[test]
fn what_was_set_aside_is_shown_as_such() {
    let page = Document::from(html(&story()));
    let aside = page.select("#b0 p.off[data-role=\"widget\"]");
    assert_eq!(aside.text().trim(), "Share this page");
}

#[test]
fn the_policy_allows_the_pages_own_style_and_script_only() {
    use sha2::{Digest, Sha256};
    let text = html(&story());
    let page = Document::from(text.as_str());
    let policy = page.select("meta[http-equiv]").attr("content").expect("a policy").to_string();
    assert!(policy.starts_with("default-src 'none'; "));
    assert!(!policy.contains("unsafe"));
    let hash = |element: &str| {
        let inner = page.select(element).text().to_string();
        let digest = Sha256::digest(inner.as_bytes());
        let bits: String = digest.iter().map(|byte| format!("{byte:08b}")).collect();
        let alphabet: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect();
        let encode = |bits: &[u8]| {
            let bits = std::str::from_utf8(bits).expect("digits");
            alphabet[usize::from_str_radix(&format!("{bits:0<6}"), 2).expect("binary")]
        };
        bits.as_bytes().chunks(6).map(encode).collect::<String>() + "="
    };
    assert!(policy.contains(&format!("style-src 'sha256-{}'", hash("style"))), "{policy}");
    assert!(policy.contains(&format!("script-src 'sha256-{}'", hash("script"))), "{policy}");
    assert!(!text.contains(" style="), "the policy forbids styles in attributes");
}

#[test]
fn hostile_texts_are_words() {
    for text in [
        "<script>alert(1)</script>",
        "</style></title></script><img src=x onerror=alert(1)>",
        "<!-- <svg onload=alert(1)>",
        "\" onmouseover=\"alert(1)\" x='",
        "javascript:alert(1)",
        "]]><![CDATA[",
        "&lt;b&gt; &#x202e; &amp",
        "\u{202e}gnp.exe\u{2066}\u{2069}",
        "a\0b\rc\r\nd\u{1b}[31m",
        "{{ 7 * 7 }} {% raw %}",
    ] {
        let texts = [text.to_owned(), format!("x{text}y")];
        nothing_acts(&story_of(&texts), &texts);
    }
}

#[test]
fn a_mark_of_direction_is_named() {
    let page = Document::from(html(&story_of(&["a\u{202e}b".to_owned()])));
    assert_eq!(page.select("#b0 .ctl").attr("data-c").as_deref(), Some("⟨U+202E⟩"));
}

#[test]
fn one_account_or_none_makes_a_page() {
    assert!(html(&story_of(&["words".to_owned()])).contains("nothing to compare it with"));
    assert!(html(&Story::default()).contains("</html>"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_words(texts in proptest::collection::vec(any::<String>(), 1..4)) {
        nothing_acts(&story_of(&texts), &texts);
    }

    #[test]
    fn any_markup_is_words(parts in proptest::collection::vec("[<>&\"'/=a-z! \u{202e}\u{0}-]{0,12}", 1..6)) {
        let texts = [parts.concat(), parts.join("<b>")];
        nothing_acts(&story_of(&texts), &texts);
    }
}
