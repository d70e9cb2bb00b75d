/** A small world for receipt tests: a key, a store in memory, a company and a request. */
import { sampleRequest } from '../sample-request.ts';
import { DEFAULT_POLICIES } from '../../lib/domain/config/default-policies.ts';
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Configuration } from '../../lib/domain/configuration.ts';
import type { Request } from '../../lib/domain/request.ts';
import type { SystemOutcome } from '../../lib/domain/request-events.ts';
import type { ReceiptContext } from '../../lib/receipts/build-frame.ts';
import type { Frame } from '../../lib/receipts/issue.ts';
import { keyFromSpki } from '../../lib/receipts/keys.ts';
import type { KeyNotes } from '../../lib/receipts/note-key.ts';
import type { KeyRecord, ReceiptStore, Signer, StoredReceipt, StoredStatement } from '../../lib/receipts/port.ts';
import { signDigest } from '../../lib/local/kms/ecdsa-digest.ts';
import { subjectRef } from '../../lib/receipts/subject.ts';

export interface TestSigner extends Signer {
  jwk: Record<string, unknown>;
  privateKey: KeyObject;
  pem: string;
}

export function newSigner(): TestSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  return {
    signDigest: async (digest) => await Promise.resolve(signDigest(privateKey, Buffer.from(digest))),
    publicKey: async () => await Promise.resolve(spki),
    jwk: { ...keyFromSpki(spki) },
    privateKey,
    pem: createPublicKey(privateKey).export({ format: 'pem', type: 'spki' }).toString(),
  };
}

/** Keeps receipts as the port demands: the first at a place stays. */
export function newStore(): ReceiptStore & { all: StoredReceipt[] } {
  const all: StoredReceipt[] = [];
  return {
    all,
    get: async (id) => await Promise.resolve(all.find((receipt) => receipt.id === id)),
    ofCase: async (requestId) => await Promise.resolve(all.filter((receipt) => receipt.requestId === requestId)),
    async append(receipt) {
      const taken = all.some(({ requestId, place }) => requestId === receipt.requestId && place === receipt.place);
      if (!taken) all.push(receipt);
      return await Promise.resolve(!taken);
    },
    async erase({ id }) {
      await Promise.resolve(all.splice(0, all.length, ...all.filter((receipt) => receipt.id !== id)));
    },
  };
}

/** Keeps keys and statements as the ports demand. */
export function newKeyNotes(): Pick<KeyNotes, 'history' | 'statements'> & { stated: StoredStatement[] } {
  const known: KeyRecord[] = [];
  const stated: StoredStatement[] = [];
  return {
    stated,
    history: {
      all: async () => await Promise.resolve([...known]),
      async add(record) {
        known.push(record);
        return await Promise.resolve(true);
      },
      async compromise(kid, compromisedSince) {
        Object.assign(
          known.find(({ key }) => key.kid === kid)!,
          { compromisedSince },
        );
        await Promise.resolve();
      },
    },
    statements: {
      get: async (name) => await Promise.resolve(stated.find((statement) => statement.name === name)),
      async state(statement) {
        if (!stated.some(({ name }) => name === statement.name)) stated.push(statement);
        await Promise.resolve();
      },
    },
  };
}

export const EMAIL = 'Erika.Mustermann@example.org';
export const NAME = 'Erika Mustermann';

const dataset = {
  purpose: { en: 'Sales' },
  legalBasis: 'contract',
  recipients: [],
  transfers: [],
  retention: { en: 'three years' },
  columns: {},
} as const;

export const CONFIGURATION: Configuration = {
  controller: {
    name: 'Größe GmbH',
    address: 'Musterweg 1, 12345 Berlin',
    country: 'DE-BE',
    email: 'privacy@shop.example',
    zone: 'Europe/Berlin',
    url: 'https://shop.example',
  },
  dataProtectionOfficer: { name: 'Officer', email: 'dpo@shop.example' },
  laws: ['eu-gdpr', 'us-ca-ccpa'],
  languages: ['en', 'de'],
  mailFrom: 'privacy@shop.example',
  recipients: [],
  systems: {
    shop: {
      label: { en: 'Shop', de: 'Laden' },
      findAfter: [],
      eraseAfter: [],
      kind: 'postgres',
      datasets: [
        { ...dataset, recipients: [], transfers: [], name: 'customers', label: { en: 'Customers' }, erasure: { how: 'delete' } },
        {
          ...dataset,
          recipients: [],
          transfers: [],
          name: 'reviews',
          label: { en: 'Reviews' },
          erasure: { how: 'anonymise', columns: { author: null } },
        },
        {
          ...dataset,
          recipients: [],
          transfers: [],
          name: 'invoices',
          label: { en: 'Invoices', de: 'Rechnungen' },
          erasure: {
            how: 'retain',
            retain: {
              ground: 'justifications:LegalObligation',
              article: '§ 147 AO',
              from: 'issued_on',
              years: 8,
              sentence: { en: 'Invoices are kept for tax law.', de: 'Rechnungen müssen nach Steuerrecht aufbewahrt werden.' },
            },
          },
        },
      ],
      settings: {},
    },
    crm: { label: { en: 'CRM' }, findAfter: [], eraseAfter: [], kind: 'http', datasets: [], settings: {} },
  },
  identifiers: {},
  policies: { ...DEFAULT_POLICIES, silenceDays: 3, partBytes: 4 * 1024 ** 3 },
  staff: { rolesClaim: 'roles' },
};

const GIVEN = {
  id: 'req_019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c10',
  reference: 'Q-7F3K-9M2X',
  rights: ['access', 'erasure'],
  law: 'eu-gdpr',
  residence: 'DE',
  receivedAt: '2026-11-01T09:12:00.000Z',
  verification: 'link',
  verifiedAt: '2026-11-01T09:20:00.000Z',
  passes: ['export', 'erase'],
  seq: 5,
} satisfies Partial<Request>;

export const REQUEST: Request = sampleRequest(GIVEN, CONFIGURATION);

export const FRAME: Frame = {
  id: '019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c04',
  nonce: 'ZfuflwUxh0K1FOySvNmjow',
  issuedAt: '2026-11-20T15:30:00.000Z',
};

/** A context with the request changed as wanted. */
export function contextWith(request: Partial<Request> = {}): ReceiptContext {
  return {
    request: sampleRequest({ ...GIVEN, ...request }, CONFIGURATION),
    configuration: CONFIGURATION,
    baseUrl: 'https://privacy.shop.example',
    subjectRef: subjectRef(new Uint8Array(32).fill(7), EMAIL),
  };
}

/** What a system did, in the shape of the events. */
export function outcome(system: string, pass: 'export' | 'erase', rest: Partial<SystemOutcome>): SystemOutcome {
  return { system, pass, outcome: 'not-found', found: 0, datasets: [], at: '2026-11-20T15:01:00.000Z', ...rest };
}
