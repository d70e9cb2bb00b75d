/** Opens the connector of a declared system. */
import type { SystemDeclaration } from '../domain/configuration.ts';
import type { Connector, ConnectorPort } from './connector.ts';
import { createHttpConnector } from './http-connector.ts';
import { createPostgresConnector } from './postgres-connector.ts';

/** The connector for the system's kind. Nothing is contacted before its first call. */
export function connect(system: SystemDeclaration, port: ConnectorPort): Connector {
  switch (system.kind) {
    case 'postgres':
      return createPostgresConnector(system, port);
    case 'http':
      return createHttpConnector(system, port);
  }
}
