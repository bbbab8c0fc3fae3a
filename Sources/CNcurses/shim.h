// ncurses as Swift 6 can use it: wide characters, on the main actor alone (or in its stead, see
// CursesTerminal.compose), and the constants that its macros hide from the importer.
#pragma once
#define NCURSES_WIDECHAR 1

// Every system header comes before the pragma below, which would claim it for the main actor.
#include <langinfo.h>
#include <locale.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <wchar.h>

// ncurses has one screen and no locks.
#pragma clang attribute push(__attribute__((swift_attr("@MainActor"))), \
                             apply_to = any(function, variable(is_global)))
#include <curses.h>
#include <term.h>
#pragma clang attribute pop

static const attr_t NC_BOLD = A_BOLD, NC_DIM = A_DIM, NC_ITALIC = A_ITALIC,
                    NC_UNDERLINE = A_UNDERLINE, NC_REVERSE = A_REVERSE;

// GNU functions that the Glibc module does not declare.
extern int wcwidth(wchar_t);
extern int pipe2(int descriptors[2], int flags);
extern int memfd_create(const char *name, unsigned int flags);
extern int dup3(int descriptor, int other, int flags);
