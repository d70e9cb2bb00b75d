/** The template of a laptop with grants taken out of its roles. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MARK, outputsHash } from '../../../bin/commands/synthesize.ts';

interface Statement {
  Action: string | string[];
}

interface Template {
  Resources: Record<string, { Type: string; Properties: { PolicyDocument?: { Statement: Statement[] } } }>;
}

export interface Taken {
  /** Construct name of a function, without hyphens. */
  role: string;
  action: string;
}

const folderOf = (home: string): string => path.join(home, 'template');
const fileOf = (home: string): string => path.join(folderOf(home), 'Quittance.template.json');

/** The template's text. */
export function readTemplate(home: string): string {
  return readFileSync(fileOf(home), 'utf8');
}

/** Puts another one in its place, to be taken as it is by the next start. */
export function replaceTemplate(home: string, text: string): void {
  writeFileSync(fileOf(home), text);
  const mark = path.join(folderOf(home), MARK);
  const [inputs] = readFileSync(mark, 'utf8').split('\n');
  writeFileSync(mark, `${inputs}\n${outputsHash(folderOf(home))}\n`);
}

/** Takes actions out of every statement of roles; each must have been there. */
export function without(text: string, taken: readonly Taken[]): string {
  const template = JSON.parse(text) as Template;
  for (const one of taken) if (!take(template, one)) throw new TypeError(`${one.role} has no grant of ${one.action}`);
  return JSON.stringify(template);
}

function take({ Resources }: Template, { role, action }: Taken): boolean {
  const policies = Object.entries(Resources).filter(([id, { Type }]) => Type === 'AWS::IAM::Policy' && id.startsWith(`${role}role`));
  const statements = policies.flatMap(([, { Properties }]) => Properties.PolicyDocument!.Statement);
  const granting = statements.filter(({ Action }) => [Action].flat().includes(action));
  for (const statement of granting) statement.Action = [statement.Action].flat().filter((one) => one !== action);
  return granting.length > 0;
}
