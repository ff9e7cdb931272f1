//! Writes stories to a folder: `generate FOLDER COUNT [ACCOUNTS] [SEED]`.

use corroborate_testkit::story;
use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |index: usize, default: u64| {
        arguments.get(index).and_then(|text| text.parse().ok()).unwrap_or(default)
    };
    let folder = PathBuf::from(arguments.first().map_or("stories", String::as_str));
    let accounts = usize::try_from(number(2, 5)).unwrap_or(5);
    for seed in number(3, 1)..number(3, 1) + number(1, 10) {
        let story = story(seed, accounts);
        let place = folder.join(&story.name);
        std::fs::create_dir_all(&place)?;
        for account in &story.accounts {
            std::fs::write(place.join(&account.file), &account.text)?;
        }
        std::fs::write(place.join("gold.json"), format!("{:#}\n", story.gold))?;
    }
    Ok(())
}
