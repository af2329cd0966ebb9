package dev.wrapkey.ui.create.networking;

import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.form.FormPane;
import dev.wrapkey.ui.form.PaneForm;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import javafx.scene.Node;

/** The forms of the Networking tab that slide in, each with its words. */
final class FormPanes {

  private FormPanes() {}

  static void network(Node from, SubnetViewModel form) {
    slide(
        from,
        Texts.text("networking.newnetwork.title"),
        Texts.text("networking.newnetwork.submit"),
        "network-create",
        Views.load("newsubnet", new SubnetView(form)),
        form);
  }

  static void subnet(Node from, SubnetViewModel form) {
    slide(
        from,
        Texts.text("networking.newsubnet.title"),
        Texts.text("networking.newsubnet.submit"),
        "subnet-create",
        Views.load("newsubnet", new SubnetView(form)),
        form);
  }

  static void zone(Node from, ZoneViewModel form) {
    slide(
        from,
        Texts.text("networking.newzone.title"),
        Texts.text("networking.newzone.submit"),
        "zone-create",
        Views.load("newzone", new ZoneView(form)),
        form);
  }

  static void endpoint(Node from, EndpointViewModel form) {
    slide(
        from,
        Texts.text("networking.endpoint.title"),
        Texts.text("networking.endpoint.submit"),
        "endpoint-add",
        Views.load("newendpoint", new EndpointView(form)),
        form);
  }

  private static void slide(
      Node from, String title, String action, String actionId, Node body, PaneForm form) {
    PaneHost.around(from)
        .ifPresent(host -> FormPane.open(host, title, action, actionId, body, form));
  }
}
