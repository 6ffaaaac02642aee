package dnn.run.outline;

import dnn.api.activation.Activation;
import dnn.api.grammar.Names;
import dnn.api.loss.Loss;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import java.util.ArrayList;
import java.util.List;

/** The lecture's equations (1)–(10) of a network with one hidden layer, with its dimensions and the items of a step. */
final class ShallowEquations {
    private final Plan plan;
    private final Loss loss;
    private final int m;
    private final int inputs;
    private final int hidden;
    private final int outputs;

    private ShallowEquations(Plan plan, Loss loss, int m) {
        this.plan = plan;
        this.loss = loss;
        this.m = m;
        this.inputs = plan.input().size();
        this.hidden = plan.weighted().get(0).output().size();
        this.outputs = plan.weighted().get(1).output().size();
    }

    /** Tells whether a network has one hidden layer. */
    static boolean fit(Plan plan) {
        return plan.weighted().size() == 2;
    }

    /** The lines. */
    static List<String> lines(Plan plan, Loss loss, int items) {
        ShallowEquations equations = new ShallowEquations(plan, loss, items);
        List<String> lines = new ArrayList<>();
        equations.forward(lines);
        equations.backward(lines);
        lines.add("");
        lines.add("Update of gradient descent, for l = 1 and 2");
        lines.add("      Wl ← Wl − α·dWl");
        lines.add("      bl ← bl − α·dbl");
        return lines;
    }

    private void forward(List<String> lines) {
        lines.add("Forward propagation, one hidden layer, m = " + m + " items a step");
        lines.add("(1)   z1 = W1·x + b1   " + product(hidden, inputs, m) + " + " + size(hidden, 1) + " → "
                + size(hidden, m));
        lines.add("(2)   a1 = " + applied(1, "z1") + "   " + size(hidden, m));
        lines.addAll(withoutWeights(1));
        lines.add("(3)   z2 = W2·a1 + b2   " + product(outputs, hidden, m) + " + " + size(outputs, 1) + " → "
                + size(outputs, m));
        lines.add("(4)   a2 = " + applied(2, "z2") + "   " + size(outputs, m));
        lines.addAll(withoutWeights(2));
        lines.add("");
        lines.add("Loss");
        lines.add("(5)   J = " + loss.formula("a2", outputs, m) + "   one number");
        lines.add("");
    }

    private void backward(List<String> lines) {
        lines.add("Backward propagation (6)–(10)");
        String gradient = loss.gradientFormula("a2", outputs);
        if (loss.startsFromLogits()) {
            lines.add("      dz2 = " + gradient + "   " + size(outputs, m));
        } else {
            lines.add("      da2 = " + gradient + "   " + size(outputs, m));
            lines.add("      dz2 = da2 ∗ " + derivative(2, "z2") + "   " + size(outputs, m));
        }
        lines.add("      dW2 = (1/" + m + ")·dz2·a1ᵀ   " + product(outputs, m, hidden) + " → " + size(outputs, hidden));
        lines.add("      db2 = (1/" + m + ")·Σ_i dz2_i   " + size(outputs, m) + " → " + size(outputs, 1));
        lines.add("      dz1 = W2ᵀ·dz2 ∗ " + derivative(1, "z1") + "   " + product(hidden, outputs, m) + " → "
                + size(hidden, m));
        lines.add("      dW1 = (1/" + m + ")·dz1·xᵀ   " + product(hidden, m, inputs) + " → " + size(hidden, inputs));
        lines.add("      db1 = (1/" + m + ")·Σ_i dz1_i   " + size(hidden, m) + " → " + size(hidden, 1));
    }

    private Activation activation(int l) {
        return plan.activationAfter(plan.weighted().get(l - 1).index()).orElseThrow();
    }

    private String applied(int l, String argument) {
        Activation activation = activation(l);
        return activation.isLinear() ? argument : Names.of(activation.getClass()) + "(" + argument + ")";
    }

    private String derivative(int l, String argument) {
        Activation activation = activation(l);
        return activation.isLinear() ? "1" : Names.of(activation.getClass()) + "′(" + argument + ")";
    }

    /** Layers between l and the next with weights that do more than apply a function. */
    private List<String> withoutWeights(int l) {
        int from = plan.weighted().get(l - 1).index() + 1;
        int to = l == 1 ? plan.weighted().get(1).index() : plan.layers().size();
        List<String> lines = new ArrayList<>();
        for (PlannedLayer layer : plan.layers().subList(from, to)) {
            if (layer.spec().activationApplied().isEmpty()) {
                lines.add("      a" + l + " ← " + layer.name() + "(a" + l + ") in training, unchanged in inference");
            }
        }
        return lines;
    }

    private static String product(int rows, int inner, int columns) {
        return size(rows, inner) + "·" + size(inner, columns);
    }

    private static String size(int rows, int columns) {
        return "(" + rows + "," + columns + ")";
    }
}
