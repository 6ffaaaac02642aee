/** Checks, trains, saves and opens runs, and predicts with them: the door for programs. */
// Commons Math has no module of its own; the modules that get more than users are compiled later.
@SuppressWarnings({"module", "requires-automatic"})
module dnn.run {
    requires transitive dnn.config;
    requires transitive dnn.data;
    requires transitive dnn.engine;
    requires com.fasterxml.jackson.annotation;
    requires commons.math3;
    requires tools.jackson.databind;

    exports dnn.run;
    exports dnn.run.check;
    exports dnn.run.directory;
    exports dnn.run.divergence;
    exports dnn.run.saved;
    exports dnn.run.training;
    exports dnn.run.verification;
    exports dnn.run.outline to
            dnn.launcher;
    exports dnn.run.plot to
            dnn.examples;
    exports dnn.run.text to
            dnn.bench,
            dnn.launcher;

    opens dnn.run.checkpoint to
            tools.jackson.databind;
    opens dnn.run.directory to
            tools.jackson.databind;
}
