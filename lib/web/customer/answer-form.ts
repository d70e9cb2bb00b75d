/** What the person is asked, on top of the page of their request, with the form for the answer; and what was answered before. */
import { html } from 'hono/html';
import type { Request } from '../../domain/request.ts';
import type { PersonsQuestion } from '../../steps/question-words.ts';
import { disclosure } from '../ui/banner.ts';
import { button } from '../ui/button.ts';
import { dateInWords, moneyInWords } from '../ui/dates.ts';
import { errorOf, hiddenFields, textArea, type FieldError } from '../ui/fields.ts';
import { when, type Content, type Markup } from '../ui/markup.ts';
import { languageField } from './case-parts.ts';
import { paths } from './paths.ts';
import type { CaseView } from './port.ts';
import type { Visit } from './visit.ts';

/** What was typed, to be kept beside an error. */
export interface TypedAnswer {
  number: number;
  words: string;
}

export interface QuestionState {
  view: CaseView;
  token: string;
  errors?: readonly FieldError[];
  typed?: TypedAnswer | undefined;
}

/** Each answer has a field of its own: several questions may be open. */
export const answerField = (number: number): string => `words-${number}`;

/** Questions the person has not answered; none for whoever only sent the form. */
export function unanswered({ questions = [] }: CaseView): PersonsQuestion[] {
  return questions.filter(({ answeredAt }) => answeredAt === undefined);
}

const quoted = (words: string): Markup => html`<blockquote>${words.split(/\n\s*\n/).map((part) => html`<p>${part}</p>`)}</blockquote>`;

function timeSentence({ m, lang }: Visit, { clock, dueOn }: Request, about: PersonsQuestion['about']): string {
  const { paused, pausedFee, running } = m.answer;
  if (clock.state === 'running') return running(dateInWords(lang, dueOn));
  return about === 'fee' ? pausedFee : paused;
}

function form(visit: Visit, { number }: PersonsQuestion, { token, errors = [], typed }: QuestionState): Markup {
  const { answer, form: words } = visit.m;
  const name = answerField(number);
  const field = textArea({
    name,
    label: answer.label,
    hint: answer.hint,
    rows: 6,
    value: typed?.number === number ? typed.words : '',
    error: errorOf(errors, name),
    errorPrefix: words.errorPrefix,
  });
  return html`<form method="post" action="${paths.statusAct(token, 'answer')}" novalidate class="no-print">
    ${field}${hiddenFields({ number: String(number), ...languageField(visit) })}${button({ text: answer.submit })}
  </form>`;
}

function openQuestion(visit: Visit, question: PersonsQuestion, state: QuestionState): Markup {
  const { answer } = visit.m;
  const { number, about, words, fee } = question;
  const amount = fee && { amount: moneyInWords(visit.lang, fee), reason: fee.reason };
  return html`<section aria-labelledby="question-${number}">
    <h2 id="question-${number}">${answer.title}</h2>
    ${quoted(words)} ${when(amount, (facts) => html`<p>${answer.fee(facts)} ${answer.feeFree}</p>`)}
    <p>${timeSentence(visit, state.view.request, about)}</p>
    ${about === 'fee' ? '' : form(visit, question, state)}
  </section>`;
}

function before(visit: Visit, { number, words, answer }: PersonsQuestion): Markup {
  const texts = visit.m.answer;
  return disclosure(texts.before(number), html`${quoted(words)}${answer === undefined ? html`<p>${texts.other}</p>` : quoted(answer)}`);
}

/** Open questions first, then the others folded up. */
export function questionSection(visit: Visit, state: QuestionState): Content {
  const { questions = [] } = state.view;
  const open = unanswered(state.view).map((question) => openQuestion(visit, question, state));
  const done = questions.filter(({ answeredAt }) => answeredAt !== undefined).map((question) => before(visit, question));
  return open.length + done.length === 0 ? '' : html`${open}${done}`;
}

/** What the answer did: until when the time runs now. */
export function thanks(visit: Visit, view: CaseView): string {
  const { answer } = visit.m;
  const { clock, dueOn } = view.request;
  const date = dateInWords(visit.lang, dueOn);
  if (unanswered(view).length > 0) return answer.more;
  const stood = clock.leading.deadline.steps.some(({ code }) => code === 'not-counted' || code === 'restarted');
  return stood ? answer.again(date) : answer.thanks(date);
}
