package dnn.launcher.terminal;

import dnn.engine.evaluation.Judgement.Judged;
import dnn.run.text.ReadableNumbers;
import dnn.run.text.TextTable;
import dnn.run.training.FoldTraining;
import java.util.Map;
import java.util.TreeSet;

/** Loss and metrics of several splits as a table, a row a split. */
public final class FiguresTable {
    private FiguresTable() {}

    /** In place of a figure that is not known. */
    private static final String NONE = "–";

    /**
     * The table; splits in the order given, figures in the order of the first split, and last what saying the same for
     * every item of the test split gives.
     *
     * @param test figures of the test split with their baselines; empty without one
     * @param width columns of the terminal, 0 for none
     */
    public static String render(
            Map<String, Map<String, Double>> splits, Map<String, Integer> items, Map<String, Judged> test, int width) {
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
        if (!test.isEmpty()) {
            String[] cells = new String[headings.length];
            cells[0] = "baseline";
            cells[1] = ReadableNumbers.count(items.getOrDefault("test", 0));
            int cell = 2;
            for (String key : keys) {
                Judged judged = test.get(key.equals("loss") ? "log_loss" : key);
                double baseline = judged == null ? Double.NaN : judged.baseline();
                cells[cell++] = Double.isNaN(baseline) ? NONE : ReadableNumbers.figure(baseline);
            }
            table.row(cells);
        }
        return table.render(width);
    }

    /**
     * The mean of each figure over folds and its deviation, in one line; folds that were cut off are counted and left
     * out.
     */
    public static String ofFolds(FoldTraining.Result result) {
        int folds = result.folds().size();
        String cutOff = folds == result.asked()
                ? ""
                : " (" + ReadableNumbers.counted(result.asked() - folds, "fold") + " of " + result.asked()
                        + " not trained to the end: left out)";
        if (folds == 0) {
            return "no figures over folds" + cutOff;
        }
        StringBuilder text = new StringBuilder("over " + ReadableNumbers.counted(folds, "fold") + cutOff + ":");
        String separator = " ";
        for (Map.Entry<String, Double> mean : result.mean().entrySet()) {
            double deviation = result.deviation().getOrDefault(mean.getKey(), Double.NaN);
            text.append(separator).append(mean.getKey()).append(' ').append(ReadableNumbers.figure(mean.getValue()));
            if (folds > 1) {
                text.append(" ± ").append(ReadableNumbers.figure(deviation));
            }
            separator = ", ";
        }
        return text.toString();
    }
}
