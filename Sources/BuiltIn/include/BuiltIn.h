#pragma once
#include <stddef.h>

/// The starter register, whole, as it is copied to a new user's register.
extern const unsigned char builtin_starter_register[];
extern const size_t builtin_starter_register_count;
