package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The example experiments on real tables: the median over seeds 1 to 5 of a figure on the test split. */
class RealTablesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"iris,accuracy,0.93", "breast_cancer,accuracy,0.95", "penguins,accuracy,0.97", "mpg,r2,0.83"})
    void theMedianIsGood(String name, String metric, double atLeast) {
        Path table = CommandRun.tables().resolve(name + ".csv");
        assumeTrue(Files.exists(table), () -> "skipped: there is no table " + table);
        double[] figures = IntStream.rangeClosed(1, 5)
                .mapToDouble(seed -> test(name, table, metric, seed))
                .sorted()
                .toArray();
        assertThat(figures[2]).as("%s over five seeds", metric).isGreaterThanOrEqualTo(atLeast);
    }

    private double test(String name, Path table, String metric, int seed) {
        CommandRun run = CommandRun.of(
                folder,
                "train",
                CommandRun.example(name).toString(),
                "data.source=" + table,
                "seed=" + seed,
                "--run-dir",
                name + seed);
        assertThat(run.exit()).as(run.err()).isZero();
        try {
            String result = Files.readString(folder.resolve(name + seed).resolve("result.json"));
            return new JsonMapper()
                    .readTree(result)
                    .path("metrics")
                    .path("test")
                    .path(metric)
                    .asDouble();
        } catch (IOException e) {
            throw new AssertionError("a finished run has a result", e);
        }
    }
}
