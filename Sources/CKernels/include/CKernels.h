#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether the processor has AVX2 and its bit instructions. Without them the kernels below must not be called: each has its
/// like in Swift.
bool ckernels_are_usable(void);

/// What is noted of a post (`PostMarks`): its bytes in lower case; one bit a byte, the first lowest, for letters, blanks,
/// letters that repeat the one before, and what is neither part of a plain word nor blank; where runs of letters begin and end.
struct ckernels_marks {
  uint8_t *lower;
  uint64_t *letters;
  uint64_t *blanks;
  uint64_t *repeats;
  uint64_t *others;
  uint16_t *edges;
};

/// Marks a text of `count` bytes, which stands in `marks.lower` with at least 128 blanks behind. Masks are written up to the
/// end of the last 64 bytes. Gives how many edges there are (of up to 7 more places what is written is noise), or -1 when
/// the text holds control characters.
ptrdiff_t ckernels_mark(struct ckernels_marks marks, size_t count);

/// What the rows come to, lane by lane, of the runs of three and of four bytes that begin in the first `places` bytes of
/// `text` (`NGramRow`); up to 16 bytes behind those are read.
uint64_t ckernels_sum_rows(const uint8_t *text, size_t places, const uint64_t *rows);

#endif
