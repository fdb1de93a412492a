/** What the operator reads: lines of text or JSON on standard error, without secrets. */
package org.parkland.log;
