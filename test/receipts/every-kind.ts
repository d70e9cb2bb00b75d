/** One receipt of every kind, built by the product from the same request of the same person. */
import { buildAppealReceipt } from '../../lib/receipts/build-appeal.ts';
import { buildClosureReceipt } from '../../lib/receipts/build-closure.ts';
import { buildConsentReceipt, type ConsentRecord } from '../../lib/receipts/build-consent.ts';
import { buildCorrectionReceipt } from '../../lib/receipts/build-correction.ts';
import { buildDeletionReceipt } from '../../lib/receipts/build-deletion.ts';
import { buildDenialReceipt } from '../../lib/receipts/build-denial.ts';
import { buildExtensionReceipt } from '../../lib/receipts/build-extension.ts';
import { buildFulfilmentReceipt } from '../../lib/receipts/build-fulfilment.ts';
import { buildRequestReceipt } from '../../lib/receipts/build-request.ts';
import type { ReceiptContext } from '../../lib/receipts/build-frame.ts';
import type { ReceiptPayload } from '../../lib/receipts/payload.ts';
import { contextWith, FRAME, outcome } from './world.ts';

const sha = 'a'.repeat(64);

export const RECORD: ConsentRecord = {
  lang: 'en',
  residence: 'DE',
  decisions: [
    {
      purpose: { id: 'newsletter', label: 'Send you our newsletter', dpv: 'dpv:Marketing' },
      channels: ['email', 'sms'],
      data: [{ dpv: 'pd:EmailAddress', label: 'E-mail address', necessity: 'required', sensitivity: 'normal' }],
      legalBasis: 'eu-gdpr:A6-1-a',
      status: 'dpv:ConsentGiven',
      type: 'dpv:ExpressedConsent',
      at: '2026-11-21T17:59:58.750Z',
      validUntil: '2027-11-21',
      storage: { locations: ['DE', 'IE'], duration: 'P12M', deletionWithin: 'P1M' },
      recipients: [
        { name: 'MailCo BV', role: 'processor', country: 'NL' },
        { name: 'Partner Ltd', role: 'third-party', country: 'IE' },
      ],
    },
    {
      purpose: { id: 'ads', label: 'Show you personal adverts', dpv: 'dpv:PersonalisedAdvertising' },
      channels: [],
      data: [{ label: 'Pages you viewed', necessity: 'optional', sensitivity: 'normal' }],
      legalBasis: 'eu-gdpr:A6-1-a',
      status: 'dpv:ConsentRefused',
      at: '2026-11-21T17:59:58Z',
    },
  ],
  notice: { id: 'notice-2026-10', version: '3', sha256: sha, url: 'https://privacy.shop.example/n/3', lang: 'en' },
  collection: { method: 'web form, unticked boxes', service: 'Example Shop newsletter' },
  withdraw: { url: 'https://privacy.shop.example/w/1', method: 'one click, no sign-in' },
  rights: 'https://privacy.shop.example/request',
};

const exported = outcome('shop', 'export', {
  outcome: 'exported',
  found: 21,
  datasets: [{ dataset: 'customers', found: 21, exported: 21 }],
});
const ground = { code: 'rights_of_others', law: 'GDPR Art. 15(4), 20(4)', text: 'Doing it would affect others.', under: 'eu-gdpr' };
const refused = outcome('crm', 'export', { outcome: 'skipped', reason: 'Every note is about a colleague.', grounds: [ground] });
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
const late = outcome('crm', 'erase', { outcome: 'outstanding', expectedOn: '2026-12-20' });
const finished = { parts: [{ name: 'data.zip', bytes: 1024, sha256: sha }], files: 7, manifestSha256: sha, empty: false };

const PURGED = { at: '2027-01-01T00:00:00.000Z', purgedAt: '2027-01-01T00:00:00.000Z', irrecoverableFrom: '2027-01-08T00:00:00.000Z' };

function answers(context: ReceiptContext): ReceiptPayload[] {
  const { request } = context;
  const deadline = request.clock.leading.clocks.dates.extended ?? request.clock.leading.deadline;
  const reasons = [{ code: 'complexity', text: 'Fourteen systems must be searched' }];
  const grounds = [
    { code: 'legal_claims', law: 'GDPR Art. 17(3)(e)', text: 'We need these data for legal claims', right: 'erasure' as const },
  ];
  const delivery = { readyAt: '2026-11-20T15:20:00.000Z', until: '2026-12-28' };
  return [
    buildRequestReceipt(context, FRAME),
    buildExtensionReceipt({ ...context, from: '2026-11-20', deadline, basis: 'GDPR Art. 12(3)', reasons }, FRAME),
    buildFulfilmentReceipt({ ...context, pass: 'export', delivery }, FRAME),
    buildDeletionReceipt({ ...context, informed: [{ name: 'MailCo BV', at: FRAME.issuedAt }] }, FRAME),
    buildDenialReceipt({ ...context, scope: 'partial', refusals: [{ rights: ['erasure'], grounds, reason: 'There is a lawsuit' }] }, FRAME),
  ];
}

type Change = Parameters<typeof contextWith>[0];

/** A decision on an appeal under a law that has appeals. */
function appealDecided(lang: string, change: Change): ReceiptPayload {
  const [law, article] = ['us-va', 'Va. Code 59.1-577(C)'];
  const refused = ['access', 'erasure'] as ('access' | 'erasure')[];
  const appealOf = {
    id: 'req_019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c11' as const,
    reference: 'Q-0000-0000' as const,
    refused,
    deciders: ['rita'],
  };
  const context = contextWith({ lang, rights: ['appeal'], law, laws: [law], residence: 'US-VA', appealOf, ...change });
  const reason = 'The law keeps them';
  const decision = { by: 'dora', decision: 'granted' as const, rights: refused.slice(0, 1), stands: refused.slice(1), reason, article };
  return buildAppealReceipt({ ...context, decision }, FRAME);
}

/** A stored receipt that turned out to be wrong. */
export function wrongReceipt(payload: ReceiptPayload): { id: string; jws: string; issuedAt: string } {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return { id: `rcp_${payload.id}`, jws: `${part({ alg: 'ES256' })}.${part(payload)}.c2ln`, issuedAt: payload.issuedAt };
}

/** Every kind, in a language; `change` changes the request before anything is built. */
export function everyKind(lang: string, change: Change = {}): ReceiptPayload[] {
  const context = contextWith({ lang, outcomes: [exported, refused, erased, late], package: finished, ...change });
  const ordinary = answers(context);
  const withdrawn = { reason: 'withdrawn', at: '2026-11-21T17:00:00.000Z', by: 'person' } as const;
  const wrong = wrongReceipt(ordinary[3]!);
  return [
    buildConsentReceipt({ ...context, record: { ...RECORD, lang } }, FRAME),
    ...ordinary,
    appealDecided(lang, change),
    buildClosureReceipt({ ...context, closure: withdrawn }, FRAME),
    buildClosureReceipt({ ...context, closure: { reason: 'purged', ...PURGED } }, FRAME),
    buildCorrectionReceipt(
      { ...context, wrong, text: 'We deleted 19 records', reason: 'One record was counted twice' },
      { ...FRAME, prev: `sha256:${'A'.repeat(43)}` },
    ),
  ];
}
