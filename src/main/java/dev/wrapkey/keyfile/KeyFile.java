package dev.wrapkey.keyfile;

/**
 * What a key file held: a private key that this program can read, or a sealed blob that only a key
 * store can.
 */
public sealed interface KeyFile permits RsaMaterial, TransferBlob, KeyBackup {}
