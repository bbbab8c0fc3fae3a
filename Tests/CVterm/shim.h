// libvterm, and what Swift cannot read of it: bit-fields and tagged unions.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <vterm.h>

static inline int cvterm_bold(const VTermScreenCell *cell) { return cell->attrs.bold; }
static inline int cvterm_italic(const VTermScreenCell *cell) { return cell->attrs.italic; }
static inline int cvterm_underline(const VTermScreenCell *cell) { return cell->attrs.underline; }
static inline int cvterm_reverse(const VTermScreenCell *cell) { return cell->attrs.reverse; }

/// -1 for the terminal's own colour, else the index, or 0x1000000 and the red, green and blue.
static inline int32_t cvterm_colour(const VTermColor *colour) {
  if (colour->type & VTERM_COLOR_DEFAULT_MASK) return -1;
  if (VTERM_COLOR_IS_INDEXED(colour)) return colour->indexed.idx;
  return 0x1000000 | colour->rgb.red << 16 | colour->rgb.green << 8 | colour->rgb.blue;
}

// Functions of pseudo-terminals that the Glibc module does not declare.
extern int posix_openpt(int flags);
extern int grantpt(int descriptor);
extern int unlockpt(int descriptor);
extern int ptsname_r(int descriptor, char *buffer, size_t size);
