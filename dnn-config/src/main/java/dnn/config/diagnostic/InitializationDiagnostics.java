package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.figure;
import static dnn.config.diagnostic.UserText.quote;

import java.util.List;
import java.util.OptionalDouble;

/** The I family: starts from which nothing, or too little, can be learnt; and units that start dead. */
public final class InitializationDiagnostics {
    private InitializationDiagnostics() {}

    /** I201. */
    public static Diagnostic zeroGradient(String path, int layers) {
        return Diagnostic.error("I201", path, "the gradient of every weight is exactly 0")
                .label(layers == 1 ? "W[1] cannot move" : "W[1] … W[" + layers + "] cannot move")
                .note("where A[l−1] is 0, so is dW[l] = (1/m) dZ[l]·A[l−1]ᵀ (25); where W[l+1] is 0, so is"
                        + " dA[l] = W[l+1]ᵀ·dZ[l+1] (27): only the last bias ever learns")
                .help("draw the weights at random, for example `weights: xavier_normal`; zero biases are fine");
    }

    /** I202. */
    public static Diagnostic copies(String path, List<Integer> layers, int units) {
        String which = layers.size() == 1
                ? "the " + units + " neurons of layer " + layers.get(0)
                : "the neurons within each of the layers "
                        + UserText.enumerate(
                                layers.stream().map(String::valueOf).toList());
        return Diagnostic.error("I202", path, which + " start as copies of each other and stay copies for ever")
                .label("rows, biases and outgoing columns are equal")
                .note("equal neurons compute the same and get the same gradient, so that a layer is worth one neuron"
                        + " (14)–(20)")
                .help("draw the weights at random, for example `weights: xavier_normal`");
    }

    /** I203; neurons are counted from 1. */
    public static Diagnostic twins(String path, String firstPath, int layer, int first, int second) {
        return Diagnostic.warning(
                        "I203",
                        path,
                        "neurons " + first + " and " + second + " of layer " + layer + " start as copies of each other")
                .label("neuron " + second + ": the same row, bias and outgoing column")
                .related(Related.at(firstPath, "neuron " + first))
                .note("equal neurons compute the same and get the same gradient, so that both together are worth one"
                        + " (14)–(20)")
                .help("give them different numbers");
    }

    /** I209; {@code written} is the number farthest from 0 where they are not drawn. */
    public static Diagnostic beyondFloat32(String path, String role, String layer, OptionalDouble written) {
        return Diagnostic.error(
                        "I209",
                        path,
                        written.isPresent()
                                ? "the " + role + " of layer " + quote(layer) + " start with "
                                        + UserText.number(written.getAsDouble()) + ", which float32 does not hold"
                                : "the " + role + " of layer " + quote(layer) + " are drawn beyond what float32 holds")
                .label("infinite from the start")
                .note("training computes in float32 here, whose largest number is 3.4e38")
                .help("choose smaller numbers; float64, `engine: {precision: float64}`, holds numbers up to 1.8e308");
    }

    /** I205; sizes are expected ones, layer by layer. */
    public static Diagnostic unusualSize(String path, int layer, List<Double> sizes, double better) {
        double size = sizes.get(layer - 1);
        boolean large = size > 1;
        return Diagnostic.warning(
                        "I205",
                        path,
                        "the weights are far too " + (large ? "large" : "small") + ": W·A in layer " + layer
                                + " is of size " + figure(size))
                .label("size of W·A, layer by layer: "
                        + String.join(", ", sizes.stream().map(UserText::figure).toList()))
                .note("for inputs of size 1, it is √(n_(l−1)·E[w²]·E[a²]) in layer l; "
                        + (large
                                ? "such sums saturate activations and make the loss explode"
                                : "nothing of the input is left, and gradients are as small"))
                .help("choose a standard deviation near " + figure(better) + " in layer " + layer
                        + ", or leave `weights` out: the default suits every layer");
    }

    /** I204. */
    public static Diagnostic otherKind(String path, String written, String layer, String activation, String better) {
        return Diagnostic.warning(
                        "I204",
                        path,
                        "the weights of layer " + quote(layer) + " are drawn by " + written + ", which does not suit "
                                + activation)
                .note("a rectifier discards half of its inputs and needs the variance 2/n_in of he; selu needs the"
                        + " 1/n_in of lecun; others need the 2/(n_in + n_out) of xavier")
                .help("write `weights: " + better + "`, or leave `weights` out: this is the default");
    }

    /** I208. */
    public static Diagnostic noSeed(long seed) {
        return Diagnostic.note("I208", "seed", "no seed is given, so it is " + seed)
                .help("write `seed: " + seed + "` to say that this is meant");
    }

    /** A407 for units that are dead from the start. */
    public static Diagnostic deadStart(String path, String layer, int units, String activation) {
        return Diagnostic.warning(
                        "A407", path, "every unit of layer " + quote(layer) + " starts dead: z is 0 for every item")
                .label(UserText.count(units, "unit") + " at 0")
                .note("the derivative of " + activation + " at 0 is taken as 0, so no gradient passes this layer")
                .help("draw its weights at random, for example `weights: he_normal`");
    }
}
