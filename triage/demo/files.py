"""The bytes of the demo's attachments: small, but real files of their kinds."""

from __future__ import annotations

import struct
import zlib
from pathlib import PurePath

TYPES = {".pdf": ("application", "pdf"), ".png": ("image", "png"), ".txt": ("text", "plain")}


def attachment(name: str) -> bytes:
    """A file whose kind is told by its name: .pdf, .png or .txt."""
    kind = PurePath(name).suffix
    if kind == ".pdf":
        return _pdf("Studio Kovalenko")
    if kind == ".png":
        return _png(48, 32)
    if kind == ".txt":
        return f"{PurePath(name).stem}\n\n1. 85 x 55 mm\n2. 1080 x 1080 px\n3. CMYK, 300 dpi\n".encode()
    raise ValueError(f"no such kind of file: {name}")


def _pdf(line: str) -> bytes:
    page = f"BT /F1 24 Tf 60 760 Td ({line}) Tj ET".encode("ascii")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    starts = []
    for number, content in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % start for start in starts)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    shades = bytes(channel for x in range(width) for channel in (64 + 4 * x, 96, 224 - 3 * x))
    rows = (b"\x00" + shades) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
