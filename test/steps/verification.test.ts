/** acknowledge, verify-requester, confirm-address: an answer at once, one way in, and the same answer to every guess. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '../../lib/domain/request.ts';
import { makeToken, verificationCode } from '../../lib/domain/tokens.ts';
import { readPayload } from '../../lib/receipts/payload.ts';
import { acknowledge } from '../../lib/steps/acknowledge.ts';
import { assessRequest } from '../../lib/steps/assess-request.ts';
import { confirmByCode, confirmByLink, confirmIdentity, resendVerification } from '../../lib/steps/confirm-address.ts';
import { silenceEndsAt } from '../../lib/steps/silence.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { verifyRequester } from '../../lib/steps/verify-requester.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { atEveryEffect, crashes, submit, untilAsked, verifyLink } from '../walk.ts';
import { DAY, HOUR, MINUTE, openWorlds, PERSON_EMAIL, SECRET, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

const eventsOf = async ({ id }: Request) => (await world.requests.loadCase(id))!.events;
const typesOf = async (request: Request) => (await eventsOf(request)).map(({ type }) => type);
const statusToken = ({ id }: Request): string => makeToken(SECRET, 'status', { id });
const codeOf = ({ id }: Request, round = 1): string => verificationCode(SECRET, { id, round });
const wrongCode = (request: Request): string => (codeOf(request) === '000000' ? '000001' : '000000');

async function asked(): Promise<Request> {
  const request = await submit(world);
  await untilAsked(world, request);
  return (await world.requests.load(request.id))!;
}

describe('acknowledge', () => {
  it('mails a signed receipt with the date at once, and nothing about the person but the address it goes to', async () => {
    const request = await submit(world, { lang: 'de', person: { email: PERSON_EMAIL, name: 'Erika Mustermann', identifiers: {} } });
    await acknowledge({ requestId: request.id }, world);
    const [mail] = await world.mails(request.id);
    expect(mail!.parsed.subject).toContain('2. April 2026');
    expect(mail!.parsed.text! + mail!.parsed.html!).not.toMatch(/mustermann|Erika/i);
    const attached = mail!.parsed.attachments.find(({ mimeType }) => mimeType === 'application/jose');
    expect(attached).toMatchObject({ filename: 'receipt.jws' });
    const jws = Buffer.from(attached!.content as ArrayBuffer).toString();
    const payload = readPayload(JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString()));
    expect(payload).toMatchObject({ kind: 'request', request: { ref: request.reference, dueOn: '2026-04-02' } });
    expect(JSON.stringify(payload)).not.toMatch(/mustermann|Erika/i);
  });

  it('runs twice and writes once', async () => {
    const request = await submit(world);
    await acknowledge({ requestId: request.id }, world);
    await acknowledge({ requestId: request.id }, world.reopen());
    expect(await typesOf(request)).toEqual(['received', 'receipt-issued', 'acknowledged']);
    expect(await world.mails(request.id)).toHaveLength(1);
  });

  it.each([['opt-out-of-sale'], ['withdraw-consent'], ['objection']] as const)('asks for no confirmation for %s', async (right) => {
    const request = await submit(world, { rights: [right] });
    await acknowledge({ requestId: request.id }, world);
    expect((await world.requests.load(request.id))!).toMatchObject({ verification: 'not-needed', state: 'in-progress' });
  });

  it('says nothing more to a request that was withdrawn', async () => {
    const request = await submit(world);
    await withdrawRequest(world, request.id, 'person');
    await acknowledge({ requestId: request.id }, world);
    expect(await world.mails(request.id)).toEqual([]);
    expect(await typesOf(request)).toEqual(['received', 'withdrawn', 'closed']);
  });
});

describe('verify-requester', () => {
  it('mails a link and a code, and waits', async () => {
    const request = await asked();
    expect(request).toMatchObject({ state: 'awaiting-verification', verificationRound: 1 });
    const mail = (await world.mails(request.id))[1]!;
    expect(mail.parsed.text).toContain(`https://privacy.shop.example/verify-address/${verifyLink(request.id)}`);
    expect(mail.parsed.text).toContain(codeOf(request));
    expect(world.machine.told).toEqual([]);
  });

  it('runs twice, mails once, and waits with the newer token', async () => {
    const request = await asked();
    await verifyRequester({ requestId: request.id, taskToken: 'newer' }, world);
    expect(await world.mails(request.id)).toHaveLength(2);
    await confirmByLink(world, verifyLink(request.id));
    expect(world.machine.told).toEqual([{ token: 'newer', output: { outcome: 'done' } }]);
  });

  it('goes on at once when the address was confirmed before the wait was open', async () => {
    const request = await submit(world);
    await acknowledge({ requestId: request.id }, world);
    await confirmIdentity(world, request, { method: 'staff', by: 'anton', reason: 'came in person' });
    await verifyRequester({ requestId: request.id, taskToken: 'token' }, world);
    expect(world.machine.told).toEqual([{ token: 'token', output: { outcome: 'done' } }]);
    expect(await world.mails(request.id)).toHaveLength(1);
  });

  it('records a mail that was answered before a crash let it be recorded', async () => {
    for (let effect = 1; effect < 12; effect += 1) {
      const request = await submit(world);
      await acknowledge({ requestId: request.id }, world);
      world.fuse.blowAt(effect, 'after');
      await verifyRequester({ requestId: request.id, taskToken: 'first' }, world).catch(() => undefined);
      world.fuse.mend();
      // What is claimed and not sent is sent by the sweep.
      const claimed = (await world.requests.loadCase(request.id))!.mails.some(({ kind }) => kind === 'verification#1');
      await confirmByLink(world, verifyLink(request.id));
      // With its wait over nobody runs the step again.
      expect((await typesOf(request)).includes('verification-asked')).toBe(claimed);
      await verifyRequester({ requestId: request.id, taskToken: 'again' }, world);
      expect((await typesOf(request)).filter((type) => type === 'verification-asked')).toHaveLength(claimed ? 1 : 0);
    }
  });

  it('sends the result again to an execution that was started anew', async () => {
    const request = await asked();
    await confirmByLink(world, verifyLink(request.id));
    await verifyRequester({ requestId: request.id, taskToken: 'second execution' }, world);
    expect(world.machine.told.map(({ token }) => token)).toEqual(['verify-token', 'second execution']);
  });
});

describe('confirm-address', () => {
  it('by link or by code records it once and lets the execution go on', async () => {
    for (const how of ['link', 'code'] as const) {
      world = await worlds.open();
      const request = await asked();
      const confirm = () =>
        how === 'link'
          ? confirmByLink(world, verifyLink(request.id))
          : confirmByCode(world, statusToken(request), ` ${codeOf(request).slice(0, 3)} ${codeOf(request).slice(3)}`);
      expect(await confirm()).toEqual({ ok: true, personToken: makeToken(SECRET, 'person', { id: request.id }) });
      expect((await eventsOf(request)).find(({ type }) => type === 'verified')!.data).toEqual({ method: how });
      expect(world.machine.told).toEqual([{ token: 'verify-token', output: { outcome: 'done' } }]);
    }
  });

  it('by a used link leads its owner to the same page and changes nothing', async () => {
    const request = await asked();
    const first = await confirmByLink(world, verifyLink(request.id));
    const before = await eventsOf(request);
    expect(await confirmByLink(world, verifyLink(request.id))).toEqual(first);
    expect(await eventsOf(request)).toEqual(before);
  });

  it('gives one answer to a wrong, a used, a foreign and an ended code', async () => {
    const [request, other] = [await asked(), await asked()];
    const wrong = { ok: false, reason: 'wrong' };
    expect(await confirmByCode(world, statusToken(request), wrongCode(request))).toEqual(wrong);
    expect(await confirmByCode(world, statusToken(other), codeOf(request))).toEqual(wrong);
    expect(await confirmByCode(world, verifyLink(request.id), codeOf(request))).toEqual(wrong);
    expect(await confirmByCode(world, 'no token', codeOf(request))).toEqual(wrong);
    await confirmByCode(world, statusToken(request), codeOf(request));
    expect(await confirmByCode(world, statusToken(request), codeOf(request))).toEqual(wrong);
    await withdrawRequest(world, other.id, 'person');
    expect(await confirmByCode(world, statusToken(other), codeOf(other))).toEqual(wrong);
    expect(await confirmByLink(world, verifyLink(other.id))).toEqual(wrong);
    expect(await confirmByLink(world, statusToken(request))).toEqual(wrong);
  });

  it.each(['éééééé', '🦊', '١٢٣٤٥٦', "' OR 1=1", '', 'x'.repeat(10_000)])('answers "wrong" to %j', async (typed) => {
    const request = await asked();
    expect(await confirmByCode(world, statusToken(request), typed)).toEqual({ ok: false, reason: 'wrong' });
  });

  it('locks the code after ten tries for as long as the request waits; the link still opens', async () => {
    const request = await asked();
    for (let tries = 0; tries < 10; tries += 1)
      expect(await confirmByCode(world, statusToken(request), wrongCode(request))).toMatchObject({ reason: 'wrong' });
    expect(await confirmByCode(world, statusToken(request), codeOf(request))).toEqual({ ok: false, reason: 'locked' });
    world.pass(2 * DAY);
    expect(await confirmByCode(world, statusToken(request), codeOf(request))).toEqual({ ok: false, reason: 'locked' });
    expect(await confirmByLink(world, verifyLink(request.id))).toMatchObject({ ok: true });
  });

  it('lets at most ten of many simultaneous guesses through', async () => {
    const request = await asked();
    const answers = await Promise.all(Array.from({ length: 25 }, () => confirmByCode(world, statusToken(request), wrongCode(request))));
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'wrong')).toHaveLength(10);
  });

  it('is finished by the sweep wherever a crash cuts it off', async () => {
    const request = await asked();
    const look = async (again: TestWorld): Promise<void> => {
      world = again;
      world.pass(HOUR);
      await sweep({}, world.reopen());
      const { verifiedAt } = (await world.requests.load(request.id))!;
      const told = world.machine.told.map(({ token }) => token);
      expect(new Set(told)).toEqual(new Set(verifiedAt === undefined ? [] : ['verify-token']));
      expect((await typesOf(request)).filter((type) => type === 'verified')).toHaveLength(verifiedAt === undefined ? 0 : 1);
    };
    expect(await atEveryEffect(world, { act: (to) => confirmByLink(to, verifyLink(request.id)), look })).toBeGreaterThan(3);
  });
});

describe('the end of the time', () => {
  it('refuses nobody who confirmed in the moment it came', async () => {
    const request = await asked();
    world.goTo(new Date(silenceEndsAt(request, world.configuration)).toISOString());
    const late: TestWorld = {
      ...world,
      requests: {
        ...world.requests,
        async append(id, event) {
          if (event.type === 'verification-expired') await confirmByLink(world, verifyLink(id));
          return await world.requests.append(id, event);
        },
      },
    };
    await assessRequest({ requestId: request.id, silent: true }, late);
    expect(await world.requests.load(request.id)).toMatchObject({ state: 'in-progress', verification: 'link', grounds: [] });
  });
});

describe('another verification mail', () => {
  it('brings a new code; the one before still works, older ones do not', async () => {
    const request = await asked();
    for (let round = 2; round <= 3; round += 1) {
      world.pass(MINUTE);
      await resendVerification(world, statusToken(request));
    }
    expect(await world.mails(request.id)).toHaveLength(4);
    expect(await confirmByCode(world, statusToken(request), codeOf(request, 1))).toMatchObject({ ok: false });
    expect(await confirmByCode(world, statusToken(request), codeOf(request, 2))).toMatchObject({ ok: true });
  });

  it('goes out once a minute and six times in all', async () => {
    const request = await asked();
    await Promise.all(Array.from({ length: 5 }, () => resendVerification(world, statusToken(request))));
    expect(await world.mails(request.id)).toHaveLength(3);
    for (let more = 0; more < 10; more += 1) {
      world.pass(MINUTE);
      await resendVerification(world, statusToken(request));
    }
    // Six verification mails and the acknowledgement.
    expect(await world.mails(request.id)).toHaveLength(7);
  });

  it('never goes out for a wrong link, a confirmed or an ended request, and tells nobody', async () => {
    const [request, ended] = [await asked(), await asked()];
    await confirmByLink(world, verifyLink(request.id));
    await withdrawRequest(world, ended.id, 'person');
    for (const token of [statusToken(request), statusToken(ended), 'wrong', verifyLink(request.id)])
      expect(await resendVerification(world, token)).toBeUndefined();
    expect(await world.mails(request.id)).toHaveLength(2);
    expect(await world.mails(ended.id)).toHaveLength(2);
  });

  it('that a crash cut off is sent by the sweep, and asking again is no error', async () => {
    const request = await asked();
    world.pass(MINUTE);
    world.fuse.blowAt(5, 'before');
    expect(await crashes(world, () => resendVerification(world, statusToken(request)))).toBe(true);
    expect(await world.mails(request.id)).toHaveLength(2);
    world.pass(MINUTE);
    await resendVerification(world, statusToken(request));
    world.pass(HOUR);
    await sweep({}, world);
    expect(await world.mails(request.id)).toHaveLength(3);
  });
});
