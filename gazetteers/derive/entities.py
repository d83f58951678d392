"""Rows of the gazetteer files: reading those written by hand, comparing names, writing derived ones."""
import dataclasses
import pathlib
import re
import unicodedata

FOLDER = pathlib.Path(__file__).resolve().parent.parent
COLUMNS = "id name kind aliases gender titles descriptions demonyms in prominence ambiguous ids".split()
# The files written by hand, by which all others are judged.
PLACES = ["places-countries.tsv", "places-cities-us.tsv"]
PEOPLE = ["people-leaders.tsv", "people-us.tsv", "people-offices.tsv"]
ORGANIZATIONS = ["organizations-public.tsv", "organizations-private.tsv", "organizations-sports.tsv"]

# Derived ones that others are judged by as well.
DERIVED_PLACES = ["places-geonames.tsv", "places-wordnet.tsv"]

# Letters that are no letter with an accent; as the library folds them, so that no alias is needed for it.
FOLDED = str.maketrans({
    "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ð": "d", "Đ": "D", "Ð": "D", "ħ": "h", "Ħ": "H",
    "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th",
})


@dataclasses.dataclass
class Row:
    """An entity. `section` is the last comment `# --- …` above it."""
    cells: dict
    section: str = ""

    @property
    def id(self):
        return self.cells["id"]

    @property
    def names(self):
        return [self.cells["name"], *items(self.cells["aliases"])]


def items(cell):
    return cell.split("|") if cell else []


def table_rows(path):
    """The rows of one of the project's own tables, as dictionaries."""
    header = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if header is None:
            header = fields
            continue
        yield dict(zip(header, fields))


def read(files):
    """The entities of the files, in their order."""
    rows = []
    for file in files:
        columns, section = None, ""
        for line in (FOLDER / file).read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                section = line[6:] if line.startswith("# --- ") else section
            elif columns is None:
                columns = line.split("\t")
            elif line:
                rows.append(Row(dict(zip(columns, line.split("\t"), strict=True)), section))
    return rows


def plain(name):
    """The name without accents."""
    decomposed = unicodedata.normalize("NFD", name.translate(FOLDED))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def key(name):
    """Equal for two spellings of one name: without accents, apostrophes, hyphens and capitals."""
    return " ".join(re.sub(r"[^a-z0-9 ]", "", re.sub(r"[-–]", " ", plain(name).lower()).replace("saint ", "st ")).split())


def slug(name):
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’.]", "", plain(name).lower())).strip("-")


def write(file, head, rows):
    """Writes rows, each a dictionary, sorted by id."""
    lines = [f"# {line}" for line in head] + ["\t".join(COLUMNS)]
    for row in sorted(rows, key=lambda row: row["id"]):
        cells = [row.get(column, "") for column in COLUMNS]
        lines.append("\t".join("|".join(cell) if isinstance(cell, list) else str(cell) for cell in cells))
    text = "\n".join(lines) + "\n"
    (FOLDER / file).write_bytes(text.encode("utf-8"))
    print(f"{file}: {len(rows)} rows, {len(text.encode('utf-8'))} bytes")
