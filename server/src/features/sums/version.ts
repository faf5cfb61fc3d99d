/** Grows with every change of what is counted, or of which sums there are: they are made anew at the next start. */
export const SUMS_VERSION = 2;
