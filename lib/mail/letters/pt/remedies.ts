/** What one can do against a decision, as actions in Portuguese. */
import { refusalPt } from '../../../receipts/sentences/pt/refusal.ts';
import { around, type EitherWay, type Item } from '../../letter.ts';
import type { Remedies } from '../catalog.ts';

const { duration } = refusalPt;

function authorityLine({ name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` O prazo para isso é de ${duration(within)}.`;
  return `Apresentar uma reclamação à autoridade competente: ${name}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** How one answers. */
const ANSWER: EitherWay = { text: 'responda a este e-mail', paper: 'escreva-nos' };

/** One line per way, the nearest first. */
export function remedyLinesPt({ complaint, court, appeal, controller }: Remedies): Item[] {
  return [
    { text: 'Responder a este e-mail: uma pessoa vai analisar o caso.', paper: 'Escrever-nos: uma pessoa vai analisar o caso.' },
    ...(appeal === undefined
      ? []
      : [
          around(
            ANSWER,
            (answer) =>
              `Apresentar um recurso: ${answer} e diga que apresenta recurso. Alguém que não tomou esta decisão responde no prazo de ${duration(appeal.within)}${appeal.extension === undefined ? '' : `, ou até ${duration(appeal.extension)} mais tarde, se dissermos qual é o motivo`}.`,
          ),
        ]),
    ...(controller === undefined
      ? []
      : [
          around(
            ANSWER,
            (answer) =>
              `Apresentar-nos uma reclamação sobre a forma como o pedido foi tratado: ${answer}.${controller.acknowledgedWithin === undefined ? '' : ` No prazo de ${duration(controller.acknowledgedWithin)}, confirmamos que a reclamação chegou.`}`,
          ),
        ]),
    ...(complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])].map(authorityLine)),
    ...(court ? ['Recorrer a um tribunal.'] : []),
  ];
}
