package dnn.simd;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.random.RandomStream;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.PointwiseFunction;
import dnn.engine.backend.Precision;
import dnn.engine.backend.Scalars;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The greatest relative errors that the javadoc of the functions states, found over numbers of every size. */
class FunctionsTest {
    private static final int COUNT = 40_000;

    private static double unit(Precision precision) {
        return precision == Precision.FLOAT32 ? 0x1.0p-24 : 0x1.0p-53;
    }

    /** Random numbers of both signs, dense near 0 and up to {@code greatest}. */
    private static double[] numbers(double greatest) {
        RandomStream random = RandomStream.of(7, "functions");
        double[] numbers = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            double size = i % 2 == 0 ? greatest * random.nextDouble() : StrictMath.pow(10, -8 * random.nextDouble());
            numbers[i] = random.nextDouble() < 0.5 ? size : -size;
        }
        return numbers;
    }

    private static double worst(
            Precision precision, PointwiseFunction function, double greatest, DoubleUnaryOperator exact) {
        try (Backend backend = new SimdProvider().create(precision, 1)) {
            Buffer z = backend.allocate(COUNT);
            Buffer a = backend.allocate(COUNT);
            backend.write(numbers(greatest), 0, z);
            backend.kernels().activate(function, z, a, COUNT);
            double[] zs = new double[COUNT];
            double[] as = new double[COUNT];
            backend.read(z, COUNT, zs);
            backend.read(a, COUNT, as);
            double worst = 0;
            for (int i = 0; i < COUNT; i++) {
                double expected = exact.applyAsDouble(zs[i]);
                worst = Math.max(worst, Math.abs(as[i] - expected) / Math.abs(expected) / unit(precision));
            }
            return worst;
        }
    }

    // In float64 the reference itself is off by about one unit.

    @ParameterizedTest
    @EnumSource(Precision.class)
    void sigmoid(Precision precision) {
        double greatest = precision == Precision.FLOAT32 ? 86 : 700;
        assertThat(worst(precision, PointwiseFunction.SIGMOID, greatest, z -> 1 / (1 + StrictMath.exp(-z))))
                .isLessThanOrEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void tanh(Precision precision) {
        assertThat(worst(precision, PointwiseFunction.TANH, 12, StrictMath::tanh))
                .isLessThanOrEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void crossEntropies(Precision precision) {
        try (Backend backend = new SimdProvider().create(precision, 1)) {
            Kernels kernels = backend.kernels();
            Buffer z = backend.allocate(2);
            Buffer y = backend.allocate(2);
            Buffer a = backend.allocate(2);
            Buffer g = backend.allocate(2);
            backend.write(new double[] {0, 1}, 0, y);
            Scalars sums = backend.allocateScalars(2);
            double worst = 0;
            for (int i = 0; i < 400; i++) {
                double[] logits = {i * 0.2 - 40, 0};
                backend.write(logits, 0, z);
                backend.read(z, 2, logits);
                backend.clear(sums);
                kernels.sigmoidCrossEntropy(z, y, a, g, 1, 1, sums, 0);
                kernels.softmaxCrossEntropy(z, y, a, g, 2, 1, sums, 1);
                // Both are log(1 + e^z); for the second the logits may be shifted, which rounds against their size.
                double expected = logits[0] > 0
                        ? logits[0] + StrictMath.log1p(StrictMath.exp(-logits[0]))
                        : StrictMath.log1p(StrictMath.exp(logits[0]));
                worst = Math.max(worst, Math.abs(backend.read(sums, 0) - expected) / expected / unit(precision));
                assertThat(Math.abs(backend.read(sums, 1) - expected))
                        .isLessThanOrEqualTo(8 * unit(precision) * Math.max(1, expected));
            }
            assertThat(worst).isLessThanOrEqualTo(8);
        }
    }
}
