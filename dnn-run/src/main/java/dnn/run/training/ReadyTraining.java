package dnn.run.training;

import dnn.config.CheckReport;
import dnn.config.check.Checker;
import dnn.data.problem.DataException;
import dnn.engine.backend.BackendChoice;
import dnn.run.check.CheckedExperiment;
import dnn.run.check.Probing;
import dnn.run.check.RefusedException;

/**
 * A training that nothing stands in the way of: checked, its backend open, its data read, and one step of it tried.
 *
 * @param run the training; whoever does not train closes its backend
 * @param report every finding, none of them an error
 */
public record ReadyTraining(ExperimentRun run, CheckReport report) {
    /**
     * Makes a checked experiment ready.
     *
     * @param budget threads of everything that is done side by side
     * @throws RefusedException if there are errors; its report has all findings
     * @throws DataException if the data changed since it was checked
     */
    public static ReadyTraining of(CheckedExperiment checked, ThreadBudget budget) {
        if (checked.report().hasErrors()) {
            throw new RefusedException(checked.report());
        }
        BackendChoice choice = Probing.backend(
                checked.loaded(), budget.limit(checked.experiment().engine()));
        try {
            CheckReport memory = Probing.memory(checked, choice.backend().precision());
            if (memory.hasErrors()) {
                throw new RefusedException(checked.report().plus(memory));
            }
            ExperimentRun run = ExperimentRun.of(checked, choice, budget);
            CheckReport report = checked.report().plus(Checker.check(checked.loaded(), run.probe()));
            if (report.hasErrors()) {
                throw new RefusedException(report);
            }
            return new ReadyTraining(run, report);
        } catch (RuntimeException e) {
            choice.backend().close();
            throw e;
        }
    }
}
