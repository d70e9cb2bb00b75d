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
  {
    text: 'Stimate domnule,\n\nla data de 2026-10-01 v-am trimis o cerere conform articolului 15 GDPR. Din păcate, nu am primit încă niciun răspuns. Termenul de o lună prevăzut la articolul 12(3) a fost depășit.\n\nVă contactez din nou. Vă rog să răspundeți cererii mele în două săptămâni. În caz contrar, îmi rezerv dreptul de a depune o plângere la autoritatea de supraveghere.',
    asks: ['follow-up'],
  },
  {
    text: 'Prin prezenta solicit accesul conform articolului 15 GDPR. Vă rog să confirmați dacă prelucrați date cu caracter personal care mă privesc.\n\nÎn cazul în care da, vă rog să-mi furnizați o copie a tuturor datelor conform art. 15 alin. (3) GDPR.\n\nVă rog să îmi puneți la dispoziție datele pe care vi le-am furnizat într-un format structurat, utilizat în mod curent și care poate fi citit automat, conform articolului 20 alineatul (1) GDPR.',
    asks: ['access', 'portability'],
  },
];
