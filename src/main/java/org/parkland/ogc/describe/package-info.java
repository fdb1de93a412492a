/** The description of all interfaces as OpenAPI 3.0: the open ones and, from {@code api.yaml}, our own. */
package org.parkland.ogc.describe;
