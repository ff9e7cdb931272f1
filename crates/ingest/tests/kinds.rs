//! Pages that are not simply an article: live blogs, stubs, lists, errors, notices, copies.

use corroborate_article::{Article, Role};
use corroborate_ingest::read_bytes;

const TEXT: &str = "<p>The bridge over the river will stay closed until the end of the month, the mayor said, and
    heavy lorries will have to drive around the valley by the old road.</p>
    <p>Work on the second pier has turned out to be harder than the engineers had thought, he told the council, which
    had met to hear him and to decide on the money.</p>";

fn read(page: &str) -> Article {
    read_bytes("page.html", page.as_bytes()).into_iter().next().expect("a page gives an article")
}

fn says(article: &Article, words: &str) -> bool {
    article.diagnostics.iter().any(|remark| remark.message.contains(words))
}

fn of_role(article: &Article, role: Role) -> Vec<&str> {
    let blocks = article.blocks.iter().filter(|block| block.role == role);
    blocks.map(|block| article.words(block.content)).collect()
}

#[test]
fn an_article_is_nothing_else() {
    let article =
        read(&format!("<title>Bridge stays closed</title><h1>Bridge stays closed</h1>{}", TEXT.repeat(3)));
    assert!(article.diagnostics.is_empty(), "{:?}", article.diagnostics);
}

#[test]
fn the_entries_of_a_live_blog_begin_with_their_times() {
    let entry = |time: &str| format!("<div class='liveblog-entry'><div class=at>{time}</div>{TEXT}</div>");
    let entries = [entry("10:42 BST"), entry("10:31 BST"), entry("9:58 BST")].concat();
    let page = format!(
        "<h1>Bridge closed: what we know</h1><p class=date>1 May 2024</p><div class=body>{entries}</div>"
    );
    let article = read(&page);
    assert!(says(&article, "live blog"));
    assert_eq!(of_role(&article, Role::LiveStamp), ["10:42 BST", "10:31 BST", "9:58 BST"]);
    assert_eq!(article.body().count(), 6);
    let roles: Vec<Role> =
        article.blocks.iter().map(|block| block.role).filter(|role| *role != Role::Blank).collect();
    let entry = [Role::LiveStamp, Role::Paragraph, Role::Paragraph];
    assert!(roles.windows(3).filter(|run| *run == entry).count() == 3, "{roles:?}");
}

#[test]
fn a_live_blog_may_say_so_in_its_markup_alone() {
    let updates: Vec<String> = (0..4)
        .map(|hour| {
            format!(
                "{{\"@type\":\"BlogPosting\",\"headline\":\"Update {hour}\",\"datePublished\":\"2024-05-01T1{hour}:00:00Z\",
                \"articleBody\":\"The bridge over the river will stay closed until the end of the month, the mayor said,
                and heavy lorries will have to drive around the valley.\"}}"
            )
        })
        .collect();
    let page = format!(
        "<script type='application/ld+json'>{{\"@type\":\"LiveBlogPosting\",\"headline\":\"Bridge closed\",
        \"liveBlogUpdate\":[{}]}}</script><h1>Bridge closed</h1><div id=app></div>",
        updates.join(",")
    );
    let article = read(&page);
    assert_eq!(of_role(&article, Role::LiveStamp).len(), 4);
    assert_eq!(of_role(&article, Role::Heading), ["Update 0", "Update 1", "Update 2", "Update 3"]);
    assert_eq!(article.body().count(), 4);
}

#[test]
fn an_error_page_is_no_article() {
    for title in ["Page not found | The Post", "404", "Access Denied", "Page introuvable - Le Val"] {
        let page = format!(
            "<title>{title}</title><h1>{title}</h1><p>Sorry, we could not find what you asked for.</p>"
        );
        assert!(says(&read(&page), "an error page"), "{title}");
    }
}

#[test]
fn a_check_for_robots_is_no_article() {
    let page = "<title>Just a moment...</title><h1>www.valleypost.example</h1><p>Verifying that you are human. This may
        take a few seconds before the page goes on.</p>";
    assert!(says(&read(page), "a check for robots"));
}

#[test]
fn a_consent_wall_is_no_article() {
    let page = "<title>The Valley Post</title><div class=main><p>We and our partners store cookies on your device and
        process personal data, such as your address, with your consent.</p><p>You may withdraw your consent at any time in
        the privacy policy, where our vendors and their cookies are listed.</p></div>";
    assert!(says(&read(page), "a notice on privacy"));
}

#[test]
fn a_stub_before_a_paywall_is_said_to_be_one() {
    let short = TEXT.lines().take(2).collect::<String>();
    let wall = "<div class='offer'><h3>Subscribe to read the whole story</h3><p>Already a subscriber? Log in.</p></div>";
    let article = read(&format!("<h1>Bridge stays closed</h1><div class=body>{short}</div>{wall}"));
    assert!(says(&article, "not free to read"), "{:?}", article.diagnostics);
    // A whole article with such an offer behind it is one.
    let article =
        read(&format!("<h1>Bridge stays closed</h1><div class=body>{}</div>{wall}", TEXT.repeat(4)));
    assert!(!says(&article, "not free to read"));
}

#[test]
fn a_list_of_articles_is_none() {
    let card = |number: usize| {
        format!(
            "<div><h3><a href='/{number}'>The mayor explains for the {number}th time why</a></h3><p>A short word.</p></div>"
        )
    };
    let cards: String = (0..12).map(card).collect();
    let page = format!("<title>The Valley Post</title><h1>News</h1><main>{cards}</main>");
    assert!(says(&read(&page), "a list of articles"));
    let article = read(&format!("<h1>Bridge stays closed</h1><article>{}</article>{cards}", TEXT.repeat(3)));
    assert!(!says(&article, "a list of articles"));
}

#[test]
fn a_page_that_scripts_fill_in_is_said_to_be_empty() {
    let article = read("<title>Bridge</title><body><div id=root></div><script src=app.js></script></body>");
    assert!(says(&article, "its scripts fill in"));
}

#[test]
fn an_amp_page_is_said_to_be_one() {
    for mark in ["⚡", "amp"] {
        let article = read(&format!("<html {mark}><h1>Bridge stays closed</h1>{TEXT}"));
        assert!(says(&article, "AMP"));
    }
}

#[test]
fn a_page_in_another_language_is_read_and_said_to_be() {
    let page = "<html lang=de><title>Brücke bleibt zu</title><h1>Brücke bleibt zu</h1><p class=date>1. Mai 2024</p>
        <p>Die Brücke über den Fluss bleibt bis zum Ende des Monats geschlossen, sagte der Bürgermeister am Mittwoch, und
        schwere Lastwagen müssen auf der alten Straße durch das Tal fahren.</p>";
    let article = read(page);
    assert_eq!(article.metadata.language.as_deref(), Some("de"));
    assert_eq!(article.body().count(), 1);
    assert!(says(&article, "German"));
}
