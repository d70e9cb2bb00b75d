/** What programs look for: public keys, where receipts are explained, the change of addresses, and a sign of life. */
import { Hono } from 'hono';
import { privacyReceipts } from '../../receipts/keys.ts';
import { paths } from './paths.ts';
import type { CustomerPort } from './port.ts';

const SHORTLY = { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' };

/** Anybody may read these from anywhere: verifying needs no permission. */
export function wellKnownRoutes(port: CustomerPort): Hono {
  const routes = new Hono();
  routes.get(paths.keys, async (c) =>
    c.body(JSON.stringify({ keys: await port.keys() }), 200, { ...SHORTLY, 'Content-Type': 'application/jwk-set+json' }),
  );
  routes.get(paths.discovery, async (c) =>
    c.json(privacyReceipts({ issuer: port.baseUrl, keys: await port.keys(), logs: await port.logs() }), 200, SHORTLY),
  );
  routes.get('/healthz', (c) => c.json({ ok: true }));
  routes.get('/robots.txt', (c) => c.text('User-agent: *\nAllow: /$\nDisallow: /\n'));
  return routes;
}
