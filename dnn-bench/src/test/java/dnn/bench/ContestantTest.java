package dnn.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Contestant} makes of the answers of a process whose clock is made up. */
class ContestantTest {
    /** Says that a pass takes 100 ms, and as its loss how many passes it trained so far. */
    private static final String SERVER =
            "echo 'ready made up 1.0'; trained=0; while read passes && [ $passes -gt 0 ]; do "
                    + "trained=$((trained + passes)); echo \"$((passes * 100)).0 $trained\"; done";

    private static final int STEPS = 10;

    @BeforeEach
    void needsAShell() {
        assumeTrue(
                Files.isExecutable(Path.of("/bin/sh")),
                "contestants are suspended through the shell; there is no /bin/sh");
    }

    @Test
    void aRoundIsAsManyPassesAsTakeItsTime() throws Exception {
        Contestant contestant = started(SERVER);
        try {
            contestant.firstPass();
            contestant.warmUp(0);
            contestant.round();
            contestant.round();
        } finally {
            contestant.stop();
        }
        assertThat(contestant.works()).isTrue();
        assertThat(contestant.identity()).isEqualTo("made up 1.0");
        assertThat(contestant.firstLoss()).isEqualTo(1);
        // 1 first, 1 to warm up, and two rounds of 4 passes of 100 ms after one that does not count.
        assertThat(contestant.lastLoss()).isEqualTo(1 + 1 + 2 * (1 + 4));
        assertThat(contestant.milliseconds().getValues()).containsExactly(10, 10);
    }

    @Test
    void aPassAsLongAsARoundIsNotPrecededByAnother() throws Exception {
        Contestant contestant = started(SERVER.replace("100", "900"));
        try {
            contestant.firstPass();
            contestant.warmUp(0);
            contestant.round();
        } finally {
            contestant.stop();
        }
        assertThat(contestant.lastLoss()).isEqualTo(3);
        assertThat(contestant.milliseconds().getMean()).isCloseTo(90, within(1e-12));
    }

    @Test
    void aProcessThatDoesNotStartOrEndsEarlyDoesNotWork() throws Exception {
        Contestant absent = started("exit 1");
        absent.firstPass();
        absent.warmUp(0);
        absent.round();
        absent.stop();
        assertThat(absent.works()).isFalse();
        assertThat(absent.identity()).isEqualTo("did not run");

        Contestant brief = started("echo 'ready briefly'; read passes; echo '5 0.5'");
        brief.firstPass();
        brief.warmUp(0);
        brief.round();
        brief.stop();
        assertThat(brief.firstLoss()).isEqualTo(0.5);
        assertThat(brief.works()).isFalse();
    }

    private static Contestant started(String script) throws Exception {
        return new Contestant("made up", STEPS, new ProcessBuilder("/bin/sh", "-c", script));
    }
}
