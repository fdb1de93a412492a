/**
 * The audit: entries that say who did what to which object, when and from where, chained by SHA-256 so that a changed,
 * missing or inserted entry shows. Pure: where entries are kept is the store's affair.
 */
package org.parkland.audit;
