package dnn.engine.metric;

/** Share of items whose predicted class is the true one. */
final class ClassAccuracy implements Figure {
    private long right;
    private long all;

    @Override
    public void clear() {
        right = 0;
        all = 0;
    }

    @Override
    public void add(double[] outputs, double[] targets, int rows, int items) {
        for (int i = 0; i < items; i++) {
            if (Classes.of(outputs, rows, i) == Classes.of(targets, rows, i)) {
                right++;
            }
        }
        all += items;
    }

    @Override
    public double value() {
        return all == 0 ? Double.NaN : (double) right / all;
    }
}
