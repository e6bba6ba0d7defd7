import { RecordedCommand } from '@minutier/intake';
import type { KeyClass } from '@minutier/ledger';

/** Destroys the keys of a decided erasure; given by reaction alone. */
export class DestroyKeys extends RecordedCommand {
  readonly personId!: string;
  readonly erasureId!: string;
  readonly classes!: readonly KeyClass[];
}
