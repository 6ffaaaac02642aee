// Longer than 300 lines: the operations of one backend, most of a few lines; longer ones have files of their own.
package dnn.simd;

import dnn.api.activation.ScalarFunction;
import dnn.api.loss.ScalarLoss;
import dnn.api.random.CounterHash;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.DenseChain;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Normalization;
import dnn.engine.backend.PointwiseFunction;
import dnn.engine.backend.Scalars;
import java.util.Optional;

/**
 * The arithmetic in float32: hands each kernel to the job that does it. Jobs and their scratch memory are its own, so
 * it is for one thread at a time.
 */
final class FloatKernels extends FloatMemory implements Kernels {
    private final FloatProduct product;
    private final FloatTurnedProduct turnedProduct;
    private final FloatDots dots;
    private final FloatOuterProducts outerProducts;
    private final FloatBiasGradient biasGradient;
    private final FloatPasses passes;
    private final FloatByNumber byNumber;
    private final FloatScalarLoss scalarLoss;
    private final FloatUpdates updates;
    private final FloatSoftmax softmax;
    private final FloatUnitNormalization unitNormalization;
    private final FloatItemNormalization itemNormalization;
    private final FloatLosses losses = new FloatLosses();
    private FloatArray aside = new FloatArray(new float[0]);

    /** Shares these threads with others of its kind. */
    FloatKernels(Workers workers) {
        product = new FloatProduct(workers);
        turnedProduct = new FloatTurnedProduct(workers);
        dots = new FloatDots(workers);
        outerProducts = new FloatOuterProducts(workers);
        biasGradient = new FloatBiasGradient(workers);
        passes = new FloatPasses(workers);
        byNumber = new FloatByNumber(workers);
        scalarLoss = new FloatScalarLoss(workers);
        updates = new FloatUpdates(workers);
        softmax = new FloatSoftmax(workers);
        unitNormalization = new FloatUnitNormalization(workers);
        itemNormalization = new FloatItemNormalization(workers);
    }

    // Affine maps. Stored as told, W·A is Aᵀ·Wᵀ with items as rows, and dZ·Aᵀ has its items as k.

    @Override
    public void affine(Buffer weights, Buffer biases, Buffer input, Buffer output, int units, int inputs, int items) {
        affineActivation(PointwiseFunction.IDENTITY, weights, biases, input, output, units, inputs, items);
    }

    @Override
    public void affineActivation(
            PointwiseFunction function,
            Buffer weights,
            Buffer biases,
            Buffer input,
            Buffer output,
            int units,
            int inputs,
            int items) {
        FloatArray w = array(weights);
        FloatArray b = array(biases);
        FloatArray x = array(input);
        FloatArray z = array(output);
        if (FloatDots.suits(units, inputs)) {
            dots.run(function, w, b, x, z, units, inputs, items);
        } else if (FloatTurnedProduct.suits(units, items)) {
            turnedProduct.run(function, w, b, x, z, units, inputs, items);
        } else {
            product.left(x.values(), x.offset, inputs)
                    .right(w.values(), w.offset, inputs, true)
                    .activatedInto(z.values(), z.offset, items, units, inputs, b.values(), b.offset, function);
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
        FloatArray dz = array(gradient);
        FloatArray x = array(input);
        if (!accumulate && FloatOuterProducts.suits(units, inputs)) {
            outerProducts.into(array(weightGradient), dz, x, units, inputs, items, scale);
            return;
        }
        product.leftTransposed(dz.values(), dz.offset, units, scale).right(x.values(), x.offset, inputs, false);
        intoOrOnto(array(weightGradient), units, inputs, items, accumulate);
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
        FloatArray w = array(weights);
        FloatArray dz = array(gradient);
        product.left(dz.values(), dz.offset, units).right(w.values(), w.offset, inputs, false);
        intoOrOnto(array(inputGradient), items, inputs, units, accumulate);
    }

    private void intoOrOnto(FloatArray c, int rows, int columns, int terms, boolean accumulate) {
        if (!accumulate) {
            product.into(c.values(), c.offset, rows, columns, terms);
            return;
        }
        int count = rows * columns;
        if (aside.length() < count) {
            aside = new FloatArray(new float[count]);
        }
        product.into(aside.values(), 0, rows, columns, terms);
        passes.with(1, 1, 0).run(FloatPasses.Pass.ADD_SCALED, aside, c, c, count);
    }

    @Override
    public void biasGradient(Buffer gradient, Buffer result, int units, int items, double scale, boolean accumulate) {
        FloatArray dz = array(gradient);
        biasGradient.run(PointwiseFunction.IDENTITY, dz, dz, array(result), units, items, scale, accumulate);
    }

    @Override
    public void activationBackward(
            PointwiseFunction function,
            Buffer output,
            Buffer gradient,
            Buffer result,
            int units,
            int items,
            double scale) {
        biasGradient.run(function, array(output), array(gradient), array(result), units, items, scale, false);
    }

    // Activations

    @Override
    public void activate(PointwiseFunction function, Buffer input, Buffer output, int count) {
        passes.of(function);
        pass(FloatPasses.Pass.ACTIVATE, input, output, output, count);
    }

    @Override
    public void multiplyByDerivative(PointwiseFunction function, Buffer output, Buffer gradient, int count) {
        passes.of(function);
        pass(FloatPasses.Pass.TIMES_DERIVATIVE, output, gradient, gradient, count);
    }

    @Override
    public void activate(ScalarFunction function, Buffer input, Buffer output, int count) {
        byNumber.values(function, array(input), array(output), count);
    }

    @Override
    public void multiplyByDerivative(ScalarFunction function, Buffer input, Buffer gradient, int count) {
        byNumber.timesDerivatives(function, array(input), array(gradient), count);
    }

    @Override
    public void softmax(Buffer input, Buffer output, int units, int items) {
        softmax.forward(array(input), array(output), units, items);
    }

    @Override
    public void softmaxBackward(Buffer output, Buffer gradient, int units, int items) {
        softmax.backward(array(output), array(gradient), units, items);
    }

    @Override
    public void dropout(
            Buffer input, Buffer output, int units, int items, int firstItem, long stepKey, long bound, double scale) {
        FloatArray x = array(input);
        FloatArray y = array(output);
        float factor = FloatFunctions.number(scale);
        for (int i = 0; i < items; i++) {
            long itemKey = CounterHash.at(stepKey, (long) firstItem + i);
            for (int k = 0; k < units; k++) {
                boolean dropped = (CounterHash.at(itemKey, k) >>> 11) < bound;
                y.values()[y.offset + i * units + k] = dropped ? 0 : factor * x.values()[x.offset + i * units + k];
            }
        }
    }

    // Normalizations

    @Override
    public void moments(Normalization of, Buffer input, Buffer means, Buffer variances, int units, int items) {
        if (of == Normalization.OF_UNITS) {
            overItems(input, means, variances, units, items).moments();
        } else {
            overUnits(input, means, variances, units, items).moments();
        }
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
        if (of == Normalization.OF_UNITS) {
            overItems(input, means, variances, units, items)
                    .forward(epsilon, array(scales), array(shifts), array(output));
        } else {
            overUnits(input, means, variances, units, items)
                    .forward(epsilon, array(scales), array(shifts), array(output));
        }
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
        overItems(input, means, variances, units, items)
                .sums(of == Normalization.OF_ITEMS, epsilon, array(gradient), array(sums), array(products));
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
        if (of == Normalization.OF_UNITS) {
            overItems(input, means, variances, units, items)
                    .backward(
                            epsilon,
                            array(scales),
                            array(gradient),
                            array(sums),
                            array(products),
                            array(inputGradient),
                            accumulate);
        } else {
            overUnits(input, means, variances, units, items)
                    .backward(epsilon, array(scales), array(gradient), array(inputGradient), accumulate);
        }
    }

    private FloatUnitNormalization overItems(Buffer input, Buffer means, Buffer variances, int units, int items) {
        return unitNormalization.of(array(input), array(means), array(variances), units, items);
    }

    private FloatItemNormalization overUnits(Buffer input, Buffer means, Buffer variances, int units, int items) {
        return itemNormalization.of(array(input), array(means), array(variances), units, items);
    }

    // Losses

    @Override
    public void addSigmoidCrossEntropy(Buffer logits, Buffer targets, int outputs, int items, Scalars sums, int index) {
        int count = outputs * items;
        double sum = losses.sigmoidCrossEntropy(array(logits), array(targets), null, null, 1, count);
        add(sums, index, sum / outputs);
    }

    @Override
    public void sigmoidCrossEntropy(
            Buffer logits,
            Buffer targets,
            Buffer probabilities,
            Buffer gradient,
            int outputs,
            int items,
            Scalars sums,
            int index) {
        double sum = losses.sigmoidCrossEntropy(
                array(logits), array(targets), array(probabilities), array(gradient), 1.0 / outputs, outputs * items);
        add(sums, index, sum / outputs);
    }

    @Override
    public void addSoftmaxCrossEntropy(Buffer logits, Buffer targets, int outputs, int items, Scalars sums, int index) {
        add(sums, index, softmax.crossEntropy(array(logits), array(targets), null, null, outputs, items));
    }

    @Override
    public void softmaxCrossEntropy(
            Buffer logits,
            Buffer targets,
            Buffer probabilities,
            Buffer gradient,
            int outputs,
            int items,
            Scalars sums,
            int index) {
        double sum = softmax.crossEntropy(
                array(logits), array(targets), array(probabilities), array(gradient), outputs, items);
        add(sums, index, sum);
    }

    @Override
    public void addSquaredError(Buffer values, Buffer targets, int outputs, int items, Scalars sums, int index) {
        add(sums, index, squaredErrors(array(values), array(targets), outputs * items) / outputs);
    }

    @Override
    public void addAbsoluteError(Buffer values, Buffer targets, int outputs, int items, Scalars sums, int index) {
        add(sums, index, FloatSums.absoluteErrors(array(values), array(targets), outputs * items) / outputs);
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
        double sum = scalarLoss.run(loss, array(values), array(targets), array(gradient), outputs, outputs * items);
        add(sums, index, sum);
    }

    @Override
    public void difference(Buffer values, Buffer targets, double factor, Buffer result, int count) {
        passes.with(factor, 0, 0);
        pass(FloatPasses.Pass.DIFFERENCE, values, targets, result, count);
    }

    @Override
    public void signOfDifference(Buffer values, Buffer targets, double factor, Buffer result, int count) {
        passes.with(factor, 0, 0);
        pass(FloatPasses.Pass.SIGN_OF_DIFFERENCE, values, targets, result, count);
    }

    private static double squaredErrors(FloatArray a, FloatArray y, int count) {
        return FloatSums.squaredErrors(a.values(), a.offset, y.values(), y.offset, count);
    }

    @Override
    public Optional<DenseChain.Pass> pass(DenseChain chain, int capacity, boolean steps) {
        return FloatChain.suits(chain, capacity, steps)
                ? Optional.of(FloatChain.of(chain, capacity))
                : Optional.empty();
    }

    // Elementwise

    @Override
    public void addScaled(double alpha, Buffer x, double beta, Buffer y) {
        passes.with(alpha, beta, 0);
        pass(FloatPasses.Pass.ADD_SCALED, x, y, y, y.length());
    }

    @Override
    public void add(Buffer x, Buffer y, int count) {
        passes.with(1, 1, 0);
        pass(FloatPasses.Pass.ADD_SCALED, x, y, y, count);
    }

    @Override
    public void addScaledSquares(double alpha, Buffer x, double beta, Buffer y) {
        passes.with(alpha, beta, 0);
        pass(FloatPasses.Pass.ADD_SCALED_SQUARES, x, y, y, y.length());
    }

    @Override
    public void subtractOverRoot(double alpha, Buffer x, double c, Buffer s, double epsilon, Buffer w) {
        passes.with(alpha, c, epsilon);
        pass(FloatPasses.Pass.SUBTRACT_OVER_ROOT, x, s, w, w.length());
    }

    @Override
    public void greatest(double beta, Buffer x, double epsilon, Buffer y) {
        passes.with(0, beta, epsilon);
        pass(FloatPasses.Pass.GREATEST, x, y, y, y.length());
    }

    @Override
    public void subtractOver(double alpha, Buffer x, Buffer y, Buffer w) {
        passes.with(alpha, 0, 0);
        pass(FloatPasses.Pass.SUBTRACT_OVER, x, y, w, w.length());
    }

    @Override
    public void subtractSign(double alpha, double beta, Buffer x, double gamma, Buffer y, Buffer w) {
        passes.with(alpha, beta, gamma);
        pass(FloatPasses.Pass.SUBTRACT_SIGN, x, y, w, w.length());
    }

    @Override
    public void timesRatioOfRoots(Buffer d, Buffer s, double epsilon, Buffer x) {
        passes.with(0, 0, epsilon);
        pass(FloatPasses.Pass.TIMES_RATIO_OF_ROOTS, d, s, x, x.length());
    }

    @Override
    public void scale(double factor, Buffer x) {
        passes.with(factor, 0, 0);
        pass(FloatPasses.Pass.SCALE, x, x, x, x.length());
    }

    @Override
    public void clamp(double bound, Buffer x) {
        passes.with(bound, 0, 0);
        pass(FloatPasses.Pass.CLAMP, x, x, x, x.length());
    }

    @Override
    public void addPenaltyGradient(Buffer weights, double l1, double l2, Buffer gradient) {
        passes.with(l1, l2, 0);
        pass(FloatPasses.Pass.PENALTY, weights, gradient, gradient, weights.length());
    }

    @Override
    public double norm(Buffer x) {
        return FloatSums.norm(array(x));
    }

    // The guard

    @Override
    public void checkFinite(Buffer x, Scalars guard, double mark) {
        FloatArray values = array(x);
        if (!FloatSums.areFinite(values.values(), values.offset, values.length())) {
            mark(guard, mark);
        }
    }

    @Override
    public void checkFinite(Scalars scalars, int index, Scalars guard, double mark) {
        if (!Double.isFinite(read(scalars, index))) {
            mark(guard, mark);
        }
    }

    private static void mark(Scalars guard, double mark) {
        double[] values = ((Sums) guard).values;
        if (values[0] == 0) {
            values[0] = mark;
        }
    }

    // Optimizer steps

    @Override
    public void sgdStep(Buffer parameters, Buffer previous, Buffer gradients, double learningRate, Scalars guard) {
        if (read(guard, 0) == 0) {
            updates.sgd(array(parameters), array(previous), array(gradients), learningRate);
        }
    }

    @Override
    public void momentumStep(
            Buffer parameters,
            Buffer previous,
            Buffer gradients,
            Buffer velocity,
            double learningRate,
            double momentum,
            boolean nesterov,
            Scalars guard) {
        if (read(guard, 0) == 0) {
            updates.momentum(
                    array(parameters),
                    array(previous),
                    array(gradients),
                    array(velocity),
                    learningRate,
                    momentum,
                    nesterov);
        }
    }

    @Override
    public void rmsPropStep(
            Buffer parameters,
            Buffer previous,
            Buffer gradients,
            Buffer squares,
            double learningRate,
            double decay,
            double epsilon,
            Scalars guard) {
        if (read(guard, 0) == 0) {
            updates.rmsProp(
                    array(parameters), array(previous), array(gradients), array(squares), learningRate, decay, epsilon);
        }
    }

    @Override
    public void adamStep(
            Buffer parameters,
            Buffer previous,
            Buffer gradients,
            Buffer means,
            Buffer squares,
            double learningRate,
            double beta1,
            double beta2,
            double epsilon,
            double correction1,
            double correction2,
            Scalars guard) {
        if (read(guard, 0) == 0) {
            updates.adam(
                    array(parameters),
                    array(previous),
                    array(gradients),
                    array(means),
                    array(squares),
                    learningRate / correction1,
                    beta1,
                    beta2,
                    epsilon,
                    1 / correction2);
        }
    }

    private void pass(FloatPasses.Pass what, Buffer x, Buffer y, Buffer z, int count) {
        passes.run(what, array(x), array(y), array(z), count);
    }

    private static void add(Scalars sums, int index, double value) {
        ((Sums) sums).values[index] += value;
    }
}
