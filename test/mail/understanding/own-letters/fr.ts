/** Letters in French. */
import type { OwnLetter } from './own-letter.ts';

export const FR: readonly OwnLetter[] = [
  { text: 'Bonjour, merci de supprimer mon compte et toutes mes données. Bonne journée, Camille', asks: ['erasure'] },
  { text: "Bonjour, j'aimerais savoir quelles informations vous avez sur moi. Pouvez-vous m'en envoyer une copie ?", asks: ['access'] },
  { text: 'Ne supprimez pas mon compte, je veux seulement une copie de mes données.', asks: ['access'] },
  { text: 'Je ne veux plus recevoir vos publicités, retirez-moi de votre liste.', asks: ['objection'] },
  { text: 'Mon adresse est fausse, merci de la corriger : 3 rue des Lilas, 00000 Exempleville.', asks: ['rectification'] },
  { text: "Je retire mon consentement à l'utilisation de mes photos.", asks: ['withdraw-consent'] },
  { text: 'Je voudrais récupérer mes données au format CSV pour les transférer chez un autre fournisseur.', asks: ['portability'] },
  {
    text: "Je vous ai demandé une copie de mes données il y a deux mois et je n'ai reçu aucune réponse. Où en êtes-vous ?",
    asks: ['follow-up'],
  },
  { text: 'Envoyez-moi toutes les données que vous avez sur moi puis effacez mon compte.', asks: ['access', 'erasure'] },
  { text: 'Je souhaite porter plainte : votre employé a donné mon numéro à un inconnu.', asks: ['complaint'] },
  {
    text: 'Offre spéciale : -30 % sur les vélos ! Si vous ne souhaitez plus recevoir nos offres, cliquez ici pour vous désinscrire.',
    asks: [],
  },
  { text: "Ma commande n'est pas arrivée. Où est mon colis ?", asks: [] },
  { text: "Je m'oppose à l'utilisation de mes données pour du profilage.", asks: ['objection'] },
  {
    text: "Objet : droit d'accès\n\nMadame, Monsieur,\n\nEn application de l'article 15 du RGPD, je souhaite obtenir une copie de l'ensemble des données me concernant.",
    asks: ['access'],
  },
  { text: 'Supprimez-moi de votre base de données.', asks: ['erasure'] },
  { text: "Arrêtez de m'appeler !", asks: ['objection'] },
  { text: 'Je vous relance au sujet de ma demande de suppression du 3 mars, restée sans réponse.', asks: ['follow-up'] },
  { text: "Je suis le tuteur de Mme Exemple et je demande l'accès à ses données.", asks: ['access'] },
  { text: 'Je souhaite résilier mon abonnement à la fin du mois.', asks: [] },
  { text: 'Effacez tout ce que vous savez de moi.', asks: ['erasure'] },
  { text: "Je ne vous ai jamais donné mon numéro. D'où vient-il ? Quelles données avez-vous ?", asks: ['access'] },
  { text: 'Vous avez supprimé mon compte par erreur, rendez-le-moi.', asks: [] },
  {
    text: "Madame, Monsieur,\n\nle 2026-10-01, je vous ai envoyé une demande conformément à l'article 15 RGPD.\nMalheureusement, je n'ai pas reçu de réponse jusqu'à présent. Le délai d'un mois prévu à l'article 12(3) RGPD est donc dépassé.\n\nC'est pourquoi je vous contacte à nouveau. Veuillez répondre à ma demande dans les deux semaines. À défaut, je me réserve le droit d'engager des poursuites et d'introduire une réclamation auprès de l'autorité de contrôle.",
    asks: ['follow-up'],
  },
  {
    text: "Par la présente, je demande la rectification des données à caractère personnel inexactes me concernant conformément à l'article 16 RGPD.\n\nVeuillez procéder aux changements suivants :\nMon nom est maintenant Exemple.\nSi vous avez communiqué les données à des destinataires, vous devez leur notifier ma demande de rectification (article 19 RGPD).",
    asks: ['rectification'],
  },
  {
    text: "Je demande par la présente l'accès à mes données conformément à l'article 15 RGPD. Veuillez confirmer si vous traitez des données me concernant.\n\nSi tel est le cas, veuillez me fournir une copie de toutes les données (article 15, paragraphe 3). Je demande également :\n1. les finalités du traitement ;\n2. l'existence du droit de demander la rectification ou l'effacement de données ;\n3. le droit d'introduire une réclamation.\n\nConformément à l'article 20, paragraphe 1, je souhaite recevoir les données que je vous ai fournies dans un format structuré, couramment utilisé et lisible par machine.",
    asks: ['access', 'portability'],
  },
];
