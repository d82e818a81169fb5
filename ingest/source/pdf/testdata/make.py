"""Makes the PDF files here, with reportlab 5.1, pillow 13 and chromium."""
import html, subprocess, textwrap, pathlib
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen import canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

here = pathlib.Path(__file__).parent
samples = sorted((here / "../../../../seeds").glob("*.txt"))[:4]
paragraphs = [p for s in samples for p in s.read_text().split("---\n", 2)[2].strip().split("\n\n")]
(here / "columns.txt").write_text("\n\n".join(paragraphs) + "\n")


def margins(c, d):
    c.setFont("Times-Roman", 8)
    c.drawString(60, 30, "newsgraph samples")
    c.drawRightString(535, 30, "Page %d" % d.page)


def frames(name, columns):
    doc = BaseDocTemplate(str(here / name), pagesize=A4, title="Draft.docx", author="Jane Doe", invariant=1)
    width = (A4[0] - 120 - (columns - 1) * 20) / columns
    doc.addPageTemplates([PageTemplate("p", [Frame(60 + i * (width + 20), 400, width, 370) for i in range(columns)], onPage=margins)])
    style = getSampleStyleSheet()
    body = style["BodyText"]
    body.alignment = 4
    doc.build([Paragraph("Stories of winter", style["Title"]), Paragraph("By Jane Doe", body)] + [Paragraph(html.escape(p), body) for p in paragraphs])


frames("reportlab.pdf", 2)
page = "<html lang=en><title>Stories of winter</title><style>h1{font:bold 20pt sans-serif} div{columns:2;font:10pt/1.3 serif;text-align:justify;hyphens:auto}</style><h1>Stories of winter</h1><p>By Jane Doe</p><div>%s</div>"
(here / "page.html").write_text(page % "".join("<p>%s</p>" % html.escape(p) for p in paragraphs))
subprocess.run(["chromium", "--headless", "--no-sandbox", "--print-to-pdf=" + str(here / "chromium.pdf"), str(here / "page.html")], check=True)
(here / "page.html").unlink()

# A page that is drawn row by row, across its columns.
lines = [line for p in paragraphs[:12] for line in textwrap.wrap(p, 48) + [""]]
half = (len(lines) + 1) // 2
c = canvas.Canvas(str(here / "rows.pdf"), pagesize=A4, invariant=1)
c.setFont("Times-Bold", 22)
c.drawString(60, 790, "Stories of winter")
c.setFont("Times-Roman", 10)
for row in range(half):
    c.drawString(60, 760 - row * 13, lines[row])
    c.drawString(310, 760 - row * 13, (lines + [""])[half + row])
c.save()

for name, password in ("locked", "secret"), ("open", ""):
    c = canvas.Canvas(str(here / (name + ".pdf")), encrypt=StandardEncryption(password, ownerPassword="owner"), invariant=1)
    c.drawString(50, 700, "Rain fell on 3 May 2024.")
    c.save()
image = Image.new("1", (300, 400), 1)
ImageDraw.Draw(image).text((50, 50), "Rain fell.", fill=0)
image.save(here / "scan.pdf")
