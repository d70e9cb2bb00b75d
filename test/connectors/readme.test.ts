/** The connector of the README is real: it is type-checked, runs, and is as short as promised. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Row } from '../../lib/connectors/connector.ts';
import { declareHttp, portWith } from './declarations.ts';
import { startPretendSystem, type PretendSystem } from './pretend-system.ts';
import { createWarehouseConnector } from './warehouse-connector.ts';

let warehouse: PretendSystem;
beforeAll(async () => {
  warehouse = await startPretendSystem();
});
afterAll(async () => warehouse.close());

const code = readFileSync('lib/connectors/README.md', 'utf8').split('```ts\n')[1]!.split('```')[0]!;

it('the example in the README is the one that is tested, in at most forty lines of code', () => {
  const tested = readFileSync('test/connectors/warehouse-connector.ts', 'utf8');
  expect(tested.replaceAll('../../lib/domain/', '../domain/').replaceAll('../../lib/connectors/', './')).toBe(code);
  expect(code.split('\n').filter((line) => line.trim() !== '' && !/^(import|\/\*\*)/.test(line)).length).toBeLessThanOrEqual(40);
});

it('the example finds, exports, erases and verifies', async () => {
  let parcels = [{ id: 1 }, { id: 2 }];
  warehouse.answer(({ url }) => {
    const held = parcels;
    if (url === '/erase') parcels = [];
    return { json: held };
  });
  const system = declareHttp({
    parcels: {
      label: 'Parcels',
      columns: { id: 'x' },
      erasure: 'delete',
      export: { method: 'GET', path: '/{identifier.customerId}', rows: '$' },
      erase: { method: 'DELETE', path: '/' },
    },
  });
  const connector = createWarehouseConnector(system, portWith(JSON.stringify({ url: warehouse.url, token: 't' })));
  const subject = { identifiers: { customerId: ['7'] } };
  const rows: Row[] = [];
  expect((await connector.find(subject)).found).toEqual({ parcels: 2 });
  await connector.export({
    subject,
    until: Infinity,
    write: async (_, page) => {
      rows.push(...page);
    },
  });
  expect(rows).toEqual([{ id: 1 }, { id: 2 }]);
  expect((await connector.verify(subject)).left).toEqual({ parcels: 2 });
  expect((await connector.erase(subject)).erased).toEqual({ parcels: 2 });
  expect(await connector.verify(subject)).toEqual({ left: {}, kept: {} });
  warehouse.answer(() => ({ status: 502 }));
  await expect(connector.find(subject)).rejects.toMatchObject({ name: 'TransientError' });
});
