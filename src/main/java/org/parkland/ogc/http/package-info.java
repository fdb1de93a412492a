/** Request and response of the open interfaces, without a web server. */
package org.parkland.ogc.http;
