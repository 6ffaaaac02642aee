package dnn.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.engine.probe.Difference;
import dnn.launcher.process.ExitCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradcheckExitTest {
    @Test
    void aDisagreementHasAnExitCodeOfItsOwn() {
        Difference agrees = new Difference("dense1.weights", 1e-9, true);
        Difference differs = new Difference("dense1.biases", 0.5, false);
        assertThat(GradcheckCommand.exitCode(List.of(agrees, agrees))).isEqualTo(ExitCode.DONE);
        assertThat(GradcheckCommand.exitCode(List.of(agrees, differs))).isEqualTo(4);
    }
}
