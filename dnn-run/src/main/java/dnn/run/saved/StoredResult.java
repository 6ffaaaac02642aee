package dnn.run.saved;

import dnn.data.encoding.FittedTarget;
import dnn.run.directory.StrictJson;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The part of {@code result.json} that a later use of a run needs.
 *
 * @param baseline what a network would say that knew no features; NaN where that has no value
 * @param weightsSha256 over the tensors' bytes in name order
 * @param precision {@code float32} or {@code float64}
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredResult(double[] baseline, String weightsSha256, String precision) {
    /** The mismatch between the text and what a run leaves there, in words; nothing where it does not. */
    static Optional<String> problem(String text, FittedTarget target) {
        JsonNode written;
        try {
            written = StrictJson.tree(text);
        } catch (JacksonException e) {
            return Optional.of("text that is no JSON");
        }
        JsonNode baseline = written.path("baseline");
        if (!baseline.isArray() || baseline.size() != target.width()) {
            return Optional.of("no `baseline` of " + target.width() + " numbers");
        }
        boolean shares = !(target instanceof FittedTarget.Numbers);
        for (JsonNode number : baseline) {
            double value = number.asDouble(Double.NaN);
            boolean absent = number.isNull();
            if (!absent && (!number.isNumber() || !Double.isFinite(value) || (shares && (value < 0 || value > 1)))) {
                return Optional.of("the `baseline` " + number);
            }
        }
        if (!written.path("weightsSha256").isString()) {
            return Optional.of("no `weightsSha256`");
        }
        String precision = written.path("precision").asString("");
        return precision.equals("float32") || precision.equals("float64")
                ? Optional.empty()
                : Optional.of("the `precision` " + written.path("precision"));
    }

    /** The content of a text in which there is no {@linkplain #problem problem}. */
    static StoredResult of(String text) {
        JsonNode written = StrictJson.tree(text);
        JsonNode numbers = written.path("baseline");
        double[] baseline = new double[numbers.size()];
        for (int i = 0; i < baseline.length; i++) {
            baseline[i] = numbers.get(i).asDouble(Double.NaN);
        }
        return new StoredResult(
                baseline,
                written.path("weightsSha256").asString(),
                written.path("precision").asString());
    }
}
