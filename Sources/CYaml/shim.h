// libyaml, by a name that Swift can import.
#pragma once
#include <yaml.h>
