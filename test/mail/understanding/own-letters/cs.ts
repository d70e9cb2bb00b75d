/** Letters in Czech. */
import type { OwnLetter } from './own-letter.ts';

export const CS: readonly OwnLetter[] = [
  { text: 'Dobrý den, prosím smažte můj účet a všechna data o mně. Děkuji, Nikola', asks: ['erasure'] },
  { text: 'Dobrý den, rád bych věděl, jaké údaje o mně máte. Můžete mi poslat kopii?', asks: ['access'] },
  { text: 'Nemažte prosím můj účet, chci jen kopii svých údajů.', asks: ['access'] },
  { text: 'Už nechci dostávat reklamu, vyřaďte mě ze seznamu.', asks: ['objection'] },
  { text: 'Moje adresa je špatně, prosím opravte ji. Změňte prosím moji adresu na Příkladná 3.', asks: ['rectification'] },
  { text: 'Odvolávám souhlas s používáním mých fotek.', asks: ['withdraw-consent'] },
  { text: 'Chci svoje data ve formátu CSV, abych je mohl přenést k jinému poskytovateli.', asks: ['portability'] },
  { text: 'Před dvěma měsíci jsem vás žádal o kopii údajů a dosud jsem nedostal odpověď.', asks: ['follow-up'] },
  { text: 'Pošlete mi všechny údaje, které o mně máte, a potom smažte můj účet.', asks: ['access', 'erasure'] },
  { text: 'Chci podat stížnost: váš zaměstnanec četl nahlas moji diagnózu.', asks: ['complaint'] },
  { text: 'Letní výprodej! 30 % na židle. Pokud si už nepřejete dostávat newsletter, klikněte sem a odhlaste se.', asks: [] },
  { text: 'Kde je můj balík? Objednávka 5512.', asks: [] },
  { text: 'Nesouhlasím s používáním mých nákupů k profilování.', asks: ['objection'] },
  { text: 'Žádám o výmaz osobních údajů podle čl. 17 GDPR.', asks: ['erasure'] },
  { text: 'Přestaňte mi volat.', asks: ['objection'] },
  { text: 'Beru zpět svůj souhlas se zasíláním novinek.', asks: ['withdraw-consent'] },
  { text: 'Omezte prosím zpracování mých údajů.', asks: ['restriction'] },
  {
    text: 'Dobrý den,\n\ntímto podávám stížnost podle článku 77 GDPR. Dne 2026-10-01 jsem zaslal žádost podle článku 15 GDPR následujícímu správci: Example GmbH.\n\nProsím o prošetření a zajištění, aby správce mé žádosti vyhověl. Pokud potřebujete další informace, neváhejte mě kontaktovat.',
    asks: ['complaint'],
  },
];
