package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.number;
import static dnn.config.diagnostic.UserText.quote;

import dnn.api.constraint.Finite;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values out of their bounds, alone or together, and findings that cannot be left out. */
public final class ValueDiagnostics {
    private ValueDiagnostics() {}

    /** Y011, or the code the constraint names. */
    public static Diagnostic violated(
            String code, String path, @Nullable Object value, Annotation constraint, String why) {
        String bound = bound(constraint);
        return Diagnostic.error(code, path, quote(path) + " is " + shown(value) + ", but must be " + bound)
                .label("must be " + bound)
                .note(why);
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            return number(((Number) value).doubleValue());
        } else if (value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        } else if (value instanceof Collection<?> collection && collection.isEmpty()) {
            return "empty";
        } else if (value instanceof Optional<?> optional) {
            return shown(optional.orElse(null));
        } else if (value instanceof java.util.OptionalInt optional) {
            return optional.isPresent() ? String.valueOf(optional.getAsInt()) : "absent";
        }
        return quote(String.valueOf(value));
    }

    /** The demand of the constraint, with its numbers. */
    private static String bound(Annotation constraint) {
        if (constraint instanceof Positive) {
            return "greater than 0";
        } else if (constraint instanceof PositiveOrZero) {
            return "0 or greater";
        } else if (constraint instanceof Min least) {
            return least.value() + " or greater";
        } else if (constraint instanceof Max most) {
            return most.value() + " or less";
        } else if (constraint instanceof DecimalMin least) {
            return least.inclusive() ? least.value() + " or greater" : "greater than " + least.value();
        } else if (constraint instanceof DecimalMax most) {
            return most.inclusive() ? most.value() + " or less" : "less than " + most.value();
        } else if (constraint instanceof Finite) {
            return "a finite number";
        } else if (constraint instanceof NotEmpty) {
            return "filled";
        } else if (constraint instanceof Pattern pattern) {
            return "of the form " + quote(pattern.regexp());
        }
        return "valid by @" + constraint.annotationType().getSimpleName();
    }

    /** Y011 for a uniform distribution. */
    public static Diagnostic boundsSwapped(String path, double low, double high) {
        return notGreater(path, "low", low, high).note("numbers are drawn between the two");
    }

    /** Y011 for bounds for outliers. */
    public static Diagnostic clipSwapped(String path, double lower, double upper) {
        return notGreater(path, "lower", lower, upper)
                .note("numbers beyond the two are set to them, and none would be left between");
    }

    private static Diagnostic notGreater(String path, String lowName, double low, double high) {
        return Diagnostic.error(
                "Y011",
                path,
                quote(path) + " is " + number(high) + ", but must be greater than " + quote(lowName) + ", "
                        + number(low));
    }

    /** Y011 for a schedule that raises the rate. */
    public static Diagnostic minimumAboveRate(String path, double minimum, String ratePath, double rate) {
        return Diagnostic.error(
                        "Y011",
                        path,
                        quote(path) + " is " + number(minimum) + ", but must not be greater than the learning rate, "
                                + number(rate))
                .related(Related.at(ratePath, "the rate it starts from"))
                .note("the schedule lowers the rate to this minimum at the end of training");
    }

    /** Y011 for an explicit number. */
    public static Diagnostic notFinite(String path, double value) {
        return Diagnostic.error("Y011", path, quote(path) + " contains " + value + ", but must be finite numbers")
                .note("arithmetic with an infinite or undefined number gives no usable result");
    }

    /** Y012. */
    public static Diagnostic splitSum(String path, double sum, List<Related> parts) {
        Diagnostic finding = Diagnostic.error(
                        "Y012", path, "the shares of the split sum to " + number(sum) + ", but must sum to 1")
                .label("sums to " + number(sum))
                .withRelated(parts)
                .note("every item is used for one of training, validation and test");
        return sum == 100 ? finding.help("write shares of 1 instead of percent: 0.7 for 70 %") : finding;
    }

    /** Y004 for a code to be left out that does not exist. */
    public static Diagnostic unknownCode(String path, String code, Collection<String> codes) {
        Diagnostic finding = Diagnostic.error("Y004", path, quote(code) + " is not the code of a finding");
        return Similar.to(code, codes)
                .map(near -> finding.label("a code with a similar name: " + quote(near)))
                .orElse(finding)
                .help("write a code as it is shown in brackets, for example `I204: ignore`");
    }

    /** Y007 for a code that may not be left out. */
    public static Diagnostic notIgnorable(String path, String code) {
        return Diagnostic.error("Y007", path, quote(code) + " cannot be left out")
                .label("an error that training cannot survive")
                .note("warnings, notes and the errors " + String.join(", ", Catalogue.ignorableErrors())
                        + " can be left out")
                .help("remove this line and correct the mistake");
    }
}
