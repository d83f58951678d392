"""What the scripts that measure have in common: where things are, and the program's records of a corpus."""
import argparse
import importlib.util
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent

PRONOUNS = {"he", "she", "they", "it", "i", "we", "you", "who"}


def parser(description):
    """A parser of arguments that knows `--program` and `--shared`."""
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    made = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--program", type=pathlib.Path, default=target / "release" / "whosaid")
    made.add_argument("--shared", type=pathlib.Path,
                      default=pathlib.Path(os.environ.get("WHOSAID_SHARED", ROOT.parent / "shared")))
    return made


def scorer(shared):
    """The module `score/score.py`."""
    spec = importlib.util.spec_from_file_location("score", shared / "score" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records(score, program, texts, include):
    """The records of the texts by the stem of their names, in characters."""
    command = [program, "extract", "--offsets", "chars", "--include", include, texts]
    lines = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
    return {score.stem(record["id"]): record for record in map(score.json.loads, lines)}
