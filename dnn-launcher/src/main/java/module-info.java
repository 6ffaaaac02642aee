/** The {@code dnn} command. */
module dnn.launcher {
    requires de.siegmar.fastcsv;
    requires dnn.run;
    requires info.picocli;
    requires tools.jackson.databind;

    opens dnn.launcher.command to
            info.picocli;
}
