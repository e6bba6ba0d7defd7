import { appendContract } from './append.contract.js';
import { contentContract } from './content.contract.js';
import { logContract } from './log.contract.js';
import type { OpenedLedger, OpenLedger } from './opened-ledger.js';

/** What every event store MUST do, whatever it is made of. */
export function eventStoreContract(name: string, open: OpenLedger): void {
  describe(`the event store contract, on ${name}`, () => {
    const opened: OpenedLedger[] = [];
    const openOne: OpenLedger = async () => {
      const ledger = await open();
      opened.push(ledger);
      return ledger;
    };
    afterEach(async () => {
      for (const { close } of opened.splice(0)) await close();
    });
    appendContract(openOne);
    contentContract(openOne);
    logContract(openOne);
  });
}
