/** The stack as tests see it: synthesized once per file, with empty bundles, and readable by construct names. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import config from '../../quittance.config.ts';
import { secretNames } from '../../lib/domain/config/secret-names.ts';
import { createApp } from '../../lib/infra/create-app.ts';
import { FUNCTIONS, type FunctionName } from '../../lib/infra/functions.ts';

export interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}

export interface Synthesized {
  resources: Record<string, Resource>;
  /** The template's text. */
  text: string;
  /** All that cdk-nag and the library's own rules said; empty where they were not asked. */
  findings: { rule: string; severity: string; at: string[] }[];
  /** Whether the library's own rules really ran. */
  checkedBy: string[];
}

/** A folder per function, since an asset must exist; what is in it is tested in `bundles.test.ts`. */
export function emptyBundles(root: string): string {
  for (const name of Object.keys(FUNCTIONS)) {
    mkdirSync(path.join(root, 'bundles', name), { recursive: true });
    writeFileSync(path.join(root, 'bundles', name, 'index.mjs'), 'export const handler = () => {};\n');
  }
  return path.join(root, 'bundles');
}

interface Report {
  pluginReports: {
    pluginName: string;
    violations: { ruleName: string; severity?: string; violatingConstructs: { constructPath?: string }[] }[];
  }[];
}

function readReport(file: string): Report['pluginReports'] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as Report).pluginReports;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

interface SynthesisOptions {
  validate?: boolean;
  context?: Record<string, unknown>;
  /** As if the configuration named no mailbox. */
  withoutMailbox?: boolean;
  change?: (made: ReturnType<typeof createApp>) => void;
}

/** Synthesizes; `change` may alter the app first. Findings are returned, not thrown. */
export function synthesize({ validate = false, context = {}, withoutMailbox = false, change }: SynthesisOptions = {}): Synthesized {
  const root = mkdtempSync(path.join(tmpdir(), 'quittance-synth-'));
  const outdir = path.join(root, 'cdk.out');
  try {
    const deployment = {
      bundles: emptyBundles(root),
      mailFrom: config.mailFrom,
      ...(!withoutMailbox && { mailbox: config.mailbox! }),
      connectorSecrets: secretNames(config),
    };
    const made = createApp(deployment, { validate, outdir, context });
    change?.(made);
    try {
      made.app.synth();
    } catch (error) {
      // A report of findings is an answer here; anything else is a fault.
      if ((error as Error).name !== 'ValidationFailed') throw error;
    }
    const reports = readReport(path.join(outdir, 'validation-report.json'));
    const text = readFileSync(path.join(outdir, 'Quittance.template.json'), 'utf8');
    return {
      resources: (JSON.parse(text) as { Resources: Record<string, Resource> }).Resources,
      text,
      checkedBy: reports.map(({ pluginName }) => pluginName),
      findings: reports.flatMap(({ violations }) =>
        violations.map(({ ruleName, severity = 'error', violatingConstructs }) => ({
          rule: ruleName,
          severity,
          at: violatingConstructs.map(({ constructPath = '' }) => constructPath),
        })),
      ),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** A logical id without the hash at its end: the construct's name. */
export const nameOf = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

/** Resources of a type. */
export function ofType({ resources }: Pick<Synthesized, 'resources'>, type: string): (Resource & { id: string; name: string })[] {
  return Object.entries(resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, resource]) => ({ ...resource, id, name: nameOf(id) }));
}

/** A value with its references written as construct names: `{Vault}/*`. */
export function written(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const {
    Ref,
    'Fn::GetAtt': attribute,
    'Fn::Join': join,
  } = value as { Ref?: string; 'Fn::GetAtt'?: [string, string]; 'Fn::Join'?: [string, unknown[]] };
  if (join) return join[1].map(written).join(join[0]);
  if (attribute) return `{${nameOf(attribute[0])}}`;
  return Ref === undefined ? JSON.stringify(value) : `{${nameOf(Ref)}}`;
}

/** The function behind a resource's construct name, which has no hyphens. */
export function functionNamed(name: string): FunctionName {
  const found = (Object.keys(FUNCTIONS) as FunctionName[]).find((candidate) => candidate.replaceAll('-', '') === name);
  if (found === undefined) throw new TypeError(`No function is called ${name}`);
  return found;
}
