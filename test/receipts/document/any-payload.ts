/** Payloads as nobody signed them: those of every kind with anything anywhere, and anything at all. */
import fc from 'fast-check';
import { acknowledgementIn, deletionOf, denialIn, otherKinds } from './sample-payloads.ts';

const SAMPLES: readonly object[] = [deletionOf(3), deletionOf(3, 'de'), acknowledgementIn('de'), denialIn('en'), ...otherKinds()];

type Holder = Record<string | number, unknown>;

/** Every place in it that holds something. */
function placesIn(value: unknown): { holder: Holder; key: string | number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(value).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

const STRANGE = [
  '',
  '2026-99-99',
  '2026-02-31T99:00:00Z',
  'P99999999D',
  'javascript:alert(1)',
  '\u0000\u2028<b>&amp;',
  '\ud800',
  'ÄÖÜß 漢字 العربية 🙂',
  'w'.repeat(3000),
  -1,
  1e300,
];

const something = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...STRANGE) },
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constant(undefined),
);

const mutated = fc
  .tuple(fc.constantFrom(...SAMPLES), fc.array(fc.tuple(fc.nat(), something), { maxLength: 6 }))
  .map(([sample, changes]) => {
    const payload = structuredClone(sample) as Record<string, unknown>;
    for (const [at, value] of changes) {
      const places = placesIn(payload);
      const { holder, key } = places[at % places.length]!;
      if (value === undefined) Reflect.deleteProperty(holder, key);
      else holder[key] = structuredClone(value);
    }
    return payload;
  });

const anything = fc
  .tuple(fc.constantFrom('consent', 'deletion', 'novelty'), fc.dictionary(fc.string(), fc.jsonValue()))
  .map(([kind, rest]) => ({ ...rest, kind }));

/** Mostly receipts with something wrong in them. */
export const anyPayload: fc.Arbitrary<Record<string, unknown>> = fc.oneof({ weight: 4, arbitrary: mutated }, anything);
