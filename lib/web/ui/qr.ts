/** A QR code as one SVG path, dark on white in every colour scheme. */
import { html } from 'hono/html';
import { qrOf } from '../../receipts/document/qr.ts';
import type { Markup } from './markup.ts';

/** The code of a text, with a name for those who do not see it. */
export function qrCode(text: string, label: string): Markup {
  const { dark, size } = qrOf(text);
  const squares = dark.map(([x, y]) => `M${x} ${y}h1v1h-1z`);
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    <path d="${squares.join('')}" fill="#000" />
  </svg>`;
}
