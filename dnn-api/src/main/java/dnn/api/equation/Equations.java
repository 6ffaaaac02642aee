package dnn.api.equation;

import dnn.api.activation.Activation;
import dnn.api.loss.Loss;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * The lecture's equations with the dimensions of one network and the items of one step: (1)–(10) of one hidden layer,
 * (21)–(28) of other networks. Thread-safe.
 */
public final class Equations {
    private final Plan plan;
    private final Loss loss;
    private final int items;
    private final List<PlannedLayer> weighted;

    private Equations(Plan plan, Loss loss, int items) {
        this.plan = plan;
        this.loss = loss;
        this.items = items;
        this.weighted = plan.weighted();
    }

    /**
     * The equations as text, a line each.
     *
     * @param plan layers and shapes
     * @param items m, the items of a step
     */
    public static String render(Plan plan, Loss loss, int items) {
        return ShallowEquations.fit(plan)
                ? String.join("\n", ShallowEquations.lines(plan, loss, items)) + "\n"
                : new Equations(plan, loss, items).render();
    }

    private String render() {
        int last = weighted.size();
        ForwardEquations forward = new ForwardEquations(plan, String.valueOf(items));
        List<String> lines = new ArrayList<>();
        lines.add("Forward propagation, m = " + items + " items a step");
        lines.add(line(21, "A[0] = X", dimensions(size(0), items)));
        lines.addAll(Followers.forward(Followers.of(plan, 0).behind(), "A[0]"));
        for (int l = 1; l <= last; l++) {
            lines.addAll(forward.lines(l));
        }
        lines.add("");
        lines.add("Loss");
        lines.add(line(24, "J = " + loss.formula("A[" + last + "]", size(last), items), "one number"));
        lines.add("");
        lines.add("Backward propagation");
        for (int l = last; l >= 1; l--) {
            lines.addAll(derivatives(l));
            lines.add(line(
                    25,
                    "dW[" + l + "] = (1/" + items + ")·dZ[" + l + "]·A[" + (l - 1) + "]ᵀ",
                    dimensions(size(l), items) + "·" + dimensions(items, size(l - 1)) + " → "
                            + dimensions(size(l), size(l - 1))));
            lines.add(line(
                    26,
                    "db[" + l + "] = (1/" + items + ")·Σ_i dZ[" + l + "]_i",
                    dimensions(size(l), items) + " → " + dimensions(size(l), 1)));
            if (l > 1) {
                lines.add(line(
                        27,
                        "dA[" + (l - 1) + "] = W[" + l + "]ᵀ·dZ[" + l + "]",
                        dimensions(size(l - 1), size(l)) + "·" + dimensions(size(l), items) + " → "
                                + dimensions(size(l - 1), items)));
            }
        }
        lines.add("");
        lines.add("Update of gradient descent, in every layer l = 1 … " + last);
        lines.add("      W[l] ← W[l] − α·dW[l]");
        lines.add("      b[l] ← b[l] − α·db[l]");
        lines.addAll(Followers.updates(plan));
        return String.join("\n", lines) + "\n";
    }

    /** n_l. */
    private int size(int l) {
        return l == 0 ? plan.input().size() : weighted.get(l - 1).output().size();
    }

    private Activation activation(int l) {
        return plan.activationAfter(weighted.get(l - 1).index()).orElseThrow();
    }

    private String derivative(int l, String argument) {
        Activation activation = activation(l);
        return activation.isLinear() ? "1" : ForwardEquations.function(activation) + "′(" + argument + ")";
    }

    /** dA[l] where it is not known yet, and dZ[l], with the way back through the layers on both sides of σ. */
    private List<String> derivatives(int l) {
        Followers followers = Followers.of(plan, l);
        List<String> lines = new ArrayList<>();
        String dimensions = dimensions(size(l), items);
        boolean output = l == weighted.size();
        String gradient = output ? loss.gradientFormula("A[" + l + "]", size(l)) : "";
        if (output && loss.startsFromLogits()) {
            lines.add(line(28, "dZ[" + l + "] = " + gradient, dimensions));
        } else {
            if (output) {
                lines.add(line(27, "dA[" + l + "] = " + gradient, dimensions));
            }
            lines.addAll(Followers.backward(followers.behind(), "dA[" + l + "]"));
            lines.add(line(28, "dZ[" + l + "] = dA[" + l + "] ∗ " + derivative(l, "Z[" + l + "]"), dimensions));
        }
        lines.addAll(Followers.backward(followers.before(), "dZ[" + l + "]"));
        return lines;
    }

    private static String dimensions(int rows, int columns) {
        return "(" + rows + "," + columns + ")";
    }

    private static String line(int number, String equation, String dimensions) {
        return ForwardEquations.line(number, equation, dimensions);
    }
}
