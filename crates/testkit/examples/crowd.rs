//! Writes a story told by many accounts to a folder: `crowd FOLDER ACCOUNTS [SEED]`.

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|first| first.starts_with('-')) {
        println!("crowd FOLDER ACCOUNTS [SEED]");
        return Ok(());
    }
    let number =
        |index: usize, default| arguments.get(index).and_then(|text| text.parse().ok()).unwrap_or(default);
    let folder = std::path::PathBuf::from(arguments.first().map_or("crowd", String::as_str));
    std::fs::create_dir_all(&folder)?;
    let accounts = usize::try_from(number(1, 100)).unwrap_or(100);
    for (at, text) in corroborate_testkit::crowd(number(2, 1), accounts).iter().enumerate() {
        std::fs::write(folder.join(format!("{at:04}.txt")), text)?;
    }
    Ok(())
}
