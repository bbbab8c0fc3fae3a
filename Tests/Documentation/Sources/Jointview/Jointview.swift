/// Nothing: a target needs a file, and this one is there for the catalog beside it.
enum Jointview {}
