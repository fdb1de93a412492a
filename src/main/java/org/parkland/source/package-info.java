/**
 * Reads files, one reader per format. A reader yields rows as they were delivered and has no opinion about
 * what they mean; what it cannot read it refuses with file, row and remedy ({@link org.parkland.BadInput}).
 */
package org.parkland.source;
