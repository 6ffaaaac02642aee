package dnn.config.yaml;

import dnn.api.initializer.Numbers;
import dnn.api.path.ValuePath;
import dnn.config.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a row of numbers, or a matrix row by row. */
final class NumberRows {
    private final ScalarReader scalars;
    private final Map<String, Span> values;

    NumberRows(ScalarReader scalars, Map<String, Span> values) {
        this.scalars = scalars;
        this.values = values;
    }

    /** The numbers; null where one of them could not be read, and said so. */
    @Nullable
    Object numbers(YamlNode node, String path) {
        if (!(node instanceof SequenceNode sequence)) {
            return scalars.wrongType(node, path, "a list of numbers, or a list of rows of numbers");
        }
        boolean nested = !sequence.items().isEmpty() && sequence.items().get(0) instanceof SequenceNode;
        List<List<Double>> rows = new ArrayList<>();
        boolean readable = sequence.complete();
        if (!nested) {
            List<Double> row = row(sequence, path);
            return row == null || !readable ? null : new Numbers(List.of(row), false);
        }
        for (YamlNode item : sequence.items()) {
            String rowPath = ValuePath.element(path, rows.size());
            values.put(rowPath, item.span());
            if (item instanceof SequenceNode rowNode) {
                List<Double> row = row(rowNode, rowPath);
                readable &= row != null;
                rows.add(row == null ? List.of() : row);
            } else {
                scalars.wrongType(item, rowPath, "a row of numbers like the rows before it");
                readable = false;
                rows.add(List.of());
            }
        }
        return readable ? new Numbers(rows, true) : null;
    }

    private @Nullable List<Double> row(SequenceNode row, String path) {
        List<Double> numbers = new ArrayList<>();
        boolean readable = row.complete();
        for (int i = 0; i < row.items().size(); i++) {
            Double number = scalars.number(row.items().get(i), ValuePath.element(path, i));
            readable &= number != null;
            numbers.add(number == null ? Double.valueOf(0) : number);
        }
        return readable ? numbers : null;
    }
}
