#!/usr/bin/env python3
"""Whether the crate can be published. Standard library only; run from a clean checkout.

    python3 .ci/package.py

* `cargo package` builds what would be uploaded, without a warning, and the upload has nothing but what a user needs.
* No dependency needs a later Rust than Cargo.toml promises; with that version of Rust installed (`rustup toolchain install`)
  the crate is checked with it too. What of the standard library is too new, clippy says.
* Where cargo-deny is: licences and sources are those of deny.toml, and where the network is, no advisory is open.
* Where cargo-semver-checks is, and a version has been published: nothing breaks without saying so.

Exit status: 0 it can, 1 it cannot.
"""
import json
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NEEDED = {"src", "docs", "gazetteers", "examples", "benches", "build.rs", "README.md", "CHANGELOG.md", "SECURITY.md", "LICENSE-MIT",
          "LICENSE-APACHE", "Cargo.toml", "Cargo.toml.orig", "Cargo.lock", ".cargo_vcs_info.json"}


def run(*command, may_fail=False):
    """What the command prints, both ways."""
    print("$", *command, file=sys.stderr, flush=True)
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0 and not may_fail:
        sys.exit(f"{done.stdout}\n`{' '.join(command)}` ended with status {done.returncode}")
    return done.stdout


def package():
    files = run("cargo", "package", "--list", "--allow-dirty", "--quiet").splitlines()
    strange = sorted(file for file in files if file.split("/")[0] not in NEEDED)
    if strange:
        sys.exit(f"the package has files that no user needs: {', '.join(strange)}; see `include` in Cargo.toml")
    said = run("cargo", "package", "--allow-dirty", "--features", "cli")
    # That the tests stay behind is meant.
    warnings = [line for line in said.splitlines() if "warning" in line and not line.startswith("warning: ignoring test ")]
    if warnings:
        sys.exit(said)


def rust_version():
    metadata = json.loads(subprocess.check_output(["cargo", "metadata", "--format-version=1", "--all-features"], cwd=ROOT))
    packages = {package["id"]: package for package in metadata["packages"]}
    own = next(package for package in metadata["packages"] if package["name"] == "whosaid")
    promised = own["rust_version"]

    def number(version):
        return [int(part) for part in version.split(".")]

    # What only tests and benches need binds nobody else.
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    todo, seen = [own["id"]], set()
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            todo += [dep["pkg"] for dep in nodes[node]["deps"] if any(kind["kind"] != "dev" for kind in dep["dep_kinds"])]
    late = [f"{packages[node]['name']} {packages[node]['version']} needs Rust {packages[node]['rust_version']}"
            for node in seen if packages[node]["rust_version"] and number(packages[node]["rust_version"]) > number(promised)]
    if late:
        sys.exit(f"Cargo.toml promises Rust {promised}, but {'; '.join(sorted(late))}")
    if promised in run("rustup", "toolchain", "list", may_fail=True):
        run("cargo", f"+{promised}", "check", "--all-features")
    else:
        print(f"no toolchain {promised}: only the promises of the {len(seen) - 1} dependencies were compared")


def available(name):
    if shutil.which(f"cargo-{name}"):
        return True
    print(f"no cargo-{name}: it is skipped")
    return False


def main():
    rust_version()
    package()
    if available("deny"):
        run("cargo", "deny", "--all-features", "check", "licenses", "bans", "sources")
        said = run("cargo", "deny", "--all-features", "check", "advisories", may_fail=True)
        if "failed to fetch advisory database" in said:
            print("the advisories cannot be reached: they are skipped")
        elif "advisories ok" not in said:
            sys.exit(said)
    if available("semver-checks"):
        said = run("cargo", "semver-checks", may_fail=True)
        if "not found in registry" in said:
            print("no version has been published: nothing to compare with")
        elif "Summary no semver update required" not in said:
            sys.exit(said)


if __name__ == "__main__":
    main()
