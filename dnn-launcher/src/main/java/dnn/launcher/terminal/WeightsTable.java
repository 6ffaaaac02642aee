package dnn.launcher.terminal;

import dnn.config.render.Wrapping;
import dnn.engine.network.ParameterTensor;
import dnn.run.outline.Corner;
import dnn.run.outline.LayerNumbers;
import dnn.run.outline.Spread;
import dnn.run.text.ReadableNumbers;
import dnn.run.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The numbers of a layer as a table: a row a unit, a column an input, rounded so that equal rows look equal. */
public final class WeightsTable {
    private static final String MORE = "…";

    /** More units than this are not enumerated. */
    private static final int FEW = 8;

    private WeightsTable() {}

    /** The table of one layer under a heading, and what strikes the eye, for a terminal of this width; 0 for none. */
    public static String render(LayerNumbers layer, int width) {
        Corner corner = Corner.of(layer);
        List<String> lines = new ArrayList<>();
        lines.add(heading(layer, corner));
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(Wrapping.of(line, width)).append('\n'));
        text.append(table(layer, corner).render(width));
        remarks(layer).forEach(line -> text.append(Wrapping.of(line, width)).append('\n'));
        return text.toString();
    }

    private static String heading(LayerNumbers layer, Corner corner) {
        String symbols = layer.tensors().stream().map(layer::symbol).collect(Collectors.joining(", "));
        String rows = "a row for each unit"
                + (corner.rows() < layer.units()
                        ? ", the first " + corner.rows() + " of " + ReadableNumbers.count(layer.units())
                        : "");
        if (layer.weights().isEmpty()) {
            return symbols + " of `" + layer.name() + "`: " + rows;
        }
        int inputs = layer.inputs().size();
        String columns = layer.readsInputs() ? "input" : "unit of the layer before";
        return symbols + " of `" + layer.name() + "`: " + rows + ", a column for each " + columns
                + (corner.columns() < inputs
                        ? ", the first " + corner.columns() + " of " + ReadableNumbers.count(inputs)
                        : "");
    }

    private static TextTable table(LayerNumbers layer, Corner corner) {
        List<String> headings = new ArrayList<>(List.of(">unit"));
        layer.inputs().stream().limit(corner.columns()).forEach(input -> headings.add(">" + input));
        boolean cut =
                layer.weights().isPresent() && corner.columns() < layer.inputs().size();
        if (cut) {
            headings.add(MORE);
        }
        layer.vectors().forEach(vector -> headings.add(">" + layer.symbol(vector)));
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (int unit = 0; unit < corner.rows(); unit++) {
            List<String> cells = new ArrayList<>(List.of(String.valueOf(unit + 1)));
            for (int column = 0; column < corner.columns(); column++) {
                cells.add(number(layer.weights().orElseThrow(), unit, column));
            }
            if (cut) {
                cells.add(MORE);
            }
            for (ParameterTensor vector : layer.vectors()) {
                cells.add(number(vector, unit, 0));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static String number(ParameterTensor tensor, int unit, int column) {
        return ReadableNumbers.figure(tensor.values()[unit * tensor.columns() + column]);
    }

    private static List<String> remarks(LayerNumbers layer) {
        List<String> remarks = new ArrayList<>();
        for (ParameterTensor tensor : layer.tensors()) {
            if (tensor.values().length > 1) {
                Spread spread = Spread.of(tensor.values());
                remarks.add(layer.symbol(tensor) + ": " + ReadableNumbers.figure(spread.least()) + " to "
                        + ReadableNumbers.figure(spread.greatest()) + ", mean "
                        + ReadableNumbers.figure(spread.mean()) + ", standard deviation "
                        + ReadableNumbers.figure(spread.deviation()));
            }
        }
        layer.equalUnits().stream().limit(FEW).forEach(units -> remarks.add(equal(layer, units)));
        if (layer.dead().orElse(0) > 0) {
            remarks.add(layer.dead().getAsInt() + " of the " + ReadableNumbers.counted(layer.units(), "unit")
                    + (layer.dead().getAsInt() == 1 ? " is" : " are")
                    + " dead: 0 for every item of the training split");
        }
        return remarks;
    }

    private static String equal(LayerNumbers layer, List<Integer> units) {
        String symbols = layer.tensors().stream().map(layer::symbol).collect(Collectors.joining(" and "));
        if (units.size() == layer.units()) {
            return "all " + ReadableNumbers.count(units.size()) + " rows of " + symbols
                    + " are the same: the layer is worth one unit";
        }
        String named =
                units.stream().limit(FEW).map(unit -> String.valueOf(unit + 1)).collect(Collectors.joining(", "));
        int more = units.size() - FEW;
        return "rows " + named + (more > 0 ? " and " + more + " more" : "") + " of " + symbols
                + " are the same: these units are worth one";
    }
}
