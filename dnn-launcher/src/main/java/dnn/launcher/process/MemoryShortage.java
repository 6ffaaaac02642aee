package dnn.launcher.process;

import dnn.config.diagnostic.TrainingDiagnostics;
import java.util.LinkedHashMap;
import java.util.Map;

/** Memory that ran out although nothing had foreseen it: the part of the work it was being taken for, in words. */
public final class MemoryShortage {
    private static final Map<String, String> WORK = new LinkedHashMap<>();

    static {
        WORK.put("dnn.run.directory", "the files of the run");
        WORK.put("dnn.run.checkpoint", "a checkpoint");
        WORK.put("dnn.run.plot", "a picture");
        WORK.put("dnn.data", "the data");
        WORK.put("dnn.engine", "the network and a batch of items");
        WORK.put("dnn.simd", "the network and a batch of items");
        WORK.put("dnn.config", "the check of the experiment");
        WORK.put("dnn.run", "what is computed of the run");
    }

    private MemoryShortage() {}

    /** The finding, by the innermost place of dnn where it happened. */
    public static Refusal refusal(OutOfMemoryError shortage) {
        return new Refusal(TrainingDiagnostics.memoryRanOut(
                work(shortage), Runtime.getRuntime().maxMemory()));
    }

    private static String work(OutOfMemoryError shortage) {
        for (StackTraceElement place : shortage.getStackTrace()) {
            for (Map.Entry<String, String> work : WORK.entrySet()) {
                if (place.getClassName().startsWith(work.getKey() + ".")) {
                    return work.getValue();
                }
            }
        }
        return "the command";
    }
}
