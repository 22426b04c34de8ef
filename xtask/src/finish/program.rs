use super::glue::Glue;
use crate::{
    failure::{Failure, Outcome},
    shell,
    stamp::sorted_entries,
    tools::Tools,
    workspace::Workspace,
};
use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    thread,
};

/// What rustc and its precompiled standard library use today. Named one by one: `--all-features` writes encodings
/// that no browser reads.
pub(super) const FEATURES_IN: [&str; 6] = [
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
];

/// The lowering, then small. `--merge-similar-functions` and `--converge` gain nothing; what rustc's memory layout
/// promises (the stack is lowest, memory starts as zeros) gains half a percent, writing the control flow anew, which
/// takes two rounds to clean up, seven in a thousand.
const PASSES: [&str; 9] = [
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--llvm-memory-copy-fill-lowering",
    "--zero-filled-memory",
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
];

/// The names that Trunk gave a program's files and the final ones: with a hash of everything the program is made of, so
/// that a browser can keep each file forever and never mixes two builds.
pub struct Names {
    trunk: [String; 2],
    finished: [String; 2],
}

impl Names {
    pub fn rename_in(&self, page: &str) -> String {
        let pairs = self.trunk.iter().zip(&self.finished);
        pairs.fold(page.to_owned(), |page, (trunk, finished)| page.replace(trunk, finished))
    }
}

/// Turns the wasm and glue that Trunk made of each program into what old webviews run: strict MVP wasm, ES2017 glue,
/// and the JavaScript fallback.
pub fn finish_all(workspace: &Workspace, tools: &Tools, staging: &Path) -> Outcome<Vec<Names>> {
    let programs: Vec<PathBuf> = sorted_entries(staging)?.into_iter().filter(|path| file_name(path).ends_with("_bg.wasm")).collect();
    if programs.is_empty() {
        return Err(Failure::new(format!("Trunk left no wasm in {}.", staging.display())));
    }
    thread::scope(|scope| {
        let finishing: Vec<_> = programs.iter().map(|wasm| scope.spawn(|| finish(workspace, tools, staging, wasm))).collect();
        let broken = |_| Err(Failure::new("finishing a program broke off."));
        finishing.into_iter().map(|finishing| finishing.join().unwrap_or_else(broken)).collect()
    })
}

fn finish(workspace: &Workspace, tools: &Tools, staging: &Path, wasm: &Path) -> Outcome<Names> {
    let trunk_wasm = file_name(wasm);
    let stem = trunk_wasm.trim_end_matches("_bg.wasm").to_owned();
    // Trunk names the first program's files `visitor-hash`, the second's plainly.
    let program = stem.rsplit_once('-').map_or(stem.as_str(), |(program, _)| program);
    let scratch = workspace.scratch().join(program);
    fs::create_dir_all(&scratch).map_err(Failure::at(&scratch))?;

    let built = workspace.target.join(format!("wasm32-unknown-unknown/release/{program}.wasm"));
    let glue = Glue::write(tools, &built, wasm, program, &scratch.join("glue"))?;
    let [slim, lowered, shortened] = ["slim.wasm", "lowered.wasm", "program.wasm"].map(|name| scratch.join(name));
    glue.drop_unused_exports(tools, wasm, &slim)?;
    lower(tools, &slim, &lowered)?;
    let (glue_code, fallback_code) = thread::scope(|scope| {
        let fallback = scope.spawn(|| glue.fallback(tools, &lowered));
        let glue_code = glue.shorten(tools, &lowered, &shortened);
        (glue_code, fallback.join())
    });
    let fallback_code = fallback_code.map_err(|_| Failure::new("writing the JavaScript fallback broke off."))??;
    let (glue_code, wasm_code) = (glue_code?, fs::read(&shortened).map_err(Failure::at(&shortened))?);

    let mut hasher = DefaultHasher::new();
    (&wasm_code, &glue_code, &fallback_code).hash(&mut hasher);
    let finished = format!("{program}-{:016x}", hasher.finish());
    for old in [wasm, &staging.join(format!("{stem}.js"))] {
        fs::remove_file(old).map_err(Failure::at(old))?;
    }
    write(&staging.join(format!("{finished}_bg.wasm")), &wasm_code)?;
    write(&staging.join(format!("{finished}.js")), glue_code.as_bytes())?;
    write(&staging.join(format!("{finished}.fallback.js")), fallback_code.as_bytes())?;
    Ok(Names { trunk: [trunk_wasm, format!("{stem}.js")], finished: [format!("{finished}_bg.wasm"), format!("{finished}.js")] })
}

fn lower(tools: &Tools, wasm: &Path, lowered: &Path) -> Outcome {
    shell::read(tools.command("wasm-opt").args(FEATURES_IN).args(PASSES).arg(wasm).arg("-o").arg(lowered)).map(drop)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn write(path: &Path, content: &[u8]) -> Outcome {
    fs::write(path, content).map_err(Failure::at(path))
}
