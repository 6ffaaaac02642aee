package dnn.engine.metric;

/** Figures of how good probabilities are. */
final class Probabilities {
    private static final int BINS = 15;

    private Probabilities() {}

    /** Mean of −ln of the true class's probability. */
    static double logLoss(Scored items) {
        double sum = 0;
        for (int i = 0; i < items.items(); i++) {
            sum -= items.logProbability(items.actual(i), i);
        }
        return sum / items.items();
    }

    /** Mean of (p − y)² of the positive class; for more than two classes, of Σ_k (p_k − y_k)². */
    static double brier(Scored items) {
        double sum = 0;
        int first = items.classes() == 2 ? 1 : 0;
        for (int i = 0; i < items.items(); i++) {
            for (int label = first; label < items.classes(); label++) {
                double error = items.probability(label, i) - (items.actual(i) == label ? 1 : 0);
                sum += error * error;
            }
        }
        return sum / items.items();
    }

    /** Σ_b (m_b/m)·|accuracy_b − confidence_b| over 15 bins (b/15, (b + 1)/15] of the predicted class's probability. */
    static double calibrationError(Scored items) {
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        for (int i = 0; i < items.items(); i++) {
            int predicted = items.predicted(i);
            double probability = items.probability(predicted, i);
            int bin = Math.max(0, Math.min(BINS - 1, (int) Math.ceil(probability * BINS) - 1));
            confidence[bin] += probability;
            right[bin] += items.actual(i) == predicted ? 1 : 0;
        }
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(right[bin] - confidence[bin]);
        }
        return sum / items.items();
    }
}
