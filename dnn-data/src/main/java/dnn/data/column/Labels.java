package dnn.data.column;

import dnn.data.table.Cells;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Order and numbers of texts that name things: classes of a target, categories of a feature. */
public final class Labels {
    /** The index of a text that is none of the labels. */
    public static final int UNKNOWN = -1;

    private static final Comparator<String> BY_CODE_POINT = (one, other) ->
            Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

    private Labels() {}

    /**
     * The different texts, sorted: as numbers if all of them are finite numbers, where equal numbers are one label,
     * called as the first of them is written; else by code point.
     */
    public static List<String> sorted(Collection<String> texts) {
        boolean numbers = areNumbers(texts);
        Map<Object, String> first = new HashMap<>();
        for (String text : texts) {
            first.putIfAbsent(key(text, numbers), text);
        }
        List<String> labels = new ArrayList<>(first.values());
        labels.sort(numbers ? Comparator.comparing(BigDecimal::new) : BY_CODE_POINT);
        return List.copyOf(labels);
    }

    /**
     * The place of each text among the labels, or {@link #UNKNOWN}; numbers are told apart by their value if all labels
     * are numbers.
     */
    public static int[] indices(List<String> labels, List<String> texts) {
        boolean numbers = areNumbers(labels);
        Map<Object, Integer> places = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            places.putIfAbsent(key(labels.get(i), numbers), i);
        }
        int[] indices = new int[texts.size()];
        for (int i = 0; i < indices.length; i++) {
            String text = texts.get(i);
            boolean number = numbers && Double.isFinite(Cells.number(text));
            indices[i] = places.getOrDefault(key(text, number), UNKNOWN);
        }
        return indices;
    }

    private static boolean areNumbers(Collection<String> texts) {
        return texts.stream().allMatch(text -> Double.isFinite(Cells.number(text)));
    }

    /** Decimals instead of doubles, so that long integers that differ in the last digit stay different. */
    private static Object key(String text, boolean number) {
        return number ? new BigDecimal(text).stripTrailingZeros() : text;
    }
}
