use super::glue::Glue;
use super::split::{self, FIRST_SCREENS};
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

/// What Trunk called a program's files in the page, and what the page calls them in the end: with a hash of everything
/// the program is made of, so that a browser can keep each file forever and never mixes two builds.
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

/// In the name of a wasm file, the loader puts the first screen here.
const SCREEN: &str = "SCREEN";

/// Turns the wasm and glue that Trunk made of each program into what old webviews run: MVP wasm but for one global, ES2017 glue,
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

fn finish(workspace: &Workspace, tools: &Tools, staging: &Path, trunk_wasm_path: &Path) -> Outcome<Names> {
    let trunk_wasm = file_name(trunk_wasm_path);
    let stem = trunk_wasm.trim_end_matches("_bg.wasm").to_owned();
    // Trunk names the first program's files `visitor-hash`, the second's plainly.
    let program = stem.rsplit_once('-').map_or(stem.as_str(), |(program, _)| program);
    let scratch = workspace.scratch().join(program);
    fs::create_dir_all(&scratch).map_err(Failure::at(&scratch))?;

    let built = workspace.target.join(format!("wasm32-unknown-unknown/release/{program}.wasm"));
    let glue = Glue::write(tools, &built, trunk_wasm_path, program, &scratch.join("glue"))?;
    let [slim, lowered, shortened] = ["slim.wasm", "lowered.wasm", "program.wasm"].map(|name| scratch.join(name));
    glue.drop_unused_exports(tools, trunk_wasm_path, &slim)?;
    lower(tools, &slim, &lowered)?;
    let (glue_code, fallback_code) = thread::scope(|scope| {
        // Nobody records with a browser that needs it, and writing it takes as long as all the rest.
        let fallback = scope.spawn(|| if workspace.records() { Ok(String::new()) } else { glue.fallback(tools, &lowered) });
        let glue_code = glue.shorten(tools, &lowered, &shortened, workspace);
        (glue_code, fallback.join())
    });
    let fallback_code = fallback_code.map_err(|_| Failure::new("writing the JavaScript fallback broke off."))??;
    let glue_code = glue_code?;
    let wasm = wasm_files(workspace, tools, program, &shortened, &scratch)?;

    let mut hasher = DefaultHasher::new();
    (&wasm, &glue_code, &fallback_code).hash(&mut hasher);
    let finished = format!("{program}-{:016x}", hasher.finish());
    for old in [trunk_wasm_path, &staging.join(format!("{stem}.js"))] {
        fs::remove_file(old).map_err(Failure::at(old))?;
    }
    for (name, code) in &wasm {
        write(&staging.join(format!("{finished}.{name}.wasm")), code)?;
    }
    write(&staging.join(format!("{finished}.js")), glue_code.as_bytes())?;
    write(&staging.join(format!("{finished}.fallback.js")), fallback_code.as_bytes())?;
    Ok(Names { trunk: [trunk_wasm, format!("{stem}.js")], finished: [format!("{finished}.{SCREEN}.wasm"), format!("{finished}.js")] })
}

/// The wasm files of a program, named as the loader and `src/rest.js` ask for them: `pass`, `pass.rest`.
fn wasm_files(workspace: &Workspace, tools: &Tools, program: &str, wasm: &Path, scratch: &Path) -> Outcome<Vec<(String, Vec<u8>)>> {
    let screens = FIRST_SCREENS.iter().filter(|(of, _)| *of == program).map(|(_, screen)| *screen);
    let mut files = Vec::new();
    if workspace.records() {
        let instrumented = split::instrument(tools, wasm, &scratch.join("instrumented.wasm"))?;
        files.extend(screens.map(|screen| (screen.to_owned(), instrumented.clone())));
        return Ok(files);
    }
    for screen in screens {
        let halves = split::split(workspace, tools, wasm, (program, screen), scratch)?;
        files.push((screen.to_owned(), halves.first));
        files.push((format!("{screen}.rest"), halves.rest));
    }
    Ok(files)
}

fn lower(tools: &Tools, wasm: &Path, lowered: &Path) -> Outcome {
    shell::read(tools.command("wasm-opt").args(FEATURES_IN).args(PASSES).arg("-g").arg(wasm).arg("-o").arg(lowered)).map(drop)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn write(path: &Path, content: &[u8]) -> Outcome {
    fs::write(path, content).map_err(Failure::at(path))
}
