/** The connector to the warehouse: one SOAP call per verb. */
import type { SystemDeclaration } from '../../lib/domain/configuration.ts';
import { PermanentError, TransientError } from '../../lib/domain/errors.ts';
import type { Connector, ConnectorPort, Row, Subject } from '../../lib/connectors/connector.ts';

export function createWarehouseConnector(system: SystemDeclaration, port: ConnectorPort): Connector {
  const ask = async (verb: string, subject: Subject): Promise<Row[]> => {
    const { url, token } = JSON.parse(await port.secret('/quittance/connectors/warehouse')) as Record<string, string>;
    const answer = await fetch(`${url}/${verb}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ customers: subject.identifiers['customerId'] ?? [] }),
      signal: AbortSignal.timeout(20_000),
    }).catch(() => {
      throw new TransientError('Warehouse: no answer.', { code: 'system-unreachable' });
    });
    if (answer.status >= 500) throw new TransientError(`Warehouse: ${answer.status}.`, { code: 'system-unreachable' });
    if (answer.status !== 200) throw new PermanentError(`Warehouse: ${answer.status}.`, { code: 'system-rejected' });
    return (await answer.json()) as Row[];
  };
  const count = async (subject: Subject): Promise<number> => (await ask('list', subject)).length;
  return {
    datasets: system.datasets,
    needs: ['customerId'],
    find: async (subject) => ({ found: { parcels: await count(subject) }, identifiers: {} }),
    export: async ({ subject, write }) => {
      await write('parcels', await ask('list', subject));
      return { more: false };
    },
    erase: async (subject) => ({ erased: { parcels: (await ask('erase', subject)).length }, kept: {} }),
    verify: async (subject) => {
      const left = await count(subject);
      return { left: left > 0 ? { parcels: left } : {}, kept: {} };
    },
    close: async () => undefined,
  };
}
