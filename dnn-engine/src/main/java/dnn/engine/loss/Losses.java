package dnn.engine.loss;

import dnn.api.loss.BinaryCrossEntropy;
import dnn.api.loss.CategoricalCrossEntropy;
import dnn.api.loss.Loss;
import dnn.api.loss.MeanAbsoluteError;
import dnn.api.loss.MeanSquaredError;
import dnn.api.loss.ScalarLoss;
import dnn.engine.registry.Registry;
import java.util.ServiceLoader;

/** The functions that run declared losses. Thread-safe. */
public final class Losses {
    private Losses() {}

    /** One line for each declared loss that kernels run; those that bring their formulas are run by these. */
    public static Registry<Loss, LossFunction> registry() {
        return Registry.<Loss, LossFunction>of(Loss.class)
                .with(
                        BinaryCrossEntropy.class,
                        spec -> new BinaryCrossEntropyLoss(new Smoothing(spec.labelSmoothing(), 2)))
                .with(CategoricalCrossEntropy.class, spec -> new CategoricalCrossEntropyLoss(spec.labelSmoothing()))
                .with(MeanSquaredError.class, spec -> new MeanSquaredErrorLoss())
                .with(MeanAbsoluteError.class, spec -> new MeanAbsoluteErrorLoss())
                .with(ServiceLoader.load(LossExtension.class))
                .otherwise(ScalarLoss.class, ScalarLossFunction::new);
    }
}
