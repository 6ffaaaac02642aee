package dnn.data.table;

import dnn.api.profile.OddText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the texts of a column that are no numbers: all of them together, and each of the first {@value OddText#LIMIT}
 * different ones.
 */
final class OtherTexts {
    private final Map<String, CellCount> byText = new LinkedHashMap<>();
    private CellCount all = CellCount.NONE;
    private boolean more;

    /** Adds cells with this text, the first of them in this row. */
    void add(String text, long cells, long row) {
        all = all.plus(cells, row, text);
        if (byText.containsKey(text) || byText.size() < OddText.LIMIT) {
            byText.merge(text, new CellCount(cells, row, text), (one, other) -> one.plus(cells, row, text));
        } else {
            more = true;
        }
    }

    /** All of them. */
    CellCount all() {
        return all;
    }

    /**
     * Tells whether each text occurs again and again beside a few others, as the names of categories do: none less than
     * {@code least} times.
     */
    boolean repeat(int mostTexts, long least) {
        return !more
                && byText.size() <= mostTexts
                && byText.values().stream().allMatch(cells -> cells.count() >= least);
    }

    /** The first different texts, each with what it is, in the order of their appearance. */
    List<OddText> texts() {
        List<OddText> texts = new ArrayList<>();
        byText.forEach((text, cells) ->
                texts.add(new OddText(text, Oddities.of(text), cells.count(), RowPlace.line(cells.firstRow()))));
        return List.copyOf(texts);
    }
}
