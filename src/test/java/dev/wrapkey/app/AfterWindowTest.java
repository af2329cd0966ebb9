package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Directory;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfterWindowTest {

  private final List<String> done = new ArrayList<>();

  @Test
  void workWaitsForTheWindowAndKeepsItsOrder() {
    AfterWindow work = new AfterWindow(Runnable::run);
    work.execute(() -> done.add("one"));
    work.execute(() -> done.add("two"));
    assertThat(done).isEmpty();
    work.open();
    work.execute(() -> done.add("three"));
    work.open();
    assertThat(done).containsExactly("one", "two", "three");
  }

  @Test
  void aCloudIsMadeOnceWhenItIsAskedForSomething() {
    Directory directory = proxy(Directory.class);
    Cloud cloud =
        LateCloud.of(
            () -> {
              done.add("made");
              return (Cloud)
                  Proxy.newProxyInstance(
                      Cloud.class.getClassLoader(),
                      new Class<?>[] {Cloud.class},
                      (proxy, method, arguments) -> {
                        if (method.getName().equals("servers")) {
                          throw new CloudFailure(CloudFailure.Kind.SERVICE, "x", "y", "");
                        }
                        return directory;
                      });
            });
    assertThat(done).isEmpty();
    assertThat(cloud.directory()).isSameAs(directory);
    assertThat(cloud.directory()).isSameAs(directory);
    assertThat(done).containsExactly("made");
    assertThat(org.assertj.core.api.Assertions.catchThrowable(cloud::servers))
        .isInstanceOf(CloudFailure.class);
  }

  private static <T> T proxy(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> null));
  }
}
