package dnn.api.equation;

import dnn.api.activation.Activation;
import dnn.api.grammar.Names;
import dnn.api.loss.Loss;
import dnn.api.plan.Plan;
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
        lines.addAll(Followers.updates(plan));
        return lines;
    }

    private void forward(List<String> lines) {
        lines.add("Forward propagation, one hidden layer, m = " + m + " items a step");
        lines.addAll(Followers.forward(Followers.of(plan, 0).behind(), "x"));
        lines.add("(1)   z1 = W1·x + b1   " + product(hidden, inputs, m) + " + " + size(hidden, 1) + " → "
                + size(hidden, m));
        activation(lines, 1, hidden);
        lines.add("(3)   z2 = W2·a1 + b2   " + product(outputs, hidden, m) + " + " + size(outputs, 1) + " → "
                + size(outputs, m));
        activation(lines, 2, outputs);
        lines.add("");
        lines.add("Loss");
        lines.add("(5)   J = " + loss.formula("a2", outputs, m) + "   one number");
        lines.add("");
    }

    /** (2) or (4), with the layers on both sides. */
    private void activation(List<String> lines, int l, int units) {
        Followers followers = Followers.of(plan, l);
        lines.addAll(Followers.forward(followers.before(), "z" + l));
        lines.add("(" + 2 * l + ")   a" + l + " = " + applied(l, "z" + l) + "   " + size(units, m));
        lines.addAll(Followers.forward(followers.behind(), "a" + l));
    }

    private void backward(List<String> lines) {
        lines.add("Backward propagation (6)–(10)");
        String gradient = loss.gradientFormula("a2", outputs);
        if (loss.startsFromLogits()) {
            lines.add("      dz2 = " + gradient + "   " + size(outputs, m));
        } else {
            lines.add("      da2 = " + gradient + "   " + size(outputs, m));
            lines.addAll(Followers.backward(Followers.of(plan, 2).behind(), "da2"));
            lines.add("      dz2 = da2 ∗ " + derivative(2, "z2") + "   " + size(outputs, m));
        }
        lines.addAll(Followers.backward(Followers.of(plan, 2).before(), "dz2"));
        lines.add("      dW2 = (1/" + m + ")·dz2·a1ᵀ   " + product(outputs, m, hidden) + " → " + size(outputs, hidden));
        lines.add("      db2 = (1/" + m + ")·Σ_i dz2_i   " + size(outputs, m) + " → " + size(outputs, 1));
        hiddenDerivatives(lines);
        lines.add("      dW1 = (1/" + m + ")·dz1·xᵀ   " + product(hidden, m, inputs) + " → " + size(hidden, inputs));
        lines.add("      db1 = (1/" + m + ")·Σ_i dz1_i   " + size(hidden, m) + " → " + size(hidden, 1));
    }

    private void hiddenDerivatives(List<String> lines) {
        Followers followers = Followers.of(plan, 1);
        String product = "W2ᵀ·dz2";
        String sizes = product(hidden, outputs, m) + " → " + size(hidden, m);
        if (followers.behind().isEmpty()) {
            lines.add("      dz1 = " + product + " ∗ " + derivative(1, "z1") + "   " + sizes);
        } else {
            lines.add("      da1 = " + product + "   " + sizes);
            lines.addAll(Followers.backward(followers.behind(), "da1"));
            lines.add("      dz1 = da1 ∗ " + derivative(1, "z1") + "   " + size(hidden, m));
        }
        lines.addAll(Followers.backward(followers.before(), "dz1"));
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

    private static String product(int rows, int inner, int columns) {
        return size(rows, inner) + "·" + size(inner, columns);
    }

    private static String size(int rows, int columns) {
        return "(" + rows + "," + columns + ")";
    }
}
