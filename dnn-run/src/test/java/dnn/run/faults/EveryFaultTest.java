package dnn.run.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls that a training with checkpoints makes of its file system fail, each once in one training and from then on in
 * another; {@code -Dfaults.step=1} tries every one. What is left is a run that is complete, or one that goes on to the
 * weights of the training that met no fault.
 */
class EveryFaultTest {
    /** One of so many calls is tried; 1 for every single one, which takes minutes. */
    static final int STEP = Integer.getInteger("faults.step", 9);

    @TempDir
    private Path folder;

    private final Map<SmallTraining.Left, Integer> left = new EnumMap<>(SmallTraining.Left.class);

    @Test
    void afterAnyFaultThereIsARunThatIsWholeOrGoesOn() throws IOException {
        SmallTraining training = new SmallTraining(folder);
        Path whole = folder.resolve("whole");
        Faults none = Faults.none();
        training.train(whole, none);
        int calls = none.calls();
        assertThat(calls).isGreaterThan(150);
        for (int call = 1; call <= calls; call += STEP) {
            survives(training, Faults.once(call), "once-" + call, whole);
            survives(training, Faults.from(call), "from-" + call, whole);
        }
        System.getLogger("dnn")
                .log(System.Logger.Level.INFO, "one in " + STEP + " of " + calls + " calls failed, twice: " + left);
        assertThat(left.get(SmallTraining.Left.RESUMED)).isGreaterThan(calls / STEP / 4);
        assertThat(left.get(SmallTraining.Left.COMPLETE)).isGreaterThan(calls / STEP / 4);
    }

    private void survives(SmallTraining training, Faults faults, String name, Path whole) throws IOException {
        Path run = folder.resolve(name);
        try {
            training.train(run, faults);
        } catch (IOException e) {
            assertThat(faults.struck()).as("%s: %s", name, e).isTrue();
        }
        left.merge(training.survives(run, whole, name), 1, Integer::sum);
    }
}
