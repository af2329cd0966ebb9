package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.Server;
import java.util.function.Consumer;

/**
 * Where the Data encryption page leads.
 *
 * @param restore the wizard that restores the server, where the mode may be chosen anew
 * @param recover the page on which a lost server comes back
 */
public record Elsewhere(Consumer<Server> restore, Runnable recover) {}
