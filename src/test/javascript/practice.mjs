// Microsoft's JavaScript SDK against the gateway of the practice cloud: a person's way from an empty resource group to a
// server under a rotated customer-managed key. Everything that is checked is read back from the cloud.
//
//   HTTPS_PROXY=http://127.0.0.1:P NODE_EXTRA_CA_CERTS=ca.pem node practice.mjs
//
// with AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET, AZURE_SUBSCRIPTION_ID of practice.env in the environment.
import assert from "node:assert/strict";
import { constants, createPublicKey, randomBytes, randomUUID, verify } from "node:crypto";
import { AuthorizationManagementClient } from "@azure/arm-authorization";
import { KeyVaultManagementClient } from "@azure/arm-keyvault";
import { ManagedServiceIdentityClient } from "@azure/arm-msi";
import { PostgreSQLManagementFlexibleServerClient } from "@azure/arm-postgresql-flexible";
import { ResourceManagementClient } from "@azure/arm-resources";
import { ClientSecretCredential } from "@azure/identity";
import { CryptographyClient, KeyClient } from "@azure/keyvault-keys";

const { AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: client, AZURE_SUBSCRIPTION_ID: subscription } = process.env;
const credential = new ClientSecretCredential(tenant, client, process.env.AZURE_CLIENT_SECRET);
const groups = new ResourceManagementClient(credential, subscription).resourceGroups;
const vaults = new KeyVaultManagementClient(credential, subscription).vaults;
const identities = new ManagedServiceIdentityClient(credential, subscription).userAssignedIdentities;
const roles = new AuthorizationManagementClient(credential, subscription).roleAssignments;
const postgres = new PostgreSQLManagementFlexibleServerClient(credential, subscription);
const servers = postgres.servers;

const suffix = randomBytes(4).toString("hex");
const group = `rg-js-${suffix}`;
const names = { policies: `kv-pol-${suffix}`, roles: `kv-rbac-${suffix}`, server: `pg-js-${suffix}` };
const location = "eastus";
const serviceEncryptionUser = "e147488a-f6f5-4113-8e2d-b22465e65bf6";

let passed = 0;
let failed = 0;
const have = {};

async function check(fact, work) {
  try {
    await work();
    passed++;
    console.log(`ok: ${fact}`);
  } catch (problem) {
    failed++;
    console.log(`FAILED: ${fact}\n${problem.stack}`);
  }
}

const base64url = (bytes) => Buffer.from(bytes).toString("base64url");

async function all(pages) {
  const found = [];
  for await (const one of pages) found.push(one);
  return found;
}

async function refused(work, status, code) {
  const problem = await work().then(
    () => assert.fail("was not refused"),
    (thrown) => thrown,
  );
  assert.equal(problem.statusCode, status, problem.message);
  assert.equal(problem.code, code);
}

const keyClient = (vault) => new KeyClient(`https://${vault}.vault.azure.net`, credential);
const scopeOf = (vault) => have[vault].id;
const principal = () =>
  credential
    .getToken("https://management.azure.com/.default")
    .then(({ token }) => JSON.parse(Buffer.from(token.split(".")[1], "base64url")).oid);
const assign = async (vault, role, principalId) =>
  roles.create(scopeOf(vault), randomUUID(), {
    roleDefinitionId: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
    principalId,
    principalType: "ServicePrincipal",
  });

await check("a wrong secret is refused", async () => {
  const wrong = new ClientSecretCredential(tenant, client, "not the secret");
  await assert.rejects(() => wrong.getToken("https://vault.azure.net/.default"), /AADSTS7000215/);
});

await check("a resource group is made", async () => {
  const made = await groups.createOrUpdate(group, { location, tags: { from: "javascript" } });
  assert.equal(made.properties.provisioningState, "Succeeded");
  assert.ok((await all(groups.list())).some((one) => one.name === group));
});

await check("an identity is made", async () => {
  have.identity = await identities.createOrUpdate(group, `id-${suffix}`, { location });
  assert.match(have.identity.principalId, /^[0-9a-f-]{36}$/);
  assert.match(have.identity.clientId, /^[0-9a-f-]{36}$/);
});

for (const [kind, rbac] of [["policies", false], ["roles", true]]) {
  await check(`a vault is made that goes by ${kind}`, async () => {
    const vault = await vaults.createOrUpdate(group, names[kind], {
      location,
      properties: {
        tenantId: tenant,
        sku: { family: "A", name: "standard" },
        enablePurgeProtection: true,
        softDeleteRetentionInDays: 7,
        enableRbacAuthorization: rbac,
        accessPolicies: rbac ? [] : [{ tenantId: tenant, objectId: await principal(), permissions: { keys: ["all"] } }],
      },
    });
    have[names[kind]] = vault;
    assert.equal(vault.properties.provisioningState, "Succeeded");
    assert.equal(vault.properties.vaultUri, `https://${names[kind]}.vault.azure.net/`);
    assert.equal(vault.properties.enablePurgeProtection, true);
    assert.equal(vault.properties.enableRbacAuthorization, rbac);
  });
}

await check("vaults are listed", async () => {
  const found = (await all(vaults.listByResourceGroup(group))).map((vault) => vault.name);
  assert.deepEqual(found.sort(), [names.policies, names.roles].sort());
});

await check("a key is made by right of a role", async () => {
  const key = await keyClient(names.roles).createRsaKey("kek", { keySize: 3072 });
  assert.equal(key.keyType, "RSA");
  assert.equal(key.key.n.length, 384);
});

await check("a key is made, and found again", async () => {
  const keys = keyClient(names.policies);
  have.first = await keys.createRsaKey("kek", { keySize: 2048, tags: { use: "servers" } });
  const read = await keys.getKey("kek");
  assert.equal(read.id, have.first.id);
  assert.equal(read.properties.tags.use, "servers");
  assert.deepEqual(Buffer.from(read.key.n), Buffer.from(have.first.key.n));
  assert.deepEqual((await all(keys.listPropertiesOfKeys())).map((one) => one.name), ["kek"]);
});

for (const algorithm of ["RSA-OAEP", "RSA-OAEP-256"]) {
  await check(`a data key goes through wrapKey and unwrapKey with ${algorithm}`, async () => {
    const crypto = new CryptographyClient(have.first.id, credential);
    const dataKey = randomBytes(32);
    const wrapped = await crypto.wrapKey(algorithm, dataKey);
    assert.equal(wrapped.result.length, 256);
    const back = await crypto.unwrapKey(algorithm, wrapped.result);
    assert.deepEqual(Buffer.from(back.result), dataKey);
    const broken = Buffer.from(wrapped.result);
    broken[7] ^= 1;
    await refused(() => crypto.unwrapKey(algorithm, broken), 400, "BadParameter");
  });
}

await check("a signature of the vault's is good", async () => {
  const crypto = new CryptographyClient(have.first.id, credential);
  const text = randomBytes(100);
  // PS256 is verified by Node here: the SDK verifies it by itself, with the wrong padding.
  for (const [algorithm, padding] of [["RS256", constants.RSA_PKCS1_PADDING], ["PS256", constants.RSA_PKCS1_PSS_PADDING]]) {
    const { result } = await crypto.signData(algorithm, text);
    const jwk = { kty: "RSA", n: base64url(have.first.key.n), e: base64url(have.first.key.e) };
    const key = { key: createPublicKey({ key: jwk, format: "jwk" }), padding, saltLength: 32 };
    assert.equal(verify("sha256", text, key, result), true, algorithm);
    text[0] ^= 1;
    assert.equal(verify("sha256", text, key, result), false, algorithm);
  }
});

const identityOf = () => ({ type: "UserAssigned", userAssignedIdentities: { [have.identity.id]: {} } });
const encryptionBy = (key) => ({
  type: "AzureKeyVault",
  primaryKeyURI: key,
  primaryUserAssignedIdentityId: have.identity.id,
});
const order = (key) => ({
  location,
  sku: { name: "Standard_D2ds_v5", tier: "GeneralPurpose" },
  storage: { storageSizeGB: 128 },
  version: "16",
  createMode: "Create",
  administratorLogin: "operator",
  administratorLoginPassword: `Pw1-${randomBytes(12).toString("hex")}`,
  identity: identityOf(),
  dataEncryption: encryptionBy(key),
});

await check("a server whose identity has no right at the key is refused", async () => {
  // The refusal comes with the operation, which the SDK's poller tells in words.
  await assert.rejects(
    () => servers.beginCreateOrUpdateAndWait(group, `${names.server}-x`, order(have.first.id)),
    /AzureKeyVaultKeyNameNotFound.*does not have Get access to the Key/,
  );
});

await check("the identity gets its rights by access policy", async () => {
  await vaults.updateAccessPolicy(group, names.policies, "add", {
    properties: {
      accessPolicies: [
        {
          tenantId: tenant,
          objectId: have.identity.principalId,
          permissions: { keys: ["get", "list", "wrapKey", "unwrapKey"] },
        },
      ],
    },
  });
  const vault = await vaults.get(group, names.policies);
  const policy = vault.properties.accessPolicies.find((one) => one.objectId === have.identity.principalId);
  assert.equal(policy.permissions.keys.length, 4);
});

await check("a server is made with the customer's key", async () => {
  await servers.beginCreateOrUpdateAndWait(group, names.server, order(have.first.id));
  const server = await servers.get(group, names.server);
  assert.equal(server.state, "Ready");
  assert.equal(server.fullyQualifiedDomainName, `${names.server}.postgres.database.azure.com`);
  assert.equal(server.dataEncryption.type, "AzureKeyVault");
  assert.equal(server.dataEncryption.primaryKeyURI, have.first.id);
  assert.equal(server.dataEncryption.primaryEncryptionKeyStatus, "Valid");
  assert.deepEqual(
    Object.keys(server.identity.userAssignedIdentities).map((id) => id.toLowerCase()),
    [have.identity.id.toLowerCase()],
  );
});

await check("the key is rotated", async () => {
  const keys = keyClient(names.policies);
  have.second = await keys.rotateKey("kek");
  assert.notEqual(have.second.id, have.first.id);
  const versions = (await all(keys.listPropertiesOfKeyVersions("kek"))).map((one) => one.id);
  assert.deepEqual(versions.sort(), [have.first.id, have.second.id].sort());
});

await check("a server pinned to a version does not follow", async () => {
  const server = await servers.get(group, names.server);
  assert.equal(server.dataEncryption.primaryKeyURI, have.first.id);
});

const patch = (change) => servers.beginUpdateAndWait(group, names.server, change);

await check("the server is updated to the new version", async () => {
  await patch({ identity: identityOf(), dataEncryption: encryptionBy(have.second.id) });
  const server = await servers.get(group, names.server);
  assert.equal(server.state, "Ready");
  assert.equal(server.dataEncryption.primaryKeyURI, have.second.id);
  assert.equal(server.dataEncryption.primaryEncryptionKeyStatus, "Valid");
});

await check("the server moves to a vault that goes by roles, once the identity has the role", async () => {
  const key = await keyClient(names.roles).getKey("kek");
  await assert.rejects(() => patch({ identity: identityOf(), dataEncryption: encryptionBy(key.id) }));
  await assign(names.roles, serviceEncryptionUser, have.identity.principalId);
  await patch({ identity: identityOf(), dataEncryption: encryptionBy(key.id) });
  const server = await servers.get(group, names.server);
  assert.equal(server.dataEncryption.primaryKeyURI, key.id);
  assert.equal(server.dataEncryption.primaryEncryptionKeyStatus, "Valid");
});

await check("servers are listed, of the group and of the subscription", async () => {
  const inGroup = await all(servers.listByResourceGroup(group));
  assert.deepEqual(inGroup.map((server) => server.name), [names.server]);
  const inSubscription = (await all(servers.listBySubscription())).map((one) => one.name);
  assert.ok(inSubscription.includes(names.server) && inSubscription.length > 1, inSubscription.join());
});

await check("a firewall rule is made and listed", async () => {
  await postgres.firewallRules.beginCreateOrUpdateAndWait(group, names.server, "office", {
    startIpAddress: "203.0.113.1",
    endIpAddress: "203.0.113.9",
  });
  const rules = await all(postgres.firewallRules.listByServer(group, names.server));
  assert.deepEqual(rules.map((rule) => `${rule.name} ${rule.endIpAddress}`), ["office 203.0.113.9"]);
});

await check("a key is deleted and recovered", async () => {
  const keys = keyClient(names.policies);
  await keys.createRsaKey("spare");
  const deleting = await keys.beginDeleteKey("spare", { intervalInMs: 50 });
  const deleted = await deleting.pollUntilDone();
  assert.equal(deleted.name, "spare");
  await refused(() => keys.getKey("spare"), 404, "KeyNotFound");
  const recovering = await keys.beginRecoverDeletedKey("spare", { intervalInMs: 50 });
  assert.equal((await recovering.pollUntilDone()).name, "spare");
});

await check("the server goes, and the group with all that is in it", async () => {
  await servers.beginDeleteAndWait(group, names.server);
  await refused(() => servers.get(group, names.server), 404, "ResourceNotFound");
  await groups.beginDeleteAndWait(group);
  assert.ok(!(await all(groups.list())).some((one) => one.name === group));
});

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
