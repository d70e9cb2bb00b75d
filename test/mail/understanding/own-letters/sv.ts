/** Letters in Swedish. */
import type { OwnLetter } from './own-letter.ts';

export const SV: readonly OwnLetter[] = [
  { text: 'Hej, ta bort mitt konto och alla mina uppgifter. Tack, Kim', asks: ['erasure'] },
  { text: 'Hej! Jag vill veta vilka uppgifter ni har om mig. Kan ni skicka en kopia?', asks: ['access'] },
  { text: 'Ta inte bort mitt konto, jag vill bara ha en kopia av mina uppgifter.', asks: ['access'] },
  { text: 'Jag vill inte ha mer reklam, ta bort mig från er utskickslista.', asks: ['objection'] },
  { text: 'Min adress är fel, kan ni ändra min adress till Exempelgatan 3?', asks: ['rectification'] },
  { text: 'Jag återkallar mitt samtycke till att ni använder mina bilder.', asks: ['withdraw-consent'] },
  { text: 'Jag vill ha mina uppgifter som CSV så att jag kan flytta dem till en annan leverantör.', asks: ['portability'] },
  { text: 'För två månader sedan bad jag om en kopia av mina uppgifter. Jag har fortfarande inte fått något svar.', asks: ['follow-up'] },
  { text: 'Skicka mig alla uppgifter ni har om mig och radera sedan mitt konto.', asks: ['access', 'erasure'] },
  { text: 'Jag vill lämna ett klagomål: er personal läste upp min diagnos högt.', asks: ['complaint'] },
  { text: 'Sommarrea! 30 % på stolar. Vill du inte längre få vårt nyhetsbrev? Klicka här för att avregistrera dig.', asks: [] },
  { text: 'Var är mitt paket? Order 5512.', asks: [] },
  { text: 'Jag invänder mot att ni profilerar mina köp.', asks: ['objection'] },
  { text: 'Jag begär ett registerutdrag.', asks: ['access'] },
  { text: 'Jag vill att ni raderar allt ni har om mig.', asks: ['erasure'] },
  { text: 'Kan ni begränsa behandlingen av mina uppgifter?', asks: ['restriction'] },
  { text: 'Radera inte mina uppgifter än, jag vill först ha dem i ett maskinläsbart format.', asks: ['portability'] },
  {
    text: 'Härmed begär jag omedelbar radering av mina personuppgifter enligt artikel 17 GDPR.\n\nVänligen radera samtliga personuppgifter som rör mig.\n\nOm jag har lämnat samtycke till behandlingen återkallar jag härmed detta samtycke.\nDessutom invänder jag mot behandlingen av mina personuppgifter enligt artikel 21(1) GDPR. Jag begär att ni begränsar behandlingen i väntan på kontroll av om era berättigade skäl väger tyngre än mina, artikel 18(1)(d) GDPR.',
    asks: ['erasure', 'objection'],
  },
  {
    text: 'Härmed begär jag tillgång enligt artikel 15 GDPR. Vänligen bekräfta om ni behandlar personuppgifter som rör mig.\n\nOm så är fallet, ge mig en kopia av alla personuppgifter enligt artikel 15(3). Jag begär också följande information:\n1. ändamålen med behandlingen;\n2. mottagarna;\n3. förekomsten av rätten att begära rättelse eller radering eller begränsning av behandlingen;\n4. rätten att inge klagomål till en tillsynsmyndighet.\n\nOm ni inte besvarar min begäran förbehåller jag mig rätten att lämna in ett klagomål.',
    asks: ['access'],
  },
];
