//! The program from outside: what it prints, what it says, how it ends.
//!
//! The cases are data, in `command_line/cases.txt`, whose first lines explain them; one loop here runs them all. What
//! takes two processes at once, or a glance at the clock, is below.
#![cfg(feature = "cli")]

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use whosaid::Record;

/// A folder, a command to run in it, and what is expected of it.
#[derive(Default)]
struct Case {
    name: String,
    needs_bundled: bool,
    files: BTreeMap<String, Vec<u8>>,
    stdin: Vec<u8>,
    arguments: Vec<String>,
    exit: i32,
    records: Option<usize>,
    out: Vec<String>,
    err: Vec<String>,
    becomes: BTreeMap<String, Vec<String>>,
}

/// Where the content lines that follow belong.
enum Content {
    Nowhere,
    Stdin,
    File(String),
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut content = Content::Nowhere;
    for line in include_str!("command_line/cases.txt").lines() {
        if line.is_empty() || line == "#" || line.starts_with("# ") {
            continue;
        }
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        if word == "##" {
            cases.push(Case { name: rest.to_owned(), ..Case::default() });
            continue;
        }
        let case = cases.last_mut().expect("a name before anything else");
        match word {
            "bundled" => case.needs_bundled = true,
            "@" => {
                case.files.insert(rest.to_owned(), Vec::new());
                content = Content::File(rest.to_owned());
            }
            "<" => content = Content::Stdin,
            "|" => {
                let place = match &content {
                    Content::File(name) => case.files.get_mut(name).expect("a file"),
                    Content::Stdin => &mut case.stdin,
                    Content::Nowhere => panic!("{}: whose content is this? {line}", case.name),
                };
                place.extend(unescape(rest));
                place.push(b'\n');
            }
            // The line break of the last content line is not part of it.
            "|." => match &content {
                Content::File(name) => drop(case.files.get_mut(name).and_then(Vec::pop)),
                _ => drop(case.stdin.pop()),
            },
            "$" => case.arguments = arguments(rest),
            "exit" => case.exit = rest.parse().expect("a number"),
            "records" => case.records = Some(rest.parse().expect("a number")),
            "out" => case.out.push(rest.to_owned()),
            "err" => case.err.push(rest.to_owned()),
            "becomes" => {
                let (path, text) = rest.split_once(' ').expect("a path and what is in it");
                case.becomes.entry(path.to_owned()).or_default().push(text.to_owned());
            }
            _ => panic!("{}: unknown line {line}", case.name),
        }
    }
    cases
}

/// The bytes of a content line: `→` is a tab, `\xE9` the byte, and `\r` what it is in Rust.
fn unescape(line: &str) -> Vec<u8> {
    let line = line.replace('→', "\t").replace("\\r", "\r");
    let mut parts = line.split("\\x");
    let mut bytes = parts.next().map(Vec::from).unwrap_or_default();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).expect("two hexadecimal digits"));
        bytes.extend(part[2..].bytes());
    }
    bytes
}

/// Words, and what stands between apostrophes.
fn arguments(line: &str) -> Vec<String> {
    let parts = line.split('\'').enumerate();
    parts
        .flat_map(|(i, part)| match i % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

fn start(arguments: &[impl AsRef<std::ffi::OsStr>], folder: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_whosaid"))
        .args(arguments)
        .current_dir(folder)
        .env("RUST_BACKTRACE", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts")
}

/// Runs to the end, fed from another thread so that neither side can block the other.
fn run(arguments: &[impl AsRef<std::ffi::OsStr>], folder: &Path, stdin: &[u8]) -> (i32, String, String) {
    let mut child = start(arguments, folder);
    let mut pipe = child.stdin.take().expect("a pipe");
    let output = thread::scope(|scope| {
        // A program that refuses to work does not read its input.
        scope.spawn(move || drop(pipe.write_all(stdin)));
        child.wait_with_output().expect("the program ends")
    });
    let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    (output.status.code().expect("an exit status"), out, err)
}

/// The records of an output, which must consist of them and of nothing else.
fn records(out: &str) -> Result<Vec<Record<'static>>, String> {
    let (records, again): (Vec<Record<'static>>, String) = if out.starts_with('[') {
        let records = serde_json::from_str(out).map_err(|error| error.to_string())?;
        let again = serde_json::to_string_pretty(&records).map_err(|error| error.to_string())? + "\n";
        (records, again)
    } else {
        let lines = out.lines().map(serde_json::from_str);
        let records: Vec<Record<'static>> =
            lines.collect::<Result<_, _>>().map_err(|error| format!("{error}: {out}"))?;
        let lines = records.iter().map(|record| serde_json::to_string(record).map(|line| line + "\n"));
        let again = lines.collect::<Result<_, _>>().map_err(|error| error.to_string())?;
        (records, again)
    };
    if again == out { Ok(records) } else { Err(format!("records and more: {out}")) }
}

/// What is wrong with the text, which must have all of these in their order, and nothing at all if there are none.
fn lacking(text: &str, expected: &[String]) -> Option<String> {
    if expected.is_empty() {
        return (!text.is_empty()).then(|| format!("is not empty but {text:?}"));
    }
    let mut rest = text;
    for expected in expected {
        match rest.split_once(expected.as_str()) {
            Some((_, behind)) => rest = behind,
            None => return Some(format!("lacks {expected:?}: {text}")),
        }
    }
    None
}

impl Case {
    /// What is otherwise than expected.
    fn failures(&self) -> Vec<String> {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, bytes) in &self.files {
            let path = folder.path().join(name);
            fs::create_dir_all(if name.ends_with('/') { &path } else { path.parent().expect("a folder") }).expect(name);
            if !name.ends_with('/') {
                fs::write(&path, bytes).expect(name);
            }
        }
        let (exit, out, err) = run(&self.arguments, folder.path(), &self.stdin);

        let mut failures = Vec::new();
        if exit != self.exit {
            failures.push(format!("exit status {exit}, not {}: {err}", self.exit));
        }
        if let Some(number) = self.records {
            match records(&out) {
                Ok(records) if records.len() == number => {}
                Ok(records) => failures.push(format!("{} records, not {number}", records.len())),
                Err(error) => failures.push(format!("standard output: {error}")),
            }
        }
        if self.records.is_none() || !self.out.is_empty() {
            failures.extend(lacking(&out, &self.out).map(|failure| format!("standard output {failure}")));
        }
        failures.extend(lacking(&err, &self.err).map(|failure| format!("standard error {failure}")));
        if err.contains("panicked") {
            failures.push(err);
        }
        failures.extend(self.file_failures(folder.path()));
        failures.into_iter().map(|failure| format!("{}: {failure}", self.name)).collect()
    }

    /// Files are as they were, but for those that are to be written; and no others are left behind.
    fn file_failures(&self, folder: &Path) -> Vec<String> {
        let mut failures = Vec::new();
        for (name, bytes) in self.files.iter().filter(|(name, _)| !name.ends_with('/')) {
            if !self.becomes.contains_key(name) && fs::read(folder.join(name)).ok().as_ref() != Some(bytes) {
                failures.push(format!("{name} is not what it was"));
            }
        }
        for (name, expected) in &self.becomes {
            let text = fs::read_to_string(folder.join(name)).unwrap_or_default();
            failures.extend(lacking(&text, expected).map(|failure| format!("{name} {failure}")));
            if name.ends_with(".jsonl") {
                failures.extend(records(&text).err().map(|error| format!("{name}: {error}")));
            }
        }
        let known = |name: &str| {
            let is_of = |path: &String| path.split('/').next() == Some(name);
            self.files.keys().chain(self.becomes.keys()).any(is_of)
        };
        for entry in fs::read_dir(folder).expect("a folder") {
            let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
            if !known(&name) {
                failures.push(format!("{name} was left behind"));
            }
        }
        failures
    }
}

#[test]
fn cases_come_out_as_expected() {
    let mut names = HashSet::new();
    let mut failures = Vec::new();
    for case in cases() {
        assert!(names.insert(case.name.clone()), "two cases are called {:?}", case.name);
        if cfg!(feature = "bundled") || !case.needs_bundled {
            failures.extend(case.failures());
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn a_compiled_gazetteer_serves_for_its_tables() {
    let folder = tempfile::tempdir().unwrap();
    let people = "id\tname\tkind\tin\nperson/orla-brenk\tOrla Brenk\tperson\tplace/tarn\n";
    fs::write(folder.path().join("people.tsv"), people).unwrap();
    fs::write(folder.path().join("places.tsv"), "id\tname\tkind\taliases\nplace/tarn\tTarn\tplace\tOld Tarn\n")
        .unwrap();
    let run = |line: &str, stdin: &str| {
        let words: Vec<_> = line.split(' ').collect();
        run(&words, folder.path(), stdin.as_bytes())
    };
    let compile = "gazetteer compile people.tsv places.tsv -o all.gazetteer";
    let tables = "--gazetteer people.tsv --gazetteer places.tsv";
    let text = "“We won,” Orla Brenk said in Old Tarn, Germany.";
    for bundled in ["", " --no-bundled"] {
        let (exit, out, err) = run(&format!("{compile}{bundled}"), "");
        assert_eq!((exit, err.as_str()), (0, ""));
        assert!(out.starts_with("ok: ") && out.ends_with(" bytes\n"), "{out}");
        for known in ["", " --no-bundled"] {
            let (exit, expected, _) = run(&format!("extract {tables}{known}"), text);
            assert_eq!(exit, 0);
            let (exit, out, err) = run(&format!("extract --gazetteer all.gazetteer{known}"), text);
            assert_eq!((exit, err.as_str()), (0, ""));
            // It knows the bundled entities too if it was compiled with them.
            assert_eq!(
                out == expected,
                known.is_empty() || !bundled.is_empty() || cfg!(not(feature = "bundled")),
                "{out}"
            );
        }
    }
}

/// So many lines of JSON, of very different lengths, so that they are not done in their order by chance.
fn lines(number: usize) -> String {
    let line = |i: usize| {
        let text = "“We won,” said Orla Brenk. ".repeat(1 + i * 7 % 31);
        format!("{}\n", serde_json::json!({"text": text, "id": i}))
    };
    (0..number).map(line).collect()
}

#[test]
fn records_keep_the_order_of_the_texts_whatever_the_number_of_jobs() {
    let folder = tempfile::tempdir().unwrap();
    let stdin = lines(300);
    let run =
        |jobs| run(&["extract", "--no-bundled", "--input", "jsonl", "--jobs", jobs], folder.path(), stdin.as_bytes());
    let (exit, out, err) = run("1");
    assert_eq!((exit, err.as_str()), (0, ""));
    let ids = records(&out).unwrap().into_iter().map(|record| record.id);
    assert!(ids.eq((0..300).map(|i| i.to_string())));
    for jobs in ["2", "7", "64"] {
        assert!(run(jobs) == (0, out.clone(), String::new()), "{jobs} jobs");
    }
}

#[test]
fn a_reader_that_has_seen_enough_ends_the_program_quietly() {
    let folder = tempfile::tempdir().unwrap();
    let stdin = lines(3000);
    for format in ["jsonl", "json"] {
        let mut child = start(&["extract", "--no-bundled", "--input", "jsonl", "--format", format], folder.path());
        let mut pipe = child.stdin.take().unwrap();
        let mut line = String::new();
        let output = thread::scope(|scope| {
            scope.spawn(|| drop(pipe.write_all(stdin.as_bytes())));
            let mut reader = BufReader::new(child.stdout.take().unwrap());
            reader.read_line(&mut line).unwrap();
            drop(reader);
            child.wait_with_output().unwrap()
        });
        assert!(line.starts_with(['{', '[']), "{line}");
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
    }
}

#[test]
fn the_first_record_is_there_before_the_second_text() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = start(&["extract", "--no-bundled", "--input", "jsonl"], folder.path());
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let (sender, received) = mpsc::channel();
    let reader = thread::spawn(move || {
        let mut line = String::new();
        while stdout.read_line(&mut line).is_ok_and(|length| length > 0) {
            drop(sender.send(std::mem::take(&mut line)));
        }
    });
    for id in ["first", "second"] {
        writeln!(stdin, "{}", serde_json::json!({"text": "“We won,” said Orla Brenk.", "id": id})).unwrap();
        // Long enough for the busiest computer; when all is well, nobody waits.
        let line = received.recv_timeout(Duration::from_secs(60)).expect("a record while the input is still open");
        assert_eq!(records(&line).unwrap()[0].id, id);
    }
    drop(stdin);
    reader.join().unwrap();
    assert!(child.wait().unwrap().success());
}

#[cfg(unix)]
#[test]
fn an_output_that_is_a_link_or_a_device_stays_one() {
    use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};

    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("real.jsonl"), "old").unwrap();
    fs::set_permissions(at("real.jsonl"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.jsonl", at("link.jsonl")).unwrap();
    for output in ["link.jsonl", "/dev/null"] {
        let arguments = ["extract", "--no-bundled", "--output", output];
        assert_eq!(run(&arguments, folder.path(), b"No."), (0, String::new(), String::new()));
    }
    assert!(fs::symlink_metadata(at("link.jsonl")).unwrap().is_symlink());
    assert_eq!(records(&fs::read_to_string(at("real.jsonl")).unwrap()).unwrap().len(), 1);
    assert_eq!(fs::metadata(at("real.jsonl")).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
}

/// Until the last record is written, whoever opens the file finds what was there before.
#[test]
fn an_output_is_replaced_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("records.jsonl");
    fs::write(&path, "old").unwrap();
    let arguments = ["extract", "--no-bundled", "--input", "jsonl", "--jobs", "1", "--output", "records.jsonl"];
    let mut child = start(&arguments, folder.path());
    let mut stdin = child.stdin.take().unwrap();
    // More than all pipes and queues between here and there hold: most of it is done when this returns.
    stdin.write_all(lines(3000).as_bytes()).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    drop(stdin);
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert!(child.wait().unwrap().success(), "{err}");
    assert_eq!(records(&fs::read_to_string(&path).unwrap()).unwrap().len(), 3000);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn any_text_gives_a_record() {
    let folder = tempfile::tempdir().unwrap();
    let deep = "“a ".repeat(20_000);
    let texts = ["\u{FEFF}", "\0", "\r\n\r\n", "“", "””””", "&quot;", "''''", "said", "\u{202E}“No”", deep.as_str()];
    for text in texts {
        let (exit, out, err) = run(&["extract", "--no-bundled"], folder.path(), text.as_bytes());
        let shown: String = text.chars().take(20).collect();
        assert_eq!((exit, err.as_str()), (0, ""), "{shown:?}");
        assert_eq!(records(&out).unwrap()[0].length, text.len(), "{shown:?}");
    }
}
