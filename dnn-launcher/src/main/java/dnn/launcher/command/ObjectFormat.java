package dnn.launcher.command;

/** The formats of a result that is no list of findings. */
enum ObjectFormat {
    /** For people. */
    text,
    /** One object, for programs. */
    json
}
