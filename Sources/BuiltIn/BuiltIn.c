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

static const unsigned char topic_letters_bytes[] = {
#embed "manual/letters.md"
};

static const unsigned char topic_register_bytes[] = {
#embed "manual/register.md"
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
    TOPIC("filters", topic_filters_bytes),
    TOPIC("code-line", topic_code_line_bytes),
    TOPIC("reviews", topic_reviews_bytes),
    TOPIC("accounts", topic_accounts_bytes),
    TOPIC("letters", topic_letters_bytes),
    TOPIC("register", topic_register_bytes),
    TOPIC("git", topic_git_bytes),
    TOPIC("settings", topic_settings_bytes),
    TOPIC("commands", topic_commands_bytes),
};

const struct builtin_topic *const builtin_topics = topics;
const size_t builtin_topics_count = sizeof topics / sizeof topics[0];
