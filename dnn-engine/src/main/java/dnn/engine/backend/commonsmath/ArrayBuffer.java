package dnn.engine.backend.commonsmath;

import dnn.engine.backend.Buffer;
import java.util.Objects;

/** A stretch of an array of doubles. */
final class ArrayBuffer implements Buffer {
    final double[] values;
    final int offset;
    private final int length;

    ArrayBuffer(double[] values, int offset, int length) {
        this.values = values;
        this.offset = offset;
        this.length = length;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public Buffer view(int from, int count) {
        Objects.checkFromIndexSize(from, count, length);
        return new ArrayBuffer(values, offset + from, count);
    }
}
