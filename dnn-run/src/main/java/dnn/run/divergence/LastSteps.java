package dnn.run.divergence;

import dnn.engine.training.DivergedStep;
import dnn.engine.training.EpochReport;
import dnn.engine.training.Extreme;
import dnn.engine.training.StepTrace;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingState;
import java.util.ArrayList;
import java.util.List;
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

    private static final String HEADING = "step,layer,greatest_z,unit,item,greatest_output,loss";

    /**
     * A row: a layer in a step.
     *
     * @param step of the run, from 1
     * @param layer its name
     * @param greatestZ the greatest |z|, of a layer without z the greatest |output|
     * @param unit of it, from 1
     * @param item of it, from 1
     * @param greatestOutput the greatest |output|
     * @param loss of the step: the sum of the items' losses
     */
    public record Row(
            long step, String layer, double greatestZ, int unit, int item, double greatestOutput, double loss) {
        private static final int CELLS = 7;

        /**
         * Reads it.
         *
         * @throws IllegalArgumentException if it is none
         */
        static Row of(String line) {
            String[] cells = line.split(",", -1);
            if (cells.length != CELLS) {
                throw new IllegalArgumentException(cells.length + " cells in a row");
            }
            return new Row(
                    Long.parseLong(cells[0]),
                    cells[1],
                    Double.parseDouble(cells[2]),
                    Integer.parseInt(cells[3]),
                    Integer.parseInt(cells[4]),
                    Double.parseDouble(cells[5]),
                    Double.parseDouble(cells[6]));
        }

        /** The row as it is written. */
        public String text() {
            return step + "," + layer + "," + greatestZ + "," + unit + "," + item + "," + greatestOutput + "," + loss;
        }
    }

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
        StringBuilder text = new StringBuilder(HEADING).append('\n');
        traces.forEach((before, trace) -> {
            for (StepTrace.LayerTrace layer : trace.layers()) {
                Extreme z = layer.z().orElse(layer.output());
                Row row = new Row(
                        before + 1,
                        layer.layer(),
                        Math.abs(z.value()),
                        z.row() + 1,
                        z.column() + 1,
                        Math.abs(layer.output().value()),
                        trace.loss());
                text.append(row.text()).append('\n');
            }
        });
        return text.toString();
    }

    /**
     * Reads the rows of such a text: for each step one of every layer, in their order.
     *
     * @param layers of the network
     * @throws IllegalArgumentException if it is no such text
     */
    static List<Row> read(String text, List<String> layers) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADING) || (lines.size() - 1) % layers.size() != 0) {
            throw new IllegalArgumentException("other rows");
        }
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Row row = Row.of(line);
            int place = rows.size() % layers.size();
            long before = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).step();
            if (!row.layer().equals(layers.get(place)) || (place == 0 ? row.step() <= before : row.step() != before)) {
                throw new IllegalArgumentException("a row of another layer or step");
            }
            rows.add(row);
        }
        return rows;
    }
}
