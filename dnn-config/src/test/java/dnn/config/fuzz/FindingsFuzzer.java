package dnn.config.fuzz;

import dnn.config.Profiles;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The target of coverage-guided fuzzing, see the profile {@code fuzz}: YAML to findings. */
public final class FindingsFuzzer {
    private static final Oracles ORACLES = new Oracles();

    private FindingsFuzzer() {}

    /** Called by the fuzzer with whatever it makes up; the first byte's parity says whether there is data. */
    public static void fuzzerTestOneInput(byte[] data) {
        boolean table = data.length > 0 && data[0] % 2 == 0;
        ORACLES.verify(
                new String(data, StandardCharsets.UTF_8),
                table ? Optional.of(Profiles.named("species")) : Optional.empty(),
                "fuzzed");
    }
}
