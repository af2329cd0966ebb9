package dev.wrapkey.ui.practice;

import java.nio.file.Path;
import java.util.List;

/**
 * The commands that turn a shell to the practice cloud.
 *
 * @param name of the shell
 * @param lines to be pasted into it
 */
record Recipe(String name, String lines) {

  private static final String SIGN_IN =
      "az login --service-principal -u %s -p %s --tenant %s\naz account set -s %s\n";

  static List<Recipe> of(PracticeGateway.Access access) {
    return List.of(new Recipe("bash, zsh", posix(access)), new Recipe("PowerShell", shell(access)));
  }

  private static String posix(PracticeGateway.Access access) {
    String certificate = posix(access.certificate());
    return "set -a; . %s; set +a\n".formatted(posix(access.signIn()))
        + "export HTTPS_PROXY=%s\n".formatted(access.address())
        + "export REQUESTS_CA_BUNDLE=%s\nexport NODE_EXTRA_CA_CERTS=%s\n"
            .formatted(certificate, certificate)
        + "export AZURE_CONFIG_DIR=\"$(mktemp -d)\"\n"
        + SIGN_IN.formatted(
            "\"$AZURE_CLIENT_ID\"",
            "\"$AZURE_CLIENT_SECRET\"",
            "\"$AZURE_TENANT_ID\"",
            "\"$AZURE_SUBSCRIPTION_ID\"")
        + "az postgres flexible-server list -o table\n";
  }

  private static String shell(PracticeGateway.Access access) {
    String certificate = shell(access.certificate());
    return "Get-Content %s | ForEach-Object {".formatted(shell(access.signIn()))
        + " $n, $v = $_ -split '=', 2; Set-Item \"env:$n\" $v }\n"
        + "$env:HTTPS_PROXY = '%s'\n".formatted(access.address())
        + "$env:REQUESTS_CA_BUNDLE = %s\n$env:NODE_EXTRA_CA_CERTS = %s\n"
            .formatted(certificate, certificate)
        + "$env:AZURE_CONFIG_DIR = Join-Path ([IO.Path]::GetTempPath()) 'wrapkey-practice-az'\n"
        + SIGN_IN.formatted(
            "$env:AZURE_CLIENT_ID",
            "$env:AZURE_CLIENT_SECRET",
            "$env:AZURE_TENANT_ID",
            "$env:AZURE_SUBSCRIPTION_ID")
        + "az postgres flexible-server list -o table\n";
  }

  private static String posix(Path file) {
    return "'" + file.toString().replace("'", "'\\''") + "'";
  }

  private static String shell(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }
}
