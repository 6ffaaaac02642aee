package dnn.engine.training;

import dnn.api.Experiment;
import dnn.api.training.Regularization;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import dnn.engine.network.Items;
import dnn.engine.network.Network;
import dnn.engine.network.Workspace;
import dnn.engine.optimizer.GradientBound;
import dnn.engine.optimizer.GradientBounds;
import dnn.engine.optimizer.Optimizers;
import dnn.engine.optimizer.UpdateRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One training step: forward, loss, backward, penalties, the check that everything is finite, clipping, update.
 * Everything it needs is planned when it is made; a step allocates nothing.
 */
public final class StepLoop {
    /** The epoch's sum of losses, and the mark of numbers that are not finite. */
    static final String SUMS = "sums";

    /** All parameters, in the order of the flat buffer. */
    static final String PARAMETERS = "parameters";

    private final Kernels kernels;
    private final Network network;
    private final Workspace workspace;
    private final UpdateRule rule;
    private final Optional<GradientBound> bound;
    private final Regularization regularization;
    private final Buffer[] weights;
    private final Buffer[] weightGradients;
    private final Buffer[] weightsBefore;
    private final Buffer trained;
    private final Buffer remembered;
    private final Buffer rememberedBefore;
    private final Buffer[] states;
    private final Buffer lastGood;
    private final Buffer lastGoodTrained;
    private final Buffer lastGoodRemembered;
    private final Scalars guard;
    private int items;
    private long stepsDone;

    /** With arithmetic of its own. */
    public StepLoop(Experiment experiment, Network network, int batchSize) {
        this(experiment, network, network.backend().kernels(), batchSize);
    }

    /** With this arithmetic, which nobody else may use meanwhile, for passes over up to {@code capacity} items. */
    public StepLoop(Experiment experiment, Network network, Kernels kernels, int capacity) {
        this.kernels = kernels;
        this.network = network;
        this.workspace = Workspace.forTraining(network, kernels, capacity);
        this.rule = Optimizers.registry().make(experiment.training().optimizer());
        this.bound = experiment.training().gradientClipping().map(GradientBounds.registry()::make);
        this.regularization = experiment.training().regularization();
        this.weights = weightsOf(network.flatParameters());
        this.weightGradients = weightsOf(workspace.flatGradients());
        this.trained = network.trained();
        this.remembered = network.remembered();
        this.rememberedBefore = kernels.allocate(remembered.length());
        this.states = new Buffer[rule.states().size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = kernels.allocate(trained.length());
        }
        this.lastGood = kernels.allocate(network.flatParameters().length());
        this.lastGoodTrained = lastGood.view(0, trained.length());
        this.lastGoodRemembered = lastGood.view(trained.length(), remembered.length());
        this.weightsBefore = weightsOf(lastGood);
        kernels.copy(network.flatParameters(), lastGood, lastGood.length());
        kernels.copy(remembered, rememberedBefore, remembered.length());
        this.guard = kernels.allocateScalars(1);
    }

    private Buffer[] weightsOf(Buffer flat) {
        return network.layout().trainedSlots().stream()
                .filter(slot -> slot.tensor().penalized())
                .map(slot -> slot.in(flat))
                .toArray(Buffer[]::new);
    }

    /**
     * Does one step with all its items in one part, adding its losses to the workspace's sum.
     *
     * @param itemWeights how much each item counts; empty where each counts once
     * @param mark left in the guard if this is the first step whose loss or gradients are not finite; parameters stay
     *     from then on
     */
    public void step(
            Buffer features, Buffer targets, double[] itemWeights, int count, double learningRate, double mark) {
        begin(count);
        part(features, targets, itemWeights, 0, count);
        update(learningRate, mark);
    }

    /** Begins a step over so many items, whose parts follow in order. */
    void begin(int all) {
        items = all;
        if (remembered.length() > 0 && firstNotFinite() == 0) {
            kernels.copy(remembered, rememberedBefore, remembered.length());
        }
    }

    /**
     * Adds losses and gradients of a part of the step's items.
     *
     * @param first items of the step before these
     */
    void part(Buffer features, Buffer targets, double[] itemWeights, int first, int count) {
        workspace.setPart(first, count, items, true, stepsDone);
        workspace.step(features, targets, itemWeights);
    }

    /** Ends the step: penalties, the check that everything is finite, clipping, and the optimizer's pass. */
    void update(double learningRate, double mark) {
        Buffer gradients = workspace.flatGradients();
        addPenalties();
        kernels.checkFinite(workspace.sums(), 0, guard, mark);
        kernels.checkFinite(gradients, guard, mark);
        if (bound.isPresent()) {
            bound.get().apply(kernels, gradients);
        }
        stepsDone++;
        if (remembered.length() > 0 && firstNotFinite() == 0) {
            kernels.copy(rememberedBefore, lastGoodRemembered, remembered.length());
        }
        rule.step(kernels, trained, lastGoodTrained, gradients, states, learningRate, stepsDone, guard);
        decay(learningRate);
    }

    /** w ← w − αλ·(w before the step), which is to decay first and to step then. */
    private void decay(double learningRate) {
        double share = learningRate * rule.weightDecay();
        if (share > 0 && firstNotFinite() == 0) {
            for (int i = 0; i < weights.length; i++) {
                kernels.addScaled(-share, weightsBefore[i], 1, weights[i]);
            }
        }
    }

    /** Losses and gradients, penalties included, of a batch in training. */
    public void gradients(Buffer features, Buffer targets, int count, long stepNumber) {
        workspace.set(count, true, stepNumber);
        workspace.step(features, targets, Items.EACH_ONCE);
        addPenalties();
    }

    /** A step with every node's output and gradient left in the workspace. */
    public void gradientsLayerByLayer(Buffer features, Buffer targets, int count, long stepNumber) {
        forward(features, targets, Items.EACH_ONCE, count, stepNumber, true);
        backward();
    }

    /** The first half of a step, with every node's output left in the workspace. */
    void forward(Buffer features, Buffer targets, double[] itemWeights, int count, long stepNumber, boolean training) {
        workspace.set(count, training, stepNumber);
        workspace.forward(features);
        workspace.loss(targets, itemWeights);
    }

    /** The second half of a step: gradients, penalties included. */
    void backward() {
        workspace.backward();
        addPenalties();
    }

    private void addPenalties() {
        if (regularization.isActive()) {
            for (int i = 0; i < weights.length; i++) {
                kernels.addPenaltyGradient(weights[i], regularization.l1(), regularization.l2(), weightGradients[i]);
            }
        }
    }

    /** Puts what it remembers between two steps among the numbers of a state. */
    void save(Map<String, double[]> numbers) {
        named().forEach((name, buffer) -> {
            double[] values = new double[buffer.length()];
            kernels.read(buffer, values.length, values);
            numbers.put(name, values);
        });
        numbers.put(SUMS, new double[] {kernels.read(workspace.sums(), 0), kernels.read(guard, 0)});
    }

    void restore(TrainingState state) {
        named().forEach((name, buffer) -> kernels.write(state.numbers(name, buffer.length()), 0, buffer));
        double[] scalars = state.numbers(SUMS, 2);
        kernels.write(workspace.sums(), 0, scalars[0]);
        kernels.write(guard, 0, scalars[1]);
        stepsDone = state.steps();
    }

    private Map<String, Buffer> named() {
        Map<String, Buffer> named = new LinkedHashMap<>();
        named.put(PARAMETERS, network.flatParameters());
        named.put("last_good", lastGood);
        named.put("remembered_before", rememberedBefore);
        for (int i = 0; i < states.length; i++) {
            named.put("optimizer." + rule.states().get(i), states[i]);
        }
        return named;
    }

    Kernels kernels() {
        return kernels;
    }

    public Workspace workspace() {
        return workspace;
    }

    /** Steps done so far in the run, the refused ones included. */
    long stepsDone() {
        return stepsDone;
    }

    /** The mark of the first step whose numbers were not finite, 0 if there is none. */
    public double firstNotFinite() {
        return kernels.read(guard, 0);
    }

    /** Leaves the mark if the parameters are not finite. */
    void checkParameters(double mark) {
        kernels.checkFinite(network.flatParameters(), guard, mark);
    }

    /** Goes back to what was remembered before the first step whose numbers were not finite, or before the last. */
    void restoreRemembered() {
        kernels.copy(rememberedBefore, remembered, remembered.length());
    }

    /** Goes back to the parameters of the last step whose loss and gradients were finite. */
    void restoreLastGood() {
        kernels.copy(lastGood, network.flatParameters(), lastGood.length());
    }
}
