package dnn.engine.loss;

import dnn.api.loss.BinaryCrossEntropy;
import dnn.api.loss.CategoricalCrossEntropy;
import dnn.api.loss.Loss;
import dnn.api.loss.MeanAbsoluteError;
import dnn.api.loss.MeanSquaredError;
import dnn.engine.registry.Registry;
import java.util.ServiceLoader;

/** The functions that run declared losses. Thread-safe. */
public final class Losses {
    private Losses() {}

    /** One line for each declared loss. */
    public static Registry<Loss, LossFunction> registry() {
        return Registry.<Loss, LossFunction>of(Loss.class)
                .with(BinaryCrossEntropy.class, spec -> new BinaryCrossEntropyLoss())
                .with(CategoricalCrossEntropy.class, spec -> new CategoricalCrossEntropyLoss())
                .with(MeanSquaredError.class, spec -> new MeanSquaredErrorLoss())
                .with(MeanAbsoluteError.class, spec -> new MeanAbsoluteErrorLoss())
                .with(ServiceLoader.load(LossExtension.class));
    }
}
