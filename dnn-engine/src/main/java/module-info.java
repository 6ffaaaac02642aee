/** Trains, evaluates and probes declared networks on a backend. */
@SuppressWarnings("requires-automatic") // Commons Math has no module of its own.
module dnn.engine {
    requires transitive dnn.api;
    requires commons.math3;

    exports dnn.engine.activation;
    exports dnn.engine.backend;
    exports dnn.engine.backend.commonsmath;
    exports dnn.engine.evaluation;
    exports dnn.engine.initializer;
    exports dnn.engine.layer;
    exports dnn.engine.loss;
    exports dnn.engine.metric;
    exports dnn.engine.network;
    exports dnn.engine.optimizer;
    exports dnn.engine.probe;
    exports dnn.engine.registry;
    exports dnn.engine.schedule;
    exports dnn.engine.training;

    uses dnn.engine.activation.ActivationExtension;
    uses dnn.engine.backend.BackendProvider;
    uses dnn.engine.initializer.InitializerExtension;
    uses dnn.engine.layer.LayerExtension;
    uses dnn.engine.loss.LossExtension;
    uses dnn.engine.metric.MetricExtension;
    uses dnn.engine.optimizer.OptimizerExtension;
    uses dnn.engine.schedule.ScheduleExtension;

    provides dnn.engine.backend.BackendProvider with
            dnn.engine.backend.commonsmath.CommonsMathProvider;
}
