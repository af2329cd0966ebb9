package dev.wrapkey.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A key that is made, rotated, tagged and used to wrap: every version must go on unwrapping. */
final class Keys implements Worker {

  private static final int MOST_VERSIONS = 60;
  private static final int LOOKS = 6;

  private record Wrapped(String version, String plain, String cipher) {}

  private final String url;
  private final Register tag;
  private final List<String> versions = new ArrayList<>();
  private final List<Wrapped> wrapped = new ArrayList<>();
  private int unanswered;
  private volatile int acknowledged;
  private int looked;

  Keys(String vault, String name) {
    this.url = "https://" + vault + ".vault.azure.net/keys/" + name;
    this.tag = new Register(name, "");
  }

  @Override
  public void work(Wire wire, RandomGenerator random) throws IOException {
    if (versions.isEmpty() || (random.nextInt(4) == 0 && versions.size() < MOST_VERSIONS)) {
      boolean first = versions.isEmpty();
      unanswered++;
      Wire.Answer made =
          first
              ? wire.vault("POST", url + "/create", "{\"kty\":\"RSA\",\"key_size\":2048}")
              : wire.vault("POST", url + "/rotate", "");
      unanswered--;
      versions.add(good(made).json().at("/key/kid").asText());
    } else if (random.nextInt(3) == 0) {
      String value = "t" + acknowledged;
      tag.become(
          value,
          () ->
              wire.vault("PATCH", versions.getFirst(), "{\"tags\":{\"value\":\"" + value + "\"}}"));
    } else {
      wrap(wire, random);
    }
    acknowledged = acknowledged + 1;
  }

  private void wrap(Wire wire, RandomGenerator random) throws IOException {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String plain = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    String version = versions.get(random.nextInt(versions.size()));
    String cipher = use(wire, version, "wrapkey", plain);
    wrapped.add(new Wrapped(version, plain, cipher));
  }

  private static String use(Wire wire, String version, String operation, String value)
      throws IOException {
    String body = "{\"alg\":\"RSA-OAEP-256\",\"value\":\"" + value + "\"}";
    return good(wire.vault("POST", version + "/" + operation, body)).json().path("value").asText();
  }

  private static Wire.Answer good(Wire.Answer answer) {
    if (!answer.good()) {
      throw new AssertionError("a key was refused: " + answer);
    }
    return answer;
  }

  @Override
  public void verify(Wire wire) throws IOException {
    if (versions.isEmpty()) {
      return;
    }
    Set<String> there = new HashSet<>();
    String page = url + "/versions";
    while (!page.isEmpty()) {
      JsonNode listed = good(wire.vault("GET", page, "")).json();
      listed.path("value").forEach(one -> there.add(one.path("kid").asText()));
      page = listed.path("nextLink").asText("");
    }
    if (!there.containsAll(versions) || there.size() > versions.size() + unanswered) {
      throw new AssertionError("versions " + there + ", acknowledged " + versions);
    }
    Wire.Answer first = good(wire.vault("GET", versions.getFirst(), ""));
    tag.found(first.json().at("/tags/value").asText());
    for (int i = 0; i < Math.min(LOOKS, wrapped.size()); i++) {
      unwrap(wire, wrapped.get(looked++ % wrapped.size()));
    }
  }

  /** Unwraps everything that was ever wrapped. */
  void verifyAll(Wire wire) throws IOException {
    for (Wrapped one : wrapped) {
      unwrap(wire, one);
    }
  }

  private static void unwrap(Wire wire, Wrapped one) throws IOException {
    if (!use(wire, one.version(), "unwrapkey", one.cipher()).equals(one.plain())) {
      throw new AssertionError(one.version() + " unwraps to something else");
    }
  }

  @Override
  public int acknowledged() {
    return acknowledged;
  }
}
