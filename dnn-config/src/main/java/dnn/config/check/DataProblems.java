package dnn.config.check;

import dnn.api.profile.DataProblem;
import dnn.config.diagnostic.DataDiagnostics;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.FormatDiagnostics;
import dnn.config.diagnostic.TableDiagnostics;
import dnn.config.word.Spelling;
import dnn.config.word.TruthWords;
import java.util.Optional;

/** The problems that keep data from being used, as diagnostics. */
public final class DataProblems implements DataProblem.Visitor<Diagnostic> {
    private DataProblems() {}

    /** The diagnostic of a problem, at the path of the experiment's value that led to it. */
    public static Diagnostic diagnostic(DataProblem problem) {
        return problem.accept(new DataProblems());
    }

    @Override
    public Diagnostic fileMissing(DataProblem.FileMissing missing) {
        return DataDiagnostics.fileMissing(missing.path(), missing.file(), missing.similar());
    }

    @Override
    public Diagnostic unreadable(DataProblem.Unreadable unreadable) {
        return DataDiagnostics.notATable(unreadable.path(), unreadable.file(), unreadable.row(), unreadable.reason());
    }

    @Override
    public Diagnostic columnMissing(DataProblem.ColumnMissing missing) {
        return DataDiagnostics.columnMissing(missing.path(), missing.column(), missing.available());
    }

    @Override
    public Diagnostic badCells(DataProblem.BadCells cells) {
        return DataDiagnostics.badCells(cells);
    }

    @Override
    public Diagnostic tooFewItems(DataProblem.TooFewItems few) {
        return DataDiagnostics.emptySplit(few.path(), few.split(), few.items());
    }

    @Override
    public Diagnostic countsDiffer(DataProblem.CountsDiffer counts) {
        return TableDiagnostics.countsDiffer(
                counts.path(), counts.images(), counts.imageCount(), counts.labels(), counts.labelCount());
    }

    @Override
    public Diagnostic sameFile(DataProblem.SameFile same) {
        return TableDiagnostics.sameFile(same.path(), same.file(), same.other());
    }

    @Override
    public Diagnostic allMissing(DataProblem.AllMissing missing) {
        return TableDiagnostics.allMissing(missing.path(), missing.column(), missing.items());
    }

    @Override
    public Diagnostic constantTarget(DataProblem.ConstantTarget target) {
        return TableDiagnostics.constantTarget(target.path(), target.column(), target.value(), target.items());
    }

    @Override
    public Diagnostic textColumn(DataProblem.TextColumn text) {
        return TableDiagnostics.textColumn(text.path(), text.column(), text.distinct(), text.items(), text.sample());
    }

    @Override
    public Diagnostic classNotTrained(DataProblem.ClassNotTrained unknown) {
        return TableDiagnostics.classNotTrained(unknown.path(), unknown.label(), unknown.split(), unknown.items());
    }

    @Override
    public Diagnostic groupTooLarge(DataProblem.GroupTooLarge group) {
        return TableDiagnostics.groupTooLarge(
                group.path(), group.column(), group.group(), group.groupItems(), group.items(), group.split());
    }

    @Override
    public Diagnostic unknownClass(DataProblem.UnknownClass unknown) {
        return TableDiagnostics.unknownClass(
                unknown.path(), unknown.label(), unknown.available(), certainClass(unknown));
    }

    /** The class that is certainly meant: written in another way, or another word for yes or no. */
    static Optional<String> certainClass(DataProblem.UnknownClass unknown) {
        return Spelling.certainName(unknown.label(), unknown.available())
                .or(() -> TruthWords.same(unknown.label(), unknown.available()));
    }

    @Override
    public Diagnostic notTwoClasses(DataProblem.NotTwoClasses label) {
        return TableDiagnostics.notTwoClasses(label.path(), label.column(), label.values());
    }

    @Override
    public Diagnostic nothingCounts(DataProblem.NothingCounts weights) {
        return TableDiagnostics.nothingCounts(weights.path(), weights.items());
    }

    @Override
    public Diagnostic uncertainFormat(DataProblem.UncertainFormat format) {
        return FormatDiagnostics.uncertainFormat(format);
    }

    @Override
    public Diagnostic mixedFormats(DataProblem.MixedFormats format) {
        return FormatDiagnostics.mixedFormats(format);
    }

    @Override
    public Diagnostic tooManyFolds(DataProblem.TooManyFolds folds) {
        return folds.group().isPresent()
                ? TableDiagnostics.tooManyFoldsOfGroups(
                        folds.path(),
                        folds.folds(),
                        folds.items(),
                        folds.group().get())
                : TableDiagnostics.tooManyFolds(folds.path(), folds.folds(), folds.items());
    }
}
