#include "CPass.h"
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

long c_pass(const char *path, const char *name, long *fields) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) return -1;
  size_t size = (size_t)status.st_size;
  const char *text = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
  close(file);
  if (text == MAP_FAILED) return -1;
  const char *at = text, *end = text + size;
  size_t length = strlen(name);
  long records = 0, found = 0;
  int inside = 0;
  while (at < end) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    if (!stop) stop = end;
    if (stop == at) {
      inside = 0;
    } else if (*at != '#' && *at != '+') {
      if (!inside) records++;
      inside = 1;
      const char *colon = at;
      while (colon < stop && *colon != ':') colon++;
      if ((size_t)(colon - at) == length && memcmp(at, name, length) == 0) found++;
    }
    at = stop + 1;
  }
  munmap((void *)text, size);
  if (fields) *fields = found;
  return records;
}
