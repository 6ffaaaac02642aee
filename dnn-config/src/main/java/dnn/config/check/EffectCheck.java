package dnn.config.check;

import dnn.api.Training;
import dnn.api.layer.Dropout;
import dnn.api.optimizer.Sgd;
import dnn.api.schedule.Step;
import dnn.config.diagnostic.Related;
import dnn.config.diagnostic.YamlDiagnostics;

/** Options that another value makes idle (Y009). */
final class EffectCheck implements Check {
    @Override
    public void check(Subject subject) {
        Training training = subject.experiment().training();
        if (training.optimizer() instanceof Sgd sgd
                && sgd.nesterov()
                && sgd.momentum() == 0
                && subject.isUsable("training.optimizer")) {
            subject.report(YamlDiagnostics.idle(
                    "training.optimizer.nesterov",
                    "`nesterov` has no effect without momentum",
                    Related.at("training.optimizer.momentum", "momentum = 0"),
                    "write `momentum: 0.9`, or remove `nesterov`"));
        }
        if (training.schedule() instanceof Step step
                && step.every() >= training.epochs()
                && subject.isUsable("training.schedule")
                && subject.isUsable("training.epochs")) {
            subject.report(YamlDiagnostics.idle(
                    "training.schedule.every",
                    "the schedule has no effect: the rate would change after " + step.every()
                            + " epochs, but training ends after " + training.epochs(),
                    Related.at("training.epochs", training.epochs() + " epochs"),
                    "write a number below " + training.epochs() + ", or remove `schedule`"));
        }
        for (Network.Layer layer : subject.network().layers()) {
            if (layer.spec() instanceof Dropout dropout && dropout.rate() == 0 && subject.isUsable(layer.path())) {
                subject.report(YamlDiagnostics.idleDropout(layer.path(), layer.name()));
            }
        }
    }
}
