/** The reader as a function carries it: in one file, with nothing else installed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeAsData } from '../../../lib/infra/bundle.ts';
import { readMail } from '../../../lib/mail/inbound/read-mail.ts';
import { attachmentOf, mailOf, partsOf } from './sample-mails.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

let outdir: string;
let file: string;
beforeAll(async () => {
  outdir = mkdtempSync(path.join(tmpdir(), 'reader-'));
  file = path.join(outdir, 'index.mjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['lib/mail/inbound/read-mail.ts'],
    outfile: file,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    plugins: [codeAsData],
  });
});
afterAll(() => rmSync(outdir, { recursive: true }));

const MAIL = partsOf('mixed', [{ type: 'text/html', body: '<p>hello' }, attachmentOf('a.pdf', 'application/pdf', '%PDF')]);

it('reads the same as from the sources', async () => {
  const bundled = (await import(pathToFileURL(file).href)) as { readMail: typeof readMail };
  expect(await bundled.readMail(MAIL)).toEqual(await readMail(MAIL));
});

it('reads in a thread whose clock is another, as functions run on a laptop', async () => {
  const code = `
    import { parentPort, workerData } from 'node:worker_threads';
    const now = Date.now;
    Date.now = () => now() + 40 * 86_400_000;
    const { readMail } = await import(workerData.file);
    parentPort.postMessage(await readMail(workerData.raw, { milliseconds: 60_000 }));
  `;
  const workerData = { file: pathToFileURL(file).href, raw: mailOf([], 'hello') };
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), { workerData, execArgv: [] });
  const answer = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  expect(answer).toMatchObject({ ok: true, mail: { text: 'hello' } });
  await worker.terminate();
});
