package dnn.bench;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.engine.Backend;
import dnn.engine.Backends;
import dnn.engine.EpochReport;
import dnn.engine.Trainer;
import dnn.engine.TrainingListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * dnn as one of those measured: trains on a work, an epoch for every line {@code go} on standard input, and answers with milliseconds a step and the loss of
 * that epoch.
 */
final class StepServer implements TrainingListener {
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final int steps;
    private boolean stopped;

    private StepServer(int steps) {
        this.steps = steps;
    }

    /** Arguments: index of the work, backend, precision, threads. */
    public static void main(String[] arguments) {
        Work work = Work.ALL.get(Integer.parseInt(arguments[0]));
        Experiment experiment =
                work.experiment(arguments[1], arguments[2], Integer.parseInt(arguments[3]), Integer.MAX_VALUE);
        StepServer server = new StepServer(work.batches());
        Dataset nothing = new Dataset(Matrix.zeros(work.inputs(), 0), Matrix.zeros(work.outputs(), 0));
        try (Backend backend = Backends.discovered().choose(experiment.engine()).backend()) {
            server.out.println("ready");
            server.await();
            new Trainer(experiment, backend).train(work.data(), nothing, server, () -> server.stopped);
        }
    }

    @Override
    public void epochEnded(EpochReport report) {
        out.printf(
                Locale.ROOT,
                "%.6f %.6f%n",
                1000 * report.seconds() / steps,
                report.figures().get("train.loss"));
        await();
    }

    private void await() {
        try {
            stopped = !"go".equals(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
