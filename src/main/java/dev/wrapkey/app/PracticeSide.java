package dev.wrapkey.app;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.ui.practice.OtherPrograms;
import dev.wrapkey.ui.practice.PracticeSteering;

/**
 * What the practice cloud lets a person do that no real cloud does.
 *
 * @param inspector looks inside servers
 * @param programs lets other programs in
 * @param steering moves its clock and switches its faults
 */
record PracticeSide(Inspector inspector, OtherPrograms programs, PracticeSteering steering) {}
