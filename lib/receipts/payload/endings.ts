/** The receipts that end a case, or set right what another receipt says. */
import * as z from 'zod';
import { system } from './answers.ts';
import { requestReceipt } from './frame.ts';
import { instant, receiptHash, words } from './primitives.ts';

export const closure = requestReceipt
  .extend({
    kind: z.literal('closure'),
    /** Of the request when it ended; one that was withdrawn is unfulfilled. */
    status: z.enum(['dpv:RequestFulfilled', 'dpv:RequestUnfulfilled']),
    /** What was deleted before the withdrawal, where no other receipt tells of it. */
    systems: z.array(system).optional(),
    closure: z.strictObject({
      reason: z.enum(['withdrawn', 'purged']),
      at: instant,
      /** When the case's data and their key were deleted. */
      purgedAt: instant.optional(),
      /** From when on no backup holds the key any more. */
      irrecoverableFrom: instant.optional(),
    }),
  })
  .meta({ title: 'closure', description: 'The case has ended: withdrawn by the person, or its data are gone' });

export const correction = requestReceipt
  .extend({
    kind: z.literal('correction'),
    /** That of the request as the correction leaves it. */
    status: z.enum(['dpv:RequestAcknowledged', 'dpv:RequestActionDelayed', 'dpv:RequestFulfilled', 'dpv:RequestUnfulfilled']),
    /** The receipt that was wrong: its bare id, and the hash of its compact form. It is never edited. */
    supersedes: z.strictObject({ id: z.uuidv7(), sha256: receiptHash }),
    reason: words,
  })
  .meta({ title: 'correction', description: 'Takes the place of a receipt that was wrong; the text is the corrected sentence' });
