import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { personStream } from '../person.state.js';
import { ReportMerge } from './report-merge.command.js';
import { reportMerge } from './report-merge.decide.js';

export const reportMergeSlice = commandSlice(ReportMerge, {
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(personStream, command.personId, command, reportMerge),
});
