package dnn.api.training;

import dnn.api.grammar.Describe;
import dnn.api.grammar.KeyedBy;
import dnn.api.grammar.Required;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The weights of classes: how much their items count in training, which makes Σ_i w_i·J_i / Σ_i w_i small; figures
 * count every item once.
 */
public sealed interface ClassWeights permits ClassWeights.Balanced, ClassWeights.Given {

    /**
     * w = m/(k·m_c) for a class with m_c of the training split's m items, so that each of the k classes counts the
     * same.
     */
    @Describe("every class counts the same, however many items it has")
    record Balanced() implements ClassWeights {}

    /**
     * A weight for each class named, 1 for the others.
     *
     * @param weights by class
     */
    @KeyedBy("weights")
    @Describe("a weight for each class named, 1 for the others")
    record Given(
            @Required @Describe("Weights by class.")
            Map<String, @PositiveOrZero(message = "an item cannot count less than nothing") Double> weights)
            implements ClassWeights {
        public Given {
            weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        }

        /** A placeholder: weights are required. */
        public static Given defaults() {
            return new Given(Map.of());
        }
    }
}
