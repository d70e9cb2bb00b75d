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
];
