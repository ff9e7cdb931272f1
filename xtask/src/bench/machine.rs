//! What kind of machine it is: enough to judge the figures by, nothing that names it.

/// Architecture, cores and memory.
pub fn describe() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let memory = std::fs::read_to_string("/proc/meminfo").ok().and_then(|text| {
        let line = text.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
        line.split_whitespace().next()?.parse::<f64>().ok()
    });
    let memory = memory.map_or_else(String::new, |kb| format!(", {:.0} GB of memory", kb / 1e6));
    format!("{} {}, {cores} cores{memory}", std::env::consts::OS, std::env::consts::ARCH)
}
