"""Replies as mail programs write them in HTML: what is quoted comes out with marks, what the writer wrote without."""

from __future__ import annotations

import pytest

from triage.mail.html import html_to_text
from triage.rules.quoting import new_text

ANN = "Ann Client &lt;<a href='mailto:ann@client.example'>ann@client.example</a>&gt;"
WHEN = "Mon, Mar 2, 2026 at 12:00 PM"
OLD = "<div>When is it ready?</div><div><br></div><div>Ann</div>"
FIELDS = (
    "<b>From:</b> Ann Client &lt;ann@client.example&gt;<br><b>Sent:</b> Monday, March 2, 2026 12:00 PM<br>"
    "<b>To:</b> Me &lt;me@studio.example&gt;<br><b>Subject:</b> Banner"
)
FIELDS_OF_NO_LANGUAGE = (
    "<p class=MsoNormal><b>Zenhad:</b> Ann Client &lt;ann@client.example&gt;<br><b>Aika:</b> 2. März 2026 12:00<br>"
    "<b>Vastaan:</b> Me<br><b>Otsi:</b> Banner<o:p></o:p></p>"
)
CITED = f"<blockquote type=cite>{OLD}</blockquote>"

REPLIES = {
    "Gmail": f'<div dir="ltr">On Friday.</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">'
    f'On {WHEN} {ANN} wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc">'
    f"{OLD}</blockquote></div>",
    "Gmail in a language nobody listed": f'<div>On Friday.</div><div class="gmail_quote"><div class="gmail_attr">{WHEN} {ANN} kiri bulé<br></div>'
    f'<blockquote class="gmail_quote">{OLD}</blockquote></div>',
    "Gmail, answered below": f'<div class="gmail_quote"><div class="gmail_attr">On {WHEN} {ANN} wrote:<br></div><blockquote class="gmail_quote">'
    f"{OLD}</blockquote><div><br></div><div>On Friday.</div></div>",
    "Gmail of old": f'On Friday.<br><br><div class="gmail_extra"><br><div class="gmail_quote">2026-03-02 12:00 GMT+02:00 {ANN}:<br>'
    f'<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">{OLD}</blockquote></div></div>',
    "Gmail, forwarded": '<div>On Friday.</div><br><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>'
    f"Fra: <b>Ann</b><br>Dato: {WHEN}<br>Emne: Banner<br>Til: me<br></div><br><br>{OLD}</div>",
    "Apple Mail": f'<div>On Friday.<br><div><br><blockquote type="cite"><div>Le 2 mars 2026 à 12:00, {ANN} a écrit :</div>'
    f'<br class="Apple-interchange-newline">{OLD}</blockquote></div></div>',
    "iPhone": f'<div dir="ltr">On Friday.</div><div dir="ltr"><br><blockquote type="cite">On Mar 2, 2026, at 12:00, Ann Client wrote:<br><br>'
    f'</blockquote></div><blockquote type="cite"><div dir="ltr">{OLD}</div></blockquote>',
    "Thunderbird": f'<p>On Friday.</p><div class="moz-cite-prefix">Am 02.03.26 um 12:00 schrieb Ann:<br></div><blockquote type="cite" cite="mid:a1">{OLD}</blockquote>',
    "Thunderbird of old": f'On Friday.<br><br>Ann schrieb:\n<blockquote cite="mid:a1@client.example" type="cite">{OLD}</blockquote>',
    "Thunderbird, forwarded": f'On Friday.<div class="moz-forward-container"><br><br>-------- Přeposlaná zpráva --------<table class="moz-email-headers-table">'
    f"<tr><th>Předmět: </th><td>Banner</td></tr></table><br>{OLD}</div>",
    "Outlook": f"<div class=WordSection1><p class=MsoNormal>On Friday.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><div>"
    f"<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>{FIELDS}</p></div></div><p class=MsoNormal>{OLD}</p></div>",
    "Outlook in a language nobody listed": f"<p class=MsoNormal>On Friday.</p><div><div style='border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm'>"
    f"{FIELDS_OF_NO_LANGUAGE}</div></div>{OLD}",
    "Outlook, seen by the web": '<div>On Friday.</div><div style="border-right:none; border-bottom:none; border-left:none; border-top:1pt solid rgb(225,225,225); '
    f'padding:3pt 0in 0in">{FIELDS_OF_NO_LANGUAGE}</div>{OLD}',
    "Outlook with a line at the left": f"<p>On Friday.</p><div style='border:none;border-left:solid blue 1.5pt;padding:0cm 0cm 0cm 4.0pt'>{FIELDS_OF_NO_LANGUAGE}{OLD}</div>",
    "Outlook on the web": f'<div>On Friday.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr">'
    f"{FIELDS_OF_NO_LANGUAGE}</div><div>{OLD}</div>",
    "Outlook on the web, quoted again": f'<div>On Friday.</div><hr tabindex="-1"><div id="x_divRplyFwdMsg"><font>{FIELDS_OF_NO_LANGUAGE}</font></div>{OLD}',
    "Outlook on a phone": '<div dir="auto">On Friday.</div><div id="mail-editor-reference-message-container" class="ms-outlook-mobile-reference-message">'
    f'<hr><div id="divRplyFwdMsg"><strong>发件人:</strong> Ann</div>{OLD}</div>',
    "Outlook for Mac": f'<div>On Friday.</div><div><br></div><span id="OLK_SRC_BODY_SECTION"><div>{FIELDS_OF_NO_LANGUAGE}</div>{OLD}</span>',
    "Outlook Express": f'<DIV>On Friday.</DIV><BLOCKQUOTE style="PADDING-LEFT: 5px; MARGIN-LEFT: 5px; BORDER-LEFT: #000000 2px solid"><DIV>----- Original Message ----- </DIV>{OLD}</BLOCKQUOTE>',
    "Outlook 2003": f"<DIV>On Friday.</DIV><BR><DIV class=OutlookMessageHeader lang=de dir=ltr align=left><HR tabIndex=-1>{FIELDS_OF_NO_LANGUAGE}</DIV>{OLD}",
    "Hotmail": f'On Friday.<br><hr id="stopSpelling">{FIELDS_OF_NO_LANGUAGE}<br>{OLD}',
    "Windows Mail": '<div>On Friday.</div><div style="padding-top: 5px; border-top-color: rgb(229, 229, 229); border-top-width: 1px; border-top-style: solid;">'
    f"<div>{FIELDS_OF_NO_LANGUAGE}</div></div><div><br></div><div>{OLD}</div>",
    "Yahoo": f'<div class="ydp0a1b2c3dyahoo-style-wrap">On Friday.</div><div id="ydp0a1b2c3dyahoo_quoted_1234567890" class="ydp0a1b2c3dyahoo_quoted"><div>On Monday, Ann kiri bulé</div>{OLD}</div>',
    "Mail.ru": f'<p>On Friday.</p><br>Понедельник,  2 марта 2026, 12:00 +03:00 от {ANN}:<br><blockquote style="border-left:1px solid #0857A6; margin:10px;">{OLD}</blockquote>',
    "Yandex": f'<div>On Friday.</div><div> </div><div>02.03.2026, 12:00, "Ann Client" &lt;ann@client.example&gt;:</div><blockquote>{OLD}</blockquote><div>-- </div><div>me</div>',
    "Yandex, answered in between": f'<div>02.03.2026, 12:00, "Ann" &lt;ann@client.example&gt;:</div><blockquote>{OLD}</blockquote><div>On Friday.</div><blockquote>And the size?</blockquote>',
    "Ukr.net": f"<div>On Friday.</div><div><em>2 березня 2026, 12:00:00, від \"Ann\" &lt;<a>ann@client.example</a>&gt;: </em></div><blockquote style='border-left: 1px solid #cccccc; margin: 0 0 0 0.8ex;'>{OLD}</blockquote>",
    "abv.bg": f"On Friday.<br><br>-------- Оригинално писмо --------<br>От: Ann ann@client.example<br>Относно: Banner<br>До: me@studio.example<br>Изпратено на: 02.03.2026 12:00<br><br>{OLD}",
    "Proton": f'<div>On Friday.</div><div class="protonmail_quote">On Monday, Ann &lt;ann@client.example&gt; kiri bulé<br><br><blockquote class="protonmail_quote" type="cite">{OLD}</blockquote><br></div>',
    "Zimbra": f'<div>On Friday.</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__">{FIELDS_OF_NO_LANGUAGE}</div><div data-marker="__QUOTED_TEXT__">{OLD}</div>',
    "Zoho": f'<div>On Friday.</div><div class="zmail_extra"><div id="1">---- On {WHEN} Ann kiri ----</div><blockquote id="blockquote_zmail" style="margin: 0px;">{OLD}</blockquote></div>',
    "GMX": f'<div>On Friday.<div name="quote" style="margin:10px 5px 5px 10px; border-left:2px solid #C3D9E5;"><div><b>Gesendet:</b> Montag</div><div name="quoted-content">{OLD}</div></div></div>',
    "Spark": f'<div name="messageBodySection">On Friday.</div><div name="messageReplySection">On Mar 2, Ann kiri bulé<br><blockquote type="cite">{OLD}</blockquote></div>',
    "Front": f'<div>On Friday.</div><blockquote type="cite" class="front-blockquote">On March 2 Ann kiri bulé<br>{OLD}</blockquote>',
    "HEY": f'<div>On Friday.</div><div class="quoted-content"><div>Ann kiri bulé</div><blockquote>{OLD}</blockquote></div>',
    "Airmail": f'<div>On Friday.</div><p class="airmail_on">On 2 March Ann kiri bulé</p><blockquote type="cite" class="clean_bq">{OLD}</blockquote>',
    "Roundcube": f'<div>On Friday.</div><p id="reply-intro">On 2026-03-02 Ann kiri bulé</p><blockquote type="cite" style="padding: 0 0.4em; border-left: #1010ff 2px solid">{OLD}</blockquote>',
    "Tutanota": f'<div>On Friday.</div>Mar 2, 2026, 12:00 by ann@client.example:<br><blockquote class="tutanota_quote" style="border-left: 1px solid #93A3B8;">{OLD}</blockquote>',
    "an answer below a quote of Outlook": f"<blockquote type=cite><div id=x_divRplyFwdMsg>{FIELDS}</div>{OLD}</blockquote><p>On Friday.</p>",
    "an answer below another quote of Outlook": f"<blockquote type=cite><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm'>"
    f"{FIELDS}</div>{OLD}</blockquote><p>On Friday.</p>",
    "two lines of introduction": f"<div>On Friday.</div><div>On Mar 2, 2026, at 12:00 PM,<br>Ann Client kiri bulé:</div>{CITED}",
    "a bare quote at the end": f"<p>On Friday.</p><blockquote>{OLD}</blockquote>",
    "quotes that nobody closed": f"<div>On Friday.</div><div class=gmail_quote><blockquote class=gmail_quote><blockquote type=cite>{OLD}",
}


@pytest.mark.parametrize("program", REPLIES)
def test_what_is_new_in_a_reply(program: str) -> None:
    text = html_to_text(REPLIES[program])[0]
    assert new_text(text).removesuffix("\n\n-- \nme") == "On Friday."
    assert "When is it ready?" in text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>We offer:</p><blockquote>a logo</blockquote><p>Yours</p>", "We offer:\n\na logo\n\nYours"),
        ('<blockquote style="margin:0 0 0 40px;border:none">indented</blockquote>', "indented"),
        ("before<blockquote style='border:none;padding:0'>indented</blockquote>", "before\n\nindented"),
        ("<blockquote>all there is</blockquote>", "all there is"),
        ("mine<blockquote type=cite>a<blockquote>b</blockquote>c</blockquote>", "mine\n\n> a\n>\n> > b\n>\n> c"),
        ("a<blockquote type=cite>b</blockquote>c<blockquote>d</blockquote>e", "a\n\n> b\n\nc\n\n> d\n\ne"),
        (f"<div class=gmail_quote>---------- Forwarded message ---------<br>From: Ann<br><br>{OLD}</div>", None),
        (f"<div id=divRplyFwdMsg>{FIELDS}</div>{OLD}", None),
        ('<div style="border-top:1px solid #ccc">Tel: 123<br>Mail: a@b.example<br>Since: 2001</div>end', None),
        ('<div style="border-top:1px solid #ccc">Order: 7<br>At: 2.3.2026 12:00<br>Sum: 10</div>end', None),
        ('<div style="border-top:1px solid #ccc;padding:3pt">News of 2026<br>at 12:00</div>end', None),
    ],
)
def test_what_is_no_quote_has_no_marks(html: str, text: str | None) -> None:
    found = html_to_text(html)[0]
    assert found == text if text is not None else not any(line.startswith(">") for line in found.split("\n"))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('On Friday.<div class="gmail_signature"><p>Bo Writer</p><p>Studio</p></div>', "On Friday."),
        ('On Friday.<br>-- <br><div class="gmail_signature">Bo Writer</div>', "On Friday."),
        (f'On Friday.<div id="AppleMailSignature">Bo</div>{CITED}', "On Friday."),
        (f'On Friday.<div id="Signature"><p>Bo</p></div><div id="appendonsend"></div>{OLD}', "On Friday."),
        ('<div id="AppleMailSignature">all I wrote</div>', "all I wrote"),
        (f'{CITED}<div class="moz-signature">Bo</div>below', None),
        ('On Friday.<div data-signatureblock="true"></div>', "On Friday."),
        (f'{CITED}<div>On Friday.</div><pre class="moz-signature" cols="72">-- \nBo</pre>', "On Friday."),
    ],
)
def test_signatures_are_marked_as_in_plain_text(html: str, text: str | None) -> None:
    found = html_to_text(html)[0]
    assert "-- " not in found if text is None else new_text(found) == text


@pytest.mark.parametrize(
    "piece",
    [
        "<div class=gmail_quote>",
        "<div class=gmail_quote><blockquote>",
        "<blockquote type=cite>a<div>",
        "</blockquote>",
        "<blockquote>a</blockquote>",
        "<div id=divRplyFwdMsg>a",
        "<div style='border-top:solid'>A: 2026<br>",
        "<div style='border-top:solid'>a</div>",
        "a:<blockquote type=cite>b</blockquote>",
        "<div class=gmail_signature>a",
        "<div class='quote ",
        "<span class=quote-1></div>",
        "2026:<br>",
    ],
)
def test_endless_repetition_ends(piece: str) -> None:
    assert len(html_to_text(piece * (400_000 // len(piece)))[0]) <= 1_000_000
