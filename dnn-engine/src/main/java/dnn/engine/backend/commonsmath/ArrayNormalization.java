package dnn.engine.backend.commonsmath;

import dnn.engine.backend.Normalization;

/** Normalizations by their formulas, which are told at {@link dnn.engine.backend.Kernels}; for one kernel. */
final class ArrayNormalization {
    private final boolean ofUnits;
    private final int units;
    private final int items;
    private ArrayBuffer x = new ArrayBuffer(new double[0], 0, 0);
    private ArrayBuffer means = x;
    private ArrayBuffer variances = x;
    private double epsilon;

    ArrayNormalization(Normalization of, int units, int items) {
        this.ofUnits = of == Normalization.OF_UNITS;
        this.units = units;
        this.items = items;
    }

    ArrayNormalization with(ArrayBuffer input, ArrayBuffer mean, ArrayBuffer variance, double guard) {
        x = input;
        means = mean;
        variances = variance;
        epsilon = guard;
        return this;
    }

    /** The count of means. */
    private int groups() {
        return ofUnits ? units : items;
    }

    /** The count of numbers that are normalized together. */
    private int members() {
        return ofUnits ? items : units;
    }

    /** The place of a member of a group in the matrix. */
    private int at(int group, int member) {
        return ofUnits ? member * units + group : group * units + member;
    }

    private int unit(int group, int member) {
        return ofUnits ? group : member;
    }

    void moments(ArrayBuffer input, ArrayBuffer mean, ArrayBuffer variance) {
        for (int group = 0; group < groups(); group++) {
            double sum = 0;
            for (int member = 0; member < members(); member++) {
                sum += input.values[input.offset + at(group, member)];
            }
            double middle = sum / members();
            double squares = 0;
            for (int member = 0; member < members(); member++) {
                double distance = input.values[input.offset + at(group, member)] - middle;
                squares += distance * distance;
            }
            mean.values[mean.offset + group] = middle;
            variance.values[variance.offset + group] = squares / members();
        }
    }

    private double reciprocalRoot(int group) {
        return 1 / Math.sqrt(variances.values[variances.offset + group] + epsilon);
    }

    private double normalized(int group, int member) {
        return (x.values[x.offset + at(group, member)] - means.values[means.offset + group]) * reciprocalRoot(group);
    }

    void forward(ArrayBuffer scales, ArrayBuffer shifts, ArrayBuffer output) {
        for (int group = 0; group < groups(); group++) {
            for (int member = 0; member < members(); member++) {
                int unit = unit(group, member);
                output.values[output.offset + at(group, member)] = scales.values[scales.offset + unit]
                                * normalized(group, member)
                        + shifts.values[shifts.offset + unit];
            }
        }
    }

    void sums(ArrayBuffer gradient, ArrayBuffer sums, ArrayBuffer products) {
        for (int unit = 0; unit < units; unit++) {
            double sum = 0;
            double product = 0;
            for (int item = 0; item < items; item++) {
                double slope = gradient.values[gradient.offset + item * units + unit];
                sum += slope;
                product += slope * (ofUnits ? normalized(unit, item) : normalized(item, unit));
            }
            sums.values[sums.offset + unit] = sum;
            products.values[products.offset + unit] = product;
        }
    }

    void backward(ArrayBuffer scales, ArrayBuffer gradient, ArrayBuffer result, boolean accumulate) {
        for (int group = 0; group < groups(); group++) {
            double mean = 0;
            double product = 0;
            for (int member = 0; member < members(); member++) {
                double slope = slope(scales, gradient, group, member);
                mean += slope / members();
                product += slope * normalized(group, member) / members();
            }
            for (int member = 0; member < members(); member++) {
                double value = slope(scales, gradient, group, member) - mean - normalized(group, member) * product;
                int place = result.offset + at(group, member);
                result.values[place] = (accumulate ? result.values[place] : 0) + value * reciprocalRoot(group);
            }
        }
    }

    /** G = γ ∗ dY. */
    private double slope(ArrayBuffer scales, ArrayBuffer gradient, int group, int member) {
        return scales.values[scales.offset + unit(group, member)]
                * gradient.values[gradient.offset + at(group, member)];
    }
}
