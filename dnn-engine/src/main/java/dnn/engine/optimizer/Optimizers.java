package dnn.engine.optimizer;

import dnn.api.optimizer.Adagrad;
import dnn.api.optimizer.Adam;
import dnn.api.optimizer.Optimizer;
import dnn.api.optimizer.RmsProp;
import dnn.api.optimizer.Sgd;
import dnn.engine.registry.Registry;
import java.util.ServiceLoader;

/** The rules that run declared optimizers. Thread-safe. */
public final class Optimizers {
    private Optimizers() {}

    /** One line for each declared optimizer. */
    public static Registry<Optimizer, UpdateRule> registry() {
        return Registry.<Optimizer, UpdateRule>of(Optimizer.class)
                .with(Sgd.class, spec -> new SgdRule(spec.momentum(), spec.nesterov()))
                .with(RmsProp.class, spec -> new RmsPropRule(spec.decay(), spec.epsilon()))
                .with(Adam.class, spec -> new AdamRule(spec.beta1(), spec.beta2(), spec.epsilon()))
                .with(Adagrad.class, spec -> new AdagradRule(spec.epsilon()))
                .with(ServiceLoader.load(OptimizerExtension.class));
    }
}
