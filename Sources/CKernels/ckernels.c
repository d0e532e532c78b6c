// The two loops that every byte of every post walks through. Baseline x86-64 gathers the results of a comparison into bits
// with a dozen instructions and has no 32-bit multiplication for vectors; with AVX2 marking a post takes a fifth of the
// instructions of the same in Swift, and adding up n-grams half.

#include "CKernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define KERNEL __attribute__((target("avx2,bmi,bmi2,popcnt")))

bool ckernels_are_usable(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
         __builtin_cpu_supports("popcnt");
}

// Whether each byte is from `first` on and at most `span` further, as 0xFF or 0.
KERNEL static inline __m256i in_range(__m256i bytes, char first, char span) {
  const __m256i above = _mm256_sub_epi8(bytes, _mm256_set1_epi8(first));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(above, _mm256_set1_epi8(span)), above);
}

// Whether each byte is one of the quiet signs " # ' ( ) , - . : ; ? ! by its two halves: those of column 2 and of column 3.
KERNEL static inline __m256i are_quiet(__m256i bytes) {
  const __m256i rows = _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 2, 2, 1, 1, 1, 2));
  const __m256i columns = _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  const __m256i half = _mm256_set1_epi8(0x0F);
  const __m256i row = _mm256_shuffle_epi8(rows, _mm256_and_si256(bytes, half));
  const __m256i column = _mm256_shuffle_epi8(columns, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half));
  return _mm256_cmpgt_epi8(_mm256_and_si256(row, column), _mm256_setzero_si256());
}

struct bits {
  uint64_t letters, blanks, repeats, quiet, controls;
};

// Lowers 32 bytes and adds their bits above those of the 32 before; `before` is what these were in lower case.
KERNEL static inline void read_half(uint8_t *place, int shift, __m256i *before, struct bits *bits) {
  const __m256i case_bit = _mm256_set1_epi8(0x20);
  const __m256i bytes = _mm256_loadu_si256((const __m256i *)place);
  const __m256i low = _mm256_or_si256(bytes, case_bit);
  const __m256i letters = in_range(low, 'a', 25);
  const __m256i spaces = in_range(bytes, '\t', 4);
  const __m256i last = _mm256_alignr_epi8(low, _mm256_permute2x128_si256(*before, low, 0x21), 15);
  *before = low;
  _mm256_storeu_si256((__m256i *)place, _mm256_or_si256(bytes, _mm256_and_si256(letters, case_bit)));
#define ADD(mask, vector) bits->mask |= (uint64_t)(uint32_t)_mm256_movemask_epi8(vector) << shift
  ADD(letters, letters);
  ADD(blanks, _mm256_or_si256(spaces, _mm256_cmpeq_epi8(bytes, case_bit)));
  ADD(repeats, _mm256_and_si256(letters, _mm256_cmpeq_epi8(low, last)));
  ADD(quiet, are_quiet(bytes));
  ADD(controls, _mm256_andnot_si256(spaces, in_range(bytes, 0, 0x1F)));
#undef ADD
}

// Writes the places of the bits, eight at once, so that their number need not be guessed.
KERNEL static inline uint16_t *write_places(uint64_t bits, size_t base, uint16_t *places) {
  const int count = (int)_mm_popcnt_u64(bits);
  for (int done = 0; done < count; done += 8) {
    for (int next = 0; next < 8; next++) {
      places[done + next] = (uint16_t)(base + _tzcnt_u64(bits));
      bits = _blsr_u64(bits);
    }
  }
  return places + count;
}

KERNEL ptrdiff_t ckernels_mark(struct ckernels_marks marks, size_t count) {
  uint16_t *edge = marks.edges;
  uint64_t controls = 0, in_word = 0;
  __m256i before = _mm256_set1_epi8(0x20);
  for (size_t place = 0; place <= count; place += 64) {
    struct bits bits = {0};
    read_half(marks.lower + place, 0, &before, &bits);
    read_half(marks.lower + place + 32, 32, &before, &bits);
    const uint8_t next = marks.lower[place + 64];
    const uint64_t is_blank_next = next == 0x20 || (uint8_t)(next - '\t') < 5;
    const uint64_t after_letter = bits.letters << 1 | in_word;
    const uint64_t before_blank = bits.blanks >> 1 | is_blank_next << 63;
    in_word = bits.letters >> 63;
    controls |= bits.controls;
    const size_t word = place / 64;
    marks.letters[word] = bits.letters;
    marks.blanks[word] = bits.blanks;
    marks.repeats[word] = bits.repeats;
    marks.others[word] = ~(bits.letters | bits.blanks | (bits.quiet & after_letter & before_blank));
    edge = write_places(bits.letters ^ after_letter, place, edge);
  }
  return controls ? -1 : edge - marks.edges;
}

// The slots of the runs of three and of four bytes that begin in eight places (`NGramText.slot`).
KERNEL static inline void find_slots(const uint8_t *text, uint32_t *of_three, uint32_t *of_four) {
  // Brings the four bytes from each place, the first one highest, into a lane.
  const __m256i windows =
      _mm256_setr_epi8(3, 2, 1, 0, 4, 3, 2, 1, 5, 4, 3, 2, 6, 5, 4, 3, 7, 6, 5, 4, 8, 7, 6, 5, 9, 8, 7, 6, 10, 9, 8, 7);
  const __m256i bytes = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)text));
  const __m256i four = _mm256_shuffle_epi8(bytes, windows);
  const __m256i three = _mm256_srli_epi32(four, 8);
  const __m256i three_mixed = _mm256_mullo_epi32(three, _mm256_set1_epi32((int)0x9E3779B1));
  const __m256i four_mixed = _mm256_mullo_epi32(
      _mm256_xor_si256(four, _mm256_set1_epi32(0x5BD1E995)), _mm256_set1_epi32((int)0x85EBCA77));
  _mm256_storeu_si256((__m256i *)of_three, _mm256_srli_epi32(three_mixed, 16));
  _mm256_storeu_si256((__m256i *)of_four, _mm256_srli_epi32(four_mixed, 16));
}

KERNEL uint64_t ckernels_sum_rows(const uint8_t *text, size_t places, const uint64_t *rows) {
  uint32_t three[8], four[8];
  uint64_t of_three = 0, of_four = 0;
  size_t place = 0;
  for (; place + 8 <= places; place += 8) {
    find_slots(text + place, three, four);
#pragma GCC unroll 8
    for (int next = 0; next < 8; next++) {
      of_three += rows[three[next]];
      of_four += rows[four[next]];
    }
  }
  if (place < places) {
    find_slots(text + place, three, four);
    for (size_t next = 0; place + next < places; next++) of_three += rows[three[next]] + rows[four[next]];
  }
  return of_three + of_four;
}

#else

bool ckernels_are_usable(void) { return false; }
ptrdiff_t ckernels_mark(struct ckernels_marks marks, size_t count) { return -1; }
uint64_t ckernels_sum_rows(const uint8_t *text, size_t places, const uint64_t *rows) { return 0; }

#endif
