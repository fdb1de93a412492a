/**
 * What stands between the sockets and the routes: limits on size, time and number, waiting rooms for heavy and light
 * work, the line each request leaves in the log, and metrics. Knows no route's meaning, only its path.
 */
package org.parkland.web.edge;
