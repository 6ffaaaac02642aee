package dnn.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Optimizer steps: one pass over parameters, gradients and state, in chunks that threads share. Their formulas are told
 * at {@link dnn.engine.backend.Kernels}.
 */
final class FloatUpdates extends Job {
    /** The rule of an optimizer. */
    enum Rule {
        /** w ← w − αg. */
        SGD,
        /** v ← μv + g; w ← w − αv. */
        MOMENTUM,
        /** v ← μv + g; w ← w − α(g + μv). */
        NESTEROV,
        /** s ← ρs + (1 − ρ)g²; w ← w − αg/(√s + ε). */
        RMS_PROP,
        /** m ← β₁m + (1 − β₁)g; s ← β₂s + (1 − β₂)g²; w ← w − α·m/(√(s·c) + ε). */
        ADAM
    }

    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();
    private static final int CHUNK = 8_192;
    private static final int WORTH_SHARING = 4 * CHUNK;

    private final Workers workers;
    private Rule rule = Rule.SGD;
    private FloatArray w = new FloatArray(new float[0]);
    private FloatArray old = w;
    private FloatArray g = w;
    private FloatArray m = w;
    private FloatArray s = w;
    private float rate;
    private float decay;
    private float freshness;
    private float secondDecay;
    private float secondFreshness;
    private float correction;
    private float epsilon;

    FloatUpdates(Workers workers) {
        this.workers = workers;
    }

    /** w ← w − αg. */
    void sgd(FloatArray parameters, FloatArray previous, FloatArray gradients, double learningRate) {
        rate = FloatFunctions.number(learningRate);
        run(Rule.SGD, parameters, previous, gradients, parameters, parameters);
    }

    /** Momentum, with Nesterov's correction or without. */
    void momentum(
            FloatArray parameters,
            FloatArray previous,
            FloatArray gradients,
            FloatArray velocity,
            double learningRate,
            double momentum,
            boolean nesterov) {
        rate = FloatFunctions.number(learningRate);
        decay = FloatFunctions.number(momentum);
        run(nesterov ? Rule.NESTEROV : Rule.MOMENTUM, parameters, previous, gradients, velocity, parameters);
    }

    /** RMSProp. */
    void rmsProp(
            FloatArray parameters,
            FloatArray previous,
            FloatArray gradients,
            FloatArray squares,
            double learningRate,
            double share,
            double guard) {
        rate = FloatFunctions.number(learningRate);
        secondDecay = FloatFunctions.number(share);
        secondFreshness = FloatFunctions.number(1 - share);
        epsilon = FloatFunctions.number(guard);
        run(Rule.RMS_PROP, parameters, previous, gradients, parameters, squares);
    }

    /** Adam, with {@code learningRate} over the mean's correction and the reciprocal of the squares'. */
    void adam(
            FloatArray parameters,
            FloatArray previous,
            FloatArray gradients,
            FloatArray means,
            FloatArray squares,
            double correctedRate,
            double beta1,
            double beta2,
            double guard,
            double squareCorrection) {
        rate = FloatFunctions.number(correctedRate);
        decay = FloatFunctions.number(beta1);
        freshness = FloatFunctions.number(1 - beta1);
        secondDecay = FloatFunctions.number(beta2);
        secondFreshness = FloatFunctions.number(1 - beta2);
        epsilon = FloatFunctions.number(guard);
        correction = FloatFunctions.number(squareCorrection);
        run(Rule.ADAM, parameters, previous, gradients, means, squares);
    }

    /** Reads w from what is to be kept and writes it anew, so that keeping costs nothing. */
    private void run(
            Rule what,
            FloatArray parameters,
            FloatArray previous,
            FloatArray gradients,
            FloatArray first,
            FloatArray second) {
        rule = what;
        if (parameters.isWhole() && previous.isWhole()) {
            FloatArray.exchange(parameters, previous);
        } else {
            System.arraycopy(
                    parameters.values(), parameters.offset, previous.values(), previous.offset, parameters.length());
        }
        w = parameters;
        old = previous;
        g = gradients;
        m = first;
        s = second;
        int count = parameters.length();
        workers.run(this, (count + CHUNK - 1) / CHUNK, count >= WORTH_SHARING);
    }

    @Override
    void run(int task, int worker) {
        int from = task * CHUNK;
        int to = Math.min(w.length(), from + CHUNK);
        int whole = from + LANES.loopBound(to - from);
        switch (rule) {
            case SGD -> sgd(from, whole, to);
            case MOMENTUM -> momentum(from, whole, to);
            case NESTEROV -> nesterov(from, whole, to);
            case RMS_PROP -> rmsProp(from, whole, to);
            case ADAM -> adam(from, whole, to);
        }
    }

    private void sgd(int from, int whole, int to) {
        float[] ws = w.values();
        float[] os = old.values();
        float[] gs = g.values();
        int wAt = w.offset;
        int oAt = old.offset;
        int gAt = g.offset;
        FloatVector alpha = FloatVector.broadcast(LANES, -rate);
        for (int i = from; i < whole; i += V) {
            FloatVector.fromArray(LANES, gs, gAt + i)
                    .fma(alpha, FloatVector.fromArray(LANES, os, oAt + i))
                    .intoArray(ws, wAt + i);
        }
        for (int i = whole; i < to; i++) {
            ws[wAt + i] = Math.fma(gs[gAt + i], -rate, os[oAt + i]);
        }
    }

    private void momentum(int from, int whole, int to) {
        float[] ws = w.values();
        float[] os = old.values();
        float[] gs = g.values();
        float[] vs = m.values();
        int wAt = w.offset;
        int oAt = old.offset;
        int gAt = g.offset;
        int vAt = m.offset;
        FloatVector alpha = FloatVector.broadcast(LANES, -rate);
        FloatVector mu = FloatVector.broadcast(LANES, decay);
        for (int i = from; i < whole; i += V) {
            FloatVector v =
                    FloatVector.fromArray(LANES, vs, vAt + i).fma(mu, FloatVector.fromArray(LANES, gs, gAt + i));
            v.intoArray(vs, vAt + i);
            v.fma(alpha, FloatVector.fromArray(LANES, os, oAt + i)).intoArray(ws, wAt + i);
        }
        for (int i = whole; i < to; i++) {
            vs[vAt + i] = Math.fma(vs[vAt + i], decay, gs[gAt + i]);
            ws[wAt + i] = Math.fma(vs[vAt + i], -rate, os[oAt + i]);
        }
    }

    private void nesterov(int from, int whole, int to) {
        float[] ws = w.values();
        float[] os = old.values();
        float[] gs = g.values();
        float[] vs = m.values();
        int wAt = w.offset;
        int oAt = old.offset;
        int gAt = g.offset;
        int vAt = m.offset;
        FloatVector alpha = FloatVector.broadcast(LANES, -rate);
        FloatVector mu = FloatVector.broadcast(LANES, decay);
        for (int i = from; i < whole; i += V) {
            FloatVector gradient = FloatVector.fromArray(LANES, gs, gAt + i);
            FloatVector v = FloatVector.fromArray(LANES, vs, vAt + i).fma(mu, gradient);
            v.intoArray(vs, vAt + i);
            v.fma(mu, gradient)
                    .fma(alpha, FloatVector.fromArray(LANES, os, oAt + i))
                    .intoArray(ws, wAt + i);
        }
        for (int i = whole; i < to; i++) {
            vs[vAt + i] = Math.fma(vs[vAt + i], decay, gs[gAt + i]);
            ws[wAt + i] = Math.fma(Math.fma(vs[vAt + i], decay, gs[gAt + i]), -rate, os[oAt + i]);
        }
    }

    private void rmsProp(int from, int whole, int to) {
        float[] ws = w.values();
        float[] os = old.values();
        float[] gs = g.values();
        float[] ss = s.values();
        int wAt = w.offset;
        int oAt = old.offset;
        int gAt = g.offset;
        int sAt = s.offset;
        FloatVector rho = FloatVector.broadcast(LANES, secondDecay);
        for (int i = from; i < whole; i += V) {
            FloatVector gradient = FloatVector.fromArray(LANES, gs, gAt + i);
            FloatVector square = FloatVector.fromArray(LANES, ss, sAt + i)
                    .fma(rho, gradient.mul(gradient).mul(secondFreshness));
            square.intoArray(ss, sAt + i);
            FloatVector root = square.lanewise(VectorOperators.SQRT).add(epsilon);
            FloatVector.fromArray(LANES, os, oAt + i)
                    .sub(gradient.mul(rate).div(root))
                    .intoArray(ws, wAt + i);
        }
        for (int i = whole; i < to; i++) {
            float gradient = gs[gAt + i];
            float square = Math.fma(ss[sAt + i], secondDecay, gradient * gradient * secondFreshness);
            ss[sAt + i] = square;
            ws[wAt + i] = os[oAt + i] - gradient * rate / (FloatFunctions.number(Math.sqrt(square)) + epsilon);
        }
    }

    private void adam(int from, int whole, int to) {
        float[] ws = w.values();
        float[] os = old.values();
        float[] gs = g.values();
        float[] ms = m.values();
        float[] ss = s.values();
        int wAt = w.offset;
        int oAt = old.offset;
        int gAt = g.offset;
        int mAt = m.offset;
        int sAt = s.offset;
        FloatVector first = FloatVector.broadcast(LANES, decay);
        FloatVector second = FloatVector.broadcast(LANES, secondDecay);
        for (int i = from; i < whole; i += V) {
            FloatVector gradient = FloatVector.fromArray(LANES, gs, gAt + i);
            FloatVector mean = FloatVector.fromArray(LANES, ms, mAt + i).fma(first, gradient.mul(freshness));
            FloatVector square = FloatVector.fromArray(LANES, ss, sAt + i)
                    .fma(second, gradient.mul(gradient).mul(secondFreshness));
            mean.intoArray(ms, mAt + i);
            square.intoArray(ss, sAt + i);
            FloatVector root =
                    square.mul(correction).lanewise(VectorOperators.SQRT).add(epsilon);
            FloatVector.fromArray(LANES, os, oAt + i)
                    .sub(mean.mul(rate).div(root))
                    .intoArray(ws, wAt + i);
        }
        for (int i = whole; i < to; i++) {
            float gradient = gs[gAt + i];
            float mean = Math.fma(ms[mAt + i], decay, gradient * freshness);
            float square = Math.fma(ss[sAt + i], secondDecay, gradient * gradient * secondFreshness);
            ms[mAt + i] = mean;
            ss[sAt + i] = square;
            float root = FloatFunctions.number(Math.sqrt(square * correction));
            ws[wAt + i] = os[oAt + i] - mean * rate / (root + epsilon);
        }
    }
}
