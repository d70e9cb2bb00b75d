/** Serves a template in a process of its own and prints its address, for tests that kill it. */
import { startSmallAws } from '../../lib/local/small-aws.ts';

const [templateDir, dataDir] = process.argv.slice(2) as [string, string];
const { url, awsUrl, operator } = await startSmallAws({ templateDir, dataDir, port: 0, services: () => [] });
process.stdout.write(`${JSON.stringify({ url, awsUrl, operator })}\n`);
