/** A made-up person, company and export with everything that is hard about packages. */
import { sampleRequest } from '../sample-request.ts';
import { DEFAULT_POLICIES } from '../../lib/domain/config/default-policies.ts';
import type { Row } from '../../lib/connectors/connector.ts';
import type { Configuration } from '../../lib/domain/configuration.ts';
import type { Column, NamedDataset } from '../../lib/domain/data-map.ts';
import type { Request } from '../../lib/domain/request.ts';
import type { RequestEvent } from '../../lib/domain/request-events.ts';
import type { PackageContent } from '../../lib/packages/content.ts';

/** Values that must not occur anywhere in a package. */
export const SECRETS = {
  passwordHash: '$2b$12$plantedpasswordhashplantedpassword',
  nationalId: '65-170839-J-00K',
  otherPerson: 'Brunhilde Andersmensch',
  staffName: 'clerk.kowalski@shop.example',
} as const;

const person: Omit<Column, 'category'> = { disclose: 'value', provided: 'given', about: 'person' };

const customers: NamedDataset = {
  name: 'customers',
  label: { en: 'Customer account', de: 'Kundenkonto' },
  purpose: { en: 'Running your account', de: 'Ihr Konto führen' },
  legalBasis: 'contract',
  recipients: ['Hosting Ltd'],
  transfers: [{ country: 'US', safeguard: 'Standard contractual clauses (Art. 46(2)(c) GDPR)' }],
  retention: { en: 'As long as you have an account', de: 'Solange Sie ein Konto haben' },
  columns: {
    id: { ...person, category: 'Identifiers', provided: 'observed' },
    name: { ...person, category: 'Identifiers', label: { en: 'Name' } },
    national_id: {
      ...person,
      category: 'Government identifiers',
      disclose: 'describe',
      label: { en: 'National identification number', de: 'Nationale Kennnummer' },
    },
    tax_id: { ...person, category: 'Government identifiers', disclose: 'describe', label: { en: 'Tax number' } },
    password_hash: { ...person, category: 'Security', disclose: 'never', label: { en: 'Password', de: 'Passwort' } },
    score: { ...person, category: 'Inferences', provided: 'derived', legalBasis: 'legitimate-interests', recipients: [] },
    profile: { ...person, category: 'Preferences' },
  },
  erasure: { how: 'delete' },
};

const messages: NamedDataset = {
  name: 'messages',
  label: { en: 'Messages' },
  purpose: { en: 'Customer service' },
  legalBasis: 'legitimate-interests',
  recipients: ['Ads Inc'],
  transfers: [],
  retention: { en: 'Two years' },
  source: { en: 'The support forum' },
  columns: {
    id: { ...person, category: 'Identifiers', provided: 'observed' },
    body: { ...person, category: 'Communications' },
    other_name: { ...person, category: 'Communications', about: 'other', label: { en: 'Name of the other person' } },
  },
  erasure: { how: 'delete' },
};

const orders: NamedDataset = {
  ...customers,
  name: 'orders',
  label: { en: 'Orders', de: 'Bestellungen' },
  columns: {
    number: { ...person, category: 'Commercial information', provided: 'observed' },
    total: { ...person, category: 'Commercial information', provided: 'observed' },
    paid: { ...person, category: 'Commercial information', provided: 'observed' },
  },
  erasure: {
    how: 'retain',
    retain: {
      ground: 'justifications:LegalObligation',
      article: '§ 147 AO',
      from: 'date',
      years: 8,
      sentence: { en: 'Tax law keeps invoices.' },
    },
  },
};

const configuration: Configuration = {
  controller: {
    name: 'Shop & Söhne GmbH',
    address: 'Hauptstr. 1, 10115 Berlin',
    country: 'DE-BE',
    email: 'privacy@shop.example',
    zone: 'Europe/Berlin',
  },
  dataProtectionOfficer: { name: 'Dr. Datenschutz', email: 'dpo@shop.example' },
  laws: ['eu-gdpr', 'us-ca-ccpa'],
  languages: ['en', 'de'],
  mailFrom: 'privacy@shop.example',
  recipients: [
    { name: 'Hosting Ltd', role: 'processor', country: 'IE', purpose: { en: 'Runs our servers' } },
    { name: 'Ads Inc', role: 'third-party', country: 'US', purpose: { en: 'Shows advertisements' } },
  ],
  systems: {
    shop: {
      label: { en: 'Shop', de: 'Laden' },
      findAfter: [],
      eraseAfter: [],
      kind: 'postgres',
      datasets: [customers, orders],
      settings: {},
    },
    crm: { label: { en: 'Customer service' }, findAfter: [], eraseAfter: [], kind: 'http', datasets: [messages], settings: {} },
  },
  identifiers: { customerId: { en: 'Customer number', de: 'Kundennummer' } },
  policies: { ...DEFAULT_POLICIES, silenceDays: 7, partBytes: 3.5 * 2 ** 30 },
  staff: { rolesClaim: 'roles' },
};

const id = 'req_019a8f00-0000-7000-8000-000000000001' as const;

const request = {
  id,
  reference: 'Q-7K2M-9XQ1',
  rights: ['access', 'portability'],
  law: 'eu-gdpr',
  residence: 'DE',
  receivedAt: '2026-11-02T09:00:00.000Z',
} satisfies Partial<Request>;

const events: RequestEvent[] = [
  { requestId: id, seq: 2, key: 'verified', type: 'verified', at: '2026-11-02T09:05:00.000Z', data: { method: 'link' } },
  {
    requestId: id,
    seq: 3,
    key: 'reviewed',
    type: 'reviewed',
    at: '2026-11-03T10:00:00.000Z',
    data: { by: SECRETS.staffName, decision: 'approved', released: [] },
  },
];

export const NAME = 'Zoë 🦊 <script>alert(1)</script> عبدالله';

const ROWS: Record<string, Row[][]> = {
  'shop/customers': [
    [
      {
        id: 42,
        name: NAME,
        national_id: SECRETS.nationalId,
        tax_id: null,
        password_hash: SECRETS.passwordHash,
        score: 0.75,
        profile: { colours: ['red', 'blue'], 'quo"te': { deep: { deeper: { deepest: [1] } } }, none: null },
      },
    ],
  ],
  'shop/orders': [
    Array.from({ length: 30 }, (_, index) => ({ number: `A-${index + 1}`, total: -1.5 * index, paid: index % 2 === 0 })),
    Array.from({ length: 10 }, (_, index) => ({ number: `B-${index + 1}`, total: 'n/a', paid: null })),
  ],
  'crm/messages': [
    [
      { id: 1, body: '=HYPERLINK("http://evil.example")', other_name: SECRETS.otherPerson },
      { id: 2, body: 'line one\r\nline "two", with comma\u0000', other_name: null },
      { id: 3, body: '@SUM(1)', other_name: null },
      { id: 4, body: '', other_name: null },
    ],
  ],
};

/** What a test changes about the sample. */
export interface Sample {
  request?: Partial<Request>;
  configuration?: Partial<Configuration>;
  content?: Partial<PackageContent>;
  /** Pages by `system/dataset`. */
  rows?: Record<string, Row[][]>;
}

/** The sample with changes; counts nothing, knows nothing of the writer. */
export function sampleContent(change: Sample = {}): PackageContent {
  const rows = change.rows ?? ROWS;
  const stored = new Map<string, Row[]>();
  const pages = Object.entries(rows).flatMap(([name, each]) =>
    each.map((page, index) => {
      const [system, dataset] = name.split('/') as [string, string];
      const key = `${name}/${index}`;
      stored.set(key, page);
      return {
        system,
        dataset,
        key,
        rows: page.length,
        bytes: page.reduce((sum, row) => sum + Buffer.byteLength(JSON.stringify(row)) + 1, 0),
      };
    }),
  );
  const place = { ...configuration, ...change.configuration };
  return {
    configuration: place,
    request: sampleRequest({ ...request, ...change.request }, place),
    events,
    person: { email: 'zoe@example.org', name: NAME, identifiers: { customerId: '42' }, note: '‮RTL note' },
    lang: 'en',
    pages,
    outcomes: [],
    outstanding: [],
    released: [],
    madeAt: '2026-11-20T23:30:00.000Z',
    readPage: async (key) => structuredClone(stored.get(key)!),
    ...change.content,
  };
}
