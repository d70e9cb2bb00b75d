/** Letters in Polish. */
import type { OwnLetter } from './own-letter.ts';

export const PL: readonly OwnLetter[] = [
  { text: 'Dzień dobry, proszę usunąć moje konto i wszystkie moje dane. Dziękuję, Alex', asks: ['erasure'] },
  { text: 'Dzień dobry, chciałbym wiedzieć, jakie dane o mnie macie. Czy możecie przesłać mi kopię?', asks: ['access'] },
  { text: 'Nie usuwajcie mojego konta, chcę tylko kopię moich danych.', asks: ['access'] },
  { text: 'Nie chcę już dostawać reklam, wypiszcie mnie z listy.', asks: ['objection'] },
  { text: 'Mój adres jest błędny, proszę poprawić mój adres na Przykładowa 3.', asks: ['rectification'] },
  { text: 'Cofam zgodę na wykorzystywanie moich zdjęć.', asks: ['withdraw-consent'] },
  { text: 'Chcę dostać moje dane w formacie CSV, żeby przenieść je do innego dostawcy.', asks: ['portability'] },
  { text: 'Dwa miesiące temu prosiłem o kopię danych i do dziś nie dostałem odpowiedzi.', asks: ['follow-up'] },
  { text: 'Prześlijcie mi wszystkie dane, jakie o mnie macie, a potem usuńcie moje konto.', asks: ['access', 'erasure'] },
  { text: 'Chcę złożyć skargę: wasz pracownik czytał na głos moją diagnozę.', asks: ['complaint'] },
  { text: 'Letnia wyprzedaż! 30% na krzesła. Jeśli nie chcesz już otrzymywać newslettera, kliknij tutaj, aby się wypisać.', asks: [] },
  { text: 'Gdzie jest moja paczka? Zamówienie 5512.', asks: [] },
  { text: 'Sprzeciwiam się profilowaniu moich zakupów.', asks: ['objection'] },
  { text: 'Na podstawie art. 17 RODO żądam usunięcia danych.', asks: ['erasure'] },
  { text: 'Wnoszę o dostęp do moich danych na podstawie art. 15 RODO.', asks: ['access'] },
  { text: 'Przestańcie do mnie dzwonić.', asks: ['objection'] },
  { text: 'Proszę o ograniczenie przetwarzania moich danych.', asks: ['restriction'] },
  { text: 'Skąd macie mój numer telefonu?', asks: ['access'] },
  { text: 'Proszę mnie usunąć z waszej bazy.', asks: ['erasure'] },
  { text: 'Dlaczego usunęliście moje konto? Proszę je przywrócić.', asks: [] },
  {
    text: 'Niniejszym składam wniosek o dostęp do danych zgodnie z art. 15 RODO. Proszę o potwierdzenie, czy przetwarzają Państwo moje dane osobowe.\n\nJeśli tak, proszę o kopię wszystkich danych (art. 15 ust. 3 RODO) oraz o następujące informacje:\n1. cele przetwarzania;\n2. informacje o prawie do żądania sprostowania, usunięcia lub ograniczenia przetwarzania danych;\n3. informacje o prawie wniesienia skargi do organu nadzorczego.\n\nZgodnie z art. 12 ust. 3 RODO mają Państwo miesiąc na odpowiedź. W przeciwnym razie zastrzegam sobie prawo do wniesienia skargi.',
    asks: ['access'],
  },
];
