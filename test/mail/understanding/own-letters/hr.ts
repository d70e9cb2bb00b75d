/** Letters in Croatian. */
import type { OwnLetter } from './own-letter.ts';

export const HR: readonly OwnLetter[] = [
  { text: 'Pozdrav, molim vas izbrišite moj račun i sve moje podatke. Hvala, Saša', asks: ['erasure'] },
  { text: 'Dobar dan, zanima me koje podatke imate o meni. Možete li mi poslati kopiju?', asks: ['access'] },
  { text: 'Nemojte brisati moj račun, želim samo kopiju svojih podataka.', asks: ['access'] },
  { text: 'Ne želim više primati reklame, maknite me s popisa.', asks: ['objection'] },
  { text: 'Moja adresa je pogrešna, molim ispravite moju adresu u Primjerna 3.', asks: ['rectification'] },
  { text: 'Povlačim svoju privolu za korištenje mojih fotografija.', asks: ['withdraw-consent'] },
  { text: 'Želim svoje podatke u CSV formatu da ih prenesem drugom pružatelju.', asks: ['portability'] },
  { text: 'Prije dva mjeseca zatražio sam kopiju podataka i još nisam dobio odgovor.', asks: ['follow-up'] },
  { text: 'Pošaljite mi sve podatke koje imate o meni i zatim obrišite moj račun.', asks: ['access', 'erasure'] },
  { text: 'Želim podnijeti pritužbu: vaš zaposlenik je naglas čitao moju dijagnozu.', asks: ['complaint'] },
  { text: 'Ljetna rasprodaja! 30 % na stolice. Ako više ne želite primati newsletter, kliknite ovdje za odjavu.', asks: [] },
  { text: 'Gdje je moj paket? Narudžba 5512.', asks: [] },
  { text: 'Protivim se korištenju mojih kupnji za profiliranje.', asks: ['objection'] },
  { text: 'Tražim brisanje podataka prema članku 17. GDPR-a.', asks: ['erasure'] },
  { text: 'Odjavite me s newslettera.', asks: ['objection'] },
  { text: 'Želim znati što sve čuvate o meni.', asks: ['access'] },
  { text: 'Ograničite obradu mojih podataka.', asks: ['restriction'] },
  {
    text: 'Poštovani,\n\novim putem podnosim pritužbu sukladno članku 77. GDPR-a. Dana 2026-10-01 poslao sam zahtjev prema članku 15. GDPR-a sljedećem voditelju obrade: Example GmbH.\n\nMolim vas da provjerite ovu praksu i da ih natjerate da ispune moj zahtjev. Ako trebate više podataka, slobodno me kontaktirajte.',
    asks: ['complaint'],
  },
  {
    text: 'Ovim putem zahtijevam hitno brisanje osobnih podataka koji se odnose na mene prema članku 17. GDPR-a.\n\nMolim izbrišite sve moje osobne podatke.\n\nAko sam dao privolu za obradu svojih osobnih podataka, ovim je povlačim.\nTakođer ulažem prigovor na obradu osobnih podataka prema članku 21. stavku 1. GDPR-a. Zahtijevam ograničenje obrade dok se ne utvrdi nadilaze li vaši legitimni razlozi moje, prema članku 18. stavku 1. točki (d) GDPR-a.',
    asks: ['erasure', 'objection'],
  },
];
