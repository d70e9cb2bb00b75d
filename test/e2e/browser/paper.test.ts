/** A request on paper, in a real browser: entered with its scan, answered on paper, and posted. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { missing, onPath } from '../laptop.ts';
import { signIn } from './staff.ts';
import { absent, openStage, type Stage, type Visitor } from './stage.ts';
import { story } from './story.ts';

const NAME = 'Erika Beispiel';
const SCAN = 'Bitte schicken Sie mir alles, was Sie über mich haben.';

/** Enough of a PDF for whoever looks at its beginning. */
const pdf = { name: 'Brief.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n% ${SCAN}\n`) };

const absentTools = missing({ pdftotext: onPath('pdftotext') });

describe.skipIf(absent.length + absentTools.length > 0)('a request on paper in a browser', () => {
  const it = story();
  let stage: Stage;
  let agent: Visitor;
  let reference: string;

  beforeAll(async () => {
    stage = await openStage();
    agent = await signIn(stage, 'agent');
  });
  afterAll(() => stage?.close());

  const button = (name: string) => agent.page.getByRole('button', { name, exact: true });

  it('is typed, shown back with its date, and recorded with its scan', async () => {
    const { page } = agent;
    await page.goto('/staff');
    await page.getByRole('link', { name: 'Enter a request' }).first().click();
    await page.getByRole('radio', { name: 'On paper' }).check();
    await page.getByRole('checkbox', { name: /copy/i }).first().check();
    await page.getByRole('textbox', { name: /^Name/ }).first().fill(NAME);
    await page.getByRole('textbox', { name: /^Postal address/ }).fill('Am Linden 1\n10117 Berlin');
    await page.getByRole('combobox', { name: /^Language in which we answer/ }).selectOption('de');
    await page.getByRole('combobox', { name: /^Where the person lives/ }).selectOption({ label: 'Germany' });
    await agent.look('entry');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.locator('main').innerText()).resolves.toContain('It will be due on');
    await page.locator('input[type=file]').setInputFiles(pdf);
    await agent.look('entry-check');
    await button('Enter the request').click();
    await page.waitForURL(/done=entered/);
    await agent.look('entered');
    await expect(page.locator('main').innerText()).resolves.toContain('confirm the identity yourself');
    reference = /Q-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.title())![0];
  });

  it('keeps its scan where staff can open it', async () => {
    const { page } = agent;
    await page
      .getByRole('link', { name: /letter/i })
      .first()
      .click();
    await agent.look('scan');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Brief\.pdf/ }).click()]);
    expect(await download.failure()).toBeNull();
    const file = path.join(stage.laptop.home, 'scan.pdf');
    await download.saveAs(file);
    expect(execFileSync('head', ['-c', '8', file], { encoding: 'utf8' })).toBe('%PDF-1.7');
  });

  it('is acknowledged by a letter to print, which counts as sent on the day it is posted', async () => {
    const { page } = agent;
    const post = page.getByRole('link', { name: /Print and post/ }).first();
    await expect.poll(async () => (await page.goto('/staff/tasks'), post.count()), { timeout: 60_000, interval: 500 }).toBeGreaterThan(0);
    await post.click();
    await agent.look('post');
    await expect(page.locator('main').innerText()).resolves.toContain('Am Linden 1');
    const file = path.join(stage.laptop.home, 'letter.pdf');
    const [letter] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'The letter (PDF)', exact: true }).click(),
    ]);
    await letter.saveAs(file);
    const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    for (const said of [NAME, '10117 Berlin', reference]) expect(words).toContain(said);
    expect(words).not.toMatch(/E-Mail antworten|diese E-Mail/);
    await page.getByLabel('Posted on').fill((await stage.laptop.now()).toISOString().slice(0, 10));
    await button('Record as posted').click();
    await page.waitForURL(/done=/);
    await agent.look('posted');
  });

  it('shows no page with anything wrong', async () => {
    expect(await agent.findings()).toEqual([]);
  });
});
