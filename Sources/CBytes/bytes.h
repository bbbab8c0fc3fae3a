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

/// Has the cache line of an address brought from memory, for a read that is to come.
static inline void cbytes_prepare(const void *at) { __builtin_prefetch(at); }
