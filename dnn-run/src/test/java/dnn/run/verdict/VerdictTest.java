package dnn.run.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.path.KeyPaths;
import dnn.api.profile.ProbeReport.Rectified;
import dnn.config.diagnostic.UserText;
import dnn.run.divergence.LikelyCause;
import dnn.run.verdict.Verdict.Seen;
import dnn.run.verdict.Verdict.Settings;
import dnn.run.verdict.Verdict.Unpredicted;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Made-up histories, case by case. */
class VerdictTest {
    private static final Settings USUAL = new Settings(0.01, 100, false, false, false, false);
    private static final Worth GOOD = new Worth("test", "accuracy", true, 0.95, 0.9, 1, 0.5);
    private static final Worth BAD = new Worth("test", "f1", true, 0.966, 0.95, 0.98, 0.97);

    private static double settling(int epoch) {
        return 0.2 + Math.exp(-epoch / 5.0);
    }

    private static double vanishing(int epoch) {
        return Math.exp(-epoch / 3.0);
    }

    private static List<Double> losses(int epochs, IntToDoubleFunction loss) {
        return IntStream.rangeClosed(1, epochs).mapToObj(loss::applyAsDouble).toList();
    }

    private static Course course(IntToDoubleFunction train, IntToDoubleFunction validation) {
        return new Course(losses(100, train), losses(100, validation));
    }

    private static List<String> verdict(Course course, Worth worth, Settings settings) {
        return Verdict.of(new Seen(Optional.empty(), course, 100, List.of(worth), List.of(), List.of(), settings));
    }

    @Test
    void aNetworkThatLearntAndSettledIsOnlyCompared() {
        assertThat(verdict(course(VerdictTest::settling, VerdictTest::settling), GOOD, USUAL))
                .containsExactly(
                        "better than the baseline: `accuracy` of the test split is 0.9500 (95 % interval 0.9000 – "
                                + UserText.figure(1) + "), "
                                + "the baseline, which knows no feature, has 0.5000");
    }

    @Test
    void stillFalling() {
        List<String> lines = verdict(course(epoch -> 1 - epoch / 200.0, epoch -> 1.1 - epoch / 200.0), GOOD, USUAL);
        assertThat(lines.get(1))
                .isEqualTo("`validation.loss` was still falling at the end: from 0.6725 to 0.6225 over the "
                        + "last 20 epochs");
        assertThat(lines.get(2)).isEqualTo("try first: more epochs: `training.epochs=200`");
    }

    @Test
    void aLossThatIsNextToNothingMayFallOn() {
        assertThat(verdict(course(VerdictTest::vanishing, VerdictTest::vanishing), GOOD, USUAL))
                .hasSize(1);
    }

    @Test
    void bestAtEpochTwelveAndWorseSince() {
        IntToDoubleFunction validation = epoch -> 0.3 + Math.abs(epoch - 12) / 100.0;
        Course course = course(epoch -> 1.0 / epoch, validation);
        List<String> lines = verdict(course, GOOD, USUAL);
        assertThat(lines.get(1))
                .startsWith("`validation.loss` was best at epoch 12 (0.3000) and has been worse since (1.135")
                .endsWith("items are learnt by heart; the weights kept are those of epoch 100");
        assertThat(lines.get(2)).contains("training.early_stopping={patience: 20}");
        List<String> stopped = Verdict.of(new Seen(
                Optional.empty(),
                course,
                12,
                List.of(GOOD),
                List.of(),
                List.of(),
                new Settings(0.01, 100, true, false, false, false)));
        assertThat(stopped.get(1)).endsWith("; the weights of epoch 12 are kept");
        assertThat(stopped.get(2)).contains("training.regularization={l2: 1e-3}");
        List<String> everything = verdict(course, GOOD, new Settings(0.01, 100, true, true, false, false));
        assertThat(everything).hasSize(2);
    }

    @Test
    void bothLossesRise() {
        IntToDoubleFunction loss = epoch -> 0.3 + Math.abs(epoch - 20) / 1000.0;
        List<String> lines = verdict(course(epoch -> epoch == 1 ? 1 : loss.applyAsDouble(epoch), loss), GOOD, USUAL);
        assertThat(lines.get(1)).contains("was best at epoch 20").doesNotContain("by heart");
        assertThat(lines.get(2)).contains("training.optimizer.learning_rate=0.001");
    }

    @Test
    void nothingWasLearnt() {
        Course flat = course(epoch -> 0.6931 + epoch % 2 * 1e-4, epoch -> 0.6931);
        List<String> lines = verdict(flat, BAD, USUAL);
        assertThat(lines.get(0)).startsWith("no better than the baseline: `f1` of the test split is 0.9660");
        assertThat(lines.get(1)).startsWith("`train.loss` hardly fell: 0.6932 in the first epoch");
        assertThat(lines.get(2)).contains("another learning rate");
        assertThat(verdict(flat, BAD, new Settings(0.01, 100, false, false, false, true))
                        .get(2))
                .contains(KeyPaths.DATA_PREPROCESSING_TARGET + "={scale: standardize}");
    }

    @Test
    void aBaselineWithinTheIntervalIsSaid() {
        assertThat(new Worth("test", "mae", false, 3, 2.5, 3.5, 3.2).rank()).isEqualTo(Worth.Rank.PERHAPS_BETTER);
        assertThat(new Worth("test", "mae", false, 3, 2.5, 3.1, 3.2).rank()).isEqualTo(Worth.Rank.BETTER);
        assertThat(new Worth("test", "mae", false, 3.2, 2.5, 3.5, 3.2).rank()).isEqualTo(Worth.Rank.NO_BETTER);
        assertThat(new Worth("test", "r2", true, 0.2, Double.NaN, Double.NaN, 0).rank())
                .isEqualTo(Worth.Rank.BETTER);
        assertThat(new Worth("test", "roc_auc", true, Double.NaN, Double.NaN, Double.NaN, 0.5).rank())
                .isEqualTo(Worth.Rank.UNKNOWN);
        assertThat(verdict(
                        course(VerdictTest::settling, VerdictTest::settling),
                        new Worth("test", "mae", false, 3, 2.5, 3.5, 3.2),
                        USUAL))
                .singleElement()
                .asString()
                .startsWith("perhaps no better than the baseline");
    }

    @Test
    void aFigureInWhichTheBaselineWinsIsSaidAloud() {
        Worth logLoss = new Worth("test", "log_loss", false, 0.2156, 0.2, 0.23, 0.2044);
        List<String> lines = Verdict.of(new Seen(
                Optional.empty(),
                course(VerdictTest::settling, VerdictTest::settling),
                100,
                List.of(GOOD, logLoss),
                List.of(),
                List.of(),
                USUAL));
        assertThat(lines.get(0)).endsWith("; but by `log_loss` the baseline is better: 0.2044 beside 0.2156");
    }

    @Test
    void classesThatAreNeverPredicted() {
        List<Unpredicted> rare = List.of(new Unpredicted("fraud", 30));
        Seen seen = new Seen(
                Optional.empty(),
                course(VerdictTest::settling, VerdictTest::settling),
                100,
                List.of(BAD),
                rare,
                List.of(),
                USUAL);
        List<String> lines = Verdict.of(seen);
        assertThat(lines.get(0)).endsWith("; never predicted: `fraud` (30 items)");
        assertThat(lines.get(1)).isEqualTo("try first: classes that count the same: `training.class_weights=balanced`");
        List<Unpredicted> many =
                IntStream.range(0, 8).mapToObj(i -> new Unpredicted("c" + i, 1)).toList();
        assertThat(Verdict.of(new Seen(
                                Optional.empty(),
                                course(VerdictTest::settling, VerdictTest::settling),
                                100,
                                List.of(),
                                many,
                                List.of(),
                                USUAL))
                        .get(0))
                .endsWith("`c4` (1 item) and 3 more");
    }

    @Test
    void aTrainingOfOneEpochWasTooShort() {
        Course one = new Course(List.of(0.7), List.of(0.7));
        assertThat(verdict(one, BAD, new Settings(0.01, 1, false, false, true, false)))
                .last()
                .isEqualTo("try first: more epochs: `training.epochs=10`");
    }

    @Test
    void deadUnits() {
        List<Rectified> layers = List.of(new Rectified(0, "dense1", 20, 10), new Rectified(1, "dense2", 20, 17));
        List<String> lines = Verdict.of(new Seen(
                Optional.empty(),
                course(VerdictTest::settling, VerdictTest::settling),
                100,
                List.of(GOOD),
                List.of(),
                layers,
                USUAL));
        assertThat(lines.get(1)).isEqualTo("17 of the 20 units of `dense2` are dead: 0 for every item");
        assertThat(lines.get(2)).contains("learning_rate=0.001", "leaky_relu");
    }

    @Test
    void aRunThatDivergedGetsASmallerLearningRate() {
        LikelyCause cause = new LikelyCause(
                "the learning rate: it overshoots", "", List.of("training.optimizer.learning_rate=0.001"));
        Seen seen = new Seen(
                Optional.of(cause),
                new Course(List.of(3.0, Double.NaN), List.of()),
                1,
                List.of(),
                List.of(),
                List.of(),
                USUAL);
        assertThat(Verdict.of(seen))
                .containsExactly(
                        "try first: `training.optimizer.learning_rate=0.001`; likely cause: the learning rate: it"
                                + " overshoots");
    }

    @Test
    void withoutEpochsOrItemsThereIsNothingToSay() {
        Seen seen =
                new Seen(Optional.empty(), new Course(List.of(), List.of()), 0, List.of(), List.of(), List.of(), USUAL);
        assertThat(Verdict.of(seen)).isEmpty();
    }

    @Test
    void withoutValidationTheTrainingLossIsWatched() {
        Course course = new Course(losses(100, epoch -> 1 - epoch / 200.0), List.of());
        assertThat(course.kind()).isEqualTo(Course.Kind.FALLING);
        assertThat(course.sentence(100).orElseThrow()).startsWith("`train.loss` was still falling");
    }
}
