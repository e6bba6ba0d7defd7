import { domainModule } from '@minutier/intake';

import { personFile } from './person-file/person-file.projection.js';
import { showPersonSlice } from './person-file/person-file.query.js';
import { personStream } from './person.state.js';
import { recordIdentitySlice } from './record-identity/record-identity.slice.js';
import { RegisterActorController } from './register-actor/register-actor.controller.js';
import { RegisterActorHandler } from './register-actor/register-actor.handler.js';

/** What this library brings: its stream, its commands and its read model. */
export const personModule = domainModule({
  name: 'person',
  streams: [personStream],
  projections: [personFile],
  reactions: [],
  slices: [recordIdentitySlice, showPersonSlice, [RegisterActorController, RegisterActorHandler]],
});
