package dnn.engine.schedule;

/**
 * Equal steps up to where another rule begins, which has the remaining epochs: α₀·(t + 1)/(w + 1) in epoch t = 0 … w −
 * 1. Goyal et al., 2017.
 *
 * @param epochsOfRise w
 * @param then the other rule, α₀ its rate in its first epoch
 */
record Warmup(int epochsOfRise, LearningRate then) implements LearningRate {
    @Override
    public double at(double initial, int epoch, int epochs) {
        int rest = Math.max(1, epochs - epochsOfRise);
        return epoch < epochsOfRise
                ? then.at(initial, 0, rest) * (epoch + 1) / (epochsOfRise + 1.0)
                : then.at(initial, epoch - epochsOfRise, rest);
    }
}
