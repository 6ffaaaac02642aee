package dnn.engine.schedule;

import dnn.api.schedule.CosineRestarts;

/**
 * Half cosine waves from α down to a minimum, one after another.
 *
 * @param declared how long they are
 */
record CosineRestartsRate(CosineRestarts declared) implements LearningRate {
    @Override
    public double at(double initial, int epoch, int epochs) {
        long length = declared.every();
        long since = declared.growth() == 1 ? epoch % length : epoch;
        while (since >= length) {
            since -= length;
            length *= declared.growth();
        }
        return HalfWave.between(initial, declared.minimum(), (double) since / length);
    }
}
