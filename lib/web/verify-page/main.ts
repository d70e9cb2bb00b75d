/** The script of the page that checks receipts: takes the form over where the browser can check by itself. */
import { linesOf, verdictOf, type Line, type LineName, type Verdict } from '../../receipts/verdict.ts';
import { page, part, type PageElement, type PageFile } from './dom.ts';
import { examine, type Examined } from './examine.ts';
import { sortGiven } from './given.ts';
import { toneOf, VERDICT_TONES } from './look.ts';
import { publicIssuer } from './public-issuer.ts';

/** What the page says in its own language, as the server wrote it there. */
export interface Words {
  verdicts: Record<Verdict, { title: string; lead: string }>;
  states: Record<Line['state'], string>;
  reasons: Record<NonNullable<Line['reason']>, string>;
  /** With `{place}` and `{size}`. */
  place: string;
  stays: string;
  checking: string;
  missing: string;
  failed: string;
}

/** A key on the curve, so that a browser that does not know Ed25519 says so. */
const ANY_KEY = Uint8Array.from([0x58, ...Array.from({ length: 31 }, () => 0x66)]);

async function canCheck(): Promise<boolean> {
  try {
    await crypto.subtle.importKey('raw', ANY_KEY, 'Ed25519', false, ['verify']);
    return true;
  } catch {
    return false;
  }
}

class Checker {
  readonly #words: Words;
  readonly #form = part(page, '#verify');
  readonly #answer = part(page, '#answer');

  constructor(words: Words) {
    this.#words = words;
  }

  /** From here on the form is answered here. */
  takeOver(): void {
    part(page, '#where').textContent = this.#words.stays;
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#check(Array.from(part(this.#form, '#file').files ?? []));
    });
    const main = part(page, '#main');
    main.addEventListener('dragover', (event) => event.preventDefault());
    main.addEventListener('drop', (event) => {
      if (event.dataTransfer === undefined || event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      void this.#check(Array.from(event.dataTransfer.files));
    });
  }

  async #check(files: readonly PageFile[]): Promise<void> {
    const button = part(this.#form, 'button');
    button.disabled = true;
    this.#say(this.#words.checking);
    try {
      const pasted = ['#jws', '#proof'].map((field) => part(this.#form, field).value);
      const given = sortGiven([...(await Promise.all(files.map((file) => file.text()))), ...pasted]);
      if (given === undefined) this.#say(this.#words.missing);
      else this.#show(await examine(given, publicIssuer));
    } catch {
      this.#say(this.#words.failed);
    }
    button.disabled = false;
    this.#answer.focus();
  }

  #say(words: string): void {
    this.#answer.hidden = false;
    this.#answer.replaceChildren(words);
  }

  #show(examined: Examined): void {
    const shown = part(page, '#answer-template').content.cloneNode(true);
    const verdict = verdictOf(examined);
    const { title, lead } = this.#words.verdicts[verdict];
    part(shown, '.banner').className = `banner banner-${VERDICT_TONES[verdict]}`;
    part(shown, '.banner-title').textContent = title;
    part(shown, '.banner-body').textContent = lead;
    for (const line of linesOf(examined)) this.#fill(shown, line, examined);
    fillSigned(part(shown, '[data-signed]'), examined);
    this.#answer.replaceChildren(shown);
  }

  #fill(shown: PageElement, line: Line, { verification, newerUrl }: Examined): void {
    const state = part(shown, `[data-state="${line.name}"]`);
    state.className = `tag tag-${toneOf(line)}`;
    state.textContent = this.#words.states[line.state];
    const { place } = verification;
    if (line.reason !== undefined) fillNote(shown, line.name, this.#words.reasons[line.reason]);
    else if (line.name === 'log' && place !== undefined) fillNote(shown, 'log', this.#placed(place.index + 1n, place.checkpoint.size));
    const link = part(shown, '[data-newer]');
    if (newerUrl === undefined) return;
    link.href = newerUrl;
    link.hidden = false;
  }

  #placed(place: bigint, size: bigint): string {
    const { format } = new Intl.NumberFormat(page.documentElement.lang);
    return this.#words.place.replace('{place}', format(place)).replace('{size}', format(size));
  }
}

function fillNote(shown: PageElement, name: LineName, words: string): void {
  const note = part(shown, `[data-note="${name}"]`);
  part(note, 'small').textContent = words;
  note.hidden = false;
}

/** The sentences of the receipt, in its own language: only what a good signature vouches for. */
function fillSigned(signed: PageElement, { verification: { payload } }: Examined): void {
  const { text, lang } = payload ?? {};
  if (typeof text !== 'string') return;
  const sentences = part(signed, '[data-text]');
  sentences.textContent = text;
  if (typeof lang === 'string') sentences.lang = lang;
  signed.hidden = false;
}

async function start(): Promise<void> {
  const words = JSON.parse(part(page, '#answer-template').dataset['words'] ?? '') as Words;
  if (await canCheck()) new Checker(words).takeOver();
}

void start();
