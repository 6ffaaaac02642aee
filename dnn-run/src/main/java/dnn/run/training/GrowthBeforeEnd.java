package dnn.run.training;

import dnn.engine.training.DivergedStep;
import dnn.engine.training.NextStep;
import dnn.engine.training.TrainingState;
import dnn.run.checkpoint.Checkpoint;
import dnn.run.checkpoint.CheckpointFolder;
import dnn.run.divergence.LastSteps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The way to the last steps before a divergence: from the nearest checkpoint before them, or from where training began,
 * the same steps are done again, to the same bits. For one thread at a time.
 */
final class GrowthBeforeEnd {
    /** Nobody waits longer for it: twice as long as training goes without a checkpoint unless it is told otherwise. */
    private static final long MOST_NANOSECONDS = 60_000_000_000L;

    private final ExperimentRun run;
    private final CheckpointFolder checkpoints;
    private final LongSupplier nanoTime;

    GrowthBeforeEnd(ExperimentRun run, Path checkpoints, LongSupplier nanoTime) {
        this.run = run;
        this.checkpoints = new CheckpointFolder(checkpoints);
        this.nanoTime = nanoTime;
    }

    /**
     * The text of what grew.
     *
     * @param start from which training began; empty for the beginning
     * @return nothing where it takes too long, or was stopped
     */
    Optional<String> text(Optional<TrainingState> start, DivergedStep diverged, BooleanSupplier stop)
            throws IOException {
        long least = start.map(TrainingState::steps).orElse(0L);
        Optional<TrainingState> from = checkpoints
                .between(least, Math.max(least, LastSteps.stepsBefore(diverged)))
                .map(Checkpoint::state)
                .or(() -> start);
        LastSteps last = new LastSteps(
                diverged,
                from,
                state -> NextStep.of(
                        run.experiment(),
                        run.choice().backend(),
                        state,
                        run.data().train()));
        long began = nanoTime.getAsLong();
        if (!last.isDone()) {
            run.train(
                    from,
                    last,
                    () -> last.isDone() || stop.getAsBoolean() || nanoTime.getAsLong() - began > MOST_NANOSECONDS);
        }
        return last.isDone() ? Optional.of(last.text()) : Optional.empty();
    }
}
