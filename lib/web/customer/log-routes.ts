/** `/log/<year>/...`: the log's files (c2sp.org/tlog-tiles), for anybody and any cache. */
import { Hono } from 'hono';
import { readTilePath } from '../../receipts/log/tiles.ts';
import { paths } from './paths.ts';
import type { CustomerPort } from './port.ts';

const ANYWHERE = { 'Access-Control-Allow-Origin': '*' };

/** A tile never changes once it is there. */
const FOREVER = 'public, max-age=31536000, immutable';
/** Long enough for a crowd, short enough for a proof of a moment ago. */
const MOMENTARILY = 'public, max-age=5';

const PLACE = /^(?:0|[1-9]\d{0,15})$/;

/** How a file is served; undefined for what the log does not have. */
function headersOf(path: string): Record<string, string> | undefined {
  if (path === 'checkpoint') return { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': MOMENTARILY };
  if (path.startsWith('statement/') && PLACE.test(path.slice('statement/'.length)))
    return { 'Content-Type': 'application/json', 'Cache-Control': FOREVER };
  return readTilePath(path) && { 'Content-Type': 'application/octet-stream', 'Cache-Control': FOREVER };
}

/** The routes. */
export function logRoutes(port: CustomerPort): Hono {
  const routes = new Hono();
  routes.get(`${paths.log}/:year{20[0-9]{2}}/statement/`, async (c) => {
    const after = c.req.query('after');
    if (after !== undefined && !PLACE.test(after)) return c.notFound();
    const places = await port.logStatements(Number(c.req.param('year')), after === undefined ? undefined : Number(after));
    return c.text(places.map((place) => `${place}\n`).join(''), 200, { 'Cache-Control': MOMENTARILY, ...ANYWHERE });
  });
  routes.get(`${paths.log}/:year{20[0-9]{2}}/:path{.+}`, async (c) => {
    const { year, path } = c.req.param();
    const headers = headersOf(path);
    const bytes = headers && (await port.logFile(Number(year), path));
    if (headers === undefined || bytes === undefined) return c.text('Not found', 404, ANYWHERE);
    return c.body(Uint8Array.from(bytes), 200, { ...headers, ...ANYWHERE });
  });
  return routes;
}
