#!/usr/bin/env python3
"""Run the README's commands, word for word, and compare what they print with what it shows. Standard library only.

    python3 .ci/readme.py [--write] [--skip COMMAND]...

A command is a line of a ```console block that starts with "$ "; what follows, up to the next one, is what it prints on
standard output. Lines longer than WIDTH are shown cut, with "…" at the end; an output that ends with a line "…" is
shown in part. A ```json block under the comment <!-- quotation N of FILE --> is the N-th quotation of the record that
the program writes about the file. `--write` puts the real output into the README, keeping the length of partial ones.
A skipped command is one that is run elsewhere. The column "rows" of gazetteers/README.md is compared and written as well.
Exit status: 0 the pages are true, 1 they are not.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
DATA = ROOT / "gazetteers" / "README.md"
WIDTH = 100
BLOCK = re.compile(r"(?:<!-- quotation (?P<n>\d+) of (?P<file>\S+) -->\n)?^```(?P<language>console|json)\n(?P<body>.*?)^```$",
                   re.DOTALL | re.MULTILINE)
ROW = re.compile(r"^(\| `(?P<file>\S+\.tsv)` \|[^|]*\| )(?P<rows>[\d,]+)", re.MULTILINE)
EXTRACT = "cargo run --quiet --release --features cli -- extract"


def run(command):
    """What the command prints on standard output. What cargo says on standard error goes to ours."""
    print(f"$ {command}", file=sys.stderr, flush=True)
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"README.md: `{command}` ended with status {done.returncode}")
    return done.stdout.decode()


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
            sys.exit(f"README.md: a console block starts with {command!r} instead of a command")
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
    record = json.loads(run(f"{EXTRACT} {file}"))
    fields = record["quotations"][number - 1].items()
    return "{" + ",\n ".join(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields) + "}\n"


def counted(row):
    """The row of a file, with the number of rows that the file has."""
    lines = (DATA.parent / row["file"]).read_text(encoding="utf-8").splitlines()
    # The first that is no comment names the columns.
    return f"{row[1]}{sum(1 for line in lines if line and not line.startswith('#')) - 1:,}"


def main():
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
        else:
            return block[0]
        if real != body:
            faults.append(f"--- the README has\n{body}+++ but it is\n{real}")
        start, end = block.start("body") - block.start(), block.end("body") - block.start()
        return block[0][:start] + real + block[0][end:]

    def count(row):
        real = counted(row)
        if real != row[0]:
            faults.append(f"--- gazetteers/README.md has\n{row[0]}\n+++ but it is\n{real}\n")
        return real

    for page, pattern, mend in ((DATA, ROW, count), (README, BLOCK, replace)):
        text = page.read_text(encoding="utf-8")
        real = pattern.sub(mend, text)
        if arguments.write and real != text:
            page.write_text(real, encoding="utf-8")
    if faults and not arguments.write:
        sys.exit("\n".join(faults) + "\nThe page is not true any more: see .ci/readme.py --write")


if __name__ == "__main__":
    main()
