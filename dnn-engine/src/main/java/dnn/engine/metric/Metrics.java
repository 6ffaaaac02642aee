package dnn.engine.metric;

import dnn.api.metric.Accuracy;
import dnn.api.metric.BalancedAccuracy;
import dnn.api.metric.BrierScore;
import dnn.api.metric.CalibrationError;
import dnn.api.metric.ExplainedVariance;
import dnn.api.metric.F1;
import dnn.api.metric.F1Macro;
import dnn.api.metric.F1Weighted;
import dnn.api.metric.LogLoss;
import dnn.api.metric.MeanAbsoluteError;
import dnn.api.metric.MeanAbsolutePercentageError;
import dnn.api.metric.MeanSquaredError;
import dnn.api.metric.MedianAbsoluteError;
import dnn.api.metric.Metric;
import dnn.api.metric.PrAuc;
import dnn.api.metric.Precision;
import dnn.api.metric.PrecisionMacro;
import dnn.api.metric.PrecisionWeighted;
import dnn.api.metric.RSquared;
import dnn.api.metric.Recall;
import dnn.api.metric.RecallMacro;
import dnn.api.metric.RecallWeighted;
import dnn.api.metric.RocAuc;
import dnn.api.metric.RootMeanSquaredError;
import dnn.engine.metric.ClassFigures.Counts;
import dnn.engine.metric.ClassFigures.Share;
import dnn.engine.registry.Registry;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** The figures that compute declared metrics. Thread-safe. */
public final class Metrics {
    private Metrics() {}

    /** One line for each declared metric; each figure made is new. Formulas stand on the declarations. */
    public static Registry<Metric, Figure> registry() {
        return registry(Meaning.VALUES);
    }

    /** A registry for numbers of this meaning. */
    static Registry<Metric, Figure> registry(Meaning meaning) {
        return registry(meaning, figure -> new Collected(meaning, figure));
    }

    /**
     * A registry for numbers of this meaning whose figures of all items are made by the caller.
     *
     * @param collected makes a figure of all items together
     */
    static Registry<Metric, Figure> registry(Meaning meaning, Function<Collected.OfItems, Figure> collected) {
        return Registry.<Metric, Figure>of(Metric.class)
                .with(Accuracy.class, spec -> new ClassAccuracy(meaning))
                .with(BalancedAccuracy.class, spec -> collected.apply(ClassFigures::balancedAccuracy))
                .with(Precision.class, spec -> collected.apply(new Share(Counts::precision, Counts::found)))
                .with(PrecisionMacro.class, spec -> counted(collected, ClassFigures::macro, Counts::precision))
                .with(PrecisionWeighted.class, spec -> counted(collected, ClassFigures::weighted, Counts::precision))
                .with(Recall.class, spec -> collected.apply(new Share(Counts::recall, Counts::recalled)))
                .with(RecallMacro.class, spec -> counted(collected, ClassFigures::macro, Counts::recall))
                .with(RecallWeighted.class, spec -> counted(collected, ClassFigures::weighted, Counts::recall))
                .with(F1.class, spec -> counted(collected, ClassFigures::positiveOrMacro, Counts::f1))
                .with(F1Macro.class, spec -> counted(collected, ClassFigures::macro, Counts::f1))
                .with(F1Weighted.class, spec -> counted(collected, ClassFigures::weighted, Counts::f1))
                .with(RocAuc.class, spec -> collected.apply(Rankings::rocAuc))
                .with(PrAuc.class, spec -> collected.apply(Rankings::prAuc))
                .with(LogLoss.class, spec -> collected.apply(Probabilities::logLoss))
                .with(BrierScore.class, spec -> collected.apply(Probabilities::brier))
                .with(CalibrationError.class, spec -> collected.apply(Probabilities::calibrationError))
                .with(MeanSquaredError.class, spec -> new MeanError(error -> error * error))
                .with(RootMeanSquaredError.class, spec -> collected.apply(Errors::rootMeanSquared))
                .with(MeanAbsoluteError.class, spec -> new MeanError(Math::abs))
                .with(MeanAbsolutePercentageError.class, spec -> collected.apply(Errors::meanAbsolutePercentage))
                .with(MedianAbsoluteError.class, spec -> collected.apply(Errors::medianAbsolute))
                .with(RSquared.class, spec -> new CoefficientOfDetermination())
                .with(ExplainedVariance.class, spec -> collected.apply(Errors::explainedVariance))
                .withAll(ofOtherLibraries(), maker -> maker.figure(meaning));
    }

    private static Registry<Metric, FigureMaker> ofOtherLibraries() {
        return Registry.<Metric, FigureMaker>of(Metric.class).with(ServiceLoader.load(MetricExtension.class));
    }

    private static Figure counted(
            Function<Collected.OfItems, Figure> collected,
            ToDoubleBiFunction<Scored, ToDoubleFunction<Counts>> over,
            ToDoubleFunction<Counts> figure) {
        return collected.apply(items -> over.applyAsDouble(items, figure));
    }

    /** The figure of a metric; where an item may have several labels together, the mean of each label's. */
    public static Figure figure(Metric metric, Meaning meaning, boolean severalLabels) {
        Registry<Metric, Figure> registry = registry(meaning);
        return severalLabels ? new EachOutput(() -> registry.make(metric)) : registry.make(metric);
    }
}
