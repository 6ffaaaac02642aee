package dnn.launcher.run;

import java.util.Map;

/**
 * What came out of a run: {@code result.json}, key by key.
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
        double seconds) {}
