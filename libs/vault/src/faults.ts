import { type KeyClass, LedgerFault } from '@minutier/ledger';

/** The person's key of that class was destroyed, for ever: nothing more can be sealed under it. Do not try again. */
export class PersonErased extends LedgerFault {
  readonly code = 'PERSON_ERASED';
  readonly retryable = false;
  constructor(
    readonly personId: string,
    readonly keyClass: KeyClass,
  ) {
    super(`the ${keyClass} key of person ${personId} was destroyed`);
  }
}

/** The master key file is missing, malformed or not the one that the vault was made under. Put the right file back. */
export class MasterKeyRefused extends LedgerFault {
  readonly code = 'MASTER_KEY_REFUSED';
  readonly retryable = false;
}

/** The file is a vault, but not this one: of another ledger, or of a later version of Minutier. Name the right file. */
export class VaultRefused extends LedgerFault {
  readonly code = 'VAULT_REFUSED';
  readonly retryable = false;
}

/** Another identity or contact stands under that version. Read it again and record yours under the next version. */
export class IdentityVersionTaken extends LedgerFault {
  readonly code = 'IDENTITY_VERSION_TAKEN';
  readonly retryable = false;
  constructor(
    readonly personId: string,
    readonly version: number,
  ) {
    super(`version ${version} of person ${personId} stands with another content`);
  }
}

/** That actor is registered under another name or other roles. Give the new actor an id of its own. */
export class ActorIdTaken extends LedgerFault {
  readonly code = 'ACTOR_ID_TAKEN';
  readonly retryable = false;
  constructor(readonly actorId: string) {
    super(`actor ${actorId} is registered with another name or other roles`);
  }
}
