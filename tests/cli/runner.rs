//! Runs the program in a clean environment and tells what came of it, without what differs from one machine,
//! release or rule pack to the next.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use regex::Regex;
use serde_json::Value;

/// The folder of the project, where the program runs unless [`Runner::in_folder`] says otherwise.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One run of the program.
#[derive(Debug)]
pub(crate) struct Runner {
    arguments: Vec<OsString>,
    folder: PathBuf,
    environment: Vec<(&'static str, &'static str)>,
    stdin: Vec<u8>,
}

impl Runner {
    /// With these arguments, in the folder of the project, with nothing on standard input.
    pub(crate) fn new<A: Into<OsString>>(arguments: impl IntoIterator<Item = A>) -> Self {
        Self {
            arguments: arguments.into_iter().map(Into::into).collect(),
            folder: project().to_owned(),
            environment: Vec::new(),
            stdin: Vec::new(),
        }
    }

    /// In another folder, which no output names.
    pub(crate) fn in_folder(mut self, folder: &Path) -> Self {
        folder.clone_into(&mut self.folder);
        self
    }

    /// With more arguments.
    pub(crate) fn with<A: Into<OsString>>(
        mut self,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        self.arguments.extend(arguments.into_iter().map(Into::into));
        self
    }

    /// With a variable in its environment, which holds none of this process but those that programs need to run.
    pub(crate) fn with_variable(mut self, name: &'static str, value: &'static str) -> Self {
        self.environment.push((name, value));
        self
    }

    /// With something on standard input.
    pub(crate) fn with_input(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.stdin = input.into();
        self
    }

    /// The command, not yet started, all three streams piped.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_imr-lint"));
        command
            .args(&self.arguments)
            .current_dir(&self.folder)
            .env_clear()
            .env("COLUMNS", "100")
            .envs(self.environment.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        // Programs of Windows need the first, coverage the second.
        for name in ["SystemRoot", "LLVM_PROFILE_FILE"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        command
    }

    /// Runs it to its end.
    pub(crate) fn run(&self) -> Ended {
        let mut child = self.command().spawn().expect("the program starts");
        let mut stdin = child.stdin.take().expect("standard input is piped");
        // A program that ends before it has read everything closes the pipe; that is its affair.
        let _ = stdin.write_all(&self.stdin);
        drop(stdin);
        let output = child.wait_with_output().expect("the program ends");
        let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
        Ended {
            line: self.line(),
            folder: self.folder.clone(),
            status: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// What a user would have typed.
    fn line(&self) -> String {
        let mut line = "imr-lint".to_owned();
        for argument in &self.arguments {
            let argument = argument.to_string_lossy();
            let is_plain = !argument.is_empty() && !argument.contains([' ', '*', '"']);
            line += &if is_plain {
                format!(" {argument}")
            } else {
                format!(" '{argument}'")
            };
        }
        line
    }
}

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Ended {
    line: String,
    folder: PathBuf,
    /// The exit status; `None`: a signal ended it.
    pub(crate) status: Option<i32>,
    /// Standard output, as printed.
    pub(crate) stdout: String,
    /// Standard error, as printed.
    pub(crate) stderr: String,
}

impl Ended {
    /// Insists on an exit status.
    #[track_caller]
    pub(crate) fn with_status(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "{}", self.transcript());
        self
    }

    /// Standard output as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error} in the output of\n{}", self.transcript()))
    }

    /// The rules of the findings in a concise report, in its order.
    pub(crate) fn rules(&self) -> Vec<String> {
        let finding = Regex::new(r"(?m)^.*?: (?:error|warning|note)\[([a-z/-]+)\]").unwrap();
        finding
            .captures_iter(&self.stdout)
            .map(|found| found[1].to_owned())
            .collect()
    }

    /// The whole run as a reader of a terminal sees it, scrubbed.
    pub(crate) fn transcript(&self) -> String {
        let status = self
            .status
            .map_or("ended by a signal".to_owned(), |status| {
                format!("exit status {status}")
            });
        let mut transcript = format!("$ {}\n{status}\n", self.line);
        for (name, text) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !text.is_empty() {
                transcript += &format!("\n--- {name} ---\n{text}");
            }
        }
        self.scrubbed(&transcript)
    }

    /// A text without the folder of the run, versions and digests.
    pub(crate) fn scrubbed(&self, text: &str) -> String {
        let folder = self.folder.display().to_string();
        let mut scrubbed = text.replace(&folder, "[FOLDER]");
        for (varying, name) in [
            (r"sha256:[0-9a-f]{64}", "sha256:[DIGEST]"),
            (r"imr-lint \d+\.\d+\.\d+\S*", "imr-lint [VERSION]"),
            (r"ca-dwc-imr \d+\.\d+\.\d+", "ca-dwc-imr [PACK VERSION]"),
            (r#""added": ?\d+"#, r#""added": "[N]""#),
            (r#""version": ?"[^"]*""#, r#""version": "[PACK VERSION]""#),
        ] {
            scrubbed = Regex::new(varying)
                .unwrap()
                .replace_all(&scrubbed, name)
                .into_owned();
        }
        scrubbed
    }
}
