/** Public holidays of Italy, Malta, Slovenia, Croatia, and Portugal with its autonomous regions. Feasts of towns are left out. */
import { afterEaster, during, fixed, type HolidayRule, type RulesByPlace } from './holiday-rules.ts';

/** Legge 260/1949 with legge 54/1977, DPR 792/1985, legge 336/2000 (2 June) and legge 151/2025 (4 October). */
const ITALY: HolidayRule[] = [
  fixed('Capodanno', 1, 1),
  fixed('Epifania', 1, 6),
  afterEaster("Lunedì dell'Angelo", 1),
  fixed('Anniversario della Liberazione', 4, 25),
  fixed('Festa del Lavoro', 5, 1),
  fixed('Festa della Repubblica', 6, 2),
  fixed('Assunzione', 8, 15),
  during(fixed("San Francesco d'Assisi", 10, 4), { since: 2026 }),
  fixed('Ognissanti', 11, 1),
  fixed('Immacolata Concezione', 12, 8),
  fixed('Natale', 12, 25),
  fixed('Santo Stefano', 12, 26),
];

/** National Holidays and other Public Holidays Act (Cap. 252). */
const MALTA: HolidayRule[] = [
  fixed('L-Ewwel tas-Sena', 1, 1),
  fixed('Nawfraġju ta’ San Pawl', 2, 10),
  fixed('San Ġużepp', 3, 19),
  fixed('Jum il-Ħelsien', 3, 31),
  afterEaster('Il-Ġimgħa l-Kbira', -2),
  fixed('Jum il-Ħaddiem', 5, 1),
  fixed('Sette Giugno', 6, 7),
  fixed('San Pietru u San Pawl', 6, 29),
  fixed('Santa Marija', 8, 15),
  fixed('Jum il-Vitorja', 9, 8),
  fixed('Jum l-Indipendenza', 9, 21),
  fixed('Il-Kunċizzjoni', 12, 8),
  fixed('Jum ir-Repubblika', 12, 13),
  fixed('Il-Milied', 12, 25),
];

/** Código do Trabalho, art. 234. Carnival is left to agreements (art. 235): left out, as are the days of municipalities. */
const PORTUGAL: HolidayRule[] = [
  fixed('Ano Novo', 1, 1),
  afterEaster('Sexta-Feira Santa', -2),
  fixed('Dia da Liberdade', 4, 25),
  fixed('Dia do Trabalhador', 5, 1),
  afterEaster('Corpo de Deus', 60),
  fixed('Dia de Portugal', 6, 10),
  fixed('Assunção de Nossa Senhora', 8, 15),
  fixed('Implantação da República', 10, 5),
  fixed('Todos os Santos', 11, 1),
  fixed('Restauração da Independência', 12, 1),
  fixed('Imaculada Conceição', 12, 8),
  fixed('Natal', 12, 25),
];

/** Zakon o praznikih in dela prostih dnevih v Republiki Sloveniji. The day given after the floods of August 2023 is left out. */
const SLOVENIA: HolidayRule[] = [
  fixed('Novo leto', 1, 1),
  fixed('Novo leto', 1, 2),
  fixed('Prešernov dan', 2, 8),
  afterEaster('Velikonočni ponedeljek', 1),
  fixed('Dan upora proti okupatorju', 4, 27),
  fixed('Praznik dela', 5, 1),
  fixed('Praznik dela', 5, 2),
  fixed('Dan državnosti', 6, 25),
  fixed('Marijino vnebovzetje', 8, 15),
  fixed('Dan reformacije', 10, 31),
  fixed('Dan spomina na mrtve', 11, 1),
  fixed('Božič', 12, 25),
  fixed('Dan samostojnosti in enotnosti', 12, 26),
];

/** Zakon o blagdanima, spomendanima i neradnim danima, NN 110/2019: three days changed from 2020. */
const CROATIA: HolidayRule[] = [
  fixed('Nova godina', 1, 1),
  fixed('Bogojavljenje', 1, 6),
  afterEaster('Uskrsni ponedjeljak', 1),
  fixed('Praznik rada', 5, 1),
  during(fixed('Dan državnosti', 5, 30), { since: 2020 }),
  afterEaster('Tijelovo', 60),
  fixed('Dan antifašističke borbe', 6, 22),
  during(fixed('Dan državnosti', 6, 25), { until: 2019 }),
  fixed('Dan pobjede i domovinske zahvalnosti', 8, 5),
  fixed('Velika Gospa', 8, 15),
  during(fixed('Dan neovisnosti', 10, 8), { until: 2019 }),
  fixed('Svi sveti', 11, 1),
  during(fixed('Dan sjećanja na žrtve Domovinskog rata', 11, 18), { since: 2020 }),
  fixed('Božić', 12, 25),
  fixed('Sveti Stjepan', 12, 26),
];

/** Rules by place. */
export const SOUTHERN_EUROPE: RulesByPlace = {
  IT: ITALY,
  MT: MALTA,
  SI: SLOVENIA,
  HR: CROATIA,
  PT: PORTUGAL,
  // Decreto Regional 13/80/A: the Monday of the Holy Spirit.
  'PT-20': [...PORTUGAL, afterEaster('Dia da Região Autónoma dos Açores', 50)],
  // Decretos 27/79/M, 18/2002/M and 17/2024/M.
  'PT-30': [
    ...PORTUGAL,
    during(fixed('Dia da Autonomia', 4, 2), { since: 2025 }),
    fixed('Dia da Região Autónoma da Madeira', 7, 1),
    fixed('Primeira Oitava', 12, 26),
  ],
};
