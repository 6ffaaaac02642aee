package dnn.simd;

import dnn.engine.backend.Buffer;
import java.util.Objects;

/**
 * A stretch of an array of float32. The array behind a buffer and its views can be exchanged, so that a pass that
 * writes anew need not copy what it keeps.
 */
final class FloatArray implements Buffer {
    /** The part that a buffer and its views share. */
    private static final class Memory {
        float[] values;

        Memory(float[] values) {
            this.values = values;
        }
    }

    final int offset;
    private final Memory memory;
    private final int length;

    private FloatArray(Memory memory, int offset, int length) {
        this.memory = memory;
        this.offset = offset;
        this.length = length;
    }

    /** This array as a buffer. */
    FloatArray(float[] values) {
        this(new Memory(values), 0, values.length);
    }

    /** The array in which the stretch begins at {@link #offset}. */
    float[] values() {
        return memory.values;
    }

    @Override
    public int length() {
        return length;
    }

    /** Tells whether the stretch is the whole array. */
    boolean isWhole() {
        return length == memory.values.length;
    }

    /** Exchanges the arrays behind two buffers that are whole and equally long. */
    static void exchange(FloatArray one, FloatArray other) {
        float[] values = one.memory.values;
        one.memory.values = other.memory.values;
        other.memory.values = values;
    }

    @Override
    public Buffer view(int from, int count) {
        Objects.checkFromIndexSize(from, count, length);
        return new FloatArray(memory, offset + from, count);
    }
}
