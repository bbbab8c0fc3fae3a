// Sixty-four bytes at a time, by the vectors of whatever processor it is: Swift's own have no way from a comparison
// to a mask of bits.
#pragma once
#include <stdint.h>
#include <string.h>

typedef uint8_t cbytes_block __attribute__((ext_vector_type(64)));
typedef _Bool cbytes_bits __attribute__((ext_vector_type(64)));

static inline uint64_t cbytes_mask(cbytes_bits bits) {
  uint64_t mask;
  memcpy(&mask, &bits, sizeof mask);
  return mask;
}

/// Which of 64 bytes are line feeds, the first in the lowest bit; notes in `odd` whether any is NUL or 0xFF.
static inline uint64_t cbytes_line_feeds(const void *from, uint64_t *odd) {
  cbytes_block block;
  memcpy(&block, from, sizeof block);
  *odd |= cbytes_mask(__builtin_convertvector((cbytes_block)(block + 1) < 2, cbytes_bits));
  return cbytes_mask(__builtin_convertvector(block == 10, cbytes_bits));
}

/// Finds the last place of a byte. The C library has it, but declares it only where GNU's extensions
/// are asked for.
extern void *memrchr(const void *from, int byte, size_t count);

/// Has the cache line of an address brought from memory, for a read that is to come.
static inline void cbytes_prepare(const void *at) { __builtin_prefetch(at); }

/// The first and the last byte of a text, each with bits that do not count, in which a small letter and its capital
/// differ; and how far apart they are.
typedef struct {
  uint8_t first, first_fold, last, last_fold;
  intptr_t distance;
} cbytes_ends;

/// At which of 64 places both ends fit, the first in the lowest bit. Reads 64 bytes and the distance.
static inline uint64_t cbytes_pairs(const void *from, cbytes_ends ends) {
  cbytes_block first, last;
  memcpy(&first, from, sizeof first);
  memcpy(&last, (const char *)from + ends.distance, sizeof last);
  return cbytes_mask(__builtin_convertvector(
      ((first | ends.first_fold) == ends.first) & ((last | ends.last_fold) == ends.last), cbytes_bits));
}
