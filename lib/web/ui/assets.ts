/** The style sheet and the one small script, named by their content so that browsers may keep them for ever. */
import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { script } from './script.ts';
import { stylesheet } from './styles/stylesheet.ts';

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

export const STYLESHEET_PATH = `/assets/${fingerprint(stylesheet)}.css`;
export const SCRIPT_PATH = `/assets/${fingerprint(script)}.js`;

const FOREVER = 'public, max-age=31536000, immutable';

/** Serves both files on an app. */
export function serveAssets(app: Hono): void {
  app.get(STYLESHEET_PATH, (c) => c.body(stylesheet, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': FOREVER }));
  app.get(SCRIPT_PATH, (c) => c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': FOREVER }));
}
