package dnn.examples.plugin;

import dnn.api.initializer.Initializer;
import dnn.api.loss.Loss;
import dnn.api.metric.Metric;
import dnn.api.optimizer.Optimizer;
import dnn.api.schedule.Schedule;
import dnn.engine.initializer.InitialValues;
import dnn.engine.initializer.InitializerExtension;
import dnn.engine.loss.LossExtension;
import dnn.engine.loss.LossFunction;
import dnn.engine.metric.FigureMaker;
import dnn.engine.metric.MetricExtension;
import dnn.engine.optimizer.OptimizerExtension;
import dnn.engine.optimizer.UpdateRule;
import dnn.engine.registry.Registry;
import dnn.engine.schedule.LearningRate;
import dnn.engine.schedule.ScheduleExtension;

/** Registers what runs each word, one class for each kind. The activation brings its formulas and needs none. */
public final class PricingFunctions {
    private PricingFunctions() {}

    /** Its loss. */
    public static final class OfLosses implements LossExtension {
        @Override
        public void addTo(Registry<Loss, LossFunction> registry) {
            registry.with(AsymmetricError.class, spec -> new AsymmetricErrorLoss(spec.under()));
        }
    }

    /** Its optimizer. */
    public static final class OfOptimizers implements OptimizerExtension {
        @Override
        public void addTo(Registry<Optimizer, UpdateRule> registry) {
            registry.with(SignDescent.class, spec -> new SignDescentRule());
        }
    }

    /** Its initializer. */
    public static final class OfInitializers implements InitializerExtension {
        @Override
        public void addTo(Registry<Initializer, InitialValues> registry) {
            registry.with(Rademacher.class, spec -> (place, stream) -> {
                double[] values = new double[place.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (stream.nextDouble() < 0.5 ? -1 : 1) / Math.sqrt(place.inputs());
                }
                return values;
            });
        }
    }

    /** Its schedule. */
    public static final class OfSchedules implements ScheduleExtension {
        @Override
        public void addTo(Registry<Schedule, LearningRate> registry) {
            registry.with(Triangular.class, spec -> (initial, epoch, epochs) -> {
                double part = (double) (epoch % spec.period()) / spec.period();
                return initial * (1 - Math.abs(2 * part - 1) / 2);
            });
        }
    }

    /** Its metric. */
    public static final class OfMetrics implements MetricExtension {
        @Override
        public void addTo(Registry<Metric, FigureMaker> registry) {
            registry.with(MaximumError.class, spec -> meaning -> new MaximumErrorFigure());
        }
    }
}
