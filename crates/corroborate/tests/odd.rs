//! Odd input and output: nothing panics, nothing is lost without a word.

use assert_cmd::Command;
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const PLAIN: &str = "Gate shut\n\nThe lock keeper, Ida Lund, shut the gate on Monday after 12 boats sank.\n";

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).expect("a file");
    }
    folder
}

/// Status, standard output and standard error; a minute is ten times what a slow machine needs.
fn report(path: &Path, arguments: &[&str]) -> (i32, Vec<u8>, String) {
    let start = Instant::now();
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("corroborate"));
    let output = command.arg("report").arg(path).args(arguments).output().expect("it starts");
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!err.contains("panicked"), "{err}");
    (output.status.code().expect("no signal"), output.stdout, err)
}

fn json(path: &Path) -> serde_json::Value {
    let (status, out, err) = report(path, &["--format", "json"]);
    assert_eq!(status, 0, "{err}");
    serde_json::from_slice(&out).expect("JSON")
}

#[test]
fn bytes_that_are_no_text_are_read_and_remarked() {
    let story = folder(&[
        ("cut.txt", b"The gate was shut \xe2\x80\n\nIt opens on Monday.\n"),
        ("latin.txt", b"Caf\xe9 at the gate shut, the owner of the caf\xe9 said on Monday.\n"),
        ("mixed.txt", b"Caf\xc3\xa9 and caf\xe9 at the gate were shut on Monday.\n"),
        ("wide.txt", b"\xff\xfeG\0a\0t\0e\0 \0s\0h\0u\0t\0\n\0"),
        ("plain.txt", PLAIN.as_bytes()),
    ]);
    let report = json(story.path());
    let sources = report["sources"].as_array().expect("a list");
    assert_eq!(sources.len(), 5);
    let text = |id: &str| {
        let source = sources.iter().find(|source| source["id"] == id).expect("a source");
        source["text"].as_str().unwrap_or_default().to_owned()
    };
    assert!(text("latin").contains("Café at the gate"), "{}", text("latin"));
    assert!(text("wide").starts_with("Gate shut"), "{}", text("wide"));
    for (id, words) in [("cut", "It opens on Monday"), ("mixed", "at the gate were shut")] {
        assert!(text(id).contains(words), "{}", text(id));
        let remarks = report["diagnostics"].as_array().expect("a list");
        assert!(remarks.iter().any(|remark| remark["source"] == id), "{id}: {remarks:?}");
    }
}

#[test]
fn a_quotation_that_never_ends_and_a_line_that_never_ends() {
    let open = format!("Gate shut\n\n“The gate is shut, {}\n", "and the boats lie still, ".repeat(20_000));
    let line = "The gate was shut on Monday, and 12 boats sank at the old quay by noon; ".repeat(15_000);
    let nested = "“The ‘gate \"is ".repeat(20_000);
    let story = folder(&[
        ("open.txt", open.as_bytes()),
        ("line.txt", line.as_bytes()),
        ("nested.txt", nested.as_bytes()),
    ]);
    for name in ["open.txt", "line.txt", "nested.txt"] {
        let (status, _, err) = report(&story.path().join(name), &["--format", "text"]);
        assert_eq!(status, 0, "{name}: {err}");
    }
}

#[test]
fn deep_json_is_passed_over_by_name() {
    let story = folder(&[
        ("deep.json", "[".repeat(200_000).as_bytes()),
        ("deeper.json", format!("{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_000)).as_bytes()),
        ("plain.txt", PLAIN.as_bytes()),
    ]);
    let report = json(story.path());
    assert_eq!(report["sources"].as_array().expect("a list").len(), 1);
    let remarks = report["diagnostics"].to_string();
    assert!(remarks.contains("deep.json") && remarks.contains("deeper.json"), "{remarks}");
}

#[cfg(unix)]
#[test]
fn what_a_folder_holds_beside_files_is_named() {
    let story = folder(&[("plain.txt", PLAIN.as_bytes()), ("picture.png", b"\x89PNG")]);
    std::os::unix::fs::symlink("/nonexistent/gate.txt", story.path().join("lost.txt")).expect("a link");
    std::os::unix::fs::symlink(story.path(), story.path().join("loop")).expect("a link");
    // Reading it fails even for a user who may read everything.
    #[cfg(target_os = "linux")]
    std::os::unix::fs::symlink("/proc/self/mem", story.path().join("unreadable.txt")).expect("a link");
    let (status, _, err) = report(story.path(), &[]);
    assert_eq!(status, 0, "{err}");
    for words in [
        "picture.png was passed over",
        "lost.txt was passed over: cannot be read",
        "loop was passed over: a link",
    ] {
        assert!(err.contains(words), "{words} is not in {err}");
    }
    #[cfg(target_os = "linux")]
    assert!(err.contains("unreadable.txt was passed over: cannot be read"), "{err}");
}

#[cfg(unix)]
#[test]
fn a_path_with_a_line_break_acts_nowhere() {
    let story = folder(&[
        ("a\nb\u{1b}[2J=1+1.txt", PLAIN.as_bytes()),
        ("-c.txt", PLAIN.replace("12", "21").as_bytes()),
    ]);
    for format in ["text", "markdown", "csv", "html"] {
        let (status, out, err) = report(story.path(), &["--format", format]);
        assert_eq!(status, 0, "{err}");
        assert!(!out.contains(&0x1b) && !err.contains('\u{1b}'), "{format}");
    }
    let whole = json(story.path());
    let place = story.path().join("report.json");
    std::fs::write(&place, whole.to_string()).expect("written");
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("corroborate"));
    let output = command.arg("verify").arg(&place).output().expect("it starts");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_folder_of_very_many_files() {
    let story = folder(&[("plain.txt", PLAIN.as_bytes())]);
    for number in 0..10_000 {
        std::fs::write(story.path().join(format!("{number}.png")), "").expect("a file");
    }
    let (status, _, err) = report(story.path(), &[]);
    assert_eq!(status, 0);
    assert_eq!(err.matches("was passed over").count(), 10_000, "each is named");
}

/// A disk that is full: the report that is there stays whole, and no part of the new one is left.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_report() {
    let story = folder(&[("plain.txt", PLAIN.as_bytes())]);
    let (status, _, err) = report(story.path(), &["--format", "json", "--output", "/dev/full"]);
    assert_eq!(status, 2);
    assert!(err.contains("cannot write /dev/full"), "{err}");

    let place = story.path().join("report.html");
    std::fs::write(&place, "the old report").expect("a file");
    // A limit on the size of files acts as a full disk does, in the midst of the report.
    let script = "trap '' XFSZ; ulimit -f 4; exec \"$0\" report \"$1\" --output \"$2\"";
    let output = std::process::Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_corroborate")])
        .arg(story.path().join("plain.txt"))
        .arg(&place)
        .output()
        .expect("it starts");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("cannot write"), "{err}");
    assert_eq!(std::fs::read_to_string(&place).expect("it is there"), "the old report");
    assert_eq!(std::fs::read_dir(story.path()).expect("a folder").count(), 2, "nothing is left beside it");
}

/// The same for standard output, which cannot be taken back: the status says that it is not whole.
#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_is_an_error() {
    let story = folder(&[("plain.txt", PLAIN.as_bytes())]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("the device");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_corroborate"))
        .args(["report", "--format", "json"])
        .arg(story.path())
        .stdout(full)
        .output()
        .expect("it starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write to standard output"));
}
