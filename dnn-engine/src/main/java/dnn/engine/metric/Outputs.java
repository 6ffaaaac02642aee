package dnn.engine.metric;

import dnn.api.dataset.Matrix;

/**
 * The outputs of a network for items. Immutable and thread-safe as long as nobody writes into its matrix.
 *
 * @param meaning of the numbers
 * @param values of the last layer: Z[L] where the loss takes its activation over, else A[L]; (n_L, m)
 */
public record Outputs(Meaning meaning, Matrix values) {
    /** Numbers, or probabilities, as they are. */
    public static Outputs of(Matrix values) {
        return new Outputs(Meaning.VALUES, values);
    }

    /** A[L], (n_L, m). */
    public Matrix activations() {
        double[] activated = values.values().clone();
        meaning.activate(activated, values.rows(), values.columns());
        return new Matrix(values.rows(), values.columns(), activated);
    }

    /** The class of an item: for one number whether it speaks for class 1, for several the first of the greatest. */
    public int predicted(int item) {
        return Classes.of(meaning, values.values(), values.rows(), item);
    }

    /**
     * The numbers that say of every item how probable each class is, (classes, m): two rows where the network gives one
     * number.
     */
    public Matrix probabilities() {
        Scored items = new Scored(meaning);
        items.add(values.values(), new double[values.values().length], values.rows(), values.columns());
        Matrix probabilities = Matrix.zeros(items.classes(), values.columns());
        for (int i = 0; i < values.columns(); i++) {
            for (int label = 0; label < items.classes(); label++) {
                probabilities.set(label, i, items.probability(label, i));
            }
        }
        return probabilities;
    }
}
