package dnn.engine.backend.commonsmath;

import dnn.api.random.CounterHash;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Lifetime;
import dnn.engine.backend.PointwiseFunction;
import dnn.engine.backend.Precision;
import dnn.engine.backend.Scalars;
import java.util.Arrays;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.function.Identity;
import org.apache.commons.math3.analysis.function.Sigmoid;
import org.apache.commons.math3.analysis.function.Tanh;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.util.FastMath;
import org.apache.commons.math3.util.MathArrays;

/**
 * The reference: every kernel by its formula, in float64 and on one thread. Products are those of
 * {@link BlockRealMatrix}, functions those of {@link FastMath}, whose bits do not depend on the JDK. Thread-safe: it
 * remembers nothing between kernels.
 */
public class CommonsMathBackend extends ArrayKernels implements Backend {
    /** Its name in an experiment. */
    public static final String ID = "commons-math";

    private final Lifetime lifetime = new Lifetime("backend `" + ID + "`", () -> {});
    private final UnivariateFunction identity = new Identity();
    private final UnivariateFunction sigmoid = new Sigmoid();
    private final UnivariateFunction tanh = new Tanh();

    /** A backend of its own, open until it is closed. */
    public CommonsMathBackend() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT64;
    }

    /** This very object, which is for any number of threads. */
    @Override
    public Kernels kernels() {
        return this;
    }

    @Override
    public Lifetime lifetime() {
        return lifetime;
    }

    @Override
    public void affine(Buffer weights, Buffer biases, Buffer input, Buffer output, int units, int inputs, int items) {
        ArrayBuffer b = array(biases);
        ArrayBuffer z = array(output);
        double[][] product = product(byRows(weights, units, inputs), byColumns(input, inputs, items), units, items);
        for (int i = 0; i < items; i++) {
            for (int k = 0; k < units; k++) {
                z.values[z.offset + i * units + k] = product[k][i] + b.values[b.offset + k];
            }
        }
    }

    @Override
    public void weightGradient(
            Buffer gradient,
            Buffer input,
            Buffer weightGradient,
            int units,
            int inputs,
            int items,
            double scale,
            boolean accumulate) {
        ArrayBuffer dw = array(weightGradient);
        // Stored column by column, A (inputs, items) is Aᵀ (items, inputs) stored row by row.
        double[][] product = product(byColumns(gradient, units, items), byRows(input, items, inputs), units, inputs);
        for (int k = 0; k < units; k++) {
            for (int j = 0; j < inputs; j++) {
                int at = dw.offset + k * inputs + j;
                dw.values[at] = (accumulate ? dw.values[at] : 0) + scale * product[k][j];
            }
        }
    }

    @Override
    public void inputGradient(
            Buffer weights,
            Buffer gradient,
            Buffer inputGradient,
            int units,
            int inputs,
            int items,
            boolean accumulate) {
        ArrayBuffer da = array(inputGradient);
        // Stored row by row, W (units, inputs) is Wᵀ (inputs, units) stored column by column.
        double[][] product =
                product(byColumns(weights, inputs, units), byColumns(gradient, units, items), inputs, items);
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < inputs; j++) {
                int at = da.offset + i * inputs + j;
                da.values[at] = (accumulate ? da.values[at] : 0) + product[j][i];
            }
        }
    }

    @Override
    public void activate(PointwiseFunction function, Buffer input, Buffer output, int count) {
        ArrayBuffer z = array(input);
        ArrayBuffer a = array(output);
        UnivariateFunction value = switch (function.kind()) {
            case IDENTITY -> identity;
            case SIGMOID -> sigmoid;
            case TANH -> tanh;
            case RECTIFIER -> rectifier(function.slope());
        };
        for (int i = 0; i < count; i++) {
            a.values[a.offset + i] = value.value(z.values[z.offset + i]);
        }
    }

    /** For a slope in [0, 1) the greater of z and slope·z; NaN stays NaN. */
    private static UnivariateFunction rectifier(double slope) {
        return slope == 0 ? z -> Math.max(z, 0) : z -> Math.max(z, slope * z);
    }

    @Override
    public void multiplyByDerivative(PointwiseFunction function, Buffer output, Buffer gradient, int count) {
        ArrayBuffer a = array(output);
        ArrayBuffer g = array(gradient);
        for (int i = 0; i < count; i++) {
            double value = a.values[a.offset + i];
            g.values[g.offset + i] *= switch (function.kind()) {
                case IDENTITY -> 1;
                case SIGMOID -> value * (1 - value);
                case TANH -> 1 - value * value;
                case RECTIFIER -> value > 0 ? 1 : function.slope();
            };
        }
    }

    @Override
    public void softmax(Buffer input, Buffer output, int units, int items) {
        ArrayBuffer z = array(input);
        ArrayBuffer a = array(output);
        for (int i = 0; i < items; i++) {
            double max = max(z, i * units, units);
            double sum = 0;
            for (int k = i * units; k < (i + 1) * units; k++) {
                double e = FastMath.exp(z.values[z.offset + k] - max);
                a.values[a.offset + k] = e;
                sum += e;
            }
            for (int k = i * units; k < (i + 1) * units; k++) {
                a.values[a.offset + k] /= sum;
            }
        }
    }

    @Override
    public void softmaxBackward(Buffer output, Buffer gradient, int units, int items) {
        ArrayBuffer a = array(output);
        ArrayBuffer g = array(gradient);
        for (int i = 0; i < items; i++) {
            double product = 0;
            for (int k = i * units; k < (i + 1) * units; k++) {
                product += g.values[g.offset + k] * a.values[a.offset + k];
            }
            for (int k = i * units; k < (i + 1) * units; k++) {
                g.values[g.offset + k] = a.values[a.offset + k] * (g.values[g.offset + k] - product);
            }
        }
    }

    @Override
    public void dropout(
            Buffer input, Buffer output, int units, int items, int firstItem, long stepKey, long bound, double scale) {
        ArrayBuffer x = array(input);
        ArrayBuffer y = array(output);
        for (int i = 0; i < items; i++) {
            long itemKey = CounterHash.at(stepKey, (long) firstItem + i);
            for (int k = 0; k < units; k++) {
                boolean dropped = (CounterHash.at(itemKey, k) >>> 11) < bound;
                y.values[y.offset + i * units + k] = dropped ? 0 : scale * x.values[x.offset + i * units + k];
            }
        }
    }

    @Override
    public void addSigmoidCrossEntropy(Buffer logits, Buffer targets, int outputs, int items, Scalars sums, int index) {
        ArrayBuffer z = array(logits);
        ArrayBuffer y = array(targets);
        double sum = 0;
        for (int i = 0; i < outputs * items; i++) {
            double logit = z.values[z.offset + i];
            sum += Math.max(logit, 0) - logit * y.values[y.offset + i] + FastMath.log1p(FastMath.exp(-Math.abs(logit)));
        }
        add(sums, index, sum / outputs);
    }

    @Override
    public void addSoftmaxCrossEntropy(Buffer logits, Buffer targets, int outputs, int items, Scalars sums, int index) {
        ArrayBuffer z = array(logits);
        ArrayBuffer y = array(targets);
        double sum = 0;
        for (int i = 0; i < items; i++) {
            double max = max(z, i * outputs, outputs);
            double exponentials = 0;
            for (int k = i * outputs; k < (i + 1) * outputs; k++) {
                exponentials += FastMath.exp(z.values[z.offset + k] - max);
            }
            double logSum = FastMath.log(exponentials);
            for (int k = i * outputs; k < (i + 1) * outputs; k++) {
                sum += y.values[y.offset + k] * (logSum - (z.values[z.offset + k] - max));
            }
        }
        add(sums, index, sum);
    }

    @Override
    public void addSquaredError(Buffer values, Buffer targets, int outputs, int items, Scalars sums, int index) {
        ArrayBuffer a = array(values);
        ArrayBuffer y = array(targets);
        double sum = 0;
        for (int i = 0; i < outputs * items; i++) {
            double error = a.values[a.offset + i] - y.values[y.offset + i];
            sum += error * error;
        }
        add(sums, index, sum / outputs);
    }

    @Override
    public void addAbsoluteError(Buffer values, Buffer targets, int outputs, int items, Scalars sums, int index) {
        ArrayBuffer a = array(values);
        ArrayBuffer y = array(targets);
        double sum = 0;
        for (int i = 0; i < outputs * items; i++) {
            sum += Math.abs(a.values[a.offset + i] - y.values[y.offset + i]);
        }
        add(sums, index, sum / outputs);
    }

    @Override
    public double norm(Buffer x) {
        ArrayBuffer from = array(x);
        return MathArrays.safeNorm(Arrays.copyOfRange(from.values, from.offset, from.offset + from.length()));
    }

    private static double max(ArrayBuffer x, int from, int count) {
        double max = Double.NEGATIVE_INFINITY;
        for (int k = from; k < from + count; k++) {
            max = Math.max(max, x.values[x.offset + k]);
        }
        return max;
    }

    /**
     * The product's rows; zeros where there is nothing to sum over. Commons Math has no matrices without rows or
     * columns.
     */
    private static double[][] product(double[][] left, double[][] right, int rows, int columns) {
        if (rows == 0 || columns == 0 || right.length == 0) {
            return new double[rows][columns];
        }
        RealMatrix product = new BlockRealMatrix(left).multiply(new BlockRealMatrix(right));
        return product.getData();
    }

    private static double[][] byRows(Buffer buffer, int rows, int columns) {
        ArrayBuffer x = array(buffer);
        double[][] data = new double[rows][];
        for (int i = 0; i < rows; i++) {
            int from = x.offset + i * columns;
            data[i] = Arrays.copyOfRange(x.values, from, from + columns);
        }
        return data;
    }

    private static double[][] byColumns(Buffer buffer, int rows, int columns) {
        ArrayBuffer x = array(buffer);
        double[][] data = new double[rows][columns];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                data[i][j] = x.values[x.offset + j * rows + i];
            }
        }
        return data;
    }
}
