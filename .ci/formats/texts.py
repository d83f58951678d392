"""The texts that every format is made of, with their records."""
import json
import pathlib
import subprocess

# What ends a line, a field or a document somewhere, inside of names and quotations. Whoever is named is invented.
NASTY = {
    "breaks-in-spans": "“We will\nnot go,” Mayor Orla\nBrenk said.\r\n\r\n“It is\rlate,” Tobias\r\nRenk told Maud Ellery.",
    "unicode-breaks": "“We\u2028will\u2029not\u0085go,” Orla\u2028Brenk said. “A\x0bpage\x0cends,” said Tobias\x0bRenk.",
    "separators": "“A\x1cfile,\x1da\x1egroup,\x1fa unit,” Orla Brenk said.",
    "tabs": "“One\ttwo,” Orla\tBrenk said.\t“Three\t\tfour,” she said.",
    "nul": "“Nothing\0here,” Orla Brenk said. \0 “No,” she\0said.",
    "astral": "𝄞 “It is 🙂 and 🙃,” Orla Brenk said. 👩‍👩‍👧 “𝄞,” said 𝄞 Tobias Renk in Kraków.",
    "formulas": "“=1+1,” Orla Brenk said. \"@SUM(A1)\", she said. “-1,” said Tobias Renk. “+1,” she said.",
    "marks": "“He said, \"It's 'late', \\\"very\\\" late,\"” Orla Brenk said. “</script>&amp;<b>,” she said.",
    "interrupted": "“We came,” Orla Brenk said, “we saw,” and she added, “and\n\nwe left.”",
    "white-space": "  “\u00a0No\u3000,”  Orla \u00a0 Brenk \u200bsaid . ",
    "right-to-left": "“\u202eoN\u202c,” Orla Brenk said. “לא,” she said.",
    "empty": "",
    "blank": "\n \n",
    "bom": "\ufeff“No,” Orla Brenk said.",
}


def nasty_texts(folder):
    for name, text in NASTY.items():
        (folder / f"nasty-{name}.txt").write_bytes(text.encode())


class Documents:
    """The texts, and what the program says of them."""

    def __init__(self, program, inputs):
        self.program = str(pathlib.Path(program).resolve())
        self.inputs = inputs
        self.records = self.lines("jsonl")
        assert self.records, "no texts were found"
        self.texts = [pathlib.Path(record["id"]).read_bytes().decode("utf-8", "replace") for record in self.records]

    def written(self, form, *options, offsets="chars"):
        """What the program writes of all of them in this format, as bytes."""
        command = [self.program, "extract", "--offsets", offsets, "--format", form, *options, *self.inputs]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode:
            raise AssertionError(done.stderr.decode().strip())
        return done.stdout

    def lines(self, form, **options):
        """The same, of a format that has a JSON value a line."""
        # Nothing but a line feed ends a line of JSON: `splitlines` would know better.
        return [json.loads(line) for line in self.written(form, **options).decode().split("\n") if line]

    def __iter__(self):
        return iter(zip(self.records, self.texts))

    def __len__(self):
        return len(self.records)
