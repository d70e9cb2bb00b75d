/** Every code and term that a receipt, its exports, the law data or the configuration can hold is one of the vocabulary it names. */
import { describe, expect, it } from 'vitest';
import configuration from '../../quittance.config.ts';
import { JUSTIFICATIONS } from '../../lib/domain/dpv/justifications.ts';
import { PURPOSES } from '../../lib/domain/dpv/purposes.ts';
import { LANGUAGES } from '../../lib/domain/languages.ts';
import { ALL_LAWS } from '../../lib/domain/law/all-laws.ts';
import { silenceGrounds } from '../../lib/domain/refusal/unidentified.ts';
import { NOT_CONTROLLER, NOT_GRANTED, REFUSED_BY_STAFF } from '../../lib/domain/refusal/without-exemption.ts';
import { PROVISION } from '../../lib/domain/refusal/grounds.ts';
import { justified, ownCode } from '../../lib/receipts/justify.ts';
import { receiptPayload } from '../../lib/receipts/payload.ts';
import * as z from 'zod';
import { HAS_SHARED, knownIris } from './conformance.ts';
import { everyKind } from './every-kind.ts';
import { contextWith } from './world.ts';

const PREFIXES: Readonly<Record<string, string>> = {
  dpv: 'https://w3id.org/dpv#',
  justifications: 'https://w3id.org/dpv/justifications#',
};

/** All strings in a value that name a term of DPV or of its justifications. */
function termsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^(dpv|justifications):/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...termsIn(key), ...termsIn(inner)]);
}

const iriOf = (term: string): string => {
  const [prefix = '', name = ''] = term.split(':');
  return `${PREFIXES[prefix]}${name}`;
};

function unknownIn(value: unknown): string[] {
  const known = knownIris();
  return [...new Set(termsIn(value))].filter((term) => !known.has(iriOf(term)));
}

const LAWS = Object.values(ALL_LAWS).flat();

/** Every code by which something is refused or put off anywhere in the product. */
const CODES = [
  ...LAWS.flatMap(({ exemptions }) => Object.values(exemptions).flatMap((items) => items.map(({ code }) => code))),
  ...LAWS.flatMap(({ extension }) => extension?.grounds ?? []),
  ...[PROVISION, NOT_GRANTED, NOT_CONTROLLER, REFUSED_BY_STAFF],
  ...silenceGrounds(contextWith().request, { rights: ['access'], text: 'x' }).map(({ code }) => code),
];

describe.skipIf(!HAS_SHARED)('the vocabularies of DPV 2.3', () => {
  it('know every term that the schema of receipts lets through', () => {
    const schema = z.toJSONSchema(receiptPayload);
    expect(termsIn(schema).length).toBeGreaterThan(200);
    expect(unknownIn(schema)).toEqual([]);
  });

  it('know every justification and every purpose that we list, and we list all', () => {
    const known = [...knownIris()];
    expect(unknownIn([JUSTIFICATIONS, PURPOSES])).toEqual([]);
    expect(known.filter((iri) => iri.startsWith(PREFIXES['justifications']!)).length).toBe(JUSTIFICATIONS.length);
  });

  it('know every term in the receipts that are built', () => {
    const built = LANGUAGES.flatMap((lang) => everyKind(lang));
    expect(termsIn(built).length).toBeGreaterThan(30);
    expect(unknownIn(built)).toEqual([]);
  });

  it('know every retention ground of the configuration', () => {
    const grounds = Object.values(configuration.systems).flatMap(({ datasets }) =>
      datasets.flatMap(({ erasure }) => (erasure.how === 'retain' ? [erasure.retain.ground] : [])),
    );
    expect(grounds.length).toBeGreaterThan(0);
    expect(unknownIn(grounds)).toEqual([]);
  });
});

describe('grounds as they are signed', () => {
  it('name a justification for every code of the law data and of ours, each placed by somebody', () => {
    const general = CODES.filter((code) => justified(code).code === 'justifications:NonFulfilmentJustification');
    expect([...new Set(general)]).toEqual([REFUSED_BY_STAFF]);
    expect(CODES.length).toBeGreaterThan(200);
  });

  it('keep the code of the law beside it', () => {
    for (const code of CODES) expect(ownCode(justified(code))).toBe(code);
  });

  it('put off only for reasons of delay', () => {
    const delays = LAWS.flatMap(({ extension }) => extension?.grounds ?? []).map((ground) => justified(ground).code);
    expect([...new Set(delays)].toSorted()).toEqual([
      'justifications:ComplexityOfProcess',
      'justifications:DelayJustification',
      'justifications:HighVolumeOfProcesses',
    ]);
  });

  it('say no more of a code that nobody knows than that something was not done', () => {
    expect(justified('never heard of')).toEqual({ code: 'justifications:NonFulfilmentJustification', ground: 'never heard of' });
  });
});
