package dnn.engine.metric;

import dnn.api.metric.Metric;
import dnn.engine.registry.Extension;

/** The metrics of another library; found by {@link java.util.ServiceLoader}. */
public interface MetricExtension extends Extension<Metric, FigureMaker> {}
