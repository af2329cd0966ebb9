/** Tests of guided rotation, against the practice cloud. */
package dev.wrapkey.rotation;
