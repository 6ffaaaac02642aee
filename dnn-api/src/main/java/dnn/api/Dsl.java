// Longer than 300 lines: each word of the grammar has its function here, so that one static import is enough.
package dnn.api;

import dnn.api.activation.Activation;
import dnn.api.activation.Celu;
import dnn.api.activation.Elu;
import dnn.api.activation.Gelu;
import dnn.api.activation.HardSigmoid;
import dnn.api.activation.HardSwish;
import dnn.api.activation.HardTanh;
import dnn.api.activation.Identity;
import dnn.api.activation.LeakyRelu;
import dnn.api.activation.LogSigmoid;
import dnn.api.activation.Mish;
import dnn.api.activation.Relu;
import dnn.api.activation.Relu6;
import dnn.api.activation.Selu;
import dnn.api.activation.Sigmoid;
import dnn.api.activation.Silu;
import dnn.api.activation.Softmax;
import dnn.api.activation.Softplus;
import dnn.api.activation.Softsign;
import dnn.api.activation.Tanh;
import dnn.api.activation.ThresholdedRelu;
import dnn.api.data.Blobs;
import dnn.api.data.Circles;
import dnn.api.data.Linear;
import dnn.api.data.Moons;
import dnn.api.data.Spirals;
import dnn.api.data.Table;
import dnn.api.data.Xor;
import dnn.api.initializer.Constant;
import dnn.api.initializer.Explicit;
import dnn.api.initializer.HeNormal;
import dnn.api.initializer.HeUniform;
import dnn.api.initializer.LecunNormal;
import dnn.api.initializer.LecunUniform;
import dnn.api.initializer.Normal;
import dnn.api.initializer.Numbers;
import dnn.api.initializer.Ones;
import dnn.api.initializer.Orthogonal;
import dnn.api.initializer.Uniform;
import dnn.api.initializer.XavierNormal;
import dnn.api.initializer.XavierUniform;
import dnn.api.initializer.Zeros;
import dnn.api.layer.ActivationLayer;
import dnn.api.layer.BatchNorm;
import dnn.api.layer.Dense;
import dnn.api.layer.Dropout;
import dnn.api.layer.LayerNorm;
import dnn.api.loss.BinaryCrossEntropy;
import dnn.api.loss.CategoricalCrossEntropy;
import dnn.api.loss.Gamma;
import dnn.api.loss.Huber;
import dnn.api.loss.LogCosh;
import dnn.api.loss.MeanAbsoluteError;
import dnn.api.loss.MeanAbsolutePercentageError;
import dnn.api.loss.MeanSquaredError;
import dnn.api.loss.MeanSquaredLogarithmicError;
import dnn.api.loss.Poisson;
import dnn.api.loss.Quantile;
import dnn.api.metric.Accuracy;
import dnn.api.metric.BalancedAccuracy;
import dnn.api.metric.BrierScore;
import dnn.api.metric.CalibrationError;
import dnn.api.metric.ExplainedVariance;
import dnn.api.metric.F1;
import dnn.api.metric.F1Macro;
import dnn.api.metric.F1Weighted;
import dnn.api.metric.LogLoss;
import dnn.api.metric.MedianAbsoluteError;
import dnn.api.metric.PrAuc;
import dnn.api.metric.Precision;
import dnn.api.metric.PrecisionMacro;
import dnn.api.metric.PrecisionWeighted;
import dnn.api.metric.RSquared;
import dnn.api.metric.Recall;
import dnn.api.metric.RecallMacro;
import dnn.api.metric.RecallWeighted;
import dnn.api.metric.RocAuc;
import dnn.api.metric.RootMeanSquaredError;
import dnn.api.optimizer.Adadelta;
import dnn.api.optimizer.Adagrad;
import dnn.api.optimizer.Adam;
import dnn.api.optimizer.AdamW;
import dnn.api.optimizer.Adamax;
import dnn.api.optimizer.Amsgrad;
import dnn.api.optimizer.Lion;
import dnn.api.optimizer.Nadam;
import dnn.api.optimizer.Radam;
import dnn.api.optimizer.RmsProp;
import dnn.api.optimizer.Sgd;
import dnn.api.schedule.Cosine;
import dnn.api.schedule.CosineRestarts;
import dnn.api.schedule.Exponential;
import dnn.api.schedule.InverseTime;
import dnn.api.schedule.OneCycle;
import dnn.api.schedule.Polynomial;
import dnn.api.schedule.Step;
import dnn.api.training.CheckpointInterval;
import dnn.api.training.Checkpoints;
import dnn.api.training.EarlyStopping;
import dnn.api.training.GradientClipping;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The words of the experiment grammar as Java methods, for {@code import static dnn.api.Dsl.*}. Optional parts have the
 * defaults of their records. A long class, since it has a method for each word; those about tables are in
 * {@link TableDsl}.
 */
public final class Dsl {
    private Dsl() {}

    // Data

    /** Two interleaving half moons. */
    public static Moons moons(int items) {
        return new Moons(items, Moons.defaults().noise());
    }

    /** A circle inside a circle. */
    public static Circles circles(int items) {
        return new Circles(items, Circles.defaults().noise());
    }

    /** Four clouds, class by exclusive or. */
    public static Xor xor(int items) {
        return new Xor(items, Xor.defaults().noise());
    }

    /** Interleaved spiral arms, one a class. */
    public static Spirals spirals(int items, int classes) {
        return new Spirals(
                items, classes, Spirals.defaults().turns(), Spirals.defaults().noise());
    }

    /** Normal clouds, one a class. */
    public static Blobs blobs(int items, int features, int classes) {
        return new Blobs(items, features, classes, Blobs.defaults().noise());
    }

    /** A numeric target that is linear in the features. */
    public static Linear linear(int items, int features) {
        return new Linear(items, features, Linear.defaults().noise());
    }

    /** A table in a file, predicting {@code target} from every other column. */
    public static Table table(String file, String target) {
        return new Table(
                file, target, Table.defaults().features(), Table.defaults().exclude());
    }

    // Layers

    /** A fully connected layer without an activation. */
    public static Dense dense(int units) {
        return dense(units, new Identity());
    }

    /** A fully connected layer. */
    public static Dense dense(int units, Activation activation) {
        return new Dense(Optional.empty(), units, activation, OptionalInt.empty());
    }

    /** A fully connected layer with a name. */
    public static Dense dense(String name, int units, Activation activation) {
        return dense(units, activation).withName(name);
    }

    /** An activation function as a layer of its own. */
    public static ActivationLayer activation(Activation activation) {
        return new ActivationLayer(Optional.empty(), activation);
    }

    /** Dropout of a share of the numbers. */
    public static Dropout dropout(double rate) {
        return new Dropout(Optional.empty(), rate);
    }

    /** Normalization of each unit over the batch. */
    public static BatchNorm batchNorm() {
        return BatchNorm.defaults();
    }

    /** Normalization of each item over its units. */
    public static LayerNorm layerNorm() {
        return LayerNorm.defaults();
    }

    // Activations

    /** σ(z) = z. */
    public static Identity identity() {
        return new Identity();
    }

    /** σ(z) = 1/(1 + e^−z). */
    public static Sigmoid sigmoid() {
        return new Sigmoid();
    }

    /** σ(z) = tanh z. */
    public static Tanh tanh() {
        return new Tanh();
    }

    /** σ(z) = max(0, z). */
    public static Relu relu() {
        return new Relu();
    }

    /** σ(z) = z for z &gt; 0, else slope · z, with the customary slope. */
    public static LeakyRelu leakyRelu() {
        return LeakyRelu.defaults();
    }

    /** σ(z) = z for z &gt; 0, else slope · z. */
    public static LeakyRelu leakyRelu(double slope) {
        return new LeakyRelu(slope);
    }

    /** σ(z) = z·Φ(z). */
    public static Gelu gelu() {
        return Gelu.defaults();
    }

    /** σ(z) = z·s with the sigmoid s = 1/(1 + e^−z). */
    public static Silu silu() {
        return new Silu();
    }

    /** σ(z) = z for z &gt; 0, else α·(e^z − 1). */
    public static Elu elu() {
        return Elu.defaults();
    }

    /** σ(z) = z for z &gt; 0, else α·(e^z − 1). */
    public static Elu elu(double alpha) {
        return new Elu(alpha);
    }

    /** σ(z) = λz for z &gt; 0, else λα·(e^z − 1). */
    public static Selu selu() {
        return new Selu();
    }

    /** σ(z) = z for z &gt; 0, else α·(e^(z/α) − 1). */
    public static Celu celu() {
        return Celu.defaults();
    }

    /** σ(z) = z for z &gt; 0, else α·(e^(z/α) − 1). */
    public static Celu celu(double alpha) {
        return new Celu(alpha);
    }

    /** σ(z) = z·t with t = tanh(log(1 + e^z)). */
    public static Mish mish() {
        return new Mish();
    }

    /** σ(z) = log(1 + e^(βz))/β. */
    public static Softplus softplus() {
        return Softplus.defaults();
    }

    /** σ(z) = log(1 + e^(βz))/β. */
    public static Softplus softplus(double beta) {
        return new Softplus(beta);
    }

    /** σ(z) = z/(1 + |z|). */
    public static Softsign softsign() {
        return new Softsign();
    }

    /** σ(z) = min(max(z + 3, 0), 6)/6. */
    public static HardSigmoid hardSigmoid() {
        return new HardSigmoid();
    }

    /** σ(z) = min(max(z, −1), 1). */
    public static HardTanh hardTanh() {
        return new HardTanh();
    }

    /** σ(z) = z·min(max(z + 3, 0), 6)/6. */
    public static HardSwish hardSwish() {
        return new HardSwish();
    }

    /** σ(z) = min(max(z, 0), 6). */
    public static Relu6 relu6() {
        return new Relu6();
    }

    /** σ(z) = −log(1 + e^−z). */
    public static LogSigmoid logSigmoid() {
        return new LogSigmoid();
    }

    /** σ(z) = σ′(z) = e^z, for outputs that are positive, with effects that multiply. */
    public static dnn.api.activation.Exponential exponential() {
        return new dnn.api.activation.Exponential();
    }

    /** σ(z) = z for z &gt; θ, else 0. */
    public static ThresholdedRelu thresholdedRelu() {
        return ThresholdedRelu.defaults();
    }

    /** σ(z) = z for z &gt; θ, else 0. */
    public static ThresholdedRelu thresholdedRelu(double theta) {
        return new ThresholdedRelu(theta);
    }

    /** Outputs that sum to 1 over the units of an item. */
    public static Softmax softmax() {
        return new Softmax();
    }

    // Initializers

    /** Every number 0. */
    public static Zeros zeros() {
        return new Zeros();
    }

    /** Every number 1. */
    public static Ones ones() {
        return new Ones();
    }

    /** Every number the same. */
    public static Constant constant(double value) {
        return new Constant(value);
    }

    /** Normal distribution. */
    public static Normal normal(double mean, double standardDeviation) {
        return new Normal(mean, standardDeviation);
    }

    /** Uniform distribution on [low, high). */
    public static Uniform uniform(double low, double high) {
        return new Uniform(low, high);
    }

    /** Normal, variance 2/(n_in + n_out). */
    public static XavierNormal xavierNormal() {
        return new XavierNormal();
    }

    /** Uniform, variance 2/(n_in + n_out). */
    public static XavierUniform xavierUniform() {
        return new XavierUniform();
    }

    /** Normal, variance 2/n_in. */
    public static HeNormal heNormal() {
        return new HeNormal();
    }

    /** Uniform, variance 2/n_in. */
    public static HeUniform heUniform() {
        return new HeUniform();
    }

    /** Normal, variance 1/n_in. */
    public static LecunNormal lecunNormal() {
        return new LecunNormal();
    }

    /** Uniform, variance 1/n_in. */
    public static LecunUniform lecunUniform() {
        return new LecunUniform();
    }

    /** A random orthogonal matrix. */
    public static Orthogonal orthogonal() {
        return Orthogonal.defaults();
    }

    /** Written-out weights, one row per neuron. */
    public static Explicit values(double[]... rows) {
        return new Explicit(Numbers.rows(rows));
    }

    /** Written-out biases. */
    public static Explicit values(double... biases) {
        return new Explicit(Numbers.list(biases));
    }

    // Training

    /** For two classes. */
    public static BinaryCrossEntropy binaryCrossEntropy() {
        return BinaryCrossEntropy.defaults();
    }

    /** For two or more classes. */
    public static CategoricalCrossEntropy categoricalCrossEntropy() {
        return CategoricalCrossEntropy.defaults();
    }

    /** For numbers: mean of squares. */
    public static MeanSquaredError meanSquaredError() {
        return new MeanSquaredError();
    }

    /** For numbers: mean of absolute values. */
    public static MeanAbsoluteError meanAbsoluteError() {
        return new MeanAbsoluteError();
    }

    /** For numbers with outliers: squares of errors up to δ = 1, a straight line from there on. */
    public static Huber huber() {
        return Huber.defaults();
    }

    /** For numbers with outliers: squares of errors up to δ, a straight line from there on. */
    public static Huber huber(double delta) {
        return new Huber(delta);
    }

    /** For numbers with outliers: as {@link #huber()}, but smooth. */
    public static LogCosh logCosh() {
        return new LogCosh();
    }

    /** For numbers: the output below which this share of the targets lies. */
    public static Quantile quantile(double share) {
        return new Quantile(share);
    }

    /** For counts; the output must be positive. */
    public static Poisson poisson() {
        return new Poisson();
    }

    /** For positive numbers whose spread grows with their mean; the output must be positive. */
    public static Gamma gamma() {
        return new Gamma();
    }

    /** For numbers over several powers of ten; neither they nor the output may be negative. */
    public static MeanSquaredLogarithmicError meanSquaredLogarithmicError() {
        return new MeanSquaredLogarithmicError();
    }

    /** For numbers other than 0: errors by their size. */
    public static MeanAbsolutePercentageError meanAbsolutePercentageError() {
        return new MeanAbsolutePercentageError();
    }

    /** Gradient descent with this learning rate. */
    public static Sgd sgd(double learningRate) {
        return new Sgd(learningRate, Sgd.defaults().momentum(), Sgd.defaults().nesterov());
    }

    /** RMSProp with this learning rate. */
    public static RmsProp rmsProp(double learningRate) {
        return new RmsProp(
                learningRate, RmsProp.defaults().decay(), RmsProp.defaults().epsilon());
    }

    /** Adam with this learning rate. */
    public static Adam adam(double learningRate) {
        Adam usual = Adam.defaults();
        return new Adam(learningRate, usual.beta1(), usual.beta2(), usual.epsilon());
    }

    /** Adagrad with this learning rate. */
    public static Adagrad adagrad(double learningRate) {
        return new Adagrad(learningRate, Adagrad.defaults().epsilon());
    }

    /** Adam with weight decay beside the gradient. */
    public static AdamW adamW(double learningRate) {
        AdamW usual = AdamW.defaults();
        return new AdamW(learningRate, usual.beta1(), usual.beta2(), usual.epsilon(), usual.weightDecay());
    }

    /** Adam that looks ahead. */
    public static Nadam nadam(double learningRate) {
        Nadam usual = Nadam.defaults();
        return new Nadam(learningRate, usual.beta1(), usual.beta2(), usual.epsilon(), usual.momentumDecay());
    }

    /** Adam whose first steps are rectified. */
    public static Radam radam(double learningRate) {
        Radam usual = Radam.defaults();
        return new Radam(learningRate, usual.beta1(), usual.beta2(), usual.epsilon());
    }

    /** Adam with the greatest gradient. */
    public static Adamax adamax(double learningRate) {
        Adamax usual = Adamax.defaults();
        return new Adamax(learningRate, usual.beta1(), usual.beta2(), usual.epsilon());
    }

    /** Adam whose mean square never falls. */
    public static Amsgrad amsgrad(double learningRate) {
        Amsgrad usual = Amsgrad.defaults();
        return new Amsgrad(learningRate, usual.beta1(), usual.beta2(), usual.epsilon());
    }

    /** Steps as large as earlier ones; 1 is usual. */
    public static Adadelta adadelta(double learningRate) {
        Adadelta usual = Adadelta.defaults();
        return new Adadelta(learningRate, usual.decay(), usual.epsilon());
    }

    /** Steps of one size, by sign. */
    public static Lion lion(double learningRate) {
        Lion usual = Lion.defaults();
        return new Lion(learningRate, usual.beta1(), usual.beta2(), usual.weightDecay());
    }

    /** The learning rate falls along half a cosine wave, to 0. */
    public static Cosine cosine() {
        return Cosine.defaults();
    }

    /** The learning rate is multiplied by a factor after every epoch. */
    public static Exponential exponential(double factor) {
        return new Exponential(factor);
    }

    /** The learning rate is multiplied by a factor every so many epochs. */
    public static Step step(int every, double factor) {
        return new Step(every, factor);
    }

    // Metrics

    /** Share of items classified correctly. */
    public static Accuracy accuracy() {
        return new Accuracy();
    }

    /** Share of the positive predictions that are right. */
    public static Precision precision() {
        return new Precision();
    }

    /** Share of the positive items that are found. */
    public static Recall recall() {
        return new Recall();
    }

    /** Harmonic mean of precision and recall. */
    public static F1 f1() {
        return new F1();
    }

    /** Mean of the squared errors, as a metric. */
    public static dnn.api.metric.MeanSquaredError mse() {
        return new dnn.api.metric.MeanSquaredError();
    }

    /** Mean of the absolute errors, as a metric. */
    public static dnn.api.metric.MeanAbsoluteError mae() {
        return new dnn.api.metric.MeanAbsoluteError();
    }

    /** Share of the target's variance that is explained. */
    public static RSquared r2() {
        return new RSquared();
    }

    /** Mean over the classes of the share of their items that is found. */
    public static BalancedAccuracy balancedAccuracy() {
        return new BalancedAccuracy();
    }

    /** Precision of each class, their mean. */
    public static PrecisionMacro precisionMacro() {
        return new PrecisionMacro();
    }

    /** Precision of each class, weighted by its items. */
    public static PrecisionWeighted precisionWeighted() {
        return new PrecisionWeighted();
    }

    /** Recall of each class, their mean. */
    public static RecallMacro recallMacro() {
        return new RecallMacro();
    }

    /** Recall of each class, weighted by its items. */
    public static RecallWeighted recallWeighted() {
        return new RecallWeighted();
    }

    /** F1 of each class, their mean. */
    public static F1Macro f1Macro() {
        return new F1Macro();
    }

    /** F1 of each class, weighted by its items. */
    public static F1Weighted f1Weighted() {
        return new F1Weighted();
    }

    /** Probability that a positive item scores higher than a negative one. */
    public static RocAuc rocAuc() {
        return new RocAuc();
    }

    /** Area under the curve of precision over recall. */
    public static PrAuc prAuc() {
        return new PrAuc();
    }

    /** Mean of −log of the true class's probability. */
    public static LogLoss logLoss() {
        return new LogLoss();
    }

    /** Mean squared difference of probabilities and classes. */
    public static BrierScore brierScore() {
        return new BrierScore();
    }

    /** Expected calibration error: how far probabilities are from frequencies. */
    public static CalibrationError calibrationError() {
        return new CalibrationError();
    }

    /** Root of the mean of the squared errors. */
    public static RootMeanSquaredError rmse() {
        return new RootMeanSquaredError();
    }

    /** Mean of the errors relative to the target. */
    public static dnn.api.metric.MeanAbsolutePercentageError mape() {
        return new dnn.api.metric.MeanAbsolutePercentageError();
    }

    /** Median of the absolute errors. */
    public static MedianAbsoluteError medianAbsoluteError() {
        return new MedianAbsoluteError();
    }

    /** Share of the variance that is explained, whatever the mean error. */
    public static ExplainedVariance explainedVariance() {
        return new ExplainedVariance();
    }

    // Training

    /** The learning rate stays what it is. */
    public static dnn.api.schedule.Constant constantRate() {
        return new dnn.api.schedule.Constant();
    }

    /** A straight line down to 0 over all epochs. */
    public static Polynomial polynomial() {
        return Polynomial.defaults();
    }

    /** The learning rate falls like 1/(1 + speed·epoch). */
    public static InverseTime inverseTime(double speed) {
        return new InverseTime(speed);
    }

    /** Half cosine waves of so many epochs, one after another. */
    public static CosineRestarts cosineRestarts(int every) {
        return new CosineRestarts(
                every,
                CosineRestarts.defaults().growth(),
                CosineRestarts.defaults().minimum());
    }

    /** Up from a 25th of the learning rate in three tenths of the epochs, then far down. */
    public static OneCycle oneCycle() {
        return OneCycle.defaults();
    }

    /** The whole gradient is scaled down to a greatest length. */
    public static GradientClipping.ByNorm clipByNorm(double norm) {
        return new GradientClipping.ByNorm(norm);
    }

    /** Every number of the gradient is cut off at a greatest absolute value. */
    public static GradientClipping.ByValue clipByValue(double value) {
        return new GradientClipping.ByValue(value);
    }

    /** Ends training when a figure has not improved for so many epochs; the best weights are kept. */
    public static EarlyStopping earlyStopping(String monitor, int patience) {
        return new EarlyStopping(monitor, patience, EarlyStopping.defaults().restoreBest());
    }

    /** The float64 reference on Commons Math. */
    public static EngineSettings.Backend.CommonsMath commonsMath() {
        return new EngineSettings.Backend.CommonsMath();
    }

    /** The fast backend, on the JDK's Vector API. */
    public static EngineSettings.Backend.Simd simd() {
        return new EngineSettings.Backend.Simd();
    }

    /** All that is needed to go on is saved after so many seconds each; the two newest stay. */
    public static Checkpoints.Regular checkpointsEverySeconds(double seconds) {
        return new Checkpoints.Regular(
                new CheckpointInterval.Seconds(seconds),
                Checkpoints.Regular.defaults().keep());
    }

    /** All that is needed to go on is saved after so many epochs each; the two newest stay. */
    public static Checkpoints.Regular checkpointsEveryEpochs(int epochs) {
        return new Checkpoints.Regular(
                new CheckpointInterval.Epochs(epochs),
                Checkpoints.Regular.defaults().keep());
    }

    /** Nothing is saved before the end. */
    public static Checkpoints.None noCheckpoints() {
        return new Checkpoints.None();
    }

    /** The engine where nothing is said: everything automatic. */
    public static EngineSettings engine() {
        return EngineSettings.defaults();
    }
}
