"""Where the packages are that the runner fetched, and the versions that the derived files name."""
import importlib.metadata
import json
import os
import pathlib

HERE = pathlib.Path(__file__).resolve().parent


def pinned():
    """The version of each package, by name."""
    versions = {}
    for line in (HERE / "requirements.txt").read_text(encoding="utf-8").splitlines():
        name, _, version = line.partition("==")
        versions[name] = version
    for line in (HERE / "packages.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            _, name, version, _ = line.split()
            versions[name] = version
    return versions


def source(name):
    """The package's name and version, as a file's head states them."""
    return f"{name} {pinned()[name]}"


def of_python(package, file):
    """The path of a Python package's file. The package is not imported."""
    return pathlib.Path(importlib.metadata.distribution(package).locate_file(file))


def of_others(package, file):
    """The path of a file of a package of npm or Debian."""
    return pathlib.Path(os.environ["DERIVE_PACKAGES"], package, file)


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8"))
