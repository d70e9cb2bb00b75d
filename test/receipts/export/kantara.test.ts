/** Consents in Kantara's form: valid by its schema, and never more of a yes than the person said. */
import AjvDraft04 from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import { buildConsentReceipt, type ConsentRecord } from '../../../lib/receipts/build-consent.ts';
import { kantaraReceipt } from '../../../lib/receipts/export/kantara.ts';
import { type ConsentReceipt, readPayload } from '../../../lib/receipts/payload.ts';
import { signReceipt } from '../../../lib/receipts/sign.ts';
import { HAS_SHARED, readShared, sharedExamples } from '../conformance.ts';
import { RECORD } from '../every-kind.ts';
import { contextWith, FRAME, newSigner } from '../world.ts';

const { configuration, baseUrl, subjectRef } = contextWith();
const [newsletter, ads] = RECORD.decisions as [ConsentRecord['decisions'][number], ConsentRecord['decisions'][number]];

function consent(decisions: ConsentRecord['decisions'] = RECORD.decisions, phone?: string): ConsentReceipt {
  const controller = { ...configuration.controller, ...(phone === undefined ? {} : { phone }) };
  const context = { configuration: { ...configuration, controller }, baseUrl, subjectRef };
  return buildConsentReceipt({ ...context, record: { ...RECORD, decisions } }, FRAME);
}

describe('a consent in the form of Kantara 1.1', () => {
  it('says what was agreed to, when in seconds, and who may see it', () => {
    expect(kantaraReceipt(consent())).toEqual({
      version: 'KI-CR-v1.1.0',
      jurisdiction: 'DE-BE',
      consentTimestamp: Date.parse('2026-11-21T17:59:58Z') / 1000,
      collectionMethod: 'web form, unticked boxes',
      consentReceiptID: FRAME.id,
      language: 'en',
      piiPrincipalId: subjectRef,
      piiControllers: [
        {
          piiController: 'Größe GmbH',
          onBehalf: false,
          contact: 'dpo@shop.example',
          address: { streetAddress: 'Musterweg 1, 12345 Berlin' },
          email: 'dpo@shop.example',
          phone: 'N/A',
          piiControllerUrl: 'https://shop.example',
        },
      ],
      policyUrl: 'https://privacy.shop.example/n/3',
      services: [
        {
          service: 'Example Shop newsletter',
          purposes: [
            {
              purpose: 'Send you our newsletter',
              purposeCategory: ['6 - Marketing'],
              consentType: 'web form, unticked boxes',
              piiCategory: ['E-mail address'],
              primaryPurpose: false,
              termination: '2027-11-21, or withdrawal at https://privacy.shop.example/w/1',
              thirdPartyDisclosure: true,
              thirdPartyName: 'Partner Ltd',
            },
          ],
        },
      ],
      sensitive: false,
      spiCat: [],
    });
  });

  it('is none where nothing is agreed to: the form cannot say no', () => {
    expect(kantaraReceipt(consent([ads]))).toBeUndefined();
    expect(kantaraReceipt(consent([{ ...newsletter, status: 'dpv:ConsentWithdrawn' }, ads]))).toBeUndefined();
  });

  it('names sensitive data, an explicit yes, and nobody where only processors see the data', () => {
    const health = { label: 'Allergies', necessity: 'optional' as const, sensitivity: 'special' as const };
    const explicit = { ...newsletter, type: 'dpv:ExplicitlyExpressedConsent' as const, data: [health, health] };
    const { recipients: _, validUntil: _until, ...alone } = explicit;
    const receipt = kantaraReceipt(
      consent([{ ...alone, recipients: [{ name: 'MailCo BV', role: 'processor', country: 'NL' }] }], '+49 30 1'),
    );
    expect(receipt).toMatchObject({ sensitive: true, spiCat: ['Allergies'], piiControllers: [{ phone: '+49 30 1' }] });
    const [purpose] = receipt!.services[0]!.purposes;
    expect(purpose).toMatchObject({ consentType: 'EXPLICIT', thirdPartyDisclosure: false });
    expect(purpose).not.toHaveProperty('thirdPartyName');
    expect(purpose!.termination).toBe('withdrawal at https://privacy.shop.example/w/1');
  });

  it('names the key that signed by its thumbprint', async () => {
    const signer = newSigner();
    const payload = consent();
    const { publicKey } = kantaraReceipt(payload, await signReceipt(payload, signer))!;
    expect(publicKey).toBe(`urn:ietf:params:oauth:jwk-thumbprint:sha-256:${String(signer.jwk['kid'])}`);
  });
});

describe.skipIf(!HAS_SHARED)("Kantara's schema", () => {
  const schema = HAS_SHARED ? (JSON.parse(readShared('protocols/kantara/kantara-consent-receipt-v1_1-schema.clean.json')) as object) : {};
  const validate = new AjvDraft04.default({ strict: false, allErrors: true }).compile(schema);

  it("accepts Kantara's own example, so it tells good from bad", () => {
    const example = JSON.parse(readShared('protocols/kantara/kantara-consent-receipt-v1_1-example.json')) as Record<string, unknown>;
    expect(validate(example)).toBe(true);
    expect(validate({ ...example, consentTimestamp: '1510592400' })).toBe(false);
  });

  it.each([
    ['one yes', [newsletter]],
    ['a yes and a no', [newsletter, ads]],
    ['a yes without recipients or end', [{ ...ads, status: 'dpv:ConsentGiven' as const }]],
    ['a yes to sensitive data', [{ ...newsletter, data: [{ ...newsletter.data[0]!, sensitivity: 'sensitive' as const }] }]],
  ])('accepts %s', (_, decisions) => {
    validate(kantaraReceipt(consent(decisions), 'eyJraWQiOiJrIn0.e30.c2ln'));
    expect(validate.errors).toBeNull();
  });

  it('accepts the shared example of a consent as we export it', () => {
    const { example } = sharedExamples().find(({ kind }) => kind === 'consent')!;
    const notice = { ...(example['notice'] as object), sha256: 'a'.repeat(64) };
    const payload = readPayload({ ...example, notice, status: 'dpv:ConsentGiven' }) as ConsentReceipt;
    expect(validate(kantaraReceipt(payload))).toBe(true);
  });
});
