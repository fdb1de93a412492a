/** Who asks, and what they may do and see: actors, roles, accounts, tokens, and the personal fields each role sees. */
package org.parkland.access;
