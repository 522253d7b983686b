#!/usr/bin/env node
import { Command } from 'commander';

const program = new Command('shisaku')
  .description('Japanese policy evaluation sheets: from PDF to queryable numbers')
  .showHelpAfterError();

await program.parseAsync();
