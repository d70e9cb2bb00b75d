/** Type, links, focus and the page shell. */

export const base = `
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { background: var(--paper); color: var(--ink); font: 100%/1.6 var(--sans); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font-size: 1.0625rem; min-height: 100vh; display: flex; flex-direction: column; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; margin: 0 0 1rem; font-weight: 700; letter-spacing: -0.015em; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2.2vw, 2.5rem); letter-spacing: -0.025em; }
h2 { font-size: 1.375rem; margin-top: 2.5rem; }
h3 { font-size: 1.125rem; margin-top: 1.75rem; margin-bottom: .5rem; }
p, ul, ol, dl, pre, form { margin: 0 0 1.125rem; }
p, li, .hint, .error-message { max-width: var(--measure); text-wrap: pretty; }
ul, ol { padding-inline-start: 1.375rem; }
li { margin-bottom: .375rem; }
li::marker { color: var(--accent); }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { color: var(--accent-strong); text-decoration-thickness: 3px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
a:focus-visible { background: var(--focus); color: var(--focus-ink); box-shadow: 0 3px 0 var(--focus-ink); outline-offset: 0; text-decoration: none; }
main:focus { outline: none; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2.5rem 0; }
small { font-size: .9375rem; color: var(--soft); }
.lead { font-size: 1.1875rem; line-height: 1.5; max-width: 52ch; }
.soft { color: var(--soft); }
code, .mono { font-family: var(--mono); font-size: .9375em; font-variant-numeric: tabular-nums; }
pre { font: .875rem/1.5 var(--mono); background: var(--shade); padding: 1rem; overflow-x: auto; border-radius: var(--radius); white-space: pre-wrap; overflow-wrap: anywhere; }
.breakable { overflow-wrap: anywhere; }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0; }
.skip-link { position: absolute; inset-inline-start: 0; top: -5rem; padding: .75rem 1rem; background: var(--focus); color: var(--focus-ink); z-index: 2; }
.skip-link:focus { top: 0; color: var(--focus-ink); }
.site-width { max-width: 46rem; margin-inline: auto; padding-inline: 1.25rem; width: 100%; }
.wide .site-width { max-width: 80rem; }
.site-header { border-top: 6px solid var(--accent); border-bottom: 1px solid var(--line); }
.site-header .site-width { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding-block: .875rem; }
.brand { color: var(--ink); text-decoration: none; margin-inline-end: auto; padding-block: .25rem; }
.brand:hover { color: var(--ink); text-decoration: underline; }
.brand-name { font-weight: 750; letter-spacing: -0.01em; }
.brand-name, .brand-service { display: inline-block; }
.brand-service { color: var(--soft); margin-inline-start: .625rem; padding-inline-start: .75rem; border-inline-start: 1px solid var(--line); }
@media (max-width: 26rem) { .brand-service { display: block; margin: 0; padding: 0; border: 0; } }
.brand:focus-visible .brand-service { color: inherit; }
.site-nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
.site-nav li { margin: 0; }
.site-nav a { display: inline-block; padding-block: .25rem; }
.site-nav a[aria-current] { color: var(--ink); font-weight: 700; text-decoration: none; box-shadow: 0 3px 0 var(--accent); }
.account { color: var(--soft); font-size: .9375rem; }
.before { padding-top: 1.25rem; font-size: 1rem; }
main { padding-block: 2.25rem 3.5rem; }
.before + main { padding-top: 1.25rem; }
.site-footer { margin-top: auto; background: var(--shade); border-top: 1px solid var(--line); padding-block: 1.75rem; font-size: .9375rem; color: var(--soft); }
.site-footer p { margin-bottom: .5rem; }
.site-footer a { color: var(--ink); }
.site-footer a:focus-visible { color: var(--focus-ink); }
.footer-links { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1.5rem; list-style: none; padding: 0; margin: 0 0 1rem; }
.footer-links li { margin: 0; }
.footer-links .button { color: var(--ink); font-size: inherit; }
.footer-links a, .footer-links button { display: inline-block; padding-block: .25rem; min-height: 24px; }
@media (prefers-reduced-motion: no-preference) { .button { transition: background-color .12s; } }
`;
