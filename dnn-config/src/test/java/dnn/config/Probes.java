package dnn.config;

import dnn.api.profile.MemoryNeed;
import dnn.api.profile.ProbeReport;
import java.util.List;

/** What probes of a network might show, for checks that judge it. */
final class Probes {
    /** The memory there is. */
    static final long AVAILABLE = 2_000_000_000L;

    private static final double LN_2 = Math.log(2);

    private Probes() {}

    static ProbeReport named(String name) {
        return switch (name) {
            case "exploding" -> new ProbeReport(32, 0.71, LN_2, 0.9, true, 1234.5, 0.68, List.of());
            case "hopeless" -> new ProbeReport(32, 0.71, LN_2, 0.9, true, Double.NaN, 99, List.of());
            case "infinite" -> new ProbeReport(32, 0.71, LN_2, 0.9, false, 0.71, 0.71, List.of());
            case "unlikely" -> new ProbeReport(32, 37.25, LN_2, 0.001, true, 37, 37.2, List.of());
            case "known" -> new ProbeReport(32, 0.01, LN_2, 0.001, true, 0.01, 0.01, List.of());
            case "dead" -> dead(32, 11);
            case "half" -> dead(32, 10);
            case "few" -> dead(15, 20);
            case "below" -> new ProbeReport(32, -5, 0, 0.001, true, 3, -5.1, List.of());
            case "good" -> new ProbeReport(32, 0.71, LN_2, 0.001, true, 0.7, 0.709, List.of());
            default -> throw new IllegalArgumentException("no probe is called " + name);
        };
    }

    private static ProbeReport dead(int items, int units) {
        return new ProbeReport(
                items, 0.71, LN_2, 0.001, true, 0.7, 0.709, List.of(new ProbeReport.Rectified(0, "dense1", 20, units)));
    }

    static MemoryNeed memory(String name) {
        return switch (name) {
            case "parameters" ->
                new MemoryNeed(40_000_000_000L, 40_000_000_000L, 120_000_000_000L, 25_600, 24_000, 10_000_000_000L);
            case "layers" -> new MemoryNeed(324, 324, 972, 16_000_000_000L, 24_000, 1_000_000);
            case "data" -> new MemoryNeed(324, 324, 972, 25_600, 16_000_000_000L, 1_000_000);
            case "array" ->
                new MemoryNeed(12_000_000_000L, 12_000_000_000L, 36_000_000_000L, 25_600, 24_000, 3_000_000_000L);
            case "fits" -> new MemoryNeed(324, 324, 972, 25_600, 24_000, 1_000_000);
            default -> throw new IllegalArgumentException("no need of memory is called " + name);
        };
    }
}
