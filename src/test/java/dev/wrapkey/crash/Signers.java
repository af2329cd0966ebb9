package dev.wrapkey.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Elliptic-curve keys, quick to make: each new version signs, and its signature stays good. */
final class Signers implements Worker {

  private static final String DIGEST = "A".repeat(43);
  private static final int MOST_VERSIONS = 120;
  private static final int LOOKS = 4;

  private record Signed(String version, String signature) {}

  private final String vault;
  private final String name;
  private final List<Signed> signed = new ArrayList<>();
  private final List<String> versions = new ArrayList<>();
  private volatile int acknowledged;
  private int looked;

  Signers(String vault, String name) {
    this.vault = "https://" + vault + ".vault.azure.net/keys/";
    this.name = name;
  }

  @Override
  public void work(Wire wire, RandomGenerator random) throws IOException {
    if (versions.size() <= signed.size() && versions.size() < MOST_VERSIONS) {
      String body = "{\"kty\":\"EC\",\"crv\":\"P-256\"}";
      Wire.Answer made = good(wire.vault("POST", vault + name + "/create", body));
      versions.add(made.json().at("/key/kid").asText());
    } else {
      String version = versions.get(random.nextInt(versions.size()));
      String body = "{\"alg\":\"ES256\",\"value\":\"" + DIGEST + "\"}";
      Wire.Answer made = good(wire.vault("POST", version + "/sign", body));
      signed.add(new Signed(version, made.json().path("value").asText()));
    }
    acknowledged = acknowledged + 1;
  }

  private static Wire.Answer good(Wire.Answer answer) {
    if (!answer.good()) {
      throw new AssertionError("a signing key was refused: " + answer);
    }
    return answer;
  }

  @Override
  public void verify(Wire wire) throws IOException {
    if (!versions.isEmpty()) {
      good(wire.vault("GET", versions.getLast(), ""));
    }
    for (int i = 0; i < Math.min(LOOKS, signed.size()); i++) {
      Signed one = signed.get(looked++ % signed.size());
      String body =
          "{\"alg\":\"ES256\",\"digest\":\"%s\",\"value\":\"%s\"}"
              .formatted(DIGEST, one.signature());
      Wire.Answer answer = good(wire.vault("POST", one.version() + "/verify", body));
      if (!answer.json().path("value").asBoolean()) {
        throw new AssertionError(one.version() + " does not know its signature");
      }
    }
  }

  @Override
  public int acknowledged() {
    return acknowledged;
  }
}
