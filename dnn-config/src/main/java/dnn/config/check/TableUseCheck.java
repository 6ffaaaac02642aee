package dnn.config.check;

import dnn.api.Training;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.data.TableFiles;
import dnn.api.grammar.Names;
import dnn.api.loss.TargetKind;
import dnn.config.diagnostic.TableDiagnostics;

/** What is said about a table twice, so that one of the two has no effect (Y009), and several labels that a loss takes for one class (O312). */
final class TableUseCheck implements Check {
    private static final String LOSS = "training.loss";
    private static final String SPLIT = "data.split";
    private static final String SPLIT_COLUMN = "data.split_column";

    @Override
    public void check(Subject subject) {
        if (!subject.isUsable("data.source") || !(subject.experiment().data().source() instanceof Table table)) {
            return;
        }
        if (subject.isUsable("data.targets")
                && subject.isUsable(LOSS)
                && table.targets().size() > 1) {
            labels(subject, subject.experiment().training());
        }
        if (subject.isUsable(SPLIT) && subject.isUsable("data.files") && subject.isUsable(SPLIT_COLUMN)) {
            split(subject, table, subject.experiment().data().split());
        }
    }

    private static void labels(Subject subject, Training training) {
        if (training.loss().targetKind() != TargetKind.CLASSES) {
            return;
        }
        if (training.loss().outputsFor(3) > 1) {
            subject.report(TableDiagnostics.labelsForOneClass(
                    "data.targets", LOSS, Names.of(training.loss().getClass())));
        } else if (training.classWeights().isPresent() && subject.isUsable("training.class_weights")) {
            subject.report(TableDiagnostics.weightsOfLabels("training.class_weights", "data.targets"));
        }
    }

    private static void split(Subject subject, Table table, Split split) {
        TableFiles files = table.files();
        if (table.splitColumn().isPresent()) {
            if (!split.equals(Split.STANDARD)) {
                subject.report(
                        TableDiagnostics.idleSplit(SPLIT, "`split`", SPLIT_COLUMN, "says where each item belongs"));
            }
            if (files.validation().isPresent()) {
                subject.report(TableDiagnostics.idleSplit(
                        "data.files.validation",
                        "the file for validation",
                        SPLIT_COLUMN,
                        "splits the rows of all files"));
            }
            if (files.test().isPresent()) {
                subject.report(TableDiagnostics.idleSplit(
                        "data.files.test", "the file for the test", SPLIT_COLUMN, "splits the rows of all files"));
            }
            return;
        }
        if (split.group().isPresent() && split.time().isPresent()) {
            subject.report(TableDiagnostics.idleSplit(
                    "data.split.time", "`time`", "data.split.group", "groups are drawn at random"));
        }
        if (split.equals(Split.STANDARD)) {
            return;
        }
        if (files.validation().isPresent() && files.test().isPresent()) {
            subject.report(TableDiagnostics.idleSplit(
                    SPLIT,
                    "`split`",
                    "data.files",
                    "the other splits have files of their own: all other rows are trained on"));
        } else if (files.validation().isPresent() && split.validation() > 0) {
            subject.report(TableDiagnostics.idleSplit(
                    "data.split.validation",
                    "the share for validation",
                    "data.files.validation",
                    "the validation split has a file of its own"));
        } else if (files.test().isPresent() && split.test() > 0) {
            subject.report(TableDiagnostics.idleSplit(
                    "data.split.test",
                    "the share for the test",
                    "data.files.test",
                    "the test split has a file of its own"));
        }
    }
}
