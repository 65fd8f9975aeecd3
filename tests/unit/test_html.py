"""HTML to text: shape is kept, what is hidden stays hidden, links get numbers, and no input is slow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.test_clean import FORBIDDEN
from triage.mail.html import LONGEST, html_to_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Hello   <b>Olha</b>,</p><p>yes.</p>", "Hello Olha,\n\nyes."),
        ("one<br>two<br/><br>three", "one\ntwo\n\nthree"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        (
            "<p class=MsoNormal>a</p><p class=MsoNormal>b</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>c",
            "a\nb\n\nc",
        ),
        ("<ul><li>one<li>two<ul><li>deep</ul></ul>", "- one\n- two\n  - deep"),
        ("<ol start=3><li><p>a</p></li><li>b</li></ol>", "3. a\n4. b"),
        (
            "<table><tr><th>Item</th><th>Price</th></tr><tr><td><p>Logo</p></td><td>10</td></tr></table>",
            "Item | Price\nLogo | 10",
        ),
        ("<table><tr><td>a<br>b</td><td>c</td></tr></table>", "a\nb\nc"),
        ("<table><tr><td></td><td>only</td><td> </td></tr></table>", "only"),
        (
            "He wrote:<blockquote><p>a</p><p>b</p><blockquote>c</blockquote></blockquote>mine",
            "> He wrote:\n>\n> a\n>\n> b\n>\n> > c\n\nmine",
        ),
        ('<blockquote style="margin:0 0 0 40px;border:none">indented</blockquote>', "indented"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ("a<hr>b", "a\n———\nb"),
        ("1 < 2 &lt;x&gt; &amp;amp; &#1072; &#99999999999;", "1 < 2 <x> &amp; а \ufffd"),
        ('<a title="a > b">text</a>', "text"),
        ("<img alt='Company logo'> <img alt=pixel width=1> <img alt='image001.png'><img alt=''>", "[Company logo]"),
        ("<p>unclosed <b>bold <i>both", "unclosed bold both"),
        ("a\u202eb\x1b[31mc", "ab[31mc"),
    ],
)
def test_shape(html: str, text: str) -> None:
    assert html_to_text(html)[0] == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a<b) '<p>x</p>'</script>",
        "<style>p{}</style>",
        "<head><title>x</title></head>",
        "<!-- x <p> --><!--><![if !mso]>",
        '<div style="DISPLAY : none">x<div>y</div>z</div>',
        '<span style="font-size:0px;color:#fff">x</span>',
        '<span style="max-height:0;overflow:hidden">x</span>',
        "<div hidden>x</div>",
        "<div style='visibility:hidden'>x</div>",
        "<div style='mso-hide:all'>x</div>",
        "<style>p {color:red} .Pre-Header, span.gone {\n display : none !important }</style><p class='a pre-header'>x</p>",
        "<template>x</template>",
        "<select><option>x</select>",
    ],
)
def test_hidden_text_stays_hidden(hidden: str) -> None:
    assert html_to_text(f"<p>before</p>{hidden}<p>after</p>")[0] == "before\n\nafter"


@pytest.mark.parametrize(
    "shown",
    [
        '<p style="font-size:0.9em">x</p>',
        '<p style="opacity:0.5">x</p>',
        "<p class=hidden-xs>x</p>",
        "<style>.seen{} #a .b, .c:hover, .d .e {display:none} .b{}</style><p class='b c e seen'>x</p>",
        "<style>@media only screen { .wide {display:none} }</style><p class=wide>x</p>",
        "<style style='display:none'>.a{}</style><p class=a>x</p>",
        "<style>.a{display:none}<p class=b>x</p></style><p>x</p>",
    ],
)
def test_small_text_is_not_hidden(shown: str) -> None:
    assert html_to_text(shown)[0] == "x"


def test_a_hidden_paragraph_nobody_closed_ends_at_the_next_block() -> None:
    assert html_to_text('<p style="display:none">x<p>shown')[0] == "shown"


def test_links_are_numbered_where_the_text_does_not_say_where_they_lead() -> None:
    html = (
        '<a href="https://a.example/x?a=1&amp;b=2">first</a>, <a href="https://b.example/">b.example</a>, '
        '<a href="mailto:ann@client.example">ann@client.example</a>, <a href="mailto:ann@client.example">write</a>, '
        '<a href="javascript:x">bad</a>, <a href="https://c.example"><img alt="Logo"></a>, '
        '<a href="https://a.example/x?a=1&amp;b=2">again</a>, <a href="https://d.example"></a>end'
    )
    text, links = html_to_text(html)
    assert text == "first [1], b.example, ann@client.example, write [2], bad, [Logo] [3], again [1], end"
    assert links == ("https://a.example/x?a=1&b=2", "mailto:ann@client.example", "https://c.example")


def test_a_later_part_goes_on_with_the_numbers() -> None:
    assert html_to_text('<a href="https://b.example">b</a>', ("https://a.example",)) == (
        "b [2]",
        ("https://a.example", "https://b.example"),
    )


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<",
        "<table><tr><td>",
        "<b>x",
        "<!--",
        '<a x="',
        "<a x='",
        "<a ",
        "&",
        "&#9",
        "<blockquote>",
        "<ul><li>",
        "</p>",
        '<p style="font-size:0',
        "<script>",
        "<style>",
        "<style>display:none",
        "<style>.a{display:none}</style><p class=a>",
        "= ",
        "\n",
        "<pre>\n",
    ],
)
def test_endless_repetition_ends(piece: str) -> None:
    text, links = html_to_text(piece * (LONGEST // len(piece)))
    assert len(text) <= 2 * LONGEST
    assert links == ()


@given(st.text(st.sampled_from("<>/!-=\"' abpdivtrh&#;:style")) | st.text())
def test_any_text_gives_clean_text(html: str) -> None:
    assert not FORBIDDEN & set(html_to_text(html)[0])
