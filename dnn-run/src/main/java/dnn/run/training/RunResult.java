package dnn.run.training;

import dnn.engine.evaluation.Judgement.Judged;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The result of a run: {@code result.json}, key by key. Immutable and thread-safe.
 *
 * @param status {@code completed}, {@code stopped_early}, {@code interrupted} or {@code diverged}
 * @param reason why training ended before its last epoch; empty where it did not
 * @param epochs finished passes over the training split
 * @param epochOfWeights the epoch whose weights were saved; 0 for the initial ones
 * @param parameters count of trained numbers
 * @param seed everything random derived from it
 * @param backend id of the backend
 * @param precision {@code float32} or {@code float64}
 * @param firstStepDifference relative difference of the first step to the reference backend
 * @param weightsSha256 over the tensors' bytes in name order
 * @param metrics for {@code train}, {@code validation} and {@code test}: the loss and each metric of the saved weights
 * @param seconds the whole training took
 * @param test figures of the test split with what they are to be compared with
 * @param baseline what a network would say that knew no features: the share of each class in the training split, or the
 *     mean of the targets
 * @param crossValidation figures of every fold, where folds were asked for
 * @param rowsWithoutTarget rows that were left out because their target is missing
 * @param dnn version that trained
 * @param java version that it ran on
 * @param processor of the machine, and what its instructions are called
 * @param verdict what the training is worth, how it went and what to try first, in one to three sentences
 */
public record RunResult(
        String status,
        String reason,
        int epochs,
        int epochOfWeights,
        long parameters,
        long seed,
        String backend,
        String precision,
        double firstStepDifference,
        String weightsSha256,
        Map<String, Map<String, Double>> metrics,
        double seconds,
        Map<String, Judged> test,
        double[] baseline,
        Optional<FoldTraining.Result> crossValidation,
        long rowsWithoutTarget,
        String dnn,
        String java,
        String processor,
        List<String> verdict) {
    public RunResult {
        verdict = List.copyOf(verdict);
    }

    /** The text of the file; a figure that has no value, or none that is finite, is null. */
    String json() {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        JsonNode tree = mapper.valueToTree(this);
        return mapper.writeValueAsString(finite(tree)) + "\n";
    }

    private static JsonNode finite(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                object.set(name, finite(object.get(name)));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, finite(array.get(i)));
            }
        }
        return node.isNumber() && !Double.isFinite(node.asDouble()) ? NullNode.getInstance() : node;
    }
}
