package dnn.engine.initializer;

import dnn.api.initializer.Constant;
import dnn.api.initializer.Explicit;
import dnn.api.initializer.HeNormal;
import dnn.api.initializer.HeUniform;
import dnn.api.initializer.Initializer;
import dnn.api.initializer.LecunNormal;
import dnn.api.initializer.LecunUniform;
import dnn.api.initializer.Normal;
import dnn.api.initializer.Ones;
import dnn.api.initializer.Orthogonal;
import dnn.api.initializer.Uniform;
import dnn.api.initializer.XavierNormal;
import dnn.api.initializer.XavierUniform;
import dnn.api.initializer.Zeros;
import dnn.api.random.RandomStream;
import dnn.engine.registry.Registry;
import java.util.Arrays;
import java.util.ServiceLoader;

/** The numbers that declared initializers give. Thread-safe. */
public final class Initializers {
    private Initializers() {}

    /** One line for each declared initializer; the formulas are told at the declarations. */
    public static Registry<Initializer, InitialValues> registry() {
        return Registry.<Initializer, InitialValues>of(Initializer.class)
                .with(Zeros.class, spec -> (place, stream) -> constant(place, 0))
                .with(Ones.class, spec -> (place, stream) -> constant(place, 1))
                .with(Constant.class, spec -> (place, stream) -> constant(place, spec.value()))
                .with(
                        Normal.class,
                        spec -> (place, stream) -> normal(place, stream, spec.mean(), spec.standardDeviation()))
                .with(Uniform.class, spec -> (place, stream) -> uniform(place, stream, spec.low(), spec.high()))
                .with(
                        XavierNormal.class,
                        spec -> (place, stream) ->
                                normal(place, stream, 0, Math.sqrt(2.0 / (place.inputs() + place.outputs()))))
                .with(
                        XavierUniform.class,
                        spec -> (place, stream) ->
                                symmetric(place, stream, Math.sqrt(6.0 / (place.inputs() + place.outputs()))))
                .with(
                        HeNormal.class,
                        spec -> (place, stream) -> normal(place, stream, 0, Math.sqrt(2.0 / place.inputs())))
                .with(
                        HeUniform.class,
                        spec -> (place, stream) -> symmetric(place, stream, Math.sqrt(6.0 / place.inputs())))
                .with(
                        LecunNormal.class,
                        spec -> (place, stream) -> normal(place, stream, 0, Math.sqrt(1.0 / place.inputs())))
                .with(
                        LecunUniform.class,
                        spec -> (place, stream) -> symmetric(place, stream, Math.sqrt(3.0 / place.inputs())))
                .with(Orthogonal.class, spec -> new OrthogonalMatrix(spec.gain()))
                .with(Explicit.class, spec -> new WrittenValues(spec.values()))
                .with(ServiceLoader.load(InitializerExtension.class));
    }

    private static double[] constant(TensorPlace place, double value) {
        double[] values = new double[place.size()];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] normal(TensorPlace place, RandomStream stream, double mean, double standardDeviation) {
        double[] values = new double[place.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = mean + standardDeviation * stream.nextGaussian();
        }
        return values;
    }

    private static double[] symmetric(TensorPlace place, RandomStream stream, double bound) {
        return uniform(place, stream, -bound, bound);
    }

    private static double[] uniform(TensorPlace place, RandomStream stream, double low, double high) {
        double[] values = new double[place.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = low + (high - low) * stream.nextDouble();
        }
        return values;
    }
}
