package dnn.api.equation;

import dnn.api.activation.Activation;
import dnn.api.grammar.Names;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * Forward propagation (22), (23) through single layers, with their dimensions; a dimension that is not known is shown
 * as {@code ?}. Thread-safe.
 */
public final class ForwardEquations {
    private final Plan plan;
    private final String items;
    private final List<PlannedLayer> weighted;

    /**
     * The equations of this plan.
     *
     * @param items m, a number or its letter
     */
    public ForwardEquations(Plan plan, String items) {
        this.plan = plan;
        this.items = items;
        this.weighted = plan.weighted();
    }

    /** The equations of layer l, counted from 1, and of the layers without weights behind it, a line each. */
    public List<String> lines(int l) {
        List<String> lines = new ArrayList<>();
        String product = dimensions(size(l), size(l - 1)) + "·" + dimensions(size(l - 1), items);
        lines.add(line(
                22,
                "Z[" + l + "] = W[" + l + "]·A[" + (l - 1) + "] + b[" + l + "]",
                product + " + " + dimensions(size(l), "1") + " → " + dimensions(size(l), items)));
        Followers followers = Followers.of(plan, l);
        lines.addAll(Followers.forward(followers.before(), "Z[" + l + "]"));
        lines.add(line(23, "A[" + l + "] = " + applied(l, "Z[" + l + "]"), dimensions(size(l), items)));
        lines.addAll(Followers.forward(followers.behind(), "A[" + l + "]"));
        return lines;
    }

    /** n_l. */
    private String size(int l) {
        int size = l == 0 ? plan.input().size() : weighted.get(l - 1).output().size();
        return size < 0 ? "?" : String.valueOf(size);
    }

    private String applied(int l, String argument) {
        Activation activation =
                plan.activationAfter(weighted.get(l - 1).index()).orElseThrow();
        return activation.isLinear() ? argument : function(activation) + "(" + argument + ")";
    }

    static String function(Activation activation) {
        return Names.of(activation.getClass());
    }

    static String line(int number, String equation, String dimensions) {
        return "(" + number + ")  " + equation + "   " + dimensions;
    }

    private static String dimensions(String rows, String columns) {
        return "(" + rows + "," + columns + ")";
    }
}
