package dnn.examples;

import static dnn.api.Dsl.accuracy;
import static dnn.api.Dsl.adam;
import static dnn.api.Dsl.categoricalCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.softmax;
import static dnn.api.Dsl.spirals;

import dnn.api.Experiment;
import dnn.engine.training.TrainingListener;
import dnn.run.Dnn;
import dnn.run.TrainedModel;
import java.io.PrintStream;
import java.util.Map;

/** Training inside an application: the data, the loop and a listener, without the command and without files. */
public final class TrainInApplication {
    private TrainInApplication() {}

    /** Trains on three spiral arms and prints what the test split says. */
    public static void main(String[] arguments) {
        run(System.out);
    }

    static Map<String, Double> run(PrintStream out) {
        Experiment experiment = Experiment.named("spirals")
                .seed(1)
                .data(spirals(900, 3))
                .architecture(dense(32, relu()), dense(32, relu()), dense(3, softmax()))
                .loss(categoricalCrossEntropy())
                .optimizer(adam(0.01))
                .epochs(60)
                .metrics(accuracy())
                .build();
        TrainingListener progress = epoch -> {
            if (epoch.epoch() % 20 == 0) {
                out.println("epoch " + epoch.epoch() + ": " + epoch.figures());
            }
        };
        try (TrainedModel model = Dnn.train(experiment, progress)) {
            Map<String, Double> test = model.figures().getOrDefault("test", Map.of());
            out.println(model.status() + ", test: " + test);
            return test;
        }
    }
}
