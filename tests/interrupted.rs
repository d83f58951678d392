//! The program when it is killed, or cannot write: what is there before stays, what is new is whole, and it says why.
#![cfg(all(feature = "cli", unix))]

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use whosaid::Record;

const TABLE: &str = "id\tname\tkind\nperson/orla-brenk\tOrla Brenk\tperson\n";

fn program(folder: &Path, arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    command.args(arguments.split(' ')).current_dir(folder).stdin(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// So many texts, a line each.
fn lines(number: usize) -> String {
    let text = "“We won,” said Orla Brenk. ".repeat(20);
    (0..number).map(|id| format!("{}\n", serde_json::json!({"text": text, "id": id}))).collect()
}

/// A folder with an input, a table and what an earlier run wrote.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("in.jsonl"), lines(400)).expect("an input");
    fs::write(folder.path().join("club.tsv"), TABLE).expect("a table");
    fs::write(folder.path().join("out"), "old\n").expect("an output");
    folder
}

/// Killed at many moments, from before it opens the output to after it has replaced it.
#[test]
fn killed_it_leaves_the_old_file_or_whole_lines() {
    let folder = folder();
    let out = folder.path().join("out");
    let (mut old, mut new) = (0, 0);
    for pause in (0..40).map(|step| Duration::from_millis(step * step / 4)) {
        let arguments = "extract --no-bundled --input jsonl --output out in.jsonl";
        let mut child = program(folder.path(), arguments).spawn().expect("the program starts");
        thread::sleep(pause);
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        let text = fs::read_to_string(&out).expect("the output");
        if text == "old\n" {
            old += 1;
            continue;
        }
        new += 1;
        assert!(text.ends_with('\n') && text.lines().count() == 400, "after {pause:?}: {} lines", text.lines().count());
        for line in text.lines() {
            Record::from_json(line).expect("a whole record");
        }
        fs::write(&out, "old\n").expect("an output");
    }
    // The first is killed at once; whether the last has time enough to finish is up to the machine.
    assert!(old > 0, "{old} old, {new} new");
}

/// The same when what writes into it is killed: the file that was begun is thrown away with it, or left for the user.
#[test]
fn killed_while_it_waits_it_leaves_the_old_file() {
    let folder = folder();
    let arguments = "extract --no-bundled --input jsonl --jobs 1 --output out";
    let mut child = program(folder.path(), arguments).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // More than all pipes and queues hold: when this returns, records are written.
    stdin.write_all(lines(2000).as_bytes()).expect("it reads");
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    assert_eq!(fs::read_to_string(folder.path().join("out")).expect("the output"), "old\n");
}

fn full() -> Stdio {
    File::options().write(true).open("/dev/full").expect("a device that is always full").into()
}

fn end(mut command: Command) -> (Option<i32>, String) {
    let Output { status, stderr, .. } = command.stdin(Stdio::null()).output().expect("the program runs");
    (status.code(), String::from_utf8(stderr).expect("UTF-8"))
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_said_to_be_full() {
    const MESSAGE: &str = "cannot be written: the disk is full; make room, or give a file on another disk\n";
    let folder = folder();
    for arguments in [
        "extract --no-bundled --input jsonl in.jsonl",
        "extract --no-bundled --input jsonl --format json in.jsonl",
        "extract --no-bundled club.tsv",
        "lookup --no-bundled --gazetteer club.tsv Orla Brenk",
        "gazetteer check --no-bundled club.tsv",
    ] {
        let mut command = program(folder.path(), arguments);
        command.stdout(full());
        assert_eq!(end(command), (Some(2), format!("whosaid: standard output: {MESSAGE}")), "{arguments}");
    }
    for arguments in [
        "extract --no-bundled --input jsonl --output /dev/full in.jsonl",
        "gazetteer compile --no-bundled club.tsv --output /dev/full",
    ] {
        assert_eq!(end(program(folder.path(), arguments)), (Some(2), format!("whosaid: /dev/full: {MESSAGE}")));
    }
}

/// Whoever reads with `| head -1` has seen enough: that is no failure, and nothing is said of it.
#[test]
fn a_closed_pipe_ends_it_quietly() {
    let folder = folder();
    fs::write(folder.path().join("many.jsonl"), lines(3000)).expect("an input");
    for (arguments, first) in [
        ("extract --no-bundled --input jsonl many.jsonl", "{\"schema\":"),
        ("extract --no-bundled --input jsonl --format json many.jsonl", "["),
    ] {
        let mut child = program(folder.path(), arguments).stdout(Stdio::piped()).spawn().expect("the program starts");
        let mut line = String::new();
        let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
        stdout.read_line(&mut line).expect("a line");
        assert!(line.starts_with(first), "{line}");
        drop(stdout);
        let Output { status, stderr, .. } = child.wait_with_output().expect("it ends");
        assert_eq!((status.code(), String::from_utf8_lossy(&stderr).as_ref()), (Some(0), ""), "{arguments}");
    }
    // Nobody has ever listened.
    for arguments in ["lookup --no-bundled --gazetteer club.tsv Orla Brenk", "gazetteer check --no-bundled club.tsv"] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut command = program(folder.path(), arguments);
        command.stdout(writer);
        assert_eq!(end(command), (Some(0), String::new()), "{arguments}");
    }
}
