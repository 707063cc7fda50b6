#!/usr/bin/env python3
"""Brings an operator's seed back from pages of `nkeep ceremony split`, without nkeep: for the day on which there is none.

    python3 docs/combine.py src/ceremony/words.txt PAGE PAGE...

Prints the seed: compare its public key with the one on the pages before you believe it. tests/ceremony_shares.rs runs this.
"""
import base64
import binascii
import sys


def multiplied(a, b):
    result = 0
    while b:
        if b & 1:
            result ^= a
        a = (a << 1) ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return result


def inverse(a):
    result = 1
    for _ in range(254):
        result = multiplied(result, a)
    return result


def share(page, even, odd):
    """The number of a share, how many are wanted, and its 32 bytes: rows of five bytes and a check."""
    data = b""
    for line in open(page).read().lower().splitlines():
        number, *words = line.split() or [""]
        if number.isdigit() and len(words) == 6:
            row = bytes((odd if place % 2 else even)[word] for place, word in enumerate(words))
            data += row[:5]
    assert len(data) == 45 and data[0] == ord("O"), page
    return data[2], (data[1] >> 4) + 1, data[11:43]


def main(words, *pages):
    pairs = [line.split() for line in open(words).read().lower().splitlines()]
    even, odd = ({pair[at]: byte for byte, pair in enumerate(pairs)} for at in (0, 1))
    shares = [share(page, even, odd) for page in pages]
    wanted = shares[0][1]
    assert len({number for number, _, _ in shares}) >= wanted, f"{wanted} shares are wanted"
    chosen = shares[:wanted]
    raw = bytearray(32)
    for number, _, data in chosen:
        factor = 1
        for other, _, _ in chosen:
            if other != number:
                factor = multiplied(factor, multiplied(other, inverse(other ^ number)))
        for at, byte in enumerate(data):
            raw[at] ^= multiplied(byte, factor)
    seed, operator = 18 << 3, 14 << 3
    head = bytes([seed | operator >> 5, (operator & 31) << 3]) + bytes(raw)
    check = binascii.crc_hqx(head, 0).to_bytes(2, "little")
    print(base64.b32encode(head + check).decode().rstrip("="))


main(*sys.argv[1:])
