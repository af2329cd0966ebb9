package dev.wrapkey.cli;

/**
 * What the commands set going; each answers with the program's exit code.
 *
 * @param create carries out plans
 * @param check checks servers and plans
 * @param rotate rotates the keys of a server
 * @param recount tells what the record of changes says
 */
public record Jobs(Automation create, Checking check, Rotating rotate, Recounting recount) {}
