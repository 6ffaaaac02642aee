package dnn.engine.layer;

import dnn.api.activation.Activation;
import dnn.api.activation.Identity;
import dnn.api.layer.ActivationLayer;
import dnn.api.layer.BatchNorm;
import dnn.api.layer.Dense;
import dnn.api.layer.Dropout;
import dnn.api.layer.LayerNorm;
import dnn.api.layer.LayerSpec;
import dnn.engine.activation.ActivationFunction;
import dnn.engine.activation.Activations;
import dnn.engine.backend.Normalization;
import dnn.engine.registry.Registry;
import java.util.ServiceLoader;

/** The layers that run declared ones. Thread-safe. */
public final class Layers {
    private Layers() {}

    /** One line for each declared layer. */
    public static Registry<LayerSpec, LayerMaker> registry() {
        Registry<Activation, ActivationFunction> activations = Activations.registry();
        return Registry.<LayerSpec, LayerMaker>of(LayerSpec.class)
                .with(
                        Dense.class,
                        spec -> site -> new DenseLayer(
                                site.inputs(),
                                site.outputs(),
                                activations.make(inForce(spec.activation(), site)),
                                site.tensors().get(0),
                                site.tensors().get(1)))
                .with(
                        ActivationLayer.class,
                        spec -> site -> new ActivationOnlyLayer(
                                site.inputs(), activations.make(inForce(spec.activation(), site))))
                .with(
                        Dropout.class,
                        spec -> site -> new DropoutLayer(
                                site.inputs(), spec.rate(), site.streams().key("dropout/" + site.name())))
                .with(
                        BatchNorm.class,
                        spec -> site -> new BatchNormLayer(
                                site.name(),
                                normalization(Normalization.OF_UNITS, spec.epsilon(), site),
                                spec.momentum(),
                                site.tensors().get(2),
                                site.tensors().get(3)))
                .with(
                        LayerNorm.class,
                        spec -> site -> new LayerNormLayer(normalization(Normalization.OF_ITEMS, spec.epsilon(), site)))
                .with(ServiceLoader.load(LayerExtension.class));
    }

    private static NormalizationPass normalization(Normalization over, double epsilon, LayerSite site) {
        return new NormalizationPass(
                over,
                site.inputs(),
                epsilon,
                site.tensors().get(0),
                site.tensors().get(1));
    }

    private static Activation inForce(Activation declared, LayerSite site) {
        return site.leavesActivation() ? new Identity() : declared;
    }
}
