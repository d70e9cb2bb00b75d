/** The table on the small AWS, by the contract that every DynamoDB has to keep. */
import { storeContract } from '../contracts/store.contract.ts';
import { startSmallCloud, TABLES } from '../small-cloud.ts';

storeContract('the small AWS', async () => {
  const cloud = await startSmallCloud();
  return { client: cloud.clients().dynamodb, table: TABLES.requests, close: () => cloud.close() };
});
