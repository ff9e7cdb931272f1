//! How far a long run is, on the terminal.

use corroborate::Step;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::{Duration, Instant};

/// Shorter runs show nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// A line on standard error that appears when a run takes long and standard error is a terminal.
pub(super) struct Progress {
    bar: ProgressBar,
    begun: Instant,
}

impl Progress {
    pub(super) fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        Self { bar, begun: Instant::now() }
    }

    pub(super) fn show(&self, step: Step) {
        match step {
            Step::Reading => self.bar.set_message("reading the accounts"),
            Step::Annotated { done, all } => {
                self.bar.set_message("annotating");
                self.bar.set_length(all as u64);
                self.bar.set_position(done as u64);
            }
            Step::Comparing => self.bar.set_message("comparing"),
        }
        if self.bar.is_hidden() && self.begun.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
