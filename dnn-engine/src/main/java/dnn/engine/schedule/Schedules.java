package dnn.engine.schedule;

import dnn.api.Training;
import dnn.api.schedule.Constant;
import dnn.api.schedule.Cosine;
import dnn.api.schedule.CosineRestarts;
import dnn.api.schedule.Exponential;
import dnn.api.schedule.InverseTime;
import dnn.api.schedule.OneCycle;
import dnn.api.schedule.Polynomial;
import dnn.api.schedule.Schedule;
import dnn.api.schedule.Step;
import dnn.engine.registry.Registry;
import java.util.ServiceLoader;

/** The learning rates that declared schedules give. Thread-safe. */
public final class Schedules {
    private Schedules() {}

    /**
     * One line for each declared schedule: constant α; cosine min + ½(α − min)(1 + cos(πt/T)); exponential α·factorᵗ;
     * step α·factor^⌊t/every⌋; polynomial min + (α − min)(1 − t/T)^power; inverse_time α/(1 + speed·t).
     * {@link StrictMath}, so that the bits do not depend on the JDK.
     */
    public static Registry<Schedule, LearningRate> registry() {
        return Registry.<Schedule, LearningRate>of(Schedule.class)
                .with(Constant.class, spec -> (initial, epoch, epochs) -> initial)
                .with(
                        Cosine.class,
                        spec -> (initial, epoch, epochs) -> spec.minimum()
                                + 0.5
                                        * (initial - spec.minimum())
                                        * (1 + StrictMath.cos(StrictMath.PI * epoch / epochs)))
                .with(
                        Exponential.class,
                        spec -> (initial, epoch, epochs) -> initial * StrictMath.pow(spec.factor(), epoch))
                .with(
                        Step.class,
                        spec -> (initial, epoch, epochs) ->
                                initial * StrictMath.pow(spec.factor(), Math.floorDiv(epoch, spec.every())))
                .with(
                        Polynomial.class,
                        spec -> (initial, epoch, epochs) -> spec.minimum()
                                + (initial - spec.minimum())
                                        * StrictMath.pow(1 - (double) epoch / epochs, spec.power()))
                .with(InverseTime.class, spec -> (initial, epoch, epochs) -> initial / (1 + spec.speed() * epoch))
                .with(CosineRestarts.class, CosineRestartsRate::new)
                .with(OneCycle.class, OneCycleRate::new)
                .with(ServiceLoader.load(ScheduleExtension.class));
    }

    /** The learning rates of a training: those of its schedule, behind its warmup if it has one. */
    public static LearningRate of(Training training) {
        LearningRate scheduled = registry().make(training.schedule());
        return training.warmup() > 0 ? new Warmup(training.warmup(), scheduled) : scheduled;
    }
}
