package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands in a small heap: what does not fit is a finding, and what fits works. */
class ScarceMemoryIT {
    private static final String EXPERIMENT = """
            name: wide
            seed: 1
            data: {source: blobs, items: 3000, classes: 3}
            architecture:
              layers:
                - {type: dense, units: 4, activation: relu}
                - {type: dense, units: 3, activation: softmax}
            training: {loss: categorical_cross_entropy, epochs: 1, batch_size: 4}
            """;

    private static final String LOW_RATE = "training.optimizer={type: sgd, learning_rate: 1e-7}";

    @TempDir
    private Path folder;

    private DnnProcess run(String... arguments) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("wide.yaml"), EXPERIMENT);
        DnnProcess process = DnnProcess.inHeap(folder, "160m", List.of(arguments));
        assertThat(process.endsWithin(120_000)).isTrue();
        assertThat(process.said()).doesNotContain("\tat ", "OutOfMemoryError");
        return process;
    }

    @Test
    void whatIsForeseenIsRefusedWithASum() throws IOException, InterruptedException {
        List<String> changes =
                List.of("architecture.layers.0.units=10000000", "data.items=10000000", "training.batch_size=2100");
        for (String change : changes) {
            List<String> arguments = new ArrayList<>(List.of("train", "wide.yaml", change));
            if (change.startsWith("training")) {
                arguments.add("architecture.layers.0.units=20000");
            }
            DnnProcess process = run(arguments.toArray(String[]::new));
            assertThat(process.exit()).as(process.said()).isEqualTo(2);
            assertThat(process.said()).contains("error[A406]", "parameters ", "layers in one step ");
        }
    }

    @Test
    void aWideLayerIsEvaluatedInSmallBatches() throws IOException, InterruptedException {
        DnnProcess trained =
                run("train", "wide.yaml", "architecture.layers.0.units=100000", LOW_RATE, "--run-dir", "run");
        assertThat(trained.exit()).as(trained.said()).isZero();
        Files.writeString(folder.resolve("new.csv"), "x1,x2\n" + "1,2\n".repeat(3000));
        DnnProcess predicted = run("predict", "run", "--data", "new.csv", "--output", "p.csv");
        assertThat(predicted.exit()).as(predicted.said()).isZero();
        assertThat(Files.readAllLines(folder.resolve("p.csv"))).hasSize(3001);
        DnnProcess evaluated = run("evaluate", "run");
        assertThat(evaluated.exit()).as(evaluated.said()).isZero();
    }
}
