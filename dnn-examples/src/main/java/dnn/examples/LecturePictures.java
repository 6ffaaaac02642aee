package dnn.examples;

import dnn.run.directory.AtomicFiles;
import dnn.run.plot.LineChart;
import dnn.run.plot.LineChart.Panel;
import dnn.run.plot.LineChart.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Figure 3 of the lecture: the sigmoid and its derivative. */
public final class LecturePictures {
    private static final int POINTS = 241;
    private static final double BOUND = 6;

    private LecturePictures() {}

    /** Argument: the folder the picture goes to. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : ".");
        AtomicFiles.write(folder.resolve("sigmoid.svg"), sigmoidAndDerivative());
    }

    /** σ(z) = 1/(1 + e^−z) and σ′(z) = σ(z)(1 − σ(z)) for z in [−6, 6], as an SVG document. */
    static String sigmoidAndDerivative() {
        double[] z = IntStream.range(0, POINTS)
                .mapToDouble(i -> -BOUND + 2 * BOUND * i / (POINTS - 1))
                .toArray();
        DoubleUnaryOperator sigmoid = x -> 1 / (1 + Math.exp(-x));
        DoubleUnaryOperator derivative = x -> sigmoid.applyAsDouble(x) * (1 - sigmoid.applyAsDouble(x));
        return LineChart.draw(
                "The sigmoid and its derivative",
                List.of(new Panel(
                        "",
                        "z",
                        List.of(
                                new Series("σ(z)", z, values(sigmoid, z), false),
                                new Series("σ′(z)", z, values(derivative, z), true)),
                        false)));
    }

    private static double[] values(DoubleUnaryOperator function, double[] z) {
        return IntStream.range(0, z.length)
                .mapToDouble(i -> function.applyAsDouble(z[i]))
                .toArray();
    }
}
