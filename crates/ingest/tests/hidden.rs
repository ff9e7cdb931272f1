//! What a page hides: the rest of an article until a reader is known, and what nobody is to read.

use corroborate_ingest::read_bytes;

const SHOWN: &str =
    "<p>The bridge over the river will stay closed until the end of the month, the mayor said, and
    heavy lorries will have to drive around the valley by the old road.</p>";

fn body(rest: &str, parent: &str) -> String {
    let page = format!("<h1>Bridge stays closed for a month</h1><div class='{parent}'>{SHOWN}{rest}</div>");
    let article = read_bytes("page.html", page.as_bytes()).into_iter().next().expect("an article");
    article.body().map(|block| article.words(block.content)).collect::<Vec<_>>().join("\n")
}

fn rest(words: &str) -> String {
    let paragraph = format!("<p>{}.</p>", [words; 12].join(" "));
    format!("<div class=more style='display: none'>{}</div>", paragraph.repeat(6))
}

#[test]
fn the_rest_of_an_article_is_read() {
    let page = body(&rest("the council heard the engineers"), "article-body");
    assert!(page.contains("the council heard the engineers"));
}

#[test]
fn the_rest_may_stand_in_several_elements() {
    let part = |words: &str| {
        let paragraph = format!("<p>{}.</p>", [words; 8].join(" "));
        format!("<div class=more style='display: none'>{paragraph}</div><div class=ad></div>")
    };
    let page = body(
        &["the council heard the engineers", "the mayor was thanked"].map(part).concat().repeat(3),
        "article-body",
    );
    assert!(page.contains("the council heard the engineers") && page.contains("the mayor was thanked"));
}

#[test]
fn what_is_scrambled_or_no_part_of_the_article_stays_hidden() {
    assert!(!body(&rest("%96 4@F?4:= 962C5 %96"), "article-body").contains("%96"));
    assert!(!body(&rest("the terms of use of this site"), "box").contains("terms of use"));
}
