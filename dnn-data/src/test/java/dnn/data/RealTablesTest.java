package dnn.data;

import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.categoricalCrossEntropy;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dnn.api.Data;
import dnn.api.data.CategoricalPreprocessing;
import dnn.api.data.Encode;
import dnn.api.data.Imputation;
import dnn.api.data.NumericPreprocessing;
import dnn.api.data.Preprocessing;
import dnn.api.data.Source;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.dataset.Dataset;
import dnn.api.loss.Loss;
import dnn.api.loss.TargetKind;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.DataProblem.BadCells;
import dnn.api.profile.DataProblem.BadCells.Kind;
import dnn.api.profile.DataProfile;
import dnn.api.profile.DataProfile.SplitSizes;
import dnn.api.profile.ValueCount;
import dnn.data.encoding.FittedTarget;
import dnn.data.newdata.NewData;
import dnn.data.newdata.NewItems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Counts known from outside (the tables' own descriptions), on tables that lie beside the project. */
class RealTablesTest {
    private static final Path TABLES = Path.of("..", "..", "shared", "data");

    private static final Preprocessing IMPUTING = new Preprocessing(
            new NumericPreprocessing(Optional.empty(), new Imputation.Median()),
            new CategoricalPreprocessing(Encode.ONE_HOT, new Imputation.MostFrequent()),
            Map.of());

    private static PreparedData load(Source source, Preprocessing preprocessing, Loss loss) {
        return new DataLoader(TABLES).load(new Data(source, Split.STANDARD, preprocessing), loss, 42);
    }

    private static DataProfile profile(Source source, Preprocessing preprocessing, Loss loss) {
        return new DataLoader(TABLES).profile(new Data(source, Split.STANDARD, preprocessing), loss.targetKind(), 42);
    }

    private static Table existing(String file, String target) {
        assumeTrue(Files.exists(TABLES.resolve(file)), "skipped: there is no " + TABLES.resolve(file));
        return table(file, target);
    }

    @Test
    void iris() {
        PreparedData iris = load(existing("iris.csv", "species"), Preprocessing.defaults(), categoricalCrossEntropy());
        DataProfile irisProfile =
                profile(existing("iris.csv", "species"), Preprocessing.defaults(), categoricalCrossEntropy());
        assertThat(irisProfile.items()).isEqualTo(150);
        assertThat(irisProfile.inputs()).hasValue(4);
        assertThat(irisProfile.split()).contains(new SplitSizes(105, 23, 22, 1));
        assertThat(irisProfile.target().orElseThrow().classes())
                .containsExactly(
                        new ValueCount("setosa", 50),
                        new ValueCount("versicolor", 50),
                        new ValueCount("virginica", 50));
        ColumnProfile length = irisProfile.column("sepal_length").orElseThrow();
        assertThat(length.numbers().minimum()).isEqualTo(4.3);
        assertThat(length.numbers().maximum()).isEqualTo(7.9);
        assertThat(length.numbers().mean()).isCloseTo(5.843333333333334, within(1e-12));
        assertThat(length.numbers().standardDeviation()).isCloseTo(0.8253012917851409, within(1e-12));
        assertStandardized(iris.train());
        assertThat(iris.train().targets().rows()).isEqualTo(3);
        assertNewDataReadsAlike(iris, "iris.csv");
    }

    private static void assertStandardized(Dataset train) {
        for (int row = 0; row < train.features().rows(); row++) {
            double sum = 0;
            double squares = 0;
            for (int item = 0; item < train.items(); item++) {
                double x = train.features().get(row, item);
                sum += x;
                squares += x * x;
            }
            assertThat(sum / train.items()).isCloseTo(0, within(1e-12));
            assertThat(squares / train.items()).isCloseTo(1, within(1e-12));
        }
    }

    /** Every item of every split stands in the newly read table with the same features and targets. */
    private static void assertNewDataReadsAlike(PreparedData data, String file) {
        NewItems items = NewData.read(TABLES.resolve(file), data.preprocessor());
        assertThat(items.problems()).isEmpty();
        assertThat(items.targetProblems()).isEmpty();
        assertThat(items.unseenLabels()).isEmpty();
        Dataset all = items.dataset().orElseThrow();
        int[] next = new int[3];
        List<Dataset> splits = List.of(data.train(), data.validation(), data.test());
        for (int item = 0; item < all.items(); item++) {
            boolean found = false;
            for (int split = 0; split < next.length && !found; split++) {
                Dataset of = splits.get(split);
                if (next[split] < of.items() && sameItem(all, item, of, next[split])) {
                    next[split]++;
                    found = true;
                }
            }
            assertThat(found).as("item %d", item).isTrue();
        }
        assertThat(next)
                .containsExactly(splits.stream().mapToInt(Dataset::items).toArray());
    }

    private static boolean sameItem(Dataset one, int item, Dataset other, int otherItem) {
        for (int row = 0; row < one.features().rows(); row++) {
            if (one.features().get(row, item) != other.features().get(row, otherItem)) {
                return false;
            }
        }
        for (int row = 0; row < one.targets().rows(); row++) {
            if (one.targets().get(row, item) != other.targets().get(row, otherItem)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void penguins() {
        Source penguins = existing("penguins.csv", "species");
        DataProfile profile = new DataLoader(TABLES)
                .profile(new Data(penguins, Split.STANDARD, Preprocessing.defaults()), TargetKind.CLASSES, 42);
        assertThat(profile.problems())
                .containsExactly(
                        new BadCells("data.source", "bill_length_mm", Kind.MISSING, 2, 5, ""),
                        new BadCells("data.source", "bill_depth_mm", Kind.MISSING, 2, 5, ""),
                        new BadCells("data.source", "flipper_length_mm", Kind.MISSING, 2, 5, ""),
                        new BadCells("data.source", "body_mass_g", Kind.MISSING, 2, 5, ""),
                        new BadCells("data.source", "sex", Kind.MISSING, 11, 5, ""));
        PreparedData data = load(penguins, IMPUTING, categoricalCrossEntropy());
        DataProfile dataProfile = profile(penguins, IMPUTING, categoricalCrossEntropy());
        assertThat(dataProfile.items()).isEqualTo(344);
        assertThat(data.preprocessor().inputNames())
                .containsExactly(
                        "island=Biscoe",
                        "island=Dream",
                        "island=Torgersen",
                        "bill_length_mm",
                        "bill_depth_mm",
                        "flipper_length_mm",
                        "body_mass_g",
                        "sex=FEMALE",
                        "sex=MALE");
        assertThat(dataProfile.target().orElseThrow().classes())
                .containsExactly(
                        new ValueCount("Adelie", 152), new ValueCount("Chinstrap", 68), new ValueCount("Gentoo", 124));
        assertNewDataReadsAlike(data, "penguins.csv");
    }

    @Test
    void breastCancer() {
        PreparedData data =
                load(existing("breast_cancer.csv", "diagnosis"), Preprocessing.defaults(), binaryCrossEntropy());
        DataProfile dataProfile =
                profile(existing("breast_cancer.csv", "diagnosis"), Preprocessing.defaults(), binaryCrossEntropy());
        assertThat(dataProfile.items()).isEqualTo(569);
        assertThat(dataProfile.inputs()).hasValue(30);
        assertThat(dataProfile.target().orElseThrow().classes())
                .containsExactly(new ValueCount("benign", 357), new ValueCount("malignant", 212));
        assertThat(data.train().targets().rows()).isEqualTo(1);
        assertStandardized(data.train());
        assertNewDataReadsAlike(data, "breast_cancer.csv");
    }

    @Test
    void mpg() {
        PreparedData data = load(existing("mpg.csv", "mpg").exclude("name"), IMPUTING, meanSquaredError());
        DataProfile dataProfile = profile(existing("mpg.csv", "mpg").exclude("name"), IMPUTING, meanSquaredError());
        assertThat(dataProfile.items()).isEqualTo(398);
        assertThat(dataProfile.column("horsepower").orElseThrow().missing()).isEqualTo(6);
        assertThat(dataProfile.inputs()).hasValue(6 + 3);
        assertThat(dataProfile.target().orElseThrow().minimum()).isEqualTo(9);
        assertThat(dataProfile.target().orElseThrow().maximum()).isEqualTo(46.6);
        assertNewDataReadsAlike(data, "mpg.csv");
    }

    @Test
    void diamonds() {
        Table cut = existing("diamonds.csv", "cut");

        DataProfile classesProfile = profile(cut, Preprocessing.defaults(), categoricalCrossEntropy());
        assertThat(classesProfile.items()).isEqualTo(53_940);
        assertThat(classesProfile.inputs()).hasValue(7 + 7 + 8);
        assertThat(classesProfile.target().orElseThrow().classes())
                .containsExactly(
                        new ValueCount("Fair", 1610),
                        new ValueCount("Good", 4906),
                        new ValueCount("Ideal", 21_551),
                        new ValueCount("Premium", 13_791),
                        new ValueCount("Very Good", 12_082));
        assertThat(classesProfile.split()).contains(new SplitSizes(37_758, 8091, 8091, 62));
        PreparedData price = load(cut.target("price"), Preprocessing.defaults(), meanSquaredError());
        DataProfile priceProfile = profile(cut.target("price"), Preprocessing.defaults(), meanSquaredError());
        assertThat(priceProfile.inputs()).hasValue(6 + 5 + 7 + 8);
        assertThat(priceProfile.target().orElseThrow().maximum()).isEqualTo(18_823);
        assertNewDataReadsAlike(price, "diamonds.csv");
    }

    @Test
    void digits() {
        PreparedData data =
                load(existing("digits.csv.gz", "digit"), Preprocessing.defaults(), categoricalCrossEntropy());
        DataProfile dataProfile =
                profile(existing("digits.csv.gz", "digit"), Preprocessing.defaults(), categoricalCrossEntropy());
        assertThat(dataProfile.items()).isEqualTo(1797);
        assertThat(dataProfile.inputs()).hasValue(64);
        assertThat(data.preprocessor().target())
                .isEqualTo(new FittedTarget.Classes(
                        "digit", List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), false));
        assertNewDataReadsAlike(data, "digits.csv.gz");
    }
}
