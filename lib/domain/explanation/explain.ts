/** Turns a counted date into sentences a customer understands, in the language of the reader. */
import { catalogFor, type InEveryLanguage } from '../languages.ts';
import type { Clocks, DateName } from '../clock/clocks.ts';
import type { Deadline, DeadlineStep } from '../clock/deadline.ts';
import type { OpenPause } from '../clock/period.ts';
import { de } from './de.ts';
import { fr } from './fr.ts';
import { es } from './es.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';
import { pl } from './pl.ts';
import { sv } from './sv.ts';
import { en } from './en.ts';
import type { Explanation, ExplanationWords, Step, StepCode } from './explanation-words.ts';

const CATALOGS: InEveryLanguage<ExplanationWords> = { en, de, fr, es, it, nl, pt, pl, sv };

const wordsIn = (lang: string): ExplanationWords => catalogFor(CATALOGS, lang);

/** What is only true of a date that stands: while a question is open nothing ends. */
const OF_AN_END: ReadonlySet<StepCode> = new Set<StepCode>(['moved-to-working-day', 'not-moved', 'ends']);

/** A citation with what of it is words in the reader's language. */
function citeIn({ cites }: ExplanationWords, cite: string): string {
  return cite
    .split('; ')
    .map((part) => cites[part] ?? part)
    .join('; ');
}

function sentence<C extends StepCode>(words: ExplanationWords, step: Step<C>, deadline: Deadline): Explanation {
  const say = words.steps[step.code as C];
  if (!('cite' in step)) return { code: step.code, text: say(step, deadline) };
  const cite = citeIn(words, step.cite);
  return { code: step.code, text: say({ ...step, cite }, deadline), cite };
}

/** How the date came about, one plain sentence after the other; while a question is open, that the time stands still and why. */
export function explain(deadline: Deadline, lang: string): Explanation[] {
  const words = wordsIn(lang);
  const spelled = { ...deadline, basis: citeIn(words, deadline.basis) };
  const { paused } = deadline;
  const steps: DeadlineStep[] = paused === undefined ? deadline.steps : deadline.steps.filter(({ code }) => !OF_AN_END.has(code));
  const sentences = steps.map((step) => sentence(words, step, spelled));
  return paused === undefined
    ? sentences
    : [...sentences, { code: 'paused', text: pausedInWords(paused, lang), cite: citeIn(words, paused.cite) }];
}

/** "Paused since 10 September 2026, 22 days left: we are waiting for your answer which data you mean (UK GDPR Art. 12A(5)-(6))." */
export function pausedInWords(pause: OpenPause, lang: string): string {
  const words = wordsIn(lang);
  return words.paused({ ...pause, cite: citeIn(words, pause.cite) });
}

/** "paused, 22 days left", where a date would stand. */
export function pausedShort({ daysLeft }: Pick<OpenPause, 'daysLeft'>, lang: string): string {
  return wordsIn(lang).pausedShort(daysLeft);
}

/** What has to be done by a date. */
export function dateNameIn(name: DateName, lang: string): string {
  return wordsIn(lang).dates[name];
}

/** Why an extension that was told extends nothing. `law` is what the law is called. */
export function refusedExtensionInWords(
  refused: NonNullable<Clocks['refusedExtension']>,
  { law, lang }: { law: string; lang: string },
): string {
  return wordsIn(lang).refusedExtension(refused, law);
}
