package dnn.engine;

import static dnn.api.Dsl.linear;

import dnn.api.Experiment;
import dnn.api.ExperimentBuilder;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.layer.LayerSpec;
import dnn.api.loss.CategoricalCrossEntropy;
import dnn.api.loss.Loss;
import dnn.api.loss.TargetKind;
import dnn.api.random.RandomStream;

/** Experiments and items for tests, random ones from a named stream. */
final class Experiments {
    static final TrainingListener QUIET = new TrainingListener() {};

    private Experiments() {}

    /** An experiment whose data section is not looked at by the engine. */
    static ExperimentBuilder of(Loss loss, LayerSpec... layers) {
        return Experiment.named("test")
                .data(linear(1, 1))
                .seed(1)
                .architecture(layers)
                .loss(loss);
    }

    /** Normal features, and targets of the kind the loss wants. */
    static Dataset items(String stream, Loss loss, int inputs, int outputs, int items) {
        RandomStream random = RandomStream.of(20, stream);
        Matrix features = Matrix.zeros(inputs, items);
        for (int i = 0; i < features.values().length; i++) {
            features.values()[i] = random.nextGaussian();
        }
        Matrix targets = Matrix.zeros(outputs, items);
        for (int i = 0; i < items; i++) {
            if (loss instanceof CategoricalCrossEntropy) {
                targets.set(random.nextInt(outputs), i, 1);
            } else {
                for (int k = 0; k < outputs; k++) {
                    targets.set(
                            k, i, loss.targetKind() == TargetKind.CLASSES ? random.nextInt(2) : random.nextGaussian());
                }
            }
        }
        return new Dataset(features, targets);
    }

    static Dataset none(Dataset like) {
        return new Dataset(
                Matrix.zeros(like.features().rows(), 0),
                Matrix.zeros(like.targets().rows(), 0));
    }

    /** The four points of exclusive or. */
    static Dataset xor() {
        return new Dataset(
                new Matrix(2, 4, new double[] {0, 0, 0, 1, 1, 0, 1, 1}), new Matrix(1, 4, new double[] {0, 1, 1, 0}));
    }

    /** All parameters in one array. */
    static double[] parameters(Network network) {
        return network.parameters().stream()
                .flatMapToDouble(tensor -> java.util.Arrays.stream(tensor.values()))
                .toArray();
    }

    static ParameterTensor tensor(Network network, String name) {
        return network.parameters().stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
