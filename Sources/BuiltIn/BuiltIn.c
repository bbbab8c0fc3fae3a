#include "BuiltIn.h"

// One file of the repository as bytes of the program; C23's #embed follows changes of the file.
#define BUILT_IN(name)                                                         \
  const unsigned char *const builtin_##name = name##_bytes;                    \
  const size_t builtin_##name##_count = sizeof name##_bytes;

static const unsigned char starter_register_bytes[] = {
#embed "starter.rec"
};
BUILT_IN(starter_register)

// The colour schemes, the one that stands in for others first.
static const struct builtin_scheme schemes[] = {
    {"dark",
     (const char[]){
#embed "../../themes/dark.yaml" suffix(, 0)
     }},
    {"light",
     (const char[]){
#embed "../../themes/light.yaml" suffix(, 0)
     }},
    {"monochrome",
     (const char[]){
#embed "../../themes/monochrome.yaml" suffix(, 0)
     }},
    {"catppuccin-latte",
     (const char[]){
#embed "../../themes/catppuccin-latte.yaml" suffix(, 0)
     }},
    {"catppuccin-mocha",
     (const char[]){
#embed "../../themes/catppuccin-mocha.yaml" suffix(, 0)
     }},
    {"dracula",
     (const char[]){
#embed "../../themes/dracula.yaml" suffix(, 0)
     }},
    {"gruvbox-dark-hard",
     (const char[]){
#embed "../../themes/gruvbox-dark-hard.yaml" suffix(, 0)
     }},
    {"gruvbox-light-hard",
     (const char[]){
#embed "../../themes/gruvbox-light-hard.yaml" suffix(, 0)
     }},
    {"modus-operandi",
     (const char[]){
#embed "../../themes/modus-operandi.yaml" suffix(, 0)
     }},
    {"modus-vivendi",
     (const char[]){
#embed "../../themes/modus-vivendi.yaml" suffix(, 0)
     }},
    {"modus-vivendi-deuteranopia",
     (const char[]){
#embed "../../themes/modus-vivendi-deuteranopia.yaml" suffix(, 0)
     }},
    {"nord",
     (const char[]){
#embed "../../themes/nord.yaml" suffix(, 0)
     }},
    {"onedark",
     (const char[]){
#embed "../../themes/onedark.yaml" suffix(, 0)
     }},
    {"solarized-light",
     (const char[]){
#embed "../../themes/solarized-light.yaml" suffix(, 0)
     }},
};

const struct builtin_scheme *const builtin_schemes = schemes;
const size_t builtin_schemes_count = sizeof schemes / sizeof schemes[0];

// The manual, a file a topic.
#define TOPIC(name, bytes) {name, bytes, sizeof bytes}

static const unsigned char topic_about_bytes[] = {
#embed "manual/about.md"
};

static const unsigned char topic_start_bytes[] = {
#embed "manual/start.md"
};

static const unsigned char topic_keys_bytes[] = {
#embed "manual/keys.md"
};

static const unsigned char topic_filters_bytes[] = {
#embed "manual/filters.md"
};

static const unsigned char topic_code_line_bytes[] = {
#embed "manual/code-line.md"
};

static const unsigned char topic_reviews_bytes[] = {
#embed "manual/reviews.md"
};

static const unsigned char topic_accounts_bytes[] = {
#embed "manual/accounts.md"
};

static const unsigned char topic_lists_bytes[] = {
#embed "manual/lists.md"
};

static const unsigned char topic_tables_bytes[] = {
#embed "manual/tables.md"
};

static const unsigned char topic_letters_bytes[] = {
#embed "manual/letters.md"
};

static const unsigned char topic_register_bytes[] = {
#embed "manual/register.md"
};

static const unsigned char topic_exports_bytes[] = {
#embed "manual/exports.md"
};

static const unsigned char topic_git_bytes[] = {
#embed "manual/git.md"
};

static const unsigned char topic_settings_bytes[] = {
#embed "manual/settings.md"
};

static const unsigned char topic_commands_bytes[] = {
#embed "manual/commands.md"
};

static const struct builtin_topic topics[] = {
    TOPIC("about", topic_about_bytes),
    TOPIC("start", topic_start_bytes),
    TOPIC("keys", topic_keys_bytes),
    TOPIC("lists", topic_lists_bytes),
    TOPIC("filters", topic_filters_bytes),
    TOPIC("code-line", topic_code_line_bytes),
    TOPIC("reviews", topic_reviews_bytes),
    TOPIC("accounts", topic_accounts_bytes),
    TOPIC("letters", topic_letters_bytes),
    TOPIC("tables", topic_tables_bytes),
    TOPIC("register", topic_register_bytes),
    TOPIC("exports", topic_exports_bytes),
    TOPIC("git", topic_git_bytes),
    TOPIC("settings", topic_settings_bytes),
    TOPIC("commands", topic_commands_bytes),
};

const struct builtin_topic *const builtin_topics = topics;
const size_t builtin_topics_count = sizeof topics / sizeof topics[0];
