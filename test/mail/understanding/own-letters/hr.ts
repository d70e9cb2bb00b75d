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
];
