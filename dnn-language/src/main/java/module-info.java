/** Answers to what an editor asks about the text of an experiment; nothing here reads or writes a file. */
@SuppressWarnings("module") // The command is compiled later.
module dnn.language {
    requires transitive dnn.config;

    exports dnn.language;
}
