package dnn.launcher.terminal;

import dnn.config.render.Wrapping;
import dnn.engine.training.EpochReport;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingPlan;
import dnn.run.text.ReadableNumbers;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Shows how training goes: on a terminal one line that is rewritten, with a bar, the figures and the time left;
 * elsewhere a plain line at the first, the last and about every tenth part of the epochs.
 */
public final class Progress implements TrainingListener {
    private static final long REDRAW_NANOSECONDS = 100_000_000;
    private static final int PLAIN_LINES = 10;
    private static final String GAP = "  ";

    private final PrintStream stream;
    private final int width;
    private final LongSupplier nanoTime;
    private int epochs = 1;
    private int stepsPerEpoch = 1;
    private long startedAt;
    private long drawnAt;
    private int drawnLength;
    private int plainEpoch;
    private List<String> figures = List.of();

    /**
     * Progress on a stream.
     *
     * @param width columns of the terminal the stream is, on which a line can be rewritten; 0 if it is none
     * @param nanoTime a clock that only goes forward
     */
    public Progress(PrintStream stream, int width, LongSupplier nanoTime) {
        this.stream = stream;
        this.width = width;
        this.nanoTime = nanoTime;
    }

    @Override
    public void started(TrainingPlan plan) {
        epochs = plan.epochs();
        stepsPerEpoch = plan.stepsPerEpoch();
        startedAt = nanoTime.getAsLong();
        drawnAt = startedAt - REDRAW_NANOSECONDS;
    }

    @Override
    public void stepped(int epoch, int step) {
        if (width > 0 && nanoTime.getAsLong() - drawnAt >= REDRAW_NANOSECONDS) {
            draw(epoch, (epoch - 1 + (double) step / stepsPerEpoch) / epochs);
        }
    }

    @Override
    public void epochEnded(EpochReport report) {
        figures = figures(report.figures());
        if (width > 0) {
            if (nanoTime.getAsLong() - drawnAt >= REDRAW_NANOSECONDS) {
                draw(report.epoch(), (double) report.epoch() / epochs);
            }
        } else if (report.epoch() == 1
                || report.epoch() == epochs
                || report.epoch() * PLAIN_LINES / epochs > plainEpoch * PLAIN_LINES / epochs) {
            plainEpoch = report.epoch();
            stream.println("epoch " + report.epoch() + "/" + epochs + GAP + String.join(GAP, figures));
        }
    }

    @Override
    public void warned(String message) {
        ended();
        stream.println(Wrapping.of("warning: " + message, width));
    }

    /** Takes the live line away, so that what follows starts on an empty one. */
    public void ended() {
        if (width > 0 && drawnLength > 0) {
            stream.print("\r" + " ".repeat(drawnLength) + "\r");
            stream.flush();
            drawnLength = 0;
        }
    }

    private void draw(int epoch, double share) {
        drawnAt = nanoTime.getAsLong();
        double elapsed = (drawnAt - startedAt) / 1e9;
        String left = share > 0 ? ReadableNumbers.seconds(elapsed * (1 - share) / share) + " left" : "";
        String line = ProgressLine.of(share, epoch + "/" + epochs, left, figures, width);
        stream.print("\r" + line + " ".repeat(Math.max(0, drawnLength - line.length())));
        stream.flush();
        drawnLength = line.length();
    }

    private static List<String> figures(Map<String, Double> figures) {
        return figures.entrySet().stream()
                .map(entry -> entry.getKey() + " " + ReadableNumbers.figure(entry.getValue()))
                .toList();
    }
}
