package dnn.engine.initializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Dsl;
import dnn.api.initializer.Initializer;
import dnn.api.initializer.Numbers;
import dnn.api.random.RandomStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class InitializersTest {
    private static final int INPUTS = 60;
    private static final int OUTPUTS = 40;
    private static final TensorPlace WEIGHTS = new TensorPlace("w", OUTPUTS, INPUTS, INPUTS, OUTPUTS);

    private static double[] draw(Initializer spec, TensorPlace place) {
        return Initializers.registry().make(spec).draw(place, RandomStream.of(4, "initializers"));
    }

    /**
     * Variance within the bounds of a chi-squared test, and the whole distribution by Kolmogorov and Smirnov, both at
     * one in 1000.
     */
    private static void isDistributed(Initializer spec, RealDistribution expected) {
        double[] values = draw(spec, WEIGHTS);
        assertThat(values).hasSize(INPUTS * OUTPUTS);
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(expected, values))
                .as("p of %s", spec)
                .isGreaterThan(1e-3);
        if (expected instanceof NormalDistribution) {
            ChiSquaredDistribution chiSquared = new ChiSquaredDistribution(values.length - 1);
            double statistic = (values.length - 1) * StatUtils.variance(values) / expected.getNumericalVariance();
            assertThat(statistic)
                    .isBetween(
                            chiSquared.inverseCumulativeProbability(5e-4),
                            chiSquared.inverseCumulativeProbability(1 - 5e-4));
        }
    }

    @Test
    void distributionsAreThoseDeclared() {
        isDistributed(Dsl.normal(0.5, 2), new NormalDistribution(0.5, 2));
        isDistributed(Dsl.uniform(-0.25, 1), new UniformRealDistribution(-0.25, 1));
        isDistributed(Dsl.xavierNormal(), new NormalDistribution(0, Math.sqrt(2.0 / 100)));
        isDistributed(Dsl.heNormal(), new NormalDistribution(0, Math.sqrt(2.0 / 60)));
        isDistributed(Dsl.lecunNormal(), new NormalDistribution(0, Math.sqrt(1.0 / 60)));
        double lecun = Math.sqrt(3.0 / 60);
        isDistributed(Dsl.lecunUniform(), new UniformRealDistribution(-lecun, lecun));
        double xavier = Math.sqrt(6.0 / 100);
        isDistributed(Dsl.xavierUniform(), new UniformRealDistribution(-xavier, xavier));
        double he = Math.sqrt(6.0 / 60);
        isDistributed(Dsl.heUniform(), new UniformRealDistribution(-he, he));
    }

    @Test
    void constantsFillTheTensor() {
        assertThat(draw(Dsl.zeros(), WEIGHTS)).hasSize(2400).containsOnly(0);
        assertThat(draw(Dsl.ones(), WEIGHTS)).hasSize(2400).containsOnly(1);
        assertThat(draw(Dsl.constant(-0.3), WEIGHTS)).hasSize(2400).containsOnly(-0.3);
    }

    @Test
    void anOrthogonalMatrixHasOrthonormalRowsOrColumns() {
        for (int[] shape : new int[][] {{7, 7}, {5, 11}, {11, 5}, {1, 4}, {4, 1}}) {
            TensorPlace place = new TensorPlace("w", shape[0], shape[1], shape[1], shape[0]);
            RealMatrix matrix = new Array2DRowRealMatrix(shape[0], shape[1]);
            double[] values = draw(new dnn.api.initializer.Orthogonal(3), place);
            for (int i = 0; i < values.length; i++) {
                matrix.setEntry(i / shape[1], i % shape[1], values[i] / 3);
            }
            RealMatrix product = shape[0] < shape[1]
                    ? matrix.multiply(matrix.transpose())
                    : matrix.transpose().multiply(matrix);
            RealMatrix identity = MatrixUtils.createRealIdentityMatrix(Math.min(shape[0], shape[1]));
            assertThat(product.subtract(identity).getNorm()).isLessThan(1e-13);
        }
    }

    @Test
    void orthogonalMatricesHaveNoPreferredSign() {
        RandomStream stream = RandomStream.of(4, "signs");
        TensorPlace place = new TensorPlace("w", 3, 3, 3, 3);
        int positive = 0;
        for (int i = 0; i < 400; i++) {
            positive += Initializers.registry().make(Dsl.orthogonal()).draw(place, stream)[0] > 0 ? 1 : 0;
        }
        assertThat(positive).isBetween(140, 260);
    }

    @Test
    void writtenValuesAreTakenAsTheyAre() {
        TensorPlace weights = new TensorPlace("w", 2, 3, 3, 2);
        TensorPlace biases = new TensorPlace("b", 2, 1, 3, 2);
        assertThat(draw(Dsl.values(new double[][] {{1, 2, 3}, {4, 5, 6}}), weights))
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(draw(Dsl.values(7.0, 8.0), biases)).containsExactly(7, 8);
        assertThat(draw(new dnn.api.initializer.Explicit(Numbers.rows(new double[] {7}, new double[] {8})), biases))
                .containsExactly(7, 8);
        assertThatThrownBy(() -> draw(Dsl.values(new double[][] {{1, 2}, {3, 4}, {5, 6}}), weights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("w needs (2, 3) numbers, the written values are (3, 2)");
        assertThatThrownBy(() -> draw(Dsl.values(new double[][] {{1, 2, 3}, {4}}), weights))
                .hasMessageContaining("rows of different lengths");
        assertThatThrownBy(() -> draw(Dsl.values(1.0, 2.0, 3.0), biases)).hasMessageContaining("(3, 1)");
    }

    @Test
    void theSameStreamGivesTheSameNumbers() {
        assertThat(draw(Dsl.heNormal(), WEIGHTS)).isEqualTo(draw(Dsl.heNormal(), WEIGHTS));
        assertThat(StatUtils.mean(draw(Dsl.heNormal(), WEIGHTS))).isCloseTo(0, within(0.02));
    }
}
