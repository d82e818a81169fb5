"""Makes the messages here, with the email and mailbox modules of Python."""
import mailbox, pathlib
from email.message import EmailMessage

here = pathlib.Path(__file__).parent
plain = """FOR IMMEDIATE RELEASE

OSLO – Minister Kari Berg met her Swedish counterpart on Tuesday.
“We have agreed on the river,” Berg said.

From there the talks go on.

-- 
Press office, Ministry of Rivers
"""


def new(subject, date="Tue, 14 Mar 2023 09:12:00 +0100"):
    m = EmailMessage()
    m["Message-ID"] = "<1@rivers.example>"
    m["From"] = "Jané Doe <press@rivers.example>"
    m["To"] = "news@agency.example"
    m["Date"] = date
    m["Subject"] = subject
    return m


release = new("Fwd: Press release: Two countries agree on the river")
release.set_content(plain, cte="quoted-printable")
release.add_alternative("<p>Minister Kari Berg met her Swedish counterpart.</p>", subtype="html")
release.add_attachment("A second text.\n\nRain fell.\n", filename="second.txt")
release.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
(here / "release.eml").write_bytes(release.as_bytes())

page = new("Rain", "Wed, 15 Mar 2023 01:00:00 -0500")
page.set_content("View in HTML.", charset="iso-8859-1")
page.add_alternative("<html><body><p>%s</p><blockquote type=cite><p>Old words.</p></blockquote></body></html>" % ("Rain fell on the city, said Kari Berg. " * 12), subtype="html")

(here / "box.mbox").unlink(missing_ok=True)
box = mailbox.mbox(here / "box.mbox")
answer = new("Re: Snow")
answer.set_content("Snow fell, said Berg.\nFrom now on it is cold.\n\nOn Mon, 13 Mar 2023 at 10:00, Joe Roe <joe@x.example>\nwrote:\n\n> Did snow fall?\n")
for m in release, answer, page:
    m = mailbox.mboxMessage(m)
    m.set_from("press@rivers.example", (2023, 3, 14, 9, 12, 0, 1, 73, 0))
    box.add(m)
box.flush()
