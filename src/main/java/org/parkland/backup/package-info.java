/**
 * Backups: a copy of a database at one moment with a manifest that says what it holds, checked after it was written and
 * before it is restored. Nothing that exists is ever overwritten.
 */
package org.parkland.backup;
