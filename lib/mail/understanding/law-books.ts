/** The laws that letters cite: what people call them, and which number gives which right. */
import type { LawId } from '../../domain/law/law-ids.ts';
import type { Right } from '../../domain/rights.ts';
import type { Phrases } from './lexicon.ts';

/** `18` alone, or by its paragraphs: `18` with `ii`. */
type Articles = Readonly<Record<string, Right | Readonly<Record<string, Right>>>>;

export interface LawBook {
  /** A law id, or the id of a law that stands under one. */
  book: string;
  law: LawId;
  names: Phrases;
  articles: Articles;
}

const GDPR: Articles = {
  '7': { '3': 'withdraw-consent' },
  '15': 'access',
  '16': 'rectification',
  '17': 'erasure',
  '18': 'restriction',
  '20': 'portability',
  '21': 'objection',
  '77': 'complaint',
};

/** In the order in which they are tried; of two that match at a place, the longer is meant. */
export const LAW_BOOKS: readonly LawBook[] = [
  {
    book: 'eu-gdpr',
    law: 'eu-gdpr',
    names: [
      'gdpr|dsgvo|ds-gvo|rgpd|avg|onoou|rodo|γκπδ|gkpd',
      'γενικ* .. κανονισμ* .. προστασ*',
      'general data protection regulation',
      'datenschutz-grundverordnung|datenschutzgrundverordnung|europaische_datenschutzverordnung',
      'reglement general .. protection .. donnees',
      'reglamento general .. proteccion .. datos',
      'regolamento generale .. protezione .. dati',
      'algemene verordening gegevensbescherming',
      'regulamento geral .. protecao|proteccao .. dados',
      'dataskyddsforordning*|databeskyttelsesforordning*|personvernforordning*',
      'obecn* narizeni .. ochran*',
      'opc* uredb* .. zastit*',
      'regulament* general .. protectia .. datelor',
      'ogoln* rozporzadzeni* .. ochron*',
      '2016 679',
    ],
    articles: GDPR,
  },
  {
    book: 'uk-gdpr',
    law: 'uk-gdpr',
    names: ['uk gdpr', 'uk_general|united_kingdom_general data protection regulation'],
    articles: GDPR,
  },
  {
    book: 'uk-dpa-2018',
    law: 'uk-gdpr',
    names: ['data protection act|act_2018', 'dpa 2018', 'dpa'],
    articles: { '45': 'access', '46': 'rectification', '47': 'erasure', '94': 'access', '99': 'objection', '100': 'rectification' },
  },
  {
    // Art. 91 GDPR lets churches keep rules of their own.
    book: 'de-dsg-ekd',
    law: 'eu-gdpr',
    names: ['dsg-ekd|ekd-dsg|dsgekd', 'kirchengesetz* .. datenschutz', 'ekd-datenschutzgesetz'],
    articles: {
      '11': { '3': 'withdraw-consent' },
      '19': 'access',
      '20': 'rectification',
      '21': 'erasure',
      '22': 'restriction',
      '24': 'portability',
      '25': 'objection',
      '46': 'complaint',
    },
  },
  {
    book: 'de-kdg',
    law: 'eu-gdpr',
    names: ['kdg', 'gesetz* .. kirchlichen datenschutz'],
    articles: {
      '8': { '6': 'withdraw-consent' },
      '17': 'access',
      '18': 'rectification',
      '19': 'erasure',
      '20': 'restriction',
      '22': 'portability',
      '23': 'objection',
      '48': 'complaint',
    },
  },
  {
    book: 'de-bdsg',
    law: 'eu-gdpr',
    names: ['bdsg|bundesdatenschutzgesetz*'],
    articles: {
      '34': 'access',
      '35': 'erasure',
      '36': 'objection',
      '57': 'access',
      '58': { '1': 'rectification', '2': 'erasure' },
      '60': 'complaint',
    },
  },
  { book: 'de-ndsg', law: 'eu-gdpr', names: ['ndsg'], articles: { '51': 'access', '52': 'rectification' } },
  {
    book: 'at-dsg',
    law: 'eu-gdpr',
    names: ['osterreichisch* dsg|datenschutzgesetz'],
    articles: { '1': 'access', '44': 'access', '45': 'erasure', '24': 'complaint' },
  },
  {
    book: 'ch-fadp',
    law: 'ch-fadp',
    names: [
      'fadp|nfadp|revdsg|ndsg_schweiz|dsg|nlpd|lpd|nlpd|revlpd',
      'schweizer*|schweizerisch*|eidgenossisch* datenschutzgesetz*',
      'loi federale .. protection .. donnees',
      'legge federale .. protezione .. dati',
      'swiss|federal .. data protection',
    ],
    articles: {
      '25': 'access',
      '28': 'portability',
      '30': { '2': 'objection' },
      '32': { '1': 'rectification', '2': 'erasure', '': 'rectification' },
      '8': 'access',
    },
  },
  {
    book: 'us-ca-ccpa',
    law: 'us-ca-ccpa',
    names: [
      'ccpa|cpra',
      'california .. privacy act|rights',
      'civil_code|civ_code|civ .. 1798',
      'cal civ',
      '1798.100|1798.105|1798.106|1798.110|1798.115|1798.120|1798.121|1798.130|1798.135',
    ],
    articles: {
      '1798.100': 'access',
      '1798.105': 'erasure',
      '1798.106': 'rectification',
      '1798.110': 'access',
      '1798.115': 'access',
      '1798.120': 'opt-out-of-sale',
      '1798.121': 'limit',
    },
  },
  { book: 'us-ca-delete-act', law: 'us-ca-delete-act', names: ['delete act', 'sb 362'], articles: { '1798.99.86': 'erasure' } },
  {
    book: 'us-va',
    law: 'us-va',
    names: ['vcdpa', 'virginia .. data protection act'],
    articles: { '59.1-577': { '1': 'access', '2': 'rectification', '3': 'erasure', '4': 'portability', '5': 'opt-out', c: 'appeal' } },
  },
  {
    book: 'us-co',
    law: 'us-co',
    names: ['colorado privacy act', 'cpa'],
    articles: { '6-1-1306': { a: 'opt-out', b: 'access', c: 'rectification', d: 'erasure', e: 'portability' } },
  },
  { book: 'us-ct', law: 'us-ct', names: ['ctdpa', 'connecticut .. privacy act'], articles: {} },
  { book: 'us-ut', law: 'us-ut', names: ['ucpa', 'utah .. privacy act'], articles: {} },
  {
    book: 'us-tx',
    law: 'us-tx',
    names: ['tdpsa', 'texas .. privacy|security act'],
    articles: {
      '541.051': { '1': 'access', '2': 'rectification', '3': 'erasure', '4': 'portability', '5': 'opt-out' },
      '541.053': 'appeal',
    },
  },
  { book: 'us-or', law: 'us-or', names: ['ocpa', 'oregon .. privacy act'], articles: {} },
  { book: 'us-mt', law: 'us-mt', names: ['mtcdpa|mcdpa_montana', 'montana .. privacy act'], articles: {} },
  { book: 'us-fl', law: 'us-fl', names: ['fdbr', 'florida digital bill_of_rights|rights'], articles: {} },
  { book: 'us-de', law: 'us-de', names: ['dpdpa', 'delaware .. privacy act'], articles: {} },
  { book: 'us-ia', law: 'us-ia', names: ['icdpa', 'iowa .. data protection act'], articles: {} },
  { book: 'us-ne', law: 'us-ne', names: ['nebraska .. privacy act'], articles: {} },
  { book: 'us-nh', law: 'us-nh', names: ['new_hampshire .. privacy|rsa_507-h'], articles: {} },
  { book: 'us-nj', law: 'us-nj', names: ['njdpa', 'new_jersey .. privacy act'], articles: {} },
  { book: 'us-tn', law: 'us-tn', names: ['tipa', 'tennessee .. protection act'], articles: {} },
  { book: 'us-mn', law: 'us-mn', names: ['mncdpa', 'minnesota .. privacy act'], articles: {} },
  { book: 'us-md', law: 'us-md', names: ['modpa', 'maryland .. privacy act'], articles: {} },
  { book: 'us-in', law: 'us-in', names: ['incdpa', 'indiana .. data protection act'], articles: {} },
  { book: 'us-ky', law: 'us-ky', names: ['kcdpa', 'kentucky .. data protection act'], articles: {} },
  { book: 'us-ri', law: 'us-ri', names: ['ridtppa', 'rhode_island .. privacy|transparency'], articles: {} },
  { book: 'us-nv', law: 'us-nv', names: ['nrs_603a|603a', 'nevada .. privacy'], articles: {} },
  { book: 'us-wa-mhmda', law: 'us-wa-mhmda', names: ['mhmda', 'my health my data'], articles: {} },
  { book: 'us-ok', law: 'us-ok', names: ['oklahoma .. privacy act'], articles: {} },
  { book: 'us-la', law: 'us-la', names: ['louisiana .. privacy act'], articles: {} },
  { book: 'us-al', law: 'us-al', names: ['alabama .. privacy|protection act'], articles: {} },
  { book: 'us-vt', law: 'us-vt', names: ['vermont .. privacy act'], articles: {} },
  {
    book: 'br-lgpd',
    law: 'br-lgpd',
    names: ['lgpd', 'lei geral .. protecao .. dados', 'lei 13.709'],
    articles: {
      '18': {
        i: 'access',
        ii: 'access',
        iii: 'rectification',
        iv: 'erasure',
        v: 'portability',
        vi: 'erasure',
        vii: 'access',
        ix: 'withdraw-consent',
        '2': 'objection',
      },
      '19': 'access',
    },
  },
  {
    book: 'ca-pipeda',
    law: 'ca-pipeda',
    names: ['pipeda|lprpde', 'personal information protection and electronic'],
    articles: { '4.9': 'access', '4.9.5': 'rectification', '4.3.8': 'withdraw-consent' },
  },
  {
    book: 'ca-qc-law25',
    law: 'ca-qc-law25',
    names: ['law_25|loi_25|bill_64', 'quebec .. private sector|personal', 'loi .. renseignements personnels .. secteur prive'],
    articles: { '27': 'access', '28': 'rectification', '28.1': 'erasure' },
  },
  {
    book: 'jp-appi',
    law: 'jp-appi',
    names: ['appi', 'act .. protection .. personal information japan'],
    articles: { '33': 'access', '34': 'rectification', '35': 'erasure' },
  },
  {
    book: 'kr-pipa',
    law: 'kr-pipa',
    names: ['pipa', 'korea* .. personal information protection act'],
    articles: { '35': 'access', '36': 'erasure', '37': 'restriction' },
  },
  {
    book: 'in-dpdp',
    law: 'in-dpdp',
    names: ['dpdp|dpdpa_2023', 'digital personal data protection act'],
    articles: { '11': 'access', '12': { '2': 'rectification', '3': 'erasure' }, '13': 'complaint' },
  },
  {
    book: 'au-app',
    law: 'au-app',
    names: ['privacy act 1988', 'australian privacy principle*|act', 'app_12|app_13'],
    articles: { '12': 'access', '13': 'rectification' },
  },
  {
    book: 'sg-pdpa',
    law: 'sg-pdpa',
    names: ['pdpa', 'singapore .. personal data protection act'],
    articles: { '16': 'withdraw-consent', '21': 'access', '22': 'rectification' },
  },
  {
    book: 'th-pdpa',
    law: 'th-pdpa',
    names: ['thai*|thailand .. pdpa|personal_data_protection_act'],
    articles: {
      '19': 'withdraw-consent',
      '30': 'access',
      '31': 'portability',
      '32': 'objection',
      '33': 'erasure',
      '34': 'restriction',
      '36': 'rectification',
    },
  },
  {
    book: 'za-popia',
    law: 'za-popia',
    names: ['popia|popi|popi_act', 'protection of personal information act'],
    articles: { '11': { '3': 'objection' }, '23': 'access', '24': 'rectification' },
  },
];
