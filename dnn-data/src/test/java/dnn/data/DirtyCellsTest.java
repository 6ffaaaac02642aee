package dnn.data;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Data;
import dnn.api.data.Imputation;
import dnn.api.data.NumericPreprocessing;
import dnn.api.data.Preprocessing;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.loss.TargetKind;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProblem.BadCells;
import dnn.api.profile.DataProfile;
import dnn.api.profile.OddText;
import dnn.api.profile.Oddity;
import dnn.data.newdata.NewData;
import dnn.data.newdata.NewItems;
import dnn.data.problem.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A few cells that are no numbers in a column of numbers: the column stays one, and the cells are named. */
class DirtyCellsTest {
    private static final int ROWS = 200;

    @TempDir
    Path folder;

    private Data data(IntFunction<String> cell, int rows) throws IOException {
        StringBuilder text = new StringBuilder("a,y\n");
        for (int i = 0; i < rows; i++) {
            text.append(cell.apply(i)).append(',').append(i % 3).append('\n');
        }
        Files.writeString(folder.resolve("t.csv"), text);
        return new Data(
                new Table("t.csv", "y", Optional.empty(), List.of()), new Split(1, 0, 0), Preprocessing.defaults());
    }

    private DataProfile profile(IntFunction<String> cell, int rows) throws IOException {
        return new DataLoader(folder).profile(data(cell, rows), TargetKind.NUMBERS, 1);
    }

    private static ColumnType type(DataProfile profile) {
        return profile.column("a").orElseThrow().type();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | TEXT",
                "5% | PERCENT",
                "$5 | CURRENCY",
                "1 000 | GROUPED",
                "1'000 | GROUPED",
                "\u22121 | MINUS_SIGN",
                "\u0661\u0662 | OTHER_DIGITS",
                "#REF! | SPREADSHEET_ERROR",
                "=1+1 | FORMULA",
                "1e5e5 | TWO_EXPONENTS",
                "--1 | TWO_SIGNS",
                "1.2.3 | TWO_POINTS",
                "85 km | UNIT",
                "<5 | BOUND",
                "14:00 | TIME",
                "31.12.2024 | DATE"
            })
    void oneOddCellDoesNotMakeAColumnText(String odd, Oddity looks) throws IOException {
        for (int place : new int[] {0, 17, ROWS - 1}) {
            DataProfile profile = profile(i -> i == place ? odd : String.valueOf(i * 0.5), ROWS);
            assertThat(type(profile)).isEqualTo(ColumnType.NUMERIC);
            assertThat(profile.problems())
                    .containsExactly(new BadCells("data.source", "a", BadCells.Kind.NOT_NUMERIC, 1, place + 2, odd)
                            .texts(List.of(new OddText(odd, looks, 1, place + 2))));
        }
    }

    @Test
    void wordsForNothingAreMissingAmongNumbersAndCategoriesAmongTexts() throws IOException {
        for (String word : List.of("n.a.", "-", "None", "unknown", "#N/A", "\u2013")) {
            DataProfile numbers = profile(i -> i % 3 == 0 ? word : String.valueOf(i), ROWS);
            assertThat(type(numbers)).isEqualTo(ColumnType.NUMERIC);
            assertThat(numbers.column("a").orElseThrow().missing()).isEqualTo(67);
            assertThat(numbers.problems())
                    .containsExactly(new BadCells("data.source", "a", BadCells.Kind.MISSING, 67, 2, word));
            DataProfile texts = profile(i -> i % 3 == 0 ? word : "c" + i % 3, ROWS);
            assertThat(type(texts)).isEqualTo(ColumnType.CATEGORICAL);
            assertThat(texts.problems()).isEmpty();
        }
    }

    @Test
    void atLeastNineOfTenPresentCellsAreNumbers() throws IOException {
        assertThat(type(profile(i -> i < 20 ? "w" + i : i < 100 ? "" : String.valueOf(i), 300)))
                .isEqualTo(ColumnType.NUMERIC);
        assertThat(type(profile(i -> i < 23 ? "w" + i : i < 100 ? "" : String.valueOf(i), 300)))
                .isEqualTo(ColumnType.TEXT);
        assertThat(type(profile(i -> i == 9 ? "w" : String.valueOf(i), 10))).isEqualTo(ColumnType.NUMERIC);
        assertThat(type(profile(i -> i == 8 ? "w" : String.valueOf(i), 9))).isEqualTo(ColumnType.CATEGORICAL);
    }

    @Test
    void aTextThatRepeatsBesideAFewNumbersIsACategory() throws IOException {
        DataProfile children = profile(i -> i % 20 == 0 ? "3+" : String.valueOf(i % 3), ROWS);
        assertThat(type(children)).isEqualTo(ColumnType.CATEGORICAL);
        assertThat(children.problems()).isEmpty();
        // Among many different numbers the same text is no category, however often it occurs.
        assertThat(type(profile(i -> i % 20 == 0 ? "3+" : String.valueOf(i), ROWS)))
                .isEqualTo(ColumnType.NUMERIC);
    }

    @Test
    void trainingReadsAsTheProfileDoes() throws IOException {
        Data gaps = data(i -> i % 10 == 0 ? "n.a." : String.valueOf(i), ROWS);
        Preprocessing median =
                Preprocessing.defaults().numeric(new NumericPreprocessing(Optional.empty(), new Imputation.Median()));
        PreparedData prepared = new DataLoader(folder)
                .load(new Data(gaps.source(), gaps.split(), median), new dnn.api.loss.MeanSquaredError(), 1);
        assertThat(prepared.preprocessor().inputNames()).containsExactly("a");
        Files.writeString(folder.resolve("new.csv"), "a\nn.a.\n7\n#REF!\n");
        NewItems items = NewData.read(folder.resolve("new.csv"), prepared.preprocessor());
        assertThat(items.problems())
                .extracting(DataProblem::path, DataException::inWords)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "data.source",
                        "column `a` has 1 cell that cannot be read as a number, the first in row 4: `#REF!`"));
    }

    @Test
    void groupsKeepTheirNames() throws IOException {
        // `A7` is one group of its own, not a missing one.
        Data plain = data(i -> i == 5 ? "A7" : String.valueOf(i / 4), ROWS);
        Data grouped = new Data(
                plain.source(), new Split(0.5, 0.25, 0.25, Optional.of("a"), Optional.empty()), plain.preprocessing());
        Table source = ((Table) grouped.source()).target("y").features("y");
        DataProfile profile = new DataLoader(folder)
                .profile(new Data(source, grouped.split(), grouped.preprocessing()), TargetKind.CLASSES, 1);
        assertThat(profile.problems()).noneMatch(problem -> problem.path().startsWith("data.split"));
    }
}
