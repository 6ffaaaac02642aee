package dnn.run.training;

import dnn.api.Experiment;
import dnn.api.path.KeyPaths;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.shape.Shape;
import dnn.config.CheckReport;
import dnn.config.diagnostic.NormalizationDiagnostics;
import dnn.data.PreparedData;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Backends;
import dnn.engine.evaluation.Evaluation;
import dnn.engine.training.Status;
import dnn.engine.training.Trainer;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingResult;
import dnn.run.check.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * Trains an experiment once for each fold, side by side, and says how the networks do on the fold they have not seen.
 * An early stopping that watches the validation split watches that fold, which makes the figures a little better than
 * those of new items. Thread-safe.
 */
public final class FoldTraining {
    /** Folds that are trained side by side do not tell how they get on. */
    private static final TrainingListener QUIET = TrainingListener.none();

    private FoldTraining() {}

    /**
     * The outcome of the folds.
     *
     * @param asked how many folds were asked for; those that were cut off by an interruption are left out of all
     *     figures
     * @param folds the loss and each metric on every fold that was trained to its end
     * @param mean over the folds
     * @param deviation over the folds, with divisor folds − 1
     */
    public record Result(
            int asked, List<Map<String, Double>> folds, Map<String, Double> mean, Map<String, Double> deviation) {
        /** Tells whether every fold that was asked for was trained to its end. */
        boolean isWhole() {
            return folds.size() == asked;
        }

        static Result of(int asked, List<Map<String, Double>> folds) {
            Map<String, Double> mean = new LinkedHashMap<>();
            Map<String, Double> deviation = new LinkedHashMap<>();
            for (String figure :
                    folds.isEmpty() ? Set.<String>of() : folds.get(0).keySet()) {
                double[] values = folds.stream()
                        .mapToDouble(fold -> fold.getOrDefault(figure, Double.NaN))
                        .toArray();
                mean.put(figure, Arrays.stream(values).average().orElse(Double.NaN));
                // One number deviates from nothing.
                deviation.put(figure, values.length < 2 ? Double.NaN : new StandardDeviation().evaluate(values));
            }
            return new Result(asked, List.copyOf(folds), mean, deviation);
        }
    }

    /**
     * Trains and judges.
     *
     * @param experiment with folds
     * @param folds the data of each
     * @param budget threads of all folds together
     * @param stop asked before every step
     * @throws RefusedException if a layer cannot learn from the last batch of a fold
     */
    static Result run(Experiment experiment, List<PreparedData> folds, ThreadBudget budget, BooleanSupplier stop) {
        int count = folds.size();
        refuseSingleItems(experiment, folds);
        int workers = budget.workers(count);
        ThreadBudget share = budget.share(workers);
        ExecutorService executor = Executors.newFixedThreadPool(workers);
        try {
            List<Future<Optional<Map<String, Double>>>> running = new ArrayList<>();
            for (PreparedData fold : folds) {
                running.add(executor.submit(() -> figures(experiment, fold, share, stop)));
            }
            List<Map<String, Double>> figures = new ArrayList<>();
            for (Future<Optional<Map<String, Double>>> future : running) {
                future.get().ifPresent(figures::add);
            }
            return Result.of(count, figures);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while folds were trained", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fold could not be trained", e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    /** Folds by class or group may leave other last batches than the checker, which does not make them, can know. */
    private static void refuseSingleItems(Experiment experiment, List<PreparedData> folds) {
        Plan plan = experiment.architecture().plan(Shape.unknown());
        for (PreparedData fold : folds) {
            int items = fold.train().items();
            int batch = experiment.training().batchSize().of(items);
            int last = items % batch == 0 ? batch : items % batch;
            for (PlannedLayer layer : plan.layers()) {
                if (last < layer.spec().leastItems()) {
                    throw new RefusedException(new CheckReport(
                            List.of(NormalizationDiagnostics.lastBatchOfAFold(
                                    KeyPaths.TRAINING_BATCH_SIZE, layer.path(), layer.name(), items, batch, batch + 1)),
                            Map.of()));
                }
            }
        }
    }

    /** The figures of a fold; nothing if its training was cut off. */
    private static Optional<Map<String, Double>> figures(
            Experiment experiment, PreparedData fold, ThreadBudget share, BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            return Optional.empty();
        }
        // What a fold has learnt of preprocessing is its own, so may be the number of its inputs.
        Experiment own = experiment.resolved(fold.train().features().rows());
        try (Backend backend =
                Backends.discovered().choose(share.limit(own.engine())).backend()) {
            TrainingResult trained = new Trainer(own, backend).train(fold.train(), fold.validation(), QUIET, stop);
            return trained.status() == Status.INTERRUPTED
                    ? Optional.empty()
                    : Optional.of(Evaluation.of(trained.network(), own, fold.validation()));
        }
    }
}
