/** Small programs on dnn, and a library that brings words of its own. */
module dnn.examples {
    requires transitive dnn.run;

    // Constraints of records are read by reflection.
    opens dnn.examples.plugin;

    provides dnn.api.grammar.GrammarExtension with
            dnn.examples.plugin.PricingWords;
    provides dnn.engine.initializer.InitializerExtension with
            dnn.examples.plugin.PricingFunctions.OfInitializers;
    provides dnn.engine.loss.LossExtension with
            dnn.examples.plugin.PricingFunctions.OfLosses;
    provides dnn.engine.metric.MetricExtension with
            dnn.examples.plugin.PricingFunctions.OfMetrics;
    provides dnn.engine.optimizer.OptimizerExtension with
            dnn.examples.plugin.PricingFunctions.OfOptimizers;
    provides dnn.engine.schedule.ScheduleExtension with
            dnn.examples.plugin.PricingFunctions.OfSchedules;
}
