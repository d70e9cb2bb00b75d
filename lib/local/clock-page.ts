/** `/_local/clock`: shows the laptop's time and sets it ahead, to see what happens in three weeks. */
import { html } from 'hono/html';
import { Temporal } from 'temporal-polyfill';
import { page, safe } from './pages/page.ts';
import type { ShiftedClock } from './shifted-clock.ts';

const STEPS = ['PT1H', 'P1D', 'P7D', 'P30D'];

/** The duration asked for, in milliseconds; undefined for anything else. */
function durationOf(text: string): number | undefined {
  try {
    const milliseconds = Temporal.Duration.from(text).total({ unit: 'milliseconds', relativeTo: '1970-01-01' });
    return milliseconds >= 0 ? milliseconds : undefined;
  } catch {
    return undefined;
  }
}

const state = (clock: ShiftedClock): { now: string; shiftSeconds: number } => ({
  now: new Date(clock.now()).toISOString(),
  shiftSeconds: Math.round(clock.shift() / 1000),
});

async function advance(clock: ShiftedClock, request: Request): Promise<Response> {
  const json = request.headers.get('content-type')?.startsWith('application/json') ?? false;
  const given = json ? ((await request.json()) as { by?: unknown }).by : new URLSearchParams(await request.text()).get('by');
  const milliseconds = typeof given === 'string' ? durationOf(given) : undefined;
  if (milliseconds === undefined)
    return Response.json({ error: 'Give "by" as an ISO 8601 duration, for example P7D' }, { status: 400, headers: safe });
  clock.advanceBy(milliseconds);
  if (json) return Response.json(state(clock), { headers: safe });
  return new Response(null, { status: 303, headers: { ...safe, location: '/_local/clock' } });
}

/** Answers GET with the time, POST `{by: "P7D"}` by setting it ahead; posts of other sites are refused. */
export function createClockPage(clock: ShiftedClock): (request: Request) => Promise<Response> {
  return async (request) => {
    const site = request.headers.get('sec-fetch-site');
    if (request.method === 'POST' && site !== null && site !== 'same-origin')
      return new Response('Forbidden', { status: 403, headers: safe });
    if (request.method === 'POST') return await advance(clock, request);
    if (request.headers.get('accept')?.includes('json')) return Response.json(state(clock), { headers: safe });
    const { now } = state(clock);
    const buttons = STEPS.map((step) => html`<li><button name="by" value="${step}">${step}</button></li>`);
    const content = html`<p>It is <time datetime="${now}">${now}</time> here. Set the clock ahead by:</p>
<form method="post"><ul class="choices">${buttons}</ul></form>`;
    return await page({ title: 'Clock', content });
  };
}
