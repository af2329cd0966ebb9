package dev.wrapkey.export;

import java.util.List;
import java.util.stream.Collectors;

/** How a shell writes texts, and asks for the password. */
enum Shell {
  BASH("create-server.sh", " \\\n  ") {
    @Override
    String quoted(String text) {
      return "'" + text.replace("'", "'\\''") + "'";
    }

    @Override
    String beginning() {
      return "#!/usr/bin/env bash\n" + ABOUT + "set -euo pipefail\n";
    }

    // printf is part of the shell: the password is in no list of processes.
    @Override
    String password() {
      return """

      if [ -z "${%1$s:-}" ]; then
        read -rsp 'Password of the administrator: ' %1$s
        echo
      fi
      """
          .formatted(Export.PASSWORD_VARIABLE);
    }

    @Override
    String piped(String command) {
      return "printf '%s' \"$" + Export.PASSWORD_VARIABLE + "\" |\n" + command;
    }

    @Override
    String checked(String command) {
      return command;
    }
  },

  POWERSHELL("create-server.ps1", " `\n  ") {
    // PowerShell takes typographic quotes for quotes; each is doubled.
    @Override
    String quoted(String text) {
      return "'" + text.replaceAll("(['\u2018\u2019\u201a\u201b])", "$1$1") + "'";
    }

    @Override
    String beginning() {
      return "#Requires -Version 7.3\n"
          + ABOUT
          + "$ErrorActionPreference = 'Stop'\n"
          + "$OutputEncoding = [System.Text.UTF8Encoding]::new($false)\n";
    }

    @Override
    String password() {
      return """

      $password = $env:%1$s
      if (-not $password) {
        $secret = Read-Host -Prompt 'Password of the administrator' -AsSecureString
        $password = ConvertFrom-SecureString -SecureString $secret -AsPlainText
      }
      """
          .formatted(Export.PASSWORD_VARIABLE);
    }

    @Override
    String piped(String command) {
      return "$password | " + command;
    }

    @Override
    String checked(String command) {
      return command + "\nif ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }";
    }
  };

  private static final String ABOUT =
      """
      # Creates an Azure Database for PostgreSQL flexible server with azure-cli.
      # Sign in with az login before. Which version of azure-cli knows which option: docs/automation.md of Wrapkey.
      # The password of the administrator comes from the environment variable %s
      # or is asked for; it is handed to az through a pipe.
      """
          .formatted(Export.PASSWORD_VARIABLE);

  private final String file;
  private final String nextLine;

  Shell(String file, String nextLine) {
    this.file = file;
    this.nextLine = nextLine;
  }

  String file() {
    return file;
  }

  abstract String quoted(String text);

  abstract String beginning();

  abstract String password();

  /** The command with the password as its standard input. */
  abstract String piped(String command);

  /** The command, ending the script if it fails. */
  abstract String checked(String command);

  String written(Script.Command command) {
    String options =
        command.options().stream().map(this::written).collect(Collectors.joining(nextLine));
    String az = "az " + command.words() + nextLine + options;
    return checked(command.takesPassword() ? piped(az) : az);
  }

  private String written(Script.Option option) {
    List<String> values = option.values();
    return option.name() + values.stream().map(v -> " " + quoted(v)).collect(Collectors.joining());
  }
}
