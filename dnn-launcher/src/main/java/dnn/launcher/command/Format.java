package dnn.launcher.command;

/** The forms in which findings are shown. */
enum Format {
    /** For people. */
    text,
    /** One object, for programs. */
    json,
    /** The static analysis results interchange format, for code scanning. */
    sarif,
    /** Annotations of a workflow on GitHub. */
    github
}
