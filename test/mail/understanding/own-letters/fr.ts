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
];
