package dnn.engine.schedule;

import dnn.api.schedule.OneCycle;

/**
 * Half a cosine wave up to α, and half a wave down.
 *
 * @param declared where they begin and end
 */
record OneCycleRate(OneCycle declared) implements LearningRate {
    @Override
    public double at(double initial, int epoch, int epochs) {
        double first = initial / declared.start();
        double peak = declared.rise() * epochs - 1;
        if (peak > 0 && epoch <= peak) {
            return HalfWave.between(first, initial, epoch / peak);
        }
        double top = Math.max(peak, 0);
        // A single epoch has the greatest rate.
        return epochs == 1
                ? initial
                : HalfWave.between(initial, first / declared.end(), (epoch - top) / (epochs - 1 - top));
    }
}
