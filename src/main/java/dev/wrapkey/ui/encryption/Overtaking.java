package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.EncryptionEdit;
import java.util.List;

/**
 * Somebody else has changed the server while it was edited here.
 *
 * @param now what the server has
 * @param differences the three values of each field on which not all agree
 */
record Overtaking(Present now, List<EncryptionEdit.Difference> differences) {}
