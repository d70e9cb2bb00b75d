/** The answer as the person gets it: the receipt in the mail, the package behind the link. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import type { MailDetails } from '../../../lib/local/ses/mail-pages.ts';
import type { Laptop } from '../laptop.ts';
import { unzip } from './package-files.ts';
import { tampered, verdicts } from './receipt-tools.ts';
import type { Visitor } from './stage.ts';

/** The signed receipt attached to a mail. */
export async function receiptIn(laptop: Laptop, mail: MailDetails): Promise<string> {
  return Buffer.from(await laptop.attachment(mail, 'application/jose'))
    .toString('utf8')
    .trim();
}

/** Three programs accept the receipt, and none accepts it with one character changed. */
export async function expectProof(laptop: Laptop, jws: string): Promise<void> {
  const keys = await (await fetch(`${laptop.url}/.well-known/jwks.json`)).text();
  const accepted = verdicts(jws, keys);
  expect(accepted).toEqual(Object.fromEntries(Object.keys(accepted).map((program) => [program, true])));
  const changed = verdicts(tampered(jws), keys);
  expect(changed).toEqual(Object.fromEntries(Object.keys(changed).map((program) => [program, false])));
}

/** What the link of a part leads to when it is pressed now. */
export async function freshAddress(downloadUrl: string): Promise<string> {
  const response = await fetch(`${downloadUrl}/1`, { redirect: 'manual' });
  expect(response.status).toBe(303);
  return response.headers.get('location')!;
}

/** Unpacks a package with unzip and opens its page from the disk; returns the folder. */
export async function openPackage(
  visitor: Visitor,
  zip: Buffer,
  { directory, label }: { directory: string; label: string },
): Promise<string> {
  const file = path.join(directory, `${label}.zip`);
  const folder = path.join(directory, label);
  writeFileSync(file, zip);
  const names = unzip(file, folder);
  expect(names).toEqual(expect.arrayContaining(['index.html', 'manifest.json']));
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder, stdio: 'ignore' });
  await visitor.page.goto(pathToFileURL(path.join(folder, 'index.html')).href);
  await visitor.look(`${label}-package`);
  return folder;
}
