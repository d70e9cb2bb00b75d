/** The shapes of what people write, part by part, so that one bad part does not hide the problems of another. */
import { JUSTIFICATIONS } from '../dpv/justifications.ts';
import { LAW_IDS } from '../law/law-ids.ts';
import { isDeliverable } from '../person.ts';
import * as z from 'zod';

const name = z.string().trim().min(1);
const email = z.string().regex(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/, 'write an e-mail address such as privacy@company.example');
const url = z.string().refine(isHttpsUrl, 'write an https address (http only for this machine)');
const country = z.string().regex(/^[A-Z]{2}$/, 'write an ISO 3166-1 code such as DE');
const place = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'write an ISO 3166 code such as DE, DE-BE or US-CA');
const text = z.union([name, z.record(z.string(), name)], 'write a text, or one per language: { en: ..., de: ... }');
const wholeNumber = z.int().min(0);

function isHttpsUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\..*|\[::1\])$/.test(hostname));
}

function isZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}

/** True for a day that exists: the 31st of June does not. */
function isDay(value: string): boolean {
  const at = new Date(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

function differ(reminders: { daysBefore: number }[]): boolean {
  return new Set(reminders.map(({ daysBefore }) => daysBefore)).size === reminders.length;
}

const zone = z.string().refine(isZone, 'write a time zone of the IANA list such as Europe/Berlin');
const legalBasis = z.enum(['consent', 'contract', 'legal-obligation', 'vital-interests', 'public-task', 'legitimate-interests']);
const transfer = z.strictObject({ country, safeguard: name });

const party = z.strictObject({ name, address: name, country: place, email, url: url.optional(), phone: name.optional() });

export const controller = z.strictObject({ ...party.shape, zone });

export const brand = z.discriminatedUnion(
  'role',
  [
    z.strictObject({ label: text, role: z.literal('controller') }),
    z.strictObject({ label: text, role: z.literal('processor'), controller: party }),
  ],
  "write role 'controller', or role 'processor' with the `controller` who must answer",
);

const day = z.string().refine(isDay, 'write a day as 2026-12-07');

export const holidays = z.record(place, z.strictObject({ add: z.record(day, name).optional(), remove: z.array(day).optional() }));

export const dataProtectionOfficer = z.strictObject({ name, email });
export const laws = z.array(z.enum(LAW_IDS, `write the id of a law: ${LAW_IDS.join(', ')}`)).min(1);
export const languages = z.array(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'write a language code such as en or de')).min(1);
export const textShape = text;
export const emailShape = email;
export const urlShape = url;

/** SES takes mail for whole domains, and answers go out from it: the address must be one that it can write to. */
export const mailbox = z
  .string()
  .refine(isDeliverable, 'write an e-mail address of a domain that SES receives: privacy@requests.company.example');

export const recipient = z.strictObject({
  name,
  role: z.enum(['processor', 'controller', 'service-provider', 'contractor', 'third-party', 'authority']),
  country,
  purpose: text,
});

const reminder = z.strictObject({ daysBefore: z.int().min(0).max(90), to: z.array(email).min(1) });

export const policies = z
  .strictObject({
    downloadDays: z.int().min(30),
    paperDays: z.int().min(1).max(90),
    recordYears: z.int().min(1).max(30),
    lateChoiceWorkingDays: z.int().min(1).max(20),
    interimWhenLate: z.strictObject({ export: z.boolean(), erase: z.boolean() }),
    silenceDays: z.int().min(1).max(30),
    backupDays: wholeNumber,
    optionalPauses: z.boolean(),
    targetDays: z.int().min(0).max(20),
    reminders: z.array(reminder).refine(differ, 'write one entry per number of days'),
    partBytes: z
      .int()
      .min(1024 ** 2)
      .max(4 * 1024 ** 3),
  })
  .partial();

/** Type 0x04: signatures of a witness, with their time (c2sp.org/tlog-cosignature). */
const witnessKey = z
  .string()
  .regex(/^[^\s+]+\+[0-9a-f]{8}\+B[A-Za-z0-9+/]{43}$/, 'write the verifier key that `quittance witness --new-key` printed');
export const witnesses = z.array(z.strictObject({ url, vkey: witnessKey })).max(10, 'name at most ten');

export const staff = z.strictObject({ rolesClaim: name.optional() });

const columnWords = {
  disclose: z.enum(['value', 'describe', 'never']).optional(),
  provided: z.enum(['given', 'observed', 'derived']).optional(),
  about: z.enum(['person', 'other']).optional(),
};

const shared = {
  purpose: text.optional(),
  legalBasis: legalBasis.optional(),
  recipients: z.array(name).optional(),
  transfers: z.array(transfer).optional(),
  retention: text.optional(),
};

export const datasetDefaults = z.strictObject({ ...shared, ...columnWords, source: text.optional() });

const column = z.union(
  [name, z.strictObject({ category: name, label: text.optional(), ...shared, ...columnWords })],
  "write a short form such as 'contact given' or an object with a category",
);

const constants = z.record(z.string(), z.string().nullable());
const retention = z.strictObject({
  ground: z.enum(JUSTIFICATIONS, "write a justification of the DPV, such as 'justifications:LegalObligation'"),
  article: name,
  from: name,
  years: z.int().min(1).max(100),
  toYearEnd: z.boolean().optional(),
  sentence: text,
});

const erasure = z.union(
  [
    z.literal('delete'),
    z.discriminatedUnion('how', [
      z.strictObject({ how: z.literal('delete'), shell: constants.optional() }),
      z.strictObject({ how: z.literal('anonymise'), columns: constants }),
      z.strictObject({ how: z.literal('retain'), retain: retention, blank: z.array(name).optional() }),
    ]),
  ],
  "write 'delete', { how: 'delete', shell }, { how: 'anonymise', columns } or { how: 'retain', retain: { ground, article, from, years, sentence } }",
);

const dataset = { ...shared, ...columnWords, source: text.optional(), label: text, columns: z.record(name, column), erasure };
const names = z.record(name, name);
const target = z.record(name, z.string().regex(/^[^.]+\.[^.]+$/, "write 'dataset.column'"));

export const postgresDataset = z.strictObject({
  ...dataset,
  table: name.optional(),
  key: z.union([name, z.array(name).min(1)], 'write a column or a list of columns').optional(),
  match: names.optional(),
  yields: names.optional(),
  belongsTo: target.optional(),
  refersTo: target.optional(),
});

const statuses = z.array(z.int().min(200).max(499));
const request = {
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  path: z.string().regex(/^\/[^?#]*$/, 'start the path with / and put the query into `query`'),
  query: z.record(name, z.string()).optional(),
  body: z.json().optional(),
  expect: statuses.optional(),
  absent: statuses.optional(),
};
const jsonPath = z.string().regex(/^\$(\.[\w-]+|\[\d+\]|\[\*\])*$/, 'write a path such as $.items, $.data[0].id or $.items[*].id');
const paging = z.union(
  [z.strictObject({ query: name, next: jsonPath }), z.strictObject({ query: name, first: wholeNumber })],
  "write { query, next: '$.cursor' } or { query, first: 1 }",
);
const count = z.strictObject({ ...request, count: jsonPath });
const erase = z.strictObject({ ...request, erased: jsonPath.optional() });

export const httpDataset = z.strictObject({
  ...dataset,
  find: count.optional(),
  export: z.strictObject({ ...request, rows: jsonPath, paging: paging.optional() }),
  erase: erase.optional(),
  verify: count.optional(),
  yields: names.optional(),
});

const system = {
  label: text,
  role: z.enum(['controller', 'processor']).optional(),
  onBehalfOf: party.optional(),
  findAfter: z.array(name).optional(),
  eraseAfter: z.array(name).optional(),
  defaults: z.unknown().optional(),
  datasets: z.record(z.string().regex(/^[a-z][\w-]*$/i, 'name datasets with letters, digits, - and _'), z.unknown()),
  secret: z.string().regex(/^\/?[\w.\-/]+$/, 'write the name of an SSM parameter such as /quittance/connectors/shop'),
  timeoutMs: z.int().min(100).max(600_000).optional(),
};

export const postgresSystem = z.strictObject({
  ...system,
  kind: z.literal('postgres'),
  caSecret: name.optional(),
  pool: z.int().min(1).max(50).optional(),
});

export const httpSystem = z.strictObject({
  ...system,
  kind: z.literal('http'),
  baseUrl: url.optional(),
  auth: z
    .union([z.enum(['bearer', 'basic']), z.strictObject({ header: name })], "write 'bearer', 'basic' or { header: 'X-Api-Key' }")
    .optional(),
  maxBytes: z.int().min(1024).optional(),
  erase: erase.optional(),
  later: z
    .strictObject({
      export: z.strictObject({ ...request, rows: z.record(name, jsonPath) }).optional(),
      erase: z
        .strictObject({
          ...request,
          erased: z.record(name, jsonPath),
          kept: z.record(name, z.strictObject({ count: jsonPath, until: jsonPath })).optional(),
        })
        .optional(),
    })
    .optional(),
});
