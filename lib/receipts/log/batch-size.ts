/** How much is logged at once. */

/** Entries of one batch: 120 KB of the 400 KB that an item may have. */
export const MOST_ENTRIES = 1000;
