/** Why the answer is due on its date, and what else applies: the sentences of the count, for those who want to know. */
import { html } from 'hono/html';
import type { Deadline } from '../../domain/clock/deadline.ts';
import { explain, pausedShort } from '../../domain/explanation/explain.ts';
import type { Explanation } from '../../domain/explanation/explanation-words.ts';
import { isClosed, type Request } from '../../domain/request.ts';
import { disclosure } from '../ui/banner.ts';
import { listInWords, weekdayInWords } from '../ui/dates.ts';
import { when, type Content } from '../ui/markup.ts';
import type { Access, CaseView } from './port.ts';
import type { Visit } from './visit.ts';
import { lawName } from './wording.ts';

/** What tells about questions: that somebody was asked which data they mean says that there are many. */
const OF_QUESTIONS: ReadonlySet<Explanation['code']> = new Set<Explanation['code']>(['paused', 'restarted', 'not-counted', 'reflection']);

/** The sentences a reader may see: whoever sent the form learns nothing of what the person was asked. */
export function visibleSteps(deadline: Deadline, { lang, access }: { lang: string; access: Access }): Explanation[] {
  return explain(deadline, lang).filter(({ code }) => access === 'person' || !OF_QUESTIONS.has(code));
}

/** "Thursday, 3 December 2026", or that the time stands still. */
function dateOrPause({ dueOn, paused }: Pick<Deadline, 'dueOn' | 'paused'>, lang: string): string {
  return paused === undefined ? weekdayInWords(lang, dueOn) : pausedShort(paused, lang);
}

/** Other laws with their dates, and the rights for which they are the same. */
function others(visit: Visit, { clock }: Request): Content {
  const { clock: words, words: names } = visit.m;
  const byDate = Object.groupBy(clock.others, ({ law, deadline }) => `${law} ${dateOrPause(deadline, visit.lang)}`);
  const items = Object.values(byDate).map((same) => {
    const { law, deadline } = same![0]!;
    const rights = listInWords(
      visit.lang,
      same!.map(({ right }) => names.receipt.rights[right]),
    );
    return html`<li>${words.other(lawName(visit, law), rights, dateOrPause(deadline, visit.lang))}</li>`;
  });
  return when(
    items.length > 0,
    () => html`<p>${words.others}</p>
      <ul>
        ${items}
      </ul>`,
  );
}

/** Nothing once the request is closed: then no date is left to keep. */
export function whyDate(visit: Visit, { request, access }: Pick<CaseView, 'request' | 'access'>): Content {
  if (isClosed(request)) return '';
  const { why, whyPaused } = visit.m.clock;
  const { clock } = request;
  const steps = visibleSteps(clock.leading.deadline, { lang: visit.lang, access }).map(({ text }) => html`<li>${text}</li>`);
  return disclosure(
    clock.state === 'paused' ? whyPaused : why,
    html`<ol>
        ${steps}
      </ol>
      ${others(visit, request)}`,
  );
}
