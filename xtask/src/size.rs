use crate::{
    failure::{Failure, Outcome},
    stamp::sorted_entries,
};
use std::{fs, path::Path};

/// What somebody's first visit may download, compressed with brotli 11: wasm, glue, page and styles, without the
/// fallback. Raising it needs measured reasons in the commit message.
const BUDGETS: [(&str, u64); 2] = [("visitor", 285_000), ("host", 285_000)];

struct Row {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints what the bundle weighs, and fails when that is too much for somebody.
pub fn check(dist: &Path) -> Outcome {
    let files = sorted_entries(dist)?;
    let rows = |starting: &str, endings: &[&str]| -> Outcome<Vec<Row>> {
        let names = files.iter().filter(|file| file.file_name().unwrap_or_default().to_string_lossy().starts_with(starting));
        names.filter(|file| endings.iter().any(|ending| ends_with(file, ending))).map(|file| row(file)).collect()
    };
    println!("{:<48} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip 9", "brotli 11");
    let mut over = Vec::new();
    for (program, budget) in BUDGETS {
        let mut counted = rows("", &["index.html", ".css"])?;
        let (fallback, glue): (Vec<_>, Vec<_>) = rows(program, &[".js"])?.into_iter().partition(|row| row.name.ends_with(".fallback.js"));
        counted.extend(rows(program, &[".wasm"])?);
        counted.extend(glue);
        counted.iter().for_each(print);
        let total = counted.iter().fold(empty(&format!("what a {program}'s first visit downloads")), add);
        print(&total);
        println!("outside the budget, for browsers without WebAssembly:");
        fallback.iter().for_each(print);
        match budget.checked_sub(total.brotli) {
            Some(left) => println!("budget: {} of {budget} bytes, {left} left\n", total.brotli),
            None => over
                .push(format!("the {program}'s program is {} bytes over its budget of {budget} bytes (brotli 11)", total.brotli - budget)),
        }
    }
    if over.is_empty() { Ok(()) } else { Err(Failure::new(format!("{}.", over.join("; ")))) }
}

fn row(file: &Path) -> Outcome<Row> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Row {
        raw: length(file)?,
        gzip: length(&file.with_file_name(format!("{name}.gz")))?,
        brotli: length(&file.with_file_name(format!("{name}.br")))?,
        name,
    })
}

fn empty(name: &str) -> Row {
    Row { name: name.to_owned(), raw: 0, gzip: 0, brotli: 0 }
}

fn add(sum: Row, row: &Row) -> Row {
    Row { raw: sum.raw + row.raw, gzip: sum.gzip + row.gzip, brotli: sum.brotli + row.brotli, ..sum }
}

fn print(row: &Row) {
    println!("{:<48} {:>9} {:>9} {:>9}", row.name, row.raw, row.gzip, row.brotli);
}

fn ends_with(file: &Path, ending: &str) -> bool {
    file.to_string_lossy().ends_with(ending)
}

fn length(file: &Path) -> Outcome<u64> {
    fs::metadata(file).map(|metadata| metadata.len()).map_err(Failure::at(file))
}
