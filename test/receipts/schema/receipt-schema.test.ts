/** The published schema: what is signed fits it, and what may change in it without a new version. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../lib/domain/languages.ts';
import published from '../../../lib/receipts/schema/receipt-1.schema.json' with { type: 'json' };
import { HAS_SHARED, sharedExamples } from '../conformance.ts';
import { everyKind } from '../every-kind.ts';
import { breakingChanges, receiptSchema, type Schema } from './receipt-schema.ts';
import { validatorFor } from './validator.ts';

const validate = validatorFor(published);

const kinds = new Map(published.oneOf.map((one) => [one.title, validatorFor({ ...one, $defs: published.$defs })]));

/** What is wrong with a receipt, as far as its own kind is concerned. */
function faults(receipt: Record<string, unknown>): string[] {
  const valid = kinds.get(String(receipt['kind']))!;
  valid(receipt);
  return (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the published schema', () => {
  it('is what is checked before signing; after an additive change: npm run receipt-schema', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(receiptSchema())));
  });

  it.each(LANGUAGES)('accepts every kind as it is built (%s)', (lang) => {
    for (const receipt of everyKind(lang)) expect([receipt.kind, validate(receipt), faults(receipt)]).toEqual([receipt.kind, true, []]);
  });

  it.each([
    ['without its kind', { kind: undefined }],
    ['of a kind nobody knows', { kind: 'warranty' }],
    ['without remedies', { remedies: undefined }],
    ['with a date that is none', { issuedAt: '2026-02-30T00:00:00Z' }],
    ['with an id that is no UUIDv7', { id: '019a8f2c-3b7a-4c41-9d55-0f6a2e8b4c01' }],
    ['that says in clear who it is about', { subject: { ref: 'erika@example.org' } }],
  ])('refuses a receipt %s', (_, change) => {
    for (const receipt of everyKind('en')) expect(validate(JSON.parse(JSON.stringify({ ...receipt, ...change })))).toBe(false);
  });

  it('lets readers pass over fields of later releases', () => {
    for (const receipt of everyKind('en')) expect(validate({ ...receipt, addedLater: true })).toBe(true);
  });
});

/** Where our receipts differ from the examples, on purpose: docs/receipts.md says why. Placeholders ("…") are no hashes. */
const DIFFERENCES: Readonly<Record<string, readonly string[]>> = {
  consent: ["must have required property 'status'", '/notice/sha256 must match'],
  deletion: [
    "must have required property 'interim'",
    "must have required property 'outstanding'",
    "/totals must have required property 'anonymised'",
    '/prev must match',
  ],
  denial: ['/prev must match'],
  extension: [
    "/clock must have required property 'tooLateAt'",
    "/clock must have required property 'laws'",
    "/clock must have required property 'explanation'",
    '/prev must match',
  ],
  fulfilment: [
    "must have required property 'interim'",
    "must have required property 'systems'",
    "must have required property 'outstanding'",
    "/package must have required property 'parts'",
    "/package must have required property 'readyAt'",
    "/package must have required property 'until'",
    '/package/manifestSha256 must match',
    '/prev must match',
  ],
  request: [
    '/identity/method must be equal to one of the allowed values',
    "/clock must have required property 'laws'",
    "/clock must have required property 'explanation'",
  ],
};

describe.skipIf(!HAS_SHARED)('the shared examples', () => {
  it.each(HAS_SHARED ? sharedExamples() : [])(
    'are receipts of ours but for the differences that are documented: $kind',
    ({ kind, example }) => {
      const found = faults(example).map((fault) => fault.trim());
      const expected = DIFFERENCES[kind]!;
      expect(found.filter((fault) => !expected.some((one) => fault.startsWith(one)))).toEqual([]);
      expect(expected.filter((one) => !found.some((fault) => fault.startsWith(one)))).toEqual([]);
    },
  );

  it('are all six', () => {
    expect(sharedExamples().map(({ kind }) => kind)).toEqual(Object.keys(DIFFERENCES));
  });
});

/** The schema with something changed in it. */
function changed(change: (schema: Record<string, Schema>, request: Record<string, Schema>) => void): string[] {
  const schema = structuredClone(published) as unknown as Record<string, Schema> & { oneOf: Record<string, Schema>[] };
  change(
    schema,
    schema.oneOf.find((one) => (one['title'] as unknown) === 'request')!,
  );
  return breakingChanges(published, schema);
}

describe('version 1 may change', () => {
  it('by fields that may be absent, by further values and kinds, and by better words', () => {
    const additive = changed((schema, request) => {
      request['properties']!['addedLater'] = { type: 'string' };
      (schema['$defs']!['right'] as { enum: string[] }).enum.push('to-be-let-alone');
      (schema['oneOf'] as unknown as Schema[]).push({ title: 'warranty', type: 'object' });
      request['description'] = { was: 'other words' };
    });
    expect(additive).toEqual([]);
  });

  it.each<[string, (schema: Record<string, Schema>, request: Record<string, Schema>) => void, string]>([
    ['a field goes away', (_, { properties }) => delete properties!['clock'], '/clock went away'],
    [
      'a field must be there that need not have been',
      (_, request) => (request['required'] as unknown as string[]).push('prev'),
      ': prev is required',
    ],
    [
      'a field need not be there any more',
      (_, request) =>
        ((request['required'] as unknown as string[]) = (request['required'] as unknown as string[]).filter((name) => name !== 'clock')),
      ': clock is not required any more',
    ],
    ['a value goes away', ({ $defs }) => ($defs!['right'] as { enum: string[] }).enum.shift(), '/right: access went away'],
    ['a kind goes away', (schema) => (schema['oneOf'] as unknown as Schema[]).shift(), ': consent went away'],
    ['a pattern gets narrower', (_, { properties }) => ((properties!['lang'] as Schema)['pattern'] = '^en$'), '/lang: pattern changed'],
    ['a type changes', (_, { properties }) => ((properties!['text'] as Schema)['type'] = 'object'), '/text: type changed'],
    ['a definition goes away', ({ $defs }) => delete $defs!['issuer'], '/issuer went away'],
  ])('only as version 2 if %s', (_, change, reason) => {
    expect(changed(change)).toEqual([reason]);
  });
});
