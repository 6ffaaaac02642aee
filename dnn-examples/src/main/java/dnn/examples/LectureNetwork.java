package dnn.examples;

import static dnn.api.Dsl.accuracy;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.moons;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;

import dnn.api.Experiment;
import dnn.config.CheckReport;
import dnn.config.check.Checker;
import dnn.config.yaml.ExperimentWriter;
import java.io.PrintStream;
import java.util.Optional;

/** The lecture's deep network, declared in Java, checked like a file, and written as the YAML that means the same. */
public final class LectureNetwork {
    private LectureNetwork() {}

    /** Prints the experiment as YAML and what the check finds in it. */
    public static void main(String[] arguments) {
        print(System.out);
    }

    /** Layers of 20, 7 and 5 ReLU neurons and a sigmoid (21)–(28), on all items at once. */
    public static Experiment experiment() {
        return Experiment.named("lecture-deep")
                .seed(3)
                .data(moons(400).noise(0.15))
                .split(1, 0, 0)
                .architecture(dense(20, relu()), dense(7, relu()), dense(5, relu()), dense(1, sigmoid()))
                .loss(binaryCrossEntropy())
                .optimizer(sgd(0.3))
                .epochs(2000)
                .fullBatch()
                .metrics(accuracy())
                .build();
    }

    static void print(PrintStream out) {
        CheckReport report = new Checker().check(experiment(), Optional.empty());
        out.println("# " + report.diagnostics().size() + " findings");
        report.diagnostics().forEach(finding -> out.println("# " + finding.path() + ": " + finding.message()));
        out.print(ExperimentWriter.write(experiment()));
    }
}
