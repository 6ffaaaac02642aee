package dnn.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers different texts from 0 in the order of their appearance and counts them; a text seen before costs no object.
 */
final class TextCodes {
    private static final int INITIAL_CAPACITY = 16;
    private static final int EMPTY = -1;

    private final List<String> texts = new ArrayList<>();
    private int[] slots = new int[2 * INITIAL_CAPACITY];
    private long[] counts = new long[INITIAL_CAPACITY];
    private long[] firstRows = new long[INITIAL_CAPACITY];

    TextCodes() {
        Arrays.fill(slots, EMPTY);
    }

    /** The code of the text in the characters from {@code from} to {@code to}, found in {@code row}. */
    int add(char[] characters, int from, int to, long row) {
        int slot = slot(hash(characters, from, to));
        while (slots[slot] != EMPTY && !same(texts.get(slots[slot]), characters, from, to)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        int code = slots[slot];
        if (code == EMPTY) {
            code = texts.size();
            slots[slot] = code;
            texts.add(new String(characters, from, to - from));
            if (code == counts.length) {
                grow();
            }
            firstRows[code] = row;
        }
        counts[code]++;
        return code;
    }

    private void grow() {
        counts = Arrays.copyOf(counts, 2 * counts.length);
        firstRows = Arrays.copyOf(firstRows, counts.length);
        slots = new int[2 * counts.length];
        Arrays.fill(slots, EMPTY);
        for (int code = 0; code < texts.size(); code++) {
            int slot = slot(texts.get(code).hashCode());
            while (slots[slot] != EMPTY) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = code;
        }
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 16)) & (slots.length - 1);
    }

    /** {@link String#hashCode()} of the same characters. */
    private static int hash(char[] characters, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + characters[i];
        }
        return hash;
    }

    private static boolean same(String text, char[] characters, int from, int to) {
        int length = to - from;
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != characters[from + i]) {
                return false;
            }
        }
        return true;
    }

    List<String> texts() {
        return texts;
    }

    long[] counts() {
        return Arrays.copyOf(counts, texts.size());
    }

    long[] firstRows() {
        return Arrays.copyOf(firstRows, texts.size());
    }
}
