/** Letters in Romanian. */
import type { OwnLetter } from './own-letter.ts';

export const RO: readonly OwnLetter[] = [
  { text: 'Bună ziua, vă rog să ștergeți contul meu și toate datele mele. Mulțumesc, Dani', asks: ['erasure'] },
  { text: 'Bună ziua, aș vrea să știu ce date aveți despre mine. Îmi puteți trimite o copie?', asks: ['access'] },
  { text: 'Nu ștergeți contul meu, vreau doar o copie a datelor mele.', asks: ['access'] },
  { text: 'Nu mai vreau să primesc reclame, scoateți-mă din listă.', asks: ['objection'] },
  { text: 'Adresa mea este greșită, vă rog să corectați adresa: Strada Exemplu 3.', asks: ['rectification'] },
  { text: 'Îmi retrag consimțământul pentru folosirea fotografiilor mele.', asks: ['withdraw-consent'] },
  { text: 'Vreau datele mele în format CSV ca să le transfer la alt furnizor.', asks: ['portability'] },
  { text: 'Acum două luni v-am cerut o copie a datelor mele și încă nu am primit niciun răspuns.', asks: ['follow-up'] },
  { text: 'Trimiteți-mi toate datele pe care le aveți despre mine și apoi ștergeți contul meu.', asks: ['access', 'erasure'] },
  { text: 'Vreau să depun o plângere: angajatul dumneavoastră a citit cu voce tare diagnosticul meu.', asks: ['complaint'] },
  { text: 'Reduceri de vară! 30% la scaune. Dacă nu mai doriți să primiți newsletterul, apăsați aici pentru dezabonare.', asks: [] },
  { text: 'Unde este coletul meu? Comanda 5512.', asks: [] },
  { text: 'Mă opun folosirii cumpărăturilor mele pentru profilare.', asks: ['objection'] },
  { text: 'Solicit ștergerea datelor mele conform art. 17 GDPR.', asks: ['erasure'] },
  { text: 'Nu mă mai sunați!', asks: ['objection'] },
  { text: 'Vreau să fiu șters din baza voastră de date.', asks: ['erasure'] },
  { text: 'Restricționați prelucrarea datelor mele.', asks: ['restriction'] },
];
