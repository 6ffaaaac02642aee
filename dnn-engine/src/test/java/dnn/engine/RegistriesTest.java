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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegistriesTest {
    static Stream<Arguments> registries() {
        return Stream.of(
                Arguments.of(LayerSpec.class, Layers.registry().types()),
                Arguments.of(Activation.class, Activations.registry().types()),
                Arguments.of(Loss.class, Losses.registry().types()),
                Arguments.of(Optimizer.class, Optimizers.registry().types()),
                Arguments.of(Initializer.class, Initializers.registry().types()),
                Arguments.of(Schedule.class, Schedules.registry().types()),
                Arguments.of(Metric.class, Metrics.registry().types()),
                Arguments.of(GradientClipping.class, GradientBounds.registry().types()));
    }

    @ParameterizedTest
    @MethodSource("registries")
    void everyPermittedTypeIsRegistered(Class<?> declared, Set<Class<?>> registered) {
        assertThat(registered.stream()
                        .filter(type -> type.getName().startsWith("dnn.api."))
                        .toList())
                .containsExactlyInAnyOrder(Experiments.kindsOf(declared));
    }

    @Test
    void anUnregisteredTypeIsNamed() {
        assertThatThrownBy(
                        () -> Registry.<Activation, String>of(Activation.class).make(new Identity()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("dnn.api.activation.Identity is a Activation without an entry");
    }
}
