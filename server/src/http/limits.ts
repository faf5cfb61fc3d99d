/** What one connection may send and how long it may take; docs/limits.md lists all limits that there are. */

export const MAX_BODY_BYTES = 1_048_576;
export const MAX_HEADER_BYTES = 16_384;
/** A request whose head has not come by then is given up, so that slow ones do not take all connections. */
export const HEAD_SECONDS = 20;
/** One that has not come whole by then is given up; a large file on a slow line takes minutes. */
export const REQUEST_SECONDS = 600;
/** A connection on which nothing moves is closed. */
export const IDLE_SECONDS = 60;
export const MAX_CONNECTIONS = 2_000;
/** A query that has not been answered by then is given up. */
export const EXECUTION_SECONDS = 20;
/** In which the requests of a user are counted. */
export const RATE_SECONDS = 60;
