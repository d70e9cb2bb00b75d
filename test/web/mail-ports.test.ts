/** Mails on the staff's port on the real steps: what was set aside is found and put back, read, sorted, and gone with the case. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { RequestId } from '../../lib/domain/ids.ts';
import type { Request } from '../../lib/domain/request.ts';
import { receiveMail, type ReceivingWorld } from '../../lib/steps/receive-mail.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { takeMail } from '../../lib/steps/take-mail.ts';
import { openInbound } from '../../lib/stores/inbound.ts';
import { openAside } from '../../lib/stores/set-aside.ts';
import { openConsolePort } from '../../lib/web/console/open-port.ts';
import { attachmentOf, partsOf } from '../mail/inbound/sample-mails.ts';
import { BUCKETS } from '../small-cloud.ts';
import { letter, received } from '../steps/letters.ts';
import { DAY, HOUR, openWorlds, type TestWorld, type Worlds } from '../world.ts';

const RENATE = { sub: 'renate', name: 'Renate', roles: ['reviewer' as const] };
const HOURLY = { source: 'aws.events', 'detail-type': 'Scheduled Event' };

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(() => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

const place = () => ({ s3: world.clients.s3, bucket: BUCKETS.inbound });
const port = () => openConsolePort({ ...world.reopen(), aside: openAside(place()) });
const receiving = (): ReceivingWorld => ({
  inbound: openInbound(place()),
  take: async (mail) => await takeMail(world, mail),
  now: world.now,
});
const caseOf = async (id: RequestId) => (await world.requests.loadCase(id))!;

const ADVERTISEMENT = letter('Ten chairs for the price of nine.', {
  'List-Unsubscribe': '<mailto:stop@chairs.example>',
  Precedence: 'bulk',
});

async function only(): Promise<Request> {
  const { rows } = await port().board({});
  expect(rows).toHaveLength(1);
  return (await caseOf(rows[0]!.id)).request;
}

it('a mail in which no machine found a request becomes one when a person says so, with the time since it came', async () => {
  const mail = received(ADVERTISEMENT, { messageId: 'chairs' });
  expect(await takeMail(world, mail)).toEqual({ became: 'aside', because: 'automatic' });
  await openInbound(place()).setAside('chairs', mail.raw, { receivedAt: mail.receivedAt, because: 'automatic' });
  world.pass(3 * DAY);

  const { aside } = port();
  expect((await aside!.list()).mails).toMatchObject([{ messageId: 'chairs', bytes: mail.raw.length, because: 'automatic' }]);
  expect(await aside!.open('chairs', RENATE)).toEqual(mail.raw);
  world.pass(HOUR);
  expect(await aside!.putBack('chairs', RENATE)).toBe(true);
  expect(await aside!.putBack('chairs', RENATE)).toBe(false);
  expect((await world.requests.table.partition('ASIDE#chairs')).map(({ what, by }) => [what, by])).toEqual([
    ['opened', 'renate'],
    ['put-back', 'renate'],
  ]);

  expect(await receiveMail(HOURLY, receiving())).toEqual({ taken: 1, aside: 0, gone: 0 });
  expect(await receiveMail(HOURLY, receiving())).toEqual({ taken: 0, aside: 0, gone: 0 });
  const request = await only();
  expect(request).toMatchObject({ rights: [], receivedAt: new Date(mail.receivedAt).toISOString(), tasks: [{ kind: 'sort' }] });
  expect((await port().board({})).rows[0]).toMatchObject({ waitsFor: 'sort-letter', tasks: 1 });
  // Nobody is written to before somebody has said what it is.
  expect(await world.mails(request.id)).toEqual([]);
});

it('a question about an earlier request is a request of its own when a person says so', async () => {
  const early = received(letter('Please send me a copy of all personal data under Article 15 GDPR.'));
  await takeMail(world, early);
  const chaser = letter('On 1 February I asked for a copy of my data under Article 15 GDPR. I have had no answer. Where is it?');
  await takeMail(world, received(chaser, { byHand: true, envelopeFrom: '' }));
  expect((await port().board({})).rows.map(({ rights }) => rights).toSorted((a, b) => a.length - b.length)).toEqual([[], ['access']]);
});

it('a letter is read with its papers, which is recorded, then sorted; it starts with the time since it came', async () => {
  const raw = partsOf('mixed', [
    { type: 'text/plain', body: 'I am not pleased with how you treat what is mine.' },
    attachmentOf('passport.pdf', 'application/pdf', '%PDF-1.7 Erika'),
  ]);
  await takeMail(world, received(Buffer.from(raw).toString()));
  const { id, letter: facts, receivedAt } = await only();
  const look = { id, mail: facts!.mail, by: RENATE };
  const kept = (await port().mail(look))!;
  expect(kept).toMatchObject({
    text: 'I am not pleased with how you treat what is mine.',
    papers: [{ name: 'passport.pdf', kind: 'paper' }],
  });
  expect(Buffer.from((await port().mailFile({ ...look, paper: 0 }))!).toString()).toBe('%PDF-1.7 Erika');
  expect(Buffer.from((await port().mailFile(look))!)).toEqual(Buffer.from(raw));
  expect(await port().mailFile({ ...look, paper: 1 })).toBeUndefined();
  expect(await port().mail({ ...look, mail: '../export' })).toBeUndefined();
  const looks = (await caseOf(id)).events.filter(({ type }) => type === 'looked');
  expect(looks.map(({ data }) => data)).toEqual([{ by: 'renate', at: 'person' }]);

  world.pass(DAY);
  expect(await port().sortLetter({ id, rights: ['access'], residence: 'DE', by: RENATE })).toEqual({ ok: true });
  expect(await port().sortLetter({ id, rights: ['access'], by: RENATE })).toEqual({ ok: false, reason: 'wrong-state' });
  expect(await only()).toMatchObject({ rights: ['access'], residence: 'DE', receivedAt, tasks: [] });
  expect(world.machine.executions.size).toBe(1);
});

it('a letter that asks for nothing is closed with the reason, and what came with it is gone with the case', async () => {
  await takeMail(world, received(letter('I have been thinking about you.')));
  const { id, letter: facts } = await only();
  const look = { id, mail: facts!.mail, by: RENATE };
  expect(await port().dismissLetter({ id, reason: 'A greeting.', by: RENATE })).toEqual({ ok: true });
  const { request, events } = await caseOf(id);
  expect(request.state).toBe('dismissed');
  expect(events.find(({ type }) => type === 'task-done')).toMatchObject({ data: { by: 'renate', reason: 'A greeting.' } });
  expect(await port().mail(look)).toBeDefined();
  for (let days = 0; days < 90; days += 1) {
    world.pass(DAY);
    await sweep({}, world);
  }
  expect((await caseOf(id)).request.purgedAt).toBeDefined();
  expect(await port().mail(look)).toBeUndefined();
  expect(await port().mailFile(look)).toBeUndefined();
});

it('a mail to an open request is a task that ends when somebody has read it', async () => {
  await takeMail(
    world,
    received(letter('Please send me a copy of all personal data under Article 15 GDPR.', { 'Message-ID': '<first@example.org>' })),
  );
  const { id } = await only();
  const chaser = letter('On 1 February I asked for a copy of my data under Article 15 GDPR. I have had no answer. Where is it?');
  await takeMail(world, received(chaser));
  const [task] = (await only()).tasks;
  expect(task).toMatchObject({ kind: 'read-mail' });
  expect(await port().mail({ id, mail: task!.code!, by: RENATE })).toMatchObject({ understood: { kind: 'follow-up' } });
  expect(await port().completeTask({ id, taskId: task!.taskId, outcome: 'done', by: RENATE })).toEqual({ ok: true });
  expect((await only()).tasks).toEqual([]);
});
