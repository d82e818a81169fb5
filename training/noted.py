"""Make an archive for `newsgraph eval --pages` of web pages of which people noted headline, authors, publisher and day.

    python training/noted.py [--english] [--layout NAME] FOLDER DATA.go... > noted.tar

FOLDER has the pages, DATA.go what was noted, as in scripts/comparison of
go-trafilatura and go-htmldate. No text was noted, so the figures of the text
say nothing. With --english pages alone that say they are English; with --layout
those of one program for publishing (layouts.py), or "other".
"""

import argparse
import json
import pathlib
import re
import sys
import tarfile

from layouts import LAYOUTS, layout
from pages import add

ENTRY = re.compile(r'^\t(?:"(?P<url>[^"]+)": |\}, )?\{\n(?P<fields>.*?)(?=^\t\})', re.S | re.M)
FIELD = re.compile(r'^\s*(\w+):\s*(.+?),?$', re.M)
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
CHARSET = re.compile(rb"""charset=["']?([\w-]+)""", re.I)
ENGLISH = re.compile(r"""<html[^>]* lang=["']?en""", re.I)


def text_of(page):
    charset = CHARSET.search(page[:5000])
    try:
        return page.decode(charset[1].decode() if charset else "utf-8", errors="replace")
    except LookupError:
        return page.decode(errors="replace")


def entries(source):
    """What was noted: address, file, and what is told of it."""
    for entry in ENTRY.finditer(source):
        fields = {name: [json.loads(s, strict=False) for s in STRING.findall(value)] for name, value in FIELD.findall(entry["fields"])}
        one = lambda name: next(iter(fields.get(name, [])), "")
        yield one("File"), {
            "url": entry["url"] or one("URL"),
            "title": one("Title"),
            "byline": ", ".join(re.split(r" (?:and|und|&) ", ", ".join(fields.get("Authors", [])))),
            "siteName": one("Sitename"),
            "publishedTime": one("Date"),
        }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--english", action="store_true")
    parser.add_argument("--layout", choices=[*LAYOUTS, "other"])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("data", type=pathlib.Path, nargs="+")
    args = parser.parse_args()
    noted = {}
    for data in args.data:
        noted.update(entries(data.read_text()))
    with tarfile.open(fileobj=sys.stdout.buffer, mode="w|") as archive:
        for name, about in sorted(noted.items()):
            path = args.folder / name
            if not path.is_file():
                continue
            text = text_of(path.read_bytes())
            if args.english and not ENGLISH.search(text[:5000]) or args.layout and layout(text) != args.layout:
                continue
            for file, content in (("source.html", text), ("expected.html", ""), ("expected-metadata.json", json.dumps(about))):
                add(archive, f"{path.stem}/{file}", content)


if __name__ == "__main__":
    main()
