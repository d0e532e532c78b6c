"""Checks the installed package against the `ronda` command; run by scripts/python-test."""

import ctypes
import os
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

import ronda

COMMAND = os.environ["RONDA_COMMAND"]
LEXICONS = os.environ["RONDA_LEXICONS"]


def posts():
    """The lines of the lexicon itself, some disguised, some that are hardly text."""
    lines = [line for path in sorted(Path(LEXICONS).glob("*.yaml")) for line in path.read_bytes().splitlines()]
    styled = "main di \U0001d40f\U0001d414\U0001d40b\U0001d400\U0001d414\U0001d416\U0001d408\U0001d40d maxwin, hari ini".encode()
    return [line.replace(b"\r", b"") for line in lines][:600] + [styled, b"", b"\xff\xfe rusak", b"slot\0gacor", b"s l o t gacor"]


def scanned(lines):
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        file.write(b"".join(line + b"\n" for line in lines))
        file.flush()
        command = [COMMAND, "scan", "--format", "text", "--lexicons", LEXICONS, file.name]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


class RondaTest(unittest.TestCase):
    def test_same_bytes_as_the_command(self):
        lines = posts()
        expected = scanned(lines)
        self.assertGreater(expected.count(b'"harmful"'), 10)
        self.assertEqual(ronda.classify_ndjson(lines), expected)
        self.assertEqual(ronda.classify_ndjson(iter(lines), jobs=3), expected)

    def test_threads_share_a_classifier(self):
        lines = posts()[-100:]
        expected = ronda.classify_ndjson(lines)
        results = []
        threads = [threading.Thread(target=lambda: results.append(ronda.classify_ndjson(lines))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(results, [expected] * 8)

    def test_rows_line_up(self):
        verdicts = ronda.classify(["slot gacor maxwin", None, float("nan"), b"halo", ""], ids=list("abcde"))
        self.assertEqual([verdict["id"] for verdict in verdicts], list("abcde"))
        self.assertEqual([verdict["verdict"] for verdict in verdicts], ["harmful"] + ["clean"] * 4)
        self.assertEqual(ronda.classify([]), [])

    def test_mistakes_are_explained(self):
        with self.assertRaisesRegex(ronda.RondaError, "tiada"):
            ronda.Classifier("/tiada")
        for texts, error in [("satu", TypeError), ([1], TypeError)]:
            self.assertRaises(error, ronda.classify, texts)
        self.assertRaises(ValueError, ronda.classify, ["a"], ["1", "2"])
        closed = ronda.Classifier(LEXICONS)
        closed.close()
        self.assertRaises(ronda.RondaError, closed.classify, ["a"])

    def test_bad_offsets_are_refused(self):
        from ronda.classifier import _library

        classifier = ronda.Classifier(LEXICONS)
        memory = (ctypes.c_uint8 * 4)()
        output, size = ctypes.c_void_p(), ctypes.c_size_t()
        for numbers in [(0, 4, 2), (-1, 2, 4)]:
            offsets = (ctypes.c_int64 * 3)(*numbers)
            code = _library().ronda_classify(
                classifier._handle, memory, offsets, None, None, 2, ctypes.byref(output), ctypes.byref(size)
            )
            self.assertEqual((code, output.value), (1, None))

    def test_pandas_and_arrow(self):
        try:
            import pandas
            import pyarrow
        except ImportError:
            self.skipTest("pandas and pyarrow are not installed")
        texts = ["slot gacor maxwin", None, "halo 🎰", "selamat pagi"] * 10
        expected = ronda.classify_ndjson(texts)
        columns = [
            pandas.Series(texts), pandas.Series(texts, index=range(7, 47)), pandas.Series(texts, dtype="string"),
            pandas.Series(texts, dtype=pandas.ArrowDtype(pyarrow.string())), pyarrow.array(texts),
            pyarrow.array(texts, pyarrow.large_string()), pyarrow.chunked_array([texts[:5], texts[5:]]),
            pyarrow.array(["x"] + texts + ["y"]).slice(1, 40),
        ]
        for column in columns:
            self.assertEqual(ronda.classify_ndjson(column), expected, type(column))
            self.assertEqual(ronda.classify_ndjson(column, jobs=2), expected, type(column))


if __name__ == "__main__":
    print(f"Python {sys.version.split()[0]}, ronda from {Path(ronda.__file__).parent}")
    unittest.main(verbosity=2)
