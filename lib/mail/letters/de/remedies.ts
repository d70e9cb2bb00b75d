/** What one can do against a decision, as actions in German. */
import { refusalSentencesIn } from '../../../receipts/sentences/refusal.ts';
import { around, type EitherWay, type Item } from '../../letter.ts';
import type { Remedies } from '../catalog.ts';

const { duration } = refusalSentencesIn('de');

function authorityLine({ name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` Tun Sie das innerhalb von ${duration(within)}.`;
  return `Beschweren Sie sich bei der Aufsichtsbehörde: ${name}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** How one answers. */
const ANSWER: EitherWay = { text: 'Antworten Sie auf diese E-Mail', paper: 'Schreiben Sie uns' };

/** One line per way, the nearest first. */
export function remedyLinesDe({ complaint, court, appeal, controller }: Remedies): Item[] {
  return [
    {
      text: 'Antworten Sie auf diese E-Mail: Ein Mensch sieht sich den Fall an.',
      paper: 'Schreiben Sie uns: Ein Mensch sieht sich den Fall an.',
    },
    ...(appeal === undefined
      ? []
      : [
          around(
            ANSWER,
            (answer) =>
              `Legen Sie Einspruch ein: ${answer}, dass Sie Einspruch einlegen. Jemand, der nicht entschieden hat, antwortet innerhalb von ${duration(appeal.within)}${appeal.extension === undefined ? '' : `, oder innerhalb von weiteren ${duration(appeal.extension)}, wenn wir Ihnen sagen, warum`}.`,
          ),
        ]),
    ...(controller === undefined
      ? []
      : [
          around(
            ANSWER,
            (answer) =>
              `Beschweren Sie sich bei uns darüber, wie wir mit Ihrem Antrag umgegangen sind: ${answer}.${controller.acknowledgedWithin === undefined ? '' : ` Den Eingang bestätigen wir innerhalb von ${duration(controller.acknowledgedWithin)}.`}`,
          ),
        ]),
    ...(complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(authorityLine)),
    ...(court ? ['Gehen Sie vor Gericht.'] : []),
  ];
}
