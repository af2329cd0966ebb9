package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.Server;
import java.util.function.Consumer;

/**
 * Where the Data encryption page leads.
 *
 * @param creation opens the pane that makes identities
 * @param restore opens the wizard that restores the server, where the mode may be chosen anew
 */
public record Ways(IdentityCreation creation, Consumer<Server> restore) {}
