// Longer than 300 lines: each case is one kind of table that a user brings to the same command.
package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dnn.launcher.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitCommandTest {
    @TempDir
    private Path folder;

    private Path table(String name, int rows, java.util.function.BiFunction<Integer, Random, String> row, String header)
            throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int i = 0; i < rows; i++) {
            text.append(row.apply(i, random)).append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private void flowers() throws IOException {
        table(
                "Flower Data.csv",
                120,
                (i, random) -> i + "," + random.nextInt(100) / 10.0 + "," + (i % 7 == 0 ? "" : 1 + random.nextInt(5))
                        + ","
                        + (i % 9 == 0 ? "" : List.of("red", "blue", "white").get(i % 3)) + ",note " + random.nextInt()
                        + ",2020," + (i % 2 == 0 ? "lily" : "rose"),
                "id,length,leaves,colour,remark,year,kind");
    }

    @Test
    void dirtyCellsOfAColumnOfNumbersCountAsMissing() throws IOException {
        table(
                "dirty.csv",
                120,
                (i, random) -> (i == 50
                                ? "x: y"
                                : i == 60 ? "5%" : i == 70 ? "n.a." : String.valueOf(random.nextInt(90) + i / 1000.0))
                        + "," + random.nextInt(50) + "," + (i % 2 == 0 ? "lily" : "rose"),
                "age,size,kind");
        CommandRun run = CommandRun.of(folder, "init", "dirty.csv", "--target", "kind", "--output", "dirty.yaml");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("dirty.yaml")))
                .contains("- \"x: y\"   # in `age`, row 52", "- \"5%\"   # in `age`, row 62")
                .contains("numeric: {scale: standardize, impute: median}", "n_0 = 2 numbers an item")
                .doesNotContain("exclude");
        CommandRun check =
                CommandRun.of(folder, "check", folder.resolve("dirty.yaml").toString(), "--deny", "warnings");
        assertThat(check.exit()).as(check.err()).isZero();
    }

    /** Semicolons and decimal commas, dates with the day first, units and thousands: what many tables look like. */
    @Test
    void aGermanTableIsReadAndItsFormatsAreWrittenDown() throws IOException {
        table(
                "german.csv",
                120,
                (i, random) -> (i % 28 + 1) + "." + (i % 12 + 1) + ".2024;" + random.nextInt(90) + ","
                        + random.nextInt(10) + " km;" + (1 + random.nextInt(9)) + "." + (100 + random.nextInt(900))
                        + ","
                        + "50 €;" + random.nextInt(90) + ",5;" + random.nextInt(500) + ",25",
                "due;weg;preis;alter;y");
        CommandRun run = CommandRun.of(folder, "init", "german.csv", "--target", "y", "--output", "german.yaml");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("german.yaml")))
                .contains("due: {format: day_month_year}   # such as 31/12/2024")
                .contains("weg: {format: decimal_comma}   # such as 1.234,5", "preis: {format: decimal_comma}")
                .contains("n_0 = 4 numbers an item", "loss: mean_squared_error")
                .doesNotContain("alter:", "exclude");
        String file = folder.resolve("german.yaml").toString();
        assertThat(CommandRun.of(folder, "check", file, "--deny", "warnings").exit())
                .isZero();
        CommandRun trained = CommandRun.of(folder, "train", file, "--run-dir", "r", "training.epochs=2");
        assertThat(trained.exit()).as(trained.err()).isZero();
        Files.writeString(folder.resolve("new.csv"), "due;weg;preis;alter\n3.4.2024;12,5 km;1.234,50 €;30,5\n");
        assertThat(CommandRun.of(folder, "predict", "r", "--data", "new.csv").exit())
                .isZero();
        Files.writeString(folder.resolve("new.csv"), "due;weg;preis;alter\n3.4.2024;12,5 mi;1.234,50 €;30,5\n");
        CommandRun refused = CommandRun.of(folder, "predict", "r", "--data", "new.csv");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("`12,5 mi`");
    }

    /** The usual reading, said aloud in the file and on the screen; the file can be used as it is. */
    @Test
    void aDateThatCanBeReadInTwoWaysIsChosenAloud() throws IOException {
        table(
                "dates.csv",
                120,
                (i, random) -> "0" + (i % 9 + 1) + "/0" + (i % 8 + 1) + "/2024," + random.nextInt(50) + ","
                        + (i % 2 == 0 ? "lily" : "rose"),
                "due,size,kind");
        CommandRun run = CommandRun.of(folder, "init", "dates.csv", "--target", "kind", "--output", "dates.yaml");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("warning[D621]: the cells of `due` can be read in two ways: one was chosen")
                .contains("was taken for 2024-0", "write `columns: {due: {format: month_day_year}}` instead")
                .doesNotContain("error");
        String text = Files.readString(folder.resolve("dates.yaml"));
        assertThat(text)
                .contains("due: {format: day_month_year}   # CHOSEN, not known: ", "write month_day_year")
                .doesNotContain("leaves a split");
        CommandRun check =
                CommandRun.of(folder, "check", folder.resolve("dates.yaml").toString());
        assertThat(check.exit()).as(check.err()).isZero();
    }

    @Test
    void datesThatOrderRowsAreChosenAloudToo() throws IOException {
        table(
                "dates.csv",
                120,
                (i, random) -> String.format("%02d/%02d/2024,", i % 12 + 1, i / 12 + 1) + random.nextInt(50) + ","
                        + random.nextInt(900),
                "day,size,sold");
        CommandRun run = CommandRun.of(folder, "init", "dates.csv", "--target", "sold", "--output", "dates.yaml");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("warning[D621]");
        assertThat(Files.readString(folder.resolve("dates.yaml")))
                .contains("test: 0.15, time: day}", "day: {format: day_month_year}   # CHOSEN, not known: ")
                .doesNotContain("more honest");
    }

    @Test
    void numbersBesideSemicolonsAreTakenForThousands() throws IOException {
        table("t.csv", 60, (i, random) -> (100 + i) + "." + (100 + i) + ";" + i % 2, "area;kind");
        CommandRun run = CommandRun.of(folder, "init", "t.csv", "--target", "kind");
        assertThat(run.err()).contains("warning[D621]", "`100.100` in row 2 was taken for 100100");
        assertThat(run.out())
                .contains("area: {format: decimal_comma}   # CHOSEN, not known: 100.100 as 100100; for 100.1");
    }

    @Test
    void aColumnInSeveralWaysIsLeftOutAndWhy() throws IOException {
        table(
                "t.csv",
                60,
                (i, random) -> (i % 2 == 0 ? "$" + i % 7 : i % 7 + " €") + "," + random.nextInt(900) + ","
                        + (i % 3 == 0 ? "lily" : "rose"),
                "price,size,kind");
        CommandRun run = CommandRun.of(folder, "init", "t.csv", "--target", "kind");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("- price   # written in several ways: $0 in row 2, 1 € in row 3");
    }

    @Test
    void whatCannotBeTrainedIsNotWritten() throws IOException {
        table("t.csv", 3, (i, random) -> i * 1.5 + "," + (i % 2 == 0 ? "lily" : "rose"), "size,kind");
        CommandRun run = CommandRun.of(folder, "init", "t.csv", "--target", "kind", "--output", "t.yaml");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("error", "no experiment was written: with this table none can be trained");
        assertThat(folder.resolve("t.yaml")).doesNotExist();
        assertThat(CommandRun.of(folder, "init", "t.csv", "--target", "kind").out())
                .isEmpty();
    }

    @Test
    void rowsWithoutATargetAreLeftOut() throws IOException {
        table(
                "gaps.csv",
                120,
                (i, random) ->
                        i / 7.0 + "," + random.nextInt(50) + "," + (i % 40 == 3 ? "" : i % 2 == 0 ? "lily" : "rose"),
                "age,size,kind");
        CommandRun run = CommandRun.of(folder, "init", "gaps.csv", "--target", "kind", "--output", "gaps.yaml");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("gaps.yaml")))
                .contains("missing_target: drop   # 3 rows without a target", "# 117 rows");
        CommandRun check =
                CommandRun.of(folder, "check", folder.resolve("gaps.yaml").toString(), "--deny", "warnings");
        assertThat(check.exit()).as(check.err()).isZero();
        CommandRun train = CommandRun.of(
                folder, "train", folder.resolve("gaps.yaml").toString(), "training.epochs=2", "--run-dir", "run");
        assertThat(train.err()).contains("left out: 3 rows whose target is missing");
        assertThat(Files.readString(folder.resolve("run/result.json"))).containsPattern("\"rowsWithoutTarget\" ?: 3");
        CommandRun refused =
                CommandRun.of(folder, "train", folder.resolve("gaps.yaml").toString(), "data.missing_target=error");
        assertThat(refused.err())
                .contains("D602", "3 missing cells", "leave these rows out with `missing_target: drop`");
        assertThat(CommandRun.of(folder, "evaluate", folder.resolve("run").toString())
                        .exit())
                .isZero();
    }

    @Test
    void aTableMayBeInAnotherCharacterSet() throws IOException {
        Path file = table(
                "latin.csv",
                120,
                (i, random) -> i / 7.0 + "," + random.nextInt(50) + "," + (i % 2 == 0 ? "Gänseblümchen" : "Rose"),
                "länge,size,kind");
        Files.write(file, Files.readString(file).getBytes(java.nio.charset.Charset.forName("windows-1252")));
        for (List<String> option : List.of(List.<String>of(), List.of("--encoding", "windows-1252"))) {
            List<String> arguments = new ArrayList<>(
                    List.of("init", "latin.csv", "--target", "kind", "--output", "latin.yaml", "--overwrite"));
            arguments.addAll(option);
            CommandRun run = CommandRun.of(folder, arguments.toArray(String[]::new));
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(Files.readString(folder.resolve("latin.yaml")))
                    .contains("  format:\n    encoding: windows-1252\n");
        }
        Files.write(
                file,
                Files.readString(file, java.nio.charset.Charset.forName("windows-1252"))
                        .replace("\u00e4", "\u0142\u0105\u017a")
                        .getBytes(java.nio.charset.Charset.forName("windows-1250")));
        CommandRun refused = CommandRun.of(folder, "init", "latin.csv", "--target", "kind");
        assertThat(refused.err()).contains("the bytes are not UTF-8");
    }

    @Test
    void oddCellsOfATargetOfNumbersAreLeftOutToo() throws IOException {
        table(
                "prices.csv",
                120,
                (i, random) -> i / 7.0 + "," + random.nextInt(50) + ","
                        + (i == 7 ? "x" : i == 9 ? "-" : 30 + i + random.nextInt(90)),
                "age,size,price");
        CommandRun run = CommandRun.of(folder, "init", "prices.csv", "--target", "price", "--output", "prices.yaml");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("prices.yaml")))
                .contains("missing_target: drop   # 2 rows without a target", "- x   # in `price`, row 9");
    }

    @Test
    void theExperimentChecksCleanAndTrains() throws IOException {
        flowers();
        CommandRun run =
                CommandRun.of(folder, "init", "Flower Data.csv", "--target", "kind", "--output", "a/first.yaml");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        Path file = folder.resolve("a/first.yaml");
        assertThat(run.lastLine()).isEqualTo(file.toString());
        assertThat(Files.readString(file))
                .startsWith("# yaml-language-server: $schema=experiment.schema.json\n")
                .contains("name: flower_data\n", "source: ../Flower Data.csv ", "target: kind\n")
                .contains(
                        "- id   # looks like an identifier: 120 different whole numbers",
                        "- remark   # 120 different texts",
                        "- year   # always the same")
                .contains("impute: median", "impute: most_frequent")
                .contains("units: 1, activation: sigmoid", "loss: binary_cross_entropy", "metrics: [accuracy, f1]");
        assertThat(folder.resolve("a/experiment.schema.json")).exists();
        CommandRun check = CommandRun.of(folder, "check", file.toString(), "--deny", "warnings");
        assertThat(check.exit()).as(check.err()).isZero();
        CommandRun train = CommandRun.of(folder, "train", file.toString(), "training.epochs=2", "--run-dir", "run");
        assertThat(train.exit()).as(train.err()).isZero();
    }

    @Test
    void numbersArePredictedAsNumbersAndFewWholeOnesAsClasses() throws IOException {
        table(
                "t.csv",
                100,
                (i, random) -> random.nextDouble() + "," + random.nextDouble() + "," + i % 3,
                "a,price,stars");
        CommandRun price = CommandRun.of(folder, "init", "t.csv", "--target", "price");
        assertThat(price.exit()).as(price.err()).isZero();
        assertThat(price.err()).isEmpty();
        assertThat(price.out())
                .contains(
                        "source: " + folder.resolve("t.csv"),
                        "loss: mean_squared_error",
                        "{type: dense, units: 1} ",
                        "[mae, r2]")
                .doesNotContain("$schema");
        CommandRun stars = CommandRun.of(folder, "init", "t.csv", "--target", "stars");
        assertThat(stars.out()).contains("units: 3, activation: softmax", "loss: categorical_cross_entropy");
    }

    @Test
    void whatCannotBePredictedIsRefused() throws IOException {
        flowers();
        CommandRun column = CommandRun.of(folder, "init", "Flower Data.csv", "--target", "kinds");
        assertThat(column.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(column.err()).contains("error[D609]", "`kind`");
        CommandRun constant = CommandRun.of(folder, "init", "Flower Data.csv", "--target", "year");
        assertThat(constant.err()).contains("error[D612]", "`2020`");
        CommandRun remark = CommandRun.of(folder, "init", "Flower Data.csv", "--target", "remark");
        assertThat(remark.err()).contains("error[Y013]", "120 different texts");
        CommandRun table = CommandRun.of(folder, "init", "nothing.csv", "--target", "year");
        assertThat(table.err()).contains("error[D601]");
        Files.writeString(folder.resolve("there.yaml"), "mine");
        CommandRun there =
                CommandRun.of(folder, "init", "Flower Data.csv", "--target", "kind", "--output", "there.yaml");
        assertThat(there.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(folder.resolve("there.yaml")).hasContent("mine");
    }

    @Test
    void theRareClassIsThePositiveOneAndCountsInTrainingAndInTheFigures() throws IOException {
        table(
                "f.csv",
                3000,
                (i, random) -> (i % 100 == 7 ? 300 : 60) + random.nextGaussian() + "," + random.nextInt(24) + ","
                        + (i % 100 == 7 ? "fraud" : "ok"),
                "amount,hour,outcome");
        CommandRun run = CommandRun.of(folder, "init", "f.csv", "--target", "outcome", "--output", "f.yaml");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("f.yaml")))
                .contains(
                        "positive_class: fraud ",
                        "the rarer, it has 30 of 3000 rows",
                        "class_weights: balanced",
                        "metrics: [balanced_accuracy, pr_auc, recall]",
                        "the probability of fraud")
                .doesNotContain("D607");
        CommandRun trained = CommandRun.of(
                folder, "train", folder.resolve("f.yaml").toString(), "--run-dir", "run", "training.epochs=30");
        assertThat(trained.exit()).as(trained.err()).isZero();
        assertThat(new tools.jackson.databind.json.JsonMapper()
                        .readTree(Files.readString(folder.resolve("run/result.json")))
                        .at("/metrics/test/recall")
                        .asDouble())
                .isGreaterThan(0.9);
    }

    @Test
    void rowsOfOnePatientStayTogether() throws IOException {
        table(
                "v.csv",
                600,
                (i, random) -> (1000 + i / 4) + "," + random.nextGaussian() + ",2021-"
                        + String.format("%02d-%02d", 1 + i % 12, 1 + i % 28) + ","
                        + (i / 4 % 3 == 0 ? "ill" : "well"),
                "patient_id,pressure,seen,state");
        CommandRun run = CommandRun.of(folder, "init", "v.csv", "--target", "state", "--output", "v.yaml");
        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("v.yaml")))
                .contains(
                        "test: 0.15, group: patient_id}",
                        "# patient_id has 150 values in 600 rows, 4 rows each: they stay together",
                        "`time: seen` in the place of `group`",
                        "positive_class: ill ",
                        "n_0 = 2 numbers");
    }

    @Test
    void whatIsDatedIsTestedOnTheLatestRows() throws IOException {
        table(
                "s.csv",
                400,
                (i, random) -> java.time.LocalDate.of(2020, 1, 1).plusDays(i) + "," + random.nextGaussian() + ","
                        + (200 + random.nextInt(400)),
                "day,temperature,sold");
        CommandRun run = CommandRun.of(folder, "init", "s.csv", "--target", "sold", "--output", "s.yaml");
        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("s.yaml")))
                .contains("test: 0.15, time: day}", "# in the order of day: learns from the past", "n_0 = 1 numbers");
        table(
                "k.csv",
                400,
                (i, random) -> java.time.LocalDate.of(2020, 1, 1).plusDays(i) + "," + random.nextGaussian() + ","
                        + (i < 360 ? i % 2 == 0 ? "a" : "b" : "c"),
                "day,temperature,kind");
        CommandRun untrained = CommandRun.of(folder, "init", "k.csv", "--target", "kind");
        assertThat(untrained.err()).contains("note[D619]", "1 note").doesNotContain("warning", "error");
        assertThat(untrained.out())
                .contains(
                        "# a split by day would be more honest, but then the class `c` has no item in the training",
                        "test: 0.15}   # by chance, each class");
    }

    @Test
    void aPathOnStandardOutputIsRightWhereverItEndsUp() throws IOException {
        flowers();
        Files.createDirectories(folder.resolve("elsewhere"));
        CommandRun run = CommandRun.of(folder, "init", "Flower Data.csv", "--target", "kind");
        Files.writeString(folder.resolve("elsewhere/x.yaml"), run.out());
        CommandRun check = CommandRun.of(
                folder, "check", folder.resolve("elsewhere/x.yaml").toString());
        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(run.out()).contains("# absolute, since it is not known where this file will be; `--output FILE`");
    }

    @Test
    void fewWholeNumbersDoNotBecomeClassesWithoutAWord() throws IOException {
        table("t.csv", 200, (i, random) -> random.nextDouble() + "," + i % 7, "a,visits");
        CommandRun run = CommandRun.of(folder, "init", "t.csv", "--target", "visits");
        assertThat(run.out()).contains("# 7 different whole numbers, taken for classes", "`loss: mean_squared_error`");
    }

    @ParameterizedTest
    @CsvSource({
        "iris.csv,species,categorical",
        "penguins.csv,species,categorical",
        "mpg.csv,mpg,squared",
        "breast_cancer.csv,diagnosis,binary",
        "digits.csv.gz,digit,categorical"
    })
    void realTables(String table, String target, String loss) {
        Path file = CommandRun.tables().resolve(table);
        assumeTrue(Files.exists(file), () -> "there is no " + file);
        CommandRun run = CommandRun.of(folder, "init", file.toString(), "--target", target);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(loss);
    }

    @Test
    void aFindingAboutTheTableStandsInTheTable() throws IOException {
        Files.writeString(folder.resolve("ragged.csv"), "a,y\n1,2\n3\n");
        CommandRun ragged = CommandRun.of(folder, "init", "ragged.csv", "--target", "y");
        assertThat(ragged.exit()).isEqualTo(2);
        assertThat(ragged.err()).contains("error[D610]", "--> ragged.csv").doesNotContain("data.source");
        Files.writeString(folder.resolve("few.csv"), "a,y\n1,2\n3,4\n");
        CommandRun lacking = CommandRun.of(folder, "init", "few.csv", "--target", "z");
        assertThat(lacking.err()).contains("error[D609]", "--> few.csv").doesNotContain("data.target");
    }

    @Test
    void aTargetOfTextsThatHardlyRepeatIsRefusedOnce() throws IOException {
        table("remarks.csv", 60, (i, random) -> i / 7.0 + ",text " + (i < 50 ? i : 1), "a,remark");
        CommandRun run = CommandRun.of(folder, "init", "remarks.csv", "--target", "remark");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("the target `remark` has 50 different texts in 60 rows, too many for classes")
                .contains("1 error")
                .doesNotContain("D607");
    }

    @Test
    void whatSpreadsheetsWriteIsRead() throws IOException {
        StringBuilder text = new StringBuilder("\ufeffsep=;\r\nPreis;Ort;Gewinn\r\n");
        for (int i = 0; i < 80; i++) {
            text.append("1.%03d,50;%s;%d,5%s\r\n"
                    .formatted(i * 7 % 900, List.of("Bonn", "Kiel").get(i % 2), i * 3 % 41, i % 3 == 0 ? "-" : ""));
        }
        Files.writeString(folder.resolve("excel.csv"), text);
        CommandRun run = CommandRun.of(folder, "init", "excel.csv", "--target", "Gewinn", "--output", "excel.yaml");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("excel.yaml")))
                .contains("from 2 columns", "Gewinn: {format: decimal_comma}", "mean_squared_error");
    }
}
