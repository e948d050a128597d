//! The rule pack that is shipped inside the program.

use super::problem::RuleFile;

/// The name of the layer of the shipped files, and their folder in messages.
pub const BUILT_IN: &str = "built-in";

/// The path of a file in the folder `rules`, and its text.
macro_rules! shipped {
    ($path:literal) => {
        ($path, include_str!(concat!("../../rules/", $path)))
    };
}

/// Every file of the folder `rules`: its path in there and its text, by path.
const FILES: &[(&str, &str)] = &[
    shipped!("body-parts.yaml"),
    shipped!("checks/citation.yaml"),
    shipped!("checks/criterion.yaml"),
    shipped!("checks/decision.yaml"),
    shipped!("checks/item.yaml"),
    shipped!("checks/letter.yaml"),
    shipped!("checks/limit.yaml"),
    shipped!("checks/summary.yaml"),
    shipped!("checks/waiver.yaml"),
    shipped!("criteria/drugs.yaml"),
    shipped!("criteria/imaging.yaml"),
    shipped!("criteria/injections.yaml"),
    shipped!("criteria/nerve-studies.yaml"),
    shipped!("criteria/office-visits.yaml"),
    shipped!("criteria/therapy.yaml"),
    shipped!("facts/drugs.yaml"),
    shipped!("facts/examination.yaml"),
    shipped!("facts/treatment.yaml"),
    shipped!("facts/visits.yaml"),
    shipped!("guidelines/acoem.yaml"),
    shipped!("guidelines/mtus-acoem.yaml"),
    shipped!("guidelines/mtus.yaml"),
    shipped!("guidelines/odg.yaml"),
    shipped!("guidelines/other.yaml"),
    shipped!("guidelines/statutes.yaml"),
    shipped!("language/assertions.yaml"),
    shipped!("language/conclusions.yaml"),
    shipped!("language/credentials.yaml"),
    shipped!("language/facts.yaml"),
    shipped!("language/findings.yaml"),
    shipped!("language/limits.yaml"),
    shipped!("language/quantities.yaml"),
    shipped!("language/reasons.yaml"),
    shipped!("language/request.yaml"),
    shipped!("language/sentences.yaml"),
    shipped!("language/sources.yaml"),
    shipped!("language/summary.yaml"),
    shipped!("language/surgery.yaml"),
    shipped!("language/zones.yaml"),
    shipped!("laws/determination.yaml"),
    shipped!("laws/postsurgical.yaml"),
    shipped!("laws/treatment.yaml"),
    shipped!("limits/acupuncture.yaml"),
    shipped!("limits/chiropractic.yaml"),
    shipped!("limits/drugs.yaml"),
    shipped!("limits/injections.yaml"),
    shipped!("limits/physical-therapy-odg.yaml"),
    shipped!("limits/physical-therapy.yaml"),
    shipped!("limits/post-surgical.yaml"),
    shipped!("limits/psychology.yaml"),
    shipped!("limits/visit-caps.yaml"),
    shipped!("pack.yaml"),
    shipped!("recommendations/devices.yaml"),
    shipped!("recommendations/drugs.yaml"),
    shipped!("recommendations/imaging.yaml"),
    shipped!("recommendations/injections.yaml"),
    shipped!("recommendations/surgery.yaml"),
    shipped!("recommendations/therapy.yaml"),
    shipped!("treatments/devices.yaml"),
    shipped!("treatments/drugs.yaml"),
    shipped!("treatments/imaging.yaml"),
    shipped!("treatments/injections.yaml"),
    shipped!("treatments/surgery.yaml"),
    shipped!("treatments/therapy.yaml"),
];

/// The files of the shipped rule pack, as if they had been read from a folder `built-in`.
#[must_use]
pub fn embedded() -> Vec<RuleFile> {
    let file = |(path, text): &(&str, &str)| RuleFile {
        name: format!("{BUILT_IN}/{path}"),
        text: (*text).to_owned(),
    };
    FILES.iter().map(file).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::path::Path;

    use super::*;
    use crate::rules::load::load;

    fn yaml_files(folder: &Path, below: &str, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            let path = format!("{below}{name}");
            if entry.path().is_dir() {
                yaml_files(&entry.path(), &format!("{path}/"), found);
            } else if name.ends_with(".yaml") || name.ends_with(".yml") {
                found.push(path);
            }
        }
    }

    #[test]
    fn the_list_holds_every_file_of_the_folder_once() {
        let mut in_folder = Vec::new();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
        yaml_files(&folder, "", &mut in_folder);
        in_folder.sort();
        let listed: Vec<_> = FILES.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(
            listed, in_folder,
            "add or remove the file in the list FILES"
        );
    }

    #[test]
    fn the_shipped_pack_has_no_problem() {
        let loaded = load(embedded());
        let problems: Vec<_> = loaded
            .problems
            .iter()
            .map(|problem| format!("{problem} {:?}", problem.help))
            .collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
        assert!(!loaded.pack.rules.is_empty());
    }
}
