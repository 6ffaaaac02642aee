package dnn.data.newdata;

import static dnn.api.Dsl.binaryCrossEntropy;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Data;
import dnn.api.data.CategoricalPreprocessing;
import dnn.api.data.Imputation;
import dnn.api.data.NumericPreprocessing;
import dnn.api.data.Preprocessing;
import dnn.api.data.Scale;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.data.TableFormat;
import dnn.api.profile.DataProblem;
import dnn.data.DataLoader;
import dnn.data.encoding.Preprocessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of further tables are read as the same cells of the training table, or are refused. */
class DecimalSignTest {
    @TempDir
    private Path folder;

    private Preprocessor trained(String separator, String... cells) throws IOException {
        return trained(TableFormat.defaults(), separator, cells);
    }

    private Preprocessor trained(TableFormat format, String separator, String... cells) throws IOException {
        StringBuilder text = new StringBuilder("x" + separator + "kind\n");
        for (int row = 0; row < 40; row++) {
            text.append(cells[row % cells.length]).append(separator);
            text.append(row % 2 == 0 ? "a\n" : "b\n");
        }
        Files.writeString(folder.resolve("trained.csv"), text);
        Data data = new Data(
                new Table("trained.csv", "kind", Optional.empty(), List.of()).format(format),
                new Split(1, 0, 0),
                new Preprocessing(
                        new NumericPreprocessing(Optional.of(Scale.NONE), new Imputation.None()),
                        CategoricalPreprocessing.defaults(),
                        Map.of()));
        return new DataLoader(folder).load(data, binaryCrossEntropy(), 1).preprocessor();
    }

    private NewItems read(Preprocessor trained, String separator, String... cells) throws IOException {
        StringBuilder text = new StringBuilder("x" + separator + "other\n");
        for (String cell : cells) {
            text.append(cell).append(separator).append("1\n");
        }
        return NewData.read(Files.writeString(folder.resolve("new.csv"), text), trained);
    }

    /** Each trained on two cells: a further table's separator and cell, and what is read; nothing if it is refused. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // points, in a table parted by commas
                ",|1.5|0.5|,|1.234|1.234",
                ",|1.5|0.5|;|1.234|",
                ",|1.5|0.5|;|0.25|0.25",
                ",|1.5|0.5|;|12.25|12.25",
                ",|1.5|0.5|;|2,5|2.5",
                ",|1.5|0.5|;|1,234|",
                ",|1.5|0.5|;|1.234,5|1234.5",
                ",|1.5|0.5|;|1200|1200",
                // whole numbers alone
                ",|15|7|;|1.234|",
                ",|15|7|,|1.234|1.234",
                ";|15|7|;|1.234|",
                ";|15|7|;|1.5|1.5",
                // points, in a table parted by semicolons
                ";|1.5|0.5|;|1.234|1.234",
                ";|1.5|0.5|;|3,5|",
                ";|1.5|0.5|,|1.234|1.234",
                // decimal commas
                ";|1,5|0,5|;|1.234|1234",
                ";|1,5|0,5|;|2,25|2.25",
                ";|1,5|0,5|;|0.25|",
                ";|1,5|0,5|;|1.234.567|1234567",
                ";|1,5|0,5|,|0.25|0.25",
                // a column of decimal commas and thousands
                ";|1.234,5|0,5|;|1.234|1234",
                ";|1.234,5|0,5|,|1.234|1.234",
                ";|€1.234,50|€0,50|;|€1.234|1234",
                ";|€1.234,50|€0,50|,|€1.234|",
                ";|€1.234,50|€0,50|,|€7|7",
                // thousands beside points
                ";|1,234.5|0.5|;|1,234|1234",
                "tab|1,234.5|0.5|;|1,234|",
            })
    void cellsMeanWhatTheyMeantInTraining(
            String parted, String one, String two, String now, String cell, String expected) throws IOException {
        Preprocessor trained = trained(parted.replace("tab", "\t"), one, two);
        NewItems items = read(trained, now, cell);
        if (expected == null) {
            assertThat(items.problems())
                    .hasSize(1)
                    .allSatisfy(problem -> assertThat(problem)
                            .isInstanceOfSatisfying(DataProblem.BadCells.class, cells -> {
                                assertThat(cells.kind()).isEqualTo(DataProblem.BadCells.Kind.NOT_NUMERIC);
                                assertThat(cells.sample()).isEqualTo(cell);
                            }));
        } else {
            assertThat(items.problems()).isEmpty();
            assertThat(items.features().orElseThrow().get(0, 0)).isEqualTo(Double.parseDouble(expected));
        }
    }

    @Test
    void aDeclaredSignHoldsForFurtherTables() throws IOException {
        Preprocessor commas = trained(TableFormat.defaults().decimal(","), ";", "15", "7,5");
        assertThat(read(commas, ";", "1.234").features().orElseThrow().get(0, 0))
                .isEqualTo(1234);
        Preprocessor points = trained(TableFormat.defaults().decimal("."), ";", "15", "7.5");
        assertThat(read(points, ";", "1.234").features().orElseThrow().get(0, 0))
                .isEqualTo(1.234);
        assertThat(read(points, ";", "3,5").problems()).hasSize(1);
    }

    /** A number of a program is itself, however the table was written; a text is written as the table's cells. */
    @Test
    void valuesOfAProgramAreThemselves() throws IOException {
        Preprocessor trained = trained(";", "1,5", "0,5");
        for (Number number : List.<Number>of(1.234, 1.234f, new java.math.BigDecimal("1.234"))) {
            assertThat(NewData.of(List.of(Map.of("x", number)), trained)
                            .features()
                            .orElseThrow()
                            .get(0, 0))
                    .isEqualTo(number.doubleValue());
        }
        assertThat(NewData.of(List.of(Map.of("x", "1.234")), trained)
                        .features()
                        .orElseThrow()
                        .get(0, 0))
                .isEqualTo(1234);
    }
}
