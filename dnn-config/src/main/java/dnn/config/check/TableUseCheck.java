package dnn.config.check;

import dnn.api.Training;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.data.TableFiles;
import dnn.api.grammar.Names;
import dnn.api.loss.TargetKind;
import dnn.config.diagnostic.EffectDiagnostics;
import dnn.config.diagnostic.TableDiagnostics;

/**
 * Checks what is said about a table twice, so that one of the two has no effect (Y009), and several labels that a loss
 * takes for one class (O312).
 */
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
        if (!training.loss().isBinary()) {
            subject.report(TableDiagnostics.labelsForOneClass(
                    "data.targets", LOSS, Names.of(training.loss().getClass())));
        } else if (training.classWeights().isPresent() && subject.isUsable("training.class_weights")) {
            subject.report(EffectDiagnostics.weightsOfLabels("training.class_weights", "data.targets"));
        }
    }

    private static void split(Subject subject, Table table, Split split) {
        TableFiles files = table.files();
        if (table.splitColumn().isPresent()) {
            overruled(subject, split, SPLIT_COLUMN, "says where each item belongs");
            if (files.validation().isPresent()) {
                subject.report(EffectDiagnostics.overruledFile("data.files.validation", "validation", SPLIT_COLUMN));
            }
            if (files.test().isPresent()) {
                subject.report(EffectDiagnostics.overruledFile("data.files.test", "the test", SPLIT_COLUMN));
            }
            return;
        }
        if (split.group().isPresent() && split.time().isPresent()) {
            subject.report(EffectDiagnostics.overruledColumn(
                    "data.split.time", "time", "data.split.group", "groups are drawn at random"));
        }
        boolean written = !split.equals(Split.STANDARD);
        if (files.validation().isPresent() && files.test().isPresent()) {
            overruled(
                    subject,
                    split,
                    "data.files",
                    "the other splits have files of their own: all other rows are trained on");
        } else if (written && files.validation().isPresent() && split.validation() > 0) {
            subject.report(
                    EffectDiagnostics.overruledShare("data.split.validation", "validation", "data.files.validation"));
        } else if (written && files.test().isPresent() && split.test() > 0) {
            subject.report(EffectDiagnostics.overruledShare("data.split.test", "the test", "data.files.test"));
        }
    }

    /**
     * Shares that decide nothing; groups and times still order the folds of a cross-validation, and keep their columns
     * from the features.
     */
    private static void overruled(Subject subject, Split split, String otherPath, String why) {
        if (split.group().isEmpty() && split.time().isEmpty()) {
            if (!split.equals(Split.STANDARD)) {
                subject.report(EffectDiagnostics.overruledSplit(SPLIT, otherPath, why));
            }
        } else if (subject.experiment().training().crossValidation().isEmpty()) {
            subject.report(EffectDiagnostics.overruledColumn(SPLIT, "split", otherPath, why));
        }
    }
}
