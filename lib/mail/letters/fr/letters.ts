/** The letters of a request, in French. */
import type { LetterWords } from '../letter-words.ts';

export const fr: LetterWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Nous avons reçu votre demande ${reference} : réponse au plus tard le ${dueOn}`,
    arrived: ({ receivedOn, wishes, company, dueOn }) =>
      `Le ${receivedOn}, nous avons reçu une demande portant sur ${wishes}. ${company} répondra au plus tard le ${dueOn}.`,
    check: {
      text: "Nous allons maintenant vérifier que cette boîte mail est la vôtre : vous recevrez un deuxième e-mail avec un lien et un code. Merci d'utiliser l'un des deux.",
      paper:
        "Nous allons maintenant vérifier que cette demande vient bien de vous : vous recevrez une deuxième lettre avec une adresse Internet et un code. Merci d'utiliser l'un des deux.",
    },
    nothingToDo: "Vous n'avez rien à faire pour l'instant.",
    notYou: {
      text: "Si vous n'avez pas fait cette demande, vous pouvez ignorer cet e-mail : sans votre confirmation, rien n'est communiqué et rien n'est effacé.",
      paper:
        "Si vous n'avez pas fait cette demande, vous pouvez ignorer cette lettre : sans votre confirmation, rien n'est communiqué et rien n'est effacé.",
    },
  },

  verification: {
    subject: ({ reference }) => `Merci de confirmer votre demande ${reference}`,
    reminder: ({ reference }) => `Rappel : merci de confirmer votre demande ${reference}`,
    confirm: ({ company, wishes }) => `Merci de confirmer que vous avez demandé à ${company} ce qui suit : ${wishes}.`,
    open: { text: 'Ouvrez le lien et appuyez sur le bouton :', paper: 'Ouvrez cette adresse Internet et appuyez sur le bouton :' },
    link: 'Confirmer ma demande',
    askedBy: ({ askedBy }) => `${askedBy} a envoyé cette demande pour vous. Si vous ne le souhaitez pas, ne faites rien.`,
    code: 'Ou saisissez ce code sur la page qui montre où en est votre demande (voir plus bas) :',
    until: ({ untilOn }) =>
      `Vous pouvez confirmer votre demande jusqu'au ${untilOn}. Après cette date, nous devrions clore la demande, car nous n'avons le droit de communiquer ou d'effacer des données que si nous savons que c'est bien vous qui le demandez.`,
    notYou: {
      text: "Si vous n'avez pas fait cette demande, ne faites rien.",
      paper:
        "Si vous ne pouvez pas ouvrir cette adresse, écrivez-nous : nous chercherons un autre moyen de savoir qu'il s'agit bien de vous. Si vous n'avez pas fait cette demande, ne faites rien.",
    },
  },

  ready: {
    subject: ({ untilOn, reference }) => `Vos données sont disponibles jusqu'au ${untilOn} : demande ${reference}`,
    inPart: ({ reference }) => `La première partie de vos données est prête : demande ${reference}`,
    link: 'Télécharger vos données',
    until: ({ untilOn }) => ({
      text: `Vous pouvez les télécharger aussi souvent que vous le souhaitez jusqu'au ${untilOn}. Ensuite, nous les effaçons de notre espace de mise à disposition. Toute personne qui a cet e-mail peut ouvrir le lien : merci de ne pas transférer ce message.`,
      paper: `Une copie imprimée de vos données est jointe à cette lettre. Si vous préférez les fichiers, vous pouvez ouvrir l'adresse ci-dessus jusqu'au ${untilOn}. Ensuite, nous les effaçons de notre espace de mise à disposition. Toute personne qui a cette lettre peut ouvrir l'adresse.`,
    }),
    erasure: ({ erasureFrom }) => ({
      text: `Vous nous avez aussi demandé d'effacer vos données. Nous commencerons lorsque vous aurez téléchargé votre copie, ou le ${erasureFrom} si vous ne l'avez pas fait. Sur la page de suivi, vous pouvez nous dire de ne pas attendre.`,
      paper: `Vous nous avez aussi demandé d'effacer vos données. Nous commencerons lorsque votre copie aura été postée, et au plus tard le ${erasureFrom}.`,
    }),
  },

  deletion: {
    subject: ({ reference }) => `Vos données ont été effacées : attestation pour ${reference}`,
    inPart: ({ reference }) => `Une partie de vos données a été effacée : demande ${reference}`,
    link: "Lire l'attestation, système par système",
  },

  answered: { subject: ({ reference }) => `Nous avons répondu à votre demande ${reference}` },

  newLink: {
    subject: ({ untilOn, reference }) => `Vous pouvez télécharger vos données jusqu'au ${untilOn} : demande ${reference}`,
    until: ({ untilOn }) => ({
      text: `Le lien est valable jusqu'au ${untilOn}. Merci de ne pas transférer cet e-mail.`,
      paper: `L'adresse est valable jusqu'au ${untilOn}. Toute personne qui a cette lettre peut l'ouvrir.`,
    }),
  },

  extension: {
    subject: ({ newDueOn, reference }) => `Il nous faut plus de temps, jusqu'au ${newDueOn} : demande ${reference}`,
    why: ({ newDueOn, dueOn, law, reason }) =>
      `Nous répondrons à votre demande au plus tard le ${newDueOn}, au lieu du ${dueOn}. La loi le permet : ${law}. La raison : ${reason}`,
    disagree: "Si vous n'êtes pas d'accord",
  },

  questionReminder: {
    subject: ({ reference }) => `Nous attendons votre réponse : demande ${reference}`,
    asked: ({ askedOn, wishes }) =>
      `Le ${askedOn}, nous vous avons posé une question au sujet de votre demande portant sur ${wishes}. Nous n'avons pas encore de réponse. Tant que vous n'avez pas répondu, nous ne pouvons rien communiquer ni rien effacer.`,
    link: 'Lire la question et y répondre',
    unclear: {
      text: 'Si vous ne comprenez pas la question, répondez à cet e-mail : une personne lira votre réponse.',
      paper: 'Vous pouvez aussi répondre par courrier postal, et nous écrire si vous ne comprenez pas la question.',
    },
    once: 'Nous ne vous envoyons que ce seul rappel.',
  },
};
