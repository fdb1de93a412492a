/**
 * Hands out what Parkland holds as files: a {@link org.parkland.export.Content} is a table with or without shapes, a
 * {@link org.parkland.export.FileFormat} a kind of file, and {@link org.parkland.export.Exporter} writes one as the
 * other, row by row. {@link org.parkland.export.Exports} knows the layers and lists of a database by name; a scenario
 * only has to be a content to go out like them.
 */
package org.parkland.export;
