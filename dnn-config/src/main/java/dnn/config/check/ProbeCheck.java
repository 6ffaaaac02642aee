package dnn.config.check;

import dnn.api.loss.TargetKind;
import dnn.api.path.KeyPaths;
import dnn.api.profile.ProbeReport;
import dnn.config.diagnostic.OutputDiagnostics;
import dnn.config.diagnostic.TrainingDiagnostics;

/**
 * Checks what one batch, forward and backward, and one step show: a step that explodes (T502), an unlikely initial loss
 * (O310), dead units (A407).
 */
final class ProbeCheck implements Check {
    static final String LEARNING_RATE = KeyPaths.TRAINING_OPTIMIZER_LEARNING_RATE;

    /** A step may make the loss larger, for momentum and steep valleys; not this many times. */
    private static final double EXPLOSION = 10;

    /** An initial loss beyond this multiple of that of chance, or below its inverse, is unlikely. */
    private static final double UNLIKELY = 3;

    /** On fewer items a unit may be 0 by chance. */
    private static final int ENOUGH_ITEMS = 16;

    private final ProbeReport probe;

    ProbeCheck(ProbeReport probe) {
        this.probe = probe;
    }

    @Override
    public void check(Subject subject) {
        step(subject);
        boolean classes = subject.experiment().training().loss().targetKind() == TargetKind.CLASSES;
        if (classes && Double.isFinite(probe.lossBefore())) {
            double ratio = probe.lossBefore() / probe.chanceLoss();
            if (ratio > UNLIKELY || ratio < 1 / UNLIKELY) {
                subject.report(OutputDiagnostics.initialLoss(
                        KeyPaths.TRAINING_LOSS, probe.lossBefore(), probe.chanceLoss(), (int)
                                Math.rint(Math.exp(probe.chanceLoss()))));
            }
        }
        for (ProbeReport.Rectified layer : probe.layers()) {
            if (probe.items() >= ENOUGH_ITEMS && 2 * layer.dead() > layer.units()) {
                subject.report(TrainingDiagnostics.deadUnits(
                        subject.network().layers().get(layer.index()).path(), layer, probe.items()));
            }
        }
    }

    private void step(Subject subject) {
        if (!probe.gradientsFinite() || !Double.isFinite(probe.lossBefore())) {
            subject.report(TrainingDiagnostics.notFiniteFromTheStart(KeyPaths.TRAINING_LOSS, probe));
        } else if (!(probe.lossAfter() <= EXPLOSION * Math.max(Math.abs(probe.lossBefore()), probe.chanceLoss()))) {
            subject.report(TrainingDiagnostics.explodingStep(
                    LEARNING_RATE, subject.experiment().training().optimizer().learningRate(), probe));
        }
    }
}
