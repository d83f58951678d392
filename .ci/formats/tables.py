"""Arrow and Parquet, read by PyArrow, pandas, Polars and DuckDB: `pip install pyarrow pandas polars duckdb`.

PyArrow is needed, the others are asked where they are.
"""
import io
import pathlib
import tempfile

import pyarrow
import pyarrow.ipc
import pyarrow.parquet

VOICE = ["start", "end", "text", "mention", "entity", "name"]
CUE = ["start", "end", "text", "lemma", "class", "negated"]
ENTITY = ["kind", "name", "origin", "role", "country", "gender", "gender_from"]


def quotations(documents):
    """The rows that the records have."""
    for record, _ in documents:
        for at, quotation in enumerate(record["quotations"]):
            row = {"document": record["id"], "quotation": at, "text": " … ".join(p["text"] for p in quotation["content"])}
            row |= {name: quotation[name] for name in ["kind", "content", "quoted", "sieve", "confidence"]}
            for outer, names in [("cue", CUE), ("speaker", VOICE), ("addressee", VOICE)]:
                row |= {f"{outer}_{name}": (quotation[outer] or {}).get(name) for name in names}
            yield row


def mentions(documents):
    for record, _ in documents:
        entities = {entity["id"]: entity for entity in record["entities"]}
        for at, mention in enumerate(record["mentions"]):
            entity = entities.get(mention["entity"], {})
            row = {"document": record["id"], "mention": at}
            row |= {name: mention[name] for name in ["start", "end", "text", "kind", "rule", "entity"]}
            row |= {f"entity_{name}": entity.get(name) for name in ENTITY}
            row["entity_ids"] = [{"scheme": scheme, "id": id} for scheme, id in entity.get("ids", {}).items()]
            yield row


def compare(reader, rows, expected):
    assert len(rows) == len(expected), f"{reader}: {len(rows)} rows for {len(expected)}"
    for row, wanted in zip(rows, expected):
        assert row == wanted, f"{reader}: {row}\nshould be\n{wanted}"


def check(documents):
    expected = {"quotations": list(quotations(documents)), "mentions": list(mentions(documents))}
    readers = [f"PyArrow {pyarrow.__version__}"]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        documents.written("arrow", "--output", f"{folder}/")
        documents.written("parquet", "--output", f"{folder}/")
        for name, rows in expected.items():
            arrow, parquet = folder / f"{name}.arrow", folder / f"{name}.parquet"
            for reader, table in [("feather", pyarrow.ipc.open_file(arrow).read_all()), ("parquet", pyarrow.parquet.read_table(parquet))]:
                table.validate(full=True)
                compare(reader, table.to_pylist(), rows)
                metadata = {key.decode(): value.decode() for key, value in table.schema.metadata.items()}
                assert metadata["whosaid.table"] == f"{name}/1" and metadata["whosaid.offsets"] == "chars", metadata
        stream = pyarrow.ipc.open_stream(io.BytesIO(documents.written("arrow"))).read_all()
        compare("stream", stream.to_pylist(), expected["quotations"])
        piped = pyarrow.parquet.read_table(io.BytesIO(documents.written("parquet")))
        compare("Parquet through a pipe", piped.to_pylist(), expected["quotations"])
        readers += [one for one in [in_pandas(folder, expected), in_polars(folder, expected), in_duckdb(folder, expected)] if one]
    return f"{', '.join(readers)}: {len(expected['quotations'])} quotations, {len(expected['mentions'])} mentions"


def in_pandas(folder, expected):
    try:
        import pandas
    except ImportError:
        return None
    for name, rows in expected.items():
        for frame in [pandas.read_parquet(folder / f"{name}.parquet"), pandas.read_feather(folder / f"{name}.arrow")]:
            assert list(frame["document"]) == [row["document"] for row in rows]
            assert list(frame["text"]) == [row["text"] for row in rows]
    speakers = pandas.read_parquet(folder / "quotations.parquet")["speaker_name"]
    assert speakers.isna().sum() == sum(row["speaker_name"] is None for row in expected["quotations"])
    return f"pandas {pandas.__version__}"


def in_polars(folder, expected):
    try:
        import polars
    except ImportError:
        return None
    for name, rows in expected.items():
        for frame in [polars.read_parquet(folder / f"{name}.parquet"), polars.read_ipc(folder / f"{name}.arrow")]:
            compare("Polars", frame.to_dicts(), rows)
    return f"Polars {polars.__version__}"


def in_duckdb(folder, expected):
    try:
        import duckdb
    except ImportError:
        return None
    base = duckdb.connect()
    for name, rows in expected.items():
        found = base.execute(f"select * from '{folder}/{name}.parquet'")
        columns = [column[0] for column in found.description]
        compare("DuckDB", [dict(zip(columns, row)) for row in found.fetchall()], rows)
    # The columns that join the two tables.
    joined = base.execute(
        f"""select count(*) from '{folder}/quotations.parquet' q join '{folder}/mentions.parquet' m
            on q.document = m.document and q.speaker_mention = m.mention where q.speaker_entity is not distinct from m.entity"""
    )
    with_mention = sum(row["speaker_mention"] is not None for row in expected["quotations"])
    assert joined.fetchone()[0] == with_mention, "speakers and their mentions differ"
    return f"DuckDB {duckdb.__version__}"
