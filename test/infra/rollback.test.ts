/** A release can be taken back: nothing that keeps data is replaced or lost on the way there or back. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RECORD, recordedStorage, type Resources, statefulOf } from './recorded-storage.ts';
import { synthesize } from './synthesized.ts';

const CDK = path.resolve(import.meta.dirname, '../../node_modules/aws-cdk/bin/cdk');

let root: string;
let current: Resources;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'quittance-rollback-'));
  current = synthesize().resources;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The least assembly that the CDK's command line takes. */
function assembly(name: string, resources: Resources): string {
  const directory = path.join(root, name);
  mkdirSync(directory);
  const artifact = {
    type: 'aws:cloudformation:stack',
    environment: 'aws://unknown-account/unknown-region',
    properties: { templateFile: 'Quittance.template.json' },
  };
  writeFileSync(path.join(directory, 'manifest.json'), JSON.stringify({ version: '36.0.0', artifacts: { Quittance: artifact } }));
  writeFileSync(path.join(directory, 'Quittance.template.json'), JSON.stringify({ Resources: resources }));
  return directory;
}

/** What the CDK says about deploying `to` over the recorded template; it knows which changes replace a resource. */
function deployOverRecord(name: string, to: Resources): { destroys: boolean; said: string } {
  const args = ['diff', '--app', assembly(name, to), '--template', RECORD, '--fail-on', 'destructive', '--no-color', '--ci'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [CDK, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: root, CDK_DISABLE_CLI_TELEMETRY: 'true' },
  });
  const said = `${stdout}${stderr}`;
  if (!/Number of stacks with differences/.test(said)) throw new Error(`cdk diff failed: ${said}`);
  return { destroys: status !== 0, said };
}

const copy = (resources: Resources): Resources => structuredClone(resources);

describe('what keeps data', () => {
  it('is recorded: a new one is added with `node test/infra/record-storage-run.ts`', () => {
    expect(Object.keys(recordedStorage()).toSorted()).toEqual(Object.keys(statefulOf(current)).toSorted());
  });

  it('stays when a later template is deployed over the recorded one', () => {
    const { destroys, said } = deployOverRecord('current', statefulOf(current));
    expect(destroys, said).toBe(false);
  });

  it('stays when the stack or the resource goes', () => {
    for (const [id, resource] of Object.entries(statefulOf(current)))
      expect(resource, id).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });
});

describe('the comparison', () => {
  it('notices whatever would replace a resource or lose it', () => {
    const changed = copy(recordedStorage());
    const first = (type: string) => Object.entries(changed).find(([, { Type }]) => Type === type)!;
    const [bucket, table, key, machine] = [
      'AWS::S3::Bucket',
      'AWS::DynamoDB::Table',
      'AWS::KMS::Key',
      'AWS::StepFunctions::StateMachine',
    ].map(first);
    bucket![1].Properties['BucketName'] = 'named';
    table![1].Properties['KeySchema'] = [{ AttributeName: 'pk', KeyType: 'HASH' }];
    machine![1].Properties['StateMachineName'] = 'other';
    delete changed[key![0]];
    const { destroys, said } = deployOverRecord('changed', changed);
    expect(destroys).toBe(true);
    for (const [id] of [bucket!, table!, machine!]) expect(said, id).toMatch(new RegExp(`${id} replace`));
    expect(said).toMatch(new RegExp(`\\[-\\] AWS::KMS::Key .*${key![0]} orphan`));
  });
});
