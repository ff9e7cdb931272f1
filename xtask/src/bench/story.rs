//! Whole runs of the command, from files to JSON, by the number of accounts.

use anyhow::{Context as _, Result, bail};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// One size of story.
pub struct Story {
    pub accounts: usize,
    /// Bytes of all accounts.
    pub bytes: u64,
    /// Seconds on a processor, user and system; `None` where the system does not tell.
    pub seconds: Option<f64>,
    pub wall: f64,
    /// The most memory held, in kB.
    pub peak_kb: Option<u64>,
    /// Bytes of the report.
    pub report: u64,
}

/// Compares the accounts in a folder so many times with one thread, and gives the means.
///
/// # Errors
/// When the command cannot be started or fails.
pub fn measure(binary: &Path, folder: &Path, report: &Path, runs: u32) -> Result<Story> {
    let entries: Vec<std::fs::DirEntry> = std::fs::read_dir(folder)?.collect::<std::io::Result<_>>()?;
    let bytes = entries.iter().map(|entry| entry.metadata().map_or(0, |file| file.len())).sum();
    let (spent, started) = (children(), Instant::now());
    let mut peak_kb = None;
    for _ in 0..runs {
        let mut child = Command::new(binary)
            .args(["report", "--threads", "1", "--format", "json", "--output"])
            .args([report, folder])
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start the command")?;
        // The system forgets how much a process held when it ends, so it is asked for as long as it runs.
        let status = loop {
            peak_kb = peak_kb.max(peak(child.id()));
            if let Some(status) = child.try_wait()? {
                break status;
            }
            std::thread::sleep(Duration::from_millis(2));
        };
        if !status.success() {
            bail!("the comparison of {} failed", folder.display());
        }
    }
    let each = f64::from(runs.max(1));
    Ok(Story {
        accounts: entries.len(),
        bytes,
        seconds: children().zip(spent).map(|(now, before)| (now - before) / each),
        wall: started.elapsed().as_secs_f64() / each,
        peak_kb,
        report: std::fs::metadata(report).map_or(0, |file| file.len()),
    })
}

/// Seconds that processes which this one started and waited for were on a processor.
fn children() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name, which may hold blanks: user and system time of children, in hundredths of a second.
    let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
    let ticks: Option<f64> = [13, 14].iter().map(|&at| fields.get(at)?.parse::<f64>().ok()).sum();
    Some(ticks? / 100.0)
}

fn peak(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}
