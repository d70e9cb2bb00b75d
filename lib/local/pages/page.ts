/** The shell of the small AWS's own pages: plain HTML, no script, light and dark. */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';

export type Html = ReturnType<typeof html>;

const style = `
:root { color-scheme: light dark; --ground: #ffffff; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de; --link: #0b57d0; --panel: #f6f8fa; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #15181c; --ink: #e6e9ec; --quiet: #a3adb8; --line: #3a424b; --link: #8ab4f8; --panel: #1e2329; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { font-size: 1.125rem; margin-top: 2rem; }
a { color: var(--link); }
.quiet { color: var(--quiet); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--quiet); font-weight: 600; }
td.time, th.time { white-space: nowrap; }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: .375rem; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
iframe { width: 100%; height: 32rem; border: 1px solid var(--line); border-radius: .375rem; background: #ffffff; }
button { font: inherit; color: var(--ink); background: var(--panel); border: 1px solid var(--quiet); border-radius: .375rem; cursor: pointer; }
button { min-height: 2.75rem; padding: .5rem 1rem; text-align: left; width: 100%; }
ul.choices { list-style: none; padding: 0; display: grid; gap: .75rem; max-width: 30rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
`;

const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

// Outside the page's template: a formatter that indents it there would break the hash.
const styleElement = raw(`<style>${style}</style>`);

export interface PageOptions {
  title: string;
  content: Html;
  status?: number;
  /** Origin a form's answer may redirect to, besides our own. */
  formTarget?: string;
}

/** A complete page; the title is also its heading. Nothing in it can run or load from elsewhere. */
export async function page({ title, content, status = 200, formTarget = '' }: PageOptions): Promise<Response> {
  const body = await html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${styleElement}
</head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>`;
  const policy = [
    "default-src 'none'",
    `style-src ${styleHash}`,
    "frame-src 'self'",
    `form-action 'self' ${formTarget}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return new Response(String(body), {
    status,
    headers: { ...safe, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy.join('; ') },
  });
}

/** Headers of everything these pages answer. */
export const safe = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' };
