// What a program takes that only starts ncurses and draws a word; the yardstick for the first frame.
#include <locale.h>
#include <ncurses.h>

int main(void) {
  setlocale(LC_ALL, "");
  initscr();
  mvprintw(0, 0, "bare");
  refresh();
  getch();
  endwin();
  return 0;
}
