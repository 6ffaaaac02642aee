package dnn.run.saved;

import dnn.api.data.Scale;
import dnn.api.data.Unseen;
import dnn.api.dataset.Scaling;
import dnn.config.diagnostic.UserText;
import dnn.data.column.CellReading;
import dnn.data.encoding.FittedColumn;
import dnn.data.encoding.FittedTarget;
import dnn.data.encoding.Preprocessor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what no fitting leaves behind in what was fitted: names that are missing or there twice, numbers that are not
 * finite, units without extent, fillers that are no category. Whatever a file says was read into the records; nothing
 * in them can be relied on before.
 */
final class FittedCheck implements FittedColumn.Visitor<List<String>>, FittedTarget.Visitor<List<String>> {
    /** X of more rows is not one of a network. */
    private static final long MOST_INPUTS = 10_000_000;

    private final List<String> problems = new ArrayList<>();
    private String name = "";

    private FittedCheck() {}

    /** The first problem, in words. */
    static Optional<String> problem(Preprocessor fitted) {
        FittedCheck check = new FittedCheck();
        check.names(fitted);
        if (check.problems.isEmpty()) {
            check.format(fitted);
            for (FittedColumn column : fitted.columns()) {
                check.name = column.name();
                column.accept(check);
            }
            check.name = String.join(", ", fitted.target().names());
            fitted.target().accept(check);
        }
        return check.problems.stream().findFirst();
    }

    private void names(Preprocessor fitted) {
        List<@Nullable String> all = new ArrayList<>();
        fitted.columns().forEach(column -> all.add(column.name()));
        if (fitted.target() == null) {
            problems.add("no target");
            return;
        }
        if (fitted.target() instanceof FittedTarget.Classes classes) {
            all.add(classes.name());
        } else {
            all.addAll(fitted.target().names());
        }
        if (all.stream().anyMatch(Objects::isNull)) {
            problems.add("a column without a name");
        }
        if (new HashSet<>(all).size() != all.size()) {
            problems.add("the same column twice");
        }
        long inputs = fitted.columns().stream().mapToLong(FittedColumn::width).sum();
        if (inputs < 1 || inputs > MOST_INPUTS) {
            problems.add(UserText.count(inputs, "input"));
        }
        if (all.size() == fitted.columns().size()) {
            problems.add("no target");
        }
    }

    private void format(Preprocessor fitted) {
        if (isAbsent(fitted.format())) {
            problems.add("no format of tables");
        }
    }

    private static boolean isAbsent(@Nullable Object value) {
        return value == null;
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            problems.add(otherwise + " for " + UserText.quote(name));
        }
    }

    @Override
    public List<String> numeric(FittedColumn.Numeric column) {
        CellReading reading = column.reading();
        expect(!isAbsent(reading) && !isAbsent(reading.type()), "no way of reading cells");
        scaling(column.scaling());
        column.bounds()
                .ifPresent(bounds -> expect(
                        Double.isFinite(bounds.low())
                                && Double.isFinite(bounds.high())
                                && bounds.low() <= bounds.high(),
                        "the bounds " + bounds.low() + " to " + bounds.high()));
        column.imputed().ifPresent(number -> expect(Double.isFinite(number), "the filler " + number));
        column.standIn().ifPresent(number -> expect(Double.isFinite(number), "the filler " + number));
        return problems;
    }

    private void scaling(Scaling scaling) {
        if (isAbsent(scaling) || isAbsent(scaling.scale())) {
            expect(false, "no units");
            return;
        }
        expect(Double.isFinite(scaling.offset()), "the offset " + scaling.offset());
        boolean extent = Double.isFinite(scaling.divisor()) && scaling.divisor() != 0;
        expect(extent, "the divisor " + scaling.divisor());
        boolean plain = scaling.offset() == 0 && scaling.divisor() == 1;
        expect(scaling.scale() != Scale.NONE || plain, "units of numbers that stay as they are");
    }

    @Override
    public List<String> categorical(FittedColumn.Categorical column) {
        labels(column.categories(), 1);
        expect(!isAbsent(column.unseen()), "no treatment of unseen categories");
        Set<String> known = new HashSet<>(column.categories());
        column.imputed().ifPresent(text -> expect(known.contains(text), "the filler " + UserText.quote(text)));
        column.standIn().ifPresent(text -> expect(known.contains(text), "the filler " + UserText.quote(text)));
        expect(
                column.unseen() != Unseen.MOST_FREQUENT
                        || column.substitute().filter(known::contains).isPresent(),
                "no substitute of unseen categories");
        return problems;
    }

    private void labels(List<String> labels, int least) {
        expect(labels.size() >= least, UserText.count(labels.size(), "value"));
        expect(new HashSet<>(labels).size() == labels.size(), "a value twice");
    }

    @Override
    public List<String> classes(FittedTarget.Classes target) {
        labels(target.labels(), 1);
        expect(
                !target.binary() || target.labels().size() == 2,
                UserText.count(target.labels().size(), "class"));
        return problems;
    }

    @Override
    public List<String> numbers(FittedTarget.Numbers target) {
        target.columns().forEach(column -> scaling(column.scaling()));
        return problems;
    }

    @Override
    public List<String> labels(FittedTarget.Labels target) {
        target.columns().forEach(column -> {
            labels(column.labels(), 2);
            expect(column.labels().size() == 2, "other than two values");
        });
        return problems;
    }
}
