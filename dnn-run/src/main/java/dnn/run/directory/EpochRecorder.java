package dnn.run.directory;

import dnn.engine.training.EpochReport;
import dnn.engine.training.ForwardingListener;
import dnn.engine.training.TrainingListener;
import dnn.run.text.ReadableNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Adds a row to {@code metrics.csv} and a line to {@code log.txt} as each epoch ends, so that both can be followed
 * while a network trains.
 */
final class EpochRecorder extends ForwardingListener {
    private final Path metrics;
    private final RunDirectory directory;
    private boolean failed;

    EpochRecorder(Path metrics, RunDirectory directory, TrainingListener listener) {
        super(listener);
        this.metrics = metrics;
        this.directory = directory;
    }

    @Override
    public void warned(String message) {
        super.warned(message);
        try {
            directory.log("warning: " + message);
        } catch (IOException e) {
            failed(e);
        }
    }

    @Override
    public void epochEnded(EpochReport report) {
        super.epochEnded(report);
        try {
            String header = Files.exists(metrics) ? "" : header(report);
            Files.writeString(metrics, header + row(report), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            directory.log(line(report));
        } catch (IOException e) {
            failed(e);
        }
    }

    /** Training goes on: what is learnt is worth more than a row that is written again at its end. */
    private void failed(IOException problem) {
        if (!failed) {
            failed = true;
            super.warned("an epoch could not be recorded, which is tried again at the end: " + problem);
        }
    }

    /** An epoch in {@code log.txt}. */
    static String line(EpochReport report) {
        return report.figures().entrySet().stream()
                .map(figure -> figure.getKey() + " " + ReadableNumbers.figure(figure.getValue()))
                .collect(Collectors.joining("  ", "epoch " + report.epoch() + "  ", ""));
    }

    /** The whole of {@code metrics.csv}. */
    static String text(List<EpochReport> epochs) {
        return epochs.isEmpty()
                ? "epoch,learning_rate,seconds\n"
                : header(epochs.get(0))
                        + epochs.stream().map(EpochRecorder::row).collect(Collectors.joining());
    }

    private static String header(EpochReport report) {
        StringBuilder header = new StringBuilder("epoch");
        report.figures().keySet().forEach(key -> header.append(',').append(key));
        return header.append(",learning_rate,seconds\n").toString();
    }

    private static String row(EpochReport epoch) {
        StringBuilder row = new StringBuilder();
        row.append(epoch.epoch());
        epoch.figures().values().forEach(value -> row.append(',').append(value));
        row.append(',').append(epoch.learningRate());
        return row.append(String.format(Locale.ROOT, ",%.6f\n", epoch.seconds()))
                .toString();
    }
}
