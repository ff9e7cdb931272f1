//! Who wrote an article, in the forms in which pages say so.

/// The authors of a page with these rows between its title and its text, and these behind the text.
fn authors(head: &str, foot: &str) -> Vec<String> {
    let page = format!(
        "HARBOUR TIMES\n\nShip Meets Rock Off Cape Grim\n\n{head}\n\n\
         A cargo ship ran onto rocks off Cape Grim on Tuesday with twelve people aboard, the coast guard said.\n\n\
         All twelve were brought ashore before noon, and none of them was hurt, the coast guard said.\n\n\
         The ship, which had left Lima in the night, carried grain, and none of it was lost.\n\n{foot}\n"
    );
    let article = corroborate_parse::parse(page);
    article.metadata.byline.iter().map(|span| article.words(*span).to_owned()).collect()
}

#[test]
fn names_in_the_head() {
    for (head, names) in [
        ("By\nAnn Quill\nAnn Quill\nMarch 4, 2031", &["Ann Quill"][..]),
        ("By\n\nAnn Quill, harbourtimes.example\n\nMarch 4, 2031", &["Ann Quill"]),
        ("ByAnn Quill\nMarch 4, 2031", &["Ann Quill"]),
        ("By Ann QuillStaff Writer\nMarch 4, 2031", &["Ann Quill"]),
        ("By Ann Quill and Bo Penn Globe Staff\nMarch 4, 2031", &["Ann Quill", "Bo Penn"]),
        ("By Ann Quill For the Harbour Mail\nMarch 4, 2031", &["Ann Quill"]),
        ("Ann Quill\n@annquill\nMarch 4, 2031", &["Ann Quill"]),
        ("Ann Quill@annquill\nMarch 4, 2031", &["Ann Quill"]),
        ("Ann Quill | Harbour Times\nMarch 4, 2031", &["Ann Quill"]),
        ("Ann Quill, Bo Penn, Cora Inkwell\nMarch 4, 2031", &["Ann Quill", "Bo Penn", "Cora Inkwell"]),
        ("Ann Quill and Bo Penn in Lima\nMarch 4, 2031", &["Ann Quill", "Bo Penn"]),
        ("March 4, 2031 by Ann Quill", &["Ann Quill"]),
        ("March 4, 2031 / Ann Quill", &["Ann Quill"]),
        ("Bo Penn as told to Ann Quill\nMarch 4, 2031", &["Ann Quill"]),
        ("By Ann Quill\nReviewed by Bo Penn\nMarch 4, 2031", &["Ann Quill"]),
        ("By Associated Press\nMarch 4, 2031", &["Associated Press"]),
    ] {
        assert_eq!(authors(head, ""), names, "{head}");
    }
}

#[test]
fn what_is_no_name() {
    for head in [
        "Share Tweet\nMarch 4, 2031",
        "Full Bio\nMarch 4, 2031",
        "Staff\nMarch 4, 2031",
        "Deputy Head, Harbour Board\nMarch 4, 2031",
        "Year in Review\nMarch 4, 2031",
    ] {
        assert_eq!(authors(head, ""), Vec::<String>::new(), "{head}");
    }
}

#[test]
fn who_wrote_it_may_stand_at_the_foot() {
    let foot = "Ann Quill is a reporter in the Lima bureau. She has covered the coast since 2029.";
    assert_eq!(authors("March 4, 2031", foot), ["Ann Quill"]);
    assert_eq!(authors("By Bo Penn", foot), ["Bo Penn"]);
    assert_eq!(authors("March 4, 2031", "Ann Quill is the mayor of the town."), Vec::<String>::new());
}
