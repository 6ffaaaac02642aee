package dnn.config.check;

import dnn.api.Training;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.data.TableFiles;
import dnn.api.grammar.Names;
import dnn.api.loss.TargetKind;
import dnn.api.path.KeyPaths;
import dnn.config.diagnostic.EffectDiagnostics;
import dnn.config.diagnostic.TableDiagnostics;

/**
 * Checks what is said about a table twice, so that one of the two has no effect (Y009), and several labels that a loss
 * takes for one class (O312).
 */
final class TableUseCheck implements Check {

    @Override
    public void check(Subject subject) {
        if (subject.isUsable(KeyPaths.DATA_SOURCE)) {
            subject.experiment().data().source().table().ifPresent(table -> check(subject, table));
        }
    }

    private static void check(Subject subject, Table table) {
        if (subject.isUsable(KeyPaths.DATA_TARGETS)
                && subject.isUsable(KeyPaths.TRAINING_LOSS)
                && table.targets().size() > 1) {
            labels(subject, subject.experiment().training());
        }
        if (subject.isUsable(KeyPaths.DATA_SPLIT)
                && subject.isUsable(KeyPaths.DATA_FILES)
                && subject.isUsable(KeyPaths.DATA_SPLIT_COLUMN)) {
            split(subject, table, subject.experiment().data().split());
        }
    }

    private static void labels(Subject subject, Training training) {
        if (training.loss().targetKind() != TargetKind.CLASSES) {
            return;
        }
        if (!training.loss().isBinary()) {
            subject.report(TableDiagnostics.labelsForOneClass(
                    KeyPaths.DATA_TARGETS,
                    KeyPaths.TRAINING_LOSS,
                    Names.of(training.loss().getClass())));
        } else if (training.classWeights().isPresent() && subject.isUsable(KeyPaths.TRAINING_CLASS_WEIGHTS)) {
            subject.report(EffectDiagnostics.weightsOfLabels(KeyPaths.TRAINING_CLASS_WEIGHTS, KeyPaths.DATA_TARGETS));
        }
    }

    private static void split(Subject subject, Table table, Split split) {
        TableFiles files = table.files();
        if (table.splitColumn().isPresent()) {
            overruled(subject, split, KeyPaths.DATA_SPLIT_COLUMN, "says where each item belongs");
            if (files.validation().isPresent()) {
                subject.report(EffectDiagnostics.overruledFile(
                        KeyPaths.DATA_FILES_VALIDATION, "validation", KeyPaths.DATA_SPLIT_COLUMN));
            }
            if (files.test().isPresent()) {
                subject.report(EffectDiagnostics.overruledFile(
                        KeyPaths.DATA_FILES_TEST, "the test", KeyPaths.DATA_SPLIT_COLUMN));
            }
            return;
        }
        if (split.group().isPresent() && split.time().isPresent()) {
            subject.report(EffectDiagnostics.overruledColumn(
                    KeyPaths.DATA_SPLIT_TIME, "time", KeyPaths.DATA_SPLIT_GROUP, "groups are drawn at random"));
        }
        boolean written = !split.equals(Split.STANDARD);
        if (files.validation().isPresent() && files.test().isPresent()) {
            overruled(
                    subject,
                    split,
                    KeyPaths.DATA_FILES,
                    "the other splits have files of their own: all other rows are trained on");
        } else if (written && files.validation().isPresent() && split.validation() > 0) {
            subject.report(EffectDiagnostics.overruledShare(
                    KeyPaths.DATA_SPLIT_VALIDATION, "validation", KeyPaths.DATA_FILES_VALIDATION));
        } else if (written && files.test().isPresent() && split.test() > 0) {
            subject.report(
                    EffectDiagnostics.overruledShare(KeyPaths.DATA_SPLIT_TEST, "the test", KeyPaths.DATA_FILES_TEST));
        }
    }

    /**
     * Shares that decide nothing; groups and times still order the folds of a cross-validation, and keep their columns
     * from the features.
     */
    private static void overruled(Subject subject, Split split, String otherPath, String why) {
        if (split.group().isEmpty() && split.time().isEmpty()) {
            if (!split.equals(Split.STANDARD)) {
                subject.report(EffectDiagnostics.overruledSplit(KeyPaths.DATA_SPLIT, otherPath, why));
            }
        } else if (subject.experiment().training().crossValidation().isEmpty()) {
            subject.report(EffectDiagnostics.overruledColumn(KeyPaths.DATA_SPLIT, "split", otherPath, why));
        }
    }
}
