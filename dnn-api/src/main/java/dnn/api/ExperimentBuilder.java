package dnn.api;

import dnn.api.data.Preprocessing;
import dnn.api.data.Source;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.initializer.Initializer;
import dnn.api.layer.LayerSpec;
import dnn.api.loss.Loss;
import dnn.api.metric.Metric;
import dnn.api.optimizer.Optimizer;
import dnn.api.schedule.Schedule;
import dnn.api.training.BatchSize;
import dnn.api.training.Checkpoints;
import dnn.api.training.ClassWeights;
import dnn.api.training.CrossValidation;
import dnn.api.training.EarlyStopping;
import dnn.api.training.GradientClipping;
import dnn.api.training.Regularization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Declares an experiment in Java. Like the records it does not judge values: whatever was declared is built, and a
 * check finds every mistake in it at once. What is not declared has the default of its record.
 */
public final class ExperimentBuilder {
    private final String name;
    private Optional<String> description = Optional.empty();
    private OptionalLong seed = OptionalLong.empty();
    private final Map<String, Experiment.CheckLevel> checks = new LinkedHashMap<>();

    private Optional<Source> source = Optional.empty();
    private Split split = Data.defaults().split();
    private Preprocessing preprocessing = Data.defaults().preprocessing();
    private OptionalInt inputs = OptionalInt.empty();
    private Optional<List<LayerSpec>> layers = Optional.empty();

    private Optional<Initializer> weights = Initialization.defaults().weights();
    private Initializer biases = Initialization.defaults().biases();
    private final Map<String, Initialization.OfLayer> initializationOfLayers = new LinkedHashMap<>();

    private Optional<Loss> loss = Optional.empty();
    private Optimizer optimizer = Training.defaults().optimizer();
    private Schedule schedule = Training.defaults().schedule();
    private int warmup = Training.defaults().warmup();
    private int epochs = Training.defaults().epochs();
    private BatchSize batchSize = Training.defaults().batchSize();
    private boolean shuffle = Training.defaults().shuffle();
    private Regularization regularization = Training.defaults().regularization();
    private Optional<GradientClipping> gradientClipping = Optional.empty();
    private Optional<EarlyStopping> earlyStopping = Optional.empty();
    private Optional<List<Metric>> metrics = Training.defaults().metrics();
    private Optional<ClassWeights> classWeights = Optional.empty();
    private Optional<CrossValidation> crossValidation = Optional.empty();
    private Checkpoints checkpoints = Training.defaults().checkpoints();

    private EngineSettings engine = EngineSettings.defaults();

    ExperimentBuilder(String name) {
        this.name = name;
    }

    /** Describes the experiment. */
    public ExperimentBuilder description(String text) {
        description = Optional.of(text);
        return this;
    }

    /** Sets the seed that everything random derives from. */
    public ExperimentBuilder seed(long value) {
        seed = OptionalLong.of(value);
        return this;
    }

    /** Leaves findings with this code out. */
    public ExperimentBuilder ignore(String code) {
        checks.put(code, Experiment.CheckLevel.IGNORE);
        return this;
    }

    /** Sets where items come from. */
    public ExperimentBuilder data(Source items) {
        source = Optional.of(items);
        return this;
    }

    /** Splits the items by shares. */
    public ExperimentBuilder split(double train, double validation, double test) {
        return split(new Split(train, validation, test));
    }

    /** Splits the items by shares, kept in groups or in the order of time. */
    public ExperimentBuilder split(Split shares) {
        split = shares;
        return this;
    }

    /** Sets how columns become numbers. */
    public ExperimentBuilder preprocessing(Preprocessing steps) {
        preprocessing = steps;
        return this;
    }

    /** n_0, where it is to be checked against the data. */
    public ExperimentBuilder inputs(int count) {
        inputs = OptionalInt.of(count);
        return this;
    }

    /** The layers, in the order in which an item passes them. */
    public ExperimentBuilder architecture(LayerSpec... inOrder) {
        layers = Optional.of(List.of(inOrder));
        return this;
    }

    /** Sets the initializer of all weights. */
    public ExperimentBuilder weights(Initializer initializer) {
        weights = Optional.of(initializer);
        return this;
    }

    /** Sets the initializer of all biases. */
    public ExperimentBuilder biases(Initializer initializer) {
        biases = initializer;
        return this;
    }

    /** Sets the initializers of one layer's weights and biases. */
    public ExperimentBuilder initialization(String layer, Initializer ofWeights, Initializer ofBiases) {
        initializationOfLayers.put(layer, new Initialization.OfLayer(Optional.of(ofWeights), Optional.of(ofBiases)));
        return this;
    }

    /** Sets the loss that training minimizes. */
    public ExperimentBuilder loss(Loss function) {
        loss = Optional.of(function);
        return this;
    }

    /** Sets the rule by which gradients move parameters. */
    public ExperimentBuilder optimizer(Optimizer method) {
        optimizer = method;
        return this;
    }

    /** Sets the rule by which the learning rate changes from epoch to epoch. */
    public ExperimentBuilder schedule(Schedule ofLearningRate) {
        schedule = ofLearningRate;
        return this;
    }

    /** Epochs in which the learning rate rises to where the schedule begins. */
    public ExperimentBuilder warmup(int count) {
        warmup = count;
        return this;
    }

    /** Passes over the training split. */
    public ExperimentBuilder epochs(int count) {
        epochs = count;
        return this;
    }

    /** Items of a step. */
    public ExperimentBuilder batchSize(int items) {
        batchSize = new BatchSize.Items(items);
        return this;
    }

    /** All items in one step, as in the lecture. */
    public ExperimentBuilder fullBatch() {
        batchSize = new BatchSize.Full();
        return this;
    }

    /** Sets whether items are put in a new order every epoch. */
    public ExperimentBuilder shuffle(boolean everyEpoch) {
        shuffle = everyEpoch;
        return this;
    }

    /** Penalties λ₁ and λ₂ on the size of weights. */
    public ExperimentBuilder regularization(double l1, double l2) {
        regularization = new Regularization(l1, l2);
        return this;
    }

    /** A bound on gradients. */
    public ExperimentBuilder gradientClipping(GradientClipping bound) {
        gradientClipping = Optional.of(bound);
        return this;
    }

    /** Ends training when {@code monitor} has not improved for {@code patience} epochs, and keeps the best weights. */
    public ExperimentBuilder earlyStopping(String monitor, int patience) {
        return earlyStopping(Dsl.earlyStopping(monitor, patience));
    }

    /** Sets when to end before the last epoch. */
    public ExperimentBuilder earlyStopping(EarlyStopping rule) {
        earlyStopping = Optional.of(rule);
        return this;
    }

    /** Figures reported beside the loss, instead of the customary ones; without an argument, none. */
    public ExperimentBuilder metrics(Metric... figures) {
        metrics = Optional.of(List.of(figures));
        return this;
    }

    /** Sets how much the items of each class count in training. */
    public ExperimentBuilder classWeights(ClassWeights weightsOfClasses) {
        classWeights = Optional.of(weightsOfClasses);
        return this;
    }

    /** Judges the experiment on so many folds before the network itself is trained. */
    public ExperimentBuilder crossValidation(int folds) {
        crossValidation = Optional.of(new CrossValidation(folds));
        return this;
    }

    /** The checkpoints that training saves on its way, so that it can go on after it was cut off. */
    public ExperimentBuilder checkpoints(Checkpoints saved) {
        checkpoints = saved;
        return this;
    }

    /** The settings of the engine that executes the training loop. */
    public ExperimentBuilder engine(EngineSettings settings) {
        engine = settings;
        return this;
    }

    /**
     * The experiment as declared.
     *
     * @throws IllegalStateException if data, architecture or loss were not declared: there is nothing a check could
     *     look at
     */
    public Experiment build() {
        return build(source, source.isEmpty() ? List.of("data(…)") : List.of());
    }

    /**
     * The experiment of a program that has its items as matrices and hands them to training: it says nothing of data.
     *
     * @throws IllegalStateException if data was declared all the same, or the architecture or the loss was not
     */
    public Experiment buildWithoutData() {
        if (source.isPresent()) {
            throw new IllegalStateException("experiment `" + name + "` declares data; leave data(…) out, or build()");
        }
        return build(Optional.of(Table.defaults()), List.of());
    }

    private Experiment build(Optional<Source> from, List<String> undeclared) {
        List<String> missing = new ArrayList<>(undeclared);
        if (layers.isEmpty()) {
            missing.add("architecture(…)");
        }
        if (loss.isEmpty()) {
            missing.add("loss(…)");
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "experiment `" + name + "` is not complete; declare it with " + String.join(", ", missing));
        }
        return new Experiment(
                name,
                description,
                seed,
                checks,
                new Data(from.orElseThrow(), split, preprocessing),
                new Architecture(inputs, layers.orElseThrow()),
                new Initialization(weights, biases, initializationOfLayers),
                new Training(
                        loss.orElseThrow(),
                        optimizer,
                        schedule,
                        warmup,
                        epochs,
                        batchSize,
                        shuffle,
                        regularization,
                        gradientClipping,
                        earlyStopping,
                        metrics,
                        classWeights,
                        crossValidation,
                        checkpoints),
                engine);
    }
}
