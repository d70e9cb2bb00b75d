/** Functions that an expression may call. */

/** Those of JSONata without `$eval`, which Step Functions does not have. */
const LANGUAGE = `abs append assert average base64decode base64encode boolean ceil clone contains count decodeUrl
  decodeUrlComponent distinct each encodeUrl encodeUrlComponent error exists filter floor formatBase formatInteger
  formatNumber fromMillis join keys length lookup lowercase map match max merge millis min not now number pad parseInteger
  power random reduce replace reverse round shuffle sift single sort split spread sqrt string substring substringAfter
  substringBefore sum toMillis trim type uppercase zip`;

/** Those that Step Functions adds. */
const ADDED = 'hash parse partition random range uuid';

/** All names, without the `$`. */
export const FUNCTIONS: ReadonlySet<string> = new Set(`${LANGUAGE} ${ADDED}`.split(/\s+/));
