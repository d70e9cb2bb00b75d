/** What one can do against a decision, as actions in Polish. */
import { refusalPl } from '../../../receipts/sentences/pl/refusal.ts';
import type { Remedies } from '../catalog.ts';

const { duration } = refusalPl;

function authorityLine({ name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` Należy to zrobić w ciągu ${duration(within)}.`;
  return `Można złożyć skargę do organu nadzorczego: ${name}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** One line per way, the nearest first. */
export function remedyLinesPl({ complaint, court, appeal, controller }: Remedies): string[] {
  return [
    'Można odpowiedzieć na tę wiadomość: sprawie przyjrzy się człowiek.',
    ...(appeal === undefined
      ? []
      : [
          `Można złożyć odwołanie: w odpowiedzi na tę wiadomość prosimy napisać, że składają Państwo odwołanie. Osoba, która nie podejmowała tej decyzji, odpowie w ciągu ${duration(appeal.within)}${appeal.extension === undefined ? '' : `, a jeśli podamy Państwu powód – do ${duration(appeal.extension)} później`}.`,
        ]),
    ...(controller === undefined
      ? []
      : [
          `Można złożyć do nas skargę na to, jak potraktowaliśmy Państwa wniosek: wystarczy odpowiedzieć na tę wiadomość.${controller.acknowledgedWithin === undefined ? '' : ` Otrzymanie skargi potwierdzimy w ciągu ${duration(controller.acknowledgedWithin)}.`}`,
        ]),
    ...(complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(authorityLine)),
    ...(court ? ['Można wystąpić do sądu.'] : []),
  ];
}
