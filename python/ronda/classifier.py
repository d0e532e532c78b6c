"""The C interface of libRonda (include/ronda.h) as a Python class."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from ctypes import CDLL, POINTER, byref, c_char_p, c_int, c_int64, c_size_t, c_uint8, c_void_p, cast, string_at
from functools import lru_cache
from pathlib import Path
from typing import Any, List, Optional, Union

from ronda.columns import Column, column
from ronda.verdict import Verdict

_PACKAGE = Path(__file__).resolve().parent


class RondaError(Exception):
    """The library or the lexicon can't be read; the message says what to do."""


@lru_cache(maxsize=None)
def _library() -> CDLL:
    named = os.environ.get("RONDA_LIBRARY")
    paths = [Path(named)] if named else sorted(_PACKAGE.glob("libRonda.*"))
    if not paths:
        raise RondaError("libRonda is not in the package; install it with `pip install ./python` or set RONDA_LIBRARY")
    try:
        library = CDLL(str(paths[0]))
    except OSError as error:
        raise RondaError(f"libRonda can't be loaded: {error}") from error
    library.ronda_open.restype = c_void_p
    library.ronda_open.argtypes = [c_char_p, POINTER(c_void_p)]
    library.ronda_close.restype = None
    library.ronda_close.argtypes = [c_void_p]
    library.ronda_classify.restype = c_int
    library.ronda_classify.argtypes = [
        c_void_p, POINTER(c_uint8), POINTER(c_int64), POINTER(c_uint8), POINTER(c_int64), c_size_t,
        POINTER(c_void_p), POINTER(c_size_t),
    ]
    library.ronda_free.restype = None
    library.ronda_free.argtypes = [c_void_p]
    return library


class Classifier:
    """A lexicon and its model, ready to judge. Threads may share one."""

    def __init__(self, lexicons: Union[str, "os.PathLike[str]", None] = None) -> None:
        """Reads the lexicon in a directory: the given one, that of RONDA_LEXICONS, else the package's own."""
        self._handle: Optional[int] = None
        directory = os.fspath(lexicons or os.environ.get("RONDA_LEXICONS") or _PACKAGE / "lexicons")
        error = c_void_p()
        self._handle = _library().ronda_open(os.fsencode(directory), byref(error))
        if not self._handle:
            message = string_at(error.value).decode("utf-8", "replace") if error.value else "no memory"
            _library().ronda_free(error)
            raise RondaError(message)

    def classify(self, texts: Any, ids: Any = None, jobs: int = 1) -> List[Verdict]:
        """A verdict for each text, in order.

        `texts` and `ids` are lists, pandas Series, Arrow columns or any iterables of str or bytes of the same length;
        without ids these are "1", "2", … `jobs` threads share the work.
        """
        return [json.loads(line) for line in self.classify_ndjson(texts, ids, jobs).splitlines()]

    def classify_ndjson(self, texts: Any, ids: Any = None, jobs: int = 1) -> bytes:
        """The same as lines of JSON, byte for byte what `ronda scan` writes."""
        if isinstance(texts, (str, bytes)):
            raise TypeError("texts is a list of texts; for one text give [text]")
        posts = column(texts)
        if ids is None and jobs > 1:
            ids = [str(number) for number in range(1, posts.count + 1)]
        names = None if ids is None else column(ids)
        if names is not None and names.count != posts.count:
            raise ValueError(f"{names.count} ids for {posts.count} texts")
        if jobs <= 1 or posts.count < 2 * jobs:
            return self._classify(posts, names)
        bounds = [posts.count * part // jobs for part in range(jobs + 1)]
        with ThreadPoolExecutor(jobs) as pool:
            parts = [
                pool.submit(self._classify, posts.slice(start, stop), names and names.slice(start, stop))
                for start, stop in zip(bounds, bounds[1:])
            ]
            return b"".join(part.result() for part in parts)

    def _classify(self, texts: Column, ids: Optional[Column]) -> bytes:
        if not self._handle:
            raise RondaError("the classifier is closed")
        output, size = c_void_p(), c_size_t()
        code = _library().ronda_classify(
            self._handle, texts.bytes, texts.offsets, ids and ids.bytes, ids and ids.offsets, texts.count,
            byref(output), byref(size),
        )
        if code == 2:
            raise MemoryError("no memory for the verdicts")
        if code != 0:
            raise RondaError("the texts are not laid out as they should be")
        try:
            return string_at(output.value, size.value) if output.value else b""
        finally:
            _library().ronda_free(output)

    def close(self) -> None:
        """Gives the memory back; no thread may be judging. Happens by itself when the classifier goes."""
        handle, self._handle = self._handle, None
        if handle:
            _library().ronda_close(handle)

    def __enter__(self) -> "Classifier":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()


@lru_cache(maxsize=1)
def _default() -> Classifier:
    return Classifier()


def classify(texts: Any, ids: Any = None, jobs: int = 1) -> List[Verdict]:
    """`Classifier.classify` with the lexicon of the package."""
    return _default().classify(texts, ids, jobs)


def classify_ndjson(texts: Any, ids: Any = None, jobs: int = 1) -> bytes:
    """`Classifier.classify_ndjson` with the lexicon of the package."""
    return _default().classify_ndjson(texts, ids, jobs)
