package dnn.launcher.terminal;

import dnn.run.text.ReadableNumbers;
import dnn.run.text.TextTable;
import java.util.Map;
import java.util.TreeSet;

/** Loss and metrics of several splits as a table, a row a split. */
public final class FiguresTable {
    private FiguresTable() {}

    /** The table; splits in the order given, figures in the order of the first split. */
    public static String render(Map<String, Map<String, Double>> splits, Map<String, Integer> items) {
        var keys = splits.values().stream().findFirst().map(Map::keySet).orElse(new TreeSet<>());
        String[] headings = new String[keys.size() + 2];
        headings[0] = "";
        headings[1] = ">items";
        int next = 2;
        for (String key : keys) {
            headings[next++] = ">" + key;
        }
        TextTable table = new TextTable(headings);
        splits.forEach((split, figures) -> {
            String[] cells = new String[headings.length];
            cells[0] = split;
            cells[1] = ReadableNumbers.count(items.getOrDefault(split, 0));
            int cell = 2;
            for (String key : keys) {
                cells[cell++] = ReadableNumbers.figure(figures.getOrDefault(key, Double.NaN));
            }
            table.row(cells);
        });
        return table.render();
    }

    /** The mean of each figure over folds and its deviation, in one line. */
    public static String ofFolds(Map<String, Double> means, Map<String, Double> deviations, int folds) {
        StringBuilder text = new StringBuilder("over " + folds + " folds:");
        String separator = " ";
        for (Map.Entry<String, Double> mean : means.entrySet()) {
            text.append(separator)
                    .append(mean.getKey())
                    .append(' ')
                    .append(ReadableNumbers.figure(mean.getValue()))
                    .append(" ± ")
                    .append(ReadableNumbers.figure(deviations.getOrDefault(mean.getKey(), Double.NaN)));
            separator = ", ";
        }
        return text.append('\n').toString();
    }
}
