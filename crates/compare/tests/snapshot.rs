//! What is found in stories of `corpus/` and of the generator, held fast: a change of any finding is seen.
//!
//! The files say what is done, not what is right; the stories' gold says that.

use corroborate_compare::{Account, Comparison, Options, Place, Stance, compare};
use corroborate_testkit::hold;
use std::fmt::Write as _;
use std::path::Path;

/// An account read from its file, or nothing of a page in HTML, which is not read here.
fn account(id: &str, text: &str) -> Account {
    let mut article = corroborate_parse::parse(text.to_owned());
    article.id = id.to_owned();
    Account::new(article)
}

fn of_corpus(story: &str) -> Vec<Account> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus").join(story);
    let mut files: Vec<_> = std::fs::read_dir(&folder).expect("a story").filter_map(Result::ok).collect();
    files.sort_by_key(std::fs::DirEntry::file_name);
    let texts =
        files.iter().map(std::fs::DirEntry::path).filter(|path| path.extension().is_some_and(|e| e == "txt"));
    let read = |path: std::path::PathBuf| {
        let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        account(&id, &std::fs::read_to_string(&path).expect("an account"))
    };
    texts.map(read).collect()
}

/// Everything that was found, a finding a line.
fn told(accounts: &[Account], found: &Comparison) -> String {
    let mut told = String::new();
    let words = |place: &Place| {
        let words = place.words(accounts).split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{} {words:?}", accounts[place.account].article.id)
    };
    let mut line = |text: String| writeln!(told, "{text}").expect("a string takes any line");
    for entity in &found.entities {
        let rules: Vec<&str> = entity.mentions.iter().map(|mention| mention.rule).collect();
        line(format!("entity {:?} {} {}", entity.kind, entity.name, rules.join(" ")));
    }
    for (index, claim) in found.claims.iter().enumerate() {
        let stance = |stance| match stance {
            Stance::Says => '+',
            Stance::Unknown => '?',
            Stance::Contradicts => '-',
            Stance::Silent => '.',
        };
        let stances: String = claim.cells.iter().map(|cell| stance(cell.stance)).collect();
        let (outlets, origins, prominence) = (claim.outlets, claim.origins, claim.prominence);
        line(format!("claim {index} {stances} {outlets} {origins} {prominence:.3} {}", claim.summary));
        for cell in claim.cells.iter().filter(|_| claim.outlets > 1) {
            for span in &cell.evidence {
                line(format!("\t{}", words(&Place::new(cell.account, *span))));
            }
        }
    }
    for difference in &found.differences {
        let (kind, relation) = (difference.kind.name(), difference.relation.name());
        let (rule, claim) = (difference.rule, difference.claim);
        line(format!("difference {kind} {relation} {rule} {claim:?} {}", difference.subject));
        line(format!("\t{}", difference.explanation));
        for side in &difference.sides {
            let evidence: Vec<String> = side.evidence.iter().map(words).collect();
            line(format!("\t{:?}: {}", side.value, evidence.join(", ")));
        }
    }
    for family in &found.quote_families {
        line(format!("quotation {:?} {:?}", family.relation, family.speaker_name));
        family.versions.iter().for_each(|version| line(format!("\t{}", words(version))));
    }
    for reuse in &found.reuse {
        line(format!(
            "reuse {:?} {:.3} {} | {}",
            reuse.kind,
            reuse.similarity,
            words(&reuse.a),
            words(&reuse.b)
        ));
    }
    for origin in &found.origins {
        let derived: Vec<String> = origin
            .derivations
            .iter()
            .map(|d| format!("{} {:?} {:.3}", d.account, d.extent, d.share))
            .collect();
        let (accounts, relation, from) = (&origin.accounts, origin.relation, origin.from);
        line(format!(
            "origin {accounts:?} {relation:?} {from:?} {:.3} {}",
            origin.confidence,
            derived.join(", ")
        ));
        origin.signals.iter().for_each(|signal| line(format!("\t{signal}")));
    }
    line(format!("{} origins", found.origin_count));
    for entry in &found.timeline {
        let evidence: Vec<String> = entry.evidence.iter().map(words).collect();
        line(format!(
            "when {} {:?} {:?} {}",
            entry.value,
            entry.precision,
            entry.claims,
            evidence.join(", ")
        ));
    }
    for (account, omitted) in found.omissions.iter().enumerate() {
        line(format!("left out by {account}: {omitted:?}"));
    }
    for diagnostic in &found.diagnostics {
        line(format!("remark {diagnostic:?}"));
    }
    told
}

fn findings(name: &str, accounts: &[Account]) {
    let found = compare(accounts, &Options::default());
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshot").join(format!("{name}.txt"));
    hold(file, &told(accounts, &found));
}

#[test]
fn findings_in_stories_of_the_corpus_are_as_they_were() {
    for story in ["airport-strike", "election", "epidemic", "summit", "takeover", "trial"] {
        findings(story, &of_corpus(story));
    }
}

#[test]
fn findings_in_generated_stories_are_as_they_were() {
    for seed in 1..=7 {
        let story = corroborate_testkit::story(seed, 6);
        let plain = story.accounts.iter().filter(|one| one.file.ends_with(".txt"));
        let accounts: Vec<Account> = plain.map(|one| account(&one.id, &one.text)).collect();
        findings(&format!("generated-{seed}"), &accounts);
    }
}
