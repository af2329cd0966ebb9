package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.signin.Way;
import dev.wrapkey.simulator.PracticeCloud;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** Whatever is secret in a sign-in is in no log, no exception and no file afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInSecretsTest {

  private static final Pattern TOKEN =
      Pattern.compile("\"(?:access_token|refresh_token|id_token|device_code)\":\"([^\"]+)\"");
  // The gateway's own library: the other side of the wire, which has to read tokens.
  private static final String SERVER = "org.eclipse.jetty";
  private static final String PASSWORD = "Canary-password-0815";
  private static final String WRONG = "Canary-wrong-secret-0816";

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<String> logged = new ConcurrentLinkedQueue<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          if (!String.valueOf(entry.getLoggerName()).startsWith(SERVER)) {
            logged.add(new SimpleFormatter().format(entry));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final Logger server = Logger.getLogger(SERVER);
  private final List<Logger> vendors =
      List.of(Logger.getLogger("com.azure"), Logger.getLogger("com.microsoft"));
  private final Logger own = Logger.getLogger(SignInSecretsTest.class.getName());
  private Path folder;
  private Gatehouse gate;

  @BeforeAll
  void open(@TempDir Path temporary) throws Exception {
    folder = temporary;
    gate = new Gatehouse(temporary);
    Logger root = Logger.getLogger("");
    listener.setLevel(Level.ALL);
    root.addHandler(listener);
    server.setLevel(Level.INFO);
  }

  @AfterAll
  void close() {
    Logger.getLogger("").removeHandler(listener);
    server.setLevel(null);
    gate.close();
  }

  /** Learns every token that comes by. */
  private final class Listening implements HttpClient {

    private final HttpClient real;

    Listening(HttpClient real) {
      this.real = real;
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
      return Mono.fromCallable(() -> sendSync(request, Context.NONE));
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
      HttpResponse answer = real.sendSync(request, context).buffer();
      Matcher token = TOKEN.matcher(answer.getBodyAsBinaryData().toString());
      while (token.find()) {
        secrets.add(token.group(1));
      }
      return answer;
    }
  }

  private SignIn door() {
    return gate.signIn(Listening::new);
  }

  @Test
  void secretsPasswordsAndTokensAreInNoLogNoExceptionAndNoFile() throws Exception {
    Logger root = Logger.getLogger("");
    Level usual = root.getLevel();
    List<Throwable> thrown = new ArrayList<>();
    OwnCertificate certificate = OwnCertificate.made();
    Path file = certificate.pkcs12In(folder.resolve("own.pfx"), PASSWORD);
    secrets.addAll(List.of(gate.practice.clientSecret(), PASSWORD, WRONG));
    secrets.add(certificate.privatePem().lines().skip(3).findFirst().orElseThrow());
    root.setLevel(Level.ALL);
    List<Level> silent = new ArrayList<>();
    for (Logger vendor : vendors) {
      silent.add(vendor.getLevel());
      vendor.setLevel(Level.ALL);
      vendor.addHandler(listener);
      vendor.setUseParentHandlers(false);
    }
    own.finest("heard");
    try {
      SignedIn program = gate.signedIn(door(), gate.secret());
      program.cloud().directory().subscriptions();
      Way stranger = new Way.ClientSecret(PracticeCloud.CLIENT, new Secret(WRONG));
      thrown.add(catchThrowable(() -> gate.signedIn(door(), stranger)));
      Way unknown = certificate(file, PASSWORD);
      thrown.add(catchThrowable(() -> gate.signedIn(door(), unknown)));
      gate.practice.acceptCertificates(certificate.publicPem());
      gate.signedIn(door(), unknown).cloud().directory().subscriptions();
      thrown.add(catchThrowable(() -> gate.signedIn(door(), certificate(file, WRONG))));
      SignIn.Wish device = new SignIn.Wish(gate.place, new Way.DeviceCode(), Optional.empty());
      SignIn.Prompt yes = (code, address, expires) -> gate.practice.signIns().decide(code, true);
      SignIn.Prompt no = (code, address, expires) -> gate.practice.signIns().decide(code, false);
      SignedIn person = door().signIn(device, yes, new Cancellation());
      person.cloud().directory().subscriptions();
      thrown.add(catchThrowable(() -> door().signIn(device, no, new Cancellation())));
      person.signOut();
      thrown.add(catchThrowable(() -> person.cloud().directory().subscriptions()));
    } finally {
      root.setLevel(usual);
      for (Logger vendor : vendors) {
        vendor.setUseParentHandlers(true);
        vendor.removeHandler(listener);
        vendor.setLevel(silent.removeFirst());
      }
    }
    assertThat(thrown).doesNotContainNull();
    assertThat(secrets).as("tokens were seen").hasSizeGreaterThan(8);
    assertThat(logged).as("the finest is heard").anyMatch(each -> each.contains("heard"));
    thrown.forEach(each -> assertClean("an exception", text(each)));
    logged.forEach(each -> assertClean("a log", each));
    for (String each : files()) {
      assertClean("a file", each);
    }
  }

  private static Way certificate(Path file, String password) {
    return new Way.ClientCertificate(PracticeCloud.CLIENT, file, new Secret(password));
  }

  private void assertClean(String where, String text) {
    for (String secret : secrets) {
      assertThat(text.contains(secret)).as("a secret in %s: %s", where, hidden(text)).isFalse();
    }
  }

  private String hidden(String text) {
    String shown = text;
    for (String secret : secrets) {
      shown = shown.replace(secret, "<secret>");
    }
    return shown;
  }

  private static String text(Throwable thrown) {
    StringWriter all = new StringWriter();
    thrown.printStackTrace(new PrintWriter(all, true));
    return all.toString();
  }

  private List<String> files() throws IOException {
    if (!Files.exists(gate.accounts())) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(gate.accounts())) {
      List<String> found = new ArrayList<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        found.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
      return found;
    }
  }
}
