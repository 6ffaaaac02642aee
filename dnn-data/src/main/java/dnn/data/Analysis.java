package dnn.data;

import dnn.api.Data;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.dataset.Dataset;
import dnn.api.grammar.Names;
import dnn.api.loss.TargetKind;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProfile;
import dnn.api.profile.TargetProfile;
import dnn.api.random.RandomStreams;
import dnn.data.points.PointSets;
import dnn.data.split.SplitRows;
import dnn.data.split.Splitter;
import dnn.data.table.CodedColumn;
import dnn.data.table.Column;
import dnn.data.table.DataTable;
import dnn.data.table.TableReader;
import dnn.data.table.TableReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** From a declaration to a table, its split and what is fitted on it: the one way that profiles and training data both come from. */
final class Analysis {
    private final Data data;
    private final TargetKind kind;
    private final long seed;
    private final List<DataProblem> problems = new ArrayList<>();

    private String source = "";
    private Optional<DataTable> table = Optional.empty();
    private Optional<Selection> selection = Optional.empty();
    private Optional<SplitRows> split = Optional.empty();
    private List<FittedColumn> fitted = List.of();

    private Analysis(Data data, TargetKind kind, long seed) {
        this.data = data;
        this.kind = kind;
        this.seed = seed;
    }

    /** Reads or makes the data and finds out everything about it. */
    static Analysis of(Data data, TargetKind kind, long seed, Path directory) {
        Analysis analysis = new Analysis(data, kind, seed);
        analysis.readTable(directory);
        analysis.table.ifPresent(analysis::analyse);
        return analysis;
    }

    private void readTable(Path directory) {
        if (data.source() instanceof Table declared) {
            source = declared.source();
            TableReading reading = new TableReader("data.source", Selection.textColumns(data, kind))
                    .read(directory, declared.source());
            reading.problem().ifPresent(problems::add);
            table = reading.table();
        } else {
            source = Names.of(data.source().getClass());
            table = PointSets.make(data.source(), seed);
        }
        table.ifPresent(found -> source = found.source());
    }

    private void analyse(DataTable found) {
        Selection selected = Selection.of(data, found);
        selection = Optional.of(selected);
        problems.addAll(selected.problems());
        selected.target().ifPresent(this::checkTarget);
        split = draw(found.items(), selected.target());
        int[] training = split.map(SplitRows::train)
                .orElseGet(() -> IntStream.range(0, found.items()).toArray());
        Fitting fitting = new Fitting(data.preprocessing(), data.source().defaultScale(), training);
        fitted = selected.features().stream()
                .map(feature -> fitting.fit(feature.column(), feature.place()))
                .toList();
        problems.addAll(fitting.problems());
    }

    private void checkTarget(Column target) {
        CellProblems cells = new CellProblems("data.target").missing(target);
        problems.addAll((kind == TargetKind.CLASSES ? cells : cells.notFinite(target)).found());
    }

    /** Empty where the shares are none: saying so is for whoever checks the declaration. */
    private Optional<SplitRows> draw(int items, Optional<Column> target) {
        Split shares = data.split();
        double[] all = {shares.train(), shares.validation(), shares.test()};
        if (DoubleStream.of(all).anyMatch(share -> !(share >= 0 && share <= Double.MAX_VALUE))
                || DoubleStream.of(all).sum() == 0) {
            return Optional.empty();
        }
        int[] strata = new int[items];
        int count = 1;
        if (kind == TargetKind.CLASSES && target.isPresent()) {
            CodedColumn classes = target.get().coded();
            List<String> labels = Labels.sorted(classes.texts());
            int[] places = Labels.indices(labels, classes.texts());
            // Items without a class form a stratum of their own.
            count = labels.size() + 1;
            for (int item = 0; item < items; item++) {
                strata[item] = classes.isMissing(item) ? labels.size() : places[classes.code(item)];
            }
        }
        SplitRows rows = Splitter.draw(shares, strata, count, new RandomStreams(seed).stream("split"));
        checkSize("train", shares.train(), rows.train(), items);
        checkSize("validation", shares.validation(), rows.validation(), items);
        checkSize("test", shares.test(), rows.test(), items);
        return Optional.of(rows);
    }

    private void checkSize(String name, double share, int[] rows, int items) {
        if (share > 0 && rows.length == 0) {
            problems.add(new DataProblem.TooFewItems("data.split." + name, name, items));
        }
    }

    /** What a check may know. */
    DataProfile profile() {
        if (table.isEmpty() || selection.isEmpty()) {
            return new DataProfile(
                    source, 0, List.of(), List.of(), OptionalInt.empty(), Optional.empty(), Optional.empty(), problems);
        }
        List<Selection.Feature> features = selection.get().features();
        List<ColumnProfile> columns = table.get().columns().stream()
                .map(column -> ColumnProfiles.of(column, width(column)))
                .toList();
        return new DataProfile(
                source,
                table.get().items(),
                columns,
                features.stream().map(feature -> feature.column().name()).toList(),
                selection.get().complete()
                        ? OptionalInt.of(
                                fitted.stream().mapToInt(FittedColumn::width).sum())
                        : OptionalInt.empty(),
                selection.get().target().map(this::targetProfile),
                split.map(rows -> sizes(rows, selection.get())),
                problems);
    }

    private static DataProfile.SplitSizes sizes(SplitRows rows, Selection selected) {
        List<Column> columns = new ArrayList<>();
        selected.features().forEach(feature -> columns.add(feature.column()));
        selected.target().ifPresent(columns::add);
        int repeated = RepeatedItems.count(rows, columns);
        DataProfile.SplitSizes sizes = rows.sizes();
        return new DataProfile.SplitSizes(sizes.train(), sizes.validation(), sizes.test(), repeated);
    }

    private int width(Column column) {
        return fitted.stream()
                .filter(feature -> feature.name().equals(column.name()))
                .findFirst()
                .map(FittedColumn::width)
                .orElse(0);
    }

    private TargetProfile targetProfile(Column target) {
        if (kind == TargetKind.CLASSES) {
            CodedColumn classes = target.coded();
            return new TargetProfile(
                    target.name(), ColumnProfiles.counts(classes), Double.NaN, Double.NaN, isSorted(classes));
        }
        ColumnProfile numbers = ColumnProfiles.of(target, 0);
        return new TargetProfile(target.name(), List.of(), numbers.minimum(), numbers.maximum());
    }

    /** Whether a new class begins as often as there are further classes, and no more. */
    private static boolean isSorted(CodedColumn classes) {
        int changes = 0;
        for (int item = 1; item < classes.items(); item++) {
            changes += classes.code(item) != classes.code(item - 1) ? 1 : 0;
        }
        int distinct = classes.texts().size();
        return distinct > 1 && changes == distinct - 1 && classes.items() > distinct;
    }

    /**
     * Everything training needs.
     *
     * @param binary whether classes become one row of 0 and 1
     * @throws DataException if there are problems
     */
    PreparedData prepare(boolean binary) {
        DataProfile profile = profile();
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
        SplitRows rows = split.orElseThrow(
                () -> new DataException("the declaration of the data or its split asks for no items at all"));
        Column target = selection.orElseThrow().target().orElseThrow();
        FittedTarget fittedTarget = kind == TargetKind.CLASSES
                ? new FittedTarget.Classes(
                        target.name(), Labels.sorted(target.coded().texts()), binary)
                : new FittedTarget.Numbers(target.name());
        if (fittedTarget instanceof FittedTarget.Classes classes
                && binary
                && classes.labels().size() != 2) {
            throw new DataException("a binary loss needs a target of two classes; `" + target.name() + "` has "
                    + classes.labels().size());
        }
        return new PreparedData(
                profile,
                new Preprocessor(fitted, fittedTarget),
                dataset(fittedTarget, target, rows.train()),
                dataset(fittedTarget, target, rows.validation()),
                dataset(fittedTarget, target, rows.test()));
    }

    private Dataset dataset(FittedTarget fittedTarget, Column target, int[] rows) {
        List<Column> columns = selection.orElseThrow().features().stream()
                .map(Selection.Feature::column)
                .toList();
        return new Dataset(Encoding.features(fitted, columns, rows), Encoding.targets(fittedTarget, target, rows));
    }
}
