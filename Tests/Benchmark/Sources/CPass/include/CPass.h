#pragma once
#include <stddef.h>

/// What a program that only splits lines and checks names has to do: maps a rec file, finds every line, takes the
/// name before the colon, and counts records and the fields of one name. Returns the records, or -1.
long c_pass(const char *path, const char *name, long *fields);
