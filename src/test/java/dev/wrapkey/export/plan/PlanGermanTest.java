package dev.wrapkey.export.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.export.Export;
import dev.wrapkey.export.Format;
import dev.wrapkey.export.Plans;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs in a process of its own, which speaks German. */
@Tag("german")
class PlanGermanTest {

  private static final String PLAN = PlanFile.write(Plans.full("plan-pg"));

  private static String said(String text) {
    return catchThrowableOfType(PlanUnreadable.class, () -> PlanFile.read(text)).getMessage();
  }

  private static String changed(String from, String to) {
    assertThat(PLAN).contains(from);
    return said(PLAN.replace(from, to));
  }

  @Test
  void whatIsNoPlan() {
    assertThat(said("{\n  nein"))
        .startsWith("Das ist kein Plan: Es ist kein JSON (Zeile 2, Spalte ");
    assertThat(said("{}")).isEqualTo("Das ist kein Plan: „" + PlanFile.MARK + "“ fehlt.");
    assertThat(said("{\"" + PlanFile.MARK + "\": 99}"))
        .endsWith(
            "Dieser Plan hat Version 99 und stammt von einem neueren Wrapkey; dieses hier liest"
                + " Version "
                + PlanFile.VERSION
                + ".");
  }

  @Test
  void aBadPlaceIsNamedAndWhatBelongsThere() {
    assertThat(changed("\"region\" : \"eastus\"", "\"region\" : 7"))
        .isEqualTo("basics.region: Hierhin gehört ein Text in Anführungszeichen.");
    assertThat(changed("\"region\" : \"eastus\",", ""))
        .isEqualTo("basics.region: Diese Angabe fehlt.");
    assertThat(changed("\"region\" :", "\"farbe\" : \"blau\", \"region\" :"))
        .isEqualTo("basics.farbe: Diese Version von Wrapkey kennt diesen Namen nicht.");
  }

  @Test
  void whatAFormatCannotSay() {
    assertThat(Export.refusal(premium(), Format.TERRAFORM).orElseThrow())
        .startsWith("Der Terraform-Anbieter azurerm kennt SSD Premium v2 nicht.");
  }

  private static dev.wrapkey.provisioning.Plan premium() {
    try {
      return PlanFile.read(PLAN.replace("\"Premium_LRS\"", "\"PremiumV2_LRS\""));
    } catch (PlanUnreadable e) {
      throw new AssertionError(e);
    }
  }
}
