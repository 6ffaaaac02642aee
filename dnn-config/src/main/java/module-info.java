/** Reads experiments from YAML, checks them, and writes findings and experiments. */
@SuppressWarnings("module") // The modules that get more than users are compiled later.
module dnn.config {
    requires transitive dnn.api;
    requires java.logging;
    requires org.hibernate.validator;
    requires org.yaml.snakeyaml;
    requires transitive tools.jackson.databind;

    exports dnn.config;
    exports dnn.config.check;
    exports dnn.config.diagnostic;
    exports dnn.config.fix;
    exports dnn.config.render;
    exports dnn.config.schema;
    exports dnn.config.explain to
            dnn.launcher;
    exports dnn.config.init to
            dnn.launcher;
    exports dnn.config.yaml to
            dnn.examples,
            dnn.language,
            dnn.launcher,
            dnn.run;

    uses dnn.api.grammar.GrammarExtension;
}
