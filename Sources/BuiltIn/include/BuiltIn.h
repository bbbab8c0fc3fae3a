#pragma once
#include <stddef.h>

/// The starter register, whole, as it is copied to a new user's register.
extern const unsigned char *const builtin_starter_register;
extern const size_t builtin_starter_register_count;

/// A colour scheme of `themes/`: its name and the text of its file, which ends by a nought.
struct builtin_scheme {
  const char *name;
  const char *text;
};

/// All of them, for a program that finds no folder of them; the first stands in for others.
extern const struct builtin_scheme *const builtin_schemes;
extern const size_t builtin_schemes_count;

/// A topic of the manual: its name and its text.
struct builtin_topic {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The topics of `manual/`, in the order in which they are read.
extern const struct builtin_topic *const builtin_topics;
extern const size_t builtin_topics_count;
