/** `quittance doctor` as a person runs it, on the laptop. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Local, startLocal } from '../../bin/commands/local.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const home = mkdtempSync(path.join(tmpdir(), 'quittance-doctor-'));

let local: Local;
beforeAll(async () => {
  local = await startLocal({ home, port: 0, awsPort: 0, smtpPort: 0, demo: false, verbose: false });
});
afterAll(async () => {
  await local.close();
  rmSync(home, { recursive: true, force: true });
});

function doctor(...argv: string[]): Promise<{ code: number; out: string }> {
  const { accessKeyId, secretAccessKey } = local.aws.operator;
  const env = {
    PATH: process.env['PATH'],
    AWS_ENDPOINT_URL: local.aws.awsUrl,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ['bin/quittance.ts', 'doctor', ...argv], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), out: `${stdout}${stderr}` }),
    );
  });
}

describe('the doctor on the laptop', () => {
  it('finds what nobody has brought yet, and exits with 1', async () => {
    const { code, out } = await doctor();
    expect(out).toContain('missing          secret /quittance/connectors/shop: not there\n');
    expect(out).toContain('-> aws ssm put-parameter --name /quittance/connectors/shop --type SecureString --value ...');
    expect(out).toContain(', 2 missing, ');
    expect(code).toBe(1);
  });

  it('finds nothing missing once it is there, and exits with 0', async () => {
    for (const name of ['shop', 'crm']) local.services.ssm.put(`/quittance/connectors/${name}`, 'value-of-the-secret');
    const { code, out } = await doctor();
    expect(out).toMatch(/^ok {15}deployment: stack Quittance in eu-central-1$/m);
    expect(out).toContain(`ok               form at ${local.aws.url}: shown\n`);
    expect(out).toContain(', 0 missing, ');
    expect(out).not.toContain('value-of-the-secret');
    expect(code).toBe(0);
  });

  it('says how it is used, and takes nothing else', async () => {
    expect(await doctor('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage: quittance doctor') });
    expect(await doctor('--stage', 'nowhere')).toMatchObject({ code: 3, out: expect.stringContaining('There is no stage "nowhere"') });
    expect(await doctor('--color')).toMatchObject({ code: 3 });
  });
});
