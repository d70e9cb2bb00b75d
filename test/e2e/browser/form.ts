/** The request form as a person goes through it, by keyboard alone. */
import type { Right } from '../../../lib/domain/rights.ts';
import { messagesIn } from '../../../lib/web/messages/catalog.ts';
import type { Messages } from '../../../lib/web/messages/en.ts';
import type { Visitor } from './stage.ts';

export interface Answers {
  rights: Right[];
  email: string;
  name?: string;
  /** As the list shows it: "Germany". */
  place: string;
  lang?: 'en' | 'de' | undefined;
}

/** What the page calls things. */
export function wordsOf({ lang = 'en' }: Pick<Answers, 'lang'>): Messages {
  return messagesIn(lang);
}

/** The button that leads to the next question. */
export async function goOn(visitor: Visitor, { form }: Messages): Promise<void> {
  await visitor.press(visitor.page.getByRole('button', { name: form.continue, exact: true }));
}

/** Answers the first question. */
export async function chooseRights(visitor: Visitor, { rights, lang }: Pick<Answers, 'rights' | 'lang'>): Promise<void> {
  const m = wordsOf({ lang });
  for (const right of rights) await visitor.tick(visitor.page.getByRole('checkbox', { name: m.words.rights[right].choice, exact: true }));
}

/** Answers the second question. */
export async function sayWho(visitor: Visitor, { email, name, lang }: Pick<Answers, 'email' | 'name' | 'lang'>): Promise<void> {
  const { form } = wordsOf({ lang });
  await visitor.type(visitor.page.getByRole('textbox', { name: form.who.email, exact: true }), email);
  if (name !== undefined) await visitor.type(visitor.page.getByRole('textbox', { name: form.optional(form.who.name), exact: true }), name);
}

/** Answers the third question. */
export async function sayWhere(visitor: Visitor, { place, lang }: Pick<Answers, 'place' | 'lang'>): Promise<void> {
  await visitor.pick(visitor.page.getByRole('combobox', { name: wordsOf({ lang }).form.where.title }), place);
}

/** From the start page to the page that asks to check all answers, question by question in whatever order they come. */
export async function fillForm(visitor: Visitor, answers: Answers): Promise<void> {
  const m = wordsOf(answers);
  const questions: [string, () => Promise<void>][] = [
    [m.form.rights.title, () => chooseRights(visitor, answers)],
    [m.form.where.title, () => sayWhere(visitor, answers)],
    [m.form.who.title, () => sayWho(visitor, answers)],
  ];
  await visitor.page.goto(answers.lang === undefined ? '/' : `/?lang=${answers.lang}`);
  await visitor.press(visitor.page.getByRole('link', { name: m.site.start.button, exact: true }));
  for (let left = questions.length; left > 0; left -= 1) {
    const title = await visitor.title();
    const answer = questions.find(([heading]) => heading === title)?.[1];
    if (answer === undefined) throw new Error(`Nobody expected the question “${title}”`);
    await answer();
    await goOn(visitor, m);
  }
}

/** Sends the request; returns its reference. */
export async function sendForm(visitor: Visitor, answers: Pick<Answers, 'lang'>): Promise<string> {
  await visitor.press(visitor.page.getByRole('button', { name: wordsOf(answers).form.check.send }));
  return referenceOn(visitor);
}

/** The reference a page shows. */
export async function referenceOn({ page }: Visitor): Promise<string> {
  const text = await page.locator('main').innerText();
  const found = /Q-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0];
  if (found === undefined) throw new Error('The page shows no reference');
  return found;
}
