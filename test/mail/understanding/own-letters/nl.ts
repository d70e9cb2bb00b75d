/** Letters in Dutch. */
import type { OwnLetter } from './own-letter.ts';

export const NL: readonly OwnLetter[] = [
  { text: 'Hoi, wil je mijn account en al mijn gegevens verwijderen? Groet, Sam', asks: ['erasure'] },
  { text: 'Beste, ik wil graag weten welke gegevens jullie over mij hebben. Kunnen jullie een kopie sturen?', asks: ['access'] },
  { text: 'Verwijder mijn account alsjeblieft niet, ik wil alleen een kopie van mijn gegevens.', asks: ['access'] },
  { text: 'Ik wil geen reclame meer ontvangen, haal me van de mailinglijst af.', asks: ['objection'] },
  { text: 'Mijn adres klopt niet meer, ik ben verhuisd. Willen jullie mijn adres wijzigen in Voorbeeldstraat 3?', asks: ['rectification'] },
  { text: "Ik trek mijn toestemming voor het gebruik van mijn foto's in.", asks: ['withdraw-consent'] },
  { text: 'Graag mijn gegevens als CSV, ik stap over naar een andere aanbieder.', asks: ['portability'] },
  { text: 'Twee maanden geleden heb ik om een kopie van mijn gegevens gevraagd. Ik heb nog steeds geen antwoord.', asks: ['follow-up'] },
  { text: 'Stuur me alle gegevens die jullie van mij hebben en verwijder daarna mijn account.', asks: ['access', 'erasure'] },
  { text: 'Ik wil een klacht indienen: uw medewerker las mijn diagnose hardop voor.', asks: ['complaint'] },
  { text: 'Zomeruitverkoop! 30% korting op stoelen. Wil je deze nieuwsbrief niet meer ontvangen? Klik hier om je af te melden.', asks: [] },
  { text: 'Waar blijft mijn pakket? Bestelling 991.', asks: [] },
  { text: 'Ik maak bezwaar tegen het profileren van mijn aankopen.', asks: ['objection'] },
  { text: 'Hierbij doe ik een beroep op mijn recht op inzage.', asks: ['access'] },
  { text: 'Schrijf mij uit voor de nieuwsbrief.', asks: ['objection'] },
  { text: 'Gooi mijn account weg en wis alles wat jullie van mij hebben.', asks: ['erasure'] },
  { text: 'Mag ik weten waar jullie mijn telefoonnummer vandaan hebben?', asks: ['access'] },
  { text: 'Bewaar mijn gegevens maar gebruik ze niet: ik wil beperking van de verwerking.', asks: ['restriction'] },
  {
    text: 'Geachte heer/mevrouw,\n\nop 2026-10-01 heb ik u een verzoek gestuurd op grond van artikel 15 AVG. Helaas heb ik tot nu toe geen antwoord ontvangen. De termijn van een maand van artikel 12(3) AVG is dus overschreden.\n\nDaarom neem ik opnieuw contact met u op. Gelieve mijn verzoek binnen twee weken te beantwoorden. Anders behoud ik mij het recht voor een klacht in te dienen bij de toezichthouder.',
    asks: ['follow-up'],
  },
  {
    text: 'Hierbij verzoek ik u om onmiddellijke wissing van mij betreffende persoonsgegevens op grond van artikel 17 AVG.\n\nGelieve alle mij betreffende persoonsgegevens te wissen.\n\nIndien ik toestemming heb gegeven voor de verwerking, trek ik die hierbij in.\nDaarnaast maak ik bezwaar tegen de verwerking van mijn persoonsgegevens (inclusief profilering), artikel 21(1) AVG. Ik verzoek u de verwerking te beperken in afwachting van het antwoord op de vraag of uw gerechtvaardigde gronden zwaarder wegen, artikel 18(1)(d) AVG.',
    asks: ['erasure', 'objection'],
  },
];
