use super::{SCRIPT_FLOOR, esbuild, program::FEATURES_IN};
use crate::{
    failure::{Failure, Outcome},
    shell,
    tools::Tools,
    workspace::Workspace,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What wasm-bindgen exports to run the program.
const START: &str = "__wbindgen_start";

/// What the lowered wasm may use: told that it may use more, wasm-opt writes a section that old webviews refuse.
const LOWERED: [&str; 1] = ["--mvp-features"];

/// Starts a program that records which of its functions run: in one piece, and its exports are at hand. `a` is what
/// binaryen calls every module when it shortens names.
const RECORD: &str = "{
    const { exports } = await WebAssembly.instantiate(module_or_path, { a: imports })
    visitorBoot.recorder = exports
    ready(exports)
}";

/// The JavaScript side of the program, as wasm-bindgen writes it for bundlers: one function an import, so that those
/// which the wasm does not use can be left out.
pub struct Glue {
    directory: PathBuf,
    file: PathBuf,
}

impl Glue {
    /// Writes the glue of the program that cargo built; `wasm`, Trunk's, must be the one that it belongs to.
    pub fn write(tools: &Tools, built: &Path, wasm: &Path, package: &str, directory: &Path) -> Outcome<Self> {
        let options = ["--target", "bundler", "--no-typescript", "--no-demangle", "--out-name", package, "--out-dir"];
        shell::read(tools.command("wasm-bindgen").args(options).arg(directory).arg(built))?;
        // For both targets wasm-bindgen writes the same wasm, so it need not be lowered twice. Trust, but check.
        let twin = directory.join(format!("{package}_bg.wasm"));
        if fs::read(&twin).map_err(Failure::at(&twin))? != fs::read(wasm).map_err(Failure::at(wasm))? {
            return Err(Failure::new("the wasm in target/ is not the one that Trunk bundled: build once more."));
        }
        let file = directory.join(format!("{package}_bg.js"));
        let code = fs::read_to_string(&file).map_err(Failure::at(&file))?;
        // Leptos links classes for server functions that nobody here calls. esbuild leaves them out once it knows that
        // their definition does nothing else.
        let code = code.replace("new FinalizationRegistry", "/* @__PURE__ */ new FinalizationRegistry");
        let code = look_at_present_memory(&code)?;
        fs::write(&file, code).map_err(Failure::at(&file))?;
        Ok(Self { directory: directory.to_owned(), file })
    }

    /// Takes out of the wasm what it exports and no function that it imports asks for.
    pub fn drop_unused_exports(&self, tools: &Tools, wasm: &Path, slim: &Path) -> Outcome {
        let names = Names::shorten(tools, &FEATURES_IN, wasm, slim)?;
        let imports: Vec<&str> = names.imports.iter().map(|import| import.name.as_str()).collect();
        let entry = format!("export {{ {} }} from '{}'", imports.join(", "), self.file.display());
        let code = bundle(tools, &entry, &["--format=esm"])?;
        let asked_for: Vec<&str> = code.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect();
        let kept = names.exports.iter().map(|export| export.name.as_str()).filter(|name| *name == START || asked_for.contains(name));
        let kept: Vec<String> = kept.map(|name| format!(r#"{{"name": "{name}", "export": "{name}", "root": true}}"#)).collect();
        let graph = self.scratch("exports.json", &format!("[{}]", kept.join(",")))?;
        let command = &mut tools.command("wasm-metadce");
        shell::read(command.args(FEATURES_IN).args(["-g", "--graph-file"]).arg(&graph).arg(wasm).arg("-o").arg(slim)).map(drop)
    }

    /// The module that the loader imports, and the wasm to go with it: both call each other by short names.
    pub fn shorten(&self, tools: &Tools, lowered: &Path, shortened: &Path, workspace: &Workspace) -> Outcome<String> {
        let names = Names::shorten(tools, &LOWERED, lowered, shortened)?;
        let imports: Vec<String> = names.imports.iter().map(|import| format!("{}: glue.{}", import.short, import.name)).collect();
        // Called as the loader calls the glue that Trunk writes for debug builds.
        let entry = format!(
            "import * as glue from '{glue}'
             import {{ start }} from '{rest}'
             const imports = {{ {imports} }}
             const ready = exports => {{
               glue.__wbg_set_wasm(exports)
               exports.{START}()
             }}
             export default async ({{ module_or_path, rest }}) => {start}",
            glue = self.file.display(),
            rest = workspace.root.join("src/rest.js").display(),
            imports = imports.join(", "),
            start = if workspace.records() { RECORD } else { "start(module_or_path, rest, imports, ready)" },
        );
        let shorts: Vec<String> = names.exports.iter().map(|export| format!(r#""{}": "{}""#, export.name, export.short)).collect();
        let shorts = self.scratch("short.json", &format!("{{{}}}", shorts.join(",")))?;
        let exports: Vec<&str> = names.exports.iter().map(|export| export.name.as_str()).collect();
        let (which, how) = (format!("--mangle-props=^({})$", exports.join("|")), format!("--mangle-cache={}", shorts.display()));
        bundle(tools, &entry, &["--format=esm", &which, &how])
    }

    /// The same program as JavaScript, in one classic script.
    pub fn fallback(&self, tools: &Tools, lowered: &Path) -> Outcome<String> {
        // Beside the glue, which it imports.
        let program = self.directory.join("program.js");
        shell::read(tools.command("wasm2js").arg("-Oz").arg(lowered).arg("-o").arg(&program))?;
        let entry = format!(
            "import * as glue from '{glue}'
             import * as wasm from '{program}'
             glue.__wbg_set_wasm(wasm)
             visitorBoot.start(() => wasm.{START}())",
            glue = self.file.display(),
            program = program.display(),
        );
        bundle(tools, &entry, &["--format=iife"])
    }

    fn scratch(&self, name: &str, content: &str) -> Outcome<PathBuf> {
        let file = self.directory.join(name);
        fs::write(&file, content).map_err(Failure::at(&file))?;
        Ok(file)
    }
}

/// Has the glue look at the memory there is. It takes an empty buffer for the sign that memory has grown, which the
/// buffer of a wasm becomes; the fallback's old buffer stays as it was, and would be read and written for ever.
fn look_at_present_memory(code: &str) -> Outcome<String> {
    const SIGNS: [&str; 2] = [".byteLength === 0", ".buffer.detached === true"];
    if SIGNS.iter().any(|sign| !code.contains(sign)) {
        return Err(Failure::new("wasm-bindgen no longer asks whether memory has grown as it used to."));
    }
    Ok(SIGNS.iter().fold(code.to_owned(), |code, sign| code.replace(sign, ".buffer !== wasm.memory.buffer")))
}

fn bundle(tools: &Tools, entry: &str, options: &[&str]) -> Outcome<String> {
    // No browser of ours has `Symbol.dispose`, and giving it to a class would keep the class.
    esbuild(tools, &[&["--bundle", "--define:Symbol.dispose=undefined", SCRIPT_FLOOR], options].concat(), entry)
}

/// What glue and wasm call each other's functions: binaryen lists it when it shortens the names in a wasm.
#[derive(Debug, Default, PartialEq, Eq)]
struct Names {
    imports: Vec<Renamed>,
    exports: Vec<Renamed>,
}

#[derive(Debug, PartialEq, Eq)]
struct Renamed {
    name: String,
    short: String,
}

impl Names {
    fn shorten(tools: &Tools, features: &[&str], wasm: &Path, shortened: &Path) -> Outcome<Self> {
        let command = &mut tools.command("wasm-opt");
        let command = command.args(features).args(["--minify-imports-and-exports-and-modules", "-g"]).arg(wasm).arg("-o").arg(shortened);
        let names = Self::read(&shell::read(command)?);
        if names.exports.is_empty() { Err(Failure::new("wasm-opt no longer lists the names that it shortens.")) } else { Ok(names) }
    }

    /// Reads lines such as `["./module.js", "import", "a"],` and `["export", "b"],`.
    fn read(list: &str) -> Self {
        let mut names = Self::default();
        for line in list.lines() {
            let quoted: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
            let renamed = |name: &str, short: &str| Renamed { name: name.to_owned(), short: short.to_owned() };
            match quoted.as_slice() {
                [_, name, short] => names.imports.push(renamed(name, short)),
                [name, short] => names.exports.push(renamed(name, short)),
                _ => {}
            }
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_that_has_grown_is_looked_at_anew() {
        let mended = look_at_present_memory("bytes.byteLength === 0; view.buffer.detached === true").map_err(|failure| failure.to_string());
        assert_eq!(mended.as_deref(), Ok("bytes.buffer !== wasm.memory.buffer; view.buffer !== wasm.memory.buffer"));
        assert!(look_at_present_memory("bytes.byteLength === 0").is_err());
    }

    #[test]
    fn names_are_read_as_binaryen_lists_them() {
        let list = "{\n \"imports\": [\n  [\"./app_bg.js\", \"__wbg_get_1\", \"$\"]\n ],\n\"exports\": [\n  [\"memory\", \"a\"],\n  [\"__wbindgen_start\", \"b\"]\n ]\n}\n";
        let renamed = |name: &str, short: &str| Renamed { name: name.into(), short: short.into() };
        let expected =
            Names { imports: vec![renamed("__wbg_get_1", "$")], exports: vec![renamed("memory", "a"), renamed("__wbindgen_start", "b")] };
        assert_eq!(Names::read(list), expected);
    }
}
