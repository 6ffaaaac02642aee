package dnn.engine.backend.simd;

import dnn.engine.backend.Buffer;
import java.util.Objects;

/** A stretch of an array of double64. The array behind a buffer and its views can be exchanged, so that a pass that writes anew need not copy what it keeps. */
final class DoubleArray implements Buffer {
    /** What a buffer and its views share. */
    private static final class Memory {
        double[] values;

        Memory(double[] values) {
            this.values = values;
        }
    }

    final int offset;
    private final Memory memory;
    private final int length;

    private DoubleArray(Memory memory, int offset, int length) {
        this.memory = memory;
        this.offset = offset;
        this.length = length;
    }

    /** This array as a buffer. */
    DoubleArray(double[] values) {
        this(new Memory(values), 0, values.length);
    }

    /** The array in which the stretch begins at {@link #offset}. */
    double[] values() {
        return memory.values;
    }

    @Override
    public int length() {
        return length;
    }

    /** Whether the stretch is the whole array. */
    boolean isWhole() {
        return length == memory.values.length;
    }

    /** Exchanges the arrays behind two buffers that are whole and equally long. */
    static void exchange(DoubleArray one, DoubleArray other) {
        double[] values = one.memory.values;
        one.memory.values = other.memory.values;
        other.memory.values = values;
    }

    @Override
    public Buffer view(int from, int count) {
        Objects.checkFromIndexSize(from, count, length);
        return new DoubleArray(memory, offset + from, count);
    }
}
