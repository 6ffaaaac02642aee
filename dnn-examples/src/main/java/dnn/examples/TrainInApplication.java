package dnn.examples;

import static dnn.api.Dsl.accuracy;
import static dnn.api.Dsl.adam;
import static dnn.api.Dsl.categoricalCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.softmax;
import static dnn.api.Dsl.spirals;

import dnn.api.Experiment;
import dnn.data.DataLoader;
import dnn.data.PreparedData;
import dnn.engine.Backend;
import dnn.engine.Backends;
import dnn.engine.EpochReport;
import dnn.engine.Evaluation;
import dnn.engine.Trainer;
import dnn.engine.TrainingListener;
import dnn.engine.TrainingResult;
import java.io.PrintStream;
import java.nio.file.Path;
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
        PreparedData data = new DataLoader(Path.of(""))
                .load(experiment.data(), experiment.training().loss(), experiment.seedInForce());
        TrainingListener progress = new TrainingListener() {
            @Override
            public void epochEnded(EpochReport report) {
                if (report.epoch() % 20 == 0) {
                    out.println("epoch " + report.epoch() + ": " + report.figures());
                }
            }
        };
        try (Backend backend = Backends.discovered().choose(experiment.engine()).backend()) {
            TrainingResult result =
                    new Trainer(experiment, backend).train(data.train(), data.validation(), progress, () -> false);
            Map<String, Double> test = Evaluation.of(result.network(), experiment, data.test());
            out.println(result.status() + ", test: " + test);
            return test;
        }
    }
}
