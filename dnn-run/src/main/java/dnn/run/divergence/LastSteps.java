package dnn.run.divergence;

import dnn.engine.training.DivergedStep;
import dnn.engine.training.EpochReport;
import dnn.engine.training.StepTrace;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingState;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The greatest |z| of each layer over the last steps before numbers stopped being finite. A training does not keep
 * them, so that no step pays for it: the steps are done again, which gives the same bits. For one thread at a time.
 */
public final class LastSteps implements TrainingListener {
    /** So many steps are looked at. */
    private static final int STEPS = 8;

    private final DivergedStep diverged;
    private final Function<Optional<TrainingState>, StepTrace> next;
    private final Map<Long, StepTrace> traces = new TreeMap<>();
    private long steps;

    /**
     * A look at the steps before one.
     *
     * @param from what training begins from; empty for the beginning
     * @param next does the step that follows on a state, on a network of its own
     */
    public LastSteps(
            DivergedStep diverged, Optional<TrainingState> from, Function<Optional<TrainingState>, StepTrace> next) {
        this.diverged = diverged;
        this.next = next;
        this.steps = from.map(TrainingState::steps).orElse(0L);
        if (isLookedAt()) {
            traces.put(steps, next.apply(from));
        }
    }

    /** The steps that must have been done before the first that is looked at. */
    public static long stepsBefore(DivergedStep diverged) {
        return Math.max(0, last(diverged) + 1 - STEPS);
    }

    /** The steps before the last that is looked at: where validation diverged, it is the one before that. */
    private static long last(DivergedStep step) {
        return step.inTraining() ? step.stepsBefore() : step.stepsBefore() - 1;
    }

    private boolean isLookedAt() {
        return steps >= stepsBefore(diverged) && steps <= last(diverged);
    }

    /** Tells whether the step that diverged was reached. */
    public boolean isDone() {
        return steps >= last(diverged) && traces.containsKey(last(diverged));
    }

    @Override
    public void stepped(int epoch, int step) {
        steps++;
    }

    @Override
    public void between(Supplier<TrainingState> state) {
        if (isLookedAt()) {
            traces.put(steps, next.apply(Optional.of(state.get())));
        }
    }

    @Override
    public void epochEnded(EpochReport report) {
        // It was told when it was trained first.
    }

    /** {@code divergence/last-steps.csv}: a row for each step and layer. */
    public String text() {
        StringBuilder text = new StringBuilder("step,layer,greatest_z,unit,item,greatest_output,loss\n");
        traces.forEach((before, trace) -> {
            for (StepTrace.LayerTrace layer : trace.layers()) {
                var z = layer.z().orElse(layer.output());
                text.append(before + 1)
                        .append(',')
                        .append(layer.layer())
                        .append(',')
                        .append(Math.abs(z.value()))
                        .append(',')
                        .append(z.row() + 1)
                        .append(',')
                        .append(z.column() + 1)
                        .append(',')
                        .append(Math.abs(layer.output().value()))
                        .append(',')
                        .append(trace.loss())
                        .append('\n');
            }
        });
        return text.toString();
    }
}
