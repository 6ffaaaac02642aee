package dnn.launcher.command;

/** How findings are shown. */
enum Format {
    /** For people. */
    text,
    /** One object, for programs. */
    json
}
