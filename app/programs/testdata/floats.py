"""Writes floats.csv: floats as Python prints them.

    python3 floats.py >floats.csv

A line holds the 64 bits of a float in hexadecimal and its repr.
"""

import platform
import random
import struct

TEXTS = """
    0 -0.0 1 -1 2 10 100 0.1 0.2 0.3 1e-3 1e-4 9.999e-5 1e-5 -1e-5 1.5e-7 1e15 9999999999999998 1e16 -1e16
    12345678901234567890 1e17 1e21 1e22 1e23 1e100 1.7976931348623157e308 5e-324 2.2250738585072014e-308
    123456.789 4.35 0.5 1e-10 4 2.6666666666666667 3.141592653589793 inf -inf nan
""".split()

draw = random.Random(1)
floats = [float(text) for text in TEXTS]
floats += [struct.unpack(">d", draw.randbytes(8))[0] for _ in range(200)]
floats += [draw.uniform(-1, 1) * 10 ** draw.randint(-8, 20) for _ in range(200)]
floats += [float(draw.randint(-10**16, 10**16)) for _ in range(50)]

print("# repr(float) of CPython", platform.python_version())
for x in floats:
    print(struct.pack(">d", x).hex(), repr(x), sep=",")
