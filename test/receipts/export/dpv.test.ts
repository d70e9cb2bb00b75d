/** Receipts as linked data: every term exists, lists are lists, and what was signed is what is said. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../lib/domain/languages.ts';
import { dpvRecord } from '../../../lib/receipts/export/dpv.ts';
import { CONTEXT } from '../../../lib/receipts/export/linked-data.ts';
import { readPayload, type ReceiptPayload } from '../../../lib/receipts/payload.ts';
import { HAS_SHARED, knownIris, sharedExamples } from '../conformance.ts';
import { everyKind, RECORD } from '../every-kind.ts';
import { FRAME } from '../world.ts';

/** Vocabularies that the shared data hold; of the others (pd, loc, the GDPR's legal bases) there is no list to check against. */
const CHECKED = ['dpv', 'justifications', 'eu-gdpr', 'legal-us'];
const UNCHECKED = /^(pd:|loc:|eu-gdpr:A(6-1-a|9-2-a)$)/;

/** Every key and every value that is a term: types, and what `@id` refers to. */
function termsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return key === '@type' || key === '@id' ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => termsIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  const { '@context': _, ...rest } = value as Record<string, unknown>;
  return Object.entries(rest).flatMap(([name, inner]) => [...(name.startsWith('@') ? [] : [name]), ...termsIn(inner, name)]);
}

const prefixOf = (term: string): string => term.split(':')[0]!;
const expand = (term: string): string => `${CONTEXT[prefixOf(term) as keyof typeof CONTEXT]}${term.slice(prefixOf(term).length + 1)}`;

function kind<K extends ReceiptPayload['kind']>(name: K): Extract<ReceiptPayload, { kind: K }> {
  return everyKind('en').find((receipt) => receipt.kind === name) as Extract<ReceiptPayload, { kind: K }>;
}

type Json = Record<string, unknown>;
const record = (name: ReceiptPayload['kind']): Json => dpvRecord(kind(name)) as Json;

describe('a receipt as linked data', () => {
  it.skipIf(!HAS_SHARED)('uses no term that DPV 2.3 does not have', () => {
    const known = knownIris();
    const terms = LANGUAGES.flatMap((lang) => everyKind(lang)).flatMap((receipt) => termsIn(dpvRecord(receipt)));
    const ours = [...new Set(terms)].filter((term) => CHECKED.includes(prefixOf(term)));
    expect(ours.length).toBeGreaterThan(80);
    expect(ours.filter((term) => !UNCHECKED.test(term) && !known.has(expand(term)))).toEqual([]);
  });

  it('declares every prefix, and uses every one it declares', () => {
    const nodes = everyKind('en').map(dpvRecord);
    const used = new Set(nodes.flatMap((node) => termsIn(node)).map(prefixOf));
    const schemes = ['https', 'ni'];
    expect([...used].filter((prefix) => !(prefix in CONTEXT) && !schemes.includes(prefix))).toEqual([]);
    expect(Object.keys(CONTEXT).filter((prefix) => !used.has(prefix) && prefix !== 'legal-us')).toEqual([]);
    for (const node of nodes) expect(node['@context']).toBe(CONTEXT);
  });

  it('can be read back from JSON with nothing lost, of every kind', () => {
    for (const receipt of everyKind('de')) {
      const node = dpvRecord(receipt);
      expect(JSON.parse(JSON.stringify(node))).toEqual(node);
      expect(node).toMatchObject({ '@id': receipt.verify.url, 'dct:identifier': receipt.id, 'dct:language': 'de' });
      expect(node['dct:description']).toEqual({ '@language': 'de', '@value': receipt.text });
    }
  });
});

describe('a consent as ISO/IEC TS 27560 has it', () => {
  it('is a receipt under the profile for the GDPR around one record for each decision', () => {
    const node = record('consent');
    expect(node).toMatchObject({
      '@type': 'dpv:ConsentReceipt',
      'dct:conformsTo': { '@id': 'https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr' },
      'dct:created': { '@value': FRAME.issuedAt },
    });
    const records = node['dpv:hasRecordOfActivity'] as Json[];
    expect(records.map((one) => one['dct:identifier'])).toEqual([`${FRAME.id}#newsletter`, `${FRAME.id}#ads`]);
    expect(records.map((one) => (one['dpv:hasConsentStatus'] as Json)['@type'])).toEqual([
      ['dpv:ConsentGiven', 'dpv:ExpressedConsent'],
      ['dpv:ConsentRefused'],
    ]);
  });

  it('has every field that is mandatory in ISO/IEC TS 27560, and under the GDPR', () => {
    const [first] = record('consent')['dpv:hasRecordOfActivity'] as [Json];
    expect(first).toMatchObject({
      '@type': 'dpv:ConsentRecord',
      'dct:conformsTo': { '@id': 'https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr' },
      'dpv:hasDataSubject': { 'dct:identifier': kind('consent').subject.ref },
      'dpv:hasDataController': {
        '@type': 'dpv:DataController',
        'dpv:hasName': 'Größe GmbH',
        'dpv:hasAddress': 'Musterweg 1, 12345 Berlin',
      },
      'dpv:hasJurisdiction': { '@id': 'loc:DE-BE' },
      'dpv:hasLegalBasis': { '@id': 'eu-gdpr:A6-1-a' },
      'dpv:hasNotice': {
        '@id': RECORD.notice.url,
        '@type': 'dpv:ConsentNotice',
        'dcat:version': '3',
        'schema:sha256': RECORD.notice.sha256,
      },
      'dpv:hasConsentControl': { '@type': 'dpv:WithdrawConsent', 'dpv:isExercisedAt': { '@id': RECORD.withdraw.url } },
      'dpv:hasAuthority': [{ '@type': 'dpv:Authority' }],
      'dpv:hasConsentStatus': {
        'dpv:isIndicatedBy': { '@id': 'dpv:DataSubject' },
        'dpv:isIndicatedAtTime': { '@value': '2026-11-21T17:59:58.750Z' },
        'dpv:hasDuration': { '@type': 'dpv:UntilTimeDuration', 'rdf:value': { '@value': '2027-11-21' } },
      },
    });
    expect(first['dpv:hasProcess']).toMatchObject({
      'dpv:hasPurpose': { '@type': ['dpv:Purpose', 'dpv:Marketing'] },
      'dpv:hasPersonalData': [{ '@type': ['dpv:PersonalData', 'pd:EmailAddress'], 'dpv:hasNecessity': { '@id': 'dpv:Required' } }],
      'dpv:hasStorageCondition': [
        { '@type': 'dpv:StorageLocation', 'dpv:hasLocation': [{ '@id': 'loc:DE' }, { '@id': 'loc:IE' }] },
        { '@type': 'dpv:StorageDuration', 'dpv:hasDuration': { '@value': 'P12M' } },
        { '@type': 'dpv:StorageDeletion', 'dpv:hasDuration': { '@value': 'P1M' } },
      ],
      'dpv:hasRecipient': [{ '@type': 'dpv:DataProcessor' }, { '@type': 'dpv:ThirdParty' }],
    });
  });

  it.skipIf(!HAS_SHARED)('can be made of the shared example', () => {
    const { example } = sharedExamples().find((one) => one.kind === 'consent')!;
    const notice = { ...(example['notice'] as object), sha256: 'a'.repeat(64) };
    const node = dpvRecord(readPayload({ ...example, notice, status: 'dpv:ConsentGiven' })) as Json;
    expect(node['dpv:hasRecordOfActivity']).toHaveLength(2);
  });
});

describe('a receipt of a request as the record of a right', () => {
  it.each([
    ['request', 'dpv:RightExerciseNotice'],
    ['extension', 'dpv:RightExerciseNotice'],
    ['fulfilment', 'dpv:RightNonFulfilmentNotice'],
    ['deletion', 'dpv:RightFulfilmentNotice'],
    ['denial', 'dpv:RightNonFulfilmentNotice'],
    ['closure', 'dpv:RightExerciseNotice'],
    ['correction', 'dpv:RightExerciseNotice'],
  ] as const)('says its status and which notice it is: %s', (name, notice) => {
    const node = record(name);
    const { status } = kind(name);
    expect(node).toMatchObject({ '@type': 'dpv:RightExerciseRecord', 'dpv:hasRequestStatus': { '@id': status } });
    const [request, told] = node['dct:hasPart'] as [Json, Json];
    expect(request).toMatchObject({ 'dct:identifier': 'Q-7F3K-9M2X', 'dpv:hasRequestStatus': { '@id': 'dpv:RequestInitiated' } });
    expect(told['dpv:hasRequestStatus']).toEqual({ '@id': status });
    expect((told['dpv:isAfter'] as Json[])[0]).toEqual({ '@id': request['@id'] });
    expect((node['dpv:hasNotice'] as Json[])[0]).toMatchObject({ '@type': notice, 'dpv:hasRequestStatus': { '@id': status } });
  });

  it('names the rights of the GDPR by their terms, and those of other laws by their articles', () => {
    expect(record('request')['dpv:hasRight']).toMatchObject([
      { '@id': 'eu-gdpr:A15', 'dct:source': 'GDPR Art. 15' },
      { '@id': 'eu-gdpr:A17', 'dct:source': 'GDPR Art. 17' },
    ]);
    const appeal = everyKind('en').find((receipt) => receipt.kind === 'denial' && receipt.appeal !== undefined)!;
    expect(dpvRecord(appeal)).toMatchObject({
      'dpv:hasApplicableLaw': [{ '@id': 'legal-us:law-VA-VCDPA', 'dct:identifier': 'us-va' }],
      'dpv:hasRight': [{ '@type': 'dpv:DataSubjectRight', 'dct:identifier': 'appeal' }],
      'dct:relation': 'Q-0000-0000',
    });
  });

  it('justifies delays and refusals by codes with the article beside them', () => {
    const justifications = (name: ReceiptPayload['kind']): unknown => (record(name)['dct:hasPart'] as Json[])[1]!['dpv:hasJustification'];
    expect(justifications('extension')).toMatchObject([{ '@type': 'justifications:ComplexityOfProcess' }]);
    expect(justifications('denial')).toMatchObject([{ '@type': 'justifications:LegalClaimImpaired', 'dct:source': 'GDPR Art. 17(3)(e)' }]);
    expect(justifications('closure')).toEqual([{ '@type': 'justifications:LackOfIntent' }]);
  });

  it('says of each system what was done, what the law keeps, and what is missing', () => {
    const processes = (record('deletion')['dct:hasPart'] as Json[])[1]!['dpv:hasProcess'] as Json[];
    expect(processes).toMatchObject([
      { 'dpv:hasProcessing': { '@id': 'dpv:Erase' }, 'schema:numberOfItems': 20 },
      { 'dpv:hasProcessing': { '@id': 'dpv:Anonymise' }, 'schema:numberOfItems': 1 },
      {
        'dpv:hasProcessing': { '@id': 'dpv:Store' },
        'dpv:hasJustification': [{ '@type': 'justifications:LegalObligation', 'dct:source': '§ 147 AO' }],
        'dpv:hasDuration': { 'rdf:value': { '@value': '2034-12-31' } },
      },
      { 'dpv:hasActivityStatus': { '@id': 'dpv:ActivityOngoing' }, 'dpv:hasDuration': { 'rdf:value': { '@value': '2026-12-20' } } },
    ]);
  });

  it('names who else was told, the files handed out, and the receipt that is replaced', () => {
    expect((record('deletion')['dpv:hasNotice'] as Json[])[1]).toMatchObject({
      '@type': 'eu-gdpr:RightsRecipientsNotice',
      'dpv:hasRecipient': [{ 'dpv:hasName': 'MailCo BV', 'dpv:hasInformedStatus': { '@id': 'dpv:RecipientInformed' } }],
    });
    expect((record('fulfilment')['dct:hasPart'] as Json[])[1]!['dct:hasPart']).toMatchObject({
      '@type': 'dcat:Dataset',
      'dcat:distribution': [{ 'dcat:byteSize': 1024, 'schema:sha256': 'a'.repeat(64) }],
    });
    const { supersedes } = kind('correction');
    expect(record('correction')['dct:replaces']).toEqual({ '@id': supersedes.sha256.replace('sha256:', 'ni:///sha-256;') });
  });
});
