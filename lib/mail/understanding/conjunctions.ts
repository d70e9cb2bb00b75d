/** `and`, `or`, `as well as` in all languages: they join two things into one wish, and two articles into one citation. */

export const CONJUNCTION =
  /^(?:and|or|as|well|also|und|oder|bzw|sowie|auch|et|ou|ainsi|que|aussi|y|e|o|u|tambien|como|anche|en|of|evenals|ook|och|eller|samt|a|i|nebo|take|ili|kao|te|tako|και|ή|η|καθως|επισης|si|sau|precum|oraz|lub|takze|rowniez)$/u;

/** What may stand between `I request` and `the erasure`, as far as it is longer than an article: how soon, how much, by which right. */
export const HASTE =
  /^(?:immedi|inmedi|imedi|sofort|unverzug|umgehend|vollstand|endgult|complet|total|full|permanent|prompt|defin|volledig|onmiddel|omedel|okamz|upln|trval|hitn|potpun|trajn|αμεσ|πληρ|οριστικ|natychm|calkow|trwal|niezwl|hereby|hiermit|derecho|right|recht|droit|diritto|direito|ratt|prav|δικαιωμα|drept|prawo)/u;

/** What a wish goes on with after a comma. */
export const THAT = /^(?:dass|das|that|que|che|dat|att|aby|abyste|ze|da|να|οτι|ca|sa|zeby|zebyscie|abyscie)$/u;
