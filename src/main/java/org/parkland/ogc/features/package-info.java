/** OGC API – Features: landing page, collections and items (17-069r4, 18-058r1, 19-079r2). */
package org.parkland.ogc.features;
