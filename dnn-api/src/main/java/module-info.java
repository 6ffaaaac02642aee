/** The model of an experiment: its records, their grammar, the plan of a network, and streams of random numbers. */
module dnn.api {
    requires transitive jakarta.validation;
    requires static transitive org.jspecify;

    exports dnn.api;
    exports dnn.api.activation;
    exports dnn.api.data;
    exports dnn.api.dataset;
    exports dnn.api.equation;
    exports dnn.api.initializer;
    exports dnn.api.layer;
    exports dnn.api.loss;
    exports dnn.api.metric;
    exports dnn.api.optimizer;
    exports dnn.api.path;
    exports dnn.api.plan;
    exports dnn.api.profile;
    exports dnn.api.schedule;
    exports dnn.api.shape;
    exports dnn.api.training;
    exports dnn.api.constraint;
    exports dnn.api.grammar;
    exports dnn.api.random;

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
