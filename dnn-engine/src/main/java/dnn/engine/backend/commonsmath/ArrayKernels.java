// Longer than 300 lines: one method for each operation of the backend that others are measured by.
package dnn.engine.backend.commonsmath;

import dnn.api.activation.ScalarFunction;
import dnn.api.loss.ScalarLoss;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Normalization;
import dnn.engine.backend.Scalars;
import java.util.Arrays;

/** Memory in arrays of doubles, and the kernels that are plain loops over them; of the reference backend. */
abstract class ArrayKernels implements Kernels {
    @Override
    public Buffer allocate(int length) {
        return new ArrayBuffer(new double[length], 0, length);
    }

    @Override
    public Scalars allocateScalars(int count) {
        return new ArrayScalars(count);
    }

    @Override
    public void write(double[] source, int from, Buffer destination) {
        ArrayBuffer to = array(destination);
        System.arraycopy(source, from, to.values, to.offset, to.length());
    }

    @Override
    public void read(Buffer source, int count, double[] destination) {
        ArrayBuffer from = array(source);
        System.arraycopy(from.values, from.offset, destination, 0, count);
    }

    @Override
    public void copy(Buffer source, Buffer destination, int count) {
        ArrayBuffer from = array(source);
        ArrayBuffer to = array(destination);
        System.arraycopy(from.values, from.offset, to.values, to.offset, count);
    }

    @Override
    public void clear(Scalars scalars) {
        Arrays.fill(((ArrayScalars) scalars).values, 0);
    }

    @Override
    public void write(Scalars scalars, int index, double value) {
        ((ArrayScalars) scalars).values[index] = value;
    }

    @Override
    public double read(Scalars scalars, int index) {
        return ((ArrayScalars) scalars).values[index];
    }

    @Override
    public void gatherColumns(Buffer source, int rows, int[] indices, int from, int count, Buffer destination) {
        ArrayBuffer x = array(source);
        ArrayBuffer y = array(destination);
        for (int i = 0; i < count; i++) {
            System.arraycopy(x.values, x.offset + indices[from + i] * rows, y.values, y.offset + i * rows, rows);
        }
    }

    @Override
    public void biasGradient(
            Buffer gradient, Buffer biasGradient, int units, int items, double scale, boolean accumulate) {
        ArrayBuffer dz = array(gradient);
        ArrayBuffer db = array(biasGradient);
        for (int k = 0; k < units; k++) {
            double sum = 0;
            for (int i = 0; i < items; i++) {
                sum += dz.values[dz.offset + i * units + k];
            }
            db.values[db.offset + k] = (accumulate ? db.values[db.offset + k] : 0) + scale * sum;
        }
    }

    @Override
    public void difference(Buffer values, Buffer targets, double factor, Buffer result, int count) {
        ArrayBuffer a = array(values);
        ArrayBuffer y = array(targets);
        ArrayBuffer r = array(result);
        for (int i = 0; i < count; i++) {
            r.values[r.offset + i] = factor * (a.values[a.offset + i] - y.values[y.offset + i]);
        }
    }

    @Override
    public void signOfDifference(Buffer values, Buffer targets, double factor, Buffer result, int count) {
        ArrayBuffer a = array(values);
        ArrayBuffer y = array(targets);
        ArrayBuffer r = array(result);
        for (int i = 0; i < count; i++) {
            r.values[r.offset + i] = factor * Math.signum(a.values[a.offset + i] - y.values[y.offset + i]);
        }
    }

    @Override
    public void addScaled(double alpha, Buffer x, double beta, Buffer y) {
        ArrayBuffer from = array(x);
        ArrayBuffer to = array(y);
        for (int i = 0; i < to.length(); i++) {
            to.values[to.offset + i] = alpha * from.values[from.offset + i] + beta * to.values[to.offset + i];
        }
    }

    @Override
    public void add(Buffer x, Buffer y, int count) {
        ArrayBuffer from = array(x);
        ArrayBuffer to = array(y);
        for (int i = 0; i < count; i++) {
            to.values[to.offset + i] += from.values[from.offset + i];
        }
    }

    @Override
    public void activate(ScalarFunction function, Buffer input, Buffer output, int count) {
        ArrayBuffer z = array(input);
        ArrayBuffer a = array(output);
        for (int i = 0; i < count; i++) {
            a.values[a.offset + i] = function.value(z.values[z.offset + i]);
        }
    }

    @Override
    public void multiplyByDerivative(ScalarFunction function, Buffer input, Buffer gradient, int count) {
        ArrayBuffer z = array(input);
        ArrayBuffer g = array(gradient);
        for (int i = 0; i < count; i++) {
            g.values[g.offset + i] *= function.derivative(z.values[z.offset + i]);
        }
    }

    @Override
    public void scalarLoss(
            ScalarLoss loss,
            Buffer values,
            Buffer targets,
            Buffer gradient,
            int outputs,
            int items,
            Scalars sums,
            int index) {
        ArrayBuffer a = array(values);
        ArrayBuffer y = array(targets);
        ArrayBuffer g = array(gradient);
        double sum = 0;
        for (int i = 0; i < outputs * items; i++) {
            double output = a.values[a.offset + i];
            double target = y.values[y.offset + i];
            sum += loss.value(output, target);
            g.values[g.offset + i] = loss.derivative(output, target) / outputs;
        }
        write(sums, index, read(sums, index) + sum / outputs);
    }

    @Override
    public void moments(Normalization of, Buffer input, Buffer means, Buffer variances, int units, int items) {
        new ArrayNormalization(of, units, items).moments(array(input), array(means), array(variances));
    }

    @Override
    public void normalize(
            Normalization of,
            Buffer input,
            Buffer means,
            Buffer variances,
            double epsilon,
            Buffer scales,
            Buffer shifts,
            Buffer output,
            int units,
            int items) {
        new ArrayNormalization(of, units, items)
                .with(array(input), array(means), array(variances), epsilon)
                .forward(array(scales), array(shifts), array(output));
    }

    @Override
    public void normalizationSums(
            Normalization of,
            Buffer input,
            Buffer means,
            Buffer variances,
            double epsilon,
            Buffer gradient,
            Buffer sums,
            Buffer products,
            int units,
            int items) {
        new ArrayNormalization(of, units, items)
                .with(array(input), array(means), array(variances), epsilon)
                .sums(array(gradient), array(sums), array(products));
    }

    @Override
    public void normalizationBackward(
            Normalization of,
            Buffer input,
            Buffer means,
            Buffer variances,
            double epsilon,
            Buffer scales,
            Buffer gradient,
            Buffer sums,
            Buffer products,
            Buffer inputGradient,
            int units,
            int items,
            boolean accumulate) {
        new ArrayNormalization(of, units, items)
                .with(array(input), array(means), array(variances), epsilon)
                .backward(array(scales), array(gradient), array(inputGradient), accumulate);
    }

    @Override
    public void addScaledSquares(double alpha, Buffer x, double beta, Buffer y) {
        ArrayBuffer from = array(x);
        ArrayBuffer to = array(y);
        for (int i = 0; i < to.length(); i++) {
            double value = from.values[from.offset + i];
            to.values[to.offset + i] = alpha * value * value + beta * to.values[to.offset + i];
        }
    }

    @Override
    public void subtractOverRoot(double alpha, Buffer x, double c, Buffer s, double epsilon, Buffer w) {
        ArrayBuffer from = array(x);
        ArrayBuffer squares = array(s);
        ArrayBuffer to = array(w);
        for (int i = 0; i < to.length(); i++) {
            double root = Math.sqrt(c * squares.values[squares.offset + i]);
            to.values[to.offset + i] -= alpha * from.values[from.offset + i] / (root + epsilon);
        }
    }

    @Override
    public void greatest(double beta, Buffer x, double epsilon, Buffer y) {
        ArrayBuffer from = array(x);
        ArrayBuffer to = array(y);
        for (int i = 0; i < to.length(); i++) {
            double size = Math.abs(from.values[from.offset + i]) + epsilon;
            to.values[to.offset + i] = Math.max(beta * to.values[to.offset + i], size);
        }
    }

    @Override
    public void subtractOver(double alpha, Buffer x, Buffer y, Buffer w) {
        ArrayBuffer from = array(x);
        ArrayBuffer over = array(y);
        ArrayBuffer to = array(w);
        for (int i = 0; i < to.length(); i++) {
            to.values[to.offset + i] -= alpha * from.values[from.offset + i] / over.values[over.offset + i];
        }
    }

    @Override
    public void subtractSign(double alpha, double beta, Buffer x, double gamma, Buffer y, Buffer w) {
        ArrayBuffer first = array(x);
        ArrayBuffer second = array(y);
        ArrayBuffer to = array(w);
        for (int i = 0; i < to.length(); i++) {
            double sum = beta * first.values[first.offset + i] + gamma * second.values[second.offset + i];
            to.values[to.offset + i] -= alpha * Math.signum(sum);
        }
    }

    @Override
    public void timesRatioOfRoots(Buffer d, Buffer s, double epsilon, Buffer x) {
        ArrayBuffer above = array(d);
        ArrayBuffer below = array(s);
        ArrayBuffer to = array(x);
        for (int i = 0; i < to.length(); i++) {
            double root = Math.sqrt(above.values[above.offset + i] + epsilon);
            to.values[to.offset + i] *= root / Math.sqrt(below.values[below.offset + i] + epsilon);
        }
    }

    @Override
    public void scale(double factor, Buffer x) {
        ArrayBuffer to = array(x);
        for (int i = 0; i < to.length(); i++) {
            to.values[to.offset + i] *= factor;
        }
    }

    @Override
    public void clamp(double bound, Buffer x) {
        ArrayBuffer to = array(x);
        for (int i = 0; i < to.length(); i++) {
            to.values[to.offset + i] = Math.max(-bound, Math.min(bound, to.values[to.offset + i]));
        }
    }

    @Override
    public void addPenaltyGradient(Buffer weights, double l1, double l2, Buffer gradient) {
        ArrayBuffer w = array(weights);
        ArrayBuffer dw = array(gradient);
        for (int i = 0; i < w.length(); i++) {
            double weight = w.values[w.offset + i];
            dw.values[dw.offset + i] += l1 * Math.signum(weight) + l2 * weight;
        }
    }

    @Override
    public void checkFinite(Buffer x, Scalars guard, double mark) {
        ArrayBuffer from = array(x);
        boolean finite = true;
        for (int i = 0; i < from.length(); i++) {
            finite &= Double.isFinite(from.values[from.offset + i]);
        }
        mark(guard, finite, mark);
    }

    @Override
    public void checkFinite(Scalars scalars, int index, Scalars guard, double mark) {
        mark(guard, Double.isFinite(read(scalars, index)), mark);
    }

    private static void mark(Scalars guard, boolean finite, double mark) {
        double[] values = ((ArrayScalars) guard).values;
        if (!finite && values[0] == 0) {
            values[0] = mark;
        }
    }

    static void add(Scalars sums, int index, double sum) {
        ((ArrayScalars) sums).values[index] += sum;
    }

    static ArrayBuffer array(Buffer buffer) {
        return (ArrayBuffer) buffer;
    }
}
