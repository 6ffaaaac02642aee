package dnn.bench;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The Deep Java Library with its PyTorch engine as one of those measured: its own blocks, trainer, losses and
 * optimizers, on items that lie ready as arrays.
 */
final class DjlStepServer {
    private final Work work;
    private final Trainer trainer;
    private final NDArray features;
    private final NDArray targets;

    private DjlStepServer(Work work, Trainer trainer, NDManager manager) {
        this.work = work;
        this.trainer = trainer;
        Dataset data = work.data();
        features = manager.create(floats(data.features()), new Shape(work.items(), work.inputs()));
        targets = work.outputs() == 1
                ? manager.create(floats(data.targets()), new Shape(work.items(), 1))
                : manager.create(labels(data.targets()), new Shape(work.items()));
    }

    /** Arguments: folder of {@code weights.f32}, then those of the work. */
    public static void main(String[] arguments) throws IOException {
        List<String> all = Arrays.asList(arguments);
        Work work = Work.of(all.subList(1, all.size()));
        boolean binary = work.outputs() == 1;
        DefaultTrainingConfig configuration = new DefaultTrainingConfig(
                        binary ? Loss.sigmoidBinaryCrossEntropyLoss() : Loss.softmaxCrossEntropyLoss())
                .optOptimizer(optimizer(work))
                .optDevices(new Device[] {Device.cpu()});
        Orders orders = new Orders();
        try (Model model = Model.newInstance("bench", Device.cpu())) {
            model.setBlock(network(work, weights(Path.of(all.get(0)))));
            try (Trainer trainer = model.newTrainer(configuration)) {
                trainer.initialize(new Shape(work.batch(), work.inputs()));
                DjlStepServer server = new DjlStepServer(work, trainer, model.getNDManager());
                orders.ready("DJL " + Engine.getDjlVersion() + ", "
                        + Engine.getInstance().getEngineName() + " "
                        + Engine.getInstance().getVersion() + ", JDK " + Runtime.version());
                for (int passes = orders.await(); passes > 0; passes = orders.await()) {
                    long start = System.nanoTime();
                    double loss = 0;
                    for (int pass = 0; pass < passes; pass++) {
                        loss = server.pass();
                    }
                    orders.answer(System.nanoTime() - start, loss);
                }
            }
        }
    }

    /** Trains every batch once; the mean loss of the steps. */
    private double pass() {
        double total = 0;
        for (int batch = 0; batch < work.batches(); batch++) {
            NDIndex items = new NDIndex("{}:{}", batch * work.batch(), (batch + 1) * work.batch());
            try (NDManager step = features.getManager().newSubManager();
                    GradientCollector gradients = trainer.newGradientCollector()) {
                NDArray outputs =
                        trainer.forward(new NDList(features.get(step, items))).singletonOrThrow();
                NDArray loss = trainer.getLoss().evaluate(new NDList(targets.get(step, items)), new NDList(outputs));
                gradients.backward(loss);
                total += loss.getFloat();
                trainer.step();
            }
        }
        return total / work.batches();
    }

    private static Optimizer optimizer(Work work) {
        Tracker rate = Tracker.fixed((float) Work.LEARNING_RATE);
        return work.optimizer().equals("adam")
                ? Optimizer.adam().optLearningRateTracker(rate).build()
                : Optimizer.sgd().setLearningRateTracker(rate).build();
    }

    /** The layers, initialized with the weights that all have in common: W row by row before b, layer by layer. */
    private static SequentialBlock network(Work work, FloatBuffer weights) {
        SequentialBlock network = new SequentialBlock();
        List<Integer> sizes = work.sizes();
        for (int layer = 1; layer < sizes.size(); layer++) {
            Linear linear = Linear.builder().setUnits(sizes.get(layer)).build();
            linear.setInitializer(next(weights, sizes.get(layer) * sizes.get(layer - 1)), Parameter.Type.WEIGHT);
            linear.setInitializer(next(weights, sizes.get(layer)), Parameter.Type.BIAS);
            network.add(linear);
            if (layer < sizes.size() - 1) {
                network.add(Activation::relu);
            }
        }
        return network;
    }

    private static Initializer next(FloatBuffer weights, int count) {
        float[] values = new float[count];
        weights.get(values);
        return (manager, shape, type) -> manager.create(values, shape);
    }

    private static FloatBuffer weights(Path folder) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(folder.resolve(Comparison.WEIGHTS)))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
    }

    private static float[] floats(Matrix matrix) {
        float[] floats = new float[matrix.values().length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) matrix.values()[i];
        }
        return floats;
    }

    /** The row of the one in every column. */
    private static float[] labels(Matrix oneHot) {
        float[] labels = new float[oneHot.columns()];
        for (int i = 0; i < oneHot.values().length; i++) {
            if (oneHot.values()[i] == 1) {
                labels[i / oneHot.rows()] = i % oneHot.rows();
            }
        }
        return labels;
    }
}
