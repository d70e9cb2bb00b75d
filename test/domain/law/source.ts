/** The research from which the laws were written down, where it is at hand; read as it is, nothing shared with the product. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourcePeriod {
  amount: number;
  unit: 'day' | 'businessDay' | 'month';
}

/** A figure with its place; `memory` = its text was not read. The value may be a period, a word, a sentence or an object. */
export interface SourceFigure {
  value?: unknown;
  cite?: string;
  memory?: boolean;
  appliesTo?: string[];
  inForceFrom?: string;
  change?: { from: string; amount: number; cite?: string };
  guidance?: boolean;
  mustState?: string[];
  noticeBy?: string;
  noticeMustState?: string[];
  grounds?: string[];
  times?: number;
  notFor?: string[];
  extension?: SourcePeriod;
  window?: SourceFigure;
  cap?: string;
}

export interface SourceRight {
  granted: boolean;
  cite?: string;
  memory?: boolean;
  from?: string;
  note?: string;
  scope?: string;
  perYear?: { value: number };
}

/** A level of verification. */
export interface SourceLevel extends SourceFigure {
  request: string;
  level: string;
  dataPoints?: number;
}

export interface Regime {
  id: string;
  name: string;
  jurisdiction: string;
  citation: string;
  inForceFrom?: string;
  memory?: boolean;
  rights: Record<string, SourceRight>;
  counting: { rule: string };
  clocks: Record<string, SourceFigure>;
  pauses?: Record<string, SourceFigure>;
  extension?: SourceFigure;
  refusal?: SourceFigure;
  appeal?: SourceFigure;
  complaint: SourceFigure;
  fee?: SourceFigure;
  free?: SourceFigure;
  cure?: SourceFigure;
  children?: SourceFigure;
  metrics?: SourceFigure;
  noticeIndirect?: SourceFigure;
  legalHold?: SourceFigure;
  controllerComplaint?: SourceFigure;
  records?: { keep: SourceFigure };
  universalOptOutSignal?: SourceFigure;
  optOutAuthentication?: SourceFigure;
  agentsForOptOut?: boolean;
  verification?: { levels?: SourceLevel[]; neverDisclose?: string[]; neverDiscloseCite?: string; neverDiscloseMemory?: boolean };
  content?: string[];
  contentCite?: string;
  notes?: string;
}

export interface FutureRegime {
  id: string;
  name: string;
  from: string;
  respond: number;
  extension: number;
}

export interface Source {
  regimes: Regime[];
  future: FutureRegime[];
  responseContent: {
    access: Record<string, { cite?: string; items: [string, string][] }> & { 'us-states': { items: string[] } };
    portability: Record<string, { cite: string; format: string[] }>;
  };
  exemptions: Record<string, { code: string; cite: string }[]>;
}

const FILE = join(import.meta.dirname, '../../../../shared/data/regimes.json');

/** Undefined where the research is not beside the checkout: then the tests that need it say that they were skipped. */
export const source = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Source) : undefined;

/** True for a number with its unit; anything else the law says in words. */
export function isPeriod(value: unknown): value is SourcePeriod {
  return typeof value === 'object' && value !== null && 'amount' in value && 'unit' in value;
}
