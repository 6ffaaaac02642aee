package dnn.simd;

import dnn.engine.backend.Scalars;

/** Scalars in an array, always float64. */
final class Sums implements Scalars {
    final double[] values;

    Sums(int count) {
        values = new double[count];
    }

    @Override
    public int count() {
        return values.length;
    }
}
