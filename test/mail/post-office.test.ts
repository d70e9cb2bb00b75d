/** Statutory mail: at least once, the same bytes each time, and never twice without a crash. */
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId, type RequestId } from '../../lib/domain/ids.ts';
import { composeMail, type Outgoing } from '../../lib/mail/compose.ts';
import { paragraph } from '../../lib/mail/letter.ts';
import { CLAIM_LEASE_MS, type Posting } from '../../lib/mail/post-office.ts';
import { unlessUnderWay } from '../../lib/mail/unless-under-way.ts';
import { receiptFiles, receiptPaper } from '../../lib/mail/receipt-attachments.ts';
import { mailFrom } from '../../lib/stores/case-items.ts';
import { keys } from '../../lib/stores/keys.ts';
import { asJws, deletionOf } from '../receipts/document/sample-payloads.ts';
import { crashes } from '../walk.ts';
import { openWorlds, PERSON_EMAIL, SimulatedCrash, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
let id: RequestId;
let posting: Posting;
let composed: number;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
  id = newId('req');
  composed = 0;
  posting = {
    requestId: id,
    fact: 'acknowledgement',
    caseKey: await world.caseKeys.create(id),
    compose: async () => {
      composed += 1;
      return {
        letter: { subject: 'We received your request', blocks: [paragraph(`Draft ${composed}, größer`)], signature: ['Größe GmbH'] },
        lang: 'en',
        to: { email: PERSON_EMAIL },
      };
    },
  };
});

const send = async (to = world): Promise<string> => await to.postOffice.send(posting);
const itemOf = async (mailId: string) => mailFrom((await world.requests.table.get(keys.mail(id, mailId)))!);

describe('a mail', () => {
  it('is sent once however often it is asked for, and says who it is', async () => {
    const mailId = await send();
    expect(await send()).toBe(mailId);
    const [mail, ...more] = await world.mails(id);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ mailId, recipients: [PERSON_EMAIL], tags: { request: id, mail: mailId } });
    expect(mail!.parsed.headers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
        expect.objectContaining({ key: 'x-quittance-mail', value: mailId }),
      ]),
    );
    expect(await itemOf(mailId)).toMatchObject({ kind: 'acknowledgement', sentAt: '2026-03-02T09:00:00.000Z' });
  });

  it('is another one for another fact and for another request', async () => {
    const ids = new Set([await send()]);
    posting = { ...posting, fact: 'ready#1' };
    ids.add(await send());
    expect(ids.size).toBe(2);
  });

  it('goes out once when two send it at the same time', async () => {
    const results = await Promise.allSettled([send(), send(world.reopen()), send(world.reopen())]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'TransientError', code: 'system-conflict' });
    expect(await world.mails(id)).toHaveLength(1);
  });

  it('names in its claim nothing about the person', async () => {
    const mailId = await send();
    expect(JSON.stringify(await itemOf(mailId))).not.toContain('mustermann');
  });
});

describe('after a crash', () => {
  /** claim, mail stored, sent, marked, noted under the name SES gave it: the effects of one sending. */
  const EFFECTS = 5;
  const lives = Array.from({ length: EFFECTS }, (_, place) => place + 1).flatMap((n) => [[n, 'before'] as const, [n, 'after'] as const]);

  it.each(lives)('at effect %i (%s) the mail arrives in the end, twice at most and byte for byte the same', async (n, when) => {
    world.fuse.blowAt(n, when);
    expect(await crashes(world, send)).toBe(true);
    const before = (await world.mails(id)).length;
    world.pass(CLAIM_LEASE_MS);
    const mailId = await send(world.reopen());
    const mails = await world.mails(id);
    const marked = n === EFFECTS || (n === EFFECTS - 1 && when === 'after');
    expect(mails).toHaveLength(before + (marked ? 0 : 1));
    expect(new Set(mails.map((mail) => mail.mailId))).toEqual(new Set([mailId]));
    expect(new Set(mails.map(({ parsed }) => parsed.text)).size).toBe(1);
    expect((await itemOf(mailId)).sentAt).toBeDefined();
  });

  it('nobody sends it again while the first attempt may still be sending', async () => {
    world.fuse.blowAt(3, 'before');
    await crashes(world, send);
    world.pass(CLAIM_LEASE_MS - 1);
    await expect(send()).rejects.toMatchObject({ name: 'TransientError' });
    expect(await world.mails(id)).toEqual([]);
    world.pass(1);
    await send();
    expect(await world.mails(id)).toHaveLength(1);
  });

  it('the sweep sends what was claimed, once also when two sweep', async () => {
    world.fuse.blowAt(3, 'after');
    await crashes(world, send);
    world.pass(CLAIM_LEASE_MS);
    const [stored] = (await world.requests.table.partition(keys.request(id), 'MAIL#')).map(mailFrom);
    const sweeps = await Promise.all([world, world.reopen()].map((one) => one.postOffice.resend(id, stored!, posting.caseKey)));
    expect(sweeps).toEqual([true, true]);
    const mails = await world.mails(id);
    expect(mails).toHaveLength(2);
    const [one, other] = mails.map(({ raw }) => raw.toString().replaceAll(/^(Message-ID|Date):.*\r?\n/gim, ''));
    expect(one).toBe(other);
    expect(composed).toBe(1);
  });

  it('a mail whose bytes are gone is not sent again', async () => {
    const mail = { mailId: 'gone', kind: 'x', claimedAt: '2026-03-02T08:00:00.000Z' };
    expect(await world.postOffice.resend(id, mail, posting.caseKey)).toBe(false);
  });
});

describe('where nobody would try again', () => {
  it('a mail another attempt has claimed counts as under way, any other failure does not', async () => {
    world.fuse.blowAt(3, 'before');
    await crashes(world, send);
    await unlessUnderWay(send());
    await expect(unlessUnderWay(Promise.reject(new SimulatedCrash()))).rejects.toThrow(SimulatedCrash);
  });
});

describe('the bytes', () => {
  const outgoing = (more: Partial<Outgoing> = {}): Outgoing => ({
    letter: { subject: 'Subject', blocks: [paragraph('Words')], signature: ['Größe GmbH'] },
    lang: 'en',
    from: { name: 'Größe GmbH', address: 'privacy@shop.example' },
    replyTo: 'privacy@shop.example',
    to: { email: PERSON_EMAIL },
    mailId: 'mail',
    ...more,
  });

  it.each(['müller@example.org', 'a@b.de\r\nBcc: all@example.org', 'a@b.de, c@d.de', 'Erika <a@b.de>', ''])(
    'are not made for %j',
    async (to) => {
      const failure = await composeMail(outgoing({ to: { email: to } })).catch((error: unknown) => error as Error);
      expect(failure).toMatchObject({ name: 'PermanentError', code: 'system-rejected' });
      if (to !== '') expect((failure as Error).message).not.toContain(to);
    },
  );

  it('keep a header in its line whatever stands in the subject', async () => {
    const letter = { ...outgoing().letter, subject: 'Hello\r\nBcc: everybody@example.org\r\n\r\nbody' };
    const raw = (await composeMail(outgoing({ letter }))).toString();
    const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
    expect(head).not.toMatch(/^Bcc:/im);
    expect(head.match(/^Subject:/gim)).toHaveLength(1);
    expect(head).toMatch(/^To: erika\.mustermann@example\.org$/m);
  });

  it('are seven-bit lines no longer than mail allows', async () => {
    const letter = { ...outgoing().letter, blocks: [paragraph('größer '.repeat(400))] };
    const jws = asJws(deletionOf(60));
    const attachments = [await receiptPaper({ jws, zone: 'Europe/Berlin' }), ...receiptFiles({ jws })];
    const raw = await composeMail(outgoing({ letter, attachments }));
    expect([...raw].every((byte) => byte < 128)).toBe(true);
    expect(
      Math.max(
        ...raw
          .toString()
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(998);
  });

  it('carry the receipt to read and to check, and its proof once there is one, each as a file of its own type', async () => {
    const [jws, zone] = [asJws(deletionOf(1)), 'Europe/Berlin'];
    const typesOf = async (proof?: string): Promise<string[]> => {
      const given = { jws, ...(proof === undefined ? {} : { proof }) };
      const { attachments } = await PostalMime.parse(
        await composeMail(outgoing({ attachments: [await receiptPaper({ ...given, zone }), ...receiptFiles(given)] })),
      );
      return attachments.map(({ filename, mimeType }) => `${filename}: ${mimeType}`);
    };
    const both = ['receipt.pdf: application/pdf', 'receipt.jws: application/jose'];
    await expect(typesOf()).resolves.toEqual(both);
    await expect(typesOf('c2sp.org/tlog-proof@v1\n')).resolves.toEqual([...both, 'receipt.tlog-proof: application/octet-stream']);
  });
});
