package dnn.config.check;

import dnn.api.activation.Activation;
import dnn.api.grammar.Names;
import dnn.api.initializer.Constant;
import dnn.api.initializer.Explicit;
import dnn.api.initializer.HeNormal;
import dnn.api.initializer.HeUniform;
import dnn.api.initializer.Initializer;
import dnn.api.initializer.Numbers;
import dnn.api.initializer.XavierNormal;
import dnn.api.initializer.XavierUniform;
import dnn.api.initializer.Zeros;
import dnn.api.layer.Dropout;
import dnn.config.diagnostic.InitializationDiagnostics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Starts from which nothing can be learnt (I201), from which neurons stay copies (I202), dead or unsuitable starts
 * (A407, I204), and the seed (I208).
 */
final class InitializationCheck implements Check {

    /** The facts about a layer with weights. */
    private record Facts(
            CheckedNetwork.Layer layer,
            Activation activation,
            CheckedNetwork.Start weights,
            CheckedNetwork.Start biases) {

        boolean weightsZero() {
            return isZero(weights.initializer());
        }

        boolean biasesZero() {
            return isZero(biases.initializer());
        }
    }

    @Override
    public void check(Subject subject) {
        if (subject.experiment().seed().isEmpty() && subject.isUsable("seed")) {
            subject.report(InitializationDiagnostics.noSeed(subject.experiment().seedInForce()));
        }
        List<Facts> all = new ArrayList<>();
        for (CheckedNetwork.Layer layer : subject.network().weighted()) {
            Optional<CheckedNetwork.Start> weights = subject.network().weightsOf(layer);
            Optional<CheckedNetwork.Start> biases = subject.network().biasesOf(layer);
            Optional<Activation> activation = subject.network().activationAfter(layer);
            if (!layer.readable() || weights.isEmpty() || biases.isEmpty() || activation.isEmpty()) {
                return;
            }
            all.add(new Facts(layer, activation.get(), weights.get(), biases.get()));
        }
        if (!subject.network().isComplete() || all.isEmpty()) {
            return;
        }
        if (!zeroGradient(subject, all)) {
            copies(subject, all);
        }
        unsuitable(subject, all);
    }

    /**
     * Propagates what is zero: A[l] forward, dZ[l] backward; a weight learns where neither A[l−1] nor dZ[l] is zero.
     * The derivative at a kink is a convention and proves nothing here; a layer that it blocks is reported as dead
     * (A407) instead.
     */
    private static boolean zeroGradient(Subject subject, List<Facts> all) {
        int count = all.size();
        boolean[] outputZero = new boolean[count];
        boolean[] sumZero = new boolean[count];
        for (int i = 0; i < count; i++) {
            Facts facts = all.get(i);
            boolean inputZero = i > 0 && outputZero[i - 1];
            sumZero[i] = (facts.weightsZero() || inputZero) && facts.biasesZero();
            outputZero[i] = sumZero[i] && facts.activation.atZero() == 0;
        }
        boolean[] gradientZero = new boolean[count];
        for (int i = count - 2; i >= 0; i--) {
            gradientZero[i] = all.get(i + 1).weightsZero() || gradientZero[i + 1];
        }
        boolean learns = false;
        for (int i = 0; i < count; i++) {
            boolean inputZero = i > 0 && outputZero[i - 1];
            learns |= !inputZero && !gradientZero[i];
        }
        if (!learns) {
            subject.report(
                    InitializationDiagnostics.zeroGradient(all.get(0).weights.path(), count));
            return true;
        }
        for (int i = 0; i < count - 1; i++) {
            Facts facts = all.get(i);
            if (sumZero[i] && facts.weightsZero() && facts.activation.derivativeAtZero() == 0) {
                subject.report(InitializationDiagnostics.deadStart(
                        facts.weights.path(),
                        facts.layer.name(),
                        facts.layer.output().size(),
                        Names.of(facts.activation.getClass())));
            }
        }
        return false;
    }

    private static void copies(Subject subject, List<Facts> all) {
        Map<String, List<Facts>> byPath = new LinkedHashMap<>();
        for (int i = 0; i + 1 < all.size(); i++) {
            Facts facts = all.get(i);
            Facts next = all.get(i + 1);
            if (facts.layer.output().size() >= 2
                    && equalRows(facts.weights.initializer())
                    && equalRows(facts.biases.initializer())
                    && equalColumns(next.weights.initializer())
                    && !dropsBetween(subject, facts.layer, next.layer)) {
                byPath.computeIfAbsent(facts.weights.path(), path -> new ArrayList<>())
                        .add(facts);
            }
        }
        byPath.forEach((path, layers) -> subject.report(InitializationDiagnostics.copies(
                path,
                layers.stream().map(facts -> facts.layer.number()).toList(),
                layers.get(0).layer.output().size())));
    }

    private static boolean dropsBetween(Subject subject, CheckedNetwork.Layer from, CheckedNetwork.Layer to) {
        return subject.network().layers().subList(from.index(), to.index()).stream()
                .anyMatch(layer -> layer.spec() instanceof Dropout dropout && dropout.rate() > 0);
    }

    private static boolean isZero(Initializer initializer) {
        return initializer instanceof Zeros
                || (initializer instanceof Constant constant && constant.value() == 0)
                || (initializer instanceof Explicit explicit
                        && explicit.values().rows().stream()
                                .allMatch(row -> row.stream().allMatch(value -> value == 0)));
    }

    /** Tells whether every neuron gets the same numbers; a flat list holds one number a neuron. */
    private static boolean equalRows(Initializer initializer) {
        if (initializer instanceof Explicit explicit) {
            Numbers numbers = explicit.values();
            return numbers.nested()
                    ? new HashSet<>(numbers.rows()).size() == 1
                    : new HashSet<>(numbers.rows().get(0)).size() == 1;
        }
        return initializer.isConstant();
    }

    private static boolean equalColumns(Initializer initializer) {
        return initializer instanceof Explicit explicit
                ? explicit.values().rows().stream().allMatch(row -> new HashSet<>(row).size() == 1)
                : initializer.isConstant();
    }

    private static void unsuitable(Subject subject, List<Facts> all) {
        Set<String> reported = new HashSet<>();
        for (Facts facts : all.subList(0, all.size() - 1)) {
            Initializer written = facts.weights.initializer();
            boolean he = written instanceof HeNormal || written instanceof HeUniform;
            boolean xavier = written instanceof XavierNormal || written instanceof XavierUniform;
            boolean rectifier = facts.activation.isRectifier();
            String path = facts.weights.path();
            boolean wrong = (he && !rectifier && !facts.activation.isLinear()) || (xavier && rectifier);
            if (wrong && !path.isEmpty() && reported.add(path)) {
                subject.report(InitializationDiagnostics.otherKind(
                        path,
                        Names.of(written.getClass()),
                        facts.layer.name(),
                        Names.of(facts.activation.getClass()),
                        Names.of(facts.activation.recommendedWeights().getClass())));
            }
        }
    }
}
