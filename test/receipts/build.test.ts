/** What receipts say: the sentences, the lines per system, and what they never say. */
import { contactOf } from '../../lib/domain/person.ts';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../lib/domain/languages.ts';
import { buildDeletionReceipt } from '../../lib/receipts/build-deletion.ts';
import { buildDenialReceipt } from '../../lib/receipts/build-denial.ts';
import { buildExtensionReceipt } from '../../lib/receipts/build-extension.ts';
import { buildFulfilmentReceipt } from '../../lib/receipts/build-fulfilment.ts';
import { buildRequestReceipt } from '../../lib/receipts/build-request.ts';
import { readPayload, type ReceiptPayload } from '../../lib/receipts/payload.ts';
import { subjectRef } from '../../lib/receipts/subject.ts';
import { contextWith, EMAIL, FRAME, NAME, outcome } from './world.ts';

/** What one can do against a refusal, of the whole or of a part. */
const WAYS =
  'If you disagree, you can complain to the authority (Berliner Beauftragte für Datenschutz und Informationsfreiheit), ' +
  'go to court or write to us at dpo@shop.example.';

const sha = 'a'.repeat(64);
const delivery = { readyAt: '2026-11-20T15:20:00.000Z', until: '2026-12-28' };
const finished = { parts: [{ name: 'data.zip', bytes: 1024, sha256: sha }], files: 7, manifestSha256: sha, empty: false };
const exported = outcome('shop', 'export', {
  outcome: 'exported',
  found: 21,
  datasets: [{ dataset: 'customers', found: 21, exported: 21 }],
});
const erased = outcome('shop', 'erase', {
  outcome: 'retained',
  found: 24,
  verifiedAt: '2026-11-20T15:02:00.000Z',
  datasets: [
    { dataset: 'customers', found: 18, erased: 18 },
    { dataset: 'reviews', found: 1, erased: 1 },
    { dataset: 'invoices', found: 5, erased: 2, kept: { count: 3, until: '2034-12-31' } },
  ],
});

describe('the receipt of a request', () => {
  it('says what was asked, when it came in and when it will be answered', () => {
    const receipt = buildRequestReceipt(contextWith(), FRAME);
    expect(receipt.text).toBe(
      'On 1 November 2026 we received your request to see the data we hold about you and to delete your data. We will answer by 1 December 2026.',
    );
    expect(receipt.clock).toEqual({
      rule: '1 month from receipt',
      basis: 'GDPR Art. 12(3)',
      startsAt: '2026-11-01T09:12:00.000Z',
      dueOn: '2026-12-01',
      tooLateAt: '2026-12-01T23:00:00Z',
      laws: ['eu-gdpr'],
      explanation: [
        'Your request reached us on Sunday, 1 November 2026 at 10:12, Central European Time.',
        'The day on which your request reached us does not count (Reg. 1182/71 Art. 3(1)).',
        'Counting 1 month from there gives Tuesday, 1 December 2026 (GDPR Art. 12(3); Reg. 1182/71 Art. 3(2)(c)).',
        'The last day is Tuesday, 1 December 2026; the time is over at 00:00 the next day.',
      ],
    });
  });

  it('says it in German to those who wrote in German', () => {
    const receipt = buildRequestReceipt(contextWith({ lang: 'de', rights: ['erasure'] }), FRAME);
    expect(receipt.text).toBe(
      'Am 1. November 2026 haben wir Ihren Antrag erhalten: Löschung Ihrer Daten. Wir antworten bis zum 1. Dezember 2026.',
    );
    expect(receipt.clock.explanation[1]).toBe('Der Tag, an dem Ihr Antrag bei uns einging, zählt nicht (Reg. 1182/71 Art. 3(1)).');
  });

  it('falls back to English, and says so', () => {
    expect(buildRequestReceipt(contextWith({ lang: 'mt' }), FRAME)).toMatchObject({ lang: 'en' });
  });

  it('dates receipt in the zone of the controller', () => {
    expect(buildRequestReceipt(contextWith({ receivedAt: '2026-10-31T23:30:00.000Z' }), FRAME).text).toContain('On 1 November 2026');
  });

  it('marks a figure whose text has not been read', () => {
    const receipt = buildRequestReceipt(contextWith({ law: 'us-ca-ccpa', residence: 'US-CA', rights: ['limit'] }), FRAME);
    expect(receipt.clock).toMatchObject({ rule: '15 business days from receipt', basis: '11 CCR 7027(g)', toBeConfirmed: true });
  });
});

describe('the remedies', () => {
  it('name the authority of the Land of the company, and the court', () => {
    expect(buildRequestReceipt(contextWith(), FRAME).remedies).toEqual({
      complaint: {
        name: 'Berliner Beauftragte für Datenschutz und Informationsfreiheit',
        url: 'https://www.datenschutz-berlin.de',
        form: 'https://kontakt.datenschutz-berlin.de/',
      },
      court: true,
      reply: 'mailto:dpo@shop.example',
    });
  });

  it('name the agency and the Attorney General in California, and that nobody may be punished for asking', () => {
    const { remedies } = buildRequestReceipt(contextWith({ law: 'us-ca-ccpa', residence: 'US-CA' }), FRAME);
    expect(remedies.complaint).toMatchObject({
      name: 'California Privacy Protection Agency (CalPrivacy)',
      also: [{ name: 'Attorney General of California' }],
    });
    expect(remedies).toMatchObject({ court: false, nonRetaliation: 'We may not treat you worse because you asked.' });
  });
});

describe('the receipt of data handed out', () => {
  it('counts records and systems and names the last day of the download', () => {
    const receipt = buildFulfilmentReceipt(
      { ...contextWith({ outcomes: [exported, outcome('crm', 'export', {})], package: finished }), pass: 'export', delivery },
      FRAME,
    );
    expect(receipt.text).toBe(
      'We put together 21 records about you from 1 system. You can download your copy until 28 December 2026. We keep a record of this request for 3 years.',
    );
    expect(receipt).toMatchObject({ status: 'dpv:RequestFulfilled', interim: false, outstanding: [], identity: { method: 'link' } });
    expect(receipt.package).toEqual({ parts: finished.parts, files: 7, manifestSha256: sha, ...delivery });
    expect(receipt.systems.map(({ label, outcome: what, records }) => [label, what, records])).toEqual([
      ['Shop', 'exported', 21],
      ['CRM', 'not-found', 0],
    ]);
  });

  it('says plainly that nothing was found', () => {
    const context = contextWith({ outcomes: [outcome('shop', 'export', {}), outcome('crm', 'export', {})], package: finished });
    expect(buildFulfilmentReceipt({ ...context, pass: 'export', delivery }, FRAME).text).toContain(
      'We searched 2 systems and found no data about you.',
    );
  });

  it('is interim while a system is outstanding, and names it with its day', () => {
    const late = outcome('crm', 'export', { outcome: 'outstanding', expectedOn: '2026-12-20' });
    const receipt = buildFulfilmentReceipt(
      { ...contextWith({ outcomes: [exported, late], package: finished }), pass: 'export', delivery },
      FRAME,
    );
    expect(receipt).toMatchObject({
      interim: true,
      status: 'dpv:RequestActionDelayed',
      outstanding: [{ id: 'crm', label: 'CRM', expectedOn: '2026-12-20' }],
    });
    expect(receipt.text).toContain('This is the first part of our answer. Still missing: CRM (expected by 20 December 2026).');
  });

  it('never calls itself fulfilled when a system was skipped', () => {
    const skipped = outcome('crm', 'export', { outcome: 'skipped', reason: 'the archive is damaged' });
    const receipt = buildFulfilmentReceipt(
      { ...contextWith({ outcomes: [exported, skipped], package: finished }), pass: 'export', delivery },
      FRAME,
    );
    expect(receipt.status).toBe('dpv:RequestUnfulfilled');
    expect(receipt.text).toContain(`We could not complete CRM: the archive is damaged. ${WAYS}`);
  });

  it('names another right that a person carried out', () => {
    const receipt = buildFulfilmentReceipt({ ...contextWith({ rights: ['rectification', 'erasure'] }), pass: 'act' }, FRAME);
    expect(receipt.text).toBe('We have done what you asked: to correct your data. We keep a record of this request for 3 years.');
    expect(receipt.package).toBeUndefined();
  });
});

describe('the receipt of a deletion', () => {
  it('counts what was deleted, made anonymous and kept, each on its own line', () => {
    const receipt = buildDeletionReceipt(
      { ...contextWith({ outcomes: [exported, erased] }), informed: [{ name: 'MailCo BV', at: FRAME.issuedAt }] },
      FRAME,
    );
    expect(
      receipt.systems.map(({ dataset, outcome: what, records, retain }) => [dataset, what, records, retain?.law, retain?.until]),
    ).toEqual([
      [undefined, 'deleted', 20, undefined, undefined],
      [undefined, 'anonymised', 1, undefined, undefined],
      ['Invoices', 'retained', 3, '§ 147 AO', '2034-12-31'],
    ]);
    expect(receipt).toMatchObject({
      scope: 'partial',
      totals: { deleted: 20, anonymised: 1, retained: 3, failed: 0 },
      backups: { overwrittenBy: '2026-12-25' },
    });
    expect(receipt.text).toBe(
      'We deleted 20 records in 1 system. We made 1 record anonymous, so that nobody can tell any more whom they were about. ' +
        'We keep 3 records until 31 December 2034: Invoices are kept for tax law. Backups are overwritten by 25 December 2026. ' +
        `${WAYS} We keep a record of this request for 3 years.`,
    );
  });

  it('is full when nothing is kept or missing', () => {
    const clean = outcome('shop', 'erase', { outcome: 'deleted', found: 1, datasets: [{ dataset: 'customers', found: 1, erased: 1 }] });
    expect(buildDeletionReceipt(contextWith({ outcomes: [clean, outcome('crm', 'erase', {})] }), FRAME)).toMatchObject({
      scope: 'full',
      status: 'dpv:RequestFulfilled',
    });
  });

  it('does not hide what was found and not deleted', () => {
    const skipped = outcome('shop', 'erase', {
      outcome: 'skipped',
      reason: 'read only',
      found: 20,
      datasets: [{ dataset: 'customers', found: 20, erased: 4 }],
    });
    const receipt = buildDeletionReceipt(contextWith({ outcomes: [skipped] }), FRAME);
    expect(receipt).toMatchObject({ scope: 'partial', status: 'dpv:RequestUnfulfilled', totals: { deleted: 4, failed: 16 } });
  });

  it('explains rows that stay only because kept rows refer to them', () => {
    const shell = outcome('shop', 'erase', {
      outcome: 'retained',
      found: 1,
      datasets: [{ dataset: 'customers', found: 1, kept: { count: 1, until: '2034-12-31' } }],
    });
    const receipt = buildDeletionReceipt(contextWith({ outcomes: [shell] }), FRAME);
    expect(receipt.systems[0]?.retain).toMatchObject({
      law: '§ 147 AO',
      text: 'They no longer say who you are; they stay because records which the law keeps refer to them.',
    });
  });

  it('states when the case was purged, once it is', () => {
    const purged = { purgedAt: '2027-01-01T00:00:00.000Z', irrecoverableFrom: '2027-01-08T00:00:00.000Z' };
    expect(buildDeletionReceipt(contextWith({ outcomes: [erased], ...purged }), FRAME)).toMatchObject(purged);
  });
});

describe('the receipt of a denial', () => {
  const grounds = [
    {
      code: 'justifications:IdentityVerificationFailure',
      law: 'GDPR Art. 12(2), 12(6)',
      text: 'We could not confirm that the account is yours',
    },
  ];

  it('gives the reasons and every way to go against it', () => {
    const receipt = buildDenialReceipt({ ...contextWith(), scope: 'full', refusals: [{ rights: ['access', 'erasure'], grounds }] }, FRAME);
    expect(receipt.text).toBe(
      'We did not do what you asked: to see the data we hold about you and to delete your data. ' +
        'We could not confirm that the account is yours (GDPR Art. 12(2), 12(6)). ' +
        `You can ask again at any time: https://privacy.shop.example/request/rights?right=access&right=erasure ${WAYS}`,
    );
    expect(receipt.grounds).toEqual(grounds);
  });

  it('cannot be built without a reason', () => {
    const refusals = [{ rights: ['access' as const], grounds: [] }];
    expect(() => buildDenialReceipt({ ...contextWith(), scope: 'full', refusals }, FRAME)).toThrow('eu-gdpr reasons');
  });
});

describe('every receipt', () => {
  const grounds = [{ code: 'x', law: 'y', text: 'z' }];
  const all = (lang: string): ReceiptPayload[] => {
    const context = contextWith({ lang, outcomes: [exported, erased], package: finished, grounds });
    return [
      buildRequestReceipt(context, FRAME),
      buildExtensionReceipt(
        {
          ...context,
          from: '2026-11-20',
          deadline: context.request.clock.leading.clocks.dates.extended!,
          basis: 'GDPR Art. 12(3)',
          reasons: [{ code: 'justifications:ComplexityOfProcess', text: 'Fourteen systems' }],
        },
        FRAME,
      ),
      buildFulfilmentReceipt({ ...context, pass: 'export', delivery }, FRAME),
      buildDeletionReceipt(context, FRAME),
      buildDenialReceipt({ ...context, scope: 'partial', refusals: [{ rights: ['erasure'], grounds }] }, FRAME),
    ];
  };

  it.each(LANGUAGES)('fits its schema and never names the person (%s)', (lang) => {
    for (const receipt of all(lang)) {
      expect(readPayload(receipt)).toEqual(receipt);
      const text = JSON.stringify(receipt).toLowerCase();
      for (const secret of [EMAIL, NAME, 'erika', 'mustermann']) expect(text).not.toContain(secret.toLowerCase());
    }
  });

  it('refuses a field it does not know', () => {
    expect(() => readPayload({ ...buildRequestReceipt(contextWith(), FRAME), email: EMAIL })).toThrow(
      'A receipt payload does not fit its schema',
    );
    expect(() => readPayload({ ...buildRequestReceipt(contextWith(), FRAME), email: EMAIL })).not.toThrow(EMAIL);
  });

  it('says it in whole sentences', () => {
    for (const receipt of LANGUAGES.flatMap(all)) {
      expect(receipt.text).toMatch(/\.$/);
      expect(receipt.text).not.toMatch(/undefined|NaN|\.\.|\s\s|\d{4}-\d{2}/);
    }
  });
});

it('refers to a person differently in every request', () => {
  const ref = (salt: number, email: string): string => subjectRef(new Uint8Array(32).fill(salt), contactOf({ email })!);
  const one = ref(1, EMAIL);
  expect(one).toMatch(/^hmac-sha256:[A-Za-z0-9_-]{43}$/);
  expect(ref(1, ` ${EMAIL.toUpperCase()} `)).toBe(one);
  expect(ref(2, EMAIL)).not.toBe(one);
});
