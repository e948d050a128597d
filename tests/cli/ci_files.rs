//! The files by which others run the program: they are what pre-commit, GitHub and GitLab ask for, and the commands
//! in them exist.

use std::collections::HashMap;

use regex::Regex;
use serde_json::Value;

use crate::runner::Runner;
use crate::samples::{FINDINGS, text_of};

const PAGE: &str = "docs/ci.md";

#[track_caller]
fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

#[track_caller]
fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    let found = value[key].as_str();
    found.unwrap_or_else(|| panic!("`{key}` is no text in {value}"))
}

/// The examples of the page.
fn examples() -> Vec<Value> {
    let page = text_of(PAGE);
    let mut parts = page.split("```yaml\n");
    parts.next();
    let blocks = parts.map(|part| part.split_once("```").expect("an example ends").0);
    blocks.map(yaml).collect()
}

/// The commands in a text: each from `imr-lint` on, as words.
fn commands(text: &str) -> Vec<Vec<String>> {
    let command =
        Regex::new(r"(?m)^[ -]*(?:run: |entry: )?(imr-lint (?:check|rules) [^\n]*)$").unwrap();
    let found = command.captures_iter(text);
    let words = found.map(|found| found[1].split_whitespace().map(str::to_owned).collect());
    words.collect()
}

/// Holds a command against `--help`: its subcommands and its options.
#[track_caller]
fn assert_exists(command: &[String], helps: &mut HashMap<Vec<String>, String>) {
    let depth = if command[1] == "rules" { 3 } else { 2 };
    let sub = command[1..depth].to_vec();
    let help = helps.entry(sub.clone()).or_insert_with(|| {
        let ended = Runner::new(&sub).with(["--help"]).run();
        ended.with_status(0).stdout
    });
    for option in command
        .iter()
        .filter(|word| word.len() > 2 && word.starts_with("--"))
    {
        assert!(
            help.contains(&format!("{option} ")),
            "{option} of {command:?} is not in\n{help}"
        );
    }
}

#[test]
fn every_command_exists() {
    let mut helps = HashMap::new();
    for path in [".pre-commit-hooks.yaml", "action.yml", PAGE] {
        let found = commands(&text_of(path));
        assert!(found.len() >= 2, "{path} runs nothing");
        for command in found {
            assert_exists(&command, &mut helps);
        }
    }
}

#[test]
fn the_hooks_are_what_pre_commit_asks_for() {
    let hooks = yaml(&text_of(".pre-commit-hooks.yaml"));
    let hooks = hooks.as_array().unwrap();
    let ids: Vec<&str> = hooks.iter().map(|hook| text(hook, "id")).collect();
    assert_eq!(ids, ["imr-lint", "imr-lint-rules"]);
    for hook in hooks {
        assert!(text(hook, "entry").starts_with("imr-lint "));
        assert_eq!(text(hook, "language"), "rust");
        assert!(!text(hook, "name").is_empty());
        Regex::new(text(hook, "files")).unwrap();
    }
    assert_eq!(hooks[0]["require_serial"], true);
    assert_eq!(hooks[1]["pass_filenames"], false);
    assert_eq!(hooks[1]["args"].as_array().unwrap().len(), 2);
}

#[test]
fn the_action_is_composite_and_has_its_inputs() {
    let action = yaml(&text_of("action.yml"));
    assert_eq!(action["runs"]["using"], "composite");
    let inputs = action["inputs"].as_object().unwrap();
    let page = text_of(PAGE);
    for name in ["paths", "rules", "fail-on", "version"] {
        assert!(inputs[name]["description"].is_string() && inputs[name]["default"].is_string());
        assert!(
            page.contains(&format!("| `{name}` |")),
            "{name} is not explained"
        );
    }
    assert_eq!(inputs.len(), 4);
    for step in action["runs"]["steps"].as_array().unwrap() {
        assert_eq!(step["shell"], "bash");
        // What is put into a script could be more than a word of it; variables are not.
        assert!(!text(step, "run").contains("${{"), "{step}");
    }
}

#[test]
fn the_examples_of_the_page_are_what_they_are_for() {
    let examples = examples();
    let [remote, local, action, built, gitlab] = examples.as_slice() else {
        panic!("{} examples", examples.len());
    };
    let declared = yaml(&text_of(".pre-commit-hooks.yaml"));
    for (config, keys) in [
        (remote, ["repo", "rev", "hooks"]),
        (local, ["repo", "repo", "hooks"]),
    ] {
        let repository = &config["repos"][0];
        assert!(keys.iter().all(|key| !repository[key].is_null()));
        for (hook, declared) in repository["hooks"]
            .as_array()
            .unwrap()
            .iter()
            .zip(declared.as_array().unwrap())
        {
            assert_eq!(hook["id"], declared["id"]);
        }
    }
    for workflow in [action, built] {
        let job = &workflow["jobs"]["imr-lint"];
        assert!(job["runs-on"].is_string() && workflow["permissions"].is_object());
        assert!(job["steps"].as_array().unwrap().len() > 1);
    }
    let inputs = yaml(&text_of("action.yml"))["inputs"].clone();
    for (name, _) in action["jobs"]["imr-lint"]["steps"][1]["with"]
        .as_object()
        .unwrap()
    {
        assert!(!inputs[name].is_null(), "{name} is no input");
    }
    assert!(gitlab["letters"]["script"].as_array().unwrap().len() > 1);
}

#[test]
fn every_line_of_the_one_line_report_is_an_annotation() {
    let matchers: Value = serde_json::from_str(&text_of(".github/problem-matcher.json")).unwrap();
    let matchers = matchers["problemMatcher"].as_array().unwrap();
    let patterns: Vec<Regex> = matchers
        .iter()
        .map(|matcher| Regex::new(text(&matcher["pattern"][0], "regexp")).unwrap())
        .collect();
    let report = Runner::new([
        "check",
        "--format",
        "concise",
        FINDINGS,
        "fixtures/letters/broken",
    ])
    .run()
    .stdout;
    let lines: Vec<&str> = report
        .lines()
        .filter(|line| line.starts_with("fixtures/"))
        .collect();
    assert!(lines.len() > 20);
    for line in lines {
        let matched: Vec<_> = patterns
            .iter()
            .filter_map(|pattern| pattern.captures(line))
            .collect();
        assert_eq!(matched.len(), 1, "{line}");
        let file = &matched[0][1];
        assert!(
            file.ends_with(".txt") || !file.contains(':'),
            "{file} of {line}"
        );
    }
}

/// The step that checks, run as GitHub runs it.
#[cfg(unix)]
#[test]
fn the_action_checks_letters_and_tests_rules() {
    use std::process::Command;

    use crate::runner::project;

    let action = yaml(&text_of("action.yml"));
    let script = text(&action["runs"]["steps"][1], "run");
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_imr-lint"));
    let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
    let run = |paths: &str, rules: &str, fail_on: &str| {
        let ended = Command::new("bash")
            .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
            .current_dir(project())
            .env_clear()
            .envs([
                ("PATH", path.as_str()),
                ("PATHS", paths),
                ("RULES", rules),
                ("FAIL_ON", fail_on),
            ])
            .env("ACTION_FOLDER", project())
            .output()
            .unwrap();
        (
            ended.status.code(),
            String::from_utf8(ended.stdout).unwrap(),
        )
    };
    let letter = "fixtures/letters/findings/citation__superseded.txt";
    let (status, stdout) = run(letter, "", "");
    assert_eq!(status, Some(1), "{stdout}");
    assert!(
        stdout.starts_with("::add-matcher::") && stdout.contains("[citation/superseded]"),
        "{stdout}"
    );
    let (status, stdout) = run(
        &format!("{letter}\nfixtures/letters/consistent\n"),
        "",
        "never",
    );
    assert_eq!(status, Some(0), "{stdout}");
    let (status, stdout) = run("", "fixtures/tutorial/site", "error");
    assert_eq!(status, Some(0), "{stdout}");
    assert!(!stdout.contains("::add-matcher::"), "{stdout}");
    assert_eq!(run("", "", "error").0, Some(2));
}
