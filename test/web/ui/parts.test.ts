/** The parts of pages: what they escape, how they tie labels, hints and errors together, how large the style sheet is. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { button } from '../../../lib/web/ui/button.ts';
import { errorSummary } from '../../../lib/web/ui/error-summary.ts';
import { checkboxes, select, textField } from '../../../lib/web/ui/fields.ts';
import { attributes } from '../../../lib/web/ui/markup.ts';
import { qrCode } from '../../../lib/web/ui/qr.ts';
import { script } from '../../../lib/web/ui/script.ts';
import { stylesheet } from '../../../lib/web/ui/styles/stylesheet.ts';
import { table } from '../../../lib/web/ui/table.ts';

const HOSTILE = `"><script>alert('x')</script>&`;

describe('parts of pages', () => {
  it('escape text and attributes', () => {
    expect(String(attributes({ title: HOSTILE, hidden: true, id: undefined, disabled: false }))).toBe(
      ' title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;" hidden',
    );
    const field = String(textField({ name: 'a', label: HOSTILE, hint: HOSTILE, error: HOSTILE, value: HOSTILE, errorPrefix: 'Error:' }));
    expect(field).not.toContain('<script>');
  });

  it('tie label, hint and error to their field', () => {
    const field = String(textField({ name: 'a.b', label: 'Label', hint: 'Hint', error: 'Wrong', errorPrefix: 'Error:' }));
    expect(field).toContain('<label for="a-b">Label</label>');
    expect(field).toMatch(/<input[^>]* id="a-b" name="a\.b"[^>]* aria-describedby="a-b-hint a-b-error" aria-invalid="true">/);
    expect(String(errorSummary('Problem', [{ field: 'a.b', message: 'Wrong' }]))).toContain('<a href="#a-b">Wrong</a>');
    expect(errorSummary('Problem', [])).toBe('');
  });

  it('link a group’s error to its first choice', () => {
    const group = String(
      checkboxes({
        name: 'rights',
        label: 'Rights',
        heading: true,
        errorPrefix: 'Error:',
        choices: [
          { value: 'a', label: 'A', checked: true },
          { value: 'b', label: 'B' },
        ],
      }),
    );
    expect(group).toContain('<legend><h1 class="label-heading">Rights</h1></legend>');
    expect(group).toMatch(/<input id="rights" name="rights" type="checkbox" value="a" checked>/);
    expect(group).toContain('<label for="rights-2">B</label>');
  });

  it('keep the chosen option', () => {
    const field = String(
      select({
        name: 'place',
        label: 'Place',
        value: 'DE',
        errorPrefix: 'Error:',
        groups: [{ label: 'Countries', options: [{ value: 'DE', label: 'Germany' }] }],
      }),
    );
    expect(field).toContain('<optgroup label="Countries"><option value="DE" selected>Germany</option></optgroup>');
  });

  it('say why a button cannot be used', () => {
    expect(String(button({ text: 'Extend', name: 'extend', disabledReason: 'Extended already' }))).toBe(
      '<button type="submit" class="button button-primary" name="extend" disabled aria-describedby="extend-reason">Extend</button><span class="disabled-reason" id="extend-reason">Extended already</span>',
    );
  });

  it('say that a table is empty', () => {
    expect(String(table({ caption: 'Rows', columns: [{ text: 'A' }], rows: [], empty: 'Nothing here.' }))).toBe(
      '<p class="empty">Nothing here.</p>',
    );
    expect(String(table({ caption: 'Rows', columns: [{ text: 'A' }, { text: 'B', numeric: true }], rows: [['a', '1']] }))).toContain(
      '<th scope="row">a</th><td class="numeric">1</td>',
    );
  });

  it('draw a QR code that names itself', () => {
    expect(String(qrCode('https://privacy.example/verify?id=1', 'QR code'))).toMatch(
      /^<svg class="qr" role="img" aria-label="QR code" viewBox="0 0 \d+ \d+"[^>]*>\s*<path d="M2 2h1v1h-1z/,
    );
  });
});

describe('what is sent along', () => {
  it('is small: a style sheet under 6 KB and a script under 1 KB, compressed', () => {
    expect(gzipSync(stylesheet).length).toBeLessThan(6 * 1024);
    expect(gzipSync(script).length).toBeLessThan(1024);
  });

  it('sets both colour schemes, print and forced colours', () => {
    for (const query of ['prefers-color-scheme: dark', '@media print', 'forced-colors: active', 'prefers-reduced-motion'])
      expect(stylesheet).toContain(query);
  });
});
