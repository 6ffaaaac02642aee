package dnn.engine.backend.commonsmath;

import dnn.engine.backend.Scalars;

/** Scalars in an array. */
final class ArrayScalars implements Scalars {
    final double[] values;

    ArrayScalars(int count) {
        values = new double[count];
    }

    @Override
    public int count() {
        return values.length;
    }
}
