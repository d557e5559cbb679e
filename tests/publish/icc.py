"""A colour profile of our own making: CMYK whose inks are wrong on purpose, so that its use is seen."""

import struct

_NONE = b"\0\0\0\0"
_PAPER, _BLACK = (255, 128, 128), (0, 128, 128)


def cmyk_profile(cyan: tuple[int, int, int]) -> bytes:
    """An ICC v2 profile in which cyan ink has that colour, its L*, a* and b* in bytes; black is black.

    Source: ICC.1:2001-04, 6.5.7 (lut8Type): the first ink changes slowest in the table.
    """
    nodes = [_BLACK if node & 1 else cyan if node & 8 else _PAPER for node in range(16)]
    identity = b"".join(struct.pack(">i", 65536 * (at in (0, 4, 8))) for at in range(9))
    curve = bytes(range(256))
    table = (
        b"mft1" + _NONE + bytes((4, 3, 2, 0)) + identity + curve * 4 + b"".join(map(bytes, nodes)) + curve * 3
    )
    table += b"\0" * (-len(table) % 4)
    text = b"text" + _NONE + b"Ours\0\0\0\0"
    name = b"desc" + _NONE + struct.pack(">I", 5) + b"Test\0" + b"\0" * 78
    name += b"\0" * (-len(name) % 4)
    white = b"XYZ " + _NONE + struct.pack(">iii", 63190, 65536, 54061)
    blocks = {b"desc": name, b"cprt": text, b"wtpt": white, b"A2B0": table}
    directory, body, at = struct.pack(">I", len(blocks)), b"", 128 + 4 + 12 * len(blocks)
    for signature, block in blocks.items():
        directory += signature + struct.pack(">II", at + len(body), len(block))
        body += block
    size = 128 + len(directory) + len(body)
    head = struct.pack(">I4sI4s4s4s", size, _NONE, 0x02400000, b"prtr", b"CMYK", b"Lab ")
    head += struct.pack(">6H", 2024, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28
    head += struct.pack(">iii", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + directory + body
