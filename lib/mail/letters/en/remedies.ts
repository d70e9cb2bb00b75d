/** What one can do against a decision, as actions in English. */
import { refusalSentencesIn } from '../../../receipts/sentences/refusal.ts';
import type { Remedies } from '../catalog.ts';

const { duration } = refusalSentencesIn('en');

/** Authorities are named with or without their article. */
const bare = (name: string): string => name.replace(/^the /i, '');

function authorityLine({ name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` Do that within ${duration(within)}.`;
  return `Complain to the authority: ${bare(name)}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** One line per way, the nearest first. */
export function remedyLinesEn({ complaint, court, appeal, controller }: Remedies): string[] {
  return [
    'Reply to this mail: a person will look at the case.',
    ...(appeal === undefined
      ? []
      : [
          `Appeal: reply to this mail and say that you appeal. Somebody who did not make this decision answers within ${duration(appeal.within)}${appeal.extension === undefined ? '' : `, or up to ${duration(appeal.extension)} later if we tell you why`}.`,
        ]),
    ...(controller === undefined
      ? []
      : [
          `Complain to us about how we dealt with your request: reply to this mail.${controller.acknowledgedWithin === undefined ? '' : ` We confirm your complaint within ${duration(controller.acknowledgedWithin)}.`}`,
        ]),
    ...(complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(authorityLine)),
    ...(court ? ['Go to court.'] : []),
  ];
}
