package dev.wrapkey.crash;

import java.io.IOException;
import java.util.random.RandomGenerator;

/** A resource group that stays and changes its tag, and one that comes and goes. */
final class Groups implements Worker {

  private static final String VERSION = "2022-09-01";
  private static final String NONE = "none";

  private final String name;
  private final Register tag;
  private final Register presence;
  private volatile int acknowledged;

  Groups(String name) {
    this.name = name;
    this.tag = new Register(name, NONE);
    this.presence = new Register(name + "-x", NONE);
  }

  private static String path(String group) {
    return "/resourcegroups/" + group;
  }

  @Override
  public void work(Wire wire, RandomGenerator random) throws IOException {
    if (random.nextInt(3) > 0) {
      String value = "t" + acknowledged;
      tag.become(value, () -> wire.manage("PUT", path(name), VERSION, body(value)));
    } else if (presence.value().equals(NONE)) {
      presence.become("here", () -> wire.manage("PUT", path(name + "-x"), VERSION, body("here")));
    } else {
      presence.become(NONE, () -> wire.manage("DELETE", path(name + "-x"), VERSION, ""));
    }
    acknowledged = acknowledged + 1;
  }

  private static String body(String tag) {
    return "{\"location\":\"eastus\",\"tags\":{\"value\":\"" + tag + "\"}}";
  }

  @Override
  public void verify(Wire wire) throws IOException {
    tag.found(tagOf(wire, name));
    presence.found(tagOf(wire, name + "-x"));
  }

  private static String tagOf(Wire wire, String group) throws IOException {
    Wire.Answer answer = wire.manage("GET", path(group), VERSION, "");
    return answer.status() == 404 ? NONE : answer.json().at("/tags/value").asText();
  }

  @Override
  public int acknowledged() {
    return acknowledged;
  }
}
