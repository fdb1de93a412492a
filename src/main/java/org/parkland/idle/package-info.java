/**
 * Idle and inefficient land (闲置土地、低效用地): a status for every supplied parcel on a given day, each with
 * its clause, its dates and figures, what is missing and what would change the answer; then the way from
 * nominal to usable land, its ranking, the assembly of neighbours and the match with projects.
 *
 * <p>Pure computation over delivered attributes and policies of {@code land}. Nothing here determines (认定):
 * the words are 疑似. Areas are square metres, money is 万元, days are dates in Asia/Shanghai.
 */
package org.parkland.idle;
