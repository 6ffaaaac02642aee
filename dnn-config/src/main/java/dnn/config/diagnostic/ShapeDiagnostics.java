package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.count;
import static dnn.config.diagnostic.UserText.list;
import static dnn.config.diagnostic.UserText.quote;

import dnn.api.path.KeyPaths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The S family: dimensions that do not fit. */
public final class ShapeDiagnostics {
    private static final String CONVENTION =
            "W[l] has one row per neuron of layer l and one column per neuron of layer l−1 (12)";
    private static final int FEW = 12;

    private ShapeDiagnostics() {}

    /**
     * A parameter with explicit values, and what it must fit.
     *
     * @param path of the values
     * @param layer l
     * @param rows n_l
     * @param columns n_{l−1}; −1 where not known
     * @param rowsPath where n_l is declared
     * @param columnsPath where n_{l−1} is declared
     */
    public record Expected(String path, int layer, int rows, int columns, String rowsPath, String columnsPath) {
        private String needed() {
            return "(" + dimension(rows) + ", " + dimension(columns) + ")";
        }

        private List<Related> both() {
            List<Related> related = new ArrayList<>();
            if (columns >= 0) {
                related.add(Related.at(columnsPath, "n_" + (layer - 1) + " = " + columns));
            }
            related.add(Related.at(rowsPath, "n_" + layer + " = " + rows));
            return related;
        }

        private String needing() {
            return layer == 1 ? "layer 1 and the inputs need " : "layers " + (layer - 1) + " and " + layer + " need ";
        }
    }

    private static String dimension(int size) {
        return size < 0 ? "?" : String.valueOf(size);
    }

    /** S101. */
    public static Diagnostic weightsShape(Expected expected, int rows, int columns) {
        boolean rowsFit = rows == expected.rows;
        boolean columnsFit = expected.columns < 0 || columns == expected.columns;
        String label;
        String help;
        if (rowsFit) {
            label = count(columns, "column") + ", must equal n_" + (expected.layer - 1) + " = " + expected.columns;
            help = "give every row " + count(expected.columns, "number")
                    + (expected.layer > 1 ? ", or set `units: " + columns + "` in layer " + (expected.layer - 1) : "");
        } else if (columnsFit) {
            label = count(rows, "row") + ", must equal n_" + expected.layer + " = " + expected.rows;
            help = "give " + count(expected.rows, "row") + ", or set `units: " + rows + "` in layer " + expected.layer;
        } else {
            label = "must be " + expected.needed();
            help = "give " + count(expected.rows, "row") + " of " + count(expected.columns, "number");
        }
        return Diagnostic.error(
                        "S101",
                        expected.path,
                        "W[" + expected.layer + "] has shape (" + rows + ", " + columns + "), but " + expected.needing()
                                + expected.needed())
                .label(label)
                .withRelated(expected.both())
                .note(CONVENTION)
                .help(help);
    }

    /** S101 for weights written as a flat list. */
    public static Diagnostic weightsFlat(Expected expected, int numbers, Optional<Fix> fix) {
        return Diagnostic.error(
                        "S101",
                        expected.path,
                        "W[" + expected.layer + "] is a flat list of " + count(numbers, "number") + ", but "
                                + expected.needing() + expected.needed())
                .label("a list of rows is expected")
                .withRelated(expected.both())
                .note(CONVENTION)
                .help("write a list of " + count(expected.rows, "row") + ": `[[…], …]`")
                .fix(fix);
    }

    /** S102. */
    public static Diagnostic weightsTransposed(Expected expected, Optional<Fix> fix) {
        return Diagnostic.error(
                        "S102",
                        expected.path,
                        "W[" + expected.layer + "] is transposed: it has shape (" + expected.columns + ", "
                                + expected.rows + "), but " + expected.needing() + expected.needed())
                .label("rows and columns are exchanged")
                .withRelated(expected.both())
                .note(CONVENTION)
                .help("exchange rows and columns")
                .fix(fix);
    }

    /** S103. */
    public static Diagnostic biasesShape(Expected expected, String found, Optional<Fix> fix) {
        return Diagnostic.error(
                        "S103",
                        expected.path,
                        "b[" + expected.layer + "] has " + found + ", but layer " + expected.layer + " needs ("
                                + expected.rows + ", 1)")
                .label("must be " + count(expected.rows, "number") + ", one per neuron")
                .related(Related.at(expected.rowsPath, "n_" + expected.layer + " = " + expected.rows))
                .note("b[l] is a column with one number per neuron of layer l (13)")
                .help("write a list of " + count(expected.rows, "number"))
                .fix(fix);
    }

    /** S104. */
    public static Diagnostic inputs(
            String path,
            int declared,
            int found,
            String dataPath,
            List<String> features,
            Optional<String> drop,
            Optional<Fix> fix) {
        String columns = features.isEmpty() ? "" : ": " + list(features, FEW);
        Diagnostic finding = Diagnostic.error(
                        "S104",
                        path,
                        "`inputs` is " + declared + ", but the data gives " + count(found, "number") + " an item")
                .label("n_0 is declared here")
                .related(Related.at(dataPath, count(found, "feature") + " after encoding" + columns))
                .note("n_0 is the number of features of an item (11)")
                .fix(fix);
        return drop.map(column -> finding.help("write `inputs: " + found + "`, or leave a column out: `exclude: ["
                        + UserText.flow(column) + "]`"))
                .orElse(finding.help("write `inputs: " + found + "`"));
    }

    /**
     * S107 for classes.
     *
     * @param measured whether the classes are numbers that may as well be measurements
     */
    public static Diagnostic outputs(
            String path, int outputs, int needed, String loss, List<String> classes, int count, boolean measured) {
        String found = classes.isEmpty() ? "" : ": " + list(classes, FEW);
        return Diagnostic.error(
                        "S107",
                        path,
                        "the network has " + count(outputs, "output") + ", but " + loss + " needs " + needed
                                + (count > 0 ? " for " + count + " classes" : " for a numeric target"))
                .label("n_L = " + outputs)
                .related(Related.at(KeyPaths.TRAINING_LOSS, loss + " needs " + count(needed, "output")))
                .note(
                        count > 0
                                ? "the target has " + count + " classes" + found
                                : "the target is one column of numbers")
                .help("write `units: " + needed + "` in the last layer"
                        + (measured
                                ? "; if the target is measured, `loss: mean_squared_error` and `units: 1` without an"
                                        + " activation"
                                : ""));
    }

    /** S108. */
    public static Diagnostic ragged(String path, String rowPath, int row, int length, int first) {
        return Diagnostic.error(
                        "S108",
                        rowPath,
                        "row " + row + " has " + count(length, "number") + ", the first row has " + first)
                .label(count(length, "number"))
                .related(Related.at(path + "[0]", count(first, "number")))
                .note("a matrix has rows of one length")
                .help("give every row as many numbers");
    }

    /** S109. */
    public static Diagnostic noSuchLayer(String path, String name, Collection<String> layers, Optional<Fix> fix) {
        Diagnostic finding = Diagnostic.error("S109", path, "there is no layer " + quote(name) + " to initialize")
                .help("the layers with weights: " + list(layers, FEW))
                .fix(fix);
        return Similar.to(name, layers)
                .map(near -> finding.label("a layer with a similar name: " + quote(near)))
                .orElse(finding);
    }

    /** S109 for a layer without parameters. */
    public static Diagnostic nothingToInitialize(
            String path, String name, String layerPath, Collection<String> layers) {
        return Diagnostic.error("S109", path, "the layer " + quote(name) + " has no weights to initialize")
                .related(Related.at(layerPath, "this layer"))
                .help("the layers with weights: " + list(layers, FEW));
    }

    /** S110. */
    public static Diagnostic asserted(
            String path, String layer, String declared, String found, String originPath, int from, Optional<Fix> fix) {
        return Diagnostic.error(
                        "S110",
                        path,
                        "layer " + quote(layer) + " asserts " + declared + " inputs, but " + found + " reach it")
                .label("asserts " + declared)
                .related(Related.at(originPath, "n_" + from + " = " + found))
                .help("write " + found + ", or change the layer before")
                .fix(fix);
    }

    /** S111. */
    public static Diagnostic storedWeights(
            String path, String file, String tensor, List<Integer> stored, List<Integer> needed) {
        return Diagnostic.error(
                        "S111",
                        path,
                        "the tensor " + quote(tensor) + " in " + quote(file) + " has shape " + shape(stored)
                                + ", but the architecture needs " + shape(needed))
                .note("weights can only be used with the architecture they were trained in")
                .help("use the experiment that is stored beside the weights");
    }

    private static String shape(List<Integer> sizes) {
        return sizes.isEmpty()
                ? "nothing"
                : "(" + String.join(", ", sizes.stream().map(String::valueOf).toList()) + ")";
    }
}
