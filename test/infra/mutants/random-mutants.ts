/** Faults made at random, the same in every run: a field dropped, exchanged with another, or misspelt. */
import { random as seeded } from '../../random.ts';
import type { Mutant } from './named-mutants.ts';
import type { Subject } from './subject.ts';

type Members = Record<string, unknown>;

/** A member of an object somewhere in a document. */
interface Field {
  path: string;
  owner: Members;
  key: string;
}

/** What was done to a field, for explanations. */
export interface Damage {
  kind: 'drop' | 'swap' | 'rename';
  of: Mutant['of'];
  path: string;
  key: string;
  /** The value that the field had. */
  value: unknown;
  /** The type of the resource it stands in; empty in the definition. */
  type: string;
}

export interface RandomMutant extends Mutant {
  damage: Damage;
}

function fieldsOf(value: unknown, path: string): Field[] {
  if (typeof value !== 'object' || value === null) return [];
  const members = Object.entries(value).flatMap(([key, member]) => fieldsOf(member, `${path}.${key}`));
  if (Array.isArray(value)) return members;
  return [...Object.keys(value).map((key) => ({ path: `${path}.${key}`, owner: value as Members, key })), ...members];
}

/** Fields that may be damaged: not the CDK's notes, nor the definition as a text, which has mutants of its own. */
function candidates({ template, definition }: Subject, of: Mutant['of']): Field[] {
  if (of === 'definition') return fieldsOf(definition.States, 'States');
  return Object.entries(template.Resources).flatMap(([id, resource]) =>
    fieldsOf(resource, id).filter(({ path }) => !path.startsWith(`${id}.Metadata`) && !path.includes('.DefinitionString')),
  );
}

/** The name with two letters exchanged: `Timeout` becomes `Tiemout`. */
function misspelt(key: string): string {
  const at = [...key].findIndex((letter, place) => place > 0 && place < key.length - 1 && letter !== key[place + 1]);
  return at < 0 ? `${key}x` : `${key.slice(0, at)}${key[at + 1]}${key[at]}${key.slice(at + 2)}`;
}

const valueOf = ({ owner, key }: Field): unknown => owner[key];

/** Fields of the same name with another value. */
const partnersOf = (fields: readonly Field[], field: Field): number[] =>
  fields.flatMap((one, at) => (one.key === field.key && JSON.stringify(valueOf(one)) !== JSON.stringify(valueOf(field)) ? [at] : []));

function apply({ kind, key }: Damage, field: Field, partner: Field | undefined): void {
  const value = valueOf(field);
  if (kind === 'swap' && partner !== undefined) {
    field.owner[key] = valueOf(partner);
    partner.owner[key] = value;
    return;
  }
  delete field.owner[key];
  if (kind === 'rename') field.owner[misspelt(key)] = value;
}

const KINDS = ['drop', 'swap', 'rename'] as const;

interface Draw {
  of: Mutant['of'];
  random: () => number;
}

function randomMutant(subject: Subject, { of, random }: Draw): RandomMutant {
  const fields = candidates(subject, of);
  const drawn = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const at = Math.floor(random() * fields.length);
  const { path, key } = fields[at]!;
  const partners = partnersOf(fields, fields[at]!);
  const wanted = drawn(KINDS);
  const kind = wanted === 'swap' && partners.length === 0 ? 'drop' : wanted;
  const partner = kind === 'swap' ? drawn(partners) : undefined;
  const done: Damage = {
    kind,
    of,
    path,
    key,
    value: valueOf(fields[at]!),
    type: subject.template.Resources[path.split('.')[0]!]?.Type ?? '',
  };
  const target = kind === 'rename' ? ` to ${misspelt(key)}` : partner === undefined ? '' : ` with ${fields[partner]!.path}`;
  return {
    name: `${kind} ${path}${target}`,
    of,
    damage: done,
    change(fresh) {
      const same = candidates(fresh, of);
      apply(done, same[at]!, partner === undefined ? undefined : same[partner]);
    },
  };
}

/** As many mutants of each part; the same seed makes the same ones of the same template. */
export function randomMutants(subject: Subject, { seed, ofEach }: { seed: number; ofEach: number }): RandomMutant[] {
  const random = seeded(seed);
  return (['definition', 'template'] as const).flatMap((of) => Array.from({ length: ofEach }, () => randomMutant(subject, { of, random })));
}
