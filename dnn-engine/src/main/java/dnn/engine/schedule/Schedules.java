package dnn.engine.schedule;

import dnn.api.schedule.Constant;
import dnn.api.schedule.Cosine;
import dnn.api.schedule.Exponential;
import dnn.api.schedule.Schedule;
import dnn.api.schedule.Step;
import dnn.engine.registry.Registry;
import java.util.ServiceLoader;

/** The learning rates that declared schedules give. Thread-safe. */
public final class Schedules {
    private Schedules() {}

    /**
     * One line for each declared schedule: constant α; cosine min + ½(α − min)(1 + cos(πt/T)); exponential α·factorᵗ;
     * step α·factor^⌊t/every⌋. {@link StrictMath}, so that the bits do not depend on the JDK.
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
                .with(ServiceLoader.load(ScheduleExtension.class));
    }
}
