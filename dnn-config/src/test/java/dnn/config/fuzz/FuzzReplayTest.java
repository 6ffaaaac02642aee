package dnn.config.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What fuzzing found interesting, again and mutated, in every build. */
class FuzzReplayTest {
    private static final Path CORPUS = Path.of("src", "test", "resources", "fuzz");
    private static final Path CONFIGS = Path.of("..", "configs");
    private static final long SEED = 20_261_123;
    private static final int MUTANTS = 300;
    private static final int LONGEST = 4_000;

    private static List<byte[]> inputs() throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        for (Path folder : List.of(CORPUS, CONFIGS, CONFIGS.resolve("elsewhere"), CONFIGS.resolve("invalid"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().endsWith(".err"))
                        .sorted()
                        .toList()) {
                    inputs.add(Files.readAllBytes(file));
                }
            }
        }
        return inputs;
    }

    @Test
    void whatFuzzingFoundHolds() throws IOException {
        List<byte[]> inputs = inputs();
        assertThat(inputs).hasSizeGreaterThan(50);
        for (byte[] input : inputs) {
            assertThatCode(() -> FindingsFuzzer.fuzzerTestOneInput(input))
                    .as("%s", new String(input, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void mutantsHold() throws IOException {
        System.out.println("seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        List<byte[]> inputs = inputs();
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = inputs.get(random.nextInt(inputs.size()));
            for (int step = 1 + random.nextInt(4); step > 0; step--) {
                mutant = mutated(mutant, inputs.get(random.nextInt(inputs.size())), random);
            }
            byte[] input = mutant;
            assertThatCode(() -> FindingsFuzzer.fuzzerTestOneInput(input))
                    .as("mutant %d: %s", i, new String(input, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
        }
    }

    /** A byte changed, a stretch removed or repeated, or a stretch of another input put in. */
    private static byte[] mutated(byte[] input, byte[] other, SplittableRandom random) {
        if (input.length == 0) {
            return other;
        }
        int from = random.nextInt(input.length);
        int to = Math.min(input.length, from + 1 + random.nextInt(40));
        byte[] stretch = Arrays.copyOfRange(input, from, to);
        return switch (random.nextInt(4)) {
            case 0 -> {
                byte[] changed = input.clone();
                changed[from] = (byte) random.nextInt(256);
                yield changed;
            }
            case 1 -> spliced(input, from, to, new byte[0]);
            case 2 -> spliced(input, from, from, stretch);
            default -> {
                int start = random.nextInt(other.length + 1);
                yield spliced(input, from, to, Arrays.copyOfRange(other, start, Math.min(other.length, start + 60)));
            }
        };
    }

    private static byte[] spliced(byte[] input, int from, int to, byte[] middle) {
        byte[] result = new byte[Math.min(LONGEST, from + middle.length + input.length - to)];
        for (int i = 0; i < result.length; i++) {
            result[i] = i < from
                    ? input[i]
                    : i < from + middle.length ? middle[i - from] : input[to + i - from - middle.length];
        }
        return result;
    }
}
