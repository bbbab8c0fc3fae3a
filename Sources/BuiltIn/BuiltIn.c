#include "BuiltIn.h"

// One file of the repository as bytes of the program; C23's #embed follows changes of the file.
#define BUILT_IN(name)                                                         \
  const unsigned char *const builtin_##name = name##_bytes;                    \
  const size_t builtin_##name##_count = sizeof name##_bytes;

static const unsigned char starter_register_bytes[] = {
#embed "starter.rec"
};
BUILT_IN(starter_register)

static const unsigned char scheme_dark_bytes[] = {
#embed "../../themes/dark.yaml"
};
BUILT_IN(scheme_dark)

static const unsigned char scheme_light_bytes[] = {
#embed "../../themes/light.yaml"
};
BUILT_IN(scheme_light)

static const unsigned char scheme_monochrome_bytes[] = {
#embed "../../themes/monochrome.yaml"
};
BUILT_IN(scheme_monochrome)
