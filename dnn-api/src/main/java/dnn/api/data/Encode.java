package dnn.api.data;

/** The encoding by which a categorical column becomes numbers. */
public enum Encode {
    /** One number a category of the training split, 1 for the item's category and 0 elsewhere. */
    ONE_HOT
}
