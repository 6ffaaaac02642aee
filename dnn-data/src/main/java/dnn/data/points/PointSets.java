package dnn.data.points;

import dnn.api.data.Blobs;
import dnn.api.data.Circles;
import dnn.api.data.Linear;
import dnn.api.data.Moons;
import dnn.api.data.Source;
import dnn.api.data.Spirals;
import dnn.api.data.Xor;
import dnn.api.grammar.Names;
import dnn.api.random.RandomStream;
import dnn.api.random.RandomStreams;
import dnn.data.table.DataTable;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the points that the built-in sources declare; formulas stand on their records. Features are called x1, x2, …,
 * the target {@code class} or, for {@link Linear}, {@code y}. Item i of k classes has class i mod k, so that classes
 * are balanced; place j of the n items of a class is i div k. Random numbers come from the stream {@code data/<name>}
 * and are drawn even where the noise is 0. {@link StrictMath} keeps the bits the same on every machine.
 */
public final class PointSets {
    /** The target of a source with classes. */
    public static final String CLASS = "class";

    /** The target of a source without classes. */
    public static final String NUMBER = "y";

    private static final double BLOB_CENTRE_BOUND = 4;
    private static final double INNER_RADIUS = 0.5;

    private static final Map<Class<? extends Source>, Maker> MAKERS = Map.of(
            Moons.class, (source, random) -> moons((Moons) source, random),
            Circles.class, (source, random) -> circles((Circles) source, random),
            Xor.class, (source, random) -> xor((Xor) source, random),
            Spirals.class, (source, random) -> spirals((Spirals) source, random),
            Blobs.class, (source, random) -> blobs((Blobs) source, random),
            Linear.class, (source, random) -> linear((Linear) source, random));

    private PointSets() {}

    private interface Maker {
        Points make(Source source, RandomStream random);
    }

    /** Tells whether this source is a built-in point set. */
    public static boolean isBuiltIn(Source source) {
        return MAKERS.containsKey(source.getClass());
    }

    /** The target's name. */
    public static String target(Source source) {
        return source.classes().isPresent() ? CLASS : NUMBER;
    }

    /**
     * The points; empty where the declaration asks for none at all (a count that is not positive).
     *
     * @throws IllegalArgumentException if the source is not built in
     */
    public static Optional<DataTable> make(Source source, long seed) {
        Maker maker = MAKERS.get(source.getClass());
        if (maker == null) {
            throw new IllegalArgumentException("not a built-in point set: " + source);
        }
        if (source.inputs().orElse(0) <= 0 || source.classes().orElse(1) <= 0) {
            return Optional.empty();
        }
        String name = Names.of(source.getClass());
        Points points = maker.make(source, new RandomStreams(seed).stream("data/" + name));
        return points.items() == 0 ? Optional.empty() : Optional.of(points.table(name, target(source)));
    }

    private static Points moons(Moons moons, RandomStream random) {
        Points points = new Points(moons.items(), 2);
        for (int item = 0; item < points.items(); item++) {
            int half = item % 2;
            double t = fraction(item / 2, itemsOfClass(points.items(), 2, half)) * Math.PI;
            double x = half == 0 ? StrictMath.cos(t) : 1 - StrictMath.cos(t);
            double y = half == 0 ? StrictMath.sin(t) : 0.5 - StrictMath.sin(t);
            points.put(item, half, moons.noise(), random, x, y);
        }
        return points;
    }

    private static Points circles(Circles circles, RandomStream random) {
        Points points = new Points(circles.items(), 2);
        for (int item = 0; item < points.items(); item++) {
            int circle = item % 2;
            int place = item / 2;
            double angle = 2 * Math.PI * place / itemsOfClass(points.items(), 2, circle);
            double radius = circle == 0 ? 1 : INNER_RADIUS;
            points.put(
                    item,
                    circle,
                    circles.noise(),
                    random,
                    radius * StrictMath.cos(angle),
                    radius * StrictMath.sin(angle));
        }
        return points;
    }

    /**
     * Class 0 has the corners (1, 1) and (−1, −1) in turn, class 1 (1, −1) and (−1, 1); noise does not change a point's
     * class.
     */
    private static Points xor(Xor xor, RandomStream random) {
        Points points = new Points(xor.items(), 2);
        for (int item = 0; item < points.items(); item++) {
            boolean differ = item % 2 == 1;
            double x = item / 2 % 2 == 0 ? 1 : -1;
            points.put(item, differ ? 1 : 0, xor.noise(), random, x, differ ? -x : x);
        }
        return points;
    }

    private static Points spirals(Spirals spirals, RandomStream random) {
        Points points = new Points(spirals.items(), 2);
        int arms = spirals.classCount();
        for (int item = 0; item < points.items(); item++) {
            int arm = item % arms;
            double radius = fraction(item / arms, itemsOfClass(points.items(), arms, arm));
            double angle = 2 * Math.PI * (spirals.turns() * radius + (double) arm / arms);
            points.put(
                    item, arm, spirals.noise(), random, radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
        }
        return points;
    }

    /** First every centre is drawn, class by class, then the noise, item by item. */
    private static Points blobs(Blobs blobs, RandomStream random) {
        double[][] centres = new double[Math.min(blobs.classCount(), Math.max(1, blobs.items()))][blobs.featureCount()];
        for (double[] centre : centres) {
            for (int feature = 0; feature < centre.length; feature++) {
                centre[feature] = uniform(random, BLOB_CENTRE_BOUND);
            }
        }
        Points points = new Points(blobs.items(), blobs.featureCount());
        for (int item = 0; item < points.items(); item++) {
            int cloud = item % centres.length;
            points.put(item, cloud, blobs.noise(), random, centres[cloud]);
        }
        return points;
    }

    /** First c and d are drawn, then, item by item, x and the noise of y. */
    private static Points linear(Linear linear, RandomStream random) {
        double[] slopes = new double[linear.featureCount()];
        for (int feature = 0; feature < slopes.length; feature++) {
            slopes[feature] = random.nextGaussian();
        }
        double intercept = random.nextGaussian();
        Points points = new Points(linear.items(), slopes.length);
        double[] x = new double[slopes.length];
        for (int item = 0; item < points.items(); item++) {
            double y = intercept;
            for (int feature = 0; feature < x.length; feature++) {
                x[feature] = uniform(random, 1);
                y += slopes[feature] * x[feature];
            }
            points.put(item, y + linear.noise() * random.nextGaussian(), x);
        }
        return points;
    }

    private static int itemsOfClass(int items, int classes, int ofClass) {
        return (int) (((long) items - ofClass + classes - 1) / classes);
    }

    /** Place j of n even steps from 0 to 1. */
    private static double fraction(int j, int n) {
        return n == 1 ? 0 : (double) j / (n - 1);
    }

    private static double uniform(RandomStream random, double bound) {
        return bound * (2 * random.nextDouble() - 1);
    }
}
