package dnn.engine.optimizer;

import dnn.api.optimizer.Adadelta;
import dnn.api.optimizer.Adagrad;
import dnn.api.optimizer.Adam;
import dnn.api.optimizer.AdamW;
import dnn.api.optimizer.Adamax;
import dnn.api.optimizer.Amsgrad;
import dnn.api.optimizer.Lion;
import dnn.api.optimizer.Nadam;
import dnn.api.optimizer.Optimizer;
import dnn.api.optimizer.Radam;
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
                .with(
                        AdamW.class,
                        spec -> new AdamWRule(
                                new AdamRule(spec.beta1(), spec.beta2(), spec.epsilon()), spec.weightDecay()))
                .with(
                        Nadam.class,
                        spec -> new NadamRule(spec.beta1(), spec.beta2(), spec.epsilon(), spec.momentumDecay()))
                .with(Radam.class, spec -> new RadamRule(spec.beta1(), spec.beta2(), spec.epsilon()))
                .with(Adamax.class, spec -> new AdamaxRule(spec.beta1(), spec.beta2(), spec.epsilon()))
                .with(Amsgrad.class, spec -> new AmsgradRule(spec.beta1(), spec.beta2(), spec.epsilon()))
                .with(Adadelta.class, spec -> new AdadeltaRule(spec.decay(), spec.epsilon()))
                .with(Lion.class, spec -> new LionRule(spec.beta1(), spec.beta2(), spec.weightDecay()))
                .with(ServiceLoader.load(OptimizerExtension.class));
    }
}
