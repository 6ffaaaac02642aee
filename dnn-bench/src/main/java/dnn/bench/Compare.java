package dnn.bench;

import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.engine.Backend;
import dnn.engine.Backends;
import dnn.engine.Network;
import dnn.engine.ParameterTensor;
import dnn.launcher.terminal.TextTable;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whole training steps of dnn and its peers in one run: everybody has the same data, batches, initial weights, loss and optimizer in float32, and takes turns,
 * a round each; what is printed are medians over rounds, and the ratio to the best peer.
 */
final class Compare {
    /** Everybody trains this long before rounds count: compilers and caches warm up. */
    private static final double WARM_UP_SECONDS = 4;

    private final Path peers;
    private final int rounds;
    private final PrintStream out;

    private Compare(Path peers, int rounds, PrintStream out) {
        this.peers = peers;
        this.rounds = rounds;
        this.out = out;
    }

    /** Arguments: folder of the peers' script, rounds, and optionally numbers of the works, counted from 0. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Compare compare = new Compare(Path.of(arguments[0]), Integer.parseInt(arguments[1]), out);
        List<Integer> works =
                Arrays.stream(arguments).skip(2).map(Integer::valueOf).toList();
        for (int i = 0; i < Work.ALL.size(); i++) {
            if (works.isEmpty() || works.contains(i)) {
                for (int threads = 1;
                        threads <= Math.min(2, Runtime.getRuntime().availableProcessors());
                        threads++) {
                    compare.run(i, threads);
                }
            }
        }
    }

    private void run(int index, int threads) throws IOException {
        Work work = Work.ALL.get(index);
        Path files = Files.createTempDirectory("dnn-bench");
        writeInputs(work, files);
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(Contestant.dnn("dnn simd", index, "simd", "float32", threads));
        // The reference would take minutes for the largest work.
        if (work.inputs() * (long) work.items() < 2_000_000
                && work.sizes().stream().noneMatch(size -> size > 4000)) {
            contestants.add(Contestant.dnn("dnn commons-math", index, "commons-math", "float64", threads));
        }
        for (String peer : List.of("numpy", "torch", "sklearn")) {
            contestants.add(Contestant.python(peer, peers.resolve("step.py"), work, files, threads));
        }
        try {
            for (Contestant contestant : contestants) {
                contestant.warmUp(WARM_UP_SECONDS);
            }
            for (int round = 0; round < rounds; round++) {
                for (Contestant contestant : contestants) {
                    contestant.round(true);
                }
            }
        } finally {
            contestants.forEach(Contestant::stop);
        }
        print(work, threads, contestants);
    }

    private void print(Work work, int threads, List<Contestant> contestants) {
        Contestant best = contestants.stream()
                .filter(contestant -> !contestant.name().startsWith("dnn") && contestant.works())
                .min((a, b) -> Double.compare(a.median(), b.median()))
                .orElseThrow(() -> new IllegalStateException("no peer ran; see install-peers"));
        TextTable table = new TextTable("", ">ms a step", ">of the best peer", ">loss of the last round");
        for (Contestant contestant : contestants) {
            table.row(
                    contestant.name(),
                    contestant.works() ? String.format(Locale.ROOT, "%.4f", contestant.median()) : "did not run",
                    contestant.works() ? String.format(Locale.ROOT, "%.2f", contestant.median() / best.median()) : "",
                    contestant.works() ? String.format(Locale.ROOT, "%.5f", contestant.loss()) : "");
        }
        out.println(work.name() + ", " + threads + (threads == 1 ? " thread" : " threads") + ", median of " + rounds
                + " rounds of " + work.batches() + " steps");
        out.println(table.render());
    }

    /** {@code x.f32}, {@code y.f32} item by item, {@code weights.f32} layer by layer, W row by row before b. */
    private static void writeInputs(Work work, Path files) throws IOException {
        Dataset data = work.data();
        write(files.resolve("x.f32"), data.features());
        write(files.resolve("y.f32"), data.targets());
        try (Backend backend = Backends.discovered()
                        .choose(work.experiment("commons-math", "float64", 1, 1).engine())
                        .backend();
                DataOutputStream out = new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(files.resolve("weights.f32"))))) {
            Network network =
                    Network.initialized(work.experiment("commons-math", "float64", 1, 1), work.inputs(), backend);
            for (ParameterTensor tensor : network.parameters()) {
                out.write(bytes(tensor.values()));
            }
        }
    }

    private static void write(Path file, Matrix matrix) throws IOException {
        Files.write(file, bytes(matrix.values()));
    }

    private static byte[] bytes(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putFloat((float) value);
        }
        return bytes.array();
    }
}
