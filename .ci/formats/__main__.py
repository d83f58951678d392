#!/usr/bin/env python3
"""Hand what `whosaid extract` writes for other tools to these tools, and compare what they read with the records.

    python3 .ci/formats --program target/release/whosaid [--only NAME] [FILE|DIR]...

A file beside this one is about one format; its head says which packages from PyPI it needs. Where they are not installed,
it is skipped. Texts that are nasty for formats are made on the way, so that every run has some.
"""
import argparse
import importlib
import pathlib
import sys
import tempfile

from texts import Documents, nasty_texts

SUBJECTS = ["spreadsheet", "tables", "brat_server", "web_annotations", "schema_org_terms", "tags", "spacy_docs"]
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def main():
    parser = argparse.ArgumentParser(prog="formats", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="target/release/whosaid")
    parser.add_argument("--only", choices=SUBJECTS, action="append", metavar="NAME", help=", ".join(SUBJECTS))
    parser.add_argument("inputs", nargs="*", default=["examples/articles", "tests/articles"])
    arguments = parser.parse_args()
    inputs = [str(pathlib.Path(path).resolve()) if pathlib.Path(path).exists() else str(ROOT / path) for path in arguments.inputs]
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        nasty_texts(pathlib.Path(folder))
        documents = Documents(ROOT / arguments.program, [*inputs, folder])
        for name in arguments.only or SUBJECTS:
            try:
                print(f"{name}: {importlib.import_module(name).check(documents)}", flush=True)
            except ModuleNotFoundError as error:
                print(f"{name}: skipped, {error.name} is not installed", flush=True)
            except (AssertionError, ValueError) as error:
                failed.append(name)
                print(f"{name}: FAILED: {error}", flush=True)
    if failed:
        sys.exit(f"{len(failed)} of the formats are not what their readers expect: {', '.join(failed)}")


if __name__ == "__main__":
    main()
