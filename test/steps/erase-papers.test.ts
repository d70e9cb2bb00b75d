/** Attachments of mails, identity papers among them: kept sealed, for a shorter time than the rest of the case. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { paperKey } from '../../lib/steps/kept-mail.ts';
import { sortLetter } from '../../lib/steps/sort-letter.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { takeMail } from '../../lib/steps/take-mail.ts';
import { atEveryEffect } from '../walk.ts';
import { DAY, openWorlds, type TestWorld, type Worlds } from '../world.ts';
import { letter, received } from './letters.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

const PASSPORT = 'a picture of a passport';

const withPaper = (): string =>
  letter(
    `--b\r
Content-Type: text/plain\r
\r
Please find my passport attached, and see to it.\r
--b\r
Content-Type: image/png; name=passport.png\r
Content-Disposition: attachment; filename=passport.png\r
Content-Transfer-Encoding: base64\r
\r
${Buffer.from(PASSPORT).toString('base64')}\r
--b--`,
    { 'Content-Type': 'multipart/mixed; boundary=b' },
  );

/** A letter that somebody has read. */
async function arrived(now = world): Promise<{ id: `req_${string}`; key: string }> {
  const taken = await takeMail(now, received(withPaper()));
  if (taken.became !== 'request') throw new TypeError('No request came of it');
  await sortLetter(now, { requestId: taken.requestId, by: 'anton', rights: ['access'] });
  const { letter: facts } = (await now.requests.load(taken.requestId))!;
  return { id: taken.requestId as `req_${string}`, key: paperKey(taken.requestId, facts!.mail, 0) };
}

const paper = async ({ id, key }: { id: `req_${string}`; key: string }, now = world) =>
  (await now.vault.get(key, await now.caseKeys.open(id)))?.toString();

describe('a paper attached to a letter', () => {
  it('is kept under the key of the case for as long as the policy says, and what the mail says stays', async () => {
    const one = await arrived();
    expect(await paper(one)).toBe(PASSPORT);
    world.pass(29 * DAY);
    await sweep({}, world);
    expect(await paper(one)).toBe(PASSPORT);
    world.pass(2 * DAY);
    await sweep({}, world);
    expect(await paper(one)).toBeUndefined();
    const { mails, purgedAt } = (await world.requests.load(one.id))!;
    expect([mails[0]!.erasedAt !== undefined, purgedAt]).toEqual([true, undefined]);
    const kept = async (ending: string) =>
      (await world.vault.get(`${one.id}/mail/in/${mails[0]!.mail}.${ending}`, await world.caseKeys.open(one.id)))?.toString();
    expect(await kept('json')).toContain('passport.png');
    // The mail as it came holds the paper too.
    expect(await kept('eml')).toBeUndefined();
  });

  it('goes although the sweep dies at any effect', async () => {
    const one = await arrived();
    world.pass(31 * DAY);
    await atEveryEffect(world, {
      act: async (now) => await sweep({}, now),
      async look(again) {
        again.pass(DAY);
        await sweep({}, again);
        expect(await paper(one, again)).toBeUndefined();
        expect((await again.requests.loadCase(one.id))!.events.filter(({ type }) => type === 'papers-erased')).toHaveLength(1);
      },
    });
  });
});
