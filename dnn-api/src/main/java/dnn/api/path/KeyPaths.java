package dnn.api.path;

/**
 * The paths of keys that checks, problems of data and rules of resuming speak of: each constant is the path with its
 * dots as underscores. Steps that depend on the experiment (a column, an element of a list) are added by
 * {@link ValuePath}.
 */
public final class KeyPaths {
    public static final String DESCRIPTION = "description";

    public static final String DATA = "data";
    public static final String DATA_CLASSES = "data.classes";
    public static final String DATA_COLUMNS = "data.columns";
    public static final String DATA_EXCLUDE = "data.exclude";
    public static final String DATA_FEATURES = "data.features";
    public static final String DATA_FILES = "data.files";
    public static final String DATA_FILES_FURTHER = "data.files.further";
    public static final String DATA_FILES_LABELS = "data.files.labels";
    public static final String DATA_FILES_TEST = "data.files.test";
    public static final String DATA_FILES_TEST_LABELS = "data.files.test_labels";
    public static final String DATA_FILES_VALIDATION = "data.files.validation";
    public static final String DATA_FILES_VALIDATION_LABELS = "data.files.validation_labels";
    public static final String DATA_FORMAT = "data.format";
    public static final String DATA_ITEM_WEIGHTS = "data.item_weights";
    public static final String DATA_POSITIVE_CLASS = "data.positive_class";
    public static final String DATA_PREPROCESSING = "data.preprocessing";
    public static final String DATA_PREPROCESSING_CATEGORICAL = "data.preprocessing.categorical";
    public static final String DATA_PREPROCESSING_CATEGORICAL_IMPUTE = "data.preprocessing.categorical.impute";
    public static final String DATA_PREPROCESSING_COLUMNS = "data.preprocessing.columns";
    public static final String DATA_PREPROCESSING_NUMERIC = "data.preprocessing.numeric";
    public static final String DATA_PREPROCESSING_NUMERIC_CLIP = "data.preprocessing.numeric.clip";
    public static final String DATA_PREPROCESSING_NUMERIC_IMPUTE = "data.preprocessing.numeric.impute";
    public static final String DATA_PREPROCESSING_NUMERIC_INDICATOR = "data.preprocessing.numeric.indicator";
    public static final String DATA_PREPROCESSING_TARGET = "data.preprocessing.target";
    public static final String DATA_PREPROCESSING_TARGET_SCALE = "data.preprocessing.target.scale";
    public static final String DATA_SOURCE = "data.source";
    public static final String DATA_SPLIT = "data.split";
    public static final String DATA_SPLIT_COLUMN = "data.split_column";
    public static final String DATA_SPLIT_GROUP = "data.split.group";
    public static final String DATA_SPLIT_TEST = "data.split.test";
    public static final String DATA_SPLIT_TIME = "data.split.time";
    public static final String DATA_SPLIT_VALIDATION = "data.split.validation";
    public static final String DATA_TARGET = "data.target";
    public static final String DATA_TARGETS = "data.targets";

    public static final String ARCHITECTURE = "architecture";
    public static final String ARCHITECTURE_INPUTS = "architecture.inputs";
    public static final String ARCHITECTURE_LAYERS = "architecture.layers";

    public static final String INITIALIZATION = "initialization";
    public static final String INITIALIZATION_BIASES = "initialization.biases";
    public static final String INITIALIZATION_LAYERS = "initialization.layers";
    public static final String INITIALIZATION_WEIGHTS = "initialization.weights";

    public static final String TRAINING = "training";
    public static final String TRAINING_BATCH_SIZE = "training.batch_size";
    public static final String TRAINING_CHECKPOINTS = "training.checkpoints";
    public static final String TRAINING_CHECKPOINTS_EVERY = "training.checkpoints.every";
    public static final String TRAINING_CLASS_WEIGHTS = "training.class_weights";
    public static final String TRAINING_CLASS_WEIGHTS_WEIGHTS = "training.class_weights.weights";
    public static final String TRAINING_CROSS_VALIDATION = "training.cross_validation";
    public static final String TRAINING_CROSS_VALIDATION_FOLDS = "training.cross_validation.folds";
    public static final String TRAINING_EARLY_STOPPING = "training.early_stopping";
    public static final String TRAINING_EARLY_STOPPING_MONITOR = "training.early_stopping.monitor";
    public static final String TRAINING_EARLY_STOPPING_PATIENCE = "training.early_stopping.patience";
    public static final String TRAINING_EPOCHS = "training.epochs";
    public static final String TRAINING_GRADIENT_CLIPPING = "training.gradient_clipping";
    public static final String TRAINING_LOSS = "training.loss";
    public static final String TRAINING_METRICS = "training.metrics";
    public static final String TRAINING_OPTIMIZER = "training.optimizer";
    public static final String TRAINING_OPTIMIZER_LEARNING_RATE = "training.optimizer.learning_rate";
    public static final String TRAINING_OPTIMIZER_MOMENTUM = "training.optimizer.momentum";
    public static final String TRAINING_OPTIMIZER_NESTEROV = "training.optimizer.nesterov";
    public static final String TRAINING_REGULARIZATION = "training.regularization";
    public static final String TRAINING_SCHEDULE = "training.schedule";
    public static final String TRAINING_SCHEDULE_EVERY = "training.schedule.every";
    public static final String TRAINING_SCHEDULE_FACTOR = "training.schedule.factor";
    public static final String TRAINING_SCHEDULE_MINIMUM = "training.schedule.minimum";
    public static final String TRAINING_SHUFFLE = "training.shuffle";
    public static final String TRAINING_WARMUP = "training.warmup";

    public static final String ENGINE = "engine";
    public static final String ENGINE_BACKEND = "engine.backend";
    public static final String ENGINE_PRECISION = "engine.precision";
    public static final String ENGINE_THREADS = "engine.threads";

    public static final String CHECKS = "checks";

    private KeyPaths() {}
}
