/** The grounds of a refusal in plain French; see en.ts. */
import type { GroundWords } from './words.ts';

export const fr: GroundWords = {
  adverse_effect_on_others: "Cela porterait atteinte aux droits ou aux libertés d'autres personnes.",
  archiving_research_statistics:
    "Nous avons besoin de ces données à des fins d'archivage dans l'intérêt public, de recherche ou de statistique ; leur effacement rendrait ces fins impossibles à atteindre.",
  breach_of_other_law: 'Ce serait contraire à une autre loi.',
  calecpa: 'La loi californienne sur la confidentialité des communications électroniques (CalECPA) exige que nous conservions ces données.',
  clinical_trial: "Ces données ont été recueillies lors d'un essai clinique, auquel s'appliquent d'autres règles.",
  commercial_credit_agency: "Ces données concernent une entreprise et sa solvabilité ; d'autres règles s'y appliquent.",
  compelling_legitimate_grounds:
    "Nous avons des motifs légitimes et impérieux d'utiliser ces données ; ils l'emportent sur vos raisons de vous y opposer.",
  complete_transaction_or_contract:
    'Nous avons besoin de ces données pour mener à bien votre commande ou pour exécuter un contrat conclu avec vous.',
  comply_with_law_or_court: 'Une loi ou un tribunal exige que nous conservions ou utilisions ces données.',
  controller_only_anonymised: 'Ces données sont anonymisées et nous sommes les seuls à les utiliser.',
  debug: 'Nous avons besoin de ces données pour trouver et corriger les erreurs qui empêchent notre service de fonctionner.',
  deidentified_or_aggregate: "Ces données n'indiquent plus à qui elles se rapportent.",
  dppa: "Ce sont des données des registres de véhicules, auxquelles s'applique la loi fédérale américaine sur la protection des données des conducteurs (DPPA).",
  emergency_access: "Une autorité nous a demandé de conserver ces données, parce que la vie ou la santé d'une personne était en danger.",
  entity_or_data_level_exemptions: "Une autre loi s'applique à ces données, et de ce fait celle-ci ne s'y applique pas.",
  evidentiary_privilege: 'Ces données sont protégées par un secret que la loi reconnaît, comme celui entre un avocat et son client.',
  excessive_or_repetitive: 'Votre demande est excessive, notamment parce que vous avez déjà demandé la même chose.',
  fcra: "Ce sont des données sur la solvabilité, auxquelles s'applique la loi fédérale américaine sur les rapports de solvabilité (FCRA).",
  formal_law_incl_professional_secrecy:
    'Une loi nous interdit de vous donner cette information, par exemple pour préserver un secret professionnel.',
  fraud_suspected: 'Nous avons de bonnes raisons de croire que cette demande est frauduleuse.',
  free_speech_or_other_right:
    "Quelqu'un a besoin de ces données pour exercer sa liberté d'expression ou un autre droit que la loi lui reconnaît.",
  freedom_of_expression: "Ces données sont nécessaires à la liberté d'expression et d'information.",
  glba_cfipa_farm_credit:
    "Ce sont des données financières, auxquelles s'appliquent les lois sur la confidentialité des données financières.",
  harm_to_rights_of_the_person_or_others:
    "Cela pourrait porter atteinte à la vie, à l'intégrité physique, aux biens ou à d'autres droits, les vôtres ou ceux d'une autre personne.",
  household_data: 'Ces données concernent un foyer et pas vous seulement.',
  internal_use_aligned_with_expectations:
    "Nous n'utilisons ces données qu'au sein de notre entreprise, d'une manière à laquelle vous pouvez vous attendre compte tenu de votre relation avec nous.",
  law_enforcement_cooperation: 'Nous conservons ces données pour aider une autorité qui poursuit une éventuelle infraction à la loi.',
  law_or_court_order: "Une loi ou un tribunal l'exige.",
  legal_claims: 'Nous avons besoin de ces données pour constater, exercer ou défendre des droits en justice.',
  legal_obligation: 'Une loi exige que nous conservions ces données.',
  legal_obligation_or_public_task: "Une loi, ou une mission d'intérêt public, exige que nous conservions ces données.",
  legal_or_regulatory_obligation: 'Une loi ou une autorité de régulation exige que nous conservions ces données.',
  manifestly_unfounded: 'Votre demande est manifestement infondée.',
  manifestly_unfounded_excessive_repetitive:
    'Votre demande est manifestement infondée ou excessive, ou elle répète une demande antérieure.',
  manifestly_unfounded_or_excessive: 'Votre demande est manifestement infondée ou excessive.',
  medical_hipaa_cmia: "Ce sont des données médicales, auxquelles s'appliquent les lois sur la confidentialité des données médicales.",
  national_restriction: 'Une loi nationale limite ce droit.',
  no_reidentification: "Ces données n'indiquent pas à qui elles se rapportent, et nous ne sommes pas tenus de le rechercher.",
  noncommercial_press: "Ces données servent au travail d'information de la presse, que la loi protège.",
  not_identifiable: 'Nous ne pouvons pas déterminer lesquelles de ces données vous concernent.',
  obviously_unjustified_or_frivolous: 'Votre demande est manifestement injustifiée ou procédurière.',
  overriding_interest_of_a_private_controller_who_does_not_disclose_to_third_parties:
    'Nos propres intérêts sont prépondérants, et nous ne communiquons ces données à personne.',
  overriding_third_party_interests: "Les intérêts d'autres personnes sont prépondérants.",
  provision: 'La loi nous permet de refuser cela.',
  pseudonymous_or_deidentified:
    "Ces données n'indiquent pas à qui elles se rapportent, et nous conservons séparément ce qui pourrait le révéler.",
  public_health: 'Nous avons besoin de ces données pour des motifs de santé publique.',
  public_interest_research: "Nous avons besoin de ces données pour des recherches ou des statistiques dans l'intérêt public.",
  regulatory_inquiry_or_subpoena: 'Une autorité ou un tribunal mène une enquête et exige ces données.',
  research_body: 'Un organisme de recherche étudie ces données, anonymisées chaque fois que cela est possible.',
  research_with_consent:
    'Ces données servent à une recherche publique à laquelle vous avez consenti et que leur effacement compromettrait.',
  rights_of_others: "Cela affecterait les droits et libertés d'autres personnes.",
  security_and_integrity: 'Nous avons besoin de ces données pour assurer la sécurité de notre service.',
  serious_hindrance_to_business: 'Cela entraverait gravement notre activité.',
  student_records_and_tests:
    "Ce sont des dossiers scolaires ou des épreuves d'examen, que nous ne sommes tenus ni de communiquer ni d'effacer.",
  third_party_sourced_suppression_instead:
    "Nous tenons ces données de quelqu'un d'autre. Au lieu de tout effacer, nous conservons seulement une note indiquant que nous n'avons pas le droit de les utiliser.",
  trade_secret: "Cela révélerait un secret d'affaires.",
  trade_secrets: "Cela révélerait un secret d'affaires.",
  transfer_to_third_party: "Ces données ont été licitement transmises à quelqu'un d'autre.",
  unauthenticated: "Nous n'avons pas pu nous assurer que la demande vient bien de vous.",
  unverified: "Nous n'avons pas pu vérifier que la demande vient bien de vous.",
  vehicle_or_vessel_warranty:
    'Ces données sur votre véhicule ou votre bateau sont transmises à son constructeur pour une réparation sous garantie ou un rappel.',
  wholly_outside_california: "Tout ce qui concerne ces données s'est passé hors de Californie.",
  yearbook_physical_item: "Ces données font partie d'un objet imprimé, par exemple un album de promotion, auquel vous avez consenti.",
};
