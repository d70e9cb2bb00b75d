/** A QR code as one SVG path, dark on white in every colour scheme. */
import { html } from 'hono/html';
import { encode } from 'uqr';
import type { Markup } from './markup.ts';

/** The code of a text, with a name for those who do not see it. */
export function qrCode(text: string, label: string): Markup {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    <path d="${squares.join('')}" fill="#000" />
  </svg>`;
}
