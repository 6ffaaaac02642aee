package dnn.config.check;

import dnn.api.data.NumericPreprocessing;
import dnn.api.data.Preprocessing;
import dnn.api.data.Scale;
import dnn.api.data.Table;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProfile;
import dnn.config.diagnostic.DataDiagnostics;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.FormatDiagnostics;
import dnn.config.diagnostic.TableDiagnostics;
import dnn.config.diagnostic.UserText;
import dnn.config.diagnostic.YamlDiagnostics;
import dnn.config.word.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks the profile of the data: problems of reading it, and columns that do harm (the D family). */
final class DataCheck implements Check {
    /** More classes without anything to learn from have one cause. */
    private static final int FEW_CLASSES = 3;

    private static final double SCALE_RATIO = 1000;

    /** Chance explains repeated rows unless there are so many times as many. */
    private static final int MANY_TIMES = 2;

    @Override
    public void check(Subject subject) {
        noTarget(subject);
        targetAmongFeatures(subject);
        if (subject.profile().isPresent()) {
            DataProfile profile = subject.profile().get();
            ColumnsToLeaveOut out = new ColumnsToLeaveOut(subject, profile);
            Collection<String> missing = CellsToFill.missing(subject, profile);
            List<DataProblem.ClassNotTrained> untrained = untrained(profile);
            boolean many = untrained.size() > FEW_CLASSES;
            if (many) {
                subject.report(TableDiagnostics.classesNotTrained(
                        untrained.get(0).path(),
                        untrained.stream()
                                .map(DataProblem.ClassNotTrained::label)
                                .toList()));
            }
            profile.problems().stream()
                    .filter(problem -> !isSaidByLoss(subject, problem))
                    .filter(problem -> !(many && problem instanceof DataProblem.ClassNotTrained))
                    .forEach(problem -> subject.report(placed(subject, problem, advised(subject, out, missing, problem))
                            .fix(fix(subject, problem))));
            if (subject.isUsable(KeyPaths.DATA_PREPROCESSING)) {
                useless(subject, profile, out);
                columns(subject, profile);
            }
            repeated(subject, profile);
            profile.encodings()
                    .forEach((file, encoding) ->
                            subject.report(FormatDiagnostics.foundEncoding(KeyPaths.DATA_SOURCE, file, encoding)));
        }
    }

    private static List<DataProblem.ClassNotTrained> untrained(DataProfile profile) {
        return profile.problems().stream()
                .filter(DataProblem.ClassNotTrained.class::isInstance)
                .map(DataProblem.ClassNotTrained.class::cast)
                .toList();
    }

    private static void noTarget(Subject subject) {
        if (subject.isUsable(KeyPaths.DATA)
                && table(subject).filter(table -> table.targetNames().isEmpty()).isPresent()) {
            subject.report(YamlDiagnostics.missingKey(KeyPaths.DATA, "target", List.of())
                    .at(subject.keySpanOf(KeyPaths.DATA)));
        }
    }

    private static Optional<Table> table(Subject subject) {
        return subject.experiment().data().source().table();
    }

    private static void targetAmongFeatures(Subject subject) {
        Optional<List<String>> features = table(subject).flatMap(Table::features);
        if (features.isPresent()
                && subject.isUsable(KeyPaths.DATA_FEATURES)
                && subject.isUsable(KeyPaths.DATA_TARGET)) {
            for (String target : table(subject).orElseThrow().targetNames()) {
                int index = features.get().indexOf(target);
                if (index >= 0) {
                    subject.report(
                            DataDiagnostics.targetIsFeature(ValuePath.element(KeyPaths.DATA_FEATURES, index), target));
                }
            }
        }
    }

    /** One class is no use to a loss for two, which has words of its own for that. */
    private static boolean isSaidByLoss(Subject subject, DataProblem problem) {
        return problem instanceof DataProblem.ConstantTarget
                && subject.isUsable(KeyPaths.TRAINING_LOSS)
                && subject.experiment().training().loss().isBinary();
    }

    private static Diagnostic advised(
            Subject subject, ColumnsToLeaveOut out, Collection<String> missing, DataProblem problem) {
        Diagnostic finding = DataProblems.diagnostic(problem);
        if (problem instanceof DataProblem.AllMissing empty) {
            return finding.help(out.advice(List.of(empty.column())));
        } else if (problem instanceof DataProblem.TextColumn text) {
            return finding.help(TableDiagnostics.leaveOut(text.column(), out.advice(List.of(text.column()))));
        } else if (problem instanceof DataProblem.MixedFormats mixed
                && !mixed.path().startsWith(KeyPaths.DATA_TARGET)) {
            return finding.help(FormatDiagnostics.oneWay(mixed.column(), out.advice(List.of(mixed.column()))));
        } else if (problem instanceof DataProblem.BadCells cells && isText(cells, out.items())) {
            return finding.help(DataDiagnostics.texts(cells.column()));
        } else if (problem instanceof DataProblem.BadCells cells && DataDiagnostics.mayCountAsMissing(cells)) {
            return DataDiagnostics.badCells(cells, missing, CellsToFill.filled(subject, cells));
        }
        return finding;
    }

    /** Tells whether the column to predict as numbers is one of texts: more of its cells are than are not. */
    private static boolean isText(DataProblem.BadCells cells, long items) {
        return cells.path().startsWith(KeyPaths.DATA_TARGET)
                && cells.kind() == DataProblem.BadCells.Kind.NOT_NUMERIC
                && 2 * cells.count() > items;
    }

    /** Columns that tell nothing, with one advice for all of them. */
    private static void useless(Subject subject, DataProfile profile, ColumnsToLeaveOut out) {
        if (!out.constant().isEmpty()) {
            subject.report(
                    DataDiagnostics.constantColumns(KeyPaths.DATA_SOURCE, out.constant(), out.advice(out.constant())));
        }
        for (ColumnProfile column : out.identifiers()) {
            subject.report(DataDiagnostics.identifier(
                    KeyPaths.DATA_SOURCE, column, profile.items(), out.advice(List.of(column.name()))));
        }
    }

    /** The edit that writes the name of a column or of a class as the table has it. */
    private static Optional<Fix> fix(Subject subject, DataProblem problem) {
        Optional<String> name = Optional.empty();
        if (problem instanceof DataProblem.UnknownClass unknown) {
            name = DataProblems.certainClass(unknown);
        } else if (problem instanceof DataProblem.ColumnMissing missing) {
            name = Spelling.certainName(missing.column(), missing.available());
        }
        return name.map(UserText::flow)
                .flatMap(written -> isKey(problem.path())
                        ? subject.renameKey(problem.path(), written)
                        : subject.replace(problem.path(), written));
    }

    /** Tells whether a name of the table is a key here, with what is said about it as its value. */
    private static boolean isKey(String path) {
        return Stream.of(
                        KeyPaths.DATA_COLUMNS,
                        KeyPaths.DATA_PREPROCESSING_COLUMNS,
                        KeyPaths.TRAINING_CLASS_WEIGHTS_WEIGHTS)
                .anyMatch(names -> ValuePath.isWithin(path, names) && !path.equals(names));
    }

    /** The problem where it is written: a name that the table lacks at the key, if it is one. */
    private static Diagnostic placed(Subject subject, DataProblem problem, Diagnostic finding) {
        boolean isName = problem instanceof DataProblem.UnknownClass || problem instanceof DataProblem.ColumnMissing;
        return isName && isKey(problem.path()) ? finding.at(subject.keySpanOf(problem.path())) : finding;
    }

    private static void columns(Subject subject, DataProfile profile) {
        Optional<ColumnProfile> widest = Optional.empty();
        Optional<ColumnProfile> narrowest = Optional.empty();
        Map<String, ColumnProfile> byName = profile.byName();
        for (String name : profile.features()) {
            Optional<ColumnProfile> found = Optional.ofNullable(byName.get(name));
            if (found.isEmpty() || found.get().type() != ColumnType.NUMERIC) {
                continue;
            }
            ColumnProfile column = found.get();
            Scale scale = scale(subject, name);
            if (scale == Scale.NONE && column.numbers().standardDeviation() > 0) {
                double deviation = column.numbers().standardDeviation();
                widest = widest.filter(other -> other.numbers().standardDeviation() >= deviation)
                        .or(() -> found);
                narrowest = narrowest
                        .filter(other -> other.numbers().standardDeviation() <= deviation)
                        .or(() -> found);
            }
        }
        if (widest.isPresent() && narrowest.isPresent()) {
            double ratio = widest.get().numbers().standardDeviation()
                    / narrowest.get().numbers().standardDeviation();
            if (ratio > SCALE_RATIO) {
                subject.report(DataDiagnostics.differentScales(
                        KeyPaths.DATA_PREPROCESSING,
                        widest.get().name(),
                        narrowest.get().name(),
                        ratio));
            }
        }
    }

    /** The scale in force for a column. */
    static Scale scale(Subject subject, String column) {
        Preprocessing preprocessing = subject.experiment().data().preprocessing();
        NumericPreprocessing numeric = preprocessing.numeric();
        return Optional.ofNullable(preprocessing.columns().get(column))
                .flatMap(own -> own.scale())
                .or(numeric::scale)
                .orElse(subject.experiment().data().source().defaultScale());
    }

    private static void repeated(Subject subject, DataProfile profile) {
        DataProfile.SplitSizes sizes = profile.split().orElse(new DataProfile.SplitSizes(0, 0, 0));
        int repeated = sizes.repeated();
        if (DataProfile.SplitSizes.isWorthAWord(repeated, profile.items())
                && repeated >= MANY_TIMES * (double) sizes.natural()) {
            subject.report(DataDiagnostics.repeatedItems(
                    KeyPaths.DATA_SOURCE, repeated, (double) repeated / profile.items(), sizes.natural()));
        }
    }
}
