//! Saved cases of the fuzz targets and the stories of `corpus/`, through every entry point, whole and damaged.
//!
//! `CORROBORATE_DAMAGES` says how many damaged copies of each seed are tried, 8 where it is not set.

#[allow(dead_code, reason = "the fuzz targets use the rest")]
mod entry;

use entry::ENTRIES;
use std::path::{Path, PathBuf};

/// Files that once made an entry point fail, or that show what it takes, by the entry point's name.
fn cases(entry: &str) -> Vec<(PathBuf, Vec<u8>)> {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(entry))
}

/// The accounts of the first stories of `corpus/`.
fn corpus() -> Vec<(PathBuf, Vec<u8>)> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let mut found: Vec<_> =
        ["airport-strike", "data-leak"].iter().flat_map(|name| read(&corpus.join(name))).collect();
    found.retain(|(path, _)| path.file_name().is_some_and(|name| name != "gold.json"));
    assert!(!found.is_empty(), "the corpus is there");
    found
}

fn read(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read(path).expect("a file"))).collect()
}

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) >> 1).unwrap_or(0) % sides.max(1)
    }
}

/// Pieces that grammars and readers look for.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"\xe2\x80\x9c",
    b"<",
    b"</p>",
    b"<![CDATA[",
    b"&#x",
    b"{",
    b"[",
    b"]]",
    b"\0",
    b"\xff\xfe",
    b"\r\n",
    b"--",
    b"1,000",
    b"9999999999999999999999",
    b"-0.",
    b"February 30",
    b"25:61",
    b"+99:99",
    b"\xcc\x81",
    b"\xed\xa0\x80",
    b"\xf0\x9f\x8f\xb4",
    b"Content-Length: 18446744073709551616\r\n",
    b"\"start\": 18446744073709551615",
];

/// The seed with a few bytes changed, taken out, doubled or put in.
fn damaged(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(bytes.len());
        let end = (at + dice.roll(40)).min(bytes.len());
        match dice.roll(5) {
            0 if !bytes.is_empty() => bytes[at] = u8::try_from(dice.roll(256)).unwrap_or(0),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            3 => bytes.truncate(at),
            _ => drop(bytes.splice(at..at, PIECES[dice.roll(PIECES.len())].iter().copied())),
        }
    }
    bytes
}

#[test]
fn no_entry_point_fails_on_saved_cases_or_damaged_seeds() {
    let damages = std::env::var("CORROBORATE_DAMAGES").ok().and_then(|count| count.parse().ok()).unwrap_or(8);
    let mut runs = 0;
    for (name, enter) in ENTRIES {
        let mut seeds = cases(name);
        if matches!(*name, "plain" | "html" | "dates" | "quantities" | "story") {
            seeds.extend(corpus());
        }
        assert!(!seeds.is_empty(), "no seed for {name}");
        for (number, (path, seed)) in seeds.iter().enumerate() {
            enter(seed);
            let mut dice = Dice(number as u64);
            for count in 0..damages {
                let bytes = damaged(seed, &mut dice);
                if let Err(cause) = std::panic::catch_unwind(|| enter(&bytes)) {
                    let saved = std::env::temp_dir().join(format!("{name}-{number}-{count}"));
                    std::fs::write(&saved, &bytes).expect("a place for the case");
                    eprintln!("{name} fails on {} damaged: {}", path.display(), saved.display());
                    std::panic::resume_unwind(cause);
                }
                runs += 1;
            }
        }
    }
    println!("{runs} damaged inputs");
}
