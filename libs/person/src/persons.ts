import { Injectable } from '@nestjs/common';

import type { RecordedCommand } from '@minutier/intake';
import {
  type Decision,
  type ExecutionOptions,
  Ledger,
  type Receipt,
  refuse,
  type SealedCommand,
} from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import type { PersonEvent } from './person.events.js';
import { type Person, personStream } from './person.state.js';

/** A command about one person. */
type OnPerson = RecordedCommand<unknown> & { readonly personId: string };

/** Executes commands about persons, and says who is one: recorded here, or known to the vault in the institution. */
@Injectable()
export class Persons {
  constructor(
    private readonly ledger: Ledger,
    private readonly vault: Vault,
  ) {}

  /** Gives a command to a person's stream; its texts are sealed under that person's keys. */
  async act<Given extends OnPerson, Code extends string>(
    command: Given,
    decide: (command: SealedCommand<Given>, person: Person) => Decision<PersonEvent, Code>,
    options: ExecutionOptions = {},
  ): Promise<Receipt> {
    const { personId } = command;
    const isKnown = await this.isKnown(personId);
    return this.ledger.execute<Person, PersonEvent, Given, Code | 'PERSON_NOT_FOUND'>(
      personStream,
      personId,
      command,
      (sealed, person) => (isKnown ? decide(sealed, person) : refusedUnknown()),
      // Nobody gets no key.
      isKnown ? { ...options, personId } : options,
    );
  }

  /** Whether anybody is known under that id. */
  async isKnown(personId: string): Promise<boolean> {
    const { revision } = await this.ledger.load(personStream, personId);
    return revision >= 0 || (await this.vault.actor(personId)) !== undefined;
  }

  /** Whether that is somebody who can stand for another: an identity is recorded, or the institution knows him. */
  async isSomebody(personId: string): Promise<boolean> {
    const { status } = await this.of(personId);
    return status === 'known' || (await this.vault.actor(personId)) !== undefined;
  }

  /** A person as the stream stands. */
  async of(personId: string): Promise<Person> {
    return (await this.ledger.load(personStream, personId)).state;
  }

  /** The persons into whom one is merged, from survivor to survivor. */
  async survivorsOf(personId: string): Promise<readonly string[]> {
    const survivors: string[] = [];
    for (let at = (await this.of(personId)).mergedInto; at !== null && !survivors.includes(at);) {
      survivors.push(at);
      at = (await this.of(at)).mergedInto;
    }
    return survivors;
  }
}

function refusedUnknown() {
  return refuse('PERSON_NOT_FOUND', undefined, 'Cette personne n’existe pas.', 'There is no such person.');
}
