/** What one can do against a decision, as actions in English. */
import { refusalSentencesIn } from '../../../receipts/sentences/refusal.ts';
import { around, type EitherWay, type Item } from '../../letter.ts';
import type { Remedies } from '../catalog.ts';

const { duration } = refusalSentencesIn('en');

/** Authorities are named with or without their article. */
export const bare = (name: string): string => name.replace(/^the /i, '');

function authorityLine({ name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` Do that within ${duration(within)}.`;
  return `Complain to the authority: ${bare(name)}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** How one answers. */
const ANSWER: EitherWay = { text: 'reply to this mail', paper: 'write to us' };

/** One line per way, the nearest first. */
export function remedyLinesEn({ complaint, court, appeal, controller }: Remedies): Item[] {
  return [
    { text: 'Reply to this mail: a person will look at the case.', paper: 'Write to us: a person will look at the case.' },
    ...(appeal === undefined
      ? []
      : [
          around(
            ANSWER,
            (answer) =>
              `Appeal: ${answer} and say that you appeal. Somebody who did not make this decision answers within ${duration(appeal.within)}${appeal.extension === undefined ? '' : `, or up to ${duration(appeal.extension)} later if we tell you why`}.`,
          ),
        ]),
    ...(controller === undefined
      ? []
      : [
          around(
            ANSWER,
            (answer) =>
              `Complain to us about how we dealt with your request: ${answer}.${controller.acknowledgedWithin === undefined ? '' : ` We acknowledge your complaint within ${duration(controller.acknowledgedWithin)}.`}`,
          ),
        ]),
    ...(complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(authorityLine)),
    ...(court ? ['Go to court.'] : []),
  ];
}
