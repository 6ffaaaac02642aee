package dnn.bench;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Backends;
import dnn.engine.training.EpochReport;
import dnn.engine.training.Trainer;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * dnn as one of those measured: trains on a work as it is told, by the clock on the wall, from an order to its answer.
 */
final class StepServer implements TrainingListener {
    private final Orders orders = new Orders();
    private int remaining;
    private long start;

    private StepServer() {}

    /** Arguments: those of the work, backend, precision, threads. */
    public static void main(String[] arguments) {
        List<String> all = Arrays.asList(arguments);
        Work work = Work.of(all.subList(0, Work.ARGUMENTS));
        List<String> engine = all.subList(Work.ARGUMENTS, all.size());
        Experiment experiment =
                work.experiment(engine.get(0), engine.get(1), Integer.parseInt(engine.get(2)), Integer.MAX_VALUE);
        StepServer server = new StepServer();
        Dataset nothing = new Dataset(Matrix.zeros(work.inputs(), 0), Matrix.zeros(work.outputs(), 0));
        try (Backend backend = Backends.discovered().choose(experiment.engine()).backend()) {
            new Trainer(experiment, backend).train(work.data(), nothing, server, () -> server.remaining == 0);
        }
    }

    @Override
    public void started(TrainingPlan plan) {
        orders.ready("JDK " + Runtime.version());
        takeOrder();
    }

    @Override
    public void epochEnded(EpochReport report) {
        remaining--;
        if (remaining == 0) {
            orders.answer(
                    System.nanoTime() - start,
                    Objects.requireNonNull(report.figures().get("train.loss")));
            takeOrder();
        }
    }

    private void takeOrder() {
        remaining = orders.await();
        start = System.nanoTime();
    }
}
