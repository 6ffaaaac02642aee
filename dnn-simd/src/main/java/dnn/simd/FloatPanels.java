package dnn.simd;

/**
 * Packs all items of a batch into panels, some terms at a time: first the panels of the first terms one behind the
 * other, then those of the next. A task is a group of panels of one stretch of terms.
 */
final class FloatPanels extends Job {
    private static final int PANEL = FloatPacking.PANEL;

    /** Panels of a task. */
    private static final int GROUP = 2;

    private static final int WORTH_SHARING = 50_000;

    private final Workers workers;
    private float[] packed = {};
    private FloatArray a = new FloatArray(packed);
    private int inputs;
    private int items;
    private int depthAtOnce;

    FloatPanels(Workers workers) {
        this.workers = workers;
    }

    /** The panels of A (inputs, items), column by column; see {@link #at}. */
    float[] pack(FloatArray input, int inputCount, int itemCount, int terms) {
        a = input;
        inputs = inputCount;
        items = itemCount;
        depthAtOnce = terms;
        int size = width() * inputs;
        if (packed.length < size) {
            packed = new float[size];
        }
        int stretches = (inputs + depthAtOnce - 1) / depthAtOnce;
        workers.run(this, groups() * stretches, size >= WORTH_SHARING);
        return packed;
    }

    /**
     * The place where the panel of an item, the first of its panel, begins for {@code terms} terms from {@code k} on.
     */
    int at(int item, int k, int terms) {
        return k * width() + item * terms;
    }

    /** Items, the places filled up with zeros included. */
    private int width() {
        return (items + PANEL - 1) / PANEL * PANEL;
    }

    private int groups() {
        return (items + GROUP * PANEL - 1) / (GROUP * PANEL);
    }

    @Override
    void run(int task, int worker) {
        int first = task % groups() * (GROUP * PANEL);
        int count = Math.min(GROUP * PANEL, items - first);
        int k = task / groups() * depthAtOnce;
        int terms = Math.min(depthAtOnce, inputs - k);
        FloatPacking.columns(
                a.values(), a.offset + first * inputs + k, inputs, terms, count, packed, at(first, k, terms));
    }
}
