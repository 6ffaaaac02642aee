package dnn.launcher.terminal;

import dnn.engine.evaluation.Judgement.Judged;
import dnn.engine.metric.ClassReport;
import dnn.run.text.ReadableNumbers;
import dnn.run.text.TextTable;
import java.util.List;
import java.util.Map;

/** Figures with what they are to be compared with, and of classes those of each, as tables. */
public final class JudgedTable {
    /** In place of a figure that these items do not have, such as a ranking of items of one class. */
    private static final String NONE = "–";

    /** A confusion matrix of more classes than this is no help in a terminal. */
    private static final int MOST_CLASSES = 12;

    private JudgedTable() {}

    /** A row a figure, for a terminal of this width; 0 for none. */
    public static String render(Map<String, Judged> figures, int width) {
        TextTable table = new TextTable("", ">value", ">95 % interval", ">baseline");
        figures.forEach((name, figure) -> table.row(
                name,
                shown(figure.value()),
                Double.isNaN(figure.low())
                        ? NONE
                        : ReadableNumbers.figure(figure.low()) + " – " + ReadableNumbers.figure(figure.high()),
                shown(figure.baseline())));
        return table.render(width);
    }

    private static String shown(double figure) {
        return Double.isNaN(figure) ? NONE : ReadableNumbers.figure(figure);
    }

    /** A row a class, for a terminal of this width; 0 for none. */
    public static String render(ClassReport report, List<String> labels, int width) {
        TextTable table = new TextTable("class", ">items", ">precision", ">recall", ">f1");
        for (int label = 0; label < labels.size(); label++) {
            ClassReport.OfClass figures = report.classes().get(label);
            table.row(
                    labels.get(label),
                    ReadableNumbers.count(figures.items()),
                    ReadableNumbers.figure(figures.precision()),
                    ReadableNumbers.figure(figures.recall()),
                    ReadableNumbers.figure(figures.f1()));
        }
        return table.render(width) + (labels.size() > MOST_CLASSES ? "" : "\n" + confusion(report, labels, width));
    }

    private static String confusion(ClassReport report, List<String> labels, int width) {
        String[] headings = new String[labels.size() + 1];
        headings[0] = "true \\ predicted";
        for (int label = 0; label < labels.size(); label++) {
            headings[label + 1] = ">" + labels.get(label);
        }
        TextTable table = new TextTable(headings);
        for (int label = 0; label < labels.size(); label++) {
            String[] cells = new String[headings.length];
            cells[0] = labels.get(label);
            for (int predicted = 0; predicted < labels.size(); predicted++) {
                cells[predicted + 1] =
                        ReadableNumbers.count(report.confusion().get(label).get(predicted));
            }
            table.row(cells);
        }
        return table.render(width);
    }
}
