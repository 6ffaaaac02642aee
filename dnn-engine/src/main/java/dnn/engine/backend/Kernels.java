// Longer than 300 lines: one interface of which more than half is the formula and the shapes of each operation.
package dnn.engine.backend;

import dnn.api.activation.ScalarFunction;
import dnn.api.loss.ScalarLoss;
import java.util.Optional;

/**
 * The arithmetic of a backend. Matrices of items (X, Z, A and their gradients) are stored column by column, so that an
 * item is contiguous; W (n_l, n_{l−1}) row by row. A buffer may be longer than the matrix in it: sizes are arguments.
 * Kernels check nothing and allocate nothing, but for the reference backend; outputs must not overlap inputs unless a
 * kernel says so. For one thread at a time; see {@link dnn.engine.backend.Backend#kernels}.
 *
 * <p>Methods with a body are fused kernels, made of primitive ones here; a fast backend replaces them by one pass over
 * memory.
 */
public interface Kernels extends Transfers {

    // Affine maps

    /** Z = W·A + b (22). W (units, inputs), b (units), A (inputs, items), Z (units, items), written. */
    void affine(Buffer weights, Buffer biases, Buffer input, Buffer output, int units, int inputs, int items);

    /**
     * dW = scale·dZ·Aᵀ, added to dW where {@code accumulate} (25). dZ (units, items), A (inputs, items), dW (units,
     * inputs), written.
     */
    void weightGradient(
            Buffer gradient,
            Buffer input,
            Buffer weightGradient,
            int units,
            int inputs,
            int items,
            double scale,
            boolean accumulate);

    /**
     * dA = Wᵀ·dZ, added to dA where {@code accumulate} (27). W (units, inputs), dZ (units, items), dA (inputs, items),
     * written.
     */
    void inputGradient(
            Buffer weights,
            Buffer gradient,
            Buffer inputGradient,
            int units,
            int inputs,
            int items,
            boolean accumulate);

    /** db = scale·Σ_i dZ_i, added to db where {@code accumulate} (26). dZ (units, items), db (units), written. */
    void biasGradient(Buffer gradient, Buffer biasGradient, int units, int items, double scale, boolean accumulate);

    /** A = σ(W·A₀ + b) (22), (23): {@link #affine}, then {@link #activate}. */
    default void affineActivation(
            PointwiseFunction function,
            Buffer weights,
            Buffer biases,
            Buffer input,
            Buffer output,
            int units,
            int inputs,
            int items) {
        affine(weights, biases, input, output, units, inputs, items);
        activate(function, output, output, units * items);
    }

    // Activations

    /** A = σ(Z), number by number (23). Both may be one buffer. */
    void activate(PointwiseFunction function, Buffer input, Buffer output, int count);

    /** dZ = dA ∗ σ′(Z) (28), in place, with σ′ from the value A = σ(Z). */
    void multiplyByDerivative(PointwiseFunction function, Buffer output, Buffer gradient, int count);

    /**
     * A = σ(Z), number by number, for a function without a kernel of its own: computed in float64, then rounded. Both
     * may be one buffer.
     */
    void activate(ScalarFunction function, Buffer input, Buffer output, int count);

    /**
     * dZ = dA ∗ σ′(Z), in place, with σ′ from Z, for a function without a kernel of its own: computed in float64, then
     * rounded.
     */
    void multiplyByDerivative(ScalarFunction function, Buffer input, Buffer gradient, int count);

    /**
     * The fused kernel of {@link #multiplyByDerivative(PointwiseFunction, Buffer, Buffer, int)} and
     * {@link #biasGradient}.
     */
    default void activationBackward(
            PointwiseFunction function,
            Buffer output,
            Buffer gradient,
            Buffer biasGradient,
            int units,
            int items,
            double scale) {
        multiplyByDerivative(function, output, gradient, units * items);
        biasGradient(gradient, biasGradient, units, items, scale, false);
    }

    /** a_k = e^(z_k − max z) / Σ_j e^(z_j − max z) for each item; (units, items). Both may be one buffer. */
    void softmax(Buffer input, Buffer output, int units, int items);

    /** dz_k = a_k (da_k − Σ_j da_j a_j) for each item, in place; (units, items). */
    void softmaxBackward(Buffer output, Buffer gradient, int units, int items);

    /**
     * Multiplies by {@code scale} or sets to 0: unit k of item i is dropped where {@code (h >>> 11) < bound} for the
     * bits h that {@link dnn.api.random.CounterHash} gives at counters (firstItem + i, k) under {@code stepKey}.
     * Forward and backward are this same kernel; (units, items). Both may be one buffer.
     */
    void dropout(
            Buffer input, Buffer output, int units, int items, int firstItem, long stepKey, long bound, double scale);

    // Normalizations: n is the count of numbers that are normalized together, x̂ = (x − μ)/√(v + ε)

    /** μ = (1/n) Σ x and v = (1/n) Σ (x − μ)², of each unit or item, written; X (units, items). */
    void moments(Normalization of, Buffer input, Buffer means, Buffer variances, int units, int items);

    /** Y = γ ∗ x̂ + β; X and Y (units, items), γ and β (units), Y written. */
    void normalize(
            Normalization of,
            Buffer input,
            Buffer means,
            Buffer variances,
            double epsilon,
            Buffer scales,
            Buffer shifts,
            Buffer output,
            int units,
            int items);

    /** s_k = Σ_i dY_ki and p_k = Σ_i dY_ki·x̂_ki: what β and γ have to do with each item's loss; written. */
    void normalizationSums(
            Normalization of,
            Buffer input,
            Buffer means,
            Buffer variances,
            double epsilon,
            Buffer gradient,
            Buffer sums,
            Buffer products,
            int units,
            int items);

    /**
     * dX = (G − (1/n) Σ G − x̂ ∗ (1/n) Σ G ∗ x̂)/√(v + ε) with G = γ ∗ dY, added to dX where {@code accumulate}.
     *
     * @param sums those of {@link #normalizationSums}; not looked at where items are normalized
     * @param products those of {@link #normalizationSums}; not looked at where items are normalized
     */
    void normalizationBackward(
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
            boolean accumulate);

    // Losses: sums over items go to a scalar, gradients are those of one item's loss

    /** sum += Σ_i (1/n) Σ_k [ max(z, 0) − z·y + log(1 + e^−|z|) ]; (n, items). */
    void addSigmoidCrossEntropy(Buffer logits, Buffer targets, int outputs, int items, Scalars sums, int index);

    /** sum += Σ_i Σ_k y_k (log Σ_j e^z_j − z_k), shifted by the greatest z; (n, items). */
    void addSoftmaxCrossEntropy(Buffer logits, Buffer targets, int outputs, int items, Scalars sums, int index);

    /** sum += Σ_i (1/n) Σ_k (a − y)²; (n, items). */
    void addSquaredError(Buffer values, Buffer targets, int outputs, int items, Scalars sums, int index);

    /** sum += Σ_i (1/n) Σ_k |a − y|; (n, items). */
    void addAbsoluteError(Buffer values, Buffer targets, int outputs, int items, Scalars sums, int index);

    /**
     * sum += Σ_i (1/n) Σ_k l(a, y) and dA = l′(A, Y)/n, for a loss without kernels of its own: computed in float64,
     * then rounded; (n, items).
     */
    void scalarLoss(
            ScalarLoss loss,
            Buffer values,
            Buffer targets,
            Buffer gradient,
            int outputs,
            int items,
            Scalars sums,
            int index);

    /** r = factor·(a − y), number by number; r may be the buffer of a or of y. */
    void difference(Buffer values, Buffer targets, double factor, Buffer result, int count);

    /** r = factor·sign(a − y), number by number, 0 where they are equal. */
    void signOfDifference(Buffer values, Buffer targets, double factor, Buffer result, int count);

    /** A = σ(Z), dZ = (A − Y)/n, and the loss: binary cross-entropy from logits (5), (24). */
    default void sigmoidCrossEntropy(
            Buffer logits,
            Buffer targets,
            Buffer probabilities,
            Buffer gradient,
            int outputs,
            int items,
            Scalars sums,
            int index) {
        addSigmoidCrossEntropy(logits, targets, outputs, items, sums, index);
        activate(PointwiseFunction.SIGMOID, logits, probabilities, outputs * items);
        difference(probabilities, targets, 1.0 / outputs, gradient, outputs * items);
    }

    /** A = softmax(Z), dZ = A − Y, and the loss: categorical cross-entropy from logits, for targets that sum to 1. */
    default void softmaxCrossEntropy(
            Buffer logits,
            Buffer targets,
            Buffer probabilities,
            Buffer gradient,
            int outputs,
            int items,
            Scalars sums,
            int index) {
        addSoftmaxCrossEntropy(logits, targets, outputs, items, sums, index);
        softmax(logits, probabilities, outputs, items);
        difference(probabilities, targets, 1, gradient, outputs * items);
    }

    // Elementwise, over whole buffers of one length

    /** y ← αx + βy. */
    void addScaled(double alpha, Buffer x, double beta, Buffer y);

    /** The first {@code count} numbers of y ← y + x. */
    void add(Buffer x, Buffer y, int count);

    /** y ← αx² + βy. */
    void addScaledSquares(double alpha, Buffer x, double beta, Buffer y);

    /** w ← w − αx/(√(c·s) + ε). */
    void subtractOverRoot(double alpha, Buffer x, double c, Buffer s, double epsilon, Buffer w);

    /** y ← max(βy, |x| + ε). */
    void greatest(double beta, Buffer x, double epsilon, Buffer y);

    /** w ← w − αx/y. */
    void subtractOver(double alpha, Buffer x, Buffer y, Buffer w);

    /** w ← w − α·sign(βx + γy), with sign(0) = 0. */
    void subtractSign(double alpha, double beta, Buffer x, double gamma, Buffer y, Buffer w);

    /** x ← x·√((d + ε)/(s + ε)), as a quotient of two roots. */
    void timesRatioOfRoots(Buffer d, Buffer s, double epsilon, Buffer x);

    /** x ← factor·x. */
    void scale(double factor, Buffer x);

    /** x ← max(−bound, min(bound, x)); NaN stays. */
    void clamp(double bound, Buffer x);

    /** dW ← dW + λ₁·sign(W) + λ₂·W, with sign(0) = 0: the gradient of λ₁·‖W‖₁ + λ₂/2·‖W‖². */
    void addPenaltyGradient(Buffer weights, double l1, double l2, Buffer gradient);

    /** ‖x‖₂, accumulated in float64 and without overflow on the way. */
    double norm(Buffer x);

    /** x ← x · min(1, bound/‖x‖₂). */
    default void clipByNorm(double bound, Buffer x) {
        double norm = norm(x);
        if (norm > bound) {
            scale(bound / norm, x);
        }
    }

    // The guard: scalar 0 is 0 while all numbers are finite, else the mark of the first finding

    /** guard ← mark where it is 0 and some number of x is infinite or NaN. */
    void checkFinite(Buffer x, Scalars guard, double mark);

    /** guard ← mark where it is 0 and the scalar is infinite or NaN. */
    void checkFinite(Scalars scalars, int index, Scalars guard, double mark);

    // Optimizer steps: one pass over flat buffers; nothing changes when the guard is marked. The parameters before the
    // step are kept in `previous`.

    /** w ← w − αg. */
    default void sgdStep(Buffer parameters, Buffer previous, Buffer gradients, double learningRate, Scalars guard) {
        if (read(guard, 0) == 0) {
            copy(parameters, previous, parameters.length());
            addScaled(-learningRate, gradients, 1, parameters);
        }
    }

    /** v ← μv + g; w ← w − αv, with Nesterov's correction w ← w − α(g + μv). */
    default void momentumStep(
            Buffer parameters,
            Buffer previous,
            Buffer gradients,
            Buffer velocity,
            double learningRate,
            double momentum,
            boolean nesterov,
            Scalars guard) {
        if (read(guard, 0) == 0) {
            copy(parameters, previous, parameters.length());
            addScaled(1, gradients, momentum, velocity);
            if (nesterov) {
                addScaled(-learningRate, gradients, 1, parameters);
                addScaled(-learningRate * momentum, velocity, 1, parameters);
            } else {
                addScaled(-learningRate, velocity, 1, parameters);
            }
        }
    }

    /** s ← ρs + (1 − ρ)g²; w ← w − αg/(√s + ε). */
    default void rmsPropStep(
            Buffer parameters,
            Buffer previous,
            Buffer gradients,
            Buffer squares,
            double learningRate,
            double decay,
            double epsilon,
            Scalars guard) {
        if (read(guard, 0) == 0) {
            copy(parameters, previous, parameters.length());
            addScaledSquares(1 - decay, gradients, decay, squares);
            subtractOverRoot(learningRate, gradients, 1, squares, epsilon, parameters);
        }
    }

    /**
     * m ← β₁m + (1 − β₁)g; s ← β₂s + (1 − β₂)g²; w ← w − α·(m/c₁)/(√(s/c₂) + ε), with the corrections c₁ = 1 − β₁ᵗ and
     * c₂ = 1 − β₂ᵗ.
     */
    default void adamStep(
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
            copy(parameters, previous, parameters.length());
            addScaled(1 - beta1, gradients, beta1, means);
            addScaledSquares(1 - beta2, gradients, beta2, squares);
            subtractOverRoot(learningRate / correction1, means, 1 / correction2, squares, epsilon, parameters);
        }
    }

    // Whole passes

    /**
     * A way to compute predictions, losses and gradients of a chain of layers in one go that is faster than kernel by
     * kernel, if this backend has one for chains of this size.
     *
     * @param capacity the greatest count of items
     * @param steps whether gradients are wanted; if not, the answer depends on the chain alone, so that predictions of
     *     few items and of many are rounded alike
     */
    default Optional<DenseChain.Pass> pass(DenseChain chain, int capacity, boolean steps) {
        return Optional.empty();
    }
}
