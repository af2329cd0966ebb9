package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortCallTest {

  /** What a port is like. */
  public interface Port {

    /** The classes whose methods are on the stack. */
    default List<String> stack() {
      return StackWalker.getInstance(StackWalker.Option.SHOW_REFLECT_FRAMES)
          .walk(frames -> frames.map(StackWalker.StackFrame::getClassName).toList());
    }

    default String joined(String one, int two) {
      return one + two;
    }

    default void refuse() {
      throw new CloudFailure(CloudFailure.Kind.BUSY, "Busy", "later", "");
    }
  }

  private final Port port = new Port() {};

  private static Method method(String name) {
    return Arrays.stream(Port.class.getMethods())
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void argumentsAndAnswersPass() {
    assertThat(PortCall.of(port, method("joined"), "a", 1)).isEqualTo("a1");
  }

  @Test
  void whatIsThrownIsThrownOnAsItIs() {
    assertThatThrownBy(() -> PortCall.of(port, method("refuse")))
        .isInstanceOf(CloudFailure.class)
        .hasNoCause();
  }

  @Test
  void noReflectionIsOnTheStackThatCouldHoldAVirtualThreadFast() throws Exception {
    List<?> stack = (List<?>) PortCall.of(port, method("stack"));
    List<?> reflected = (List<?>) method("stack").invoke(port);
    assertThat(reflected).anyMatch(frame -> frame.toString().startsWith("java.lang.reflect."));
    int own = stack.indexOf(PortCall.class.getName());
    assertThat(own).isPositive();
    assertThat(stack.subList(0, own)).noneMatch(frame -> frame.toString().contains(".reflect."));
  }
}
