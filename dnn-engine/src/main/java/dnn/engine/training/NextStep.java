package dnn.engine.training;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.engine.backend.Backend;
import dnn.engine.network.Network;
import java.util.Optional;

/** The step that follows on a state of a training, looked at layer by layer; training itself is left alone. */
public final class NextStep {
    private NextStep() {}

    /**
     * Does that step on a network of its own.
     *
     * @param state taken between two steps; empty for the beginning of training
     * @param train the items to learn from
     */
    public static StepTrace of(Experiment experiment, Backend backend, Optional<TrainingState> state, Dataset train) {
        int size = experiment.training().batchSize().of(train.items());
        int stepsPerEpoch = (train.items() + size - 1) / size;
        boolean atEnd = state.isPresent() && state.get().step() == stepsPerEpoch;
        int epoch = state.map(TrainingState::epoch).orElse(1) + (atEnd ? 1 : 0);
        int step = atEnd ? 1 : state.map(TrainingState::step).orElse(0) + 1;
        Dataset batch = StepItems.batch(train, StepItems.of(experiment, train.items(), epoch, step));
        long stepsBefore = state.map(TrainingState::steps).orElse(0L);
        return backend.lifetime().during(() -> {
            Network network = Network.initialized(experiment, train.features().rows(), backend);
            state.ifPresent(from -> backend.write(
                    from.numbers(StepLoop.PARAMETERS, network.flatParameters().length()), 0, network.flatParameters()));
            return StepTrace.of(experiment, backend, network.parameters(), batch, stepsBefore, true);
        });
    }
}
