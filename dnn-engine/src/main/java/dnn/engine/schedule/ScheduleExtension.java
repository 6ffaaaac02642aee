package dnn.engine.schedule;

import dnn.api.schedule.Schedule;
import dnn.engine.registry.Extension;

/** The schedules of another library; found by {@link java.util.ServiceLoader}. */
public interface ScheduleExtension extends Extension<Schedule, LearningRate> {}
