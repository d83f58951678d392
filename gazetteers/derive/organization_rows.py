"""The tables that organizations.py writes."""
import re
import unicodedata

import entities
from organization_names import plain

COLUMNS = ("id", "name", "aliases", "kind", "gender", "titles", "descriptions", "demonyms", "in",
           "prominence", "ambiguous", "ids")


def slug(name):
    name = name.replace("&", " and ").replace("’", "").replace("'", "")
    name = name.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("æ", "ae")
    name = unicodedata.normalize("NFKD", name)
    name = "".join(c for c in name if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", "-", name).strip("-")


def compact(name):
    return re.sub(r"[ ']", "", plain(name))


class Table:
    """Gives each entity an id and knows every name that has been given away."""

    def __init__(self, known):
        self.names = dict(known.organizations)
        self.compact = {compact(name): id for name, id in known.organizations.items() if len(compact(name)) > 5}
        self.ids = set(known.ids)

    def is_taken(self, name):
        # Mercado Libre is MercadoLibre.
        return plain(name) in self.names or compact(name) in self.compact

    def owner(self, name):
        """The id of the entity that a name was given to."""
        return self.names.get(plain(name)) or self.compact.get(compact(name))

    def row(self, names, within="", prominence=20, ids=(), qualifier="", ambiguous=()):
        """An entity; the first of its names is how news calls it at first mention."""
        seen, kept = set(), []
        for name in names:
            # Accents and capitals need no alias.
            key = unicodedata.normalize("NFKD", name)
            key = "".join(c for c in key if not unicodedata.combining(c))
            if key not in seen:
                seen |= {key, key.upper()}
                kept.append(name)
        id = "organization/" + slug(kept[0])
        if id in self.ids:
            id = f"{id}-{qualifier}"
        assert id not in self.ids, id
        self.ids.add(id)
        for name in kept:
            self.names.setdefault(plain(name), id)
        return {"id": id, "name": kept[0], "aliases": "|".join(kept[1:]), "kind": "organization",
                "in": within, "prominence": str(prominence),
                "ambiguous": "|".join(name for name in kept if name in ambiguous), "ids": "|".join(ids)}

    def write(self, file, head, rows):
        lines = ["# " + line for line in head.strip().splitlines()]
        lines += ["# Derived by gazetteers/derive/organizations.py, which says how; do not edit.", "\t".join(COLUMNS)]
        for row in sorted(rows, key=lambda row: row["id"]):
            lines.append("\t".join(row.get(column, "") for column in COLUMNS))
        (entities.FOLDER / file).write_bytes(("\n".join(lines) + "\n").encode("utf-8"))
