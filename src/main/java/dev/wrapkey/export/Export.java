package dev.wrapkey.export;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import java.util.List;
import java.util.Optional;

/** Writes plans for other programs. What they make is the server that the plan makes. */
public final class Export {

  /**
   * The environment variable that scripts, Bicep parameters and this program take a password from.
   */
  public static final String PASSWORD_VARIABLE = "WRAPKEY_ADMIN_PASSWORD";

  private Export() {}

  /**
   * The files of a plan in one format, the one to begin with first.
   *
   * @throws IllegalArgumentException if the format cannot say it; see {@link #refusal}
   */
  public static List<Exported> of(Plan plan, Format format) {
    refusal(plan, format)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    return switch (format) {
      case ARM -> ArmTemplate.of(plan);
      case BICEP -> Bicep.of(plan);
      case CLI -> Script.of(plan);
      case TERRAFORM -> Terraform.of(plan);
    };
  }

  /** What the template of a plan is given, in the order of its parameters. */
  public static List<Input> inputs(Plan plan) {
    return Blueprint.of(plan).parameters().stream().map(Input::of).toList();
  }

  /** Why a format cannot say all that is in a plan; empty if it can. */
  public static Optional<String> refusal(Plan plan, Format format) {
    if (format != Format.CLI && plan.origin().filter(Origin::isLatest).isPresent()) {
      return Optional.of(Phrases.say("export.moment"));
    }
    boolean premiumV2 = plan.configuration().storage().isPremiumV2();
    return format == Format.TERRAFORM && premiumV2
        ? Optional.of(Phrases.say("export.premium"))
        : Optional.empty();
  }
}
