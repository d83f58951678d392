#!/usr/bin/env python3
"""Open the pages of `whosaid extract --format html` in a headless Chromium and ask the browser what it shows.

    python3 .ci/browser.py [--program PROGRAM] [--picture FILE] [FILE|DIR]...

For every text: each mention, cue and piece of a quotation covers the words that the record says, on a phone nothing is wider
than the screen, a card is hidden until its number has the focus and shown then, and nothing was asked of the network. With
`--picture`, the first page is photographed instead, for the README. Standard library only; without a Chromium it says so
and ends with status 0.
"""
import argparse
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BROWSER = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-background-networking"]

# Written into a copy of the page: what the browser says of it becomes the text of an element.
QUESTIONS = """
<script>
const words = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".by").forEach((by) => by.remove());
  return copy.textContent;
};
const all = (selector) => [...document.querySelectorAll("article " + selector)].map(words);
const [link, card] = [".by > a", ".by > .card"].map((selector) => document.querySelector("article " + selector));
const shown = () => card && getComputedStyle(card).display;
const before = shown();
if (link) link.focus();
const answers = {
  text: [...document.querySelectorAll("article > p")].map(words),
  mentions: all("[id^=m]"),
  cues: all(".cue"),
  quotations: all(".quotation"),
  width: document.documentElement.scrollWidth,
  screen: window.innerWidth,
  before, focused: shown(),
  label: link && link.getAttribute("aria-label"),
  requests: performance.getEntriesByType("resource").map((entry) => entry.name),
};
const told = document.createElement("pre");
told.id = "answers";
told.textContent = JSON.stringify(answers);
document.body.append(told);
</script>
"""


def whosaid(program, *arguments):
    command = [program, "extract", *arguments]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout.decode()


def browse(*arguments):
    command = [BROWSER, *FLAGS, *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, timeout=120).stdout.decode()


def answers(page, folder):
    """What the browser says of the page on a phone."""
    copy = folder / "page.html"
    copy.write_text(page.replace("</body>", QUESTIONS + "</body>"), encoding="utf-8")
    told = re.search(r'<pre id="answers">(.*?)</pre>', browse("--window-size=500,900", "--dump-dom", copy.as_uri()), re.DOTALL)
    assert told, "the browser did not answer"
    return json.loads(html.unescape(told[1]))


def plain(text):
    return "".join(text.split())


def check(record, text, told):
    assert plain("".join(told["text"])) == plain(text), "the text is another one"
    # A mention that reaches over the edge of a quotation is shown in two parts, of which the first has the id.
    for mention, shown in zip(record["mentions"], told["mentions"], strict=True):
        assert shown and mention["text"].startswith(shown), f"{mention['text']!r} is shown as {shown!r}"
    cues = [quotation["cue"]["text"] for quotation in record["quotations"] if quotation["cue"]]
    assert sorted(map(plain, told["cues"])) == sorted(map(plain, cues)), "the cues are others"
    shown = {plain(words) for words in told["quotations"]}
    for piece in (piece for quotation in record["quotations"] for piece in quotation["content"]):
        whole = plain(piece["text"])
        # One that runs over paragraphs has an element in each.
        assert whole in shown or any(whole.startswith(part) for part in shown if part), f"{piece['text']!r} is not shown"
    assert told["width"] <= told["screen"], f"{told['width']} pixels on a screen of {told['screen']}"
    if record["quotations"]:
        assert (told["before"], told["focused"]) == ("none", "block"), f"the card is {told['before']}, then {told['focused']}"
        assert told["label"], "a number without a label"
    assert told["requests"] == [], f"asked of the network: {told['requests']}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="target/release/whosaid")
    parser.add_argument("--picture", type=pathlib.Path)
    parser.add_argument("inputs", nargs="*", default=["examples/articles"])
    arguments = parser.parse_args()
    if not BROWSER:
        print("no Chromium: no page is looked at")
        return
    program = str(ROOT / arguments.program)
    records = [json.loads(line) for line in whosaid(program, *arguments.inputs).split("\n") if line]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for record in records:
            page = whosaid(program, "--format", "html", record["id"])
            if arguments.picture:
                copy = folder / "page.html"
                copy.write_text(page, encoding="utf-8")
                browse("--window-size=1180,860", f"--screenshot={arguments.picture.absolute()}", copy.as_uri())
                return
            try:
                check(record, (ROOT / record["id"]).read_text(encoding="utf-8"), answers(page, folder))
            except AssertionError as error:
                sys.exit(f"{record['id']}: {error}")
    print(f"{len(records)} pages looked at in {BROWSER}")


if __name__ == "__main__":
    main()
