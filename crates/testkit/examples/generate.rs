//! Writes stories to a folder: `generate FOLDER COUNT ACCOUNTS SEED [PARAPHRASE] [COPYING] [undated]`.
//!
//! PARAPHRASE is in 0..=1 and 0.8 by default; COPYING is `verbatim`, `near-verbatim`, `paraphrase`, `hidden` or `all`.

use corroborate_testkit::{Brief, Copying};
use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|first| first.starts_with('-')) {
        println!("generate FOLDER COUNT ACCOUNTS SEED [PARAPHRASE] [COPYING] [undated]");
        return Ok(());
    }
    let argument = |index: usize| arguments.get(index).map(String::as_str);
    let number =
        |index: usize, default: u64| argument(index).and_then(|text| text.parse().ok()).unwrap_or(default);
    let folder = PathBuf::from(argument(0).unwrap_or("stories"));
    let accounts = usize::try_from(number(2, 5)).unwrap_or(5);
    for seed in number(3, 1)..number(3, 1) + number(1, 10) {
        let brief = Brief {
            paraphrase: argument(4).and_then(|text| text.parse().ok()).unwrap_or(0.8),
            copying: match argument(5) {
                Some("verbatim") => Some(Copying::Verbatim),
                Some("near-verbatim") => Some(Copying::NearVerbatim),
                Some("paraphrase") => Some(Copying::Paraphrase),
                Some("hidden") => Some(Copying::Hidden),
                _ => None,
            },
            dated: argument(6) != Some("undated"),
            ..Brief::new(seed, accounts)
        };
        let story = brief.write();
        let place = folder.join(&story.name);
        std::fs::create_dir_all(&place)?;
        for account in &story.accounts {
            std::fs::write(place.join(&account.file), &account.text)?;
        }
        std::fs::write(place.join("gold.json"), format!("{:#}\n", story.gold))?;
    }
    Ok(())
}
