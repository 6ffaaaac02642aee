package dnn.engine.training;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.engine.backend.Backend;
import dnn.engine.network.Network;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Trains the network of an experiment on a backend. The same experiment, items, backend and kind of machine give the
 * same bits. Thread-safe: several trainings, of one trainer or of many, may run on one backend at once, each with a
 * network of its own.
 */
public final class Trainer {
    private final Experiment experiment;
    private final Backend backend;
    private final LongSupplier nanoTime;

    /** Trains with this backend, which stays open. */
    public Trainer(Experiment experiment, Backend backend) {
        this(experiment, backend, System::nanoTime);
    }

    /** Trains with this backend and measures time with this clock, in nanoseconds. */
    public Trainer(Experiment experiment, Backend backend, LongSupplier nanoTime) {
        this.experiment = experiment;
        this.backend = backend;
        this.nanoTime = nanoTime;
    }

    /**
     * Builds and initializes the network, and trains it until the last epoch, early stopping, a stop, or numbers that
     * are no longer finite.
     *
     * <p>Kept are the last weights; with {@code restore_best} those of the epoch with the best monitored figure,
     * however training ended; after divergence those with which loss and gradients were last finite, or the last ones
     * where it is the items that are not.
     *
     * @param train items to learn from, at least one
     * @param validation items to watch, possibly none
     * @param listener is told how it goes
     * @param stop polled between steps; training ends when it says true
     * @throws IllegalArgumentException if there are no items, or items, shapes, loss and output do not fit each other
     * @throws IllegalStateException if the backend was closed
     */
    public TrainingResult train(Dataset train, Dataset validation, TrainingListener listener, BooleanSupplier stop) {
        if (train.items() == 0) {
            throw new IllegalArgumentException("there are no items to learn from");
        }
        return backend.lifetime().during(() -> trainOn(Optional.empty(), train, validation, listener, stop));
    }

    /**
     * Goes on from where training was, with the same experiment and the same items: to the same bits as if it had never
     * stopped.
     *
     * @param state taken between two steps; see {@link TrainingListener#between}
     * @param train the same items to learn from
     * @param validation the same items to watch
     * @throws IllegalArgumentException if the state is of another network or optimizer, or of other metrics
     * @throws IllegalStateException if the backend was closed
     */
    public TrainingResult resume(
            TrainingState state, Dataset train, Dataset validation, TrainingListener listener, BooleanSupplier stop) {
        return backend.lifetime().during(() -> trainOn(Optional.of(state), train, validation, listener, stop));
    }

    private TrainingResult trainOn(
            Optional<TrainingState> state,
            Dataset train,
            Dataset validation,
            TrainingListener listener,
            BooleanSupplier stop) {
        Network network = Network.initialized(experiment, train.features().rows(), backend);
        network.checkItems(train);
        if (validation.items() > 0) {
            network.checkItems(validation);
        }
        TrainingRun run = new TrainingRun(experiment, network, train, validation, listener, nanoTime);
        state.ifPresentOrElse(run::restore, run::begin);
        return run.run(stop);
    }
}
