#ifndef CWAVES_H
#define CWAVES_H

#include <stddef.h>
#include <stdint.h>

/// Hash functions of a fingerprint.
#define CWAVES_PLACES 64

/// Lowers each of the `CWAVES_PLACES` numbers at `minima` to the least value of its hash function over `count` shingles.
///
/// `hashes` holds a 64-bit hash of each shingle; its two halves stand in for all functions (Kirsch and Mitzenmacher 2006).
void cwaves_minima(const uint64_t *hashes, size_t count, uint32_t *minima);

#endif
