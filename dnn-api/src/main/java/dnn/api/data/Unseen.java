package dnn.api.data;

/** The treatment of a category that the training split does not have. */
public enum Unseen {
    /** None of the known categories: every number is 0. */
    ZEROS,
    /** It counts as the commonest category of the training split. */
    MOST_FREQUENT,
    /** It is an error. */
    ERROR
}
