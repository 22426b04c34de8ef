use crate::{
    failure::{Failure, Outcome},
    finish::split::FIRST_SCREENS,
    stamp::sorted_entries,
};
use std::{fs, path::Path};

/// What somebody may download, compressed with brotli 11, until a first screen is usable: page with styles, glue, and the
/// part of the wasm that the screen runs. Raising one needs measured reasons in the commit message.
const BUDGETS: [(&str, u64); 4] = [("booking", 140_000), ("pass", 125_000), ("invitation", 130_000), ("approvals", 150_000)];

/// The same for a whole program: that part and the rest.
const WHOLE: u64 = 420_000;

/// One kind of first screen. `rest` follows at once; `fallback` is what browsers without WebAssembly download.
struct FirstScreen {
    name: &'static str,
    page: u64,
    glue: u64,
    first: u64,
    rest: u64,
    fallback: u64,
}

impl FirstScreen {
    fn usable(&self) -> u64 {
        self.page + self.glue + self.first
    }

    fn whole(&self) -> u64 {
        self.usable() + self.rest
    }
}

/// Prints what each first screen weighs, and fails when that is too much for somebody.
pub fn check(dist: &Path) -> Outcome {
    let screens: Vec<FirstScreen> = FIRST_SCREENS.iter().map(|(program, screen)| measure(dist, program, screen)).collect::<Outcome<_>>()?;
    println!("bytes, brotli 11          page     glue     wasm   usable   budget     rest    whole   without WebAssembly");
    let mut over = Vec::new();
    for screen in &screens {
        let budget = BUDGETS.iter().find(|(name, _)| *name == screen.name).map(|(_, budget)| *budget);
        println!(
            "{:<20} {:>9} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}",
            screen.name,
            screen.page,
            screen.glue,
            screen.first,
            screen.usable(),
            budget.map_or_else(String::new, |budget| budget.to_string()),
            screen.rest,
            screen.whole(),
            screen.fallback,
        );
        over.extend(budget.and_then(|budget| excess(screen.usable(), budget, &format!("`{}`, until it is usable,", screen.name))));
        over.extend(excess(screen.whole(), WHOLE, &format!("the whole program of `{}`", screen.name)));
    }
    if over.is_empty() { Ok(()) } else { Err(Failure::new(format!("{}.", over.join("; ")))) }
}

fn excess(bytes: u64, budget: u64, what: &str) -> Option<String> {
    (bytes > budget).then(|| format!("{what} is {} bytes over its budget of {budget}", bytes - budget))
}

fn measure(dist: &Path, program: &str, screen: &'static str) -> Outcome<FirstScreen> {
    let files = sorted_entries(dist)?;
    let names: Vec<String> = files.iter().map(|file| file.file_name().unwrap_or_default().to_string_lossy().into_owned()).collect();
    let weigh = |starting: &str, ending: &str| {
        let fits =
            |name: &&String| name.strip_prefix(starting).is_some_and(|rest| rest.split_once('.').is_some_and(|(_, rest)| rest == ending));
        let name = names.iter().find(fits).ok_or_else(|| Failure::new(format!("dist/ holds no {starting}*.{ending}.")))?;
        let file = dist.join(name);
        fs::metadata(&file).map(|metadata| metadata.len()).map_err(Failure::at(&file))
    };
    let program = format!("{program}-");
    Ok(FirstScreen {
        name: screen,
        page: weigh("index", "html.br")?,
        glue: weigh(&program, "js.br")?,
        first: weigh(&program, &format!("{screen}.wasm.br"))?,
        rest: weigh(&program, &format!("{screen}.rest.wasm.br"))?,
        fallback: weigh(&program, "fallback.js.br")?,
    })
}
