/** Names of logs: one per deployment and calendar year (UTC). */

/** The year whose log takes what happens at an instant, in milliseconds. */
export const logYear = (atMs: number): number => new Date(atMs).getUTCFullYear();

/** `<host>/log/<year>`; `baseUrl` is the public origin without a trailing slash. */
export const logOrigin = (baseUrl: string, year: number): string => `${new URL(baseUrl).host}/log/${year}`;

/** Where the log's files are served. */
export const logUrl = (baseUrl: string, year: number): string => `${baseUrl}/log/${year}`;
