/** Names, places and goods the demo world is made of; all invented combinations. */

export interface Region {
  country: string;
  language: string;
  phone: string;
  first: readonly string[];
  last: readonly string[];
  streets: readonly string[];
  /** Postal code and city. */
  cities: readonly (readonly [string, string])[];
}

export const REGIONS: readonly Region[] = [
  {
    country: 'DE',
    language: 'de',
    phone: '+49 30 55',
    first: [
      'Anke',
      'Björn',
      'Clara',
      'Detlef',
      'Elif',
      'Fabian',
      'Greta',
      'Henrik',
      'Ines',
      'Jürgen',
      'Katrin',
      'Leon',
      'Mehmet',
      'Nele',
      'Oskar',
      'Paula',
    ],
    last: [
      'Ahrens',
      'Böttcher',
      'Cramer',
      'Dietz',
      'Engel',
      'Fuchs',
      'Gärtner',
      'Heller',
      'Jansen',
      'Kaya',
      'Lindner',
      'Möller',
      'Neumann',
      'Özdemir',
      'Pohl',
      'Reuter',
    ],
    streets: ['Lindenweg', 'Am Mühlbach', 'Schulstraße', 'Gartenallee', 'Bergstraße', 'Rosenpfad'],
    cities: [
      ['10115', 'Berlin'],
      ['20095', 'Hamburg'],
      ['80331', 'München'],
      ['04109', 'Leipzig'],
      ['50667', 'Köln'],
    ],
  },
  {
    country: 'AT',
    language: 'de',
    phone: '+43 1 55',
    first: ['Alois', 'Birgit', 'Christoph', 'Daniela', 'Elias', 'Franziska', 'Georg', 'Hanna'],
    last: ['Auer', 'Brandstätter', 'Egger', 'Fink', 'Gruber', 'Hofer', 'Kofler', 'Leitner'],
    streets: ['Kirchengasse', 'Donaustraße', 'Weinbergweg', 'Hauptplatz'],
    cities: [
      ['1010', 'Wien'],
      ['8010', 'Graz'],
      ['5020', 'Salzburg'],
      ['6020', 'Innsbruck'],
    ],
  },
  {
    country: 'FR',
    language: 'fr',
    phone: '+33 1 55',
    first: ['Amélie', 'Bastien', 'Camille', 'Denis', 'Élodie', 'Florian', 'Gaëlle', 'Hugo'],
    last: ['Arnaud', 'Blanchet', 'Chevalier', 'Delmas', 'Faure', 'Girard', 'Lambert', 'Moreau'],
    streets: ['rue des Lilas', 'avenue de la Gare', 'chemin du Moulin', 'place du Marché'],
    cities: [
      ['75011', 'Paris'],
      ['69002', 'Lyon'],
      ['44000', 'Nantes'],
      ['33000', 'Bordeaux'],
    ],
  },
  {
    country: 'US',
    language: 'en',
    phone: '+1 555 01',
    first: ['Avery', 'Brooke', 'Carlos', 'Dana', 'Ethan', 'Faith', 'Grace', 'Hector'],
    last: ['Abbott', 'Barnes', 'Castillo', 'Dawson', 'Ellison', 'Fletcher', 'Garza', 'Hensley'],
    streets: ['Maple Street', 'Sunset Drive', 'Orchard Lane', 'Lakeview Avenue'],
    cities: [
      ['94103', 'San Francisco'],
      ['90012', 'Los Angeles'],
      ['98101', 'Seattle'],
      ['60601', 'Chicago'],
    ],
  },
  {
    country: 'PL',
    language: 'pl',
    phone: '+48 22 55',
    first: ['Agnieszka', 'Bartosz', 'Celina', 'Dawid', 'Ewa', 'Filip', 'Grażyna', 'Hubert'],
    last: ['Adamska', 'Borowski', 'Czajka', 'Dudek', 'Górecki', 'Jabłońska', 'Kubiak', 'Lis'],
    streets: ['ulica Polna', 'ulica Ogrodowa', 'aleja Lipowa', 'ulica Krótka'],
    cities: [
      ['00-001', 'Warszawa'],
      ['30-001', 'Kraków'],
      ['80-001', 'Gdańsk'],
      ['50-001', 'Wrocław'],
    ],
  },
];

export const PRODUCTS: readonly (readonly [name: string, cents: number])[] = [
  ['Thermos flask 0.75 l', 2490],
  ['Linen tablecloth', 3900],
  ['Desk lamp Orion', 5490],
  ['Hiking socks', 1290],
  ['Espresso cups, set of 4', 2200],
  ['Garden shears', 3450],
  ['Wool blanket', 7900],
  ['Notebook A5, dotted', 890],
  ['Chef knife 20 cm', 6400],
  ['Bread box, oak', 4950],
  ['Bicycle bell', 1150],
  ['Watering can 5 l', 1990],
];

export const SUBJECTS = ['Delivery late', 'Wrong colour', 'Invoice copy', 'Return label', 'Question on warranty'] as const;
export const REVIEWS = [
  'Just as described.',
  'Arrived quickly, well packed.',
  'Smaller than I thought.',
  'Would buy again.',
  'The handle came loose.',
] as const;
export const MAIL_DOMAINS = ['example.com', 'example.org', 'example.net'] as const;
export const AGENTS = [
  'Mozilla/5.0 (X11; Linux x86_64)',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0)',
  'Mozilla/5.0 (Windows NT 10.0; Win64)',
] as const;
