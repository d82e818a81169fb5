"""Make an archive for `newsgraph eval --pages` of web pages that tell their article's text.

    python training/pages.py FOLDER... > told.tar

Pages that have an articleBody of 80 words and more in their JSON-LD, and show
nine in ten of its words, are taken: the body is what is expected, and is cut out
of the page, so that it has to be found in the page's own elements. Such bodies
lack headings and lists at times and have captions, so that nothing reaches 1:
what tells is which program is nearer.
"""

import html
import io
import json
import pathlib
import re
import sys
import tarfile

SCRIPT = re.compile(r"(<script\b[^>]*ld\+json[^>]*>)(.*?)(</script>)", re.S | re.I)
BLOCK = re.compile(r"</?(?:p|div|br|h[1-6]|li|ul|blockquote)\b[^<>]*>", re.I)
TAG = re.compile(r"<[^<>]*>")
WORD = re.compile(r"\w+")


def cut(value, bodies):
    """Remove every articleBody inside a value of JSON."""
    if isinstance(value, list):
        for inner in value:
            cut(inner, bodies)
    elif isinstance(value, dict):
        if isinstance(value.get("articleBody"), str):
            bodies.append(value.pop("articleBody"))
        for inner in value.values():
            cut(inner, bodies)


def without_body(page):
    """The page without what it tells, and the longest that it tells."""
    bodies = []

    def script(match):
        try:
            value = json.loads(match[2], strict=False)
        except ValueError:
            return match[1] + "{}" + match[3] if "articleBody" in match[2] else match[0]
        cut(value, bodies)
        return match[1] + json.dumps(value).replace("</", "<\\/") + match[3]

    page = SCRIPT.sub(script, page)
    return page, max(bodies, key=len, default="")


def plain(body):
    return TAG.sub(" ", BLOCK.sub("\n", html.unescape(html.unescape(body))))


def shows(page, body):
    there = set(WORD.findall(html.unescape(TAG.sub(" ", page))))
    words = WORD.findall(body)
    return len(words) >= 80 and sum(w in there for w in words) >= 0.9 * len(words)


def add(archive, name, text):
    data = text.encode()
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    archive.addfile(entry, io.BytesIO(data))


def main(folders):
    with tarfile.open(fileobj=sys.stdout.buffer, mode="w|") as archive:
        for path in sorted(p for folder in folders for p in pathlib.Path(folder).rglob("*.html")):
            page, body = without_body(path.read_text(encoding="utf-8", errors="replace"))
            body = plain(body)
            if not shows(page, body):
                continue
            paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in body.splitlines() if line.strip())
            add(archive, f"{path.parent.name}/{path.stem}/source.html", page)
            add(archive, f"{path.parent.name}/{path.stem}/expected.html", paragraphs)
            add(archive, f"{path.parent.name}/{path.stem}/expected-metadata.json", "{}")


if __name__ == "__main__":
    main(sys.argv[1:])
