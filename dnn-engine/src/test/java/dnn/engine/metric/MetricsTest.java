package dnn.engine.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Dsl;
import dnn.api.metric.Metric;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MetricsTest {
    /** The figure over these items, taken in as batches of 1, 2, 3, … items. */
    private static double figure(Metric spec, int rows, double[] outputs, double[] targets) {
        Figure figure = Metrics.registry().make(spec);
        figure.add(outputs, outputs, rows, 1);
        figure.clear();
        int size = 1;
        for (int from = 0; from < outputs.length; from += size++ * rows) {
            int to = Math.min(outputs.length, from + size * rows);
            figure.add(
                    Arrays.copyOfRange(outputs, from, to),
                    Arrays.copyOfRange(targets, from, to),
                    rows,
                    (to - from) / rows);
        }
        return figure.value();
    }

    // 3 true positives, 2 false positives, 1 false negative, 2 true negatives; ½ itself is class 0
    private static final double[] PREDICTED = {0.9, 0.8, 0.51, 0.7, 0.99, 0.5, 0.1, 0.2};
    private static final double[] ACTUAL = {1, 1, 1, 0, 0, 1, 0, 0};

    @Test
    void twoClassesWithOneOutput() {
        assertThat(figure(Dsl.accuracy(), 1, PREDICTED, ACTUAL)).isEqualTo(5 / 8.0);
        assertThat(figure(Dsl.precision(), 1, PREDICTED, ACTUAL)).isEqualTo(3 / 5.0);
        assertThat(figure(Dsl.recall(), 1, PREDICTED, ACTUAL)).isEqualTo(3 / 4.0);
        assertThat(figure(Dsl.f1(), 1, PREDICTED, ACTUAL)).isEqualTo(6 / 9.0);
    }

    @Test
    void twoClassesWithTwoOutputsCountTheSecondAsPositive() {
        double[] predicted = new double[16];
        double[] actual = new double[16];
        for (int i = 0; i < 8; i++) {
            predicted[2 * i] = 1 - PREDICTED[i];
            predicted[2 * i + 1] = PREDICTED[i];
            actual[2 * i + (ACTUAL[i] == 1 ? 1 : 0)] = 1;
        }
        assertThat(figure(Dsl.accuracy(), 2, predicted, actual)).isEqualTo(5 / 8.0);
        assertThat(figure(Dsl.precision(), 2, predicted, actual)).isEqualTo(3 / 5.0);
        assertThat(figure(Dsl.recall(), 2, predicted, actual)).isEqualTo(3 / 4.0);
        assertThat(figure(Dsl.f1(), 2, predicted, actual)).isEqualTo(6 / 9.0);
    }

    private static double[] oneHot(int classes, int... labels) {
        double[] values = new double[classes * labels.length];
        for (int i = 0; i < labels.length; i++) {
            values[i * classes + labels[i]] = 1;
        }
        return values;
    }

    @Test
    void moreClassesAreAveraged() {
        double[] predicted = oneHot(3, 0, 0, 1, 1, 2, 0);
        double[] actual = oneHot(3, 0, 1, 1, 1, 2, 2);
        // TP 1, 2, 1; FP 2, 0, 0; FN 0, 1, 1
        assertThat(figure(Dsl.accuracy(), 3, predicted, actual)).isEqualTo(4 / 6.0);
        assertThat(figure(Dsl.precision(), 3, predicted, actual)).isCloseTo((1 / 3.0 + 1 + 1) / 3, within(1e-15));
        assertThat(figure(Dsl.recall(), 3, predicted, actual)).isCloseTo((1 + 2 / 3.0 + 1 / 2.0) / 3, within(1e-15));
        assertThat(figure(Dsl.f1(), 3, predicted, actual)).isCloseTo((2 / 4.0 + 4 / 5.0 + 2 / 3.0) / 3, within(1e-15));
    }

    @Test
    void nothingPredictedPositiveIsZero() {
        assertThat(figure(Dsl.precision(), 1, new double[] {0.1, 0.2}, new double[] {1, 0}))
                .isZero();
        assertThat(figure(Dsl.recall(), 1, new double[] {0.1, 0.2}, new double[] {0, 0}))
                .isZero();
        assertThat(figure(Dsl.f1(), 1, new double[] {0.1, 0.2}, new double[] {0, 0}))
                .isZero();
    }

    @Test
    void errorsAreMeansOverOutputsAndItems() {
        double[] outputs = {1, 2, 3, 4, 5, 6};
        double[] targets = {1, 0, 3, 7, 5, 5};
        assertThat(figure(Dsl.mse(), 2, outputs, targets)).isEqualTo((4 + 9 + 1) / 6.0);
        assertThat(figure(Dsl.mae(), 2, outputs, targets)).isEqualTo((2 + 3 + 1) / 6.0);
    }

    @Test
    void explainedVarianceIsThatOfAllItemsTogether() {
        double[] targets = {1, 2, 3, 6};
        double[] outputs = {1, 2, 4, 5};
        // ȳ = 3, Σ(y − ȳ)² = 4 + 1 + 0 + 9
        assertThat(figure(Dsl.r2(), 1, outputs, targets)).isCloseTo(1 - 2 / 14.0, within(1e-15));
        double[] shifted = Arrays.stream(targets).map(y -> y + 1e8).toArray();
        double[] shiftedOutputs = Arrays.stream(outputs).map(y -> y + 1e8).toArray();
        assertThat(figure(Dsl.r2(), 1, shiftedOutputs, shifted)).isCloseTo(1 - 2 / 14.0, within(1e-7));
        assertThat(figure(Dsl.r2(), 1, new double[] {3, 3}, new double[] {3, 3}))
                .isEqualTo(1);
        assertThat(figure(Dsl.r2(), 1, new double[] {3, 2}, new double[] {3, 3}))
                .isZero();
        // Two outputs: 1 − 2/2 and 1 − 0
        assertThat(figure(Dsl.r2(), 2, new double[] {0, 5, 1, 7}, new double[] {1, 5, 3, 7}))
                .isCloseTo((1 - 5 / 2.0 + 1) / 2, within(1e-15));
        assertThat(figure(Dsl.r2(), 1, new double[] {Double.NaN, 1}, targets)).isNaN();
    }

    @Test
    void withoutItemsThereIsNoFigure() {
        for (Metric spec : new Metric[] {Dsl.accuracy(), Dsl.f1(), Dsl.mse(), Dsl.r2()}) {
            assertThat(Metrics.registry().make(spec).value()).isNaN();
        }
    }

    @Test
    void meansOverClassesKnowOnlyThoseThatOccur() {
        // As scikit-learn has it: of classes 0 to 3, class 2 is neither true nor predicted; class 3 is predicted but
        // never true.
        double[] actual = oneHot(4, 0, 0, 1, 1);
        double[] predicted = oneHot(4, 0, 0, 1, 3);
        assertThat(figure(Dsl.f1Macro(), 4, predicted, actual)).isCloseTo((1 + 2 / 3.0 + 0) / 3, within(1e-15));
        assertThat(figure(Dsl.precisionMacro(), 4, predicted, actual)).isCloseTo((1 + 1 + 0) / 3.0, within(1e-15));
        assertThat(figure(Dsl.recallMacro(), 4, predicted, actual)).isCloseTo((1 + 0.5 + 0) / 3, within(1e-15));
        assertThat(figure(Dsl.f1(), 4, predicted, actual)).isEqualTo(figure(Dsl.f1Macro(), 4, predicted, actual));
    }

    @Test
    void figuresLoseWhatIsNothingButRounding() {
        assertThat(Rounding.of(0.5000000000000022)).isEqualTo(0.5);
        assertThat(Rounding.of(-1234.5678)).isEqualTo(-1234.5678);
        assertThat(Rounding.of(1e-20)).isEqualTo(1e-20);
        assertThat(Rounding.of(Double.NaN)).isNaN();
        assertThat(Rounding.withoutUnit(1.137e-15)).isEqualTo(0);
        assertThat(Double.doubleToLongBits(Rounding.withoutUnit(-2.220e-16))).isZero();
        assertThat(Rounding.withoutUnit(0.1 + 0.2)).isEqualTo(0.3);
        assertThat(Rounding.withoutUnit(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
