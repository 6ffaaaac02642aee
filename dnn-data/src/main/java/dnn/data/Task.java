package dnn.data;

import dnn.api.Training;
import dnn.api.loss.Loss;
import dnn.api.loss.TargetKind;
import dnn.api.training.ClassWeights;
import dnn.api.training.CrossValidation;
import java.util.Optional;

/**
 * The purpose that data is read for, as far as it decides how.
 *
 * @param kind what the loss takes the target to be
 * @param binary whether the loss gives one probability a target, so that classes become one row of 0 and 1
 * @param classWeights how much the items of each class count
 * @param folds of cross-validation; 0 for none
 */
record Task(TargetKind kind, boolean binary, Optional<ClassWeights> classWeights, int folds) {
    /** To predict a target of this kind, nothing more being known. */
    static Task of(TargetKind kind) {
        return new Task(kind, false, Optional.empty(), 0);
    }

    /** To make this loss small. */
    static Task of(Loss loss) {
        return new Task(loss.targetKind(), loss.isBinary(), Optional.empty(), 0);
    }

    /** To train like this. */
    static Task of(Training training) {
        Task task = of(training.loss());
        return new Task(
                task.kind(),
                task.binary(),
                training.classWeights(),
                training.crossValidation().map(CrossValidation::folds).orElse(0));
    }
}
