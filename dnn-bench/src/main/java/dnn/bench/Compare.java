package dnn.bench;

import dnn.run.text.TextTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * Whole training steps of dnn and its peers in one run: everybody has the same data, batches, initial weights, loss and
 * optimizer in float32 (commons-math: float64); what is printed are medians over rounds, and the ratio to the best
 * peer.
 */
final class Compare {
    /**
     * First losses further apart than this part of their median are not those of the same work in float32. Plain
     * gradient descent agrees to 1e-6; Adam divides gradients by their size, so that rounding decides where they are
     * almost 0, and some put ε elsewhere.
     */
    private static final double LOSS_TOLERANCE = 3e-5;

    private final Path scripts;
    private final boolean djl;
    private final int rounds;
    private final PrintStream out;
    private boolean agreed = true;

    private Compare(Path scripts, boolean djl, int rounds, PrintStream out) {
        this.scripts = scripts;
        this.djl = djl;
        this.rounds = rounds;
        this.out = out;
    }

    /**
     * Arguments: folder of the peers' scripts, who takes part besides ({@code djl} or nothing), rounds, and optionally
     * numbers of the works, counted from 0.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Compare compare = new Compare(
                Path.of(arguments[0]), Contestants.DJL.equals(arguments[1]), Integer.parseInt(arguments[2]), out);
        List<Integer> works =
                Arrays.stream(arguments).skip(3).map(Integer::valueOf).toList();
        out.println(Machine.description());
        out.println();
        for (int i = 0; i < Work.ALL.size(); i++) {
            if (works.isEmpty() || works.contains(i)) {
                for (int threads = 1;
                        threads <= Math.min(2, Runtime.getRuntime().availableProcessors());
                        threads++) {
                    compare.run(Work.ALL.get(i), threads);
                }
            }
        }
        if (!compare.agreed) {
            throw new IllegalStateException("losses of first passes differ: not everybody did the same work");
        }
    }

    private void run(Work work, int threads) throws IOException, InterruptedException {
        String before = Machine.load();
        List<Contestant> contestants = new Comparison(work, threads, scripts).run(names(work), rounds);
        out.println(Comparison.heading(work.name(), threads, rounds, before));
        print(contestants);
    }

    private List<String> names(Work work) {
        List<String> names = new ArrayList<>();
        names.add(Contestants.SIMD);
        // The reference would take minutes for the largest works.
        if (work.inputs() * (long) work.items() < 2_000_000
                && work.sizes().stream().noneMatch(size -> size > 4000)) {
            names.add(Contestants.REFERENCE);
        }
        names.addAll(Contestants.PYTHON);
        if (djl) {
            names.add(Contestants.DJL);
        }
        return names;
    }

    private void print(List<Contestant> contestants) {
        List<Contestant> working =
                contestants.stream().filter(Contestant::works).toList();
        double best = working.stream()
                .filter(contestant ->
                        !List.of(Contestants.SIMD, Contestants.REFERENCE).contains(contestant.name()))
                .mapToDouble(contestant -> contestant.milliseconds().getPercentile(50))
                .min()
                .orElseThrow(() -> new IllegalStateException("no peer ran; see install-peers"));
        double loss = new DescriptiveStatistics(
                        working.stream().mapToDouble(Contestant::firstLoss).toArray())
                .getPercentile(50);
        TextTable table = new TextTable(
                "",
                ">ms a step",
                ">quartiles",
                ">of the best peer",
                ">processors' ms",
                ">loss of the first pass",
                ">of the last",
                "version");
        for (Contestant contestant : contestants) {
            if (!contestant.works()) {
                table.row(contestant.name(), Contestant.DID_NOT_RUN, "", "", "", "", "", contestant.identity());
                continue;
            }
            DescriptiveStatistics milliseconds = contestant.milliseconds();
            double difference = Math.abs(contestant.firstLoss() - loss);
            boolean agrees = difference <= LOSS_TOLERANCE * Math.abs(loss);
            agreed &= agrees;
            table.row(
                    contestant.name(),
                    number("%.4f", milliseconds.getPercentile(50)),
                    number("%.4f", milliseconds.getPercentile(25)) + "–"
                            + number("%.4f", milliseconds.getPercentile(75)),
                    number("%.2f", milliseconds.getPercentile(50) / best),
                    number("%.4f", contestant.processorTime().getPercentile(50)),
                    (agrees ? "" : "DIFFERS: ") + number("%.7f", contestant.firstLoss()),
                    number("%.5f", contestant.lastLoss()),
                    contestant.identity());
        }
        out.println(table.render());
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
