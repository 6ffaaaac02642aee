package dnn.config.check;

import dnn.api.plan.Plan;
import dnn.config.CheckReport;

/**
 * An experiment that was checked.
 *
 * @param report every finding
 * @param plan its layers in their places; what could not be relied on has no known shape
 */
public record CheckedPlan(CheckReport report, Plan plan) {}
