/** Letters in French. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { around, type Block, type EitherWay, eitherWay, link, list, paragraph } from '../../letter.ts';
import type { LetterFacts, Letters } from '../catalog.ts';
import { remedyLinesFr } from './remedies.ts';

const { date: day, list: listed } = spellingOf('fr');

/** With their articles: "une demande portant sur ...". */
const WISH: Record<Right, string> = {
  access: 'une copie de vos données',
  portability: 'vos données sous une forme que vous pouvez emporter ailleurs',
  erasure: "l'effacement de vos données",
  rectification: 'la rectification de vos données',
  restriction: 'la limitation du traitement de vos données',
  objection: "la fin d'une utilisation de vos données",
  'opt-out': "l'exercice de votre droit de refus (opt-out)",
  'opt-out-of-sale': 'la fin de la vente et du partage de vos données',
  'opt-out-of-targeted-ads': 'le refus de la publicité ciblée',
  'opt-out-of-profiling': 'le refus du profilage',
  limit: "une limite à l'utilisation de vos données sensibles",
  'withdraw-consent': 'le retrait de votre consentement',
  appeal: 'un nouvel examen de notre décision',
  complaint: 'une réponse à votre réclamation',
};

export const wishes = (rights: readonly Right[]): string => listed(rights.map((right) => WISH[right]));

/** What follows a reference: where an answer goes. */
export const REACH: EitherWay = {
  text: 'Si vous répondez à cet e-mail, une personne lira votre réponse.',
  paper: 'Notre adresse figure en haut de cette lettre.',
};

/** How every letter about a request ends. */
export const closing = ({ reference, statusUrl }: LetterFacts): Block[] => [
  link('Voir où en est votre demande', statusUrl),
  {
    kind: 'paragraph',
    ...around(
      REACH,
      (reach) => `Votre référence est ${reference}. Merci de l'indiquer lorsque vous nous écrivez au sujet de cette demande. ${reach}`,
    ),
  },
];

/** Goes with every letter that has a receipt attached. */
export const keepReceipt = eitherWay(
  "Le fichier receipt.jws joint à cet e-mail est une attestation signée. Conservez-la : grâce à elle, vous pouvez montrer à n'importe qui, à tout moment et sans notre aide, ce que nous vous avons dit ici.",
  "Une attestation imprimée est jointe à cette lettre. Conservez-la : l'attestation signée elle-même peut être ouverte et vérifiée sur la page à laquelle mène son code.",
);

export const fr: Letters = {
  day,

  closing,

  remedies: remedyLinesFr,

  acknowledgement: (facts) => ({
    subject: `Nous avons reçu votre demande ${facts.reference} : réponse au plus tard le ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Le ${day(facts.receivedOn)}, nous avons reçu une demande portant sur ${wishes(facts.rights)}. ${facts.company} répondra au plus tard le ${day(facts.dueOn)}.`,
      ),
      ...(facts.passedOn ?? []).map(paragraph),
      ...(facts.mustVerify
        ? [
            eitherWay(
              "Nous allons maintenant vérifier que cette boîte mail est la vôtre : vous recevrez un deuxième e-mail avec un lien et un code. Merci d'utiliser l'un des deux.",
              "Nous allons maintenant vérifier que cette demande vient bien de vous : vous recevrez une deuxième lettre avec une adresse Internet et un code. Merci d'utiliser l'un des deux.",
            ),
          ]
        : [paragraph("Vous n'avez rien à faire pour l'instant.")]),
      eitherWay(
        "Si vous n'avez pas fait cette demande, vous pouvez ignorer cet e-mail : sans votre confirmation, rien n'est communiqué et rien n'est effacé.",
        "Si vous n'avez pas fait cette demande, vous pouvez ignorer cette lettre : sans votre confirmation, rien n'est communiqué et rien n'est effacé.",
      ),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  verification: (facts) => ({
    subject: `${facts.reminder ? 'Rappel : merci' : 'Merci'} de confirmer votre demande ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      {
        kind: 'paragraph',
        ...around(
          { text: 'le lien', paper: 'cette adresse Internet' },
          (open) =>
            `Merci de confirmer que vous avez demandé à ${facts.company} ce qui suit : ${wishes(facts.rights)}. Ouvrez ${open} et appuyez sur le bouton :`,
        ),
      },
      link('Confirmer ma demande', facts.verifyUrl),
      ...(facts.askedBy === undefined
        ? []
        : [paragraph(`${facts.askedBy} a envoyé cette demande pour vous. Si vous ne le souhaitez pas, ne faites rien.`)]),
      paragraph('Ou saisissez ce code sur la page qui montre où en est votre demande (voir plus bas) :'),
      { kind: 'code', code: facts.code },
      paragraph(
        `Vous pouvez confirmer votre demande jusqu'au ${day(facts.untilOn)}. Après cette date, nous devrions clore la demande, car nous n'avons le droit de communiquer ou d'effacer des données que si nous savons que c'est bien vous qui le demandez.`,
      ),
      eitherWay(
        "Si vous n'avez pas fait cette demande, ne faites rien.",
        "Si vous ne pouvez pas ouvrir cette adresse, écrivez-nous : nous chercherons un autre moyen de savoir qu'il s'agit bien de vous. Si vous n'avez pas fait cette demande, ne faites rien.",
      ),
      ...closing(facts),
    ],
  }),

  ready: (facts) => ({
    subject: facts.interim
      ? `La première partie de vos données est prête : demande ${facts.reference}`
      : `Vos données sont disponibles jusqu'au ${day(facts.untilOn)} : demande ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      link('Télécharger vos données', facts.downloadUrl),
      eitherWay(
        `Vous pouvez les télécharger aussi souvent que vous le souhaitez jusqu'au ${day(facts.untilOn)}. Ensuite, nous les effaçons de notre espace de mise à disposition. Toute personne qui a cet e-mail peut ouvrir le lien : merci de ne pas transférer ce message.`,
        `Une copie imprimée de vos données est jointe à cette lettre. Si vous préférez les fichiers, vous pouvez ouvrir l'adresse ci-dessus jusqu'au ${day(facts.untilOn)}. Ensuite, nous les effaçons de notre espace de mise à disposition. Toute personne qui a cette lettre peut ouvrir l'adresse.`,
      ),
      ...(facts.erasureFrom === undefined
        ? []
        : [
            eitherWay(
              `Vous nous avez aussi demandé d'effacer vos données. Nous commencerons lorsque vous aurez téléchargé votre copie, ou le ${day(facts.erasureFrom)} si vous ne l'avez pas fait. Sur la page de suivi, vous pouvez nous dire de ne pas attendre.`,
              `Vous nous avez aussi demandé d'effacer vos données. Nous commencerons lorsque votre copie aura été postée, et au plus tard le ${day(facts.erasureFrom)}.`,
            ),
          ]),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  deletion: (facts) => ({
    subject: facts.interim
      ? `Une partie de vos données a été effacée : demande ${facts.reference}`
      : `Vos données ont été effacées : attestation pour ${facts.reference}`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link("Lire l'attestation, système par système", facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  answered: (facts) => ({
    subject: `Nous avons répondu à votre demande ${facts.reference}`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link("Lire l'attestation", facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  newLink: (facts) => ({
    subject: `Vous pouvez télécharger vos données jusqu'au ${day(facts.untilOn)} : demande ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      link('Télécharger vos données', facts.downloadUrl),
      eitherWay(
        `Le lien est valable jusqu'au ${day(facts.untilOn)}. Merci de ne pas transférer cet e-mail.`,
        `L'adresse est valable jusqu'au ${day(facts.untilOn)}. Toute personne qui a cette lettre peut l'ouvrir.`,
      ),
      ...closing(facts),
    ],
  }),

  extension: (facts) => ({
    subject: `Il nous faut plus de temps, jusqu'au ${day(facts.newDueOn)} : demande ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Nous répondrons à votre demande au plus tard le ${day(facts.newDueOn)}, au lieu du ${day(facts.dueOn)}. La loi le permet : ${facts.law}. La raison : ${facts.reason}`,
      ),
      { kind: 'heading', text: "Si vous n'êtes pas d'accord" },
      list(facts.remedies),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  questionReminder: (facts) => ({
    subject: `Nous attendons votre réponse : demande ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Le ${day(facts.askedOn)}, nous vous avons posé une question au sujet de votre demande portant sur ${wishes(facts.rights)}. Nous n'avons pas encore de réponse. Tant que vous n'avez pas répondu, nous ne pouvons rien communiquer ni rien effacer.`,
      ),
      link('Lire la question et y répondre', facts.statusUrl),
      eitherWay(
        `Votre référence est ${facts.reference}. Si vous ne comprenez pas la question, répondez à cet e-mail : une personne lira votre réponse. Nous ne vous envoyons que ce seul rappel.`,
        `Votre référence est ${facts.reference}. Vous pouvez aussi répondre par courrier postal, et nous écrire si vous ne comprenez pas la question. ${REACH.paper} Nous ne vous envoyons que ce seul rappel.`,
      ),
    ],
  }),
};
