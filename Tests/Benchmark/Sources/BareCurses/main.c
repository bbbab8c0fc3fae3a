// The yardsticks for the first frame and for an edit: what a program takes that only uses ncurses.
//
// It draws a word. Given the name of a file, it then answers each key with a line at the end of that
// file, made durable, and a row on the screen, until q. It tells that a frame is complete as
// jointview does (see Fence.swift).
#include <fcntl.h>
#include <locale.h>
#include <ncurses.h>
#include <unistd.h>

static const char line[] =
    "Set: Contribution Note C-00000000\nFrom: nothing\nTo: seen 1\nCrc: 00000000\n\n";

static void show(int frame) {
  refresh();
  printf("\033]7747;%d\007", frame);
  fflush(stdout);
}

int main(int count, char **words) {
  setlocale(LC_ALL, "");
  initscr();
  raw();
  noecho();
  mvprintw(0, 0, "bare");
  if (count < 2) {
    refresh();
    getch();
    endwin();
    return 0;
  }
  int file = open(words[1], O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
  for (int frame = 1;; frame++) {
    show(frame);
    if (getch() == 'q') break;
    if (write(file, line, sizeof line - 1) < 0 || fdatasync(file)) break;
    mvprintw(1 + frame % 30, 0, "kept %d: a row of words, about as long as one of a list", frame);
  }
  endwin();
  unlink(words[1]);
  return 0;
}
