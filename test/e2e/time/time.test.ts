/** Weeks pass: reminders, late systems, interim answers, extensions, silence and purges, each on its day. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import configuration from '../../../quittance.config.ts';
import type { Request } from '../../../lib/domain/request.ts';
import type { TaskKind } from '../../../lib/domain/request-events.ts';
import { milestones } from '../../../lib/steps/milestones.ts';
import { purgeAt } from '../../../lib/steps/purge-request.ts';
import { silenceEndsAt } from '../../../lib/steps/silence.ts';
import type { RequestAnswer } from '../../../lib/web/customer/api/api-answer.ts';
import { unpack } from '../../packages/unpack.ts';
import { linkTo } from '../laptop.ts';
import { signIn, type Staff } from '../systems/staff.ts';
import { openStage, type Stage } from '../systems/stage.ts';

const HOUR_MS = 3600 * 1000;
const CRM_DOWN = 11;
const CRM_NONSENSE = 13;

let stage: Stage;
let agent: Staff;
let reviewer: Staff;
let silent: RequestAnswer;
let silentInCalifornia: RequestAnswer;
let late: RequestAnswer;
let lateDeletion: RequestAnswer;
let partlyRefused: RequestAnswer;
let plain: RequestAnswer;
let both: RequestAnswer;

const requestOf = async ({ id }: RequestAnswer): Promise<Request> => (await stage.cloud.caseOf(id)).request;
const kindsOf = async (answer: RequestAnswer): Promise<TaskKind[]> => (await requestOf(answer)).tasks.map(({ kind }) => kind);
const subjectsTo = async (answer: RequestAnswer, subject: RegExp): Promise<string[]> =>
  (await stage.laptop.mails({ subject })).map((mail) => mail.subject).filter((text) => text.includes(answer.reference));

/** Goes to an hour after a date of a request, when the sweep has been at work. */
async function goPast(instant: number): Promise<void> {
  await stage.goTo(instant);
  await stage.laptop.advanceClock('PT1H');
}

const closed = (answer: RequestAnswer): Promise<Request> =>
  stage.waitFor(answer.id, 'the end', ({ request }) => (request.closedAt === undefined ? undefined : request));

/** The files of one downloadable part, as text by path. */
async function filesOf(answer: RequestAnswer, part: number): Promise<Map<string, string>> {
  const [mail] = await stage.laptop.mails({ subject: new RegExp(`(?:ready|part).*${answer.reference}`, 'i') });
  const link = linkTo(await stage.laptop.mail(mail!.id), '/download/');
  const response = await fetch(`${link}/${part}`);
  expect(response.status).toBe(200);
  return new Map([...unpack(Buffer.from(await response.arrayBuffer()))].map(([path, bytes]) => [path, bytes.toString()]));
}

beforeAll(async () => {
  stage = await openStage();
  agent = await signIn(stage.laptop, 'anton');
  reviewer = await signIn(stage.laptop, 'renate');
  [silent, silentInCalifornia, late, lateDeletion, partlyRefused, plain, both] = await Promise.all([
    stage.laptop.submit({ rights: ['access'], email: 'silent@example.com', residence: 'DE' }),
    stage.laptop.submit({ rights: ['erasure'], email: 'silent@example.net', residence: 'US-CA' }),
    stage.ask({ rights: ['access'], email: 'crm-down@example.com', residence: 'DE' }),
    stage.ask({ rights: ['erasure'], email: 'crm-nonsense@example.com', residence: 'DE' }),
    stage.ask({ rights: ['erasure'], email: 'crm-half@example.com', residence: 'DE' }),
    stage.ask({ rights: ['access'], email: 'jonas.feld@example.com', residence: 'AT' }),
    stage.ask({ rights: ['portability', 'erasure'], email: 'sam.rivers@example.net', residence: 'US-CA' }),
  ]);
  await closed(plain);
  for (const answer of [late, lateDeletion, partlyRefused]) await stage.waitForTask(answer.id, 'system-failed');
  await stage.waitForTask(both.id, 'fetch');
});
afterAll(async () => {
  await stage?.end();
});

describe('halfway to the end of the silence', () => {
  it('reminds whoever has not confirmed the address, once, and nobody else', async () => {
    await goPast(milestones(await requestOf(silent), configuration).remindAt);
    await stage.waitFor(silent.id, 'a reminder', ({ events }) => events.find(({ type }) => type === 'reminded'));
    await stage.laptop.advanceClock('P1D');
    expect(await subjectsTo(silent, /^Reminder/)).toHaveLength(1);
    expect(await subjectsTo(late, /^Reminder/)).toEqual([]);
    expect(await subjectsTo(plain, /^Reminder/)).toEqual([]);
  });
});

describe('some working days before the date', () => {
  it('asks a person to choose about systems that are late, once per request', async () => {
    expect(await kindsOf(late)).not.toContain('late-choice');
    await goPast(milestones(await requestOf(late), configuration).chooseAt);
    for (const answer of [late, lateDeletion, partlyRefused]) await stage.waitForTask(answer.id, 'late-choice');
    await stage.laptop.advanceClock('PT2H');
    for (const answer of [late, lateDeletion, partlyRefused])
      expect((await kindsOf(answer)).filter((kind) => kind === 'late-choice')).toHaveLength(1);
    expect((await agent.get('/staff/tasks')).html).toContain(late.reference);
  });

  it('extends only on a ground the law knows; the person learns why and until when, with a receipt', async () => {
    const reason = 'A supplier has to restore its system first.';
    const before = await requestOf(lateDeletion);
    const refused = await reviewer.chooseLate(`req_${lateDeletion.id}`, { choice: 'extend', ground: 'holidays', reason });
    expect(refused.status).toBe(400);
    expect((await requestOf(lateDeletion)).choice).toBeUndefined();
    await reviewer.chooseLate(`req_${lateDeletion.id}`, { choice: 'extend', ground: 'complexity', reason });
    // The notice goes out with the next sweep.
    await stage.laptop.advanceClock('PT1H');
    const request = await stage.waitFor(lateDeletion.id, 'an extension', (record) =>
      record.request.extended ? record.request : undefined,
    );
    expect(request.dueOn > before.dueOn).toBe(true);
    expect((await stage.laptop.read(lateDeletion)).dueOn).toBe(request.dueOn);
    expect(await subjectsTo(lateDeletion, /^We need more time/)).toHaveLength(1);
    const receipt = (await stage.receipts(lateDeletion.id)).at(-1)!;
    expect(receipt).toMatchObject({
      kind: 'extension',
      clock: {
        from: before.dueOn,
        to: request.dueOn,
        reasons: [{ code: 'justifications:ComplexityOfProcess', ground: 'complexity', text: reason }],
      },
    });
  });

  it('refuses in part with a reason, and never calls the deletion whole', async () => {
    const reason = 'This system belongs to another company, which we have told.';
    expect((await reviewer.chooseLate(`req_${partlyRefused.id}`, { choice: 'refuse-part' })).status).toBe(400);
    await reviewer.chooseLate(`req_${partlyRefused.id}`, { choice: 'refuse-part', reason });
    await closed(partlyRefused);
    const receipt = (await stage.receipts(partlyRefused.id)).at(-1)!;
    expect(receipt).toMatchObject({ kind: 'deletion', scope: 'partial', interim: false });
    expect(receipt.text).toContain(reason);
  });
});

describe('the end of the silence', () => {
  it('denies with the ground, the remedies and a receipt', async () => {
    await goPast(silenceEndsAt(await requestOf(silent), configuration));
    expect((await closed(silent)).state).toBe('denied');
    const receipt = (await stage.receipts(silent.id)).at(-1)!;
    expect(receipt).toMatchObject({ kind: 'denial', scope: 'full', grounds: [{ code: 'justifications:IdentityVerificationFailure' }] });
    expect(receipt.remedies).toMatchObject({ court: true });
    expect(receipt.remedies.complaint?.name).toBeDefined();
    const mails = await stage.laptop.mails({ to: 'silent@example.com', subject: /could not do/ });
    expect(mails).toHaveLength(1);
    expect((await stage.laptop.mail(mails[0]!.id)).attachments.slice(0, 2)).toMatchObject([
      { contentType: 'application/pdf' },
      { contentType: 'application/jose' },
    ]);
  });

  it('does not confirm any more by a link that was mailed before', async () => {
    await expect(stage.laptop.confirm(silent, 'silent@example.com')).rejects.toThrow('400');
    expect((await requestOf(silent)).state).toBe('denied');
  });
});

describe('a deletion after a copy', () => {
  it('waits for as long as the date leaves time to fetch it', async () => {
    const waiting = await requestOf(both);
    expect(waiting.deliveries).toHaveLength(1);
    expect(waiting.fetchEnded).toBeUndefined();
    expect(waiting.outcomes.map(({ pass }) => pass)).not.toContain('erase');
  });
});

describe('one day before the date', () => {
  it('sends what is verified as an interim answer that names what is outstanding', async () => {
    await goPast(milestones(await requestOf(late), configuration).interimAt);
    const request = await stage.waitFor(late.id, 'an interim answer', (record) =>
      record.request.deliveries.length > 0 ? record.request : undefined,
    );
    expect(request.closedAt).toBeUndefined();
    const receipt = (await stage.receipts(late.id)).at(-1)!;
    expect(receipt).toMatchObject({ kind: 'fulfilment', interim: true, status: 'dpv:RequestActionDelayed', outstanding: [{ id: 'crm' }] });
    const files = await filesOf(late, 1);
    const manifest = JSON.parse(files.get('manifest.json')!) as { interim: boolean; systems: { system: string; outcome: string }[] };
    expect(manifest.interim).toBe(true);
    expect(manifest.systems).toContainEqual(expect.objectContaining({ system: 'crm', outcome: 'outstanding' }));
    expect(files.get('index.html')).toContain('Customer relations');
  });

  it('follows with the rest once the system is back, and both parts can be fetched', async () => {
    await stage.repairCrm(CRM_DOWN);
    expect((await closed(late)).state).toBe('answered');
    const receipt = (await stage.receipts(late.id)).at(-1)!;
    expect(receipt).toMatchObject({ kind: 'fulfilment', interim: false, outstanding: [] });
    expect([...(await filesOf(late, 1)).keys()].some((path) => path.includes('shop'))).toBe(true);
    expect([...(await filesOf(late, 2)).keys()].some((path) => path.includes('crm'))).toBe(true);
  });
});

describe('a deletion after a copy that nobody fetched', () => {
  it('is done before the date', async () => {
    const request = await closed(both);
    expect(request.fetchEnded).toBe('window-ended');
    expect(request.receipts.map(({ kind }) => kind)).toEqual(['request', 'fulfilment', 'deletion']);
    expect(Date.parse(request.closedAt!)).toBeLessThan(Date.parse(request.tooLateAt));
  });
});

describe('the end of the silence of a Californian', () => {
  it('names the ground of every law that gives the right', async () => {
    await goPast(silenceEndsAt(await requestOf(silentInCalifornia), configuration));
    expect((await closed(silentInCalifornia)).state).toBe('denied');
    const receipt = (await stage.receipts(silentInCalifornia.id)).at(-1)!;
    expect(receipt).toMatchObject({
      kind: 'denial',
      grounds: [{ law: expect.stringMatching(/^GDPR/) as string }, { law: '11 CCR 7062(d)' }],
    });
  });
});

describe('a deletion that is late again after its extension', () => {
  it('has somebody choose anew, sends no half deletion by itself, and finishes when the system is back', async () => {
    const request = await requestOf(lateDeletion);
    await goPast(milestones(request, configuration).chooseAt);
    await stage.waitForTask(lateDeletion.id, 'late-choice');
    await goPast(milestones(request, configuration).interimAt);
    await stage.laptop.advanceClock('PT2H');
    expect((await requestOf(lateDeletion)).deliveries).toEqual([]);
    await stage.repairCrm(CRM_NONSENSE);
    await agent.endTask(`req_${lateDeletion.id}`, await stage.waitForTask(lateDeletion.id, 'system-failed'), { outcome: 'retry' });
    await closed(lateDeletion);
    expect((await stage.receipts(lateDeletion.id)).at(-1)).toMatchObject({ kind: 'deletion', interim: false, scope: 'full' });
  });
});

describe('the end of the download window', () => {
  it('destroys case key, vault, packages and stored mails; the receipts stay, the status page says so', async () => {
    await goPast(purgeAt(await stage.cloud.caseOf(plain.id), configuration) + HOUR_MS);
    const { purgedAt, irrecoverableFrom } = await stage.waitFor(plain.id, 'the receipt of a purge', ({ request }) =>
      request.receipts.at(-1)?.kind === 'closure' ? request : undefined,
    );
    expect(Date.parse(irrecoverableFrom!) - Date.parse(purgedAt!)).toBe(7 * 24 * HOUR_MS);
    expect(await stage.cloud.objects('vault', `req_${plain.id}/`)).toEqual([]);
    expect(await stage.cloud.objects('delivery', `req_${plain.id}/`)).toEqual([]);
    expect((await stage.cloud.items('CaseKeys')).map(({ pk }) => pk)).not.toContain(`CASE#req_${plain.id}`);
    const receipts = await stage.receipts(plain.id);
    expect(receipts.map(({ kind }) => kind)).toEqual(['request', 'fulfilment', 'closure']);
    expect(receipts.at(-1)).toMatchObject({ closure: { reason: 'purged', purgedAt, irrecoverableFrom }, subject: receipts[0]!.subject });
    const page = await (await fetch(plain.statusUrl)).text();
    expect(page).toMatch(/We erased the working data of this request on .* nobody can restore it/);
  });

  it('ends the download link', async () => {
    const [mail] = await stage.laptop.mails({ to: 'jonas.feld@example.com', subject: /ready/i });
    const response = await fetch(`${linkTo(await stage.laptop.mail(mail!.id), '/download/')}/1`);
    expect([404, 410]).toContain(response.status);
  });
});
