/** Reads a JSON body. */
import type { Context } from 'hono';

/** The parsed body; undefined if it is not JSON. */
export function readJson(c: Context): Promise<unknown> {
  return c.req.json().catch(() => undefined);
}
