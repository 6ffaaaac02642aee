package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dnn.launcher.process.ExitCode;
import dnn.run.directory.DamagedRunException;
import dnn.run.saved.MisfitWeightsException;
import dnn.run.saved.SavedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a file of a run is noticed before anything is used. */
class DamagedRunTest {
    /** Files beyond this are damaged at places of a sample. */
    private static final int SMALL = 4000;

    private static final int SAMPLE = 100;
    private static final long SEED = 20260101;

    @TempDir
    private Path folder;

    private TrainedRun run;

    @BeforeEach
    void train() throws IOException {
        run = TrainedRun.in(folder);
    }

    private static boolean isNoticed(Path run) {
        try (SavedRun opened = SavedRun.open(run)) {
            return opened == null;
        } catch (DamagedRunException | MisfitWeightsException e) {
            return true;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private CommandRun evaluated() {
        return CommandRun.of(folder, "evaluate", "run");
    }

    private CommandRun predicted() {
        return CommandRun.of(folder, "predict", "run", "--data", "t.csv");
    }

    private static void assertRefused(CommandRun run, String... words) {
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains(words).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    /** The places of a file that are damaged: all of a small one, of others the first and a sample. */
    private static Iterable<Integer> places(int length, int small, Random random) {
        TreeSet<Integer> places = new TreeSet<>();
        for (int i = 0; i < (length <= small ? length : SAMPLE); i++) {
            places.add(i);
        }
        for (int i = 0; length > small && i < SAMPLE; i++) {
            places.add(random.nextInt(length));
        }
        return places;
    }

    @Test
    void everyFlippedByteIsNoticed() throws IOException {
        Random random = new Random(SEED);
        List<String> unnoticed = new ArrayList<>();
        int flipped = 0;
        for (String name : run.files()) {
            Path file = run.directory().resolve(name);
            byte[] good = Files.readAllBytes(file);
            for (int place : places(good.length, SMALL, random)) {
                byte[] bad = good.clone();
                bad[place] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bad);
                flipped++;
                if (!isNoticed(run.directory())) {
                    unnoticed.add(name + " at " + place);
                }
            }
            Files.write(file, good);
        }
        assertThat(unnoticed).as("of %d", flipped).isEmpty();
        assertThat(flipped).isGreaterThan(5000);
        assertThat(evaluated().exit()).isZero();
        assertThat(predicted().exit()).isZero();
    }

    @Test
    void everyCutIsNoticed() throws IOException {
        Random random = new Random(SEED);
        List<String> unnoticed = new ArrayList<>();
        for (String name : run.files()) {
            Path file = run.directory().resolve(name);
            byte[] good = Files.readAllBytes(file);
            for (int length : places(good.length, 0, random)) {
                Files.write(file, Arrays.copyOf(good, length));
                if (!isNoticed(run.directory())) {
                    unnoticed.add(name + " cut to " + length);
                }
            }
            Files.write(file, good);
        }
        assertThat(unnoticed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "experiment.yaml",
                "result.json",
                "metrics.csv",
                "model/weights.safetensors",
                "model/preprocessing.json",
                "log.txt",
                "plots/network.svg",
                "manifest.json"
            })
    void theCommandsNameTheFileAndWhatIsExpected(String name) throws IOException {
        Path file = run.directory().resolve(name);
        byte[] good = Files.readAllBytes(file);
        good[good.length / 2] ^= 4;
        Files.write(file, good);
        for (CommandRun refused : List.of(evaluated(), predicted())) {
            assertRefused(refused, "error[T540]: `" + name + "` of the run `run` ", ": expected ", ", found ");
        }
        Files.write(file, "and more".getBytes(java.nio.charset.StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        assertRefused(predicted(), "error[T540]: `" + name + "` of the run `run` ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"experiment.yaml", "result.json", "metrics.csv", "model/weights.safetensors"})
    void aFileThatIsGoneOrALinkIsNoticed(String name) throws IOException {
        Path file = run.directory().resolve(name);
        Path elsewhere = Files.move(file, folder.resolve("elsewhere"));
        assertRefused(predicted(), "`" + name + "` of the run `run`", "expected a file, found none");
        Files.createSymbolicLink(file, elsewhere);
        assertRefused(predicted(), "expected a file of the run itself, found a link");
    }

    @Test
    void picturesAndLogMayBeRemoved() throws IOException {
        for (String name : run.files()) {
            if (name.startsWith("plots/") || name.equals("log.txt")) {
                Files.delete(run.directory().resolve(name));
            }
        }
        assertThat(predicted().exit()).isZero();
    }

    @Test
    void withoutAManifestARunOfTodayIsRefusedAndAnOlderOneUsedWithAWord() throws IOException {
        Files.delete(run.directory().resolve("manifest.json"));
        assertRefused(predicted(), "`manifest.json` of the run `run`", "found no such file");
        Path result = run.directory().resolve("result.json");
        Files.writeString(result, Files.readString(result).replaceFirst("  \"dnn\" : .*\n", ""));
        CommandRun old = predicted();
        assertThat(old.exit()).as(old.err()).isZero();
        assertThat(old.err()).startsWith("warning: `run` has no manifest.json: ");
    }

    @Test
    void aFolderOfARunMayBeALinkItself() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("run"));
        assertThat(CommandRun.of(folder, "evaluate", "link").exit()).isZero();
    }

    @Test
    void weightsThatAreNotFiniteAreRefusedWhateverTheManifestSays() throws IOException {
        Path file = run.directory().resolve("model/weights.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] = (byte) 0x7f;
        bytes[bytes.length - 2] = (byte) 0xc0;
        Files.write(file, bytes);
        run.prove();
        assertRefused(predicted(), "expected finite numbers, found NaN in the tensor `dense2.weights`");
        assertThatThrownBy(() -> SavedRun.open(run.directory()))
                .isInstanceOf(DamagedRunException.class)
                .hasMessageContaining(run.directory() + "` is damaged or was changed");
    }

    @Test
    void weightsOfTheSameShapesAreTiedToTheResult() throws IOException {
        Path file = run.directory().resolve("model/weights.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 4] ^= 1;
        Files.write(file, bytes);
        run.prove();
        assertRefused(predicted(), "as result.json says");
    }
}
