#pragma once
#include <stddef.h>

/// The starter register, whole, as it is copied to a new user's register.
extern const unsigned char *const builtin_starter_register;
extern const size_t builtin_starter_register_count;

/// The colour schemes of `themes/`, for a program that finds no folder of them.
extern const unsigned char *const builtin_scheme_dark;
extern const size_t builtin_scheme_dark_count;
extern const unsigned char *const builtin_scheme_light;
extern const size_t builtin_scheme_light_count;
extern const unsigned char *const builtin_scheme_monochrome;
extern const size_t builtin_scheme_monochrome_count;

/// A topic of the manual: its name and its text.
struct builtin_topic {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The topics of `manual/`, in the order in which they are read.
extern const struct builtin_topic *const builtin_topics;
extern const size_t builtin_topics_count;
