"""What the derivations of organizations read: modules of packages, and WordNet."""
import ast

import packages


def python_value(package, path, name):
    """The dictionary that a package's module assigns to `name`. It is never imported: its code would only get in the way."""
    tree = ast.parse(packages.of_python(package, path).read_text(encoding="utf-8"))
    return next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", None) == name
    )


def wordnet_lines(part):
    """The synsets of data.noun, data.verb, data.adj or data.adv."""
    path = packages.of_others("wordnet-base", f"usr/share/wordnet/data.{part}")
    return [line for line in path.read_text(encoding="latin-1").splitlines() if not line.startswith(" ")]
