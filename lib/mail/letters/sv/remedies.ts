/** What one can do against a decision, as actions in Swedish. */
import { refusalSentencesIn } from '../../../receipts/sentences/refusal.ts';
import { around, type EitherWay, type Item } from '../../letter.ts';
import type { Remedies } from '../catalog.ts';

const { duration } = refusalSentencesIn('sv');

function authorityLine({ name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` Gör det inom ${duration(within)}.`;
  return `Lämna in ett klagomål till tillsynsmyndigheten: ${name}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** How one answers. */
const ANSWER: EitherWay = { text: 'svara på det här mejlet och skriv', paper: 'skriv till oss' };

/** One line per way, the nearest first. */
export function remedyLinesSv({ complaint, court, appeal, controller }: Remedies): Item[] {
  return [
    { text: 'Svara på det här mejlet: en människa tittar på ärendet.', paper: 'Skriv till oss: en människa tittar på ärendet.' },
    ...(appeal === undefined
      ? []
      : [
          around(
            ANSWER,
            (answer) =>
              `Begär omprövning: ${answer} att du begär omprövning. Någon som inte fattade det här beslutet svarar inom ${duration(appeal.within)}${appeal.extension === undefined ? '' : `, eller upp till ${duration(appeal.extension)} senare om vi talar om varför`}.`,
          ),
        ]),
    ...(controller === undefined
      ? []
      : [
          around(
            { text: 'svara på det här mejlet', paper: 'skriv till oss' },
            (answer) =>
              `Lämna in ett klagomål till oss om hur vi har hanterat din begäran: ${answer}.${controller.acknowledgedWithin === undefined ? '' : ` Inom ${duration(controller.acknowledgedWithin)} bekräftar vi att vi har tagit emot ditt klagomål.`}`,
          ),
        ]),
    ...(complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(authorityLine)),
    ...(court ? ['Gå till domstol.'] : []),
  ];
}
