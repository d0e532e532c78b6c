"""Texts as one run of bytes and the offsets between them: Arrow's large_string."""

from array import array
from ctypes import POINTER, c_int64, c_uint8, c_void_p, cast
from typing import Any, Iterable, List, Optional, Tuple, Union

Text = Union[str, bytes, None]


class Column:
    """Pointers to bytes and offsets, and what keeps them alive."""

    def __init__(self, bytes_address: int, offsets_address: int, count: int, owners: Tuple[Any, ...]) -> None:
        self.bytes = cast(bytes_address or None, POINTER(c_uint8))
        self.offsets = cast(offsets_address, POINTER(c_int64))
        self.count = count
        self._owners = owners

    def slice(self, start: int, stop: int) -> "Column":
        """The texts from `start` to `stop`, in the same memory."""
        return Column(_address(self.bytes), _address(self.offsets) + 8 * start, stop - start, (self,))


def _address(pointer: Any) -> int:
    return cast(pointer, c_void_p).value or 0


def column(texts: Any) -> Column:
    """Any iterable of texts; pandas Series and Arrow columns by their own memory where they have it."""
    arrow = _arrow(texts)
    return _of_list(texts) if arrow is None else _of_arrow(arrow)


def _arrow(texts: Any) -> Optional[Any]:
    if hasattr(texts, "combine_chunks") or hasattr(texts, "buffers"):
        return texts
    values = getattr(texts, "array", None)  # of a pandas Series
    if values is not None and hasattr(values, "__arrow_array__") and "pyarrow" in str(getattr(texts, "dtype", "")):
        return values.__arrow_array__()
    return None


def _of_arrow(texts: Any) -> Column:
    import pyarrow

    if isinstance(texts, pyarrow.ChunkedArray):
        texts = texts.combine_chunks()
    if isinstance(texts, pyarrow.ChunkedArray):  # of no chunks, or of too many bytes for one
        texts = pyarrow.concat_arrays([chunk.cast(pyarrow.large_string()) for chunk in texts.chunks])
    texts = texts.cast(pyarrow.large_string())
    if texts.null_count:
        texts = texts.fill_null("")
    _, offsets, data = texts.buffers()
    if offsets is None or len(texts) == 0:
        return _of_list([])
    return Column(data.address if data else 0, offsets.address + 8 * texts.offset, len(texts), (texts,))


def _of_list(texts: Iterable[Text]) -> Column:
    encoded: List[bytes] = [_bytes(text) for text in texts]
    offsets = array("q", [0])
    total = 0
    for text in encoded:
        total += len(text)
        offsets.append(total)
    joined = b"".join(encoded)
    memory = (c_uint8 * max(1, total)).from_buffer_copy(joined or b"\0")
    return Column(_address(memory), offsets.buffer_info()[0], len(encoded), (memory, offsets))


def _bytes(text: Text) -> bytes:
    if isinstance(text, str):
        return text.encode("utf-8", "surrogatepass")
    if isinstance(text, (bytes, bytearray, memoryview)):
        return bytes(text)
    if text is None or str(text) in ("nan", "<NA>"):  # None, NaN, pandas.NA
        return b""
    raise TypeError(f"a text is str or bytes, not {type(text).__name__}")
