/** Why the date: what the status page and the API tell of it, to whom, and what they show while the time stands still. */
import { describe, expect, it } from 'vitest';
import type { EventData } from '../../../lib/domain/request-events.ts';
import { newId } from '../../../lib/domain/ids.ts';
import { buildRequestReceipt } from '../../../lib/receipts/build-request.ts';
import { contextWith, FRAME } from '../../receipts/world.ts';
import { get, openWorld } from './browse.ts';
import { type FakePort, NOW } from './fake-port.ts';

type Case = FakePort['cases'][number];

/** A request that falls under the laws. */
function opened(port: FakePort, laws: string[]): Case {
  const person = { email: 'anna@example.com', identifiers: {} };
  const one = port.openCase({ rights: ['access'], person, lang: 'en', channel: 'web' });
  Object.assign(one.events[0]!.data, { laws, law: laws[0] });
  return one;
}

const ASKED: EventData['asked'] = { number: 1, about: 'identity', sealed: 'SEALED', by: 'staff-1', mailId: 'asked#1' };

async function read({ app }: ReturnType<typeof openWorld>, one: Case, lang = 'en'): Promise<Record<string, never>> {
  const id = one.events[0]!.requestId.slice('req_'.length);
  const headers = { authorization: `Bearer ${one.personToken}`, 'accept-language': lang };
  return (await (await app.request(`/api/requests/${id}`, { headers })).json()) as Record<string, never>;
}

describe('the status page', () => {
  it('says step by step why the date', async () => {
    const { app, port } = openWorld();
    const { text } = await get(app, `/status/${opened(port, ['eu-gdpr']).personToken}`);
    expect(text).toContain('Why this date?');
    expect(text).toContain('Your request reached us on Saturday, 21 November 2026 at 11:00, Central European Time.');
    expect(text).toContain('The day on which your request reached us does not count (Reg. 1182/71 Art. 3(1)).');
    expect(text).not.toContain('These apply as well');
  });

  it('names the other laws that apply, with their dates', async () => {
    const { app, port } = openWorld();
    const { text } = await get(app, `/status/${opened(port, ['us-va', 'eu-gdpr', 'br-lgpd']).personToken}`);
    expect(text).toContain('These apply as well, and we keep to them too:');
    expect(text).toContain('Virginia Consumer Data Protection Act, a copy of your data: Tuesday, 5 January 2027');
    expect(text).toMatch(/Monday, 21 December 2026/);
    expect(text).toContain('Sunday, 6 December 2026');
  });

  it('shows that the time stands still, with no date, and tells the person why', async () => {
    const { app, port } = openWorld();
    const one = opened(port, ['eu-gdpr']);
    port.add(one, 'verified', { method: 'code' });
    port.add(one, 'asked', ASKED);
    const { text } = await get(app, `/status/${one.personToken}`);
    expect(text).toContain('Time for our answer paused, 31 days left');
    expect(text).toContain('Why is the time paused?');
    expect(text).toContain('Paused since 21 November 2026, 31 days left: we are waiting for you to confirm who you are');
    expect(text).not.toContain('We answer by');
    expect(text).not.toMatch(/December 2026 end of the day|The last day is/);
  });

  it('tells whoever sent the form that it is paused, but not what the person was asked', async () => {
    const { app, port } = openWorld();
    const one = opened(port, ['eu-gdpr']);
    port.add(one, 'verified', { method: 'code' });
    port.add(one, 'asked', { ...ASKED, about: 'fee' });
    port.add(one, 'asked', { ...ASKED, number: 2 });
    const { text } = await get(app, `/status/${one.statusToken}`);
    expect(text).toContain('paused, 31 days left');
    expect(text).not.toContain('we are waiting');
  });

  it('explains in German to those who read German', async () => {
    const { app, port } = openWorld();
    const { text } = await get(app, `/status/${opened(port, ['eu-gdpr']).personToken}?lang=de`);
    expect(text).toContain('Warum dieses Datum?');
    expect(text).toContain('Der Tag, an dem Ihr Antrag bei uns einging, zählt nicht (Reg. 1182/71 Art. 3(1)).');
  });

  it('explains nothing once the request is closed', async () => {
    const { app, port } = openWorld();
    const one = opened(port, ['eu-gdpr']);
    port.add(one, 'closed', { outcome: 'answered' });
    expect((await get(app, `/status/${one.personToken}`)).text).not.toContain('Why this date?');
  });
});

describe('the API', () => {
  it('gives the strictest date with its steps, and the others', async () => {
    const world = openWorld();
    const body = await read(world, opened(world.port, ['us-va', 'eu-gdpr']), 'de');
    expect(body).toMatchObject({
      dueOn: '2026-12-21',
      clock: {
        law: 'eu-gdpr',
        right: 'access',
        state: 'running',
        dueOn: '2026-12-21',
        basis: 'GDPR Art. 12(3)',
        others: [{ law: 'us-va', dueOn: '2027-01-05', toBeConfirmed: true, state: 'running' }],
      },
    });
    expect((body['clock'] as unknown as { explanation: unknown[] }).explanation[1]).toEqual({
      text: 'Der Tag, an dem Ihr Antrag bei uns einging, zählt nicht (Reg. 1182/71 Art. 3(1)).',
      cite: 'Reg. 1182/71 Art. 3(1)',
    });
  });

  it('gives no date while the time stands still, but the days that are left', async () => {
    const world = openWorld();
    const one = opened(world.port, ['eu-gdpr']);
    world.port.add(one, 'asked', ASKED);
    const body = await read(world, one);
    expect(body).toMatchObject({ dueOn: null, tooLateAt: null, clock: { state: 'paused', dueOn: null, daysLeft: 31 } });
  });
});

describe('the receipt of a request', () => {
  it('shows the laws and the count that were signed', async () => {
    const { app, port } = openWorld();
    const id = newId('rcp', NOW);
    const context = contextWith();
    const payload = buildRequestReceipt(
      { ...context, request: { ...context.request, laws: ['eu-gdpr', 'us-va'] } },
      { ...FRAME, id: id.slice(4) },
    );
    await port.issue({ ...payload }, id);
    const { text } = await get(app, `/receipts/${id.slice(4)}`);
    expect(text).toContain('General Data Protection Regulation (GDPR) and Virginia Consumer Data Protection Act');
    expect(text).toContain('GDPR Art. 12(3) Why this date?');
    expect(text).toContain('The day on which your request reached us does not count (Reg. 1182/71 Art. 3(1)).');
  });
});
