package dnn.run.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.run.directory.ProvenFiles;
import dnn.run.directory.RunDirectory;
import dnn.run.training.ResumedTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes at a call that a training makes of its file system, and with it what was not forced to the disk: all
 * of it, the bytes behind the names, or what chance takes. What is left goes on, or is a whole run.
 */
class PowerCutTest {
    private static final long SEED = 20260105;

    /** Each cut is looked at thrice. */
    private static final int STEP = 2 * EveryFaultTest.STEP - 1;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final Map<SmallTraining.Left, Integer> left = new EnumMap<>(SmallTraining.Left.class);

    private SmallTraining training() {
        return new SmallTraining(folder);
    }

    private Path whole() throws IOException {
        Path whole = folder.resolve("whole");
        training().train(whole, Faults.none());
        return whole;
    }

    @Test
    void afterACutAtAnyCallThereIsARunThatIsWholeOrGoesOn() throws IOException {
        Path whole = whole();
        Faults none = Faults.none();
        training().train(folder.resolve("again"), none);
        for (int call = 1; call <= none.calls() + STEP; call += STEP) {
            Path live = Files.createDirectories(folder.resolve("cut-" + call));
            LossyDisk disk = new LossyDisk(live);
            Faults faults = Faults.from(call).on(disk);
            boolean finished = finishes(faults, () -> training().train(live, faults));
            for (LossyDisk.Fate fate : LossyDisk.Fate.values()) {
                String name = "cut-" + call + "-" + fate;
                disk.cut(folder.resolve(name), fate, random);
                SmallTraining.Left remains = training().survives(folder.resolve(name), whole, name);
                left.merge(remains, 1, Integer::sum);
                if (finished) {
                    assertThat(remains).as(name).isEqualTo(SmallTraining.Left.COMPLETE);
                }
            }
        }
        System.getLogger("dnn").log(System.Logger.Level.INFO, "power cuts, seed " + SEED + ": " + left);
        assertThat(left.get(SmallTraining.Left.RESUMED)).isGreaterThan(10);
        assertThat(left.get(SmallTraining.Left.COMPLETE)).isGreaterThan(2);
    }

    @Test
    void aCheckpointThatWasSavedOutlastsTheCut() throws IOException {
        Path live = Files.createDirectories(folder.resolve("live"));
        LossyDisk disk = new LossyDisk(live);
        training().train(live, Faults.none().on(disk));
        disk.cut(folder.resolve("left"), LossyDisk.Fate.FORGOTTEN, random);
        try (var before = Files.list(live.resolve(RunDirectory.CHECKPOINTS));
                var after = Files.list(folder.resolve("left").resolve(RunDirectory.CHECKPOINTS))) {
            assertThat(after.map(Path::getFileName))
                    .containsAll(before.map(Path::getFileName).toList());
        }
    }

    @Test
    void aRunThatIsReplacedIsTheOldOneOrTheNew() throws IOException {
        Path whole = whole();
        Path other = folder.resolve("other");
        training().train(other, Faults.none());
        Faults none = Faults.none();
        training().replace(other, none, "seed=3");
        int old = 0;
        int fresh = 0;
        for (int call = 1; call <= none.calls() + STEP; call += STEP) {
            Path live = folder.resolve("replaced-" + call);
            new LossyDisk(whole).cut(live, LossyDisk.Fate.FORGOTTEN, random);
            LossyDisk disk = new LossyDisk(live);
            Faults faults = Faults.from(call).on(disk);
            finishes(faults, () -> training().replace(live, faults, "seed=3"));
            for (LossyDisk.Fate fate : LossyDisk.Fate.values()) {
                Path run = folder.resolve("replaced-" + call + "-" + fate);
                disk.cut(run, fate, random);
                ProvenFiles files = ProvenFiles.read(run);
                assertThat(files.damages()).as(run.toString()).isEmpty();
                byte[] weights = files.bytes(RunDirectory.WEIGHTS);
                if (java.util.Arrays.equals(weights, SmallTraining.weights(whole))) {
                    old++;
                } else {
                    assertThat(weights).as(run.toString()).isEqualTo(SmallTraining.weights(other));
                    fresh++;
                }
            }
        }
        assertThat(old).isGreaterThan(10);
        assertThat(fresh).isGreaterThan(2);
    }

    @Test
    void aRunThatGoesOnAfterItsEndIsTheOldOneOrTheNew() throws IOException {
        Path whole = whole();
        Path longer = folder.resolve("longer");
        new LossyDisk(whole).cut(longer, LossyDisk.Fate.FORGOTTEN, random);
        Faults none = Faults.none();
        goOn(longer, none);
        for (int call = 1; call <= none.calls(); call += STEP) {
            Path live = folder.resolve("longer-" + call);
            new LossyDisk(whole).cut(live, LossyDisk.Fate.FORGOTTEN, random);
            LossyDisk disk = new LossyDisk(live);
            Faults faults = Faults.from(call).on(disk);
            finishes(faults, () -> goOn(live, faults));
            for (LossyDisk.Fate fate : LossyDisk.Fate.values()) {
                Path run = folder.resolve("longer-" + call + "-" + fate);
                disk.cut(run, fate, random);
                ProvenFiles files = ProvenFiles.read(run);
                assertThat(files.damages()).as(run.toString()).isEmpty();
                assertThat(files.bytes(RunDirectory.WEIGHTS))
                        .as(run.toString())
                        .isIn(SmallTraining.weights(whole), SmallTraining.weights(longer));
            }
        }
    }

    private void goOn(Path run, Faults faults) throws IOException {
        try (ResumedTraining training = ResumedTraining.of(
                FaultyFileSystem.faulty(folder, faults), run, List.of("training.epochs=5"), OptionalInt.of(1))) {
            training.goOn(dnn.engine.training.TrainingListener.none(), () -> false, "");
        }
    }

    /** Work that meets the faults. */
    private interface Work {
        void run() throws IOException;
    }

    private static boolean finishes(Faults faults, Work work) {
        try {
            work.run();
            return !faults.struck();
        } catch (IOException e) {
            assertThat(faults.struck()).as(String.valueOf(e)).isTrue();
            return false;
        }
    }
}
