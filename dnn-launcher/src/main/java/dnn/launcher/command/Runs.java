package dnn.launcher.command;

import dnn.config.diagnostic.RunDiagnostics;
import dnn.data.DataException;
import dnn.launcher.process.Environment;
import dnn.launcher.process.Refusal;
import dnn.run.saved.MisfitWeightsException;
import dnn.run.saved.TrainedRun;
import java.io.IOException;
import java.nio.file.Path;

/** Reading run directories named in arguments. */
final class Runs {
    private Runs() {}

    static TrainedRun open(Environment environment, Path run) {
        try {
            return TrainedRun.open(environment.directory().resolve(run));
        } catch (MisfitWeightsException e) {
            throw new Refusal(e.report());
        } catch (IOException e) {
            throw new Refusal(RunDiagnostics.notARun(run.toString(), String.valueOf(e.getMessage())));
        }
    }

    static TrainedRun.Evaluated testSplit(TrainedRun trained, Path run) {
        try {
            TrainedRun.Evaluated evaluated = trained.evaluateTestSplit();
            if (evaluated.items() == 0) {
                throw new Refusal(RunDiagnostics.noTestSplit(run.toString()));
            }
            return evaluated;
        } catch (DataException e) {
            throw new Refusal(RunDiagnostics.dataChanged(run.toString(), String.valueOf(e.getMessage())));
        }
    }
}
