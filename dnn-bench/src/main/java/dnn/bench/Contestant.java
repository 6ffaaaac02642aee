package dnn.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.jspecify.annotations.Nullable;

/**
 * A process that trains as many passes over the batches as it is told to, and says how long they took. Between its
 * turns it is suspended: threads that spin for a while in the hope of more work would otherwise take the processor from
 * whoever comes next.
 */
final class Contestant {
    /** A round is as many passes as take so long. */
    private static final double ROUND_MILLISECONDS = 400;

    private static final String READY = "ready ";

    /** In place of a version or of figures. */
    static final String DID_NOT_RUN = "did not run";

    private final String name;
    private final int steps;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;
    private final DescriptiveStatistics milliseconds = new DescriptiveStatistics();
    private final DescriptiveStatistics processorMilliseconds = new DescriptiveStatistics();
    private final String identity;
    private int passes = 1;
    private double firstLoss = Double.NaN;
    private double lastLoss = Double.NaN;
    private double peakMebibytes = Double.NaN;
    private boolean works;

    /** Starts the process, lets it prepare, and suspends it; a pass is so many steps. */
    Contestant(String name, int steps, ProcessBuilder builder) throws IOException, InterruptedException {
        this.name = name;
        this.steps = steps;
        process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        // Whoever is suspended does not notice that nobody gives orders any more.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        String answer = answers.readLine();
        works = answer != null && answer.startsWith(READY);
        identity = answer != null && works ? answer.substring(READY.length()) : DID_NOT_RUN;
        signal("STOP");
    }

    /** Trains the first pass, from the weights that all have in common. */
    void firstPass() throws IOException, InterruptedException {
        signal("CONT");
        train(1);
        firstLoss = lastLoss;
        signal("STOP");
    }

    /** Trains rounds that do not count for so long, one at least, and finds how many passes make a round. */
    void warmUp(double seconds) throws IOException, InterruptedException {
        signal("CONT");
        long start = System.nanoTime();
        do {
            double pass = train(passes) / passes;
            passes = (int) Math.max(1, Math.ceil(ROUND_MILLISECONDS / pass));
        } while (works && (System.nanoTime() - start) / 1e9 < seconds);
        signal("STOP");
    }

    /** Trains a round that counts, after a pass that does not, unless that would be as long as the round. */
    void round() throws IOException, InterruptedException {
        signal("CONT");
        if (passes > 1) {
            train(1);
        }
        double all = (double) passes * steps;
        double before = processorMilliseconds();
        milliseconds.addValue(train(passes) / all);
        processorMilliseconds.addValue((processorMilliseconds() - before) / all);
        signal("STOP");
    }

    /**
     * The time that all threads of the process took so far; NaN where the system does not say. The system counts
     * hundredths of a second.
     */
    private double processorMilliseconds() {
        return process.info()
                .totalCpuDuration()
                .map(duration -> (double) duration.toMillis())
                .orElse(Double.NaN);
    }

    /** Trains passes; how many milliseconds they took, NaN if the process is no more. */
    private double train(int count) throws IOException {
        if (!works) {
            return Double.NaN;
        }
        orders.println(count);
        @Nullable String answer = answers.readLine();
        if (answer == null) {
            works = false;
            return Double.NaN;
        }
        String[] numbers = answer.trim().split(" ", -1);
        lastLoss = Double.parseDouble(numbers[1]);
        return Double.parseDouble(numbers[0]);
    }

    /** Sends the process a signal through the shell, which has a {@code kill} wherever there are signals. */
    private void signal(String signal) throws IOException, InterruptedException {
        if (process.isAlive()) {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .start()
                    .waitFor();
        }
    }

    /** Ends the process, after a last look at its memory. */
    void stop() throws IOException {
        peakMebibytes = Machine.peakMebibytes(process.pid());
        process.destroyForcibly();
    }

    String name() {
        return name;
    }

    /** Versions of what did the work. */
    String identity() {
        return identity;
    }

    /** Tells whether the process ran to the end. */
    boolean works() {
        return works && milliseconds.getN() > 0;
    }

    /** Mean loss of the first pass's steps. */
    double firstLoss() {
        return firstLoss;
    }

    /** Mean loss of the last pass's steps. */
    double lastLoss() {
        return lastLoss;
    }

    /** The most memory that the whole process ever had, once it was stopped; NaN where the system does not say. */
    double peakMebibytes() {
        return peakMebibytes;
    }

    /** Milliseconds a step of every round that counted, by the clock on the wall. */
    DescriptiveStatistics milliseconds() {
        return milliseconds;
    }

    /** Milliseconds a step by the time of processors, of all threads together, also those that spin or compile. */
    DescriptiveStatistics processorTime() {
        return processorMilliseconds;
    }
}
