// Longer than 300 lines: each case is one way of writing a cell, through the same few lines of reading.
package dnn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Data;
import dnn.api.Dsl;
import dnn.api.data.ColumnDeclaration;
import dnn.api.data.NumericPreprocessing;
import dnn.api.data.Preprocessing;
import dnn.api.data.Scale;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.loss.TargetKind;
import dnn.api.profile.CellFormat;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProfile;
import dnn.data.newdata.NewData;
import dnn.data.newdata.NewItems;
import dnn.data.problem.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns of numbers, dates and times that are written in a way of their own. */
class CellFormatsTest {
    private static final Preprocessing PLAIN =
            Preprocessing.defaults().numeric(NumericPreprocessing.defaults().scale(Scale.NONE));

    @TempDir
    Path folder;

    private Data data(String name, String text, Map<String, ColumnDeclaration> columns) throws IOException {
        Files.writeString(folder.resolve(name), text);
        Table table = new Table(name, "y", Optional.empty(), List.of()).columns(columns);
        return new Data(table, new Split(1, 0, 0), PLAIN);
    }

    /** A table parted by tabs whose column {@code a} has these cells, again and again, and y counts. */
    private static String table(String... cells) {
        StringBuilder text = new StringBuilder("a\ty\n");
        for (int i = 0; i < 60; i++) {
            text.append(cells[i % cells.length]).append('\t').append(i).append('\n');
        }
        return text.toString();
    }

    private Data cells(String... cells) throws IOException {
        return data("t.tsv", table(cells), Map.of());
    }

    private Data declared(CellFormat format, String... cells) throws IOException {
        return data("t.tsv", table(cells), Map.of("a", of(format)));
    }

    private static ColumnDeclaration of(CellFormat format) {
        return new ColumnDeclaration(Optional.empty(), List.of(), Optional.of(format));
    }

    private DataProfile profile(Data data) {
        return new DataLoader(folder).profile(data, TargetKind.NUMBERS, 1);
    }

    private PreparedData load(Data data) {
        return new DataLoader(folder).load(data, Dsl.meanSquaredError(), 1);
    }

    private double[] first(Data data, int count) {
        return Arrays.copyOf(load(data).train().features().values(), count);
    }

    private static double day(String iso) {
        return LocalDate.parse(iso).toEpochDay();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3,5 | 12,75 | 3.5 | 12.75",
                "1.234,5 | 3,25 | 1234.5 | 3.25",
                "1.234.567 | 2.345.678 | 1234567 | 2345678",
                "$1,234 | $950 | 1234 | 950",
                "$1,234.50 | $3.25 | 1234.5 | 3.25",
                "1.234,50 € | 3,25 € | 1234.5 | 3.25",
                "USD 12 | USD 7.5 | 12 | 7.5",
                "12.3% | 7% | 12.3 | 7",
                "(1,234.50) | 7.25 | -1234.5 | 7.25",
                "($12) | $7 | -12 | 7",
                "3,5- | 12,75 | -3.5 | 12.75",
                "12,3 % | 7 % | 12.3 | 7",
                "85 km | 1.5 km | 85 | 1.5",
                "21.5°C | 3°C | 21.5 | 3",
                "1 000 | 12 500 | 1000 | 12500",
                "1'000 | 12'500.5 | 1000 | 12500.5",
                "1,234,567 | 2,345 | 1234567 | 2345",
                "\u22121.5 | 2.5 | -1.5 | 2.5",
                "14:00 | 9:30 | 14 | 9.5",
                "2:30 PM | 12:15 AM | 14.5 | 0.25"
            })
    void numbersAreReadWhereOneReadingIsCertain(String one, String two, double first, double second)
            throws IOException {
        Data data = cells(one, two);
        DataProfile profile = profile(data);
        assertThat(profile.problems()).isEmpty();
        assertThat(profile.column("a").orElseThrow().type()).isEqualTo(ColumnType.NUMERIC);
        assertThat(profile.column("a").orElseThrow().numbers().maximum())
                .isEqualTo(Math.max(first, second), within(1e-12));
        assertThat(first(data, 2)).containsExactly(new double[] {first, second}, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31/01/2024 | 02/01/2024 | 2024-01-31 | 2024-01-02",
                "01/31/2024 | 01/02/2024 | 2024-01-31 | 2024-01-02",
                "05.01.2024 | 2.1.2024 | 2024-01-05 | 2024-01-02",
                "'Jan 01, 2021' | 'Dec 31, 2020' | 2021-01-01 | 2020-12-31",
                "3 March 2021 | 14-Sep-2020 | 2021-03-03 | 2020-09-14",
                "2024/01/05 | 2024/12/31 | 2024-01-05 | 2024-12-31"
            })
    void datesAreReadWhereOneReadingIsCertain(String one, String two, String first, String second) throws IOException {
        Data data = cells(one, two);
        assertThat(profile(data).problems()).isEmpty();
        assertThat(profile(data).column("a").orElseThrow().type()).isEqualTo(ColumnType.DATE_TIME);
        assertThat(first(data, 2)).containsExactly(day(first), day(second));
    }

    @Test
    void aTimeAfterADateCounts() throws IOException {
        assertThat(first(cells("31/01/2024 12:00", "1/2/2024 6:00"), 2))
                .containsExactly(day("2024-01-31") + 0.5, day("2024-02-01") + 0.25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "03/04/2024 | 12/11/2024 | DAY_MONTH_YEAR | 2024-04-03 | MONTH_DAY_YEAR | 2024-03-04",
                "1,234 | 5,678 | DECIMAL_POINT | 1234 | DECIMAL_COMMA | 1.234",
                "€1.234 | €5.678 | DECIMAL_POINT | 1.234 € | DECIMAL_COMMA | 1234 €"
            })
    void whatCanBeReadInTwoWaysIsAProblemAndAFormatDecides(
            String one, String two, CellFormat first, String firstMeaning, CellFormat second, String secondMeaning)
            throws IOException {
        DataProblem.UncertainFormat open = (DataProblem.UncertainFormat)
                profile(cells(one, two)).problems().get(0);
        assertThat(open.path()).isEqualTo("data.source");
        assertThat(open.sample()).isEqualTo(one);
        assertThat(open.row()).isEqualTo(2);
        assertThat(open.readings())
                .containsExactly(
                        new DataProblem.FormatReading(first, firstMeaning),
                        new DataProblem.FormatReading(second, secondMeaning));
        assertThatThrownBy(() -> load(cells(one, two)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("two ways");
        double read = first(declared(first, one, two), 1)[0];
        assertThat(profile(declared(first, one, two)).problems()).isEmpty();
        assertThat(first(declared(second, one, two), 1)[0]).isNotEqualTo(read);
    }

    @Test
    void theDecimalSignOfOtherColumnsDecides() throws IOException {
        StringBuilder points = new StringBuilder("a\tb\ty\n");
        StringBuilder commas = new StringBuilder("a\tb\ty\n");
        for (int i = 0; i < 40; i++) {
            points.append("1,234\t0.5\t").append(i).append('\n');
            commas.append("1,234\t0,5\t").append(i).append('\n');
        }
        assertThat(first(data("p.tsv", points.toString(), Map.of()), 2)).containsExactly(1234, 0.5);
        assertThat(first(data("c.tsv", commas.toString(), Map.of()), 2)).containsExactly(1.234, 0.5);
    }

    @Test
    void thousandsBesideSemicolonsAreNoFractions() throws IOException {
        StringBuilder certain = new StringBuilder("a;b;y\n");
        StringBuilder open = new StringBuilder("a;y\n");
        StringBuilder points = new StringBuilder("a;b;y\n");
        StringBuilder fractions = new StringBuilder("a;y\n");
        for (int i = 0; i < 40; i++) {
            certain.append("1.234;0,5;").append(i).append('\n');
            open.append("1.234;").append(i).append('\n');
            points.append("1.234;0.5;").append(i).append('\n');
            fractions.append("1,234;").append(i).append('\n');
        }
        assertThat(first(data("c.csv", certain.toString(), Map.of()), 2)).containsExactly(1234, 0.5);
        assertThat(first(data("p.csv", points.toString(), Map.of()), 2)).containsExactly(1.234, 0.5);
        assertThat(first(data("f.csv", fractions.toString(), Map.of()), 1)).containsExactly(1.234);
        assertThat(profile(data("o.csv", open.toString(), Map.of())).problems())
                .hasOnlyElementsOfType(DataProblem.UncertainFormat.class)
                .hasSize(1);
    }

    @Test
    void aFewCellsInAnotherFormatAreNamedOneByOne() throws IOException {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            cells.add((i % 28 + 1) + "/12/2024");
        }
        cells.set(17, "12/31/2024");
        DataProblem.BadCells bad = (DataProblem.BadCells)
                profile(cells(cells.toArray(String[]::new))).problems().get(0);
        assertThat(bad.kind()).isEqualTo(DataProblem.BadCells.Kind.NOT_A_TIME);
        assertThat(bad.sample()).isEqualTo("12/31/2024");
        assertThat(bad.firstRow()).isEqualTo(19);
        List<String> prices = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            prices.add("$" + i + ".50");
        }
        prices.set(3, "€7.50");
        DataProblem.BadCells other = (DataProblem.BadCells)
                profile(cells(prices.toArray(String[]::new))).problems().get(0);
        assertThat(other.sample()).isEqualTo("€7.50");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"$5 | €6", "31/01/2024 | 01/31/2024", "2024-01-31 | 31.01.2024", "85 km | 50 mi", "12% | 0.12"})
    void severalFormatsInOneColumnAreAProblem(String one, String two) throws IOException {
        DataProblem.MixedFormats mixed =
                (DataProblem.MixedFormats) profile(cells(one, two)).problems().get(0);
        assertThat(mixed.first()).isEqualTo(one);
        assertThat(mixed.other()).isEqualTo(two);
        assertThat(mixed.otherRow()).isEqualTo(3);
    }

    @Test
    void categoriesStayCategories() throws IOException {
        for (String[] cells : new String[][] {
            {"1st", "2nd", "3rd"}, {"S", "M", "3XL"}, {"0", "1", "2", "3+"}, {"A12", "B7"}, {"10-20", "20-30"}
        }) {
            DataProfile profile = profile(cells(cells));
            assertThat(profile.problems()).isEmpty();
            assertThat(profile.column("a").orElseThrow().type()).isEqualTo(ColumnType.CATEGORICAL);
        }
    }

    @Test
    void wordsForNothingAreMissingAmongFormattedNumbers() throws IOException {
        for (String nothing : List.of("-", "None", "unknown", "n.a.")) {
            DataProfile profile = profile(cells("3,5", "7,25", "4,0", nothing));
            assertThat(profile.column("a").orElseThrow().missing()).isEqualTo(15);
            assertThat(profile.problems())
                    .allMatch(problem -> problem instanceof DataProblem.BadCells bad
                            && bad.kind() == DataProblem.BadCells.Kind.MISSING)
                    .hasSize(1);
        }
    }

    @Test
    void aTargetIsReadAndFurtherTablesAreReadAlike() throws IOException {
        StringBuilder text = new StringBuilder("a\ty\n");
        for (int i = 0; i < 40; i++) {
            text.append(i % 28 + 1).append("/02/2024\t").append(i).append(",5\n");
        }
        PreparedData prepared = load(data("t.tsv", text.toString(), Map.of()));
        assertThat(prepared.train().targets().values()).startsWith(0.5, 1.5, 2.5);
        Path file = folder.resolve("new.tsv");
        Files.writeString(file, "a\ty\n03/04/2024\t1.234,5\n");
        NewItems items = NewData.read(file, prepared.preprocessor());
        assertThat(items.features().orElseThrow().values()).containsExactly(day("2024-04-03"));
        assertThat(items.targets().orElseThrow().values()).containsExactly(1234.5);
        Files.writeString(file, "a\ty\n04/13/2024\t1,5\n");
        assertThat(NewData.read(file, prepared.preprocessor()).problems())
                .singleElement()
                .isInstanceOfSatisfying(DataProblem.BadCells.class, bad -> {
                    assertThat(bad.kind()).isEqualTo(DataProblem.BadCells.Kind.NOT_A_TIME);
                    assertThat(bad.sample()).isEqualTo("04/13/2024");
                });
        Files.writeString(file, "a\ty\n2024-04-03\t1.5\n");
        NewItems otherwise = NewData.read(file, prepared.preprocessor());
        assertThat(otherwise.problems()).hasSize(1);
        assertThat(otherwise.targetProblems()).hasSize(1);
    }

    @Test
    void anotherUnitInFurtherTablesIsRefused() throws IOException {
        PreparedData prepared = load(cells("85 km", "12 km"));
        Path file = folder.resolve("new.tsv");
        Files.writeString(file, "a\n85 mi\n");
        assertThat(NewData.read(file, prepared.preprocessor()).problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        DataProblem.BadCells.class,
                        bad -> assertThat(bad.sample()).isEqualTo("85 mi"));
    }

    @Test
    void aMissingCellOfAFurtherTableIsFilled() throws IOException {
        PreparedData prepared = load(cells("3,5", "3,5", "7,5"));
        Path file = folder.resolve("new.tsv");
        Files.writeString(file, "a\n-\n\"\"\n");
        NewItems items = NewData.read(file, prepared.preprocessor());
        assertThat(items.problems()).isEmpty();
        assertThat(items.features().orElseThrow().values()).containsExactly(3.5, 3.5);
        assertThat(items.filled())
                .singleElement()
                .satisfies(filled -> assertThat(filled.cells()).isEqualTo(2));
    }

    @Test
    void numbersOfAProgramStayWhatTheyAre() throws IOException {
        PreparedData prepared = load(cells("1.234,5", "3,25"));
        NewItems items = NewData.of(List.of(Map.of("a", 1.234), Map.of("a", 7)), prepared.preprocessor());
        assertThat(items.problems()).isEmpty();
        assertThat(items.features().orElseThrow().values()).containsExactly(1.234, 7);
        NewItems texts = NewData.of(List.of(Map.of("a", "1.234,5")), prepared.preprocessor());
        assertThat(texts.features().orElseThrow().values()).containsExactly(1234.5);
    }

    @Test
    void rowsAreSplitByTimesInTheirFormat() throws IOException {
        StringBuilder text = new StringBuilder("a\tx\ty\n");
        for (int i = 0; i < 10; i++) {
            text.append(20 - i)
                    .append("/01/20")
                    .append(10 + i)
                    .append("\t")
                    .append(i)
                    .append('\t')
                    .append(i)
                    .append('\n');
        }
        Data data = data("t.tsv", text.toString(), Map.of());
        Data split = new Data(data.source(), new Split(0.8, 0, 0.2).time("a"), PLAIN);
        assertThat(load(split).test().targets().values()).containsExactly(8, 9);
    }

    @Test
    void aFormatThatIsDeclaredIsKeptEvenWhereCellsAreNumbers() throws IOException {
        assertThat(first(declared(CellFormat.DECIMAL_COMMA, "1.234", "5.678"), 2))
                .containsExactly(1234, 5678);
        assertThat(first(declared(CellFormat.YEAR_MONTH_DAY, "2024-01-05"), 1)).containsExactly(day("2024-01-05"));
    }
}
