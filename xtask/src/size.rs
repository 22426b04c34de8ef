use crate::{
    failure::{Failure, Outcome},
    stamp::sorted_entries,
};
use std::{fs, path::Path};

/// What a first visit may download, compressed with brotli 11: wasm, glue, page and styles, without the fallback.
/// Raising it needs measured reasons in the commit message.
const BUDGET: u64 = 175_000;

struct Row {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints what the bundle weighs, and fails when that is too much.
pub fn check(dist: &Path) -> Outcome {
    let files = sorted_entries(dist)?;
    let rows = |endings: &[&str]| -> Outcome<Vec<Row>> {
        files.iter().filter(|file| endings.iter().any(|ending| ends_with(file, ending))).map(|file| row(file)).collect()
    };
    let mut counted = rows(&[".wasm", ".css", "index.html"])?;
    let (fallback, glue): (Vec<_>, Vec<_>) = rows(&[".js"])?.into_iter().partition(|row| row.name.ends_with(".fallback.js"));
    counted.extend(glue);

    println!("{:<48} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip 9", "brotli 11");
    counted.iter().for_each(print);
    let total = counted.iter().fold(empty("what a first visit downloads"), add);
    print(&total);
    println!("outside the budget, for browsers without WebAssembly:");
    fallback.iter().for_each(print);

    if total.brotli > BUDGET {
        let over = total.brotli - BUDGET;
        return Err(Failure::new(format!("the bundle is {over} bytes over its budget of {BUDGET} bytes (brotli 11).")));
    }
    println!("budget: {} of {BUDGET} bytes, {} left", total.brotli, BUDGET - total.brotli);
    Ok(())
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
