/** A letter on paper and a mail that did not arrive, from the staff's port through the real steps. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { confirmIdentity } from '../../lib/steps/confirm-address.ts';
import { mailEvents } from '../../lib/steps/mail-events.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { openConsolePort } from '../../lib/web/console/open-port.ts';
import { openDownloadPort } from '../../lib/web/customer/open-port.ts';
import { submit, untilAsked, untilItWaits } from '../walk.ts';
import { DAY, HOUR, openWorlds, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

const BY = { sub: 'anton', name: 'Anton', roles: ['agent' as const] };
const port = () => openConsolePort(world.reopen());

it('is printed, its copy opened, and posted; who looked at what is recorded', async () => {
  const person = { name: 'Erika Mustermann', identifiers: { customerId: '42' } };
  const { id } = await submit(world, { rights: ['access'], channel: 'post', person });
  await untilAsked(world, { id } as Parameters<typeof untilAsked>[1]);
  await confirmIdentity(world, (await world.requests.load(id))!, { method: 'staff', by: 'anton', reason: 'called' });
  await untilItWaits(world, (await world.requests.load(id))!);
  const { waiting } = await port().tasks({});
  // The request has ended; what it says is still to be posted.
  expect((await port().board({})).rows).toEqual([]);
  expect(waiting.map(({ task }) => task.kind)).toEqual(['post', 'post']);
  const looks = waiting.map(({ task: { taskId } }) => ({ id, taskId, by: BY }));
  const letters = await Promise.all(looks.map((look) => port().letter(look)));
  const place = letters.findIndex((letter) => letter?.kind === 'fulfilment#export#1');
  const look = looks[place]!;
  expect(letters[place]).toEqual({
    kind: 'fulfilment#export#1',
    writtenOn: '2026-03-02',
    paper: { to: [], enclosures: ['receipt.pdf'], hasCopy: true },
  });
  expect(await port().giveAddress({ id, lines: ['Heidestraße 17', '51147 Köln'], by: BY })).toEqual({ ok: true });
  expect((await port().letter(look))!.paper!.to).toEqual(['Erika Mustermann', 'Heidestraße 17', '51147 Köln']);
  for (const file of [await port().letterFile(look), await port().letterFile({ ...look, place: 0 })])
    expect(Buffer.from(file!.content).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await port().letterFile({ ...look, place: 7 })).toBeUndefined();
  const url = (await port().copyLink(look))!;
  const token = url.split('/').at(-1)!;
  expect(await openDownloadPort(world.reopen()).download(token)).toMatchObject({ ok: true, parts: [{ number: 1 }] });
  expect(await port().copyLink(looks[1 - place]!)).toBeUndefined();
  world.pass(DAY);
  expect(await port().recordPosted({ ...look, on: '2026-03-03' })).toEqual({ ok: true });
  expect(await port().letter(look)).toBeUndefined();
  expect((await port().tasks({})).waiting).toHaveLength(1);
  const file = (await port().open(id, BY))!;
  expect(file.mails.find(({ kind }) => kind === 'fulfilment#export#1')).toMatchObject({ paper: true, sentAt: '2026-03-03' });
  const looked = file.events.flatMap((event) => (event.type === 'looked' ? [event.data] : []));
  expect(new Set(looked.map(({ by, at }) => `${by}: ${at}`))).toEqual(new Set(['anton: person', 'anton: package']));
});

it('that bounced goes to another address, and from there to paper', async () => {
  const request = await submit(world);
  const { id } = request;
  await untilAsked(world, request);
  const fail = async (kind: string) => {
    const { mailId } = (await port().open(id, BY))!.mails.find((mail) => mail.kind.startsWith(kind))!;
    const tags = { request: [id], mail: [mailId] };
    await mailEvents({ 'detail-type': 'Email Bounced', detail: { mail: { tags } } }, world);
    const task = (await port().tasks({})).waiting.find((one) => one.task.kind === 'mail-failed')!.task;
    return { id, taskId: task.taskId, by: BY };
  };
  expect(await port().sendCorrected({ ...(await fail('acknowledgement')), email: 'erika@new.example' })).toEqual({ ok: true });
  world.pass(HOUR);
  await sweep({}, world);
  expect((await world.mails(id)).flatMap(({ recipients }) => recipients)).toContain('erika@new.example');
  expect((await port().open(id, BY, { reveal: true }))!.person).toMatchObject({ email: 'erika@new.example' });
  expect(await port().printInstead(await fail('acknowledgement#again'))).toEqual({ ok: true });
  expect((await port().tasks({})).waiting.map(({ task }) => task.kind)).toEqual(['post']);
  expect(await port().giveAddress({ id, lines: ['Heidestraße 17'], by: BY })).toEqual({ ok: true });
  // An address for the envelope takes nothing away from what was known before.
  expect((await port().open(id, BY, { reveal: true }))!.person).toMatchObject({ email: 'erika@new.example', address: ['Heidestraße 17'] });
});
