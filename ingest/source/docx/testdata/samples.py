"""Makes the samples as documents of Word, with pandoc 3.9 (PyPI's pypandoc_binary 1.17)."""
import pathlib, subprocess
import pypandoc

here = pathlib.Path(__file__).parent
(here / "samples").mkdir(exist_ok=True)
for sample in sorted((here / "../../../../seeds").glob("*.txt")):
    front, body = sample.read_text().split("---\n", 2)[1:]
    front = front.replace("language:", "lang:").replace("date:", "published:")
    subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "markdown-smart", "-t", "docx", "-o", here / "samples" / (sample.stem + ".docx")],
        input=("---\n" + front + "---\n\n" + body).encode(), check=True,
    )
