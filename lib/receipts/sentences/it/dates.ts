/** The article before an Italian date, which is elided before "otto" and "undici": "il 3 dicembre 2026", "l'8 dicembre 2026". */

const withArticle =
  (article: string, elided: string) =>
  (day: string): string =>
    /^(8|11) /.test(day) ? `${elided}${day}` : `${article} ${day}`;

/** "entro il 3 dicembre 2026" */
export const il = withArticle('il', "l'");

/** At the beginning of a sentence. */
export const Il = withArticle('Il', "L'");

/** "fino al 3 dicembre 2026" */
export const al = withArticle('al', "all'");

/** "a partire dal 3 dicembre 2026" */
export const dal = withArticle('dal', "dall'");

/** "la ricevuta del 3 dicembre 2026" */
export const del = withArticle('del', "dell'");
