#!/usr/bin/env python3
"""Do what README and guide tell a newcomer to do, word for word, and see whether it is true. Standard library only.

    python3 .ci/newcomer.py [--write] [--skip COMMAND]...

To be run in a fresh clone. The program is installed as the README says, and then, on every page:

* A command is a line of a ```console block that starts with "$ "; what follows, up to the next one, is what it prints on
  standard output. Lines longer than WIDTH are shown cut, with "…" at the end; an output that ends with a line "…" is
  shown in part. `--write` puts the real output into the page, keeping the length of partial ones. A skipped command is one
  that is run elsewhere.
* A ```json block under the comment <!-- quotation N of FILE --> is the N-th quotation of the record that the program
  writes about the file; `--write` mends it too.
* Each ```rust block, or one without a language, is a program of an empty crate that depends on this one by its path.
* A ```python block is a program with two `texts` to read.

The column "rows" of gazetteers/README.md is compared and written as well, and a table that README and guide share has to be
the same in both. Exit status: 0 the pages are true, 1 they are not.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
GUIDE = sorted((ROOT / "docs" / "guide").glob("*.md"))
DATA = ROOT / "gazetteers" / "README.md"
WIDTH = 100
BLOCK = re.compile(r"(?:<!-- quotation (?P<n>\d+) of (?P<file>\S+) -->\n)?^```(?P<language>\w*)\n(?P<body>.*?)^```$",
                   re.DOTALL | re.MULTILINE)
ROW = re.compile(r"^(\| `(?P<file>\S+\.tsv)` \|[^|]*\| )(?P<rows>[\d,]+)", re.MULTILINE)
INSTALL = "cargo install --path . --features cli"
# What the pages leave to their reader.
PYTHON = """texts = ["“We mend the bridge in May,” Ada Thistle said.", "“Never,” said Tomas Vardell."]\n"""
# As rustdoc does with an example that has no `main` of its own.
MAIN = "fn main() {{\n#[allow(non_snake_case)] fn example() -> Result<(), impl std::fmt::Debug> {{\n{body}\n}} example().unwrap() }}\n"


def run(command, folder=ROOT):
    """What the command prints on standard output. What cargo says on standard error goes to ours."""
    print(f"$ {command}", file=sys.stderr, flush=True)
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"`{command}` ended with status {done.returncode}")
    return done.stdout.decode()


def install(folder):
    """The program, as the README says, for all that follows. It is built from what the other steps have built."""
    if INSTALL not in README.read_text(encoding="utf-8"):
        sys.exit(f"README.md does not say `{INSTALL}` any more; neither should this script")
    os.environ["CARGO_TARGET_DIR"] = os.environ.get("CARGO_TARGET_DIR", str(ROOT / "target"))
    run(f"{INSTALL} --quiet --locked --root {folder}")
    os.environ["PATH"] = f"{folder}/bin{os.pathsep}{os.environ['PATH']}"


def snippets(folder):
    """Every example in Rust, as a program of an empty crate."""
    run(f"cargo init --quiet --vcs none --name newcomer {folder}")
    run(f"cargo add --quiet --path {ROOT} --features export,parallel", folder)
    run("cargo add --quiet serde_json", folder)
    shutil.copy(ROOT / "Cargo.lock", folder)
    names = []
    for page in [README, *GUIDE]:
        for number, block in enumerate(BLOCK.finditer(page.read_text(encoding="utf-8")), 1):
            if block["language"] not in ("", "rust"):
                continue
            # What rustdoc hides is part of the program.
            body = re.sub(r"^# ", "", block["body"], flags=re.MULTILINE)
            # The features are those of this crate, which the empty one asks for.
            body = re.sub(r"^#\[cfg\(feature = \"\w+\"\)\]", "", body, flags=re.MULTILINE)
            if "fn main" not in body:
                body = MAIN.format(body=body if "Ok::<" in body else body + "Ok::<(), String>(())")
            names.append(f"{page.stem.lower()}_{number}")
            path = folder / "src" / "bin" / f"{names[-1]}.rs"
            path.parent.mkdir(exist_ok=True)
            path.write_text(body, encoding="utf-8")
    run("cargo build --quiet --bins", folder)
    for name in names:
        run(f"cargo run --quiet --bin {name}", folder)


def shared_tables():
    """The rows of the README's table of tools that the guide's page has otherwise."""
    guide = (ROOT / "docs" / "guide" / "comparison.md").read_text(encoding="utf-8").splitlines()
    section = README.read_text(encoding="utf-8").partition("## Other tools\n")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")]
    if not rows:
        sys.exit("README.md has no table under `## Other tools`")
    return [f"--- README.md has a row that docs/guide/comparison.md has not\n{row}\n" for row in rows if row not in guide]


def shown(printed, written):
    """The lines printed, in the form in which the README has them."""
    lines = [line if len(line) <= WIDTH else line[:WIDTH - 1] + "…" for line in printed.rstrip("\n").split("\n")]
    if written and written[-1] == "…" and len(lines) >= len(written):
        return lines[:len(written) - 1] + ["…"]
    return lines


def console(body, skip):
    """The block with the real output of its commands."""
    real = []
    for piece in filter(None, re.split(r"^(?=\$ )", body, flags=re.MULTILINE)):
        command, *written = piece.rstrip("\n").split("\n")
        if not command.startswith("$ "):
            sys.exit(f"a console block starts with {command!r} instead of a command")
        while written and not written[-1]:
            written.pop()
        if command[2:] in skip:
            real.append("\n".join([command, *written]))
        else:
            printed = run(command[2:])
            real.append("\n".join([command, *shown(printed, written)]) if written else command)
    return "\n\n".join(real) + "\n"


def quotation(number, file):
    """One quotation of a record, a field a line."""
    record = json.loads(run(f"whosaid extract {file}"))
    fields = record["quotations"][number - 1].items()
    return "{" + ",\n ".join(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields) + "}\n"


def counted(row):
    """The row of a file, with the number of rows that the file has."""
    lines = (DATA.parent / row["file"]).read_text(encoding="utf-8").splitlines()
    # The first that is no comment names the columns.
    return f"{row[1]}{sum(1 for line in lines if line and not line.startswith('#')) - 1:,}"


def main(folder):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--skip", action="append", default=[], metavar="COMMAND")
    arguments = parser.parse_args()
    faults = []

    def replace(block):
        body = block["body"]
        if block["language"] == "console":
            real = console(body, arguments.skip)
        elif block["n"]:
            real = quotation(int(block["n"]), block["file"])
        elif block["language"] == "python":
            program = pathlib.Path(folder) / "example.py"
            program.write_text(PYTHON + body, encoding="utf-8")
            if not run(f"python3 {program}").strip():
                faults.append(f"--- this prints nothing\n{body}")
            return block[0]
        else:
            return block[0]
        if real != body:
            faults.append(f"--- the page has\n{body}+++ but it is\n{real}")
        start, end = block.start("body") - block.start(), block.end("body") - block.start()
        return block[0][:start] + real + block[0][end:]

    def count(row):
        real = counted(row)
        if real != row[0]:
            faults.append(f"--- gazetteers/README.md has\n{row[0]}\n+++ but it is\n{real}\n")
        return real

    install(f"{folder}/installed")
    for page, pattern, mend in ((DATA, ROW, count), *((page, BLOCK, replace) for page in [README, *GUIDE])):
        text = page.read_text(encoding="utf-8")
        real = pattern.sub(mend, text)
        if arguments.write and real != text:
            page.write_text(real, encoding="utf-8")
    if faults and not arguments.write:
        sys.exit("\n".join(faults) + "\nA page is not true any more: see .ci/newcomer.py --write")
    if faults := shared_tables():
        sys.exit("\n".join(faults))
    snippets(pathlib.Path(folder) / "crate")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        main(folder)
