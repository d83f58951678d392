"""The table for spreadsheets, read by Python's own csv, and by pandas: `pip install pandas`."""
import csv
import io

# What the table puts in place of these, so that a row is a line and no field a formula.
BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def harmless(field):
    field = field.replace("\r\n", " ").translate({ord(mark): " " for mark in BREAKS})
    return "'" + field if field.startswith("\t") or field.lstrip().startswith(FORMULAS) else field


def fields(record, quotation):
    """The row of a quotation, by the record."""
    cue = quotation["cue"] or {}
    speaker, addressee = quotation["speaker"] or {}, quotation["addressee"] or {}
    words = lambda pieces: " … ".join(piece["text"] for piece in pieces)
    row = {
        "document": record["id"],
        "kind": quotation["kind"],
        "speaker": speaker.get("name"),
        "speaker_id": speaker.get("entity"),
        "speaker_text": speaker.get("text"),
        "cue": cue.get("text"),
        "lemma": cue.get("lemma"),
        "class": cue.get("class"),
        "negated": str(cue["negated"]).lower() if cue else None,
        "content": words(quotation["content"]),
        "quoted": words(quotation["quoted"]),
        "start": str(quotation["content"][0]["start"]),
        "end": str(quotation["content"][-1]["end"]),
        "offsets": record["offsets"],
        "addressee": addressee.get("name"),
        "addressee_id": addressee.get("entity"),
        "sieve": quotation["sieve"],
    }
    return {column: harmless(field or "") for column, field in row.items()}


def check(documents):
    table = documents.written("csv").decode()
    expected = [fields(record, quotation) for record, _ in documents for quotation in record["quotations"]]
    shares = [quotation["confidence"] for record, _ in documents for quotation in record["quotations"]]
    rows = list(csv.DictReader(io.StringIO(table, newline=""), strict=True))
    compare(rows, expected, shares)
    assert table.count("\n") == len(rows) + 1, "a row is more than a line"
    try:
        import pandas
    except ImportError:
        return f"csv: {len(rows)} rows; pandas is not installed"
    frame = pandas.read_csv(io.StringIO(table), dtype=str, keep_default_na=False)
    compare(frame.to_dict("records"), expected, shares)
    assert pandas.read_csv(io.StringIO(table))["start"].dtype.kind == "i", "the offsets are no numbers"
    return f"csv, pandas {pandas.__version__}: {len(rows)} rows"


def compare(rows, expected, shares):
    assert len(rows) == len(expected), f"{len(rows)} rows for {len(expected)} quotations"
    for row, fields, share in zip(rows, expected, shares):
        assert float(row.pop("confidence")) == share, row
        assert row == fields, f"{row}\nshould be\n{fields}"
