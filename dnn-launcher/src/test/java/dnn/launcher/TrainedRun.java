package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.run.directory.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small run on a table with columns of both kinds, and a second manifest for what a test makes of it. */
record TrainedRun(Path directory, Path table) {
    /** Trains in a folder. */
    static TrainedRun in(Path folder) throws IOException {
        StringBuilder rows = new StringBuilder("size,colour,kind\n");
        for (int i = 0; i < 60; i++) {
            rows.append(i * 7 % 13).append(',').append(i % 3 == 0 ? "red" : "blue");
            rows.append(i * 7 % 13 > 6 ? ",big\n" : ",small\n");
        }
        Path table = Files.writeString(folder.resolve("t.csv"), rows);
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                name: e
                seed: 1
                data: {source: t.csv, target: kind}
                architecture:
                  layers:
                    - {type: dense, units: 2, activation: tanh}
                    - {type: dense, units: 2, activation: softmax}
                training:
                  loss: categorical_cross_entropy
                  optimizer: {type: adam, learning_rate: 0.01}
                  epochs: 2
                """);
        CommandRun run = CommandRun.of(folder, "train", file.toString(), "--run-dir", "run");
        assertThat(run.exit()).as(run.err()).isZero();
        TrainedRun trained = new TrainedRun(folder.resolve("run"), table);
        for (String name : trained.files()) {
            // Pictures may be removed; comparing them again and again takes most of the time.
            if (name.startsWith("plots/") && !name.equals("plots/network.svg")) {
                Files.delete(trained.directory.resolve(name));
            }
        }
        return trained;
    }

    /** Every file of it by its name. */
    List<String> files() throws IOException {
        List<String> names = new ArrayList<>();
        try (var files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> names.add(directory.relativize(file).toString()));
        }
        names.sort(null);
        return names;
    }

    /** The manifest that goes with the files as they stand there now. */
    void prove() throws IOException {
        List<String> names = files();
        names.remove("manifest.json");
        Files.writeString(
                directory.resolve("manifest.json"),
                Manifest.of(directory, names).text());
    }
}
