/** index.html: the package as a person reads it, without network and without JavaScript, written section by section. */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { BugError } from '../../domain/errors.ts';
import type { PackageContent } from '../content.ts';
import { belongsToPortability, columnsOf, setsOf } from '../dataset-parts.ts';
import type { PartPlan } from '../plan-parts.ts';
import { surveyDataset } from '../survey-dataset.ts';
import { answerSection, nothingFound } from './answer-section.ts';
import { californiaSection } from './california-section.ts';
import { contentsSection } from './contents-section.ts';
import { datasetSection, visibleColumns } from './data-section.ts';
import { keptRows, keptSection } from './kept-section.ts';
import { openSection } from './open-section.ts';
import { cite, isUnder, isWanted, pageContext, said, section } from './page-context.ts';
import type { Html, PageContext } from './page-context.ts';
import { requestSection } from './request-section.ts';
import { automatedSection, rightsSection } from './rights-section.ts';
import { STYLES } from './styles.ts';
import { withheldSection } from './withheld-section.ts';
import type { Concealed } from './withheld-section.ts';

/** Nothing may be loaded or run; the one style is allowed by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLES).digest('base64')}'; base-uri 'none'; form-action 'none'`;

// Outside the page's template: a formatter that indents it there would break the hash.
const STYLE_ELEMENT = raw(`<style>${STYLES}</style>`);

/** Throws BugError at the end if the page left untold what one of the laws wants told. */
export async function* indexPage(content: PackageContent, parts: PartPlan[]): AsyncGenerator<string> {
  const page = pageContext(content, parts);
  const concealed: Concealed[] = [];
  yield String(html`${head(page)}${answerSection(page)}
${contentsSection(page)}
`);
  yield* dataSections(page, concealed);
  yield String(html`${isWanted(page, 'sold') ? californiaSection(page) : ''}
${asked(page, 'portability') ? portabilitySection(page) : ''}
${withheldSection(page, concealed)}
${openSection(page)}
${keptSection(page)}
${tellsDecisions(page) ? automatedSection(page) : ''}
${requestSection(page)}
${rightsSection(page)}
${foot(page)}`);
  const open = page.wanted.filter(({ topic }) => !page.answered.has(topic));
  if (open.length > 0) {
    throw new BugError(`The page leaves untold: ${open.map(({ law, item }) => `${law.id} ${item}`).join(', ')}`, { code: 'invariant' });
  }
}

function tellsDecisions(page: PageContext): boolean {
  return isWanted(page, 'automated') || page.content.configuration.automatedDecisions !== undefined;
}

function asked(page: PageContext, set: 'data' | 'portability'): boolean {
  return setsOf(page.content).includes(set);
}

function head(page: PageContext): Html {
  const { words, content } = page;
  const title = words.title(content.configuration.controller.name);
  const links = sectionIds(page).map((id) => html`<li><a href="#${id}">${words.headings[id]}</a></li>`);
  return html`<!DOCTYPE html>
<html lang="${words.lang}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} (${content.request.reference})</title>
${STYLE_ELEMENT}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header><h1>${title}</h1></header>
<main id="main" tabindex="-1">
<nav aria-label="${words.onThisPage}"><ul>${links}</ul></nav>
`;
}

/** The sections this page will have, in order. */
function sectionIds(page: PageContext): (keyof PageContext['words']['headings'])[] {
  return [
    'answer',
    'contents',
    'data',
    ...(isWanted(page, 'sold') ? (['california'] as const) : []),
    ...(asked(page, 'portability') ? (['portability'] as const) : []),
    'withheld',
    'open',
    ...(keptRows(page).length > 0 ? (['kept'] as const) : []),
    ...(tellsDecisions(page) ? (['automated'] as const) : []),
    'request',
    'rights',
  ];
}

/** One dataset is in memory at a time. */
async function* dataSections(page: PageContext, concealed: Concealed[]): AsyncGenerator<string> {
  const { content, words, datasets } = page;
  yield String(html`<section aria-labelledby="data"><h2 id="data">${words.headings.data}${cite(page, 'copy')}</h2>
${datasets.length === 0 ? html`<p>${nothingFound(page)}</p>` : isUnder(page, 'us-ca-ccpa') ? html`<p>${words.california.specific}</p>` : ''}
`);
  for (const [system, parts] of Map.groupBy(datasets, (part) => part.system)) {
    yield String(html`<h3 id="system-${Object.keys(content.configuration.systems).indexOf(system) + 1}">${said(page, parts[0]!.systemLabel)}</h3>
`);
    for (const part of parts) {
      const survey = await surveyDataset(content, part, visibleColumns(page, part));
      concealed.push(...survey.held.filter((column) => isAskedFor(page, column)).map((column) => ({ part, column })));
      yield String(datasetSection(page, part, survey));
    }
  }
  yield '</section>\n';
}

/** A portable copy alone conceals only what would otherwise be portable. */
function isAskedFor(page: PageContext, column: Concealed['column']): boolean {
  return asked(page, 'data') || belongsToPortability(page.content, column);
}

function portabilitySection(page: PageContext): Html {
  const { portability, headings } = page.words;
  const some = page.datasets.some((part) => columnsOf(page.content, part, 'portability').length > 0);
  return section(
    'portability',
    html`${headings.portability}${cite(page, 'portable')}`,
    html`<p>${some ? portability.intro : portability.none}</p><p>${portability.how}</p>`,
  );
}

function foot(page: PageContext): Html {
  const { words, content } = page;
  return html`</main>
<footer><p>${words.contact(content.configuration.controller.email, content.request.reference)}</p></footer>
</body>
</html>
`;
}
