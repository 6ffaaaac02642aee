package dnn.bench;

import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Backends;
import dnn.engine.network.Network;
import dnn.engine.network.ParameterTensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One work on so many threads by everybody in turn. First a pass from weights that all have in common, whose loss must
 * agree; then all warm up; then rounds, each started by another and every second one in the opposite order, so that
 * nobody always follows the same neighbour.
 */
final class Comparison {
    /** The file of initial weights among the inputs. */
    static final String WEIGHTS = "weights.f32";

    /** Everybody trains this long before rounds count: compilers and caches warm up. */
    private static final double WARM_UP_SECONDS = 4;

    /** Before each turn the machine settles for so long. */
    private static final long PAUSE_MILLISECONDS = 150;

    private final Work work;
    private final int threads;
    private final Path scripts;

    /** This work, with the peers' scripts in this folder. */
    Comparison(Work work, int threads, Path scripts) {
        this.work = work;
        this.threads = threads;
        this.scripts = scripts;
    }

    /** Those of these names with their figures after so many rounds; stopped. */
    List<Contestant> run(List<String> names, int rounds) throws IOException, InterruptedException {
        Path inputs = Files.createTempDirectory("dnn-bench");
        List<Contestant> contestants = new ArrayList<>();
        try {
            writeInputs(inputs);
            Contestants start = new Contestants(work, threads, scripts, inputs);
            for (String name : names) {
                contestants.add(start.named(name));
            }
            for (Contestant contestant : contestants) {
                contestant.firstPass();
            }
            for (Contestant contestant : contestants) {
                contestant.warmUp(WARM_UP_SECONDS);
            }
            for (int round = 0; round < rounds; round++) {
                for (Contestant contestant : order(contestants, round)) {
                    Thread.sleep(PAUSE_MILLISECONDS);
                    contestant.round();
                }
            }
        } finally {
            for (Contestant contestant : contestants) {
                contestant.stop();
            }
            delete(inputs);
        }
        return contestants;
    }

    /**
     * The lines above figures: whose they are, and how busy the machine was before, by {@link Machine#load()}, and is
     * now.
     */
    static String heading(String work, int threads, int rounds, String loadBefore) {
        return work + ", " + threads + (threads == 1 ? " thread" : " threads") + ", median of " + rounds
                + " rounds, load average " + loadBefore + " before and " + Machine.load() + " after";
    }

    /** The order of a round: another starts than in the one before, and every second goes the other way round. */
    static <T> List<T> order(List<T> contestants, int round) {
        List<T> order = new ArrayList<>(contestants);
        Collections.rotate(order, -round);
        if (round % 2 == 1) {
            Collections.reverse(order);
        }
        return order;
    }

    /** {@code x.f32}, {@code y.f32} item by item, {@code weights.f32} layer by layer, W row by row before b. */
    private void writeInputs(Path folder) throws IOException {
        Dataset data = work.data();
        Files.write(folder.resolve("x.f32"), bytes(data.features()));
        Files.write(folder.resolve("y.f32"), bytes(data.targets()));
        try (Backend backend = Backends.discovered()
                        .choose(work.experiment("commons-math", "float64", 1, 1).engine())
                        .backend();
                OutputStream out = Files.newOutputStream(folder.resolve(WEIGHTS))) {
            Network network =
                    Network.initialized(work.experiment("commons-math", "float64", 1, 1), work.inputs(), backend);
            for (ParameterTensor tensor : network.parameters()) {
                out.write(bytes(tensor.values()));
            }
        }
    }

    private static byte[] bytes(Matrix matrix) {
        return bytes(matrix.values());
    }

    private static byte[] bytes(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putFloat((float) value);
        }
        return bytes.array();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
