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
import java.util.function.ToDoubleFunction;

/**
 * Measures what an item costs, and how much memory the whole process takes, as items grow: a step costs the same, so an
 * item should, until data no longer fits the caches.
 */
final class ScaleComparison {
    private static final int BATCH = 100;
    private static final double MICROSECONDS_PER_MILLISECOND = 1000;

    /** Points in the plane, and a table of twenty columns. */
    private static final List<List<Integer>> NETWORKS = List.of(List.of(2, 20, 7, 5, 1), List.of(20, 64, 64, 1));

    private ScaleComparison() {}

    /**
     * Arguments: folder of the peers' scripts, who takes part besides ({@code djl} or nothing), rounds, threads, and
     * counts of items.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> names = new ArrayList<>(List.of(Contestants.SIMD));
        names.addAll(Contestants.PYTHON);
        if (Contestants.DJL.equals(arguments[1])) {
            names.add(Contestants.DJL);
        }
        int rounds = Integer.parseInt(arguments[2]);
        int threads = Integer.parseInt(arguments[3]);
        int[] counts =
                Arrays.stream(arguments).skip(4).mapToInt(Integer::parseInt).toArray();
        out.println(Machine.description());
        for (List<Integer> network : NETWORKS) {
            String before = Machine.load();
            TextTable times = table("µs an item and epoch", names);
            TextTable memory = table("peak memory, MiB", names);
            String name = "";
            for (int items : counts) {
                Work work = new Work(network, BATCH, "adam", items / BATCH);
                List<Contestant> contestants = new Comparison(work, threads, Path.of(arguments[0])).run(names, rounds);
                name = work.name();
                row(
                        times,
                        work,
                        contestants,
                        "%.3f",
                        contestant ->
                                contestant.milliseconds().getPercentile(50) * MICROSECONDS_PER_MILLISECOND / BATCH);
                row(memory, work, contestants, "%.0f", Contestant::peakMebibytes);
            }
            out.println();
            out.println(Comparison.heading(name, threads, rounds, before));
            out.println(times.render());
            out.println(memory.render());
        }
    }

    private static TextTable table(String figure, List<String> names) {
        List<String> headings = new ArrayList<>(List.of(figure));
        names.forEach(name -> headings.add(">" + name));
        return new TextTable(headings.toArray(String[]::new));
    }

    private static void row(
            TextTable table,
            Work work,
            List<Contestant> contestants,
            String format,
            ToDoubleFunction<Contestant> figure) {
        List<String> cells = new ArrayList<>(List.of(String.format(Locale.ROOT, "%,d items", work.items())));
        for (Contestant contestant : contestants) {
            cells.add(
                    contestant.works()
                            ? String.format(Locale.ROOT, format, figure.applyAsDouble(contestant))
                            : Contestant.DID_NOT_RUN);
        }
        table.row(cells.toArray(String[]::new));
    }
}
