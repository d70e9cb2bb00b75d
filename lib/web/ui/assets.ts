/** Style sheet and scripts, named by their content so that browsers may keep them for ever. */
import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { script } from './script.ts';
import { stylesheet } from './styles/stylesheet.ts';

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' };

/** A file served under its content's name. */
export interface Asset {
  path: string;
  ending: keyof typeof TYPES;
  text: string;
}

/** Names a text by its content. */
export function assetOf(ending: Asset['ending'], text: string): Asset {
  return { path: `/assets/${createHash('sha256').update(text).digest('hex').slice(0, 12)}.${ending}`, ending, text };
}

const STYLESHEET = assetOf('css', stylesheet);
const SCRIPT = assetOf('js', script);
export const STYLESHEET_PATH = STYLESHEET.path;
export const SCRIPT_PATH = SCRIPT.path;

const FOREVER = 'public, max-age=31536000, immutable';

/** Serves a file on an app. */
export function serveAsset(app: Hono, { path, ending, text }: Asset): void {
  app.get(path, (c) => c.body(text, 200, { 'Content-Type': TYPES[ending], 'Cache-Control': FOREVER }));
}

/** Serves what every page has on an app. */
export function serveAssets(app: Hono): void {
  serveAsset(app, STYLESHEET);
  serveAsset(app, SCRIPT);
}
