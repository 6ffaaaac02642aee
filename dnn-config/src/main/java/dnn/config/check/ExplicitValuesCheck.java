package dnn.config.check;

import dnn.api.initializer.Explicit;
import dnn.api.initializer.Numbers;
import dnn.api.path.ValuePath;
import dnn.api.shape.TensorSpec;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.ShapeDiagnostics;
import dnn.config.diagnostic.UserText;
import dnn.config.diagnostic.ValueDiagnostics;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Written-out weights and biases against the layers they belong to: S101, S102, S103, S108, and Y011 for numbers that
 * are none.
 */
final class ExplicitValuesCheck implements Check {
    private static final int LONGEST_FIX = 10_000;

    @Override
    public void check(Subject subject) {
        Set<String> judged = new HashSet<>();
        for (CheckedNetwork.Layer layer : subject.network().weighted()) {
            for (TensorSpec tensor : layer.planned().tensors()) {
                boolean weights = tensor.start() == TensorSpec.Start.Rule.WEIGHTS;
                Optional<CheckedNetwork.Start> start = tensor.start() instanceof TensorSpec.Start.Rule rule
                        ? subject.network().startOf(layer, rule)
                        : Optional.empty();
                if (start.isPresent() && start.get().initializer() instanceof Explicit explicit) {
                    String path = ValuePath.child(start.get().path(), "values");
                    boolean whole = !judged.add(path) || isWhole(subject, path, explicit.values());
                    if (whole && weights) {
                        weights(subject, expected(subject, layer, tensor, path), explicit.values());
                    } else if (whole) {
                        biases(subject, expected(subject, layer, tensor, path), explicit.values());
                    }
                }
            }
        }
    }

    private static ShapeDiagnostics.Expected expected(
            Subject subject, CheckedNetwork.Layer layer, TensorSpec tensor, String path) {
        return new ShapeDiagnostics.Expected(
                path,
                layer.number(),
                tensor.rows(),
                tensor.columns(),
                layer.sizePath(),
                subject.network().inputPath(layer));
    }

    /** Tells whether the numbers are finite and their rows of one length; if not, it is reported. */
    private static boolean isWhole(Subject subject, String path, Numbers numbers) {
        for (List<Double> row : numbers.rows()) {
            for (double value : row) {
                if (!Double.isFinite(value)) {
                    subject.report(ValueDiagnostics.notFinite(path, value));
                    subject.lose(path);
                    return false;
                }
            }
        }
        for (int i = 1; i < numbers.rows().size(); i++) {
            int first = numbers.rows().get(0).size();
            int length = numbers.rows().get(i).size();
            if (length != first) {
                subject.report(ShapeDiagnostics.ragged(path, ValuePath.element(path, i), i + 1, length, first));
                subject.lose(path);
                return false;
            }
        }
        return true;
    }

    private static void weights(Subject subject, ShapeDiagnostics.Expected expected, Numbers numbers) {
        int rows = numbers.rows().size();
        int columns = rows == 0 ? 0 : numbers.rows().get(0).size();
        if (!numbers.nested()) {
            boolean oneRow = expected.rows() == 1 && columns == expected.columns();
            subject.report(ShapeDiagnostics.weightsFlat(
                    expected, columns, oneRow ? replace(subject, expected.path(), numbers.rows()) : Optional.empty()));
        } else if (rows == expected.rows() && (columns == expected.columns() || expected.columns() < 0)) {
            return;
        } else if (rows == expected.columns() && columns == expected.rows()) {
            subject.report(ShapeDiagnostics.weightsTransposed(
                    expected, replace(subject, expected.path(), transposed(numbers.rows()))));
        } else {
            subject.report(ShapeDiagnostics.weightsShape(expected, rows, columns));
        }
        subject.lose(expected.path());
    }

    private static void biases(Subject subject, ShapeDiagnostics.Expected expected, Numbers numbers) {
        int rows = numbers.rows().size();
        int columns = rows == 0 ? 0 : numbers.rows().get(0).size();
        boolean fits = numbers.nested() ? rows == expected.rows() && columns == 1 : columns == expected.rows();
        if (fits) {
            return;
        }
        String found = numbers.nested() ? "shape (" + rows + ", " + columns + ")" : UserText.count(columns, "number");
        boolean isRow = numbers.nested() && rows == 1 && columns == expected.rows();
        Optional<Fix> fix =
                isRow ? subject.replace(expected.path(), row(numbers.rows().get(0))) : Optional.empty();
        subject.report(ShapeDiagnostics.biasesShape(expected, found, fix));
        subject.lose(expected.path());
    }

    private static Optional<Fix> replace(Subject subject, String path, List<List<Double>> rows) {
        String text = rows.stream().map(ExplicitValuesCheck::row).collect(Collectors.joining(", ", "[", "]"));
        return text.length() > LONGEST_FIX ? Optional.empty() : subject.replace(path, text);
    }

    private static String row(List<Double> row) {
        return row.stream().map(UserText::number).collect(Collectors.joining(", ", "[", "]"));
    }

    private static List<List<Double>> transposed(List<List<Double>> rows) {
        return java.util.stream.IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream().map(row -> row.get(column)).toList())
                .toList();
    }
}
