package dnn.engine.metric;

import java.util.Optional;

/** Share of items whose predicted class is the true one. */
final class ClassAccuracy implements Figure {
    private final Meaning meaning;
    private long right;
    private long all;

    ClassAccuracy(Meaning meaning) {
        this.meaning = meaning;
    }

    @Override
    public void clear() {
        right = 0;
        all = 0;
    }

    @Override
    public void add(double[] outputs, double[] targets, int rows, int items) {
        for (int i = 0; i < items; i++) {
            if (Classes.of(meaning, outputs, rows, i) == Classes.of(Meaning.VALUES, targets, rows, i)) {
                right++;
            }
        }
        all += items;
    }

    @Override
    public double[] state() {
        return new double[] {right, all};
    }

    @Override
    public void restore(double[] state) {
        right = (long) state[0];
        all = (long) state[1];
    }

    @Override
    public double value() {
        return all == 0 ? Double.NaN : (double) right / all;
    }

    @Override
    public Optional<Interval> interval(double confidence) {
        return Optional.of(new Proportion(right, all).interval(confidence));
    }
}
