/** Receipts of every kind as they are signed, in two languages. */
import { readPayload, type ReceiptPayload } from '../../../lib/receipts/payload.ts';

const ID = '019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c04';
const BASE = 'https://privacy.shop.example';

function everyField(lang: string): Record<string, unknown> {
  return {
    v: 1,
    id: ID,
    nonce: 'ZfuflwUxh0K1FOySvNmjow',
    issuedAt: '2026-11-28T15:30:00.000Z',
    issuer: {
      id: BASE,
      name: 'Größe & Söhne GmbH',
      role: 'controller',
      address: 'Musterweg 1, 12345 Berlin',
      contact: { email: 'dpo@shop.example', url: 'https://shop.example' },
    },
    subject: { ref: 'hmac-sha256:4t68yJBpxITqFBL_PtdWnY9m_2LnDYj2lvf5mx-P8JY' },
    lang,
    remedies: {
      complaint: {
        name: 'Berliner Beauftragte für Datenschutz und Informationsfreiheit',
        url: 'https://www.datenschutz-berlin.de',
        form: 'https://www.datenschutz-berlin.de/buergerinnen-und-buerger/beschwerde',
      },
      court: true,
      reply: 'mailto:dpo@shop.example',
    },
    verify: { url: `${BASE}/verify?id=${ID}`, log: 'privacy.shop.example/log/2026' },
  };
}

function requestFields(lang: string): Record<string, unknown> {
  return {
    ...everyField(lang),
    request: {
      ref: 'Q-7F3K-9M2X',
      rights: ['access', 'erasure'],
      law: 'eu-gdpr',
      receivedAt: '2026-11-01T09:12:00.000Z',
      channel: 'web',
      dueOn: '2026-12-01',
      tooLateAt: '2026-12-01T23:00:00.000Z',
    },
  };
}

const TEXTS = {
  en: {
    deleted: (systems: number) =>
      `We deleted 911 records in ${systems} systems. We keep 69 invoices until 31 December 2034: Invoices are kept for tax law. Backups are overwritten by 2 January 2027.`,
    kept: 'Tax law makes us keep invoices for eight years.',
    dataset: 'Invoices',
    systems: [
      'Shop',
      'Customer care',
      'Newsletter',
      'Warehouse',
      'Payments',
      'Web analytics',
      'Returns',
      'Loyalty club',
      'Reviews',
      'Fraud checks',
    ],
    requested:
      'On 1 November 2026 we received your request to see the data we hold about you and to delete your data. We will answer by 1 December 2026.',
    steps: [
      'Your request came in on Sunday, 1 November 2026.',
      'The law gives one month from receipt (Art. 12(3) GDPR): until 1 December 2026.',
      'That is a working day, so it stays.',
    ],
    refused: 'We did not do what you asked: to delete your data.',
    ground: 'We need these data to establish, exercise or defend legal claims.',
    case: 'There is a lawsuit about your order of 3 March 2026.',
  },
  de: {
    deleted: (systems: number) =>
      `Wir haben 911 Einträge in ${systems} Systemen gelöscht. Wir behalten 69 Einträge bis 31. Dezember 2034: Rechnungen müssen nach Steuerrecht aufbewahrt werden. Sicherungen sind bis 2. Januar 2027 überschrieben.`,
    kept: 'Das Steuerrecht verlangt, dass wir Rechnungen acht Jahre lang aufbewahren.',
    dataset: 'Rechnungen',
    systems: [
      'Laden',
      'Kundenbetreuung',
      'Newsletter',
      'Lagerverwaltung',
      'Zahlungen',
      'Besuchszählung der Website',
      'Rücksendungen',
      'Kundenkarte',
      'Bewertungen',
      'Betrugsprüfung',
    ],
    requested:
      'Am 1. November 2026 haben wir Ihren Antrag erhalten, Ihre Daten zu sehen und zu löschen. Wir antworten bis zum 1. Dezember 2026.',
    steps: [
      'Ihr Antrag ging am Sonntag, 1. November 2026, ein.',
      'Das Gesetz gibt einen Monat ab Eingang (Art. 12 Abs. 3 DSGVO): bis 1. Dezember 2026.',
      'Das ist ein Werktag, dabei bleibt es.',
    ],
    refused: 'Wir haben nicht getan, was Sie verlangt haben: Ihre Daten zu löschen.',
    ground: 'Wir brauchen diese Daten, um Rechtsansprüche geltend zu machen, auszuüben oder zu verteidigen.',
    case: 'Es gibt einen Rechtsstreit über Ihre Bestellung vom 3. März 2026.',
  },
};

type Lang = keyof typeof TEXTS;

const at = '2026-11-28T15:00:00.000Z';
const verifiedAt = '2026-11-28T15:04:00.000Z';

/** A deletion in as many systems, one of which keeps invoices. */
export function deletionOf(systems: number, lang: Lang = 'en'): ReceiptPayload {
  const words = TEXTS[lang];
  const lines = Array.from({ length: systems - 1 }, (_, place) => {
    const label = words.systems[place % words.systems.length]!;
    const name = place < words.systems.length ? label : `${label} ${place + 1}`;
    const found = place % 5 !== 2;
    const records = found ? 3 + ((place * 37) % 4001) : 0;
    return { id: `s${place}`, label: name, outcome: found ? 'deleted' : 'not-found', records, at, verifiedAt };
  });
  const retain = { code: 'justifications:LegalObligationImpaired', law: '§ 147 AO', text: words.kept, until: '2034-12-31' };
  const kept = { id: 's0', label: words.systems[0]!, dataset: words.dataset, outcome: 'retained', records: 69, at, verifiedAt, retain };
  return readPayload({
    ...requestFields(lang),
    kind: 'deletion',
    text: words.deleted(systems),
    status: 'dpv:RequestFulfilled',
    interim: false,
    scope: 'partial',
    systems: [...lines, kept],
    outstanding: [],
    identity: { method: 'link', at: '2026-11-01T09:30:00.000Z' },
    totals: { deleted: 911, anonymised: 0, retained: 69, failed: 0 },
    backups: { overwrittenBy: '2027-01-02' },
    informed: [{ name: 'MailCo BV', at }],
  });
}

/** The acknowledgement, with the count behind its date. */
export function acknowledgementIn(lang: Lang): ReceiptPayload {
  const words = TEXTS[lang];
  return readPayload({
    ...requestFields(lang),
    kind: 'request',
    text: words.requested,
    status: 'dpv:RequestAcknowledged',
    clock: {
      rule: 'P1M',
      basis: 'Art. 12(3) GDPR',
      startsAt: at,
      dueOn: '2026-12-01',
      tooLateAt: '2026-12-01T23:00:00.000Z',
      laws: ['eu-gdpr'],
      explanation: words.steps,
    },
  });
}

/** A refusal with all that can go with one. */
export function denialIn(lang: Lang): ReceiptPayload {
  const words = TEXTS[lang];
  const fields = requestFields(lang);
  return readPayload({
    ...fields,
    kind: 'denial',
    text: words.refused,
    status: 'dpv:RequestUnfulfilled',
    scope: 'full',
    rights: ['erasure'],
    grounds: [
      { code: 'justifications:LegalClaimImpaired', law: 'GDPR Art. 17(3)(e)', text: words.ground, under: 'eu-gdpr', right: 'erasure' },
    ],
    reason: words.case,
    offers: {
      optOut: `${BASE}/request/rights?right=opt-out-of-sale`,
      again: `${BASE}/request/rights?right=erasure`,
      categories: [{ category: 'purchase', purposes: ['to run the shop'], sources: ['you'], recipients: ['Parcel Post'] }],
    },
    remedies: {
      ...(fields['remedies'] as object),
      appeal: { within: 'P45D', extension: 'P60D' },
      controller: { acknowledgedWithin: 'P30D' },
      nonRetaliation: 'We may not treat you worse because you asked.',
    },
  });
}

/** Kinds that have a block of their own, all in English. */
export function otherKinds(): ReceiptPayload[] {
  const fields = requestFields('en');
  const fulfilment = {
    kind: 'fulfilment',
    text: 'We put together 980 records about you from 2 systems. You can download your copy until 28 December 2026.',
    status: 'dpv:RequestActionDelayed',
    interim: true,
    systems: [
      { id: 'shop', label: 'Shop', outcome: 'exported', records: 980, at },
      { id: 'crm', label: 'Customer care', outcome: 'outstanding', records: 0, at, expectedOn: '2026-12-20' },
    ],
    outstanding: [{ id: 'crm', label: 'Customer care', expectedOn: '2026-12-20' }],
    package: {
      parts: [{ name: 'your-data-1.zip', bytes: 4_231_887, sha256: 'a'.repeat(64) }],
      files: 12,
      manifestSha256: 'b'.repeat(64),
      readyAt: at,
      until: '2026-12-28',
    },
  };
  const extension = {
    kind: 'extension',
    text: 'We need more time. New date: 1 February 2027 (GDPR Art. 12(3)). The request is complex.',
    status: 'dpv:RequestActionDelayed',
    clock: {
      from: '2026-12-01',
      to: '2027-02-01',
      tooLateAt: '2027-02-01T23:00:00.000Z',
      basis: 'GDPR Art. 12(3)',
      reasons: [{ code: 'justifications:ComplexityOfProcess', text: 'Your data are in an archive on paper.' }],
      laws: ['eu-gdpr'],
      explanation: ['Two further months are allowed.'],
    },
  };
  const closure = {
    kind: 'closure',
    text: 'Your request has ended.',
    status: 'dpv:RequestFulfilled',
    closure: { reason: 'purged', at, purgedAt: at, irrecoverableFrom: '2026-12-05T15:00:00.000Z' },
  };
  const correction = {
    kind: 'correction',
    text: 'We deleted 912 records in 3 systems.',
    status: 'dpv:RequestFulfilled',
    supersedes: { id: '019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c05', sha256: 'sha256:4t68yJBpxITqFBL_PtdWnY9m_2LnDYj2lvf5mx-P8JY' },
    reason: 'One record had been counted in the wrong system.',
  };
  const ofRequest = [fulfilment, extension, closure, correction].map((rest) => readPayload({ ...fields, ...rest }));
  return [...ofRequest, consentPayload()];
}

function consentPayload(): ReceiptPayload {
  const decision = {
    purpose: { id: 'newsletter', label: 'Send you our newsletter', dpv: 'dpv:Marketing' },
    channels: ['email'],
    data: [{ label: 'Email address', dpv: 'pd:EmailAddress', necessity: 'required', sensitivity: 'normal' }],
    legalBasis: 'eu-gdpr:A6-1-a',
    status: 'dpv:ConsentGiven',
    type: 'dpv:ExpressedConsent',
    at: '2026-11-21T17:59:58.000Z',
    validUntil: '2027-11-21',
    storage: { locations: ['DE', 'IE'], duration: 'P12M', deletionWithin: 'P1M' },
    recipients: [{ name: 'MailCo BV', role: 'processor', country: 'NL' }],
  };
  const refused = {
    ...decision,
    purpose: { id: 'ads', label: 'Show you personal adverts' },
    channels: ['web'],
    status: 'dpv:ConsentRefused',
    validUntil: undefined,
    storage: undefined,
    recipients: undefined,
    type: undefined,
  };
  return readPayload({
    ...everyField('en'),
    kind: 'consent',
    text: 'You said yes to our newsletter by email until 21 November 2027 and no to personal adverts. You can withdraw at any time.',
    status: 'dpv:ConsentGiven',
    conformsTo: ['https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr'],
    jurisdiction: 'DE',
    decisions: [decision, JSON.parse(JSON.stringify(refused))],
    notice: { id: 'notice-2026-10', version: '3', sha256: 'c'.repeat(64), url: 'https://privacy.shop.example/n/3', lang: 'en' },
    collection: { method: 'web form, unticked boxes', service: 'Shop newsletter' },
    withdraw: { url: 'https://privacy.shop.example/w/token', method: 'one click, no sign-in' },
  });
}

/** The payload as a compact JWS: what shows receipts does not check signatures. */
export function asJws(payload: object): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'ES256', kid: 'k', typ: 'receipt+jws' })}.${part(payload)}.${'A'.repeat(86)}`;
}

export const VERIFY_URL = `${BASE}/verify?id=${ID}`;
