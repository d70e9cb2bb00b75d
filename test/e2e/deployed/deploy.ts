/** `cdk bootstrap` and `cdk deploy` of the app as it is, with the settings of a real deployment, into MiniStack. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { ACCOUNT, type MiniStack, REGION } from './ministack.ts';
import type { Change, Template } from './workarounds.ts';

const ROOT = path.join(import.meta.dirname, '../../..');

const TEMPLATE = 'Quittance.template.json';

const SETTINGS = ['staffIssuer=https://login.club.example', 'alarmEmail=alarm@club.example', 'parameters=/club'];
const CONTEXT = SETTINGS.flatMap((setting) => ['-c', setting]);

/** Runs the CDK's command line as an engineer would; what it printed, or an error with it. */
async function cdk({ url, dir, certificate, settings: { credentials } }: MiniStack, args: string[]): Promise<string> {
  const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/aws-cdk/bin/cdk'), ...args, ...CONTEXT], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: [path.dirname(process.execPath), process.env['PATH']].join(path.delimiter),
      HOME: dir,
      CI: 'true',
      // The linters run in a suite of their own.
      CDK_VALIDATION: 'false',
      QUITTANCE_CONFIG: path.join(import.meta.dirname, 'club.config.ts'),
      AWS_ENDPOINT_URL: url,
      AWS_CA_BUNDLE: certificate,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_REGION: REGION,
    },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if ((await ended) !== 0) throw new Error(`cdk ${args[0]} failed:\n${out}${err}`);
  return out + err;
}

export interface Deployment {
  /** Types of the resources in the template, one for each resource, sorted. */
  declared: string[];
  /** Types of the resources that CloudFormation says it has created, sorted. */
  created: string[];
  /** Where people find the pages: an output of the stack. */
  address: string;
  /** Deploys again with changes of the template; how many places each changed. */
  update(changes: readonly Change[]): Promise<number[]>;
}

const DEPLOY = ['deploy', 'Quittance', '--require-approval', 'never', '--progress', 'events'];

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** Gives a changed template a new name: assets are uploaded by the hash of what they were, and one that exists is not. */
function renameTemplate(assembly: string): void {
  const manifest = readFileSync(path.join(assembly, 'manifest.json'), 'utf8');
  const [, hash] = /stackTemplateAssetObjectUrl[^,]*?([0-9a-f]{64})\.json/.exec(manifest)!;
  const renamed = createHash('sha256')
    .update(readFileSync(path.join(assembly, TEMPLATE)))
    .digest('hex');
  for (const file of ['manifest.json', 'Quittance.assets.json']) {
    const before = readFileSync(path.join(assembly, file), 'utf8');
    writeFileSync(path.join(assembly, file), before.replaceAll(hash!, renamed));
  }
}

/** Bootstraps the account and deploys the app. */
export async function deploy(ministack: MiniStack): Promise<Deployment> {
  const assembly = path.join(ministack.dir, 'cdk.out');
  const outputs = path.join(ministack.dir, 'outputs.json');
  // An account is bootstrapped without the app: synthesizing it here would only take time.
  await cdk(ministack, ['bootstrap', `aws://${ACCOUNT}/${REGION}`, '--app', '']);
  const printed = await cdk(ministack, [...DEPLOY, '--output', assembly, '--outputs-file', outputs]);
  return {
    declared: Object.values(readJson<Template>(path.join(assembly, TEMPLATE)).Resources)
      .map(({ Type }) => Type)
      .toSorted(),
    created: [...printed.matchAll(/CREATE_COMPLETE +\| (AWS::\S+) /g)]
      .map(([, type]) => type!)
      .filter((type) => type !== 'AWS::CloudFormation::Stack')
      .toSorted(),
    address: readJson<{ Quittance: { Address: string } }>(outputs).Quittance.Address,
    async update(changes) {
      const template = readJson<Template>(path.join(assembly, TEMPLATE));
      const places = changes.map((change) => change(template));
      writeFileSync(path.join(assembly, TEMPLATE), JSON.stringify(template));
      renameTemplate(assembly);
      await cdk(ministack, [...DEPLOY, '--app', assembly]);
      return places;
    },
  };
}
