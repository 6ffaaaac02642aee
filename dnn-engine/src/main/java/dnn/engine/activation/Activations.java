package dnn.engine.activation;

import dnn.api.activation.Activation;
import dnn.api.activation.Identity;
import dnn.api.activation.LeakyRelu;
import dnn.api.activation.Relu;
import dnn.api.activation.ScalarFunction;
import dnn.api.activation.Sigmoid;
import dnn.api.activation.Softmax;
import dnn.api.activation.Tanh;
import dnn.engine.backend.PointwiseFunction;
import dnn.engine.registry.Registry;
import java.util.ServiceLoader;

/** The functions that run declared activations. Thread-safe. */
public final class Activations {
    private Activations() {}

    /** One line for each declared activation that a kernel runs; those that bring their formulas are run by these. */
    public static Registry<Activation, ActivationFunction> registry() {
        return Registry.<Activation, ActivationFunction>of(Activation.class)
                .with(Identity.class, spec -> new PointwiseActivation(PointwiseFunction.IDENTITY))
                .with(Sigmoid.class, spec -> new PointwiseActivation(PointwiseFunction.SIGMOID))
                .with(Tanh.class, spec -> new PointwiseActivation(PointwiseFunction.TANH))
                .with(Relu.class, spec -> new PointwiseActivation(PointwiseFunction.rectifier(0)))
                .with(LeakyRelu.class, spec -> new PointwiseActivation(PointwiseFunction.rectifier(spec.slope())))
                .with(Softmax.class, spec -> new SoftmaxActivation())
                .with(ServiceLoader.load(ActivationExtension.class))
                .otherwise(ScalarFunction.class, ScalarActivation::new);
    }
}
