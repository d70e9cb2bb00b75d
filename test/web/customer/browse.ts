/** Goes through the customer web without a browser: forms as people fill them in, pages by their text. */
import { Hono } from 'hono';
import { createCustomerApp } from '../../../lib/web/customer/app.ts';
import { createCallbackApp } from '../../../lib/web/customer/callback-app.ts';
import { createDownloadApp } from '../../../lib/web/customer/download-app.ts';
import { createLettersApp } from '../../../lib/web/customer/letters-app.ts';
import { FakePort } from './fake-port.ts';

export type Fields = Record<string, string | readonly string[]>;

export interface Page {
  status: number;
  html: string;
  /** What people read, without markup. */
  text: string;
  headers: Headers;
}

/** A world with its port; like the gateway, it sends some paths to apps of their own. */
export function openWorld(): { port: FakePort; app: Hono; faults: unknown[] } {
  const port = new FakePort();
  const faults: unknown[] = [];
  const onFault = (error: unknown): void => void faults.push(error);
  const downloads = createDownloadApp(port, onFault);
  const web = createCustomerApp(port, onFault);
  const letters = createLettersApp(port, onFault);
  const callbacks = createCallbackApp(port, onFault);
  const app = new Hono();
  app.post('/status/:token/:act{resend|link}', (c) => letters.fetch(c.req.raw));
  app.all('/callbacks/*', (c) => callbacks.fetch(c.req.raw));
  app.all('/download/*', (c) => downloads.fetch(c.req.raw));
  app.all('*', (c) => web.fetch(c.req.raw));
  return { port, faults, app };
}

/** Text with entities read and space collapsed. */
function textOf(html: string): string {
  return html
    .replaceAll(/<(script|style)\b[^]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ')
    .trim();
}

async function pageOf(response: Response): Promise<Page> {
  const html = await response.text();
  return { status: response.status, html, text: textOf(html), headers: response.headers };
}

export async function get(app: Hono, path: string, headers: Record<string, string> = {}): Promise<Page> {
  return pageOf(await app.request(path, { headers }));
}

/** Posts a form as a browser does from our own page. */
export async function post(app: Hono, path: string, fields: Fields = {}): Promise<Page> {
  return postAs(app, path, { fields, headers: { 'sec-fetch-site': 'same-origin' } });
}

/** Posts a form with headers of its own. */
export async function postAs(
  app: Hono,
  path: string,
  { fields = {}, headers }: { fields?: Fields; headers: Record<string, string> },
): Promise<Page> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one as string);
  return pageOf(await app.request(path, { method: 'POST', body, headers }));
}

/** The hidden fields of a page's form: what travels on. */
export function hiddenOf(html: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [tag] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1] ?? '';
    (found[name] ??= []).push(textOf(/value="([^"]*)"/.exec(tag)?.[1] ?? ''));
  }
  return found;
}

/** The page's only h1. */
export function headingOf(html: string): string {
  const headings = [...html.matchAll(/<h1\b[^>]*>([^]*?)<\/h1>/g)].map(([, inner]) => textOf(inner ?? ''));
  if (headings.length !== 1) throw new Error(`Expected one h1, found ${headings.length}`);
  return headings[0]!;
}
