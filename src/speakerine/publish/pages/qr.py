"""QR codes of addresses, drawn here: in a picture for the page, in letters for a terminal."""

from __future__ import annotations

from io import BytesIO, StringIO

_QUIET_MODULES = 4
"""White around the code. Source: ISO/IEC 18004, quiet zone."""

_QUIET_LINES = 2


def render_qr(address: str) -> bytes:
    """Return the code as an SVG picture, dark on white whatever the page's colours: cameras want it so."""
    import segno

    picture = BytesIO()
    segno.make_qr(address, error="m").save(
        picture,
        kind="svg",
        border=_QUIET_MODULES,
        dark="#000",
        light="#fff",
        omitsize=True,
        xmldecl=False,
        svgclass=None,
        lineclass=None,
    )
    return picture.getvalue()


def terminal_qr(address: str) -> str:
    """Return the code as lines of half blocks, to be written in white on black."""
    import segno

    lines = StringIO()
    segno.make_qr(address, error="l").terminal(out=lines, compact=True, border=_QUIET_LINES)
    return lines.getvalue()
