package dnn.engine.initializer;

import dnn.api.random.RandomStream;

/** The numbers a tensor starts from. Must be thread-safe. */
@FunctionalInterface
public interface InitialValues {
    /**
     * The numbers of one tensor, row by row.
     *
     * @param place its shape and its layer's
     * @param stream where random numbers come from
     * @throws IllegalArgumentException if there are as many written numbers as the tensor does not hold
     */
    double[] draw(TensorPlace place, RandomStream stream);
}
