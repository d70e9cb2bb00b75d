/** Entering a request that came by post or phone: typed, shown back with its date, then recorded. */
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { oneLine } from '../../domain/one-line.ts';
import { kindOf } from '../../mail/inbound/attachment-kind.ts';
import { LARGEST_SCAN } from '../../steps/enter-request.ts';
import type { ScannedPaper } from '../../steps/kept-mail.ts';
import type { FieldError } from '../ui/fields.ts';
import { stepOf } from './act-form.ts';
import type { Desk } from './desk.ts';
import { entryCheckPage } from './entry-check.ts';
import { emptyEntry, type EntryDraft, entryErrors, entryOf, readEntry } from './entry-draft.ts';
import { entryFormPage } from './entry-form.ts';
import { filesOf, formOf, type PostedForm, textOf } from './form.ts';
import { staffPath } from './paths.ts';

const MOST_FILES = 20;
const LONGEST_FILE_NAME = 200;

/** GET /staff/new */
export function entryForm(c: Context, desk: Desk): Promise<Response> | Response {
  return c.html(entryFormPage({ desk, draft: emptyEntry(desk), errors: [] }));
}

async function papersOf(form: PostedForm): Promise<ScannedPaper[]> {
  return await Promise.all(
    filesOf(form, 'scan').map(async (file) => ({
      name: oneLine(file.name).slice(0, LONGEST_FILE_NAME),
      type: file.type,
      content: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

function paperErrors({ words: { entry } }: Desk, papers: readonly ScannedPaper[]): FieldError[] {
  const strange = papers.find((paper) => kindOf(paper) !== 'paper');
  const bytes = papers.reduce((sum, { content }) => sum + content.length, 0);
  const wrong: [is: boolean, message: string][] = [
    [papers.length > MOST_FILES, entry.scanMany],
    [bytes > LARGEST_SCAN, entry.scanLarge],
    [strange !== undefined, entry.scanKind(strange?.name ?? '')],
  ];
  return wrong.flatMap(([is, message]) => (is ? [{ field: 'scan', message }] : []));
}

function check(c: Context, desk: Desk, { draft, errors }: { draft: EntryDraft; errors: FieldError[] }): Promise<Response> | Response {
  return c.html(entryCheckPage(desk, { draft, errors, key: randomUUID() }), errors.length === 0 ? 200 : 400);
}

async function record(c: Context, desk: Desk, { form, draft }: { form: PostedForm; draft: EntryDraft }): Promise<Response> {
  const papers = await papersOf(form);
  const errors = paperErrors(desk, papers);
  const key = textOf(form, 'key');
  // A form without its key did not come from the page that shows everything back.
  if (errors.length > 0 || !/^[\w-]{8,100}$/.test(key)) return await check(c, desk, { draft, errors });
  const entered = await desk.port.enterRequest({ ...entryOf(draft), key, papers, by: desk.staff });
  if (entered.ok) return c.redirect(staffPath.request(entered.request.id, { done: 'entered' }), 303);
  return await check(c, desk, { draft, errors: [{ field: 'scan', message: desk.words.entry.refusals[entered.reason] }] });
}

/** POST /staff/new */
export async function entering(c: Context, desk: Desk): Promise<Response> {
  const form = await formOf(c);
  const draft = readEntry(form, desk);
  const step = stepOf(form);
  if (step === 'change') return c.html(entryFormPage({ desk, draft, errors: [] }));
  const errors = entryErrors(draft, desk);
  if (errors.length > 0) return c.html(entryFormPage({ desk, draft, errors }), 400);
  return step === 'confirm' ? await record(c, desk, { form, draft }) : await check(c, desk, { draft, errors });
}
