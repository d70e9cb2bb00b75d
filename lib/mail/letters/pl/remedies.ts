/** What one can do against a decision, as actions in Polish. */
import { refusalPl } from '../../../receipts/sentences/pl/refusal.ts';
import { around, type EitherWay, type Item } from '../../letter.ts';
import type { Remedies } from '../catalog.ts';

const { duration } = refusalPl;

function authorityLine({ name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` Należy to zrobić w ciągu ${duration(within)}.`;
  return `Można złożyć skargę do organu nadzorczego: ${name}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** How one answers. */
const ANSWER: EitherWay = { text: 'w odpowiedzi na tę wiadomość', paper: 'w liście do nas' };

/** One line per way, the nearest first. */
export function remedyLinesPl({ complaint, court, appeal, controller }: Remedies): Item[] {
  return [
    {
      text: 'Można odpowiedzieć na tę wiadomość: sprawie przyjrzy się człowiek.',
      paper: 'Można do nas napisać: sprawie przyjrzy się człowiek.',
    },
    ...(appeal === undefined
      ? []
      : [
          around(
            ANSWER,
            (answer) =>
              `Można złożyć odwołanie: ${answer} prosimy napisać, że składają Państwo odwołanie. Osoba, która nie podejmowała tej decyzji, odpowie w ciągu ${duration(appeal.within)}${appeal.extension === undefined ? '' : `, a jeśli podamy Państwu powód – do ${duration(appeal.extension)} później`}.`,
          ),
        ]),
    ...(controller === undefined
      ? []
      : [
          around(
            { text: 'odpowiedzieć na tę wiadomość', paper: 'do nas napisać' },
            (answer) =>
              `Można złożyć do nas skargę na to, jak potraktowaliśmy Państwa wniosek: wystarczy ${answer}.${controller.acknowledgedWithin === undefined ? '' : ` Otrzymanie skargi potwierdzimy w ciągu ${duration(controller.acknowledgedWithin)}.`}`,
          ),
        ]),
    ...(complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(authorityLine)),
    ...(court ? ['Można wystąpić do sądu.'] : []),
  ];
}
