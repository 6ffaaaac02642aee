// Longer than 300 lines: whoever writes a backend extends one class, and each operation has its test in it.
package dnn.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dnn.api.loss.Huber;
import dnn.api.random.CounterHash;
import dnn.api.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every backend must do, against loops that follow the formulas. A test class extends it and makes the backend,
 * nothing else; hence one long file.
 *
 * <p>Matrices stand in views with guard cells around them, which must not change. Inputs are read back after writing,
 * so that their rounding is no error; the tolerance is that of a sum of k products in the backend's precision.
 */
public abstract class BackendContract {
    private static final double GUARD_CELL = -77.5;
    private static final int GUARD_CELLS = 9;

    private Backend backend;
    private Kernels kernels;
    private RandomStream random;

    /** The backend under test. */
    protected abstract Backend create();

    @BeforeEach
    void open() {
        backend = create();
        kernels = backend.kernels();
        random = RandomStream.of(1, "contract");
    }

    @AfterEach
    void close() {
        backend.close();
    }

    // Tools

    /** Numbers in a view with guard cells on both sides, and a copy of them as the backend holds them. */
    private final class Held {
        private final Buffer all;
        private final Buffer view;
        final double[] before;

        Held(double[] values) {
            double[] guarded = new double[values.length + 2 * GUARD_CELLS];
            Arrays.fill(guarded, GUARD_CELL);
            System.arraycopy(values, 0, guarded, GUARD_CELLS, values.length);
            all = kernels.allocate(guarded.length);
            kernels.write(guarded, 0, all);
            view = all.view(GUARD_CELLS, values.length);
            before = now();
        }

        double[] now() {
            double[] values = new double[view.length()];
            kernels.read(view, values.length, values);
            return values;
        }

        void guardsAreWhole() {
            double[] guarded = new double[all.length()];
            kernels.read(all, guarded.length, guarded);
            for (int i = 0; i < GUARD_CELLS; i++) {
                assertThat(guarded[i]).isEqualTo(GUARD_CELL);
                assertThat(guarded[guarded.length - 1 - i]).isEqualTo(GUARD_CELL);
            }
        }

        void is(double[] expected, double tolerance) {
            double[] found = now();
            assertThat(found).hasSameSizeAs(expected);
            for (int i = 0; i < expected.length; i++) {
                assertThat(found[i]).as("number %d", i).isCloseTo(expected[i], within(tolerance));
            }
            guardsAreWhole();
        }

        void isUnchanged() {
            is(before, 0);
        }
    }

    private Held held(double... values) {
        return new Held(values);
    }

    private Held random(int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextGaussian();
        }
        return held(values);
    }

    /** Rounding of a sum of {@code terms} products of standard normal numbers: generous, and far below any mistake. */
    private double tolerance(int terms) {
        double unit = backend.precision() == Precision.FLOAT32 ? 0x1.0p-23 : 0x1.0p-52;
        return 32 * unit * (terms + 4);
    }

    private static double[] zeros(int size) {
        return new double[size];
    }

    // Memory

    @Test
    void copiesInAndOutKeepNumbers() {
        Buffer buffer = kernels.allocate(4);
        assertThat(buffer.length()).isEqualTo(4);
        double[] out = new double[4];
        kernels.read(buffer, 4, out);
        assertThat(out).containsOnly(0);
        kernels.write(new double[] {9, 1.5, -2.25, 3, 4, 9}, 1, buffer);
        kernels.read(buffer, 3, out);
        assertThat(out).containsExactly(1.5, -2.25, 3, 0);
    }

    @Test
    void aViewSharesAndStaysInside() {
        Buffer buffer = kernels.allocate(5);
        Buffer inner = buffer.view(1, 3).view(1, 2);
        kernels.write(new double[] {7, 8}, 0, inner);
        double[] out = new double[5];
        kernels.read(buffer, 5, out);
        assertThat(out).containsExactly(0, 0, 7, 8, 0);
        assertThat(buffer.view(5, 0).length()).isZero();
        assertThatThrownBy(() -> inner.view(1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> buffer.view(-1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void copyMovesTheFirstNumbers() {
        Held from = held(1, 2, 3);
        Held to = held(0, 0, 0);
        kernels.copy(from.view, to.view, 2);
        to.is(new double[] {1, 2, 0}, 0);
        from.isUnchanged();
    }

    @Test
    void columnsAreGatheredByIndex() {
        Held source = random(3 * 5);
        Held destination = random(3 * 2);
        kernels.gatherColumns(source.view, 3, new int[] {9, 4, 0, 9}, 1, 2, destination.view);
        destination.is(
                new double[] {
                    source.before[12],
                    source.before[13],
                    source.before[14],
                    source.before[0],
                    source.before[1],
                    source.before[2]
                },
                0);
        source.isUnchanged();
    }

    // Products

    @Test
    void anAffineMapWorkedByHand() {
        // W = [1 2; 3 4; 5 6], b = [10 20 30]ᵀ, A = [1 0; 1 -1]
        Held weights = held(1, 2, 3, 4, 5, 6);
        Held biases = held(10, 20, 30);
        Held input = held(1, 1, 0, -1);
        Held output = held(zeros(6));
        kernels.affine(weights.view, biases.view, input.view, output.view, 3, 2, 2);
        output.is(new double[] {13, 27, 41, 8, 16, 24}, 0);
    }

    @Test
    void gradientsWorkedByHand() {
        // dZ = [1 2; 3 4; 5 6] (3 units, 2 items), A = [1 -1; 2 0] (2 inputs, 2 items), column by column
        Held gradient = held(1, 3, 5, 2, 4, 6);
        Held input = held(1, 2, -1, 0);
        Held weightGradient = held(zeros(6));
        kernels.weightGradient(gradient.view, input.view, weightGradient.view, 3, 2, 2, 0.5, false);
        weightGradient.is(new double[] {-0.5, 1, -0.5, 3, -0.5, 5}, 0);
        Held biasGradient = held(zeros(3));
        kernels.biasGradient(gradient.view, biasGradient.view, 3, 2, 0.5, false);
        biasGradient.is(new double[] {1.5, 3.5, 5.5}, 0);
        // Wᵀ·dZ with W = [1 0; 0 1; 1 1]
        Held weights = held(1, 0, 0, 1, 1, 1);
        Held inputGradient = held(zeros(4));
        kernels.inputGradient(weights.view, gradient.view, inputGradient.view, 3, 2, 2, false);
        inputGradient.is(new double[] {6, 8, 8, 10}, 0);
    }

    @TestFactory
    List<DynamicTest> productsOfEverySmallShape() {
        return java.util.stream.IntStream.range(0, 125)
                .mapToObj(i -> shape(i / 25, i / 5 % 5, i % 5))
                .toList();
    }

    @TestFactory
    List<DynamicTest> productsOfAwkwardShapes() {
        return List.of(shape(13, 207, 31), shape(207, 13, 1), shape(1, 207, 13), shape(65, 33, 129), shape(16, 64, 32));
    }

    private DynamicTest shape(int units, int inputs, int items) {
        return DynamicTest.dynamicTest(
                "units " + units + ", inputs " + inputs + ", items " + items, () -> products(units, inputs, items));
    }

    private void products(int units, int inputs, int items) {
        Held w = random(units * inputs);
        Held b = random(units);
        Held a = random(inputs * items);
        Held z = random(units * items);
        kernels.affine(w.view, b.view, a.view, z.view, units, inputs, items);
        double[] expected = zeros(units * items);
        for (int i = 0; i < items; i++) {
            for (int k = 0; k < units; k++) {
                expected[i * units + k] = b.before[k];
                for (int j = 0; j < inputs; j++) {
                    expected[i * units + k] += w.before[k * inputs + j] * a.before[i * inputs + j];
                }
            }
        }
        z.is(expected, tolerance(inputs));
        Held activated = random(units * items);
        kernels.affineActivation(
                PointwiseFunction.rectifier(0.25), w.view, b.view, a.view, activated.view, units, inputs, items);
        activated.is(Arrays.stream(expected).map(v -> v > 0 ? v : 0.25 * v).toArray(), tolerance(inputs));

        Held dz = random(units * items);
        for (boolean accumulate : new boolean[] {false, true}) {
            weightGradient(dz, a, units, inputs, items, accumulate);
            inputGradient(w, dz, units, inputs, items, accumulate);
            biasGradient(dz, units, items, accumulate);
        }
        w.isUnchanged();
        b.isUnchanged();
        a.isUnchanged();
        dz.isUnchanged();
    }

    private void weightGradient(Held dz, Held a, int units, int inputs, int items, boolean accumulate) {
        Held dw = random(units * inputs);
        kernels.weightGradient(dz.view, a.view, dw.view, units, inputs, items, 0.3, accumulate);
        double[] expected = accumulate ? dw.before.clone() : zeros(units * inputs);
        for (int k = 0; k < units; k++) {
            for (int j = 0; j < inputs; j++) {
                for (int i = 0; i < items; i++) {
                    expected[k * inputs + j] += 0.3 * dz.before[i * units + k] * a.before[i * inputs + j];
                }
            }
        }
        dw.is(expected, tolerance(items));
    }

    private void inputGradient(Held w, Held dz, int units, int inputs, int items, boolean accumulate) {
        Held da = random(inputs * items);
        kernels.inputGradient(w.view, dz.view, da.view, units, inputs, items, accumulate);
        double[] expected = accumulate ? da.before.clone() : zeros(inputs * items);
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < inputs; j++) {
                for (int k = 0; k < units; k++) {
                    expected[i * inputs + j] += w.before[k * inputs + j] * dz.before[i * units + k];
                }
            }
        }
        da.is(expected, tolerance(units));
    }

    private void biasGradient(Held dz, int units, int items, boolean accumulate) {
        Held db = random(units);
        kernels.biasGradient(dz.view, db.view, units, items, 0.3, accumulate);
        double[] expected = accumulate ? db.before.clone() : zeros(units);
        for (int k = 0; k < units; k++) {
            for (int i = 0; i < items; i++) {
                expected[k] += 0.3 * dz.before[i * units + k];
            }
        }
        db.is(expected, tolerance(items));
    }

    @Test
    void buffersMayBeLongerThanTheMatrixInThem() {
        Held weights = held(2, 9, 9);
        Held biases = held(1, 9);
        Held input = held(3, 4, 9, 9);
        Held output = held(9, 9, 9);
        kernels.affine(weights.view, biases.view, input.view, output.view, 1, 1, 2);
        output.is(new double[] {7, 9, 9}, 0);
    }

    // Activations

    private static final List<PointwiseFunction> FUNCTIONS = List.of(
            PointwiseFunction.IDENTITY,
            PointwiseFunction.SIGMOID,
            PointwiseFunction.TANH,
            PointwiseFunction.rectifier(0),
            PointwiseFunction.rectifier(0.01));

    private static DoubleUnaryOperator value(PointwiseFunction function) {
        return switch (function.kind()) {
            case IDENTITY -> z -> z;
            case SIGMOID -> z -> 1 / (1 + StrictMath.exp(-z));
            case TANH -> StrictMath::tanh;
            case RECTIFIER -> z -> z > 0 ? z : function.slope() * z;
        };
    }

    private static DoubleUnaryOperator derivative(PointwiseFunction function) {
        return switch (function.kind()) {
            case IDENTITY -> z -> 1;
            case SIGMOID -> z -> StrictMath.exp(-z) / StrictMath.pow(1 + StrictMath.exp(-z), 2);
            case TANH -> z -> 1 / StrictMath.pow(StrictMath.cosh(z), 2);
            case RECTIFIER -> z -> z > 0 ? 1 : function.slope();
        };
    }

    @Test
    void activationsAndDerivativesFollowTheirFormulas() {
        for (PointwiseFunction function : FUNCTIONS) {
            for (int size : new int[] {0, 1, 7, 207}) {
                Held z = random(size);
                Held a = random(size);
                kernels.activate(function, z.view, a.view, size);
                a.is(Arrays.stream(z.before).map(value(function)).toArray(), tolerance(1));
                Held gradient = random(size);
                kernels.multiplyByDerivative(function, a.view, gradient.view, size);
                double[] expected = new double[size];
                Arrays.setAll(
                        expected, i -> gradient.before[i] * derivative(function).applyAsDouble(z.before[i]));
                gradient.is(expected, tolerance(4));
                z.isUnchanged();
                kernels.activate(function, z.view, z.view, size);
                z.is(a.now(), 0);
            }
        }
    }

    @Test
    void activationsKeepTheirLimits() {
        Held z = held(0, -0.0, 800, -800, 40, -40);
        Held a = held(zeros(6));
        kernels.activate(PointwiseFunction.SIGMOID, z.view, a.view, 6);
        a.is(new double[] {0.5, 0.5, 1, 0, 1, StrictMath.exp(-40)}, tolerance(1) * 1e-3);
        kernels.activate(PointwiseFunction.TANH, z.view, a.view, 6);
        a.is(new double[] {0, 0, 1, -1, 1, -1}, 0);
        kernels.activate(PointwiseFunction.rectifier(0), z.view, a.view, 6);
        a.is(new double[] {0, 0, 800, 0, 40, 0}, 0);
    }

    @Test
    void whatIsNotANumberStaysSo() {
        for (PointwiseFunction function : FUNCTIONS) {
            Held a = held(zeros(3));
            kernels.activate(function, held(1, Double.NaN, 2).view, a.view, 3);
            assertThat(a.now()[0]).isFinite();
            assertThat(a.now()[1]).isNaN();
            assertThat(a.now()[2]).isFinite();
        }
    }

    @Test
    void theFusedWayBackIsDerivativeAndBiasGradient() {
        for (PointwiseFunction function : FUNCTIONS) {
            Held a = held(0.5, -0.25, 0.125, 0.75, 0.5, -0.5);
            Held fused = held(1, 2, 3, 4, 5, 6);
            Held apart = held(1, 2, 3, 4, 5, 6);
            Held fusedBias = held(0, 0);
            Held apartBias = held(0, 0);
            kernels.activationBackward(function, a.view, fused.view, fusedBias.view, 2, 3, 0.5);
            kernels.multiplyByDerivative(function, a.view, apart.view, 6);
            kernels.biasGradient(apart.view, apartBias.view, 2, 3, 0.5, false);
            fused.is(apart.now(), tolerance(1));
            fusedBias.is(apartBias.now(), tolerance(3) * 6);
        }
    }

    @Test
    void softmaxSumsToOneAndDoesNotOverflow() {
        Held z = held(1, 2, 3, 1000, 1001, 1002, -5, -5, -5);
        Held a = held(zeros(9));
        kernels.softmax(z.view, a.view, 3, 3);
        double sum = 1 + Math.E + Math.E * Math.E;
        double[] item = {1 / sum, Math.E / sum, Math.E * Math.E / sum};
        a.is(
                new double[] {item[0], item[1], item[2], item[0], item[1], item[2], 1 / 3.0, 1 / 3.0, 1 / 3.0},
                tolerance(3));
        Held gradient = random(9);
        kernels.softmaxBackward(a.view, gradient.view, 3, 3);
        double[] expected = new double[9];
        for (int i = 0; i < 9; i++) {
            for (int j = i / 3 * 3; j < i / 3 * 3 + 3; j++) {
                expected[i] += gradient.before[j] * (i == j ? a.now()[i] * (1 - a.now()[i]) : -a.now()[i] * a.now()[j]);
            }
        }
        gradient.is(expected, tolerance(9));
    }

    @Test
    void dropoutFollowsItsCounters() {
        Held x = random(5 * 4);
        Held y = held(zeros(5 * 4));
        long bound = CounterHash.bound(0.4);
        kernels.dropout(x.view, y.view, 5, 4, 3, 99, bound, 2.5);
        double[] expected = new double[20];
        for (int i = 0; i < 4; i++) {
            for (int k = 0; k < 5; k++) {
                boolean kept = (CounterHash.at(CounterHash.at(99, 3 + i), k) >>> 11) >= bound;
                expected[i * 5 + k] = kept ? 2.5 * x.before[i * 5 + k] : 0;
            }
        }
        assertThat(expected).contains(0.0);
        y.is(expected, tolerance(1));
        kernels.dropout(x.view, x.view, 5, 4, 3, 99, bound, 2.5);
        x.is(y.now(), 0);
    }

    // Losses

    @Test
    void crossEntropiesFromLogits() {
        Held z = held(0.5, -1, 2, 30, -800, 800);
        Held y = held(1, 0, 0, 1, 0, 0);
        Held a = held(zeros(6));
        Held dz = held(zeros(6));
        Scalars sums = kernels.allocateScalars(2);
        kernels.sigmoidCrossEntropy(z.view, y.view, a.view, dz.view, 2, 3, sums, 1);
        double[] sigmoid =
                Arrays.stream(z.before).map(value(PointwiseFunction.SIGMOID)).toArray();
        a.is(sigmoid, tolerance(1));
        double[] gradient = new double[6];
        Arrays.setAll(gradient, i -> (sigmoid[i] - y.before[i]) / 2);
        dz.is(gradient, tolerance(1));
        double loss = (-StrictMath.log(sigmoid[0])
                        - StrictMath.log(1 - sigmoid[1])
                        - StrictMath.log(1 - sigmoid[2])
                        + StrictMath.log1p(StrictMath.exp(-30))
                        + 800)
                / 2;
        assertThat(kernels.read(sums, 1)).isCloseTo(loss, within(400 * tolerance(6)));
        assertThat(kernels.read(sums, 0)).isZero();

        Held oneHot = held(1, 0, 0, 0, 0, 1);
        kernels.clear(sums);
        kernels.softmaxCrossEntropy(z.view, oneHot.view, a.view, dz.view, 3, 2, sums, 0);
        double first = StrictMath.exp(0.5) + StrictMath.exp(-1) + StrictMath.exp(2);
        a.is(
                new double[] {
                    StrictMath.exp(0.5) / first, StrictMath.exp(-1) / first, StrictMath.exp(2) / first, 0, 0, 1
                },
                tolerance(3));
        dz.is(
                new double[] {
                    StrictMath.exp(0.5) / first - 1, StrictMath.exp(-1) / first, StrictMath.exp(2) / first, 0, 0, 0
                },
                tolerance(3));
        assertThat(kernels.read(sums, 0)).isCloseTo(StrictMath.log(first) - 0.5, within(tolerance(6)));
    }

    @Test
    void errorsAreSummedAndTheirGradientsWritten() {
        Held a = held(1, 2, -3, 4);
        Held y = held(1, 0, 1, 5);
        Held result = held(zeros(4));
        Scalars sums = kernels.allocateScalars(1);
        kernels.addSquaredError(a.view, y.view, 2, 2, sums, 0);
        assertThat(kernels.read(sums, 0)).isCloseTo((0 + 4 + 16 + 1) / 2.0, within(tolerance(4)));
        kernels.addAbsoluteError(a.view, y.view, 2, 2, sums, 0);
        assertThat(kernels.read(sums, 0)).isCloseTo(10.5 + (0 + 2 + 4 + 1) / 2.0, within(tolerance(4)));
        kernels.difference(a.view, y.view, 0.5, result.view, 4);
        result.is(new double[] {0, 1, -2, -0.5}, 0);
        kernels.difference(a.view, result.view, 2, result.view, 4);
        result.is(new double[] {2, 2, -2, 9}, 0);
        kernels.signOfDifference(a.view, y.view, 0.5, result.view, 4);
        result.is(new double[] {0, 0.5, -0.5, -0.5}, 0);
    }

    @Test
    void lossesWithoutKernelsAreSummedAndTheirGradientsWritten() {
        Huber loss = new Huber(1.5);
        for (int items : new int[] {0, 1, 13, 3000}) {
            Held a = random(2 * items);
            Held y = random(2 * items);
            Held gradient = random(2 * items);
            Scalars sums = kernels.allocateScalars(2);
            kernels.scalarLoss(loss, a.view, y.view, gradient.view, 2, items, sums, 1);
            kernels.scalarLoss(loss, a.view, y.view, gradient.view, 2, items, sums, 1);
            gradient.is(combine(a.before, y.before, (p, q) -> loss.derivative(p, q) / 2), tolerance(1));
            double[] losses = combine(a.before, y.before, loss::value);
            assertThat(kernels.read(sums, 1)).isCloseTo(Arrays.stream(losses).sum(), within(tolerance(2 * items + 1)));
            assertThat(kernels.read(sums, 0)).isZero();
            a.isUnchanged();
            y.isUnchanged();
        }
    }

    // Elementwise

    @Test
    void elementwiseKernelsFollowTheirFormulas() {
        for (int size : new int[] {0, 1, 13, 207}) {
            Held x = random(size);
            Held y = random(size);
            kernels.addScaled(0.5, x.view, -2, y.view);
            y.is(combine(x.before, y.before, (a, b) -> 0.5 * a - 2 * b), tolerance(4));
            Held squares = random(size);
            kernels.addScaledSquares(0.5, x.view, 3, squares.view);
            squares.is(combine(x.before, squares.before, (a, b) -> 0.5 * a * a + 3 * b), tolerance(8));
            Held root = held(Arrays.stream(x.before).map(v -> v * v + 1).toArray());
            Held moved = random(size);
            kernels.subtractOverRoot(0.3, x.view, 2, root.view, 0.1, moved.view);
            double[] expected = new double[size];
            Arrays.setAll(
                    expected, i -> moved.before[i] - 0.3 * x.before[i] / (StrictMath.sqrt(2 * root.before[i]) + 0.1));
            moved.is(expected, tolerance(4));
            Held clamped = random(size);
            kernels.clamp(0.5, clamped.view);
            clamped.is(
                    Arrays.stream(clamped.before)
                            .map(v -> Math.max(-0.5, Math.min(0.5, v)))
                            .toArray(),
                    0);
            Held scaled = random(size);
            kernels.scale(-0.25, scaled.view);
            scaled.is(Arrays.stream(scaled.before).map(v -> -0.25 * v).toArray(), 0);
            x.isUnchanged();
        }
    }

    private static double[] combine(double[] x, double[] y, java.util.function.DoubleBinaryOperator function) {
        double[] result = new double[x.length];
        Arrays.setAll(result, i -> function.applyAsDouble(x[i], y[i]));
        return result;
    }

    @Test
    void penaltiesPullWeightsToZero() {
        Held weights = held(2, -3, 0);
        Held gradient = held(1, 1, 1);
        kernels.addPenaltyGradient(weights.view, 0.5, 0.25, gradient.view);
        gradient.is(new double[] {1 + 0.5 + 0.5, 1 - 0.5 - 0.75, 1}, 0);
        weights.isUnchanged();
    }

    @Test
    void normsAndClipping() {
        Held x = held(3, 0, -4);
        assertThat(kernels.norm(x.view)).isCloseTo(5, within(tolerance(3)));
        kernels.clipByNorm(6, x.view);
        x.isUnchanged();
        kernels.clipByNorm(0.5, x.view);
        x.is(new double[] {0.3, 0, -0.4}, tolerance(3));
        double huge = backend.precision() == Precision.FLOAT32 ? 1e30 : 1e200;
        assertThat(kernels.norm(held(3 * huge, 4 * huge).view) / huge).isCloseTo(5, within(tolerance(2)));
        assertThat(kernels.norm(kernels.allocate(0))).isZero();
    }

    // The guard

    @Test
    void theGuardKeepsTheFirstMark() {
        Scalars guard = kernels.allocateScalars(1);
        Scalars sums = kernels.allocateScalars(2);
        kernels.checkFinite(random(207).view, guard, 1);
        kernels.checkFinite(sums, 1, guard, 2);
        assertThat(kernels.read(guard, 0)).isZero();
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int place : new int[] {0, 13, 206}) {
                double[] values = new double[207];
                values[place] = bad;
                kernels.clear(guard);
                kernels.checkFinite(held(values).view, guard, 3);
                kernels.checkFinite(held(values).view, guard, 4);
                assertThat(kernels.read(guard, 0)).isEqualTo(3);
            }
        }
        kernels.clear(guard);
        kernels.addSquaredError(held(Double.NaN).view, held(0).view, 1, 1, sums, 1);
        kernels.checkFinite(sums, 0, guard, 5);
        assertThat(kernels.read(guard, 0)).isZero();
        kernels.checkFinite(sums, 1, guard, 6);
        assertThat(kernels.read(guard, 0)).isEqualTo(6);
    }

    @Test
    void aMarkedGuardStopsEveryUpdate() {
        Scalars guard = kernels.allocateScalars(1);
        kernels.checkFinite(held(Double.NaN).view, guard, 1);
        Held w = held(1, 2);
        Held previous = held(7, 7);
        Held g = held(1, 1);
        Held s = held(1, 1);
        Held m = held(1, 1);
        kernels.sgdStep(w.view, previous.view, g.view, 0.1, guard);
        kernels.momentumStep(w.view, previous.view, g.view, s.view, 0.1, 0.9, true, guard);
        kernels.rmsPropStep(w.view, previous.view, g.view, s.view, 0.1, 0.9, 1e-8, guard);
        kernels.adamStep(w.view, previous.view, g.view, m.view, s.view, 0.1, 0.9, 0.99, 1e-8, 0.1, 0.01, guard);
        w.isUnchanged();
        previous.isUnchanged();
        s.isUnchanged();
        m.isUnchanged();
    }

    // Normalizations, by their formulas

    @TestFactory
    List<DynamicTest> normalizationsFollowTheirFormulas() {
        return Arrays.stream(Normalization.values())
                .flatMap(of -> Arrays.stream(
                                new int[][] {{1, 2}, {2, 2}, {3, 1}, {4, 3}, {13, 70}, {207, 13}, {300, 150}})
                        .map(size -> DynamicTest.dynamicTest(
                                of + " of " + size[0] + " units and " + size[1] + " items",
                                () -> normalization(of, size[0], size[1]))))
                .toList();
    }

    private void normalization(Normalization of, int units, int items) {
        boolean ofUnits = of == Normalization.OF_UNITS;
        int groups = ofUnits ? units : items;
        int members = ofUnits ? items : units;
        double epsilon = 0.01;
        double[] shifted =
                Arrays.stream(random(units * items).before).map(x -> x + 3).toArray();
        Held x = held(shifted);
        Held means = random(groups);
        Held variances = random(groups);
        kernels.moments(of, x.view, means.view, variances.view, units, items);
        double[] mean = new double[groups];
        double[] variance = new double[groups];
        for (int i = 0; i < units * items; i++) {
            mean[ofUnits ? i % units : i / units] += x.before[i] / members;
        }
        for (int i = 0; i < units * items; i++) {
            int group = ofUnits ? i % units : i / units;
            variance[group] += (x.before[i] - mean[group]) * (x.before[i] - mean[group]) / members;
        }
        means.is(mean, 5 * tolerance(1));
        variances.is(variance, 20 * tolerance(1));

        Held gamma = random(units);
        Held beta = random(units);
        Held y = random(units * items);
        double tolerance = 1000 * tolerance(1);
        kernels.normalize(of, x.view, means.view, variances.view, epsilon, gamma.view, beta.view, y.view, units, items);
        double[] normalized = new double[units * items];
        Arrays.setAll(normalized, i -> {
            int group = ofUnits ? i % units : i / units;
            return (x.before[i] - mean[group]) / StrictMath.sqrt(variance[group] + epsilon);
        });
        double[] expected = new double[units * items];
        Arrays.setAll(expected, i -> gamma.before[i % units] * normalized[i] + beta.before[i % units]);
        y.is(expected, tolerance);

        Held dy = random(units * items);
        Held sums = random(units);
        Held products = random(units);
        kernels.normalizationSums(
                of, x.view, means.view, variances.view, epsilon, dy.view, sums.view, products.view, units, items);
        double[] sum = new double[units];
        double[] product = new double[units];
        for (int i = 0; i < units * items; i++) {
            sum[i % units] += dy.before[i];
            product[i % units] += dy.before[i] * normalized[i];
        }
        sums.is(sum, items * tolerance(1));
        products.is(product, items * tolerance);

        double[] meanSlope = new double[groups];
        double[] meanProduct = new double[groups];
        for (int i = 0; i < units * items; i++) {
            int group = ofUnits ? i % units : i / units;
            double slope = gamma.before[i % units] * dy.before[i] / members;
            meanSlope[group] += slope;
            meanProduct[group] += slope * normalized[i];
        }
        for (boolean accumulate : new boolean[] {false, true}) {
            Held dx = random(units * items);
            kernels.normalizationBackward(
                    of,
                    x.view,
                    means.view,
                    variances.view,
                    epsilon,
                    gamma.view,
                    dy.view,
                    sums.view,
                    products.view,
                    dx.view,
                    units,
                    items,
                    accumulate);
            Arrays.setAll(expected, i -> {
                int group = ofUnits ? i % units : i / units;
                double slope = gamma.before[i % units] * dy.before[i] - meanSlope[group];
                return (accumulate ? dx.before[i] : 0)
                        + (slope - normalized[i] * meanProduct[group]) / StrictMath.sqrt(variance[group] + epsilon);
            });
            dx.is(expected, 10 * tolerance);
        }
        for (Held unchanged : List.of(x, gamma, beta, dy)) {
            unchanged.isUnchanged();
        }
        means.guardsAreWhole();
    }

    /** Numbers far from 0, as unscaled features are, keep their spread. */
    @Test
    void momentsOfManyNumbersFarFromZeroAreThose() {
        int items = 20_000;
        double far = backend.precision() == Precision.FLOAT32 ? 1000 : 1e9;
        Held x = held(
                Arrays.stream(random(items).before).map(number -> far + number).toArray());
        Held mean = held(0);
        Held variance = held(0);
        kernels.moments(Normalization.OF_UNITS, x.view, mean.view, variance.view, 1, items);
        double expected = Arrays.stream(x.before).map(number -> number - far).sum() / items;
        assertThat(mean.now()[0] - far).isCloseTo(expected, within(1e-4));
        assertThat(variance.now()[0])
                .isCloseTo(
                        Arrays.stream(x.before)
                                        .map(number -> (number - far - expected) * (number - far - expected))
                                        .sum()
                                / items,
                        within(1e-4));
    }

    // Optimizer steps, by their formulas

    @Test
    void optimizerStepsFollowTheirFormulas() {
        Scalars guard = kernels.allocateScalars(1);
        Held g = random(37);
        Held w = random(37);
        Held previous = random(37);
        kernels.sgdStep(w.view, previous.view, g.view, 0.1, guard);
        w.is(combine(w.before, g.before, (a, b) -> a - 0.1 * b), tolerance(2));
        previous.is(w.before, 0);

        for (boolean nesterov : new boolean[] {false, true}) {
            Held moving = random(37);
            Held v = random(37);
            kernels.momentumStep(moving.view, previous.view, g.view, v.view, 0.1, 0.9, nesterov, guard);
            double[] velocity = combine(v.before, g.before, (a, b) -> 0.9 * a + b);
            v.is(velocity, tolerance(2));
            double[] direction = nesterov ? combine(g.before, velocity, (a, b) -> a + 0.9 * b) : velocity;
            moving.is(combine(moving.before, direction, (a, b) -> a - 0.1 * b), tolerance(4));
            previous.is(moving.before, 0);
        }

        Held positive = held(Arrays.stream(random(37).before).map(Math::abs).toArray());
        double[] squares = combine(positive.before, g.before, (a, b) -> 0.9 * a + 0.1 * b * b);
        Held rms = random(37);
        kernels.rmsPropStep(rms.view, previous.view, g.view, positive.view, 0.1, 0.9, 0.01, guard);
        positive.is(squares, tolerance(8));
        double[] expected = new double[37];
        Arrays.setAll(expected, i -> rms.before[i] - 0.1 * g.before[i] / (StrictMath.sqrt(squares[i]) + 0.01));
        rms.is(expected, 20 * tolerance(8));
        previous.is(rms.before, 0);

        Held means = random(37);
        Held adamSquares = held(Arrays.stream(random(37).before).map(Math::abs).toArray());
        Held adam = random(37);
        kernels.adamStep(
                adam.view, previous.view, g.view, means.view, adamSquares.view, 0.1, 0.8, 0.9, 0.01, 0.36, 0.19, guard);
        double[] m = combine(means.before, g.before, (a, b) -> 0.8 * a + 0.2 * b);
        double[] s = combine(adamSquares.before, g.before, (a, b) -> 0.9 * a + 0.1 * b * b);
        means.is(m, tolerance(2));
        adamSquares.is(s, tolerance(8));
        Arrays.setAll(expected, i -> adam.before[i] - 0.1 * (m[i] / 0.36) / (StrictMath.sqrt(s[i] / 0.19) + 0.01));
        adam.is(expected, 20 * tolerance(8));
        previous.is(adam.before, 0);
    }

    @Test
    void passesOfSomeOptimizersFollowTheirFormulas() {
        Held x = random(37);
        Held greatest = random(37);
        kernels.greatest(0.5, x.view, 0.25, greatest.view);
        greatest.is(combine(greatest.before, x.before, (a, b) -> Math.max(0.5 * a, Math.abs(b) + 0.25)), tolerance(1));

        Held over =
                held(Arrays.stream(random(37).before).map(y -> Math.abs(y) + 1).toArray());
        Held w = random(37);
        kernels.subtractOver(0.5, x.view, over.view, w.view);
        w.is(combine(w.before, combine(x.before, over.before, (a, b) -> a / b), (a, b) -> a - 0.5 * b), tolerance(2));

        Held y = random(37);
        kernels.write(new double[] {0.5}, 0, x.view.view(3, 1));
        kernels.write(new double[] {-1}, 0, y.view.view(3, 1));
        Held signed = random(37);
        kernels.subtractSign(0.25, 2, x.view, 1, y.view, signed.view);
        signed.is(
                combine(
                        signed.before,
                        combine(x.now(), y.now(), (a, b) -> Math.signum(2 * a + b)),
                        (a, b) -> a - 0.25 * b),
                tolerance(1));
        assertThat(signed.now()[3]).isEqualTo(signed.before[3]);

        Held above = held(Arrays.stream(random(37).before).map(Math::abs).toArray());
        Held ratio = random(37);
        kernels.timesRatioOfRoots(above.view, over.view, 0.1, ratio.view);
        double[] factors =
                combine(above.before, over.before, (a, b) -> StrictMath.sqrt(a + 0.1) / StrictMath.sqrt(b + 0.1));
        ratio.is(combine(ratio.before, factors, (a, b) -> a * b), tolerance(2));
        above.isUnchanged();
        over.isUnchanged();
    }

    @Test
    void aStepKeepsTheParametersBeforeItAndViewsSeeTheNewOnes() {
        Scalars guard = kernels.allocateScalars(1);
        Buffer w = kernels.allocate(37);
        Buffer part = w.view(30, 7);
        Buffer previous = kernels.allocate(37);
        Held g = random(37);
        double[] before = random(37).before;
        double[] found = new double[37];
        for (int step = 0; step < 3; step++) {
            kernels.write(before, 0, w);
            kernels.sgdStep(w, previous, g.view, 0.5, guard);
            kernels.read(previous, 37, found);
            assertThat(found).containsExactly(before);
            kernels.read(w, 37, found);
            double[] tail = new double[7];
            kernels.read(part, 7, tail);
            for (int i = 0; i < 37; i++) {
                assertThat(found[i]).isCloseTo(before[i] - 0.5 * g.before[i], within(tolerance(2)));
            }
            assertThat(tail).containsExactly(Arrays.copyOfRange(found, 30, 37));
        }
    }
}
