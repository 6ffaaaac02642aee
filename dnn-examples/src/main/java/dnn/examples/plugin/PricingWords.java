package dnn.examples.plugin;

import dnn.api.grammar.GrammarExtension;
import java.util.List;

/** Names the records that experiments may use. */
public final class PricingWords implements GrammarExtension {
    @Override
    public List<Class<? extends Record>> kinds() {
        return List.of(
                BentIdentity.class,
                AsymmetricError.class,
                SignDescent.class,
                Rademacher.class,
                Triangular.class,
                MaximumError.class);
    }
}
