#!/usr/bin/env node
/** The verifier alone: `npm run build:verify` makes one file of it that needs nothing but Node. */
import { runVerify } from '../lib/receipts/verify-command.ts';
import { TERMINAL } from './commands/terminal.ts';

process.exitCode = await runVerify(process.argv.slice(2), TERMINAL);
