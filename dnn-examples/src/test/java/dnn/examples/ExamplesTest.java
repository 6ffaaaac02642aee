package dnn.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Experiment;
import dnn.config.BaseResolver;
import dnn.config.ExperimentLoader;
import dnn.run.directory.RunDirectory;
import dnn.run.training.DirectoryTraining;
import dnn.run.training.ExperimentRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void theLecturesNetworkInJavaIsTheOneInYaml() {
        LectureNetwork.print(out);
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("# 0 findings\n");
        Experiment file = new ExperimentLoader(BaseResolver.files())
                .load(Path.of("..", "configs", "lecture", "deep.yaml"), List.of())
                .experiment();
        Experiment declared = LectureNetwork.experiment();
        assertThat(declared.data()).isEqualTo(file.data());
        assertThat(declared.architecture()).isEqualTo(file.architecture());
        assertThat(declared.training()).isEqualTo(file.training());
        assertThat(declared.seed()).isEqualTo(file.seed());
    }

    @Test
    void anApplicationTrainsAndListens() {
        Map<String, Double> test = TrainInApplication.run(out);
        assertThat(test.get("accuracy")).isGreaterThan(0.9);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("epoch 20: ", "epoch 40: ", "epoch 60: ");
    }

    @Test
    void aRunIsLoadedAndPredicts() throws IOException {
        Files.write(
                folder.resolve("t.csv"), List.of("x,y", "1,2", "2,4", "3,6", "4,8", "5,10", "6,12", "7,14", "8,16"));
        Experiment experiment = Experiment.named("double")
                .data(dnn.api.Dsl.table("./t.csv", "y"))
                .split(1, 0, 0)
                .architecture(dnn.api.Dsl.dense(1))
                .loss(dnn.api.Dsl.meanSquaredError())
                .optimizer(dnn.api.Dsl.sgd(0.1))
                .fullBatch()
                .epochs(500)
                .build();
        new DirectoryTraining(ExperimentRun.prepare(experiment, folder), RunDirectory.at(folder.resolve("run")))
                .train(dnn.engine.training.TrainingListener.none(), () -> false, "");
        Files.write(folder.resolve("new.csv"), List.of("x", "10"));
        LoadAndPredict.run(folder.resolve("run"), folder.resolve("new.csv"), out);
        List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).isEqualTo("prediction");
        assertThat(Double.parseDouble(lines.get(1))).isBetween(19.99, 20.01);
    }

    @Test
    void theSigmoidIsDrawn() throws IOException {
        LecturePictures.main(new String[] {folder.toString()});
        assertThat(folder.resolve("sigmoid.svg")).content().contains("σ(z)", "σ′(z)", "<polyline");
    }
}
