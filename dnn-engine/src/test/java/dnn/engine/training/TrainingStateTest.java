package dnn.engine.training;

import static dnn.api.Dsl.accuracy;
import static dnn.api.Dsl.adam;
import static dnn.api.Dsl.adamW;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.logLoss;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.nadam;
import static dnn.api.Dsl.rmsProp;
import static dnn.api.Dsl.rocAuc;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.metric.MeanAbsoluteError;
import dnn.api.metric.MedianAbsoluteError;
import dnn.api.metric.Metric;
import dnn.api.metric.RSquared;
import dnn.api.schedule.Cosine;
import dnn.api.training.EarlyStopping;
import dnn.api.training.GradientClipping;
import dnn.engine.Experiments;
import dnn.engine.backend.Backend;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import dnn.engine.network.Items;
import dnn.engine.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class TrainingStateTest {
    private static final Metric[] OF_CLASSES = {accuracy(), rocAuc(), logLoss()};

    public static List<Experiment> experiments() {
        return List.of(
                Experiments.classifier()
                        .metrics(OF_CLASSES)
                        .schedule(new Cosine(0))
                        .earlyStopping(new EarlyStopping("validation.loss", 1, true))
                        .build(),
                Experiments.classifier()
                        .optimizer(rmsProp(0.01))
                        .gradientClipping(new GradientClipping.ByNorm(1))
                        .build(),
                Experiments.classifier()
                        .optimizer(sgd(0.1).momentum(0.9))
                        .regularization(0.01, 0.1)
                        .build(),
                Experiments.classifier().optimizer(nadam(0.01)).build(),
                Experiments.classifier().optimizer(adamW(0.01)).build());
    }

    /** What a run leaves: every state between two steps, and its result. */
    record Told(List<TrainingState> states, TrainingResult result) {
        static Told of(Function<TrainingListener, TrainingResult> run) {
            List<TrainingState> states = new ArrayList<>();
            TrainingResult result = run.apply(new TrainingListener() {
                @Override
                public void between(Supplier<TrainingState> state) {
                    states.add(state.get());
                }

                @Override
                public void epochEnded(EpochReport report) {}
            });
            return new Told(states, result);
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void fromAnyStepTrainingGoesOnToTheSameBits(Experiment experiment) {
        goesOnToTheSameBits(experiment, Experiments.classes(10), Experiments.classes(7), new CommonsMathBackend());
    }

    /** Stops after every step in turn and goes on in a training of its own. */
    public static void goesOnToTheSameBits(Experiment experiment, Dataset items, Dataset validation, Backend backend) {
        Trainer trainer = new Trainer(experiment, backend);
        Told whole = Told.of(listener -> trainer.train(items, validation, listener, () -> false));
        assertThat(whole.states()).hasSizeGreaterThan(6);
        for (int i = 0; i < whole.states().size(); i++) {
            TrainingState from = whole.states().get(i);
            Trainer fresh = new Trainer(experiment, backend);
            Told rest = Told.of(listener -> fresh.resume(from, items, validation, listener, () -> false));
            int epochs = experiment.training().epochs();
            assertThat(rest.states())
                    .as("after state %d of %d epochs", i, epochs)
                    .isEqualTo(whole.states().subList(i + 1, whole.states().size()));
            assertThat(rest.result().status()).isEqualTo(whole.result().status());
            assertThat(Experiments.parameters(rest.result().network()))
                    .containsExactly(Experiments.parameters(whole.result().network()));
            assertThat(rest.result().epochOfWeights()).isEqualTo(whole.result().epochOfWeights());
            assertThat(rest.result().epochs())
                    .extracting(EpochReport::figures)
                    .isEqualTo(whole.result().epochs().stream()
                            .map(EpochReport::figures)
                            .toList());
        }
    }

    @Test
    void whereTrainingStopsOrEndsItSaysFromWhatItWouldGoOn() {
        Experiment experiment = experiments().get(0);
        Dataset items = Experiments.classes(10);
        Dataset validation = Experiments.classes(7);
        Trainer trainer = new Trainer(experiment, new CommonsMathBackend());
        Told whole = Told.of(listener -> trainer.train(items, validation, listener, () -> false));
        List<TrainingState> ended = new ArrayList<>();
        List<TrainingState> stopped = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void stopped(Supplier<TrainingState> state) {
                stopped.add(state.get());
            }

            @Override
            public void ended(Supplier<TrainingState> state) {
                ended.add(state.get());
            }

            @Override
            public void epochEnded(EpochReport report) {}
        };
        trainer.train(items, validation, listener, () -> false);
        assertThat(ended).containsExactly(whole.states().get(whole.states().size() - 1));
        assertThat(stopped).isEmpty();
        AtomicInteger asked = new AtomicInteger();
        trainer.train(items, validation, listener, () -> asked.incrementAndGet() > 2);
        assertThat(stopped).containsExactly(whole.states().get(1));
        assertThat(stopped.get(0).isFinite()).isTrue();
        assertThat(ended).hasSize(1);
    }

    @Test
    void figuresOfNumbersGoOnToo() {
        Experiment experiment = Experiments.of(meanSquaredError(), dense(4, tanh()), dense(2))
                .optimizer(adam(0.01))
                .metrics(new RSquared(), new MeanAbsoluteError(), new MedianAbsoluteError())
                .batchSize(3)
                .epochs(3)
                .build();
        Dataset items = Experiments.items("state", meanSquaredError(), 3, 2, 11);
        goesOnToTheSameBits(experiment, items, Experiments.none(items), new CommonsMathBackend());
    }

    @Test
    void aStateIsEqualOnlyWhereEveryNumberIs() {
        TrainingState state = new TrainingState(1, 2, 3, 4, List.of(), Map.of("parameters", new double[] {1, 2}));
        assertThat(state).isEqualTo(new TrainingState(1, 2, 3, 9, List.of(), Map.of("parameters", new double[] {1, 2
        })));
        assertThat(state).isNotEqualTo(new TrainingState(1, 2, 3, 4, List.of(), Map.of("parameters", new double[] {1, 3
        })));
        assertThat(state).isNotEqualTo(new TrainingState(1, 1, 3, 4, List.of(), state.numbers()));
    }

    @Test
    void theStateOfAnotherTrainingIsRefusedByName() {
        Experiment experiment = experiments().get(2);
        Dataset items = Experiments.classes(10);
        Trainer trainer = new Trainer(experiment, new CommonsMathBackend());
        TrainingState state = Told.of(listener -> trainer.train(items, Experiments.none(items), listener, () -> false))
                .states()
                .get(2);
        assertThat(state.numbers().keySet()).contains("parameters", "optimizer.v", "last_good", "sums");
        Experiment other = Experiments.classifier().optimizer(adam(0.1)).build();
        assertThatThrownBy(() -> new Trainer(other, new CommonsMathBackend())
                        .resume(state, items, Experiments.none(items), TrainingListener.none(), () -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the state has no `optimizer.m`");
        Experiment wider = Experiments.of(experiment.training().loss(), dense(9, tanh()), dense(1, sigmoid()))
                .optimizer(sgd(0.1).momentum(0.9))
                .batchSize(4)
                .build();
        assertThatThrownBy(() -> new Trainer(wider, new CommonsMathBackend())
                        .resume(state, items, Experiments.none(items), TrainingListener.none(), () -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`parameters` of this training has " + (9 * 4 + 10) + " numbers");
    }

    @Test
    void partsOfAStepAddUpInOrder() {
        Experiment experiment =
                Experiments.classifier().regularization(0.01, 0.1).build();
        Dataset data = Experiments.classes(10);
        CommonsMathBackend backend = new CommonsMathBackend();
        Network network = Network.initialized(experiment, 3, backend);
        double[] whole = gradients(experiment, network, data, 10);
        double[] inParts = gradients(experiment, network, data, 4);
        assertThat(inParts).usingComparatorWithPrecision(1e-14).containsExactly(whole);
        assertThat(gradients(experiment, network, data, 4)).containsExactly(inParts);
        assertThat(Arrays.stream(whole).anyMatch(number -> number != 0)).isTrue();
    }

    private static double[] gradients(Experiment experiment, Network network, Dataset data, int chunk) {
        StepLoop loop = new StepLoop(experiment, network, chunk);
        Items items = new Items(network.backend(), data);
        loop.begin(data.items());
        for (int first = 0; first < data.items(); first += chunk) {
            int count = Math.min(chunk, data.items() - first);
            loop.part(items.features(first, count), items.targets(first, count), Items.EACH_ONCE, first, count);
        }
        double[] gradients = new double[(int) network.parameterCount()];
        network.backend().read(loop.workspace().flatGradients(), gradients.length, gradients);
        return gradients;
    }
}
