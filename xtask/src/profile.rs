use crate::{
    bundle,
    failure::{Failure, Outcome},
    finish::split::{FIRST_SCREENS, Recorded, function_names_of},
    shell::{self, announce},
    tools,
    workspace::Workspace,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

/// Records anew which functions the first screens run, in Chromium; `xtask/recorded` is what later bundles are cut by.
pub fn run(workspace: &Workspace) -> Outcome {
    tools::require_for_tests(workspace)?;
    bundle::require_recorder(workspace)?;
    announce("opening the first screens");
    let screens = ["run", "--quiet", "--package", "e2e", "--example", "record_functions"];
    let printed = shell::read(Command::new("cargo").args(screens).current_dir(&workspace.root))?;
    let ran = parse(&printed);
    for (program, screen) in FIRST_SCREENS {
        let names = function_names_of(&workspace.scratch().join(program).join("program.wasm"))?;
        let numbers = ran.get(screen).ok_or_else(|| Failure::new(format!("nobody opened the first screen `{screen}`.")))?;
        let recorded = Recorded::of(numbers.iter().filter_map(|number| names.get(*number)).map(String::as_str));
        println!("{screen}: {} of {} functions", recorded.len(), names.len());
        if recorded.len() == 0 {
            return Err(Failure::new(format!("the first screen `{screen}` recorded nothing.")));
        }
        recorded.write(workspace, screen)?;
    }
    Ok(())
}

/// Lines such as `booking 3 17 20`; a screen that was opened several times has run what it ran at any of them.
fn parse(printed: &str) -> BTreeMap<&str, BTreeSet<usize>> {
    let mut ran = BTreeMap::<_, BTreeSet<usize>>::new();
    for line in printed.lines() {
        let mut words = line.split(' ');
        if let Some(screen) = words.next() {
            ran.entry(screen).or_default().extend(words.filter_map(|number| number.parse::<usize>().ok()));
        }
    }
    ran
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_screen_ran_at_any_time_counts() {
        let ran = parse("booking 3 17\npass 4\nbooking 17 20\n");
        assert_eq!(ran.get("booking"), Some(&BTreeSet::from([3, 17, 20])));
        assert_eq!(ran.get("pass"), Some(&BTreeSet::from([4])));
    }
}
