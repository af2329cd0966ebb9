package dev.wrapkey.provisioning;

/**
 * What the service handed over when it accepted a long-running operation: enough to ask after the
 * operation from another run of the program. No credential is in it; asking needs a token.
 *
 * @param correlationId what support asks for; empty if the service gave none
 * @param url where to ask after it ({@code Azure-AsyncOperation} or {@code Location}: wire notes,
 *     Azure Resource Manager, asynchronous operations); empty if it had ended with its first answer
 * @param statusInBody whether the answer there tells the status in its body, or by its HTTP status
 */
public record Receipt(String correlationId, String url, boolean statusInBody) {}
