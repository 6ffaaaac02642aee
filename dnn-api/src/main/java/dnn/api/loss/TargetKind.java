package dnn.api.loss;

/** What a target column means. */
public enum TargetKind {
    /** Values are names of classes, sorted and numbered from 0. */
    CLASSES,
    /** Values are numbers to be met. */
    NUMBERS
}
