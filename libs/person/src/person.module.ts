import { domainModule } from '@minutier/intake';

import { PersonFileController } from './person-file/person-file.controller.js';
import { personFile } from './person-file/person-file.projection.js';
import { ShowPersonHandler } from './person-file/person-file.query.js';
import { personStream } from './person.state.js';
import { RecordIdentityController } from './record-identity/record-identity.controller.js';
import { RecordIdentityHandler } from './record-identity/record-identity.handler.js';
import { RegisterActorController } from './register-actor/register-actor.controller.js';
import { RegisterActorHandler } from './register-actor/register-actor.handler.js';

/** What this library brings: its stream, its commands and its read model. */
export const personModule = domainModule({
  name: 'person',
  streams: [personStream],
  projections: [personFile],
  reactions: [],
  slices: [
    [RecordIdentityController, RecordIdentityHandler],
    [PersonFileController, ShowPersonHandler],
    [RegisterActorController, RegisterActorHandler],
  ],
});
