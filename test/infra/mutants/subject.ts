/** What mutants change: the template as it is synthesized, and the definition in it, taken out and put back. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import config from '../../../quittance.config.ts';
import { secretNames } from '../../../lib/domain/config/secret-names.ts';
import { createApp } from '../../../lib/infra/create-app.ts';
import type { Flow } from '../../../lib/infra/lint/state-language.ts';
import type { Resource } from '../../../lib/infra/lint/template.ts';
import { emptyBundles } from '../synthesized.ts';

/** A resource with everything that a mutant may touch. */
export interface WholeResource extends Resource {
  Properties: Record<string, unknown>;
  DependsOn?: string[];
}

export interface WholeTemplate {
  Resources: Record<string, WholeResource>;
}

export interface Subject {
  template: WholeTemplate;
  /** References stand in it as `<<0>>`. */
  definition: Flow;
}

const TEMPLATE = 'Quittance.template.json';

/** Synthesizes into a folder that stays, as the small AWS reads it. */
export function synthesizeForMutants(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'quittance-mutants-'));
  const deployment = {
    bundles: emptyBundles(root),
    mailFrom: config.mailFrom,
    mailbox: config.mailbox!,
    connectorSecrets: secretNames(config),
  };
  const outdir = path.join(root, 'cdk.out');
  createApp(deployment, { validate: false, outdir, context: { alarmEmail: 'privacy@example.com' } }).app.synth();
  return outdir;
}

export const templateFile = (outdir: string): string => path.join(outdir, TEMPLATE);

const machineIn = ({ Resources }: WholeTemplate): WholeResource =>
  Object.values(Resources).find(({ Type }) => Type === 'AWS::StepFunctions::StateMachine')!;

const joined = ({ Properties }: WholeResource): unknown[] =>
  (Properties['DefinitionString'] as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1];

/** Reads what is to be changed, anew for each mutant. */
export function readSubject(text: string): Subject {
  const template = JSON.parse(text) as WholeTemplate;
  const parts = joined(machineIn(template));
  const definition = JSON.parse(parts.map((part, at) => (typeof part === 'string' ? part : `<<${at}>>`)).join('')) as Flow;
  return { template, definition };
}

/** Puts a changed definition back. */
export function withDefinition(text: string, { definition }: Subject): WholeTemplate {
  const template = JSON.parse(text) as WholeTemplate;
  const machine = machineIn(template);
  const parts = joined(machine);
  const pieces = JSON.stringify(definition).split(/<<(\d+)>>/);
  machine.Properties['DefinitionString'] = { 'Fn::Join': ['', pieces.map((piece, at) => (at % 2 === 1 ? parts[Number(piece)] : piece))] };
  return template;
}

export const readTemplate = (outdir: string): string => readFileSync(templateFile(outdir), 'utf8');

export const writeTemplate = (outdir: string, template: WholeTemplate): void =>
  writeFileSync(templateFile(outdir), JSON.stringify(template));
