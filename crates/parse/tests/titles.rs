//! The title of a page among menus, teasers and paths.

const TEXT: &str = "A cargo ship ran onto rocks off Cape Grim on Tuesday with twelve people aboard, the coast guard said.\n\n\
    All twelve were brought ashore before noon, and none of the crew was hurt, the coast guard said.\n\n\
    The ship, which had left Lima in the night, carried grain, and the captain is to be heard about the rocks.\n";

/// The title of a page with these rows above its text, and how many paragraphs it has.
fn title(head: &str) -> (Option<String>, usize) {
    let article = corroborate_parse::parse(format!("{head}\n\n{TEXT}"));
    let title = article.metadata.headline.map(|span| article.words(span).to_owned());
    (title, article.body().count())
}

#[test]
fn the_title_stands_alone_below_a_path_that_ends_with_it() {
    let wanted = (Some("Cargo ship runs onto rocks off Cape Grim".to_owned()), 3);
    for head in [
        "Home News Coast Cargo ship runs onto rocks off Cape Grim\n\nCargo ship runs onto rocks off Cape Grim\n\nBy Ann Quill",
        "now reading: Cargo ship runs onto rocks off Cape Grim\n\nCargo ship runs onto rocks off Cape Grim\n\nBy Ann Quill",
        "Ships and Ports\n\nCargo ship runs onto rocks off Cape Grim\n\nBy Ann Quill",
        "Sign in with Letters\n\nCargo ship runs onto rocks off Cape Grim\n\nSign in with Letters\n\nBy Ann Quill",
    ] {
        assert_eq!(title(head), wanted, "{head}");
    }
}

#[test]
fn a_title_with_a_mark_at_its_end_is_no_text() {
    let head = "Harbour Times\n\nCargo Ship With Twelve People Aboard Runs Onto Rocks Off Cape Grim: Had The Captain Slept?\n\n\
        By Ann Quill";
    let (found, paragraphs) = title(head);
    assert_eq!(paragraphs, 3);
    assert!(found.is_some_and(|title| title.ends_with("Slept?")));
}

#[test]
fn long_titles_in_a_list_are_no_text() {
    let teaser = "Mayor of a town in the hills moans that she has been treated like a pirate since the council took away her \
        bicycle, her bell, her lamp, her keys and the little flag that she was given on her first day in office by the children";
    let head = format!(
        "Harbour Times\n\n{teaser}\n{teaser} again\n{teaser} once more\n\nCargo ship runs onto rocks off Cape Grim\n\nBy Ann Quill"
    );
    assert_eq!(title(&head), (Some("Cargo ship runs onto rocks off Cape Grim".to_owned()), 3));
}

#[test]
fn forecasts_and_lines_under_pictures_are_no_text() {
    let head = "Harbour Times\n\nTuesday, Mar 4th 2031 11PM 9°C 2AM 8°C 5-Day Forecast\n\nCargo ship runs onto rocks off Cape Grim\n\n\
        By Ann Quill\n\nFILE - The rocks off Cape Grim stand in the sea, in 2029. The coast guard warned of them for years.";
    assert_eq!(title(head), (Some("Cargo ship runs onto rocks off Cape Grim".to_owned()), 3));
}
