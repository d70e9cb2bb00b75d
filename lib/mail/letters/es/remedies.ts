/** What one can do against a decision, as actions in Spanish. */
import { refusalEs } from '../../../receipts/sentences/es/refusal.ts';
import type { Remedies } from '../catalog.ts';

const { duration } = refusalEs;

function authorityLine({ name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` Hágalo en un plazo de ${duration(within)}.`;
  return `Presente una reclamación ante la autoridad de control: ${name}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** One line per way, the nearest first. */
export function remedyLinesEs({ complaint, court, appeal, controller }: Remedies): string[] {
  return [
    'Responda a este correo: una persona examinará el caso.',
    ...(appeal === undefined
      ? []
      : [
          `Presente un recurso: responda a este correo y diga que recurre. Alguien que no tomó esta decisión responderá en un plazo de ${duration(appeal.within)}${appeal.extension === undefined ? '' : `, o hasta ${duration(appeal.extension)} más tarde si le decimos por qué`}.`,
        ]),
    ...(controller === undefined
      ? []
      : [
          `Preséntenos una reclamación sobre cómo hemos tratado su solicitud: responda a este correo.${controller.acknowledgedWithin === undefined ? '' : ` Confirmaremos su reclamación en un plazo de ${duration(controller.acknowledgedWithin)}.`}`,
        ]),
    ...(complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(authorityLine)),
    ...(court ? ['Acuda a los tribunales.'] : []),
  ];
}
