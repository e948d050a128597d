//! The program as its users meet it: every test runs the binary and looks at what it prints and how it ends.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod archives;
mod bad_input;
mod bad_layers;
mod bad_rules;
mod baseline;
mod check;
mod ci_files;
mod closed_pipe;
mod config;
#[cfg(all(feature = "docx", feature = "markup"))]
mod damaged_documents;
#[cfg(all(feature = "docx", feature = "markup"))]
mod documents;
mod encodings;
mod faults;
mod fingerprints;
mod fixtures;
mod formats;
mod help;
mod inspect;
mod json;
mod layers;
mod options;
mod pack;
mod paths;
mod pdf;
mod read;
mod recitals;
mod rule_list;
mod rule_page;
mod rule_skeleton;
mod rules;
mod rules_diff;
mod runner;
mod samples;
mod several_reports;
mod shell;
mod tutorial;
mod waivers;
mod why;
