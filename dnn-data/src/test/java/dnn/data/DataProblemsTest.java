// Longer than 300 lines: each case is one problem, made by a table of a few lines.
package dnn.data;

import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dnn.api.Data;
import dnn.api.data.CategoricalPreprocessing;
import dnn.api.data.ColumnPreprocessing;
import dnn.api.data.Encode;
import dnn.api.data.Imputation;
import dnn.api.data.NumericPreprocessing;
import dnn.api.data.Preprocessing;
import dnn.api.data.Scale;
import dnn.api.data.Source;
import dnn.api.data.Split;
import dnn.api.data.Xor;
import dnn.api.loss.TargetKind;
import dnn.api.profile.CellFormat;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProblem.AllMissing;
import dnn.api.profile.DataProblem.BadCells;
import dnn.api.profile.DataProblem.BadCells.Kind;
import dnn.api.profile.DataProblem.ColumnMissing;
import dnn.api.profile.DataProblem.FileMissing;
import dnn.api.profile.DataProblem.TooFewItems;
import dnn.api.profile.DataProblem.Unreadable;
import dnn.api.profile.DataProfile;
import dnn.api.profile.OddText;
import dnn.api.profile.Oddity;
import dnn.data.problem.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataProblemsTest {
    private static final Split ALL = new Split(1, 0, 0);

    @TempDir
    Path folder;

    private DataProfile profile(String text, Source source, Preprocessing preprocessing, Split split, TargetKind kind)
            throws IOException {
        Files.writeString(folder.resolve("t.csv"), text);
        return new DataLoader(folder).profile(new Data(source, split, preprocessing), kind, 1);
    }

    private List<DataProblem> ofNumbers(String text, Preprocessing preprocessing) throws IOException {
        return profile(text, table("t.csv", "y"), preprocessing, ALL, TargetKind.NUMBERS)
                .problems();
    }

    private static Preprocessing column(String name, Scale scale, Imputation impute) {
        return new Preprocessing(
                NumericPreprocessing.defaults(),
                CategoricalPreprocessing.defaults(),
                Map.of(
                        name,
                        new ColumnPreprocessing(
                                Optional.ofNullable(scale), Optional.empty(), Optional.ofNullable(impute))));
    }

    private static Preprocessing impute(Imputation numeric, Imputation categorical) {
        return new Preprocessing(
                new NumericPreprocessing(Optional.empty(), numeric),
                new CategoricalPreprocessing(Encode.ONE_HOT, categorical),
                Map.of());
    }

    @Test
    void aMissingFile() throws IOException {
        Files.createFile(folder.resolve("tab.csv"));
        DataProfile profile =
                profile("a,y\n1,2\n", table("tb.csv", "y"), Preprocessing.defaults(), ALL, TargetKind.NUMBERS);
        assertThat(profile.problems())
                .containsExactly(new FileMissing(
                        "data.source", folder.resolve("tb.csv").toString(), List.of("t.csv", "tab.csv")));
        assertThat(profile.source()).isEqualTo("tb.csv");
        assertThat(profile.columns()).isEmpty();
        assertThat(profile.inputs()).isEmpty();
    }

    @Test
    void columnsThatTheTableLacks() throws IOException {
        Source source = table("t.csv", "k").features("a", "q").exclude("b", "r");
        DataProfile profile =
                profile("a,b,y\n1,2,3\n4,5,6\n", source, column("s", Scale.NONE, null), ALL, TargetKind.CLASSES);
        List<String> available = List.of("a", "b", "y");
        assertThat(profile.problems())
                .containsExactly(
                        new ColumnMissing("data.target", "k", available),
                        new ColumnMissing("data.features[1]", "q", available),
                        new ColumnMissing("data.exclude[1]", "r", available),
                        new ColumnMissing("data.preprocessing.columns.s", "s", available));
        assertThat(profile.features()).containsExactly("a");
        assertThat(profile.inputs()).isEmpty();
        assertThat(profile.target()).isEmpty();
        assertThat(profile.columns()).hasSize(3);
        assertThat(profile.split()).isPresent();
    }

    @Test
    void noColumnLeft() throws IOException {
        assertThat(profile(
                                "a,y\n1,2\n",
                                table("t.csv", "y").exclude("a"),
                                Preprocessing.defaults(),
                                ALL,
                                TargetKind.NUMBERS)
                        .problems())
                .containsExactly(new Unreadable(
                        "data.source", folder.resolve("t.csv").toString(), 0, "no column is left to predict from"));
    }

    @Test
    void missingCellsWithoutImputation() throws IOException {
        assertThat(ofNumbers("a,c,d,y\n1,u,,1\n2,NA,,2\n?,,,?\n,v,1,4\n", column("c", Scale.NONE, null)))
                .containsExactly(
                        new BadCells("data.target", "y", Kind.MISSING, 1, 4, "?"),
                        new BadCells("data.source", "a", Kind.MISSING, 2, 4, "?"),
                        new BadCells("data.preprocessing.columns.c", "c", Kind.MISSING, 2, 3, "NA"),
                        new BadCells("data.source", "d", Kind.MISSING, 3, 2, ""));
        assertThat(profile(
                                "a,b,y\n1,,2\n3,4,5\n",
                                table("t.csv", "y").features("a", "b"),
                                Preprocessing.defaults(),
                                ALL,
                                TargetKind.NUMBERS)
                        .problems())
                .containsExactly(new BadCells("data.features[1]", "b", Kind.MISSING, 1, 2, ""));
    }

    @Test
    void missingCellsWithImputationAreFine() throws IOException {
        assertThat(ofNumbers(
                        "a,c,y\n1,u,1\n2,NA,2\n?,,3\n,v,4\n",
                        impute(new Imputation.Mean(), new Imputation.MostFrequent())))
                .isEmpty();
    }

    @Test
    void missingCellsOfAnExcludedColumnAreFine() throws IOException {
        assertThat(profile(
                                "a,b,y\n1,,2\n3,4,5\n",
                                table("t.csv", "y").exclude("b"),
                                Preprocessing.defaults(),
                                ALL,
                                TargetKind.NUMBERS)
                        .problems())
                .isEmpty();
    }

    @Test
    void aClassWithoutALabel() throws IOException {
        DataProfile profile = profile(
                "a,k\n1,u\n2,\n3,v\n4,nan\n", table("t.csv", "k"), Preprocessing.defaults(), ALL, TargetKind.CLASSES);
        assertThat(profile.problems()).containsExactly(new BadCells("data.target", "k", Kind.MISSING, 2, 3, ""));
        assertThat(profile.target().orElseThrow().classes()).hasSize(2);
    }

    @Test
    void infiniteNumbers() throws IOException {
        assertThat(ofNumbers("a,y\n1,-inf\n1e400,2\n-Infinity,3\n", Preprocessing.defaults()))
                .containsExactly(
                        new BadCells("data.target", "y", Kind.INFINITE, 1, 2, "-inf"),
                        new BadCells("data.source", "a", Kind.INFINITE, 2, 3, "1e400"));
    }

    @Test
    void aNumericTargetWithText() throws IOException {
        DataProfile profile = profile(
                "a,y\n1,2\n2,n/k\n3,4\n4,n/k\n5,oops\n",
                table("t.csv", "y"),
                Preprocessing.defaults(),
                ALL,
                TargetKind.NUMBERS);
        assertThat(profile.problems())
                .containsExactly(new BadCells("data.target", "y", Kind.NOT_NUMERIC, 3, 3, "n/k")
                        .texts(List.of(new OddText("n/k", Oddity.TEXT, 2, 3), new OddText("oops", Oddity.TEXT, 1, 6))));
        assertThat(profile.target().orElseThrow().minimum()).isNaN();
    }

    @Test
    void numbersAskedOfATextColumnByName() throws IOException {
        BadCells expected = new BadCells("data.preprocessing.columns.c", "c", Kind.NOT_NUMERIC, 2, 3, "u")
                .texts(List.of(new OddText("u", Oddity.TEXT, 1, 3), new OddText("v", Oddity.TEXT, 1, 4)));
        String text = "c,y\n5,1\nu,2\nv,3\n";
        assertThat(ofNumbers(text, column("c", Scale.STANDARDIZE, null))).containsExactly(expected);
        assertThat(ofNumbers(text, column("c", Scale.MIN_MAX, null))).containsExactly(expected);
        assertThat(ofNumbers(text, column("c", null, new Imputation.Mean()))).containsExactly(expected);
        assertThat(ofNumbers(text, column("c", null, new Imputation.Median()))).containsExactly(expected);
        assertThat(ofNumbers(text, column("c", Scale.MIN_MAX, new Imputation.Median())))
                .containsExactly(expected);
        assertThat(ofNumbers(text, column("c", null, new Imputation.MostFrequent())))
                .isEmpty();
        assertThat(ofNumbers(text, impute(new Imputation.None(), new Imputation.Mean())))
                .containsExactly(new BadCells("data.preprocessing.categorical.impute", "c", Kind.NOT_NUMERIC, 2, 3, "u")
                        .texts(expected.texts()));
    }

    @Test
    void nothingToImputeFrom() throws IOException {
        String text = "a,b,y\n1,,1\n2,,2\n";
        for (Imputation impute :
                List.of(new Imputation.Mean(), new Imputation.Median(), new Imputation.MostFrequent())) {
            assertThat(ofNumbers(text, impute(impute, new Imputation.None())))
                    .containsExactly(new AllMissing("data.source", "b", 2));
            assertThat(ofNumbers(text, column("b", null, impute)))
                    .containsExactly(new AllMissing("data.preprocessing.columns.b", "b", 2));
        }
        assertThat(ofNumbers(text, impute(new Imputation.Constant("0"), new Imputation.None())))
                .isEmpty();
    }

    @Test
    void aConstantThatIsNoFiniteNumber() throws IOException {
        String text = "a,y\n1,1\n,2\n";
        assertThat(ofNumbers(text, impute(new Imputation.Constant("none"), new Imputation.None())))
                .containsExactly(
                        new BadCells("data.preprocessing.numeric.impute", "a", Kind.NOT_NUMERIC, 1, 3, "none"));
        assertThat(ofNumbers(text, column("a", null, new Imputation.Constant("inf"))))
                .containsExactly(new BadCells("data.preprocessing.columns.a", "a", Kind.INFINITE, 1, 3, "inf"));
    }

    @Test
    void tooFewItemsForASplit() throws IOException {
        assertThat(profile(
                                "a,y\n1,2\n2,3\n3,4\n",
                                table("t.csv", "y"),
                                Preprocessing.defaults(),
                                Split.STANDARD,
                                TargetKind.NUMBERS)
                        .problems())
                .containsExactly(new TooFewItems("data.split.test", "test", 3));
        DataProfile one = new DataLoader(folder)
                .profile(
                        new Data(new Xor(1, 0), new Split(0.2, 0, 0.8), Preprocessing.defaults()),
                        TargetKind.CLASSES,
                        0);
        assertThat(one.problems()).containsExactly(new TooFewItems("data.split.train", "train", 1));
    }

    @Test
    void loadingThrowsWhatTheProfileTells() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a,y\n1,2\n,3\n");
        Data data = new Data(table("t.csv", "y"), ALL, Preprocessing.defaults());
        assertThatThrownBy(() -> new DataLoader(folder).load(data, meanSquaredError(), 0))
                .isInstanceOfSatisfying(
                        DataException.class,
                        exception -> assertThat(exception.problems())
                                .containsExactly(new BadCells("data.source", "a", Kind.MISSING, 1, 3, "")))
                .hasMessage("column `a` has 1 cell without a value and no imputation, the first in row 3: ``");
    }

    @Test
    void everyProblemHasWords() {
        Map<DataProblem, String> words = new LinkedHashMap<>();
        words.put(
                new FileMissing("p", "x.csv", List.of("y.csv", "z.csv")),
                "there is no file x.csv; similar names: y.csv, z.csv");
        words.put(
                new Unreadable("p", "x.csv", 3, "the row has 1 field, the header has 2"),
                "x.csv, row 3: the row has 1 field, the header has 2");
        words.put(new ColumnMissing("p", "c", List.of("a", "b")), "there is no column `c`; columns: a, b");
        words.put(
                new BadCells("p", "c", Kind.NOT_NUMERIC, 2, 5, "u"),
                "column `c` has 2 cells that cannot be read as a number, the first in row 5: `u`");
        words.put(
                new BadCells("p", "c", Kind.INFINITE, 1, 5, "inf"),
                "column `c` has 1 cell with an infinite number, the first in row 5: `inf`");
        words.put(new TooFewItems("p", "test", 3), "split `test` gets none of the 3 items");
        words.put(
                new DataProblem.CountsDiffer("p", "x.idx", 3, "y.idx", 2),
                "x.idx holds 3 images, y.idx holds 2 labels");
        words.put(
                new DataProblem.SameFile("p", "x.csv", "data.source"),
                "x.csv is in two splits: `data.source` names it too");
        words.put(new DataProblem.AllMissing("p", "c", 4), "column `c` has no value in any of the 4 rows");
        words.put(new DataProblem.ConstantTarget("p", "y", "7", 4), "the target `y` is `7` in each of the 4 rows");
        words.put(
                new DataProblem.TextColumn("p", "c", 90, 100, "Ann"),
                "column `c` is free text: 90 different texts in 100 cells, the first `Ann`");
        words.put(
                new DataProblem.ClassNotTrained("p", "k", "test", 1),
                "class `k` has 1 item in the test split and none to learn from");
        words.put(
                new DataProblem.GroupTooLarge("p", "g", "a", 9, 10, "test"),
                "split `test` gets no item: `g` is `a` in 9 of the 10 rows, which stay together");
        words.put(
                new DataProblem.UnknownClass("p", "k", List.of("a", "b")),
                "the target has no class `k`; classes: a, b");
        words.put(
                new DataProblem.NotTwoClasses("p", "c", 3),
                "label `c` has 3 values, but one of several labels is there or not");
        words.put(
                new DataProblem.UncertainFormat(
                        "p",
                        "c",
                        "1,234",
                        2,
                        List.of(
                                new DataProblem.FormatReading(CellFormat.DECIMAL_POINT, "1234"),
                                new DataProblem.FormatReading(CellFormat.DECIMAL_COMMA, "1.234"))),
                "column `c` can be read in two ways: `1,234` in row 2 is `1234` as decimal_point, `1.234` as "
                        + "decimal_comma; its `format` says which");
        words.put(
                new DataProblem.MixedFormats("p", "c", "$5", 2, "€6", 3),
                "column `c` is written in several ways: `$5` in row 2, `€6` in row 3");
        words.put(new DataProblem.NothingCounts("p", 7), "each of the 7 items of the training split has the weight 0");
        words.put(new DataProblem.TooManyFolds("p", 5, 3, Optional.empty()), "5 folds cannot be made of 3 items");
        words.put(
                new BadCells("p", "c", Kind.NOT_A_TIME, 1, 5, "soon", Optional.of("b.csv"), List.of()),
                "column `c` has 1 cell that cannot be read as a date or time, the first in row 5 of b.csv: `soon`");
        Set<Class<?>> kinds = new HashSet<>();
        words.forEach((problem, text) -> {
            kinds.add(problem.getClass());
            assertThat(DataException.inWords(problem)).isEqualTo(text);
        });
        assertThat(kinds).isEqualTo(Set.of(DataProblem.class.getPermittedSubclasses()));
    }
}
