package dnn.engine.backend.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Optimizer steps: one pass over parameters, gradients and state, in chunks that threads share. Their formulas are told at {@link dnn.engine.backend.Kernels}. */
final class DoubleUpdates extends Job {
    /** Which rule. */
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

    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
    private static final int V = LANES.length();
    private static final int CHUNK = 8_192;
    private static final int WORTH_SHARING = 4 * CHUNK;

    private final Workers workers;
    private Rule rule = Rule.SGD;
    private DoubleArray w = new DoubleArray(new double[0]);
    private DoubleArray old = w;
    private DoubleArray g = w;
    private DoubleArray m = w;
    private DoubleArray s = w;
    private double rate;
    private double decay;
    private double freshness;
    private double secondDecay;
    private double secondFreshness;
    private double correction;
    private double epsilon;

    DoubleUpdates(Workers workers) {
        this.workers = workers;
    }

    /** w ← w − αg. */
    void sgd(DoubleArray parameters, DoubleArray previous, DoubleArray gradients, double learningRate) {
        rate = DoubleFunctions.number(learningRate);
        run(Rule.SGD, parameters, previous, gradients, parameters, parameters);
    }

    /** Momentum, with Nesterov's correction or without. */
    void momentum(
            DoubleArray parameters,
            DoubleArray previous,
            DoubleArray gradients,
            DoubleArray velocity,
            double learningRate,
            double momentum,
            boolean nesterov) {
        rate = DoubleFunctions.number(learningRate);
        decay = DoubleFunctions.number(momentum);
        run(nesterov ? Rule.NESTEROV : Rule.MOMENTUM, parameters, previous, gradients, velocity, parameters);
    }

    /** RMSProp. */
    void rmsProp(
            DoubleArray parameters,
            DoubleArray previous,
            DoubleArray gradients,
            DoubleArray squares,
            double learningRate,
            double share,
            double guard) {
        rate = DoubleFunctions.number(learningRate);
        secondDecay = DoubleFunctions.number(share);
        secondFreshness = DoubleFunctions.number(1 - share);
        epsilon = DoubleFunctions.number(guard);
        run(Rule.RMS_PROP, parameters, previous, gradients, parameters, squares);
    }

    /** Adam, with {@code learningRate} over the mean's correction and the reciprocal of the squares'. */
    void adam(
            DoubleArray parameters,
            DoubleArray previous,
            DoubleArray gradients,
            DoubleArray means,
            DoubleArray squares,
            double correctedRate,
            double beta1,
            double beta2,
            double guard,
            double squareCorrection) {
        rate = DoubleFunctions.number(correctedRate);
        decay = DoubleFunctions.number(beta1);
        freshness = DoubleFunctions.number(1 - beta1);
        secondDecay = DoubleFunctions.number(beta2);
        secondFreshness = DoubleFunctions.number(1 - beta2);
        epsilon = DoubleFunctions.number(guard);
        correction = DoubleFunctions.number(squareCorrection);
        run(Rule.ADAM, parameters, previous, gradients, means, squares);
    }

    /** Reads w from what is to be kept and writes it anew, so that keeping costs nothing. */
    private void run(
            Rule what,
            DoubleArray parameters,
            DoubleArray previous,
            DoubleArray gradients,
            DoubleArray first,
            DoubleArray second) {
        rule = what;
        if (parameters.isWhole() && previous.isWhole()) {
            DoubleArray.exchange(parameters, previous);
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
        double[] ws = w.values();
        double[] os = old.values();
        double[] gs = g.values();
        int wAt = w.offset;
        int oAt = old.offset;
        int gAt = g.offset;
        DoubleVector alpha = DoubleVector.broadcast(LANES, -rate);
        for (int i = from; i < whole; i += V) {
            DoubleVector.fromArray(LANES, gs, gAt + i)
                    .fma(alpha, DoubleVector.fromArray(LANES, os, oAt + i))
                    .intoArray(ws, wAt + i);
        }
        for (int i = whole; i < to; i++) {
            ws[wAt + i] = Math.fma(gs[gAt + i], -rate, os[oAt + i]);
        }
    }

    private void momentum(int from, int whole, int to) {
        double[] ws = w.values();
        double[] os = old.values();
        double[] gs = g.values();
        double[] vs = m.values();
        int wAt = w.offset;
        int oAt = old.offset;
        int gAt = g.offset;
        int vAt = m.offset;
        DoubleVector alpha = DoubleVector.broadcast(LANES, -rate);
        DoubleVector mu = DoubleVector.broadcast(LANES, decay);
        for (int i = from; i < whole; i += V) {
            DoubleVector v =
                    DoubleVector.fromArray(LANES, vs, vAt + i).fma(mu, DoubleVector.fromArray(LANES, gs, gAt + i));
            v.intoArray(vs, vAt + i);
            v.fma(alpha, DoubleVector.fromArray(LANES, os, oAt + i)).intoArray(ws, wAt + i);
        }
        for (int i = whole; i < to; i++) {
            vs[vAt + i] = Math.fma(vs[vAt + i], decay, gs[gAt + i]);
            ws[wAt + i] = Math.fma(vs[vAt + i], -rate, os[oAt + i]);
        }
    }

    private void nesterov(int from, int whole, int to) {
        double[] ws = w.values();
        double[] os = old.values();
        double[] gs = g.values();
        double[] vs = m.values();
        int wAt = w.offset;
        int oAt = old.offset;
        int gAt = g.offset;
        int vAt = m.offset;
        DoubleVector alpha = DoubleVector.broadcast(LANES, -rate);
        DoubleVector mu = DoubleVector.broadcast(LANES, decay);
        for (int i = from; i < whole; i += V) {
            DoubleVector gradient = DoubleVector.fromArray(LANES, gs, gAt + i);
            DoubleVector v = DoubleVector.fromArray(LANES, vs, vAt + i).fma(mu, gradient);
            v.intoArray(vs, vAt + i);
            v.fma(mu, gradient)
                    .fma(alpha, DoubleVector.fromArray(LANES, os, oAt + i))
                    .intoArray(ws, wAt + i);
        }
        for (int i = whole; i < to; i++) {
            vs[vAt + i] = Math.fma(vs[vAt + i], decay, gs[gAt + i]);
            ws[wAt + i] = Math.fma(Math.fma(vs[vAt + i], decay, gs[gAt + i]), -rate, os[oAt + i]);
        }
    }

    private void rmsProp(int from, int whole, int to) {
        double[] ws = w.values();
        double[] os = old.values();
        double[] gs = g.values();
        double[] ss = s.values();
        int wAt = w.offset;
        int oAt = old.offset;
        int gAt = g.offset;
        int sAt = s.offset;
        DoubleVector rho = DoubleVector.broadcast(LANES, secondDecay);
        for (int i = from; i < whole; i += V) {
            DoubleVector gradient = DoubleVector.fromArray(LANES, gs, gAt + i);
            DoubleVector square = DoubleVector.fromArray(LANES, ss, sAt + i)
                    .fma(rho, gradient.mul(gradient).mul(secondFreshness));
            square.intoArray(ss, sAt + i);
            DoubleVector root = square.lanewise(VectorOperators.SQRT).add(epsilon);
            DoubleVector.fromArray(LANES, os, oAt + i)
                    .sub(gradient.mul(rate).div(root))
                    .intoArray(ws, wAt + i);
        }
        for (int i = whole; i < to; i++) {
            double gradient = gs[gAt + i];
            double square = Math.fma(ss[sAt + i], secondDecay, gradient * gradient * secondFreshness);
            ss[sAt + i] = square;
            ws[wAt + i] = os[oAt + i] - gradient * rate / (DoubleFunctions.number(Math.sqrt(square)) + epsilon);
        }
    }

    private void adam(int from, int whole, int to) {
        double[] ws = w.values();
        double[] os = old.values();
        double[] gs = g.values();
        double[] ms = m.values();
        double[] ss = s.values();
        int wAt = w.offset;
        int oAt = old.offset;
        int gAt = g.offset;
        int mAt = m.offset;
        int sAt = s.offset;
        DoubleVector first = DoubleVector.broadcast(LANES, decay);
        DoubleVector second = DoubleVector.broadcast(LANES, secondDecay);
        for (int i = from; i < whole; i += V) {
            DoubleVector gradient = DoubleVector.fromArray(LANES, gs, gAt + i);
            DoubleVector mean = DoubleVector.fromArray(LANES, ms, mAt + i).fma(first, gradient.mul(freshness));
            DoubleVector square = DoubleVector.fromArray(LANES, ss, sAt + i)
                    .fma(second, gradient.mul(gradient).mul(secondFreshness));
            mean.intoArray(ms, mAt + i);
            square.intoArray(ss, sAt + i);
            DoubleVector root =
                    square.mul(correction).lanewise(VectorOperators.SQRT).add(epsilon);
            DoubleVector.fromArray(LANES, os, oAt + i)
                    .sub(mean.mul(rate).div(root))
                    .intoArray(ws, wAt + i);
        }
        for (int i = whole; i < to; i++) {
            double gradient = gs[gAt + i];
            double mean = Math.fma(ms[mAt + i], decay, gradient * freshness);
            double square = Math.fma(ss[sAt + i], secondDecay, gradient * gradient * secondFreshness);
            ms[mAt + i] = mean;
            ss[sAt + i] = square;
            double root = DoubleFunctions.number(Math.sqrt(square * correction));
            ws[wAt + i] = os[oAt + i] - mean * rate / (root + epsilon);
        }
    }
}
