/** What a language has to say about dates: one sentence per step, the names of the dates, and what a pause waits for. */
import type { Clocks, DateName } from '../clock/clocks.ts';
import type { Deadline, DeadlineStep } from '../clock/deadline.ts';
import type { OpenPause } from '../clock/period.ts';

export type StepCode = DeadlineStep['code'];

/** The step of a code. */
export type Step<C extends StepCode> = Extract<DeadlineStep, { code: C }>;

/** One catalog. Dates go in as ISO dates and come out spelled; every sentence is whole and names its article. */
export interface ExplanationWords {
  steps: { [C in StepCode]: (step: Step<C>, deadline: Deadline) => string };
  /** What has to be done by a date. */
  dates: Record<DateName, string>;
  /** "paused, 22 days left" */
  pausedShort(daysLeft: number): string;
  paused(pause: OpenPause): string;
  /** An extension that was told and extends nothing. */
  refusedExtension(refused: NonNullable<Clocks['refusedExtension']>, law: string): string;
  /** Citations that are words. */
  cites: Readonly<Record<string, string>>;
}

/** The article of a figure with that of the way it is counted, which may be the same one. */
export function citeBoth(figure: string, counting: string): string {
  return figure.split('; ').some((part) => part.startsWith(counting)) ? figure : `${figure}; ${counting}`;
}

/** One sentence with the code it tells; `cite` is in the text as well. */
export interface Explanation {
  code: StepCode | 'paused';
  text: string;
  cite?: string;
}
