package dev.wrapkey.rules;

/** Whose rules they are: which product, as documented when. */
public enum Profile {
  /** Flexible server, as documented since 2024. */
  CURRENT,
  /** Flexible server, as documented in January 2023 and in the preview before. */
  JANUARY_2023,
  /** Azure Cosmos DB for PostgreSQL. */
  COSMOS_DB,
  /** Azure Database for PostgreSQL single server, retired on 28 March 2025. */
  SINGLE_SERVER
}
