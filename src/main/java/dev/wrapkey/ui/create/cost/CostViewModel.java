package dev.wrapkey.ui.create.cost;

import dev.wrapkey.catalog.Choices;
import dev.wrapkey.catalog.Estimate;
import dev.wrapkey.catalog.PriceList;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.view.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;

/** What the card says of a configuration, in the rows of the portal's. */
public final class CostViewModel {

  /**
   * A row of the card.
   *
   * @param id names it
   * @param title its head
   * @param amount for a month, empty for none
   * @param detail what it is for
   * @param arithmetic how the amount comes about, empty where there is nothing to reckon
   * @param remark what the amount leaves out or is scaled from, empty for nothing
   */
  record Row(
      String id, String title, String amount, String detail, String arithmetic, String remark) {}

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Texts.locale());

  private final ObservableValue<Plan.Configuration> configuration;
  private final ObjectProperty<PriceList> prices;
  private final ObservableValue<List<Row>> rows;
  private final ObservableValue<String> total;
  private final ObservableValue<String> summary;
  private final ObservableValue<String> note;

  /**
   * @param configuration what is paid for
   * @param prices in the person's currency; may be shared with other cards
   */
  public CostViewModel(
      ObservableValue<Plan.Configuration> configuration, ObjectProperty<PriceList> prices) {
    this.configuration = configuration;
    this.prices = prices;
    rows = Bindings.createObjectBinding(this::rows, configuration, prices);
    total = Bindings.createStringBinding(() -> month(estimate().total()), configuration, prices);
    summary =
        Bindings.createStringBinding(
            () -> Texts.text("cost.summary", month(estimate().total())), configuration, prices);
    note = prices.map(CostViewModel::note);
  }

  /** The list of the person's own currency, or else the usual one. */
  public static PriceList usual(Locale locale) {
    return locale.getCountry().isEmpty()
        ? PriceList.all().getFirst()
        : PriceList.of(java.util.Currency.getInstance(locale).getCurrencyCode());
  }

  private static String note(PriceList list) {
    return Texts.text("cost.note", list.currency(), list.asOf().format(MONTH), list.region());
  }

  private Estimate estimate() {
    return Estimate.of(configuration.getValue(), prices.get());
  }

  private List<Row> rows() {
    Estimate estimate = estimate();
    List<Row> all = new ArrayList<>();
    all.add(compute(estimate));
    all.add(storage(estimate));
    estimate.standby().ifPresent(amount -> all.add(standby(amount)));
    all.add(
        new Row(
            "bandwidth",
            Texts.text("cost.bandwidth"),
            "",
            Texts.text("cost.bandwidth.text"),
            "",
            ""));
    return all;
  }

  private Row compute(Estimate estimate) {
    Plan.Compute size = configuration.getValue().compute();
    Optional<String> each = estimate.perVCore().map(CostViewModel::money);
    return new Row(
        "compute",
        Texts.text("cost.compute"),
        month(estimate.compute().amount()),
        each.map(
                price ->
                    Texts.text("cost.compute.detail", size.sku(), size.vCores(), currency(), price))
            .orElseGet(() -> Texts.text("cost.compute.whole", size.sku(), size.vCores())),
        each.map(price -> Texts.text("cost.times", size.vCores(), price))
            .orElseGet(() -> money(estimate.compute().amount())),
        scaled(estimate.compute()));
  }

  private Row storage(Estimate estimate) {
    Plan.Storage disk = configuration.getValue().storage();
    String gib = String.valueOf(disk.sizeGib());
    String price = money(prices.get().storagePerGib());
    return new Row(
        "storage",
        Texts.text("cost.storage"),
        month(estimate.storage().amount()),
        Texts.text("cost.storage.detail", gib, currency(), price),
        Texts.text("cost.times", gib, price),
        scaled(estimate.storage()) + leftOut(disk));
  }

  private static String leftOut(Plan.Storage disk) {
    if (disk.isPremiumV2()) {
      return " " + Texts.text("cost.v2");
    }
    boolean raised =
        Choices.anywhere()
            .diskOf(disk.sizeGib())
            .filter(own -> own.iops() < disk.iops())
            .isPresent();
    return raised ? Texts.text("cost.tier") : "";
  }

  private Row standby(BigDecimal amount) {
    String mode = configuration.getValue().highAvailability().mode().word();
    return new Row(
        "availability",
        Texts.text("cost.availability"),
        month(amount),
        Texts.text("cost.availability." + mode),
        "",
        "");
  }

  private static String scaled(PriceList.Price price) {
    return price.published() ? "" : Texts.text("cost.scaled");
  }

  private String month(BigDecimal amount) {
    return Texts.text("cost.month", currency(), money(amount));
  }

  private static String money(BigDecimal amount) {
    NumberFormat money = NumberFormat.getNumberInstance(Texts.locale());
    money.setRoundingMode(RoundingMode.HALF_UP);
    money.setMinimumFractionDigits(2);
    money.setMaximumFractionDigits(2);
    money.setGroupingUsed(false);
    return money.format(amount);
  }

  private String currency() {
    return prices.get().currency();
  }

  ObservableValue<List<Row>> rowsProperty() {
    return rows;
  }

  ObservableValue<String> totalProperty() {
    return total;
  }

  /** The total in one line, for where the card is folded. */
  public ObservableValue<String> summaryProperty() {
    return summary;
  }

  ObservableValue<String> noteProperty() {
    return note;
  }

  ObjectProperty<PriceList> pricesProperty() {
    return prices;
  }
}
