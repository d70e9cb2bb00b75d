/** The questions of a request: when each was asked and answered; the words only together with the person's details. */
import { html } from 'hono/html';
import type { AskedQuestion } from '../../domain/request.ts';
import type { SpokenQuestion } from '../../steps/question-words.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { summaryList } from '../ui/summary-list.ts';
import { table } from '../ui/table.ts';
import { tag } from '../ui/tag.ts';
import type { Desk } from './desk.ts';
import { instant } from './labels.ts';
import type { CaseFile } from './port.ts';

function answered(desk: Desk, { askedAt, answeredAt, answeredBy = '', settledAt }: AskedQuestion): Content {
  const { ask, request: texts } = desk.words;
  if (askedAt === undefined || answeredAt === undefined) return ask.notAnswered;
  const who = answeredBy === 'person' ? ask.byPerson : texts.byStaff(answeredBy);
  return html`${instant(desk, answeredAt)}, ${who} ${settledAt === undefined ? tag('attention', ask.unread) : ''}`;
}

function spoken({ words: { ask } }: Desk, { number, about, question, answer, finding }: SpokenQuestion): Markup {
  const { words, reason, fee } = question;
  const made = finding?.reason ?? answer?.reason;
  return html`<h3>${number}. ${ask.kinds[about]}</h3>
${summaryList([
  { term: ask.asked, detail: html`<blockquote class="letter">${words}</blockquote>` },
  ...(fee === undefined ? [] : [{ term: ask.kinds.fee, detail: `${fee.amount} ${fee.currency}` }]),
  ...(reason === undefined ? [] : [{ term: ask.why, detail: reason }]),
  ...(answer?.words === undefined ? [] : [{ term: ask.answer, detail: html`<blockquote class="letter">${answer.words}</blockquote>` }]),
  ...(made === undefined ? [] : [{ term: ask.finding, detail: made }]),
])}`;
}

/** Nothing where nobody was asked anything. */
export function questionsPanel(desk: Desk, { request, questions }: CaseFile): Content {
  const { ask } = desk.words;
  if (request.questions.length === 0) return '';
  const rows = request.questions.map((question): Content[] => [
    String(question.number),
    ask.kinds[question.about],
    question.askedAt === undefined ? ask.notMailed : instant(desk, question.askedAt),
    answered(desk, question),
  ]);
  const columns = [ask.columns.number, ask.columns.about, ask.columns.asked, ask.columns.answered].map((text) => ({ text }));
  const words = questions === undefined ? html`<p class="soft">${ask.hidden}</p>` : questions.map((question) => spoken(desk, question));
  return html`<section id="questions"><h2>${ask.section}</h2>
${table({ caption: ask.section, captionHidden: true, columns, rows })}${words}</section>`;
}
