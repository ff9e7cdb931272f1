//! When pages say that they were published: invented pages made as sites of the last twenty years make them.

use corroborate_article::Article;
use corroborate_ingest::read_bytes;

const TEXT: &str = "<p>The bridge over the river will stay closed until the end of the month, the mayor said, and
    heavy lorries will have to drive around the valley by the old road.</p>
    <p>Work on the second pier has turned out to be harder than the engineers had thought, he told the council, which
    had met to hear him and to decide on the money.</p>";

fn read(page: &str) -> Article {
    read_bytes("page.html", page.as_bytes()).into_iter().next().expect("a page gives an article")
}

/// The day of publication and where it came from; that its words stand in the text.
fn published(page: &str) -> Option<(String, String)> {
    let article = read(page);
    let published = article.metadata.published.as_ref()?;
    assert!(!article.words(published.evidence).is_empty());
    Some((published.iso().get(..10)?.to_owned(), published.from.clone()))
}

fn day(page: &str) -> Option<String> {
    Some(published(page)?.0)
}

#[test]
fn a_blog_sets_the_date_over_the_headline() {
    let page = format!(
        "<title>Valley Notes: Bridge stays closed</title><h1 class='title'>Valley Notes</h1>
        <div class='main'><h2 class='date-header'>Sonntag, 3. Mai 2009</h2><div class='post'>
        <h3 class='post-title'>Bridge stays closed</h3><div class='post-body'>{TEXT}</div></div></div>"
    );
    assert_eq!(day(&page).as_deref(), Some("2009-05-03"));
}

#[test]
fn microformats_and_dublin_core_give_dates() {
    let marked = [
        "<abbr class='published' title='2009-05-03T10:00:00+02:00'>last Sunday</abbr>",
        "<span property='dc:date dc:created' content='2009-05-03T10:00:00+02:00'>Sun, 05/03/09</span>",
        "<time pubdate datetime='2009-05-03'>3 May</time>",
        "<span itemprop='datePublished'>3 May 2009</span>",
        "<span class='date'>03.05.09</span>",
        "<p>Posted by Ada Moe on May 3, 2009 | Filed under Roads</p>",
        "<div class='tools'>By Ada Moe - May 3rd, 2009</div>",
        "<div class='share'><span>published 3 May 2009</span></div>",
        "<div class='meta'>le 3 mai 2009 à 10h</div>",
    ];
    for mark in marked {
        let page = format!("<html lang=de><h1>Bridge stays closed for a month</h1>{mark}{TEXT}");
        assert_eq!(day(&page).as_deref(), Some("2009-05-03"), "{mark}");
    }
}

#[test]
fn markup_is_believed_before_what_is_seen() {
    let page = format!(
        "<meta name='dcterms.issued' content='2009-05-03'><h1>Bridge stays closed for a month</h1>
        <p class='date'>4 May 2009</p>{TEXT}"
    );
    assert_eq!(published(&page), Some(("2009-05-03".to_owned(), "meta dcterms.issued".to_owned())));
}

#[test]
fn numbers_stand_in_the_order_of_the_pages_country() {
    let page = |language: &str| {
        format!(
            "<html lang={language}><h1>Bridge stays closed for a month</h1><p class=date>3/5/2009</p>{TEXT}"
        )
    };
    assert_eq!(day(&page("en-US")).as_deref(), Some("2009-03-05"));
    assert_eq!(day(&page("en-GB")).as_deref(), Some("2009-05-03"));
    assert_eq!(day(&page("it")).as_deref(), Some("2009-05-03"));
}

#[test]
fn links_of_the_page_hold_its_day() {
    let feed = format!(
        "<link rel=alternate type='application/rss+xml' href='https://a.example/2009/05/03/bridge/feed/'>
        <h1>Bridge stays closed for a month</h1>{TEXT}"
    );
    assert_eq!(published(&feed), Some(("2009-05-03".to_owned(), "address".to_owned())));
    let headline = format!(
        "<title>Bridge stays closed for a month</title><h2><a href='/2009/05/03/bridge'>Bridge stays closed for a month</a></h2>{TEXT}"
    );
    assert_eq!(day(&headline).as_deref(), Some("2009-05-03"));
}

#[test]
fn the_day_in_a_pages_frame_is_not_its_date() {
    let page = format!(
        "<title>Bridge stays closed for a month</title><div class='masthead'>Monday, June 1, 2015</div>
        <h1>Bridge stays closed for a month</h1><p class='byline'>By Ada Moe, May 3, 2009</p>{TEXT}"
    );
    assert_eq!(day(&page).as_deref(), Some("2009-05-03"));
    let told = format!(
        "<h1>Bridge stays closed for a month</h1><div class=body>
        <p>The first stone of the bridge had been laid in the town on May 3, 1999, by the king.</p>{TEXT}</div>"
    );
    assert_eq!(day(&told), None);
}

#[test]
fn an_excerpt_in_the_markup_is_not_the_article() {
    let short =
        "The bridge over the river will stay closed until the end of the month, the mayor said, and more than
        twenty other words follow here so that this is long enough to be found again.";
    let page = format!(
        "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{}\"}}</script>
        <h1>Bridge stays closed for a month</h1><ul><li>{short}</li></ul><div class='story'>{TEXT}{}</div>",
        short.split_whitespace().collect::<Vec<_>>().join(" "),
        TEXT.replace("bridge", "tunnel").repeat(3),
    );
    assert!(read(&page).body().count() >= 6);
}

#[test]
fn attributes_of_the_outlets_own_give_dates() {
    let page = format!(
        "<h1>Bridge stays closed for a month</h1><div class=body>{TEXT}
        <our-clock publishdate='2009-05-03T10:00:00Z' updatedate='2009-05-04T10:00:00Z'></our-clock></div>"
    );
    assert_eq!(day(&page).as_deref(), Some("2009-05-03"));
    let article = read(&page);
    let modified = article.metadata.modified.map(|moment| moment.iso());
    assert!(modified.is_some_and(|moment| moment.starts_with("2009-05-04")));
}

#[test]
fn a_date_that_stands_among_buttons_or_behind_the_text_is_found() {
    let frames = [
        ("<div class='tag-list'><span>Posted on May 3, 2009</span></div>", ""),
        ("", "<div class='share'>Veröffentlicht am 3. Mai 2009</div>"),
        ("", "<div class='comment-box'>Publié le 3 mai 2009</div>"),
        ("", "<p class='tools'>Stand: 03.05.2009</p>"),
    ];
    for (before, behind) in frames {
        let page = format!(
            "<title>Bridge stays closed for a month</title>{before}<h1>Bridge stays closed for a month</h1>
            <div class=body>{TEXT}</div>{behind}"
        );
        assert_eq!(day(&page).as_deref(), Some("2009-05-03"), "{before}{behind}");
    }
}

#[test]
fn a_list_of_other_articles_gives_no_date() {
    let page = format!(
        "<h1>Bridge stays closed for a month</h1><div class=body>{TEXT}</div>
        <div class=x><p>Ferry late</p><span>May 3, 2009</span></div>
        <div class=x><p>Road wet</p><span>May 4, 2009</span></div>"
    );
    assert_eq!(day(&page), None);
}

#[test]
fn a_press_release_gives_its_date_in_its_first_line() {
    let page = "<h1>Bridge stays closed for a month</h1><div class=body>
        <p>OSLO, Norway, May 3, 2009 (Wire One) -- The bridge over the river will stay closed until the end of the
        month, its owner said today, and lorries will have to drive around the valley.</p></div>";
    assert_eq!(published(page), Some(("2009-05-03".to_owned(), "dateline".to_owned())));
}

#[test]
fn a_date_beside_the_author_leaves_the_author_on_the_line() {
    let page = format!(
        "<title>Bridge stays closed for a month</title><h1>Bridge stays closed for a month</h1>
        <div class=body>{TEXT}<p>The council meets again in a week, and the old road stays open until then, it said.</p>
        </div><div class='author'>By Ada Moe • May 3, 2009 10:25 am</div>"
    );
    assert_eq!(day(&page).as_deref(), Some("2009-05-03"));
    let article = read(&page);
    assert_eq!(
        article.metadata.byline.iter().map(|span| article.words(*span)).collect::<Vec<_>>(),
        ["Ada Moe"]
    );
}

#[test]
fn a_long_summary_stands_over_the_author_and_the_date() {
    let page = format!(
        "<main><h1>Bridge stays closed for a month</h1>
        <p class='intro'>The town has to drive around the valley, and the mayor wants to know why nobody said so.</p>
        <p class='by'>Ada Moe / Valley Press</p><p class='moment'>3 May 2009, 14:15</p>{TEXT}</main>"
    );
    assert_eq!(day(&page).as_deref(), Some("2009-05-03"));
    let shown = read(&page);
    assert!(shown.body().all(|block| !shown.words(block.content).starts_with("3 May")));
}

#[test]
fn the_line_that_the_title_ends_in_is_the_sites_name() {
    let page = format!(
        "<title>Bridge stays closed for a month – Radio Valley North</title>
        <header><a href='/'>Radio Valley North</a> <nav><a href='/a'>Roads</a></nav></header>
        <h1>Bridge stays closed for a month</h1>{TEXT}"
    );
    assert_eq!(read(&page).metadata.outlet.map(|outlet| outlet.name).as_deref(), Some("Radio Valley North"));
}
