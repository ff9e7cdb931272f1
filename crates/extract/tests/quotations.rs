//! What is right, by hand: invented sentences, their quotations and speakers.

use corroborate_article::{Article, Block, Role};
use corroborate_extract::{QuotationKind, annotate, annotate_text};
use corroborate_text::Span;

/// Each quotation as `kind: content <- speaker`, the speaker as the words that name it.
fn found(text: &str) -> Vec<String> {
    let all = annotate_text(text, None);
    all.quotations
        .iter()
        .map(|one| {
            let speaker = one.speaker.map_or("?", |speaker| speaker.evidence.of(text));
            format!("{}: {} <- {speaker}", one.kind.name(), one.content.of(text))
        })
        .collect()
}

/// The same without the indirect ones.
fn marked(text: &str) -> Vec<String> {
    found(text).into_iter().filter(|one| !one.starts_with("indirect")).collect()
}

/// The name that the speaker of the last quotation resolves to.
fn resolved(text: &str) -> Option<String> {
    let all = annotate_text(text, None);
    let speaker = all.quotations.last()?.speaker?;
    Some(all.mentions.get(speaker.mention?)?.span.of(text).to_owned())
}

#[test]
fn the_cue_follows() {
    assert_eq!(
        marked("“The bridge is closed,” said Ada Marsh, who runs the harbour."),
        ["direct: The bridge is closed, <- Ada Marsh"]
    );
    assert_eq!(
        marked("\"The bridge is closed,\" its chief engineer, Ada Marsh, told reporters."),
        ["direct: The bridge is closed, <- its chief engineer, Ada Marsh"]
    );
    assert_eq!(
        marked("‘The bridge is closed,’ the harbour office said in a statement."),
        ["direct: The bridge is closed, <- the harbour office"]
    );
    assert_eq!(
        marked("“The bridge is closed,” Marsh harrumphed."),
        ["direct: The bridge is closed, <- Marsh"]
    );
}

#[test]
fn who_said_it_is_the_last_name_before_who() {
    assert_eq!(
        marked(
            "Guests at the meeting included engineer Ada Marsh and the mayor's aide Ben Reed, who said the harbour \
             “firmly stands” behind the plan."
        ),
        ["mixed: firmly stands <- Ben Reed"]
    );
}

#[test]
fn what_was_meant_assures_nobody() {
    assert_eq!(
        found(
            "Marsh said the new locks were intended to hold and reassured owners that the city paid for them."
        ),
        [
            "indirect: the new locks were intended to hold <- Marsh",
            "indirect: the city paid for them <- Marsh"
        ]
    );
}

#[test]
fn the_cue_leads() {
    assert_eq!(
        marked("Ada Marsh, 41, from Leeds, told the Echo: “The bridge is closed. Nobody may cross.”"),
        ["direct: The bridge is closed. Nobody may cross. <- Ada Marsh"]
    );
    assert_eq!(
        marked("Asked about the bridge, Marsh was blunt: “It will never open again.”"),
        ["direct: It will never open again. <- Marsh"]
    );
}

#[test]
fn an_interrupted_quotation_is_two_with_one_speaker() {
    assert_eq!(
        marked("“If the wind drops,” Marsh said, “then the bridge may open.”"),
        ["direct: If the wind drops, <- Marsh", "direct: then the bridge may open. <- Marsh"]
    );
    assert_eq!(
        marked("“We saw the lights,” said Ada Marsh. “Then they went out.”"),
        ["direct: We saw the lights, <- Ada Marsh", "direct: Then they went out. <- Ada Marsh"]
    );
}

#[test]
fn a_continued_quotation_keeps_its_speaker() {
    let text = "“We saw the lights,” said Ada Marsh. She added: “Then they went out.”";
    assert_eq!(resolved(text).as_deref(), Some("Ada Marsh"));
    let text = "Ada Marsh spoke first. “We saw the lights.\n\n“Then they went out. It was dark,” she said.";
    let all = annotate_text(text, None);
    assert!(all.quotations.iter().all(|one| one.kind == QuotationKind::Direct));
    assert_eq!(all.quotations.len(), 2, "one for each paragraph");
}

#[test]
fn words_inside_the_writers_sentence() {
    assert_eq!(
        marked("Marsh said the plan was “robust” and that the town “strongly backs” it."),
        ["mixed: robust <- Marsh", "mixed: strongly backs <- Marsh"]
    );
    assert_eq!(
        marked(
            "The mayor welcomed the plan, calling it “a huge gain” and later describing the cost as “very low”."
        ),
        ["mixed: a huge gain <- The mayor", "mixed: very low <- The mayor"]
    );
    assert_eq!(
        marked("Ministers met Ada Marsh, who said the harbour “firmly stands” behind the plan."),
        ["mixed: firmly stands <- Ada Marsh"]
    );
    assert_eq!(
        marked("The harbour keeps demanding a remedy for what it calls the “first knot” of the delay."),
        ["mixed: first knot <- The harbour"]
    );
    assert_eq!(
        marked("The hull was “almost gone”, according to Ada Marsh, who saw it."),
        ["mixed: almost gone <- Ada Marsh"]
    );
}

#[test]
fn marks_that_hand_on_no_words() {
    assert_eq!(marked("She sings in the film “Paper Moons” tonight.").len(), 0);
    assert_eq!(marked("The so-called “circle of the keen” met again.").len(), 0);
    assert_eq!(marked("A gang known as “the Rooks” was seen.").len(), 0);
    assert_eq!(marked("He is 5'10\" tall and weighs 12 stone, she isn't.").len(), 0);
    assert_eq!(marked("The boys’ room and the girls’ room, in the ’90s, weren’t locked.").len(), 0);
    assert_eq!(marked("Rock 'n' roll wasn't the dogs' thing.").len(), 0);
}

#[test]
fn marks_of_every_make() {
    for (open, close) in [
        ("“", "”"),
        ("\"", "\""),
        ("«", "»"),
        ("„", "“"),
        ("â€œ", "â€\u{9d}"),
        ("``", "''"),
        ("&ldquo;", "&rdquo;"),
        ("‘", "’"),
        ("'", "'"),
    ] {
        let text = format!("{open}The bridge is closed,{close} Ada Marsh said.");
        assert_eq!(marked(&text), ["direct: The bridge is closed, <- Ada Marsh"], "{open} {close}");
    }
}

#[test]
fn an_apostrophe_ends_no_passage() {
    assert_eq!(
        marked("'We don't know the workers' names and can't guess,' Marsh said."),
        ["direct: We don't know the workers' names and can't guess, <- Marsh"]
    );
}

#[test]
fn a_quotation_within_a_quotation() {
    let text = "“He told me ‘run for it’ and I ran,” Marsh said.";
    let all = annotate_text(text, None);
    let inner = all.quotations.iter().find(|one| one.content.of(text) == "run for it");
    let outer = inner.and_then(|one| all.quotations.get(one.within?));
    assert_eq!(outer.map(|one| one.content.of(text)), Some("He told me ‘run for it’ and I ran,"));
}

#[test]
fn an_unclosed_mark_stays_in_its_paragraph() {
    let text = "“The bridge is closed, Marsh said. He left.\n\nThe road was open all day.";
    let all = annotate_text(text, None);
    let end = text.find("\n\n").unwrap_or_default();
    assert!(all.quotations.iter().all(|one| one.whole.end() <= end));
}

#[test]
fn words_without_marks() {
    assert_eq!(
        found("Marsh said that the bridge had been closed."),
        ["indirect: the bridge had been closed <- Marsh"]
    );
    assert_eq!(
        found("The bridge will open on Monday, the harbour office said."),
        ["indirect: The bridge will open on Monday <- the harbour office"]
    );
    assert_eq!(
        found("According to Ada Marsh, the bridge will open on Monday."),
        ["indirect: the bridge will open on Monday <- Ada Marsh"]
    );
    assert_eq!(
        found("Barge hits bridge in fog, says harbour office"),
        ["indirect: Barge hits bridge in fog <- harbour office"]
    );
    assert_eq!(
        found("A reporter asked whether the bridge was safe."),
        ["indirect: whether the bridge was safe <- A reporter"]
    );
    assert_eq!(
        found("Marsh said the bridge was shut, while the mayor said it was open."),
        ["indirect: the bridge was shut <- Marsh", "indirect: it was open <- the mayor"]
    );
}

#[test]
fn attributions_nest() {
    let text = "Marsh said the mayor had told her that the bridge was closed.";
    let all = annotate_text(text, None);
    let speakers: Vec<(&str, Option<usize>)> = all
        .quotations
        .iter()
        .map(|one| (one.speaker.map_or("", |speaker| speaker.evidence.of(text)), one.within))
        .collect();
    assert_eq!(speakers, [("Marsh", None), ("the mayor", Some(0))]);
}

#[test]
fn nouns_are_no_cues() {
    assert_eq!(found("Its repeated claims and the report of the state were read.").len(), 0);
    assert_eq!(found("The most-wanted man left the United States.").len(), 0);
}

#[test]
fn pronouns_and_roles_resolve() {
    assert_eq!(
        resolved("Mary Ellis met Peter Stone in Leeds. He said the bridge was closed.").as_deref(),
        Some("Peter Stone")
    );
    assert_eq!(
        resolved("Mary Ellis met Peter Stone in Leeds. She said the bridge was closed.").as_deref(),
        Some("Mary Ellis")
    );
    assert_eq!(
        resolved(
            "Peter Stone, the governor of Leeds, met Mary Ellis. The governor said the bridge was closed."
        )
        .as_deref(),
        Some("Peter Stone")
    );
}

#[test]
fn the_possessor_is_not_the_speaker() {
    assert_eq!(resolved("Peter Stone's lawyer said the bridge was closed."), None);
}

#[test]
fn whom_somebody_names_is_another() {
    let text = "Anna Marsh came down last. “I slept through it all, but I trust Beata Fors,” she said.";
    assert_eq!(resolved(text).as_deref(), Some("Anna Marsh"));
    let text = "A woman came down last. “My name is Beata Fors,” she said.";
    assert_eq!(resolved(text).as_deref(), Some("Beata Fors"));
}

#[test]
fn an_office_with_its_field_before_the_name() {
    let text = "Minister of Ports Abel Quill has assured the town of a new quay. “The old one was safe,” the Minister said.";
    assert_eq!(resolved(text).as_deref(), Some("Abel Quill"));
}

#[test]
fn a_name_right_behind_a_role_or_one() {
    let text = "Eleven spent the night there. “We told each other riddles,” said one, Peter Marsh, 33.";
    assert_eq!(resolved(text).as_deref(), Some("Peter Marsh"));
    let text = "“The lifts are sound,” its Chief Executive, Anna Holt, insisted.";
    assert_eq!(resolved(text).as_deref(), Some("Anna Holt"));
}

#[test]
fn a_description_between_a_name_and_its_verb() {
    let text = "Quill Brothers, a shop that sells clocks, said the street “deserves a lamp”.";
    assert!(found(text).iter().any(|one| one.ends_with("<- Quill Brothers")), "{:?}", found(text));
}

/// Each marked quotation of an article with one heading over one paragraph, as above.
fn under(heading: &str, paragraph: &str) -> Vec<String> {
    let text = format!("{heading}\n\n{paragraph}");
    let block = |role, from, to| {
        let span = Span::new(from, to);
        Block { role, span, content: span }
    };
    let start = heading.len() + 2;
    let gap = Block { role: Role::Blank, span: Span::new(heading.len(), start), content: Span::empty(start) };
    let blocks = vec![block(Role::Heading, 0, heading.len()), gap, block(Role::Paragraph, start, text.len())];
    let all = annotate(&Article { text: text.clone(), blocks, ..Article::default() });
    let marked = all.quotations.iter().filter(|one| one.kind != QuotationKind::Indirect);
    marked
        .map(|one| {
            let speaker = one.speaker.map_or("?", |speaker| speaker.evidence.of(&text));
            format!("{} <- {speaker}", one.content.of(&text))
        })
        .collect()
}

#[test]
fn a_heading_that_shortens_what_the_text_quotes() {
    let text = "“There was no horn. The ferry turned round and left, and then we swam,” said Ada Marsh.";
    let found = under("“Then the ferry turned round”", text);
    assert_eq!(found.first().map(String::as_str), Some("Then the ferry turned round <- Ada Marsh"));
    assert_eq!(under("The “Paper Moons” sail", text).len(), 1, "a name is no one's words");
}

#[test]
fn a_heading_that_marks_what_the_text_reports() {
    let text = "The quay is sound again and no longer sinking, Ada Marsh said on Monday.";
    let found = under("Quay “no longer sinking” – British crews sent home", text);
    assert_eq!(found, ["no longer sinking <- Ada Marsh"]);
}

#[test]
fn what_is_called_something_between_a_name_and_its_verb() {
    assert_eq!(
        marked("The mayor's spokesman, Abel Quill, calls this “a tall story”."),
        ["mixed: a tall story <- The mayor's spokesman, Abel Quill"]
    );
    assert_eq!(
        marked(
            "The mayor's spokesman, Abel Quill, when asked on Monday what the harbour would do, replied in one line: “We will wait and see.”"
        ),
        ["direct: We will wait and see. <- The mayor's spokesman, Abel Quill"]
    );
}

#[test]
fn speakers_counted_out_of_more() {
    assert_eq!(
        marked("Four sailors heard it. “He sank the boat and sold the oars,” one of them says."),
        ["direct: He sank the boat and sold the oars, <- one of them"]
    );
    let all =
        found("Four people with knowledge of what happened say that the mayor rang the harbour at night.");
    assert!(all.iter().any(|one| one.ends_with("<- Four people with knowledge of what happened")), "{all:?}");
}

#[test]
fn messages_and_words_put_down() {
    assert_eq!(
        marked("“Us or the sea” was the message, two of the three agree."),
        ["mixed: Us or the sea <- ?"]
    );
    assert_eq!(
        marked(
            "In the ledger of the harbour, which he keeps himself, the boats are entered as “given away”."
        ),
        ["mixed: given away <- the ledger of the harbour"]
    );
    assert_eq!(
        marked("We saw pages of a deck log in which “wet hold, told the mate” is written on five dates."),
        ["mixed: wet hold, told the mate <- a deck log"]
    );
    assert_eq!(marked("“Gone fishing” was painted on the door."), ["mixed: Gone fishing <- ?"]);
}

#[test]
fn words_named_as_words() {
    assert_eq!(marked("He repeated the word “crisis” four times."), ["mixed: crisis <- He"]);
    assert_eq!(
        marked("Words such as “gradual” and “measured” are gone from the minutes."),
        ["mixed: gradual <- ?", "mixed: measured <- ?"]
    );
}

#[test]
fn opinions_without_a_verb_of_saying() {
    assert_eq!(
        marked("For Ada Marsh, of the harbour board, the plan is “dead in the water”."),
        ["mixed: dead in the water <- Ada Marsh"]
    );
    assert_eq!(
        marked("“Dead in the water” is how Ada Marsh of the harbour board describes the plan."),
        ["mixed: Dead in the water <- Ada Marsh of the harbour board"]
    );
    assert_eq!(marked("The decree lists the ship as “high risk”."), ["mixed: high risk <- The decree"]);
    assert_eq!(
        marked("Ada Marsh, 44: “It was dark. The lamps went out.”"),
        ["direct: It was dark. The lamps went out. <- Ada Marsh"]
    );
}

#[test]
fn subjects_told_at_length() {
    assert_eq!(
        marked("“The tram was going much too fast”, a woman who lives by the line told Radio Nord."),
        ["direct: The tram was going much too fast <- a woman who lives by the line"]
    );
    assert_eq!(
        marked("The mayor has long described the quay as “asleep at the wheel”."),
        ["mixed: asleep at the wheel <- The mayor"]
    );
    assert_eq!(
        marked("The minutes show that two members “would have preferred” a larger step."),
        ["mixed: would have preferred <- The minutes"]
    );
}

#[test]
fn a_title_between_an_office_and_a_name() {
    let text =
        "“Not a coin was paid,” the Minister of the Interior, Hon. Signe Tolvar, declared to reporters.";
    assert_eq!(resolved(text).as_deref(), Some("Signe Tolvar"));
}

#[test]
fn a_source_without_a_name_is_known_by_its_first_words() {
    let text = "But a port official told the council that a ship had sunk. “Nobody came for an hour,” the official said.";
    assert_eq!(marked(text), ["direct: Nobody came for an hour, <- a port official"]);
    let text = "But a port official told the council that a ship had sunk. “Nobody came for an hour,” the captain said.";
    assert_eq!(marked(text), ["direct: Nobody came for an hour, <- the captain"]);
}

/// The name that the speaker of the last quotation under a headline resolves to.
fn told_under(headline: &str, paragraph: &str) -> Option<String> {
    let text = format!("{headline}\n{paragraph}");
    let block = |role, from, to| {
        let span = Span::new(from, to);
        Block { role, span, content: span }
    };
    let start = headline.len() + 1;
    let blocks = vec![block(Role::Headline, 0, start), block(Role::Paragraph, start, text.len())];
    let all = annotate(&Article { text: text.clone(), blocks, ..Article::default() });
    let speaker = all.quotations.last()?.speaker?;
    Some(all.mentions.get(speaker.mention?)?.span.of(&text).to_owned())
}

#[test]
fn the_only_person_of_an_account_is_whom_its_headline_describes() {
    let headline = "Engineer comes home after a hundred days";
    let text = "Peter Stone, 43, came home on Monday. “I am tired of stones,” the bearded engineer said.";
    assert_eq!(told_under(headline, text).as_deref(), Some("Peter Stone"));
    assert_eq!(told_under("A hundred days in a cave", text), None, "nothing says who is an engineer");
    let two = "Peter Stone, 43, met Mary Ellis on Monday. “I am tired of stones,” the engineer said.";
    assert_eq!(told_under(headline, two), None, "it may be either");
}

#[test]
fn a_heading_that_quotes_a_body_for_the_person_in_the_text() {
    let text = "“Not one boat was lost,” said the harbour master, Ada Marsh.";
    let found = under("Officials: ‘Not one boat was lost’", text);
    assert_eq!(
        found.first().map(String::as_str),
        Some("Not one boat was lost <- the harbour master, Ada Marsh")
    );
    let found = under("Officials: ‘Not one boat was lost’", "The storm went by in the night.");
    assert_eq!(found, ["Not one boat was lost <- Officials"]);
}

#[test]
fn words_that_a_heading_calls_disputed() {
    let text = "The storm went by in the night.";
    assert_eq!(under("Row erupts over ‘boats for votes’", text), ["boats for votes <- ?"]);
    assert!(under("Prize for ‘The Old Ferryman’", text).is_empty());
    assert!(under("Town mourns its ‘uncle’", text).is_empty());
}

#[test]
fn a_name_read_with_the_trade_before_it_is_a_persons() {
    let text =
        "The alarm went at three. Baker Joris Tolvarsen was at his oven. “It went by in a hurry,” he said.";
    assert!(resolved(text).is_some_and(|name| name.ends_with("Joris Tolvarsen")), "{:?}", resolved(text));
}
