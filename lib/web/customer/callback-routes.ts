/** Where connected systems that answer later post their answers. */
import { Hono } from 'hono';
import { problemJson } from '../ui/problem.ts';
import { readJson } from './api/read-json.ts';
import type { CallbackPort } from './port.ts';

/** Nothing tells a wrong link from one that was used. */
export function callbackRoutes(port: CallbackPort): Hono {
  const routes = new Hono();
  routes.post('/callbacks/:token', async (c) => {
    const body = await readJson(c);
    if (body === undefined) return problemJson(c, { title: 'The body must be JSON', status: 400 });
    const result = await port.callback(c.req.param('token'), body);
    return result.ok ? c.body(null, 204) : problemJson(c, { title: 'Nothing waits for this answer', status: 404 });
  });
  return routes;
}
