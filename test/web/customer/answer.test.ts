/** Questions on the page of a request: asked on top, answered without JavaScript, and what the answer does to the time. */
import { describe, expect, it } from 'vitest';
import { requestOf } from '../../../lib/domain/request.ts';
import type { Question } from '../../../lib/domain/law/law.ts';
import { get, headingOf, openWorld, post } from './browse.ts';
import { caseAsked } from './every-page.ts';

function world({ about = 'identity' as Question, laws = ['eu-gdpr'], lang = 'en' } = {}) {
  const { app, port } = openWorld();
  const one = caseAsked(port, { about, laws, lang });
  const page = `/status/${one.personToken}`;
  const send = (words: string, path = page) => post(app, `${path}/answer`, { number: '1', 'words-1': words });
  return { app, port, one, page, send, request: () => requestOf(one.events, port.configuration)! };
}

describe('a question', () => {
  it('stands on top with its words, what it does to the time, and a form', async () => {
    const { app, page } = world();
    const { html, text } = await get(app, page);
    expect(headingOf(html)).toBe('Please answer our question');
    expect(html).toContain(
      '<blockquote><p>In which month did you &lt;b&gt;open&lt;/b&gt; the account?</p><p>The year is enough, too.</p></blockquote>',
    );
    expect(text).toContain('Until you answer, the time for our answer does not run.');
    expect(text.indexOf('Our question')).toBeLessThan(text.indexOf('What happened'));
    expect(html).toMatch(/<label for="words-1">Your answer<\/label>/);
  });

  it('that stops no clock says the date that stays', async () => {
    const { app, page } = world({ laws: ['us-ca-ccpa'] });
    expect((await get(app, page)).text).toContain('The question does not change the date: we answer by 5 January 2027 at the latest.');
  });

  it('about a fee has no form, but says the amount, the reason and how not to pay', async () => {
    const { app, page } = world({ about: 'fee' });
    const { html, text } = await get(app, page);
    expect(text).toContain('The fee is €25.00. The reason: It is the ninth request in nine days.');
    expect(text).toContain('you can withdraw this request below');
    expect(html).not.toContain('/answer"');
  });

  it('is shown in words only to the person; whoever sent the form sees that one was asked', async () => {
    const { app, one } = world();
    const { html, text } = await get(app, `/status/${one.statusToken}`);
    expect(text).toContain('We asked you a question');
    expect(html).not.toMatch(/In which month|words-1/);
  });

  it('speaks German to whoever reads German', async () => {
    const { app, page } = world({ lang: 'de' });
    const { html, text } = await get(app, page);
    expect(headingOf(html)).toBe('Bitte beantworten Sie unsere Frage');
    expect(text).toContain('Bis Sie antworten, läuft die Frist für unsere Antwort nicht.');
  });
});

describe('an answer', () => {
  it('ends the question, and says until when the time runs again', async () => {
    const { app, send, request } = world();
    const sent = await send('  In May\r\nof 2019. ');
    expect([sent.status, sent.headers.get('location')]).toEqual([303, expect.stringContaining('?done=answered')]);
    expect(request().questions[0]).toMatchObject({ answer: 'In May\nof 2019.', answeredBy: 'person' });
    const { html, text } = await get(app, sent.headers.get('location')!);
    // Asked and answered on one day: there was no day that did not count.
    expect(text).toContain('Thank you. We answer by 21 December 2026 at the latest.');
    expect(headingOf(html)).toBe('We are working on your request');
    expect(text).toContain('Question 1 and your answer');
    expect(html).not.toContain('name="words-1"');
  });

  it('begins the time anew where the law says so', async () => {
    const { app, send } = world({ laws: ['uk-gdpr'] });
    const sent = await send('In May.');
    expect((await get(app, sent.headers.get('location')!)).text).toMatch(/Thank you\. The time runs again: we answer by 21 December 2026/);
  });

  it.each([
    ['nothing', '  ', 'Write your answer'],
    ['too much', 'x'.repeat(4_001), 'Keep your answer under 4,000 characters'],
  ])('of %s is given back with what was typed', async (_what, words, message) => {
    const { send, request } = world();
    const page = await send(words);
    expect(page.status).toBe(400);
    expect(page.html).toContain('<title>Error: ');
    expect(page.html).toMatch(new RegExp(`<a href="#words-1">${message}</a>`));
    expect(page.html).toContain(`>${words.trim()}</textarea>`);
    expect(request().questions[0]!.answeredAt).toBeUndefined();
  });

  it('that comes second is not taken, and says so kindly', async () => {
    const { app, send, request } = world();
    await send('In May.');
    const again = await send('No, in June.');
    expect((await get(app, again.headers.get('location')!)).text).toContain(
      'We have an answer to this question already, and a person reads it.',
    );
    expect(request().questions[0]!.answer).toBe('In May.');
  });

  it('is taken from nobody but the person', async () => {
    const { send, one, request } = world();
    expect((await send('In May.', `/status/${one.statusToken}`)).headers.get('location')).toContain('done=answer-late');
    expect((await send('In May.', '/status/guessed')).status).toBe(404);
    expect(request().questions[0]!.answeredAt).toBeUndefined();
  });

  it('keeps the language that was chosen', async () => {
    const { app, page } = world();
    const sent = await post(app, `${page}/answer`, { number: '1', 'words-1': 'Im Mai.', lang: 'de' });
    expect((await get(app, sent.headers.get('location')!)).text).toContain('Danke.');
  });
});
