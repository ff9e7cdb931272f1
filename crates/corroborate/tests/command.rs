//! The command as a person or a program starts it.

use assert_cmd::Command;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const EVENING: &str = "Bridge shut after crack is found\n\nThe mayor, Ana Brandt, shut the bridge on Monday, 6 May 2024, \
after 25 people were hurt. She said: “We will not wait for an accident.” Repairs will cost 4 million euros.\n";
const HARBOUR: &str = "Bridge closed\n\nMayor Ana Brandt shut the bridge on Monday, 6 May 2024, after 40 people were \
hurt. “We will not wait for an accident,” Brandt said. It is not known what repairs will cost.\n";

fn corroborate() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("corroborate"));
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).expect("a file");
    }
    folder
}

fn story() -> TempDir {
    folder(&[("evening.txt", EVENING.as_bytes()), ("harbour.txt", HARBOUR.as_bytes())])
}

/// Two accounts of one fire that count the barges otherwise.
fn conflict() -> TempDir {
    let quay = "Mill burns down\n\nThe old grain mill at Harrow Quay burned down on 3 March 2024, the fire brigade said.\n\n\
                The flames destroyed 14 barges in the basin beside it.\n\nFerries to the islands were diverted.\n";
    let port = "Fire at the mill\n\nFire brigade officials said the old grain mill at Harrow Quay burned down on 3 March 2024.\n\n\
                Beside it, 41 barges in the basin were destroyed by the flames.\n\nNobody was in the loft.\n";
    folder(&[("quay.txt", quay.as_bytes()), ("port.txt", port.as_bytes())])
}

/// Status, standard output and standard error.
fn run(command: &mut Command) -> (i32, String, String) {
    let output = command.output().expect("it starts");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (output.status.code().expect("no signal"), text(&output.stdout), text(&output.stderr))
}

fn report(path: &Path, arguments: &[&str]) -> (i32, String, String) {
    run(corroborate().arg("report").arg(path).args(arguments))
}

#[test]
fn every_format_is_written() {
    let story = story();
    for (format, sign) in [
        ("html", "<!doctype html>"),
        ("markdown", "# "),
        ("json", "corroborate-report/1"),
        ("csv", "claims\r\nclaim,"),
        ("text", "2 accounts"),
    ] {
        let (status, out, _) = report(story.path(), &["--format", format]);
        assert_eq!(status, 0, "{format}");
        assert!(out.contains(sign), "{format}: {out}");
    }
}

#[test]
fn the_ending_of_the_output_says_the_format() {
    let story = story();
    let place = story.path().join("out.html");
    let (status, out, _) = report(story.path(), &["--output", &place.display().to_string()]);
    assert_eq!((status, out.as_str()), (0, ""));
    assert!(std::fs::read_to_string(&place).expect("written").starts_with("<!doctype html>"));
    let tables = story.path().join("tables/");
    let (status, ..) =
        report(story.path(), &["--format", "csv", "--output", &format!("{}/", tables.display())]);
    assert_eq!(status, 0);
    let mut names: Vec<PathBuf> = std::fs::read_dir(tables)
        .expect("a folder")
        .map(|entry| entry.expect("a file").file_name().into())
        .collect();
    names.sort();
    assert_eq!(names, ["claims.csv", "differences.csv", "quotations.csv"].map(PathBuf::from));
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_tables_are_three_files_of_a_folder() {
    let story = story();
    let tables = story.path().join("tables");
    let place = tables.display().to_string();
    assert_eq!(report(story.path(), &["--format", "parquet", "--output", &place]).0, 0);
    for name in ["claims", "differences", "quotations"] {
        let bytes = std::fs::read(tables.join(format!("{name}.parquet"))).expect("a table");
        assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"), "{name}");
    }
    let (status, out, err) = report(story.path(), &["--format", "parquet"]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("name a folder"), "{err}");
}

#[test]
fn order_and_threads_do_not_show() {
    let story = story();
    let [a, b] = ["evening.txt", "harbour.txt"].map(|name| story.path().join(name));
    let json = |paths: [&PathBuf; 2], threads: &str| {
        let (status, out, _) =
            run(corroborate().arg("report").args(paths).args(["--format", "json", "--threads", threads]));
        assert_eq!(status, 0);
        out
    };
    let first = json([&a, &b], "1");
    assert_eq!(first, json([&b, &a], "1"));
    assert_eq!(first, json([&b, &a], "3"));
}

#[test]
fn a_report_is_verified_and_a_tampered_one_is_not() {
    let story = story();
    let place = story.path().join("report.json");
    let (status, ..) = report(story.path(), &["--output", &place.display().to_string()]);
    assert_eq!(status, 0);
    let (status, out, _) = run(corroborate().arg("verify").arg(&place));
    assert_eq!(status, 0, "{out}");
    assert!(out.ends_with("all hold\n"), "{out}");

    let text = std::fs::read_to_string(&place).expect("written");
    std::fs::write(&place, text.replacen("wait for an", "wait for no", 1)).expect("written");
    let (status, out, _) = run(corroborate().arg("verify").arg(&place));
    assert_eq!(status, 1, "{out}");
    assert!(out.contains("wait for"), "{out}");

    std::fs::write(&place, &text).expect("written");
    std::fs::write(story.path().join("evening.txt"), "another text").expect("written");
    let (status, out, _) = run(corroborate().arg("verify").arg(&place));
    assert_eq!(status, 1);
    assert!(out.contains("evening.txt has changed"), "{out}");
}

#[test]
fn a_finding_that_does_not_follow_from_its_words_is_named() {
    let story = conflict();
    let place = story.path().join("report.json");
    assert_eq!(report(story.path(), &["--output", &place.display().to_string()]).0, 0);
    let text = std::fs::read_to_string(&place).expect("written");
    let whole: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let failures = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut changed = whole.clone();
        change(&mut changed);
        std::fs::write(&place, changed.to_string()).expect("written");
        let (status, out, _) = run(corroborate().arg("verify").arg(&place));
        assert_eq!(status, 1, "{out}");
        out
    };
    let of = |list: &str, key: &str, value: &str| {
        whole[list]
            .as_array()
            .expect("a list")
            .iter()
            .position(|item| item[key] == value)
            .unwrap_or_else(|| panic!("{value}: {whole}"))
    };
    let figure = of("differences", "relation", "conflict");
    let out = failures(&|report| report["differences"][figure]["relation"] = "compatible".into());
    let said =
        format!("differences[{figure}].relation: by the rules this is \"conflict\", and not \"compatible\"");
    assert!(out.contains(&said), "{out}");
    let out = failures(&|report| report["claims"][0]["cells"][0]["stance"] = "contradicts".into());
    assert!(out.contains("claims[0].cells[0].stance: by the rules this is \"says\""), "{out}");
    let out = failures(&|report| report["origin_count"] = 7.into());
    assert!(out.contains("origin_count: by the rules this is "), "{out}");
    let out = failures(&|report| {
        let invented = report["differences"][figure].clone();
        let list = report["differences"].as_array_mut().expect("a list");
        list.push(invented);
    });
    let count = whole["differences"].as_array().expect("a list").len();
    assert!(out.contains(&format!("differences[{count}]: the rules do not give this")), "{out}");
    let out = failures(&|report| {
        report["quantities"].as_array_mut().expect("a list").pop();
    });
    assert!(out.contains("quantities: the rules give 1 more"), "{out}");
}

#[test]
fn what_a_person_decided_is_verified_with_the_decision() {
    let story = conflict();
    let review = "[[dismiss]]\nwords = ['14 barges', '41 barges']\nwhy = 'two basins'\n\n\
                  [[outlet]]\naccount = 'quay'\nname = 'Quay Lamp'\n\n\
                  [[published]]\naccount = 'quay'\nvalue = '2024-03-04'\n";
    let place = story.path().join("report.json");
    let conflicts = || -> (usize, serde_json::Value) {
        let (status, _, err) = report(story.path(), &["--output", &place.display().to_string()]);
        assert_eq!(status, 0, "{err}");
        let text = std::fs::read_to_string(&place).expect("written");
        let whole: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let list = whole["differences"].as_array().expect("a list");
        (list.iter().filter(|difference| difference["relation"] == "conflict").count(), whole)
    };
    let (before, _) = conflicts();
    std::fs::write(story.path().join("review.toml"), review).expect("written");
    let (after, decided) = conflicts();
    assert_eq!(before - after, 1, "{}", decided["decisions"]);
    let (status, out, _) = run(corroborate().arg("verify").arg(&place));
    assert_eq!(status, 0, "{out}");
}

#[test]
fn sources_are_found_beside_the_report_and_where_they_are_named() {
    let story = story();
    let (status, out, _) = run(corroborate().current_dir(story.path()).args([
        "report",
        "evening.txt",
        "harbour.txt",
        "--format",
        "json",
        "--output",
        "report.json",
    ]));
    assert_eq!((status, out.as_str()), (0, ""));
    let place = story.path().join("report.json");
    assert_eq!(run(corroborate().arg("verify").arg(&place)).0, 0, "beside the report");
    let moved = folder(&[("x.txt", EVENING.as_bytes()), ("y.txt", HARBOUR.as_bytes())]);
    std::fs::remove_file(story.path().join("evening.txt")).expect("removed");
    let (status, out, _) = run(corroborate().arg("verify").arg(&place));
    assert_eq!(status, 1);
    assert!(out.contains("evening.txt could not be read again"), "{out}");
    assert_eq!(run(corroborate().arg("verify").arg(&place).arg(moved.path())).0, 0, "under other names");
}

#[test]
fn what_cannot_be_read_is_named_with_status_two() {
    let story = folder(&[("empty.json", b"{}")]);
    let missing = story.path().join("missing.txt");
    for (arguments, words) in [
        (vec!["report", &missing.display().to_string()], "missing.txt: No such file"),
        (vec!["report", &story.path().display().to_string()], "no article found"),
        (vec!["parse", &missing.display().to_string()], "missing.txt: No such file"),
        (vec!["extract", "--input", &missing.display().to_string()], "missing.txt"),
        (vec!["verify", &missing.display().to_string()], "missing.txt"),
        (vec!["verify", &story.path().join("empty.json").display().to_string()], "not a report"),
        (vec!["report", ".", "--align-threshold", "2"], "number from 0 to 1"),
        (vec!["report", ".", "--format", "pdf"], "invalid value 'pdf'"),
        (vec!["report"], "PATH"),
        (vec!["nonsense"], "unrecognized subcommand"),
    ] {
        let (status, out, err) = run(corroborate().args(&arguments));
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}: {err}");
        assert!(err.contains(words), "{arguments:?}: {err}");
        assert!(!err.contains("panicked"), "{err}");
    }
}

#[test]
fn an_output_that_cannot_be_written_leaves_nothing_behind() {
    let story = story();
    let (status, _, err) = report(story.path(), &["--output", "/nonexistent/report.html"]);
    assert_eq!(status, 2);
    assert!(err.contains("cannot write /nonexistent/report.html"), "{err}");
    let (status, _, err) =
        report(story.path(), &["--format", "json", "--output", &story.path().display().to_string()]);
    assert_eq!(status, 2);
    assert!(err.contains("it is a folder"), "{err}");
    assert_eq!(std::fs::read_dir(story.path()).expect("a folder").count(), 2);
}

#[test]
fn odd_files_make_a_report() {
    for bytes in [
        &b""[..],
        b"one",
        b"\xff\xfe\xfa not UTF-8 \x80\x81",
        b"\0\0\0\0",
        b"\r\n\r\n\r\n",
        "\u{202e}\u{feff}\u{1b}[2J".as_bytes(),
    ] {
        let story = folder(&[("odd.txt", bytes), ("evening.txt", EVENING.as_bytes())]);
        for format in ["html", "markdown", "json", "csv", "text"] {
            let (status, _, err) = report(story.path(), &["--format", format]);
            assert_eq!(status, 0, "{bytes:?} as {format}: {err}");
            assert!(!err.contains("panicked"), "{err}");
        }
    }
}

#[test]
fn one_account_is_reported_as_such() {
    let story = folder(&[("evening.txt", EVENING.as_bytes())]);
    let (status, out, _) = report(story.path(), &[]);
    assert_eq!(status, 0);
    assert!(out.contains("one account only"), "{out}");
}

#[test]
fn colour_is_asked_for_or_not_there() {
    let story = story();
    assert!(!report(story.path(), &[]).1.contains('\u{1b}'), "standard output is no terminal");
    assert!(report(story.path(), &["--color", "always"]).1.contains("\u{1b}["));
    assert!(!report(story.path(), &["--color", "never"]).1.contains('\u{1b}'));
}

#[test]
fn lines_are_annotated_in_order_and_bad_ones_answered_in_place() {
    let input = "{\"id\": \"a\", \"text\": \"It opened on 8 May 2024.\"}\nnonsense\n\n{\"id\": 2, \"text\": \"\", \
                 \"date\": \"2024-05-08\"}\n{\"id\": 3, \"text\": \"x\", \"date\": \"tomorrow\"}\n{\"id\": 4}\n\u{0}\n";
    let (status, out, _) = run(corroborate().arg("extract").write_stdin(input));
    assert_eq!(status, 0);
    let lines: Vec<serde_json::Value> =
        out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 6, "{out}");
    assert_eq!(lines[0]["id"], "a");
    for list in ["dates", "quantities", "quotations", "entities"] {
        assert!(lines[0][list].is_array(), "{out}");
    }
    assert_eq!(lines[1]["line"], 2);
    assert_eq!(lines[2]["id"], 2);
    assert_eq!(lines[3]["line"], 5);
    assert_eq!(lines[3]["error"], "date \"tomorrow\" is not an ISO 8601 date");
    assert_eq!(lines[4]["line"], 6);
    assert_eq!(lines[5]["line"], 7);
}

#[test]
fn parse_writes_an_object_an_article() {
    let story = story();
    let (status, out, _) = run(corroborate().arg("parse").arg(story.path()).args(["--format", "json"]));
    assert_eq!(status, 0);
    let articles: Vec<serde_json::Value> =
        out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(articles.len(), 2);
    assert_eq!(articles[0]["id"], "evening");
    assert!(articles[0]["body"].as_str().expect("a text").contains("shut the bridge"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    use std::process::{Command, Stdio};
    let story = story();
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("corroborate"))
        .arg("report")
        .arg(story.path())
        .args(["--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
}

#[test]
fn help_opens_with_examples_and_there_are_a_version_a_schema_and_completions() {
    for arguments in [&["--help"][..], &["report", "--help"], &["verify", "--help"]] {
        let (status, out, _) = run(corroborate().args(arguments));
        assert_eq!(status, 0);
        let examples = out.find("Examples:").expect("examples");
        assert!(examples < out.find("Usage:").expect("usage"), "{out}");
    }
    assert!(run(corroborate().arg("--version")).1.starts_with("corroborate "));
    assert!(run(corroborate().arg("schema")).1.contains("\"$schema\""));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(run(corroborate().args(["completions", shell])).1.contains("corroborate"), "{shell}");
    }
}

#[test]
fn decisions_beside_the_story_are_replayed() {
    let story = story();
    let review = "[[outlet]]\naccount = 'evening'\nname = 'Evening Lamp'\nwhy = 'the masthead is a picture'\n\n\
                  [[published]]\naccount = 'harbour'\nvalue = '2024-05-07'\n\n\
                  [[dismiss]]\nwords = ['no such', 'words']\n\n[[drop]]\naccount = 'gone'\n";
    std::fs::write(story.path().join("review.toml"), review).expect("written");
    let place = story.path().join("report.json");
    let (status, _, err) = report(story.path(), &["--output", &place.display().to_string()]);
    assert_eq!(status, 0, "{err}");
    let text = std::fs::read_to_string(&place).expect("written");
    let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(report["sources"][0]["outlet"], "Evening Lamp");
    assert_eq!(report["sources"][1]["published"]["value"], "2024-05-07");
    assert_eq!(report["sources"][1]["published"]["from"], "review.toml");
    let kinds: Vec<(&str, bool)> = report["decisions"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|decision| (decision["kind"].as_str().expect("a name"), decision["applied"] == true))
        .collect();
    assert_eq!(kinds, [("drop", false), ("outlet", true), ("published", true), ("dismiss", false)]);
    assert_eq!(run(corroborate().arg("verify").arg(&place)).0, 0);

    std::fs::write(story.path().join("review.toml"), "[[dorp]]\naccount = 'x'\n").expect("written");
    let (status, _, err) = self::report(story.path(), &[]);
    assert_eq!(status, 2);
    assert!(err.contains("review.toml") && err.contains("dorp"), "{err}");
}
