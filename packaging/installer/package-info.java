/** Makes the packages of Wrapkey, on the system that they are for: docs/packaging.md. */
package installer;
