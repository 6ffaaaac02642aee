package dnn.config.check;

import dnn.api.path.KeyPaths;
import dnn.api.profile.MemoryNeed;
import dnn.api.training.BatchSize;
import dnn.config.diagnostic.TrainingDiagnostics;

/** Checks whether training fits into the memory there is (A406). */
final class MemoryCheck implements Check {
    private final MemoryNeed need;
    private final long available;

    MemoryCheck(MemoryNeed need, long available) {
        this.need = need;
        this.available = available;
    }

    @Override
    public void check(Subject subject) {
        if (need.total() <= available && need.largest() <= Integer.MAX_VALUE) {
            return;
        }
        long network = need.parameters() + need.gradients() + need.optimizer();
        long fitting = 0;
        String path = CheckedNetwork.LAYERS;
        if (need.data() > network && need.data() > need.layers()) {
            path = KeyPaths.DATA_SOURCE;
        } else if (need.layers() > network) {
            path = KeyPaths.TRAINING_BATCH_SIZE;
            fitting = fittingBatch(subject, network);
        }
        subject.report(TrainingDiagnostics.tooMuchMemory(path, need, available, fitting));
    }

    /** The largest power of two that leaves room, where the batch size is a number and too large; else 0. */
    private long fittingBatch(Subject subject, long network) {
        if (!(subject.experiment().training().batchSize() instanceof BatchSize.Items batch)) {
            return 0;
        }
        double perItem = (double) need.layers() / batch.count();
        double room = (available - network - need.data()) / perItem;
        return room < 1 || room >= batch.count() ? 0 : Long.highestOneBit((long) room);
    }
}
