/** The answer to an appeal has every item that each of the laws demands; what one lacks is not sent. */
import { describe, expect, it } from 'vitest';
import { appealRules } from '../../lib/domain/appeal.ts';
import { LANGUAGES } from '../../lib/domain/languages.ts';
import { LAW_IDS } from '../../lib/domain/law/law-ids.ts';
import { lawOn } from '../../lib/domain/law/laws.ts';
import type { Right } from '../../lib/domain/rights.ts';
import { type AppealReceipt, missingItems } from '../../lib/receipts/appeal-checklist.ts';
import { buildAppealReceipt } from '../../lib/receipts/build-appeal.ts';
import { readPayload } from '../../lib/receipts/payload.ts';
import { contextWith, FRAME } from './world.ts';

const ON = '2026-11-01';
const REASON = 'You asked eleven times in two months';
const WITH_APPEAL = LAW_IDS.filter((id) => lawOn(id, ON)?.remedies.appeal !== undefined);

function contextFor(law: string, more: { rights?: Right[]; lang?: string } = {}) {
  const { rights = [], lang = 'en' } = more;
  const refused: Right[] = ['access', 'erasure'];
  const stands = refused.filter((right) => !rights.includes(right));
  const context = contextWith({
    rights: ['appeal'],
    law,
    laws: [law],
    lang,
    residence: lawOn(law, ON)!.jurisdictions[0]!,
    appealOf: { id: 'req_019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c11', reference: 'Q-0000-0000', refused, deciders: ['rita'] },
  });
  const decision = rights.length > 0 ? ('granted' as const) : ('upheld' as const);
  return {
    ...context,
    decision: { by: 'dora', decision, rights, stands, reason: REASON, article: context.request.clock.leading.deadline.basis },
  };
}

const missing = (law: string, receipt: AppealReceipt): string[] =>
  missingItems(receipt, appealRules(contextFor(law).request)).map(({ code }) => code);

it('knows of every law that has an appeal', () => {
  expect(WITH_APPEAL).toEqual(expect.arrayContaining(['us-va', 'us-co', 'us-ct', 'us-tx', 'us-or', 'us-mn', 'us-nj', 'us-wa-mhmda']));
  expect(WITH_APPEAL).toHaveLength(19);
});

describe.each(WITH_APPEAL)('under %s', (law) => {
  it.each<[string, Right[], string]>([
    ['the answer stands', [], 'denial'],
    ['a part is granted', ['access'], 'denial'],
    ['everything is granted', ['access', 'erasure'], 'fulfilment'],
  ])('the receipt has all its items where %s', (_, rights, kind) => {
    for (const lang of LANGUAGES) {
      const receipt = buildAppealReceipt(contextFor(law, { rights, lang }), FRAME);
      expect(readPayload(receipt).kind).toBe(kind);
      expect(missing(law, receipt)).toEqual([]);
    }
  });

  it('notices each item that is not there', () => {
    const receipt = buildAppealReceipt(contextFor(law), FRAME);
    const { complaint, ...others } = receipt.remedies;
    const { mustState } = lawOn(law, ON)!.remedies.appeal!;

    const { appeal: _, ...undecided } = receipt;
    expect(missing(law, undecided)).toEqual(mustState);
    expect(missing(law, { ...receipt, text: receipt.text.replace(REASON, '') })).toEqual(['written_reasons']);
    const authority = ['if_denied_online_mechanism_or_other_way_to_contact_the_attorney_general'];
    expect(missing(law, { ...receipt, remedies: others })).toEqual(authority);
    expect(missing(law, { ...receipt, text: receipt.text.replaceAll(complaint!.name, '') })).toEqual(authority);
  });
});

it('takes an item that nobody wrote a check for as missing, so that a new law cannot be answered without one', () => {
  const { request } = contextFor('us-va');
  const [rule] = appealRules(request);
  const stricter = { ...rule!, appeal: { ...rule!.appeal, mustState: ['written_reasons', 'sung_aloud'] } };
  expect(missingItems(buildAppealReceipt(contextFor('us-va'), FRAME), [stricter])).toEqual([
    { code: 'sung_aloud', article: 'Va. Code 59.1-577(C)' },
  ]);
});

it('is not built where an item is missing', () => {
  const context = contextFor('us-va');
  const unwritten = { ...context, decision: { ...context.decision, rights: [], stands: [] } };
  expect(() => buildAppealReceipt(unwritten, FRAME)).toThrow('The answer to an appeal lacks action_taken_or_not');
});
