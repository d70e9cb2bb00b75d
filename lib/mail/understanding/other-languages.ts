/** Languages that are recognised, so that a letter finds the right person, but not understood. */

export const OTHER_LANGUAGES: readonly { language: string; frequent: string; letters?: string }[] = [
  {
    language: 'da',
    frequent:
      'og jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun nu over da fra du ud sin dem os op hvad mine oplysninger slette gerne venligst hej hilsen',
    letters: 'æø',
  },
  {
    language: 'no',
    frequent:
      'og jeg det at en den til er som på de med han av for ikke der var meg seg men et har om vi min hadde ham hun nå over da fra du ut sin dem oss opp hva mine opplysninger slette gjerne vennligst hei hilsen ønsker',
    letters: 'æø',
  },
  {
    language: 'fi',
    frequent:
      'ja on ei se että en hän oli mutta ole niin kun minun minulla kuin mitä jos hyvä tietoni tiedot pyydän haluan teillä kiitos poistakaa kaikki',
    letters: 'äö',
  },
  {
    language: 'hu',
    frequent:
      'a az és hogy nem is egy van meg de ez csak volt kérem adatok adataim töröljék minden vagy köszönöm tisztelt szeretném önök rólam',
    letters: 'őű',
  },
  {
    language: 'sk',
    frequent:
      'a je na v sa s z že do som si to ako po ale pre za od už by ste moje údaje osobné prosím vás dobrý deň žiadam všetky ktoré ďakujem mojich',
    letters: 'ľĺŕôä',
  },
  {
    language: 'sl',
    frequent:
      'in je na v se da za so ne z ki pa kot tudi lahko ali po bi sem moje podatke osebne prosim vas pozdravljeni vse hvala izbrišite',
  },
  { language: 'et', frequent: 'ja on ei ma see et kui mu minu kõik palun andmed isikuandmed teie kustutage tere aitäh', letters: 'õ' },
  { language: 'lv', frequent: 'un ir es ka no par uz ar manus datus lūdzu visus jūs jūsu mani paldies dzēst', letters: 'āēīūģķļņ' },
  { language: 'lt', frequent: 'ir aš kad su mano duomenis prašau visus jūs jūsų apie iš į ačiū ištrinti yra', letters: 'ėįųū' },
  {
    language: 'ca',
    frequent: 'el la els les de i a que en per amb una un es no meves dades personals sol·licito vostè si us plau gràcies tot tots meu',
    letters: 'ç·',
  },
  {
    language: 'tr',
    frequent: 've bir bu için ile da de verilerimi kişisel lütfen silin benim tüm olan var mi merhaba teşekkürler istiyorum hakkımda',
    letters: 'ğış',
  },
];

/** Languages told by their script; of those that share one, `having` tells. */
export const SCRIPTS: readonly { language: string; script: RegExp; having?: RegExp }[] = [
  { language: 'el', script: /\p{Script=Greek}/gu },
  { language: 'ja', script: /[\u3040-\u30FF]/gu },
  { language: 'ko', script: /\p{Script=Hangul}/gu },
  { language: 'zh', script: /\p{Script=Han}/gu },
  { language: 'uk', script: /\p{Script=Cyrillic}/gu, having: /[іїєґ]/u },
  { language: 'ru', script: /\p{Script=Cyrillic}/gu, having: /[ыэё]/u },
  { language: 'bg', script: /\p{Script=Cyrillic}/gu },
  { language: 'ar', script: /\p{Script=Arabic}/gu },
  { language: 'he', script: /\p{Script=Hebrew}/gu },
  { language: 'hi', script: /\p{Script=Devanagari}/gu },
  { language: 'th', script: /\p{Script=Thai}/gu },
];
