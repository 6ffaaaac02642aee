package dnn.engine.custom;

import dnn.api.activation.Activation;
import dnn.api.layer.LayerSpec;
import dnn.engine.activation.ActivationExtension;
import dnn.engine.activation.ActivationFunction;
import dnn.engine.activation.ScalarActivation;
import dnn.engine.layer.LayerExtension;
import dnn.engine.layer.LayerMaker;
import dnn.engine.registry.Registry;

/** How another library registers what it adds. */
public final class TestExtension {
    private TestExtension() {}

    /** Its layers. */
    public static final class OfLayers implements LayerExtension {
        @Override
        public void addTo(Registry<LayerSpec, LayerMaker> registry) {
            registry.with(
                    Gate.class,
                    spec -> site -> new GateLayer(
                            site.outputs(),
                            site.tensors().get(0),
                            site.tensors().get(1)));
        }
    }

    /** Its activation functions. */
    public static final class OfActivations implements ActivationExtension {
        @Override
        public void addTo(Registry<Activation, ActivationFunction> registry) {
            registry.with(Ramp.class, spec -> new ScalarActivation(new Ramp.Function()));
        }
    }
}
