package dnn.api.loss;

/** The meaning of a target column. */
public enum TargetKind {
    /** Values are names of classes, sorted and numbered from 0. */
    CLASSES,
    /** Values are numbers to be met. */
    NUMBERS
}
