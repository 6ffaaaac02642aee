package dnn.examples.plugin;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import dnn.engine.loss.LossFunction;

/**
 * Runs {@link AsymmetricError}: dA = 2·c·(A − Y)/n. The numbers are read from the backend and written back, which suits
 * every backend; a loss that must be fast is made of its kernels.
 *
 * @param under c where the prediction is too low
 */
record AsymmetricErrorLoss(double under) implements LossFunction {
    @Override
    public void evaluate(
            Kernels kernels,
            Buffer values,
            Buffer targets,
            Buffer probabilities,
            Buffer gradient,
            int outputs,
            int items,
            Scalars sums,
            int index) {
        int count = outputs * items;
        double[] predicted = new double[count];
        double[] wanted = new double[count];
        kernels.read(values, count, predicted);
        kernels.read(targets, count, wanted);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double error = predicted[i] - wanted[i];
            double weighted = (error < 0 ? under : 1) * error / outputs;
            sum += weighted * error;
            predicted[i] = 2 * weighted;
        }
        kernels.write(predicted, 0, gradient.view(0, count));
        kernels.write(sums, index, kernels.read(sums, index) + sum);
    }
}
