package dnn.engine.training;

import static dnn.api.Dsl.accuracy;
import static dnn.api.Dsl.activation;
import static dnn.api.Dsl.adam;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.dropout;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.training.GradientClipping;
import dnn.engine.Experiments;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.PointwiseFunction;
import dnn.engine.backend.Scalars;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/**
 * Layers, losses, optimizers and the loop allocate nothing in a step; the reference backend's products and functions do
 * and are left out.
 */
class AllocationTest {
    private static final class WithoutProducts extends CommonsMathBackend {
        @Override
        public void affine(
                Buffer weights, Buffer biases, Buffer input, Buffer output, int units, int inputs, int items) {}

        @Override
        public void weightGradient(
                Buffer gradient,
                Buffer input,
                Buffer weightGradient,
                int units,
                int inputs,
                int items,
                double scale,
                boolean accumulate) {}

        @Override
        public void inputGradient(
                Buffer weights,
                Buffer gradient,
                Buffer inputGradient,
                int units,
                int inputs,
                int items,
                boolean accumulate) {}

        @Override
        public void activate(PointwiseFunction function, Buffer input, Buffer output, int count) {}

        @Override
        public void addSigmoidCrossEntropy(
                Buffer logits, Buffer targets, int outputs, int items, Scalars sums, int index) {}

        @Override
        public double norm(Buffer x) {
            return 2;
        }
    }

    @Test
    void aStepAllocatesNothing() {
        assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean,
                "this JVM does not count allocated bytes");
        com.sun.management.ThreadMXBean counter = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Experiment experiment = Experiments.of(
                        binaryCrossEntropy(),
                        dense(5, tanh()),
                        dropout(0.1),
                        dense(4),
                        activation(relu()),
                        dense(1, sigmoid()))
                .optimizer(adam(0.01))
                .regularization(0.1, 0.1)
                .gradientClipping(new GradientClipping.ByNorm(1))
                .metrics(accuracy())
                .batchSize(2)
                .epochs(20)
                .build();
        Dataset items = Experiments.items("allocation", binaryCrossEntropy(), 3, 1, 100);
        long[] least = {Long.MAX_VALUE};
        TrainingListener listener = new TrainingListener() {
            private long atFirstStep;

            @Override
            public void stepped(int epoch, int step) {
                if (step == 1) {
                    atFirstStep = counter.getCurrentThreadAllocatedBytes();
                } else if (step == 49) {
                    least[0] = Math.min(least[0], counter.getCurrentThreadAllocatedBytes() - atFirstStep);
                }
            }

            @Override
            public void epochEnded(EpochReport report) {}
        };
        TrainingResult result = new Trainer(experiment, new WithoutProducts())
                .train(items, Experiments.none(items), listener, () -> false);
        assertThat(result.status()).isEqualTo(Status.COMPLETED);
        // The least of 20 epochs: the JVM itself may allocate in some.
        assertThat(least[0]).isZero();
    }
}
