/**
 * The model of an experiment. The grammar's annotations and the streams of random numbers are for the modules of dnn
 * alone.
 */
@SuppressWarnings("module") // The modules that get more than users are compiled later.
module dnn.api {
    requires transitive jakarta.validation;
    requires static transitive org.jspecify;

    exports dnn.api;
    exports dnn.api.activation;
    exports dnn.api.data;
    exports dnn.api.dataset;
    exports dnn.api.initializer;
    exports dnn.api.layer;
    exports dnn.api.loss;
    exports dnn.api.metric;
    exports dnn.api.optimizer;
    exports dnn.api.plan;
    exports dnn.api.profile;
    exports dnn.api.schedule;
    exports dnn.api.shape;
    exports dnn.api.training;
    exports dnn.api.constraint;
    exports dnn.api.grammar to
            dnn.config,
            dnn.data,
            dnn.engine,
            dnn.launcher,
            dnn.run;
    exports dnn.api.random to
            dnn.data,
            dnn.engine,
            dnn.simd;

    // Constraints of records are read by reflection.
    opens dnn.api;
    opens dnn.api.activation;
    opens dnn.api.data;
    opens dnn.api.initializer;
    opens dnn.api.layer;
    opens dnn.api.loss;
    opens dnn.api.metric;
    opens dnn.api.optimizer;
    opens dnn.api.schedule;
    opens dnn.api.training;
}
