/** Receipts as the product signs them, checked against its own schema. */
import { newId } from '../../../lib/domain/ids.ts';
import { readPayload } from '../../../lib/receipts/payload.ts';
import { NOW } from './fake-port.ts';

const issuedAt = '2026-11-28T15:30:00.000Z';

function common(kind: string): Record<string, unknown> {
  const id = newId('rcp', NOW).slice(4);
  return {
    v: 1,
    kind,
    id,
    nonce: 'ZfuflwUxh0K1FOySvNmjow',
    issuedAt,
    issuer: {
      id: 'https://privacy.muster.example',
      name: 'Muster & Söhne GmbH',
      role: 'controller',
      address: 'Musterweg 1, 12345 Berlin',
      contact: { email: 'privacy@muster.example' },
    },
    subject: { ref: 'hmac-sha256:4t68yJBpxITqFBL_PtdWnY9m_2LnDYj2lvf5mx-P8JY' },
    lang: 'en',
    request: {
      ref: 'Q-7F3K-9M2X',
      rights: ['erasure'],
      law: 'eu-gdpr',
      receivedAt: '2026-11-01T09:12:00.000Z',
      channel: 'web',
      dueOn: '2026-12-01',
      tooLateAt: '2026-12-01T23:00:00.000Z',
    },
    remedies: {
      complaint: { name: 'Berliner Beauftragte für Datenschutz', url: 'https://www.datenschutz-berlin.de' },
      court: true,
      reply: 'mailto:privacy@muster.example',
    },
    verify: { url: `https://privacy.muster.example/verify?id=${id}` },
  };
}

const line = (id: string, outcome: string, records: number): Record<string, unknown> => ({
  id,
  label: id,
  outcome,
  records,
  at: '2026-11-28T15:00:00.000Z',
  verifiedAt: '2026-11-28T15:04:00.000Z',
});

/** A deletion in which tax law keeps invoices. */
export function deletionPayload(): Record<string, unknown> {
  const retain = {
    code: 'justifications:LegalObligation',
    law: '§ 147 AO',
    text: 'Tax law makes us keep invoices for eight years.',
    until: '2034-12-31',
  };
  return readPayload({
    ...common('deletion'),
    text: 'We deleted 911 records in 3 systems. We keep 69 invoices until 31 December 2034, because tax law requires it. Backups are overwritten by 2 January 2027.',
    status: 'dpv:RequestFulfilled',
    interim: false,
    scope: 'partial',
    systems: [
      line('Shop', 'deleted', 840),
      { ...line('Shop', 'retained', 69), dataset: 'Invoices', retain },
      line('Customer care', 'deleted', 71),
      line('Newsletter', 'not-found', 0),
    ],
    outstanding: [],
    identity: { method: 'link', at: '2026-11-01T09:30:00.000Z' },
    totals: { deleted: 911, anonymised: 0, retained: 69, failed: 0 },
    backups: { overwrittenBy: '2027-01-02' },
    informed: [{ name: 'MailCo BV', at: '2026-11-28T15:20:00.000Z' }],
  });
}

/** A denial because nobody confirmed the address. */
export function denialPayload(): Record<string, unknown> {
  return readPayload({
    ...common('denial'),
    text: 'We did not delete data, because nobody confirmed the address. You can complain to the authority, or go to court.',
    status: 'dpv:RequestUnfulfilled',
    scope: 'full',
    grounds: [
      { code: 'justifications:IdentityVerificationFailure', law: 'GDPR Art. 12(2), 12(6)', text: 'Nobody confirmed the email address.' },
    ],
  });
}

/** A deletion refused to somebody unknown, with all that can go with a refusal. */
export function refusalPayload(): Record<string, unknown> {
  const { remedies, ...rest } = common('denial');
  return readPayload({
    ...rest,
    text: 'We did not do what you asked: to delete your data.',
    status: 'dpv:RequestUnfulfilled',
    scope: 'full',
    rights: ['erasure'],
    grounds: [
      {
        code: 'justifications:LegalClaimImpaired',
        ground: 'legal_claims',
        law: 'GDPR Art. 17(3)(e)',
        text: 'We need these data for legal claims.',
        under: 'eu-gdpr',
        right: 'erasure',
      },
    ],
    reason: 'There is a lawsuit about your order.',
    offers: {
      optOut: 'https://privacy.muster.example/request/rights?right=opt-out-of-sale',
      again: 'https://privacy.muster.example/request/rights?right=erasure',
      categories: [{ category: 'purchase', purposes: ['to run the shop'], sources: ['you'], recipients: ['Parcel Post'] }],
    },
    remedies: {
      ...(remedies as object),
      complaint: { name: 'Privacy Commissioner', within: 'P6M', also: [{ name: 'Attorney General', form: 'https://ag.example/form' }] },
      appeal: { within: 'P45D', extension: 'P60D' },
      controller: { acknowledgedWithin: 'P30D' },
      nonRetaliation: 'We may not treat you worse because you asked.',
    },
  });
}
