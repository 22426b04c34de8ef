use crate::{
    failure::{Failure, Outcome},
    shell::{self, announce},
    workspace::Workspace,
};
use std::{fs, path::PathBuf, process::Command};

/// Packages that live together in one directory of target/tools.
pub struct Set {
    pub directory: &'static str,
    /// Names and exact versions.
    pub packages: &'static [(&'static str, &'static str)],
}

impl Set {
    pub fn home(&self, workspace: &Workspace) -> PathBuf {
        workspace.tools().join(self.directory)
    }

    /// Where the packages' programs are.
    pub fn programs(&self, workspace: &Workspace) -> PathBuf {
        self.home(workspace).join("node_modules/.bin")
    }

    fn manifest(&self) -> String {
        let dependencies: Vec<_> = self.packages.iter().map(|(name, version)| format!("    \"{name}\": \"{version}\"")).collect();
        format!("{{\n  \"private\": true,\n  \"dependencies\": {{\n{}\n  }}\n}}\n", dependencies.join(",\n"))
    }
}

pub fn require(workspace: &Workspace, set: &Set) -> Outcome {
    let home = set.home(workspace);
    let (manifest, installed) = (home.join("package.json"), home.join("installed.json"));
    // Written last: an install that was cut short is done again.
    if fs::read_to_string(&installed).is_ok_and(|known| known == set.manifest()) {
        return Ok(());
    }
    let names: Vec<_> = set.packages.iter().map(|(name, version)| format!("{name} {version}")).collect();
    announce(&format!("fetching {}", names.join(", ")));
    fs::create_dir_all(&home).map_err(Failure::at(&home))?;
    fs::write(&manifest, set.manifest()).map_err(Failure::at(&manifest))?;
    shell::run(
        Command::new("npm")
            .args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"])
            .current_dir(&home),
    )?;
    fs::write(&installed, set.manifest()).map_err(Failure::at(&installed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_pins_every_package() {
        let set = Set { directory: "x", packages: &[("a", "1.0.0"), ("@b/c", "2.0.0")] };
        assert!(set.manifest().contains("\"a\": \"1.0.0\",\n    \"@b/c\": \"2.0.0\"\n"), "{}", set.manifest());
    }
}
