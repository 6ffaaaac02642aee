package dnn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dnn.api.activation.Activation;
import dnn.api.activation.Identity;
import dnn.api.initializer.Initializer;
import dnn.api.layer.LayerSpec;
import dnn.api.loss.Loss;
import dnn.api.metric.Metric;
import dnn.api.optimizer.Optimizer;
import dnn.api.schedule.Schedule;
import dnn.api.training.GradientClipping;
import dnn.engine.activation.Activations;
import dnn.engine.initializer.Initializers;
import dnn.engine.layer.Layers;
import dnn.engine.loss.Losses;
import dnn.engine.metric.Metrics;
import dnn.engine.optimizer.GradientBounds;
import dnn.engine.optimizer.Optimizers;
import dnn.engine.registry.Registry;
import dnn.engine.schedule.Schedules;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegistriesTest {
    static Stream<Arguments> registries() {
        return Stream.of(
                Arguments.of(LayerSpec.class, Layers.registry()),
                Arguments.of(Activation.class, Activations.registry()),
                Arguments.of(Loss.class, Losses.registry()),
                Arguments.of(Optimizer.class, Optimizers.registry()),
                Arguments.of(Initializer.class, Initializers.registry()),
                Arguments.of(Schedule.class, Schedules.registry()),
                Arguments.of(Metric.class, Metrics.registry()),
                Arguments.of(GradientClipping.class, GradientBounds.registry()));
    }

    @ParameterizedTest
    @MethodSource("registries")
    void everyPermittedTypeIsRun(Class<?> declared, Registry<?, ?> registry) {
        assertThat(Experiments.kindsOf(declared)).isNotEmpty().allMatch(registry::runs);
        assertThat(registry.runs(Experiments.class)).isFalse();
    }

    @Test
    void anUnregisteredTypeIsNamed() {
        assertThatThrownBy(
                        () -> Registry.<Activation, String>of(Activation.class).make(new Identity()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("dnn.api.activation.Identity is a Activation without an entry");
    }
}
