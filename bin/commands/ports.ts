/** The ports of the laptop: from the environment, or the ones it takes by itself. */

/** An argument or a variable that means nothing. */
export class ArgumentError extends Error {
  override name = 'ArgumentError' as const;
}

/** For people, for the AWS endpoint (0 is any free one), for mail that comes in. */
const PORTS = { PORT: 4400, QUITTANCE_AWS_PORT: 0, QUITTANCE_SMTP_PORT: 2525 };

/** The port that a variable names. Throws ArgumentError. */
export function portIn(variable: keyof typeof PORTS): number {
  const port = Number(process.env[variable] ?? PORTS[variable]);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ArgumentError(`${variable} is no port: give a number from 0 to 65535`);
}

/** The variable that a port comes from, which is the one to change. */
export function variableOf(port: number | undefined): string {
  const variables = Object.keys(PORTS) as (keyof typeof PORTS)[];
  return variables.find((variable) => portIn(variable) === port) ?? 'PORT';
}
