package dnn.config.check;

import dnn.api.activation.Activation;
import dnn.api.activation.Sigmoid;
import dnn.api.layer.Dropout;
import dnn.config.diagnostic.TrainingDiagnostics;
import java.util.List;
import java.util.Optional;

/**
 * Layers that waste or spoil: linear hidden layers (A401), long chains of sigmoids (A402), dropout behind the output
 * (A405).
 */
final class ArchitectureCheck implements Check {
    private static final int MANY = 8;

    @Override
    public void check(Subject subject) {
        List<CheckedNetwork.Layer> weighted = subject.network().weighted();
        if (!subject.network().isComplete() || weighted.isEmpty()) {
            return;
        }
        int sigmoids = 0;
        for (CheckedNetwork.Layer layer : weighted.subList(0, weighted.size() - 1)) {
            Optional<Activation> activation = subject.network().activationAfter(layer);
            if (activation.isPresent() && activation.get().isLinear()) {
                subject.report(TrainingDiagnostics.linearLayer(layer.path(), layer.name()));
            } else if (activation.isPresent() && activation.get() instanceof Sigmoid) {
                sigmoids++;
            }
        }
        if (sigmoids >= MANY) {
            subject.report(TrainingDiagnostics.manySigmoids(CheckedNetwork.LAYERS, sigmoids));
        }
        int output = weighted.get(weighted.size() - 1).index();
        for (CheckedNetwork.Layer layer : subject.network().layers()) {
            if (layer.index() > output && layer.spec() instanceof Dropout && subject.isUsable(layer.path())) {
                subject.report(TrainingDiagnostics.dropoutBehindOutput(layer.path(), layer.name()));
            }
        }
    }
}
