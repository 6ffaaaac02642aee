// Longer than 300 lines: what can be told of a training before its first step, on one network made for it.
package dnn.engine.probe;

import dnn.api.Experiment;
import dnn.api.activation.Activation;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.loss.TargetKind;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.profile.DataProfile;
import dnn.api.profile.MemoryNeed;
import dnn.api.profile.ProbeReport;
import dnn.api.random.RandomStreams;
import dnn.api.shape.Shape;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Precision;
import dnn.engine.layer.Kept;
import dnn.engine.layer.LayerSite;
import dnn.engine.layer.Layers;
import dnn.engine.network.ForwardPass;
import dnn.engine.network.Items;
import dnn.engine.network.Network;
import dnn.engine.network.Workspace;
import dnn.engine.optimizer.Optimizers;
import dnn.engine.schedule.Schedules;
import dnn.engine.training.StepLoop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds out about a training before it starts: the memory it takes, and what one step on one batch does. Nothing is
 * trained: networks are made anew. Thread-safe.
 */
public final class Probe {
    /** No more items than this are probed, so that the cost is bounded also for {@code batch_size: full}. */
    private static final int MOST_ITEMS = 4096;

    private static final double TENTH = 0.1;

    private Probe() {}

    /**
     * The memory that training takes, counted as the engine allocates it: parameters, their gradients, optimizer state
     * and a copy to go back to; outputs and derivatives of every layer for one batch, and a copy of the widest input
     * laid out for a product; outputs of every layer for a batch that is evaluated, its probabilities and the gradient
     * of its loss; what layers keep of both batches; X and Y on the host in float64 and, but for the test split, on the
     * backend.
     *
     * @param inputs n_0
     * @param sizes items of each split
     * @param precision of the backend
     */
    public static MemoryNeed memory(
            Experiment experiment, int inputs, DataProfile.SplitSizes sizes, Precision precision) {
        int bytes = precision == Precision.FLOAT32 ? Float.BYTES : Double.BYTES;
        long batch = experiment.training().batchSize().of(Math.max(1, sizes.train()));
        Plan plan = experiment.architecture().plan(Shape.of(inputs));
        long trained = plan.trainedNumbers();
        long remembered = plan.rememberedNumbers();
        long parameters = Math.max(trained, trained + remembered);
        long outputsOfLayers = 0;
        long widest = inputs;
        long widestInput = inputs;
        for (PlannedLayer layer : plan.layers()) {
            widestInput = Math.max(widestInput, layer.input().size());
            outputsOfLayers += layer.output().size();
            widest = Math.max(widest, layer.output().size());
        }
        int outputs = plan.output().size();
        long valuesPerItem = (long) inputs + outputs;
        long states = Optimizers.registry()
                .make(experiment.training().optimizer())
                .states()
                .size();
        int kept = 1 + (experiment.training().earlyStopping().isPresent() ? 1 : 0);
        long items = (long) sizes.train() + sizes.validation() + sizes.test();
        long itemsOnBackend = (long) sizes.train() + sizes.validation();
        long evaluated = ForwardPass.batch(plan, Math.max(sizes.train(), sizes.validation()));
        long largest =
                Math.max(Math.max(parameters, widest * Math.max(batch, evaluated)), items * Math.max(inputs, outputs));
        return new MemoryNeed(
                product(parameters, bytes),
                product(trained, bytes),
                product(trained, states, bytes) + product(parameters, kept, bytes) + product(remembered, bytes),
                product(2 * outputsOfLayers + widestInput, batch, bytes)
                        + product(keptBy(plan, batch), bytes)
                        + product(outputsOfLayers + 2L * outputs, evaluated, bytes)
                        + product(keptBy(plan, evaluated), bytes),
                product(valuesPerItem, items * Double.BYTES + itemsOnBackend * bytes),
                largest);
    }

    /** The numbers that layers keep of a batch beside inputs and outputs. */
    private static long keptBy(Plan plan, long batch) {
        RandomStreams streams = new RandomStreams(0);
        long numbers = 0;
        for (PlannedLayer layer : plan.layers()) {
            List<Buffer> tensors = layer.tensors().stream()
                    .<Buffer>map(tensor -> new Unallocated((int) Math.min(Integer.MAX_VALUE, tensor.size())))
                    .toList();
            for (Kept kept : Layers.registry()
                    .make(layer.spec())
                    .at(new LayerSite(layer, tensors, streams, false))
                    .kept()) {
                numbers += kept.numbers(batch);
            }
        }
        return numbers;
    }

    /** Stands for a tensor of a network that is only measured. */
    private record Unallocated(int length) implements Buffer {
        @Override
        public Buffer view(int offset, int part) {
            return new Unallocated(part);
        }
    }

    /** {@link Long#MAX_VALUE} where it is more than a long holds; exact up to 2⁵³. */
    private static long product(long... factors) {
        double product = 1;
        for (long factor : factors) {
            product *= factor;
        }
        return (long) product;
    }

    /**
     * One step on the first batch of the first epoch as training will draw it, on networks of its own.
     *
     * @param train items to learn from, at least one
     * @throws IllegalArgumentException if items, shapes, loss and output do not fit each other
     * @throws IllegalStateException if the backend was closed
     */
    public static ProbeReport step(Experiment experiment, Dataset train, Backend backend) {
        return backend.lifetime().during(() -> stepOn(experiment, train, backend));
    }

    private static ProbeReport stepOn(Experiment experiment, Dataset train, Backend backend) {
        int items = Math.min(MOST_ITEMS, experiment.training().batchSize().of(train.items()));
        Dataset batch = firstBatch(experiment, train, items);
        double rate = Schedules.of(experiment.training())
                .at(
                        experiment.training().optimizer().learningRate(),
                        0,
                        experiment.training().epochs());
        Network network = Network.initialized(experiment, train.features().rows(), backend);
        network.checkItems(batch);
        Pass before = Pass.ofTraining(network, batch);
        double lossBefore = before.loss();
        List<ProbeReport.Rectified> layers = rectified(network.plan(), before);
        boolean finite = step(experiment, network, batch, rate);
        double lossAfter = before.loss();
        Network again = Network.initialized(experiment, train.features().rows(), backend);
        step(experiment, again, batch, TENTH * rate);
        double lossAfterTenth = Pass.ofTraining(again, batch).loss();
        return new ProbeReport(
                items,
                lossBefore,
                chanceLoss(experiment, network, batch),
                rate,
                finite,
                lossAfter,
                lossAfterTenth,
                layers);
    }

    private static Dataset firstBatch(Experiment experiment, Dataset train, int items) {
        int[] order = new int[train.items()];
        Arrays.setAll(order, item -> item);
        if (experiment.training().shuffle() && items < train.items()) {
            new RandomStreams(experiment.seedInForce())
                    .stream("shuffle/epoch/1").shuffle(order);
        }
        int[] chosen = Arrays.copyOf(order, items);
        return new Dataset(columns(train.features(), chosen), columns(train.targets(), chosen));
    }

    private static Matrix columns(Matrix all, int[] chosen) {
        int rows = all.rows();
        Matrix part = Matrix.zeros(rows, chosen.length);
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(all.values(), chosen[i] * rows, part.values(), i * rows, rows);
        }
        return part;
    }

    /** Tells whether loss and gradients are finite; only then parameters change. */
    private static boolean step(Experiment experiment, Network network, Dataset batch, double learningRate) {
        StepLoop loop = new StepLoop(experiment, network, batch.items());
        Items items = new Items(network.backend(), batch);
        Buffer features = items.features(0, batch.items());
        loop.step(features, items.targets(0, batch.items()), Items.EACH_ONCE, batch.items(), learningRate, 1);
        return loop.firstNotFinite() == 0;
    }

    /**
     * J of a prediction that knows how often what occurs, but not the item: ln k for classes; for numbers the batch's
     * own loss around its mean.
     */
    private static double chanceLoss(Experiment experiment, Network network, Dataset batch) {
        if (experiment.training().loss().targetKind() == TargetKind.CLASSES) {
            int classes = experiment.training().loss().isBinary() ? 2 : network.outputs();
            return Math.log(Math.max(2, classes));
        }
        double sum = 0;
        int rows = batch.targets().rows();
        for (int row = 0; row < rows; row++) {
            double mean = 0;
            for (int item = 0; item < batch.items(); item++) {
                mean += batch.targets().values()[item * rows + row] / batch.items();
            }
            for (int item = 0; item < batch.items(); item++) {
                double error = batch.targets().values()[item * rows + row] - mean;
                sum += error * error;
            }
        }
        return sum / rows / batch.items();
    }

    /**
     * The layers whose units can be dead, with those that are 0 for every item.
     *
     * @param network a trained one
     * @param items of which no more than a few thousand are looked at, the first ones
     * @throws IllegalArgumentException if the features do not have as many rows as the network reads
     */
    public static List<ProbeReport.Rectified> deadUnits(Experiment experiment, Network network, Dataset items) {
        int count = Math.min(Math.min(MOST_ITEMS, ForwardPass.atMost(network.plan())), items.items());
        if (count == 0) {
            return List.of();
        }
        int[] first = new int[count];
        Arrays.setAll(first, item -> item);
        Dataset part = new Dataset(columns(items.features(), first), columns(items.targets(), first));
        network.checkItems(part);
        Pass pass = Pass.ofInference(network, part);
        pass.loss();
        return rectified(network.plan(), pass);
    }

    private static List<ProbeReport.Rectified> rectified(Plan plan, Pass pass) {
        List<ProbeReport.Rectified> found = new ArrayList<>();
        for (PlannedLayer layer : plan.layers()) {
            Optional<Activation> activation = layer.spec().activationApplied();
            if (activation.isPresent()
                    && activation.get().isRectifier()
                    && activation.get().derivativeAtZero() == 0) {
                int units = layer.output().size();
                found.add(new ProbeReport.Rectified(
                        layer.index(), layer.name(), units, pass.deadUnits(layer.index(), units)));
            }
        }
        return found;
    }

    /** Forward passes over one batch, which leave the network as it is. */
    private static final class Pass {
        private final Network network;
        private final Workspace workspace;
        private final int items;
        private final Buffer features;
        private final Buffer targets;
        private final boolean training;
        private final Buffer rememberedBefore;

        private Pass(Network network, Dataset batch, boolean training) {
            this.network = network;
            this.items = batch.items();
            this.workspace = Workspace.forEvaluation(network, network.backend().kernels(), items);
            Items onBackend = new Items(network.backend(), batch);
            this.features = onBackend.features(0, items);
            this.targets = onBackend.targets(0, items);
            this.training = training;
            this.rememberedBefore =
                    network.backend().allocate(network.remembered().length());
        }

        /** As predictions are made. */
        static Pass ofInference(Network network, Dataset batch) {
            return new Pass(network, batch, false);
        }

        /**
         * As training sees the batch, where a layer remembers something of it, for at the start there is nothing to
         * remember; without dropout where none does.
         */
        static Pass ofTraining(Network network, Dataset batch) {
            return new Pass(network, batch, network.remembered().length() > 0);
        }

        double loss() {
            network.backend().copy(network.remembered(), rememberedBefore, rememberedBefore.length());
            network.backend().clear(workspace.sums());
            workspace.set(items, training, 0);
            workspace.forward(features);
            workspace.loss(targets);
            network.backend().copy(rememberedBefore, network.remembered(), rememberedBefore.length());
            return network.backend().read(workspace.sums(), 0) / items;
        }

        /** Units of a layer that were 0 for every item of the last pass. */
        int deadUnits(int layer, int units) {
            double[] values = new double[units * items];
            network.backend().read(workspace.output(layer), values.length, values);
            int dead = 0;
            for (int unit = 0; unit < units; unit++) {
                boolean active = false;
                for (int item = 0; item < items && !active; item++) {
                    active = values[item * units + unit] != 0;
                }
                dead += active ? 0 : 1;
            }
            return dead;
        }
    }
}
