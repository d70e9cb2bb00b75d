/** How an HTTP system is asked: declarative requests, the validated settings its connector reads. */

/** How requests authenticate; the secret holds the token, or `{"token"}`, `{"user", "password"}`, each with an optional `"url"`. */
export type HttpAuth = 'bearer' | 'basic' | { header: string };

/** JSON with placeholders in its texts. */
export type Template = string | number | boolean | null | Template[] | { [key: string]: Template };

/**
 * One request. Placeholders: `{identifier.email}` (the request is made once per value), `{identifiers.email}` (a body's
 * whole text: the list of all values), `{row.id}` (erase only: once per row of `export`), `{callbackUrl}` (later only).
 */
export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  body?: Template;
  /** Statuses that mean success; 200 if left out, for erase and later also 201, 202 and 204. */
  expect?: number[];
  /** Statuses that mean "nothing is held", e.g. 404. Not assumed: a wrong path answers 404 too. */
  absent?: number[];
}

/** A request that counts: `count` is the path to a number or to a list. */
export interface HttpCount extends HttpRequest {
  count: string;
}

/** How the next page is asked for: a cursor from the answer, or a page number until a page is empty. */
export type HttpPaging = { query: string; next: string } | { query: string; first: number };

/** A request that lists rows: `rows` is the path to the list (or to one object). */
export interface HttpList extends HttpRequest {
  rows: string;
  paging?: HttpPaging;
}

/** A request that erases; `erased` is the path to a number or a list. Without it the rows are counted before and after. */
export interface HttpErase extends HttpRequest {
  erased?: string;
}

export interface HttpDatasetRequests {
  /** Counts without listing; if left out, `export` is used. */
  find?: HttpCount;
  export: HttpList;
  /** If left out, the system's `erase` covers the dataset. With `{row.id}` it is sent once per row to be erased. */
  erase?: HttpErase;
  /** Counts what should be gone and is still there; if left out, `export` is asked and judged by the erasure rule. */
  verify?: HttpCount;
  /** Identifiers the rows reveal: kind to column. */
  yields?: Record<string, string>;
}

/** Requests answered by a POST to `{callbackUrl}`; the paths read that POST's body, by dataset. */
export interface HttpLater {
  export?: HttpRequest & { rows: Record<string, string> };
  erase?: HttpRequest & { erased: Record<string, string>; kept?: Record<string, { count: string; until: string }> };
}

export interface HttpSettings {
  secret: string;
  baseUrl?: string;
  auth: HttpAuth;
  zone: string;
  timeoutMs: number;
  maxBytes: number;
  requests: Record<string, HttpDatasetRequests>;
  erase?: HttpErase;
  later?: HttpLater;
}
