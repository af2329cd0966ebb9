package dev.wrapkey.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a plan can be written as. */
public enum Format {
  /** A template of Azure Resource Manager with its parameters. */
  ARM,
  /** Bicep with its parameters. */
  BICEP,
  /** Scripts of azure-cli commands, for bash and for PowerShell. */
  CLI,
  /** A Terraform configuration for the provider azurerm. */
  TERRAFORM;

  /** The word at the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a word, without regard to letter case. */
  public static Optional<Format> of(String word) {
    return Arrays.stream(values()).filter(f -> f.word().equalsIgnoreCase(word)).findFirst();
  }
}
