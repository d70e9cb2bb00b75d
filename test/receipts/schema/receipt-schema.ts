/** The JSON Schema of receipts as it follows from what is checked before signing, and what may change in it without a new version. */
import * as z from 'zod';
import { RECEIPT_VERSION } from '../../../lib/receipts/family.ts';
import { receiptPayload } from '../../../lib/receipts/payload.ts';

export type Schema = Record<string, unknown>;

const FORMATTED = ['date', 'date-time'];

/** Readers are told what must be there, and pass over what they do not know: so fields can be added. The signer knows no others. */
export function receiptSchema(): Schema {
  const { $schema, ...schema } = z.toJSONSchema(receiptPayload, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      if (FORMATTED.includes(jsonSchema.format ?? '')) delete jsonSchema.pattern;
    },
  }) as Schema;
  return {
    $schema,
    title: `Receipt of a data-rights request or a consent, version ${RECEIPT_VERSION}`,
    description:
      'Payload of a compact JWS of type receipt+jws. Fields may be added in this version; none changes its meaning or goes away.',
    ...schema,
  };
}

const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

const items = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A word by which an alternative is known before and after: its kind. */
const kindOf = (schema: unknown): unknown => (isObject(schema) ? schema['title'] : undefined);

/** What one keyword takes away from those who read or hold receipts of before. */
function keywordChanges(keyword: string, [before, after]: [unknown, unknown], path: string): string[] {
  if (keyword === 'title' || keyword === 'description') return [];
  if (keyword === 'required') {
    const [had, has] = [items(before), items(after)];
    return [
      ...had.filter((name) => !has.includes(name)).map((name) => `${path}: ${String(name)} is not required any more`),
      ...has.filter((name) => !had.includes(name)).map((name) => `${path}: ${String(name)} is required`),
    ];
  }
  if (keyword === 'enum')
    return items(before).flatMap((value) => (items(after).includes(value) ? [] : [`${path}: ${String(value)} went away`]));
  if (keyword === 'oneOf' || keyword === 'anyOf') {
    return items(before).flatMap((one) => {
      const same = items(after).find((other) => kindOf(other) === kindOf(one));
      return same === undefined ? [`${path}: ${String(kindOf(one))} went away`] : breakingChanges(one as Schema, same as Schema, path);
    });
  }
  if (keyword === 'properties' || keyword === '$defs') {
    return Object.entries(before as Schema).flatMap(([name, one]) => {
      const same = isObject(after) ? after[name] : undefined;
      return isObject(same) ? breakingChanges(one as Schema, same, `${path}/${name}`) : [`${path}/${name} went away`];
    });
  }
  if (isObject(before) && isObject(after)) return breakingChanges(before, after, path);
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [`${path}: ${keyword} changed`];
}

/** What in a later schema would need version 2: every receipt of before must stay valid, and say the same. */
export function breakingChanges(before: Schema, after: Schema, path = ''): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((keyword) =>
    keywordChanges(keyword, [before[keyword], after[keyword]], path),
  );
}
