package dnn.launcher.command;

import dnn.api.profile.ValueCount;
import dnn.config.diagnostic.DataDiagnostics;
import dnn.data.newdata.NewItems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remarks about a table once all of it was read: cells that were filled, categories that training has not seen, rows
 * that were left out.
 */
final class Remarks {
    /** Of so many different categories of a column each is counted. */
    private static final int MOST_CATEGORIES = 1000;

    private final Map<String, NewItems.Filled> filled = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> unseen = new LinkedHashMap<>();
    private long dropped;

    /** Adds what a piece of the table shows. */
    void add(NewItems items) {
        items.filled()
                .forEach(column -> filled.merge(
                        column.column(),
                        column,
                        (one, other) -> new NewItems.Filled(
                                one.column(), one.cells() + other.cells(), one.firstRow(), one.filler())));
        items.unseenCategories().forEach(column -> {
            Map<String, Long> counts = unseen.computeIfAbsent(column.column(), name -> new LinkedHashMap<>());
            for (ValueCount category : column.categories()) {
                if (counts.size() < MOST_CATEGORIES || counts.containsKey(category.value())) {
                    counts.merge(category.value(), category.count(), Long::sum);
                }
            }
        });
        dropped += items.dropped();
    }

    /** A line for each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        filled.values()
                .forEach(column -> lines.add(DataDiagnostics.filledCells(
                        column.column(), column.cells(), column.firstRow(), column.filler())));
        unseen.forEach((column, counts) -> {
            List<ValueCount> categories = new ArrayList<>();
            counts.forEach((category, count) -> categories.add(new ValueCount(category, count)));
            categories.sort(Comparator.comparingLong(ValueCount::count).reversed());
            lines.add(DataDiagnostics.unseenCategories(column, categories));
        });
        if (dropped > 0) {
            lines.add(DataDiagnostics.droppedRows(dropped));
        }
        return lines;
    }
}
