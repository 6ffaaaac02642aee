package dnn.run.checkpoint;

import dnn.api.training.CheckpointInterval;
import dnn.api.training.Checkpoints;
import dnn.config.diagnostic.ResumeDiagnostics;
import dnn.engine.training.EpochReport;
import dnn.engine.training.ForwardingListener;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingPlan;
import dnn.engine.training.TrainingState;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Saves a checkpoint after each interval, and one where training is stopped, while it tells a listener everything.
 * Training itself only copies its numbers; a checkpoint that is due while the one before is still being written comes
 * when that is done. For the thread that trains.
 */
public final class CheckpointSaver extends ForwardingListener implements AutoCloseable {
    private static final double NANOSECONDS = 1e9;
    private static final double SECONDS_OF_A_MINUTE = 60;

    private final CheckpointWriter writer;
    private final Surroundings surroundings;
    private final double secondsBefore;
    private final LongSupplier nanoTime;
    private final long nanosBetween;
    private final int epochsBetween;
    private final long began;
    private long last;
    private int epochs;
    private int stepsPerEpoch;
    private boolean afterLastStep;
    private boolean warned;

    /**
     * Saves into a folder.
     *
     * @param checkpoints how often, and how many stay
     * @param surroundings what is saved beside the numbers
     * @param secondsBefore that training took before it went on here
     * @param listener told everything
     * @param nanoTime a clock that only goes forward
     */
    public CheckpointSaver(
            CheckpointFolder folder,
            Checkpoints.Regular checkpoints,
            Surroundings surroundings,
            double secondsBefore,
            TrainingListener listener,
            LongSupplier nanoTime) {
        super(listener);
        this.writer = new CheckpointWriter(folder, checkpoints.keep());
        this.surroundings = surroundings;
        this.secondsBefore = secondsBefore;
        this.nanoTime = nanoTime;
        this.nanosBetween = nanos(checkpoints.every());
        this.epochsBetween = checkpoints.every() instanceof CheckpointInterval.Epochs some ? some.count() : 0;
        this.began = nanoTime.getAsLong();
        this.last = began;
    }

    /** The time between two checkpoints; 0 where epochs are counted instead. */
    private static long nanos(CheckpointInterval every) {
        double seconds = every instanceof CheckpointInterval.Seconds some
                ? some.count()
                : every instanceof CheckpointInterval.Minutes longer ? longer.count() * SECONDS_OF_A_MINUTE : 0;
        return (long) Math.min(Long.MAX_VALUE, seconds * NANOSECONDS);
    }

    @Override
    public void started(TrainingPlan plan) {
        stepsPerEpoch = plan.stepsPerEpoch();
        super.started(plan);
    }

    @Override
    public void stepped(int epoch, int step) {
        // What was learnt in an epoch's last step is saved once the epoch is reported: each count of steps is one
        // state.
        afterLastStep = step == stepsPerEpoch;
        super.stepped(epoch, step);
    }

    @Override
    public void epochEnded(EpochReport report) {
        afterLastStep = false;
        epochs++;
        super.epochEnded(report);
    }

    @Override
    public void between(Supplier<TrainingState> state) {
        if (isDue() && !afterLastStep && writer.isFree()) {
            tellProblem();
            save(state);
        }
        super.between(state);
    }

    private boolean isDue() {
        return epochsBetween > 0 ? epochs >= epochsBetween : nanoTime.getAsLong() - last >= nanosBetween;
    }

    private void save(Supplier<TrainingState> state) {
        epochs = 0;
        last = nanoTime.getAsLong();
        try {
            TrainingState now = state.get();
            if (now.isFinite()) {
                writer.hand(new Checkpoint(now, secondsBefore + (last - began) / NANOSECONDS, surroundings));
            }
        } catch (OutOfMemoryError e) {
            warn(e);
        }
    }

    @Override
    public void stopped(Supplier<TrainingState> state) {
        writer.settle();
        save(state);
        writer.settle();
        tellProblem();
        super.stopped(state);
    }

    /** Training is done: saves where it ended, if it was long enough for a checkpoint before. */
    @Override
    public void ended(Supplier<TrainingState> state) {
        writer.settle();
        if (writer.hasWritten()) {
            save(state);
            writer.settle();
        }
        tellProblem();
        super.ended(state);
    }

    private void tellProblem() {
        writer.problem().ifPresent(this::warn);
    }

    /** Once: what is wrong with a disk is wrong every time. */
    private void warn(Throwable problem) {
        if (!warned) {
            warned = true;
            super.warned(ResumeDiagnostics.unsavedCheckpoint(problem).message());
        }
    }

    @Override
    public void close() {
        writer.close();
        tellProblem();
    }
}
