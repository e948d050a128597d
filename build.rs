//! Reads the YAML of the built-in rules when the program is built, so that no start of it has to.
//!
//! The trees of the files are packed by the very modules that the program uses. What the entries mean is not looked at:
//! the program decodes them, mistakes and all, as it decodes those of any other file.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

use self::rules::problem::RuleFile;
use self::rules::yaml;

#[allow(dead_code, unreachable_pub)]
#[path = "src/span.rs"]
mod span;

#[allow(dead_code, missing_docs, unreachable_pub)]
#[path = "src/rules"]
mod rules {
    pub mod problem;
    pub mod yaml;
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("rules");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=build.rs");
    for path in [
        "rules",
        "src/span.rs",
        "src/rules/problem.rs",
        "src/rules/yaml.rs",
        "src/rules/yaml",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut paths = Vec::new();
    collect(&folder, "", &mut paths)?;
    paths.sort();
    let mut table = "[\n".to_owned();
    for (number, path) in paths.iter().enumerate() {
        let at = folder.join(path);
        let tree = out.join(format!("{number}.tree"));
        fs::write(&tree, packed(fs::read_to_string(&at)?))?;
        writeln!(
            table,
            "    BuiltIn {{ path: {path:?}, text: include_str!({at:?}), tree: include_bytes!({tree:?}) }},"
        )?;
    }
    table.push_str("]\n");
    fs::write(out.join("built_in.rs"), table)?;
    Ok(())
}

/// The paths of the rules files in `folder`, each behind `below`.
fn collect(folder: &Path, below: &str, paths: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry
            .file_name()
            .into_string()
            .map_err(|_| "a name that is no UTF-8 in rules/")?;
        let path = format!("{below}{name}");
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), paths)?;
        } else if name.ends_with(".yaml") || name.ends_with(".yml") {
            paths.push(path);
        }
    }
    Ok(())
}

/// The packed tree of a file. Nothing for one that is no YAML: the program reads that itself and tells what is wrong.
fn packed(text: String) -> Vec<u8> {
    let file = Arc::new(RuleFile {
        name: String::new(),
        text: text.into(),
    });
    let root = yaml::parse(&file);
    root.map_or_else(|_| Vec::new(), |root| yaml::packed::pack(&root, &file.text))
}
