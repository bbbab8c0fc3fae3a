#include "BuiltIn.h"

const unsigned char builtin_starter_register[] = {
#embed "starter.rec"
};
const size_t builtin_starter_register_count = sizeof builtin_starter_register;
