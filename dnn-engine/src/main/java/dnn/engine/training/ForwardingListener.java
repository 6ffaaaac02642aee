package dnn.engine.training;

import java.util.function.Supplier;

/** Tells another listener everything. A listener that adds something to one call extends it and overrides that call. */
public abstract class ForwardingListener implements TrainingListener {
    private final TrainingListener listener;

    /** A listener that tells {@code listener} everything. */
    protected ForwardingListener(TrainingListener listener) {
        this.listener = listener;
    }

    @Override
    public void started(TrainingPlan plan) {
        listener.started(plan);
    }

    @Override
    public void warned(String message) {
        listener.warned(message);
    }

    @Override
    public void stepped(int epoch, int step) {
        listener.stepped(epoch, step);
    }

    @Override
    public void between(Supplier<TrainingState> state) {
        listener.between(state);
    }

    @Override
    public void stopped(Supplier<TrainingState> state) {
        listener.stopped(state);
    }

    @Override
    public void ended(Supplier<TrainingState> state) {
        listener.ended(state);
    }

    @Override
    public void epochEnded(EpochReport report) {
        listener.epochEnded(report);
    }
}
