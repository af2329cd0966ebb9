package dev.wrapkey.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.fault.Fault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wrapkey practice fault}: lets things go wrong in a practice cloud that is served. */
@Command(
    name = "fault",
    description = "Switches a fault of a practice cloud that is served on or off.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FaultCommand implements Callable<Integer> {

  private final Practice practice;
  private final Supplier<Optional<Path>> state;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which; --list tells the names.")
  private @Nullable String name;

  @Option(names = "--list", description = "Tells what is on and what there is.")
  private boolean list;

  @Option(names = "--off", description = "Switches it off.")
  private boolean off;

  @Option(
      names = "--times",
      paramLabel = "N",
      description = "Strikes at most so often; 0 without end.")
  private @Nullable Integer times;

  @Option(
      names = "--probability",
      paramLabel = "P",
      description = "Strikes each request with this probability, 0 to 1.")
  private @Nullable Double probability;

  @Option(names = "--after", paramLabel = "N", description = "Lets so many requests pass first.")
  private @Nullable Integer after;

  @Option(names = "--every", paramLabel = "N", description = "Strikes each n-th request only.")
  private @Nullable Integer every;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Of Retry-After or of the delay, in the practice cloud's time.")
  private @Nullable Integer seconds;

  @Option(names = "--method", paramLabel = "M", description = "Only requests with this method.")
  private @Nullable String method;

  @Option(names = "--host", paramLabel = "GLOB", description = "Only requests to this host.")
  private @Nullable String host;

  @Option(names = "--path", paramLabel = "GLOB", description = "Only requests to this path.")
  private @Nullable String path;

  @Option(
      names = "--operation",
      paramLabel = "KIND",
      description = "Only requests of this kind, for example listing-vaults.")
  private @Nullable String operation;

  @Option(
      names = "--target",
      paramLabel = "ID",
      description = "Key, vault or identity to change, for the faults that change the world.")
  private @Nullable String target;

  /**
   * @param state reads the folder that {@code --state} names
   */
  FaultCommand(Practice practice, Supplier<Optional<Path>> state) {
    this.practice = practice;
    this.state = state;
  }

  @Override
  public Integer call() {
    ObjectNode order = order();
    String wanted = name;
    if (wanted == null) {
      if (!list || off || !order.isEmpty()) {
        throw refusal("Name a fault, or say --list.");
      }
      return practice.faults(state.get());
    }
    if (list) {
      throw refusal("--list stands alone.");
    }
    if (Fault.named(wanted).isEmpty()) {
      throw refusal(
          "There is no fault '" + wanted + "'. There are " + String.join(", ", Fault.ids()) + ".");
    }
    if (!off) {
      return practice.faultOn(state.get(), wanted, order.toString());
    }
    if (!order.isEmpty()) {
      throw refusal("--off takes no other option.");
    }
    return practice.faultOff(state.get(), wanted);
  }

  private ObjectNode order() {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    put(order, "method", method);
    put(order, "host", host);
    put(order, "path", path);
    put(order, "operation", operation);
    put(order, "target", target);
    put(order, "times", times);
    put(order, "after", after);
    put(order, "every", every);
    put(order, "seconds", seconds);
    if (probability != null) {
      order.put("probability", probability);
    }
    return order;
  }

  private static void put(ObjectNode order, String field, @Nullable String value) {
    if (value != null) {
      order.put(field, value);
    }
  }

  private static void put(ObjectNode order, String field, @Nullable Integer value) {
    if (value != null) {
      order.put(field, value);
    }
  }

  private ParameterException refusal(String words) {
    return new ParameterException(spec.commandLine(), words);
  }
}
