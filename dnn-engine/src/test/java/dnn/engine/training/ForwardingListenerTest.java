package dnn.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardingListenerTest {
    private static final class Plain extends ForwardingListener {
        Plain(TrainingListener listener) {
            super(listener);
        }
    }

    /** A call that is added to the interface cannot be forgotten. */
    @Test
    void everyCallArrives() throws ReflectiveOperationException {
        List<String> arrived = new ArrayList<>();
        TrainingListener told = (TrainingListener) Proxy.newProxyInstance(
                TrainingListener.class.getClassLoader(),
                new Class<?>[] {TrainingListener.class},
                (proxy, call, with) -> {
                    arrived.add(call.getName());
                    return null;
                });
        List<Method> calls = Arrays.stream(TrainingListener.class.getMethods())
                .filter(call -> !Modifier.isStatic(call.getModifiers()))
                .toList();
        for (Method call : calls) {
            Object[] nothing = Arrays.stream(call.getParameterTypes())
                    .map(type -> type == int.class ? 0 : null)
                    .toArray();
            call.invoke(new Plain(told), nothing);
        }
        assertThat(arrived)
                .hasSizeGreaterThan(6)
                .containsExactlyElementsOf(calls.stream().map(Method::getName).toList());
    }
}
