/** Recorded definitions: the state machine of every released version, in the words of `Fn::Sub`, so that no account is in it. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Definition } from '../../lib/local/states/definition.ts';

/** What an execution keeps of the version under which it was started. */
export interface Recording {
  version: string;
  /** The machine's name: an execution is looked up by it. */
  machine: string;
  /** The role that the execution goes on to use. */
  role: string;
  /** Functions are `${logicalId.Arn}`: as long as the logical id stays, CloudFormation keeps the function and its ARN. */
  definition: Definition;
}

interface TemplateResource {
  Type: string;
  Properties: Record<string, unknown>;
}

/** A synthesized template. */
export interface Template {
  Resources: Record<string, TemplateResource>;
}

const FOLDER = path.join(import.meta.dirname, 'definitions');
const ROOT = path.join(import.meta.dirname, '../..');

/** A value of a template in the words of `Fn::Sub`. */
function asSubstitution(value: unknown): string {
  if (typeof value === 'string') {
    if (value.includes('${')) throw new Error('The definition holds "${", which Fn::Sub would take for a reference');
    return value;
  }
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as Record<string, unknown>;
  if (typeof Ref === 'string') return `\${${Ref}}`;
  if (Array.isArray(attribute)) return `\${${attribute.join('.')}}`;
  if (Array.isArray(join)) return (join[1] as unknown[]).map(asSubstitution).join(String(join[0]));
  throw new Error(`The definition holds ${Object.keys(value as object).join(', ')}, which recordings do not know`);
}

function machineOf({ Resources }: Template): TemplateResource {
  const machines = Object.values(Resources).filter(({ Type }) => Type === 'AWS::StepFunctions::StateMachine');
  if (machines.length !== 1) throw new Error(`The template has ${machines.length} state machines`);
  return machines[0]!;
}

/** What a recording of this template says. */
export function recordingOf(template: Template, version: string): Recording {
  const { DefinitionString, RoleArn, StateMachineName } = machineOf(template).Properties;
  return {
    version,
    machine: asSubstitution(StateMachineName),
    role: asSubstitution(RoleArn),
    definition: JSON.parse(asSubstitution(DefinitionString)) as Definition,
  };
}

/** The template as it would be with the definition of a recording, everything else being today's. */
export function withRecording(template: Template, { definition }: Pick<Recording, 'definition'>): Template {
  const changed = structuredClone(template);
  machineOf(changed).Properties['DefinitionString'] = { 'Fn::Sub': JSON.stringify(definition) };
  return changed;
}

/** All recordings, oldest first. */
export function readRecordings(): Recording[] {
  return globSync('*.json', { cwd: FOLDER })
    .map((file) => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Recording)
    .toSorted((one, other) => one.version.localeCompare(other.version, 'en', { numeric: true }));
}

export function writeRecording(recording: Recording): void {
  writeFileSync(path.join(FOLDER, `${recording.version}.json`), `${JSON.stringify(recording, null, 2)}\n`);
}

/** The version that is being worked on. */
export function currentVersion(): string {
  return (JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
}

/** A recording with its text changed, as a careless edit would. */
export function altered(recording: Recording, [from, to]: [string | RegExp, string]): Recording {
  const text = JSON.stringify(recording);
  const changed = text.replaceAll(from instanceof RegExp ? new RegExp(from, 'g') : from, to);
  if (changed === text) throw new Error('The recording has no such text');
  return JSON.parse(changed) as Recording;
}
