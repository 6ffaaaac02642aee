/** The {@code dnn} command. */
@SuppressWarnings("requires-automatic") // LSP4J has no modules of its own.
module dnn.launcher {
    requires de.siegmar.fastcsv;
    requires com.google.gson; // the messages of LSP4J are annotated with it
    requires dnn.language;
    requires dnn.run;
    requires info.picocli;
    requires org.eclipse.lsp4j;
    requires org.eclipse.lsp4j.jsonrpc;
    requires tools.jackson.databind;

    opens dnn.launcher.command to
            info.picocli;
    opens dnn.launcher.lsp to
            org.eclipse.lsp4j.jsonrpc;
}
