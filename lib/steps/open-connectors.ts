/** Opens the connectors of the configured systems. */
import { connect } from '../connectors/connect.ts';
import type { Connector } from '../connectors/connector.ts';
import type { Configuration } from '../domain/configuration.ts';
import { BugError } from '../domain/errors.ts';
import { openSecretReader } from './open-world.ts';
import type { World } from './world.ts';

/** Connectors, one per system and sandbox: connections outlive an invocation. */
export function connectors({ systems }: Configuration): Pick<World, 'connect'> {
  const open = new Map<string, Connector>();
  return {
    connect(name) {
      const known = open.get(name);
      if (known) return known;
      const declaration = systems[name];
      if (declaration === undefined)
        throw new BugError('The plan names a system that is not configured', { code: 'configuration', system: name });
      const connector = connect(declaration, { secret: openSecretReader(), now: () => Date.now() });
      open.set(name, connector);
      return connector;
    },
  };
}
