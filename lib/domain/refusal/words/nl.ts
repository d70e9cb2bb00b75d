/** The grounds of a refusal in plain Dutch; see en.ts. */
import type { GroundWords } from './words.ts';

export const nl: GroundWords = {
  adverse_effect_on_others: 'Dit zou afbreuk doen aan de rechten of vrijheden van anderen.',
  archiving_research_statistics:
    'Wij hebben deze gegevens nodig voor archivering in het algemeen belang, voor onderzoek of voor statistiek; wissing zou dat onmogelijk maken.',
  breach_of_other_law: 'Dit zou in strijd zijn met een andere wet.',
  calecpa: 'De Californische wet op de privacy van elektronische communicatie (CalECPA) eist dat wij deze gegevens bewaren.',
  clinical_trial: 'Deze gegevens zijn verzameld in een klinisch onderzoek, waarvoor andere regels gelden.',
  commercial_credit_agency: 'Deze gegevens gaan over een bedrijf en zijn kredietwaardigheid, waarvoor andere regels gelden.',
  compelling_legitimate_grounds:
    'Wij hebben dwingende gerechtvaardigde gronden om deze gegevens te gebruiken, die zwaarder wegen dan uw redenen om bezwaar te maken.',
  complete_transaction_or_contract:
    'Wij hebben deze gegevens nodig om uw bestelling af te handelen of om een overeenkomst met u uit te voeren.',
  comply_with_law_or_court: 'Een wet of een rechter eist dat wij deze gegevens bewaren of gebruiken.',
  controller_only_anonymised: 'Deze gegevens zijn anoniem gemaakt en worden alleen door ons gebruikt.',
  debug: 'Wij hebben deze gegevens nodig om fouten op te sporen en te herstellen waardoor onze dienst niet werkt.',
  deidentified_or_aggregate: 'Uit deze gegevens blijkt niet meer over wie ze gaan.',
  dppa: 'Dit zijn gegevens uit voertuigregisters, waarvoor de Amerikaanse federale wet op de privacy van bestuurders (DPPA) geldt.',
  emergency_access: 'Een overheidsinstantie heeft ons gevraagd deze gegevens te bewaren, omdat iemands leven of gezondheid in gevaar was.',
  entity_or_data_level_exemptions: 'Voor deze gegevens geldt een andere wet en daarom deze wet niet.',
  evidentiary_privilege: 'Deze gegevens vallen onder een wettelijk beschermd geheim, zoals dat tussen advocaat en cliënt.',
  excessive_or_repetitive: 'Uw verzoek is buitensporig, met name omdat u al eerder om hetzelfde hebt gevraagd.',
  fcra: 'Dit zijn gegevens over kredietwaardigheid, waarvoor de Amerikaanse federale wet op kredietinformatie (FCRA) geldt.',
  formal_law_incl_professional_secrecy: 'Een wet verbiedt ons u dit mee te delen, bijvoorbeeld om een beroepsgeheim te bewaren.',
  fraud_suspected: 'Wij hebben goede redenen om aan te nemen dat dit verzoek frauduleus is.',
  free_speech_or_other_right:
    'Iemand heeft deze gegevens nodig om zijn vrijheid van meningsuiting of een ander wettelijk recht uit te oefenen.',
  freedom_of_expression: 'Deze gegevens zijn nodig voor de vrijheid van meningsuiting en informatie.',
  glba_cfipa_farm_credit: 'Dit zijn financiële gegevens, waarvoor de wetten op de privacy van financiële gegevens gelden.',
  harm_to_rights_of_the_person_or_others:
    'Dit zou het leven, het lichaam, de eigendommen of andere rechten van u of van iemand anders kunnen schaden.',
  household_data: 'Deze gegevens gaan over een huishouden en niet alleen over u.',
  internal_use_aligned_with_expectations:
    'Wij gebruiken deze gegevens alleen binnen ons bedrijf, op een manier die u op grond van uw relatie met ons kunt verwachten.',
  law_enforcement_cooperation: 'Wij bewaren deze gegevens om een instantie te helpen die een mogelijke overtreding van de wet vervolgt.',
  law_or_court_order: 'Een wet of een rechter eist dit.',
  legal_claims: 'Wij hebben deze gegevens nodig om een rechtsvordering in te stellen, uit te oefenen of te onderbouwen.',
  legal_obligation: 'Een wet eist dat wij deze gegevens bewaren.',
  legal_obligation_or_public_task: 'Een wet, of een taak van algemeen belang, eist dat wij deze gegevens bewaren.',
  legal_or_regulatory_obligation: 'Een wet of een toezichthouder eist dat wij deze gegevens bewaren.',
  manifestly_unfounded: 'Uw verzoek is kennelijk ongegrond.',
  manifestly_unfounded_excessive_repetitive: 'Uw verzoek is kennelijk ongegrond of buitensporig, of herhaalt een eerder verzoek.',
  manifestly_unfounded_or_excessive: 'Uw verzoek is kennelijk ongegrond of buitensporig.',
  medical_hipaa_cmia: 'Dit zijn medische gegevens, waarvoor de wetten op de privacy van medische gegevens gelden.',
  national_restriction: 'Een nationale wet beperkt dit recht.',
  no_reidentification: 'Uit deze gegevens blijkt niet over wie ze gaan, en wij hoeven dat niet uit te zoeken.',
  noncommercial_press: 'Deze gegevens dienen de berichtgeving door de pers, die de wet beschermt.',
  not_identifiable: 'Wij kunnen niet vaststellen welke van deze gegevens over u gaan.',
  obviously_unjustified_or_frivolous: 'Uw verzoek is duidelijk ongerechtvaardigd of niet serieus.',
  overriding_interest_of_a_private_controller_who_does_not_disclose_to_third_parties:
    'Onze eigen belangen wegen zwaarder, en wij geven deze gegevens aan niemand door.',
  overriding_third_party_interests: 'De belangen van anderen wegen zwaarder.',
  provision: 'De wet staat ons toe dit te weigeren.',
  pseudonymous_or_deidentified:
    'Uit deze gegevens blijkt niet over wie ze gaan, en wat dat zou kunnen verraden, bewaren wij er gescheiden van.',
  public_health: 'Wij hebben deze gegevens nodig om redenen van volksgezondheid.',
  public_interest_research: 'Wij hebben deze gegevens nodig voor onderzoek of statistiek in het algemeen belang.',
  regulatory_inquiry_or_subpoena: 'Een overheidsinstantie of een rechter doet onderzoek en eist deze gegevens op.',
  research_body: 'Een onderzoeksinstelling bestudeert deze gegevens, die waar mogelijk anoniem zijn gemaakt.',
  research_with_consent: 'Deze gegevens dienen openbaar onderzoek waarvoor u toestemming hebt gegeven en dat door wissing zou mislukken.',
  rights_of_others: 'Dit zou de rechten en vrijheden van anderen raken.',
  security_and_integrity: 'Wij hebben deze gegevens nodig om onze dienst veilig te houden.',
  serious_hindrance_to_business: 'Dit zou onze bedrijfsvoering ernstig hinderen.',
  student_records_and_tests: 'Dit zijn schooldossiers of toetsen, die wij niet hoeven te verstrekken of te wissen.',
  third_party_sourced_suppression_instead:
    'Wij hebben deze gegevens van iemand anders. In plaats van alles te wissen bewaren wij alleen een aantekening dat wij ze niet mogen gebruiken.',
  trade_secret: 'Dit zou een bedrijfsgeheim prijsgeven.',
  trade_secrets: 'Dit zou een bedrijfsgeheim prijsgeven.',
  transfer_to_third_party: 'Deze gegevens zijn rechtmatig aan iemand anders doorgegeven.',
  unauthenticated: 'Wij konden er niet zeker van zijn dat het verzoek van u komt.',
  unverified: 'Wij konden niet controleren of het verzoek van u komt.',
  vehicle_or_vessel_warranty:
    'Deze gegevens over uw voertuig of vaartuig gaan naar de fabrikant voor een reparatie onder garantie of een terugroepactie.',
  wholly_outside_california: 'Alles rond deze gegevens heeft buiten Californië plaatsgevonden.',
  yearbook_physical_item: 'Deze gegevens maken deel uit van een gedrukt voorwerp, zoals een jaarboek, waarvoor u toestemming hebt gegeven.',
};
