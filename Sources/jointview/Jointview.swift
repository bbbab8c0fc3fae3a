import ArgumentParser

@main struct Jointview: ParsableCommand {
}
