package dnn.launcher.terminal;

import dnn.api.path.KeyPaths;
import dnn.config.diagnostic.UserText;
import dnn.config.render.Wrapping;
import dnn.engine.training.Extreme;
import dnn.engine.training.NotFinite;
import dnn.engine.training.StepTrace;
import dnn.run.divergence.LastSteps;
import dnn.run.divergence.Replay;
import dnn.run.divergence.StepFile;
import dnn.run.text.ReadableNumbers;
import dnn.run.text.TextTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The step that diverged as text: what happened, why, each layer's greatest numbers, and how they grew. */
public final class ReplayTable {
    /** No more rows of a batch are enumerated. */
    private static final int FEW = 8;

    private ReplayTable() {}

    /**
     * The text.
     *
     * @param run as it was named
     * @param width columns of the terminal; 0 for none
     */
    public static String render(Replay replay, String run, int width) {
        StepFile kept = replay.kept();
        List<String> lines = new ArrayList<>();
        lines.add((kept.training() ? "" : "validation split, ") + "epoch " + kept.epoch() + ", step " + kept.step()
                + ", learning rate " + UserText.number(kept.learningRate()) + ": "
                + UserText.escape(kept.first().phrase())
                + " not finite" + place(kept));
        if (!replay.happensAgain()) {
            lines.add("done again on backend " + replay.backend() + ", all of its numbers stay finite: "
                    + (kept.first().quantity() == NotFinite.Quantity.PARAMETERS
                            ? "it is the update after it that overflows"
                            : "another Java, processor or backend rounds otherwise"));
        }
        lines.add("likely cause: " + UserText.escape(kept.cause()));
        lines.addAll(remedies(kept, run));
        lines.add("batch: " + batch(kept));
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(Wrapping.of(line, width)).append('\n'));
        text.append('\n').append(table(replay.trace()).render(width));
        if (!replay.lastSteps().isEmpty()) {
            text.append('\n')
                    .append(Wrapping.of("greatest |z| of the last steps:", width))
                    .append('\n');
            text.append(growth(replay.lastSteps()).render(width));
        }
        return text.toString();
    }

    /** The edits that mend it, the most promising first, each as a line to copy. */
    public static List<String> remedies(StepFile kept, String run) {
        return kept.edits().stream()
                .map(edit -> "  what mends it: "
                        + (edit.startsWith(KeyPaths.TRAINING_OPTIMIZER_LEARNING_RATE)
                                ? "`dnn resume " + run + " " + UserText.escape(edit) + "`"
                                : "`" + UserText.escape(edit) + "`, and train anew"))
                .toList();
    }

    private static String place(StepFile kept) {
        NotFinite first = kept.first();
        List<String> parts = new ArrayList<>();
        first.unit().ifPresent(unit -> parts.add("unit " + (unit + 1)));
        first.input().ifPresent(input -> parts.add("input " + (input + 1)));
        first.item()
                .ifPresent(item -> parts.add("item " + (item + 1)
                        + (item < kept.items().size()
                                ? ", " + UserText.escape(kept.items().get(item).inWords())
                                : "")));
        return parts.isEmpty() ? "" : ": " + first.value() + " at " + String.join(", ", parts);
    }

    private static String batch(StepFile kept) {
        String few = kept.items().stream()
                .limit(FEW)
                .map(item -> UserText.escape(item.inWords()))
                .collect(Collectors.joining(", "));
        int more = kept.items().size() - FEW;
        return ReadableNumbers.counted(kept.items().size(), "item") + ": " + few
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static TextTable table(StepTrace trace) {
        TextTable table = new TextTable("layer", "quantity", ">farthest from 0", ">unit", ">item or input", "finite");
        row(table, "", "X", trace.features());
        for (StepTrace.LayerTrace layer : trace.layers()) {
            layer.tensors().forEach(tensor -> row(table, layer.layer(), tensor.role(), tensor.values()));
            layer.z().ifPresent(z -> row(table, layer.layer(), "z", z));
            row(table, layer.layer(), "output", layer.output());
        }
        row(table, "", "Y", trace.targets());
        table.row("", "sum of losses", number(trace.loss()), "", "", Double.isFinite(trace.loss()) ? "yes" : "no");
        for (int i = trace.layers().size() - 1; i >= 0; i--) {
            StepTrace.LayerTrace layer = trace.layers().get(i);
            layer.tensors()
                    .forEach(tensor -> tensor.gradient()
                            .ifPresent(
                                    gradient -> row(table, layer.layer(), "gradient of " + tensor.role(), gradient)));
        }
        return table;
    }

    private static void row(TextTable table, String layer, String quantity, Extreme extreme) {
        table.row(
                layer,
                quantity,
                number(extreme.value()),
                String.valueOf(extreme.row() + 1),
                String.valueOf(extreme.column() + 1),
                extreme.isFinite()
                        ? "yes"
                        : "no: " + ReadableNumbers.count(extreme.notFinite())
                                + (extreme.notFinite() == 1 ? " is not" : " are not"));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? UserText.number(rounded(value)) : "" + value;
    }

    /** Three digits tell how far a number has come. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }

    /** A row a step, a column a layer. */
    private static TextTable growth(List<LastSteps.Row> rows) {
        Map<Long, List<LastSteps.Row>> steps = rows.stream()
                .collect(Collectors.groupingBy(LastSteps.Row::step, LinkedHashMap::new, Collectors.toList()));
        List<String> headings = new ArrayList<>(List.of(">step"));
        rows.stream().map(row -> ">" + row.layer()).distinct().forEach(headings::add);
        headings.add(">loss");
        TextTable table = new TextTable(headings.toArray(String[]::new));
        steps.forEach((step, layers) -> {
            List<String> cells = new ArrayList<>(List.of(String.valueOf(step)));
            layers.forEach(row -> cells.add(number(row.greatestZ())));
            cells.add(number(layers.get(0).loss()));
            table.row(cells.toArray(String[]::new));
        });
        return table;
    }
}
