package dnn.data.table;

import java.util.Arrays;

/** Small numbers, one a row, from −1 on; a byte each as long as they fit, then two, then four. */
final class Codes {
    private static final int INITIAL_CAPACITY = 1024;

    private byte[] bytes = new byte[INITIAL_CAPACITY];
    private short[] shorts = {};
    private int[] integers = {};
    private int size;
    private int width = Byte.BYTES;

    void add(int code) {
        widen(code);
        if (size == capacity()) {
            resize(size + (size >> 1) + 1);
        }
        if (width == Byte.BYTES) {
            bytes[size] = (byte) code;
        } else if (width == Short.BYTES) {
            shorts[size] = (short) code;
        } else {
            integers[size] = code;
        }
        size++;
    }

    private void widen(int code) {
        if (width == Byte.BYTES && code > Byte.MAX_VALUE) {
            shorts = new short[bytes.length];
            for (int i = 0; i < size; i++) {
                shorts[i] = bytes[i];
            }
            bytes = new byte[0];
            width = Short.BYTES;
        }
        if (width == Short.BYTES && code > Short.MAX_VALUE) {
            integers = new int[shorts.length];
            for (int i = 0; i < size; i++) {
                integers[i] = shorts[i];
            }
            shorts = new short[0];
            width = Integer.BYTES;
        }
    }

    private int capacity() {
        return Math.max(bytes.length, Math.max(shorts.length, integers.length));
    }

    private void resize(int capacity) {
        if (width == Byte.BYTES) {
            bytes = Arrays.copyOf(bytes, capacity);
        } else if (width == Short.BYTES) {
            shorts = Arrays.copyOf(shorts, capacity);
        } else {
            integers = Arrays.copyOf(integers, capacity);
        }
    }

    /** The number in a row. */
    int get(int row) {
        if (width == Byte.BYTES) {
            return bytes[row];
        }
        return width == Short.BYTES ? shorts[row] : integers[row];
    }

    int size() {
        return size;
    }

    /** Gives back what was reserved for more rows. */
    Codes trimmed() {
        resize(size);
        return this;
    }
}
