/** How verdicts and lines look: the same whether the page or the browser's script writes them. */
import type { BannerTone } from '../ui/banner.ts';
import type { TagTone } from '../ui/tag.ts';
import type { Line, Verdict } from '../../receipts/verdict.ts';

export const VERDICT_TONES: Record<Verdict, BannerTone> = {
  genuine: 'success',
  superseded: 'warning',
  changed: 'problem',
  'unknown-key': 'warning',
  'no-receipt': 'warning',
  'key-compromised': 'problem',
  undecided: 'warning',
  unproven: 'warning',
  'unknown-log': 'warning',
  'not-in-the-log': 'problem',
  'history-rewritten': 'problem',
};

/** A newer receipt is no fault of this one. */
export function toneOf({ name, state }: Line): TagTone {
  if (state === 'open') return 'neutral';
  return state === 'bad' && name === 'newer' ? 'attention' : state;
}
