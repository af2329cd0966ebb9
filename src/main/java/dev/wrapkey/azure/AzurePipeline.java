package dev.wrapkey.azure;

import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.management.http.policy.ArmChallengeAuthenticationPolicy;
import java.time.Duration;

/** How requests to Azure Resource Manager are sent. */
final class AzurePipeline {

  /**
   * The SDK would sleep on the wall clock; {@link dev.wrapkey.provisioning.Retry} waits on ours
   * instead.
   */
  static final RetryOptions NO_RETRY = new RetryOptions(new FixedDelayOptions(0, Duration.ZERO));

  static final String USER_AGENT = "wrapkey";

  private AzurePipeline() {}

  /**
   * One pipeline for all managers, without a retry policy and without automatic registration of
   * providers.
   *
   * @param changes is told of every change
   */
  static HttpPipeline of(AzureConnection connection, NoteChanges changes) {
    return new HttpPipelineBuilder()
        .httpClient(connection.http())
        .policies(
            new EscapeAddress(),
            new UserAgentPolicy(USER_AGENT),
            SendCorrelation.toResourceManager(),
            new MarkRepetition(),
            new RequestIdPolicy(),
            new KeepErrorBody(),
            changes,
            new ArmChallengeAuthenticationPolicy(connection.credential(), connection.armScope()),
            new RenewToken())
        .build();
  }
}
