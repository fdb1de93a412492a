/** The command line: one class a command, and the place where the parts are put together. */
package org.parkland.cli;
