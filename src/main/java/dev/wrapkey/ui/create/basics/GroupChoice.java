package dev.wrapkey.ui.create.basics;

/**
 * A resource group to choose.
 *
 * @param name its name
 * @param isNew true if it does not exist yet
 */
record GroupChoice(String name, boolean isNew) {}
