import { domainModule } from '@minutier/intake';

import { candidacyStream } from './candidacy.state.js';
import { CandidateFileController } from './candidate-file/candidate-file.controller.js';
import { candidateFile } from './candidate-file/candidate-file.projection.js';
import { ShowCandidateFileHandler } from './candidate-file/candidate-file.query.js';
import { evaluationList } from './candidate-file/evaluation-list.projection.js';
import { EnrolCandidateController } from './enrol-candidate/enrol-candidate.controller.js';
import { EnrolCandidateHandler } from './enrol-candidate/enrol-candidate.handler.js';

/** What this library brings: its stream, its commands and its read model. */
export const candidacyModule = domainModule({
  name: 'candidacy',
  streams: [candidacyStream],
  projections: [candidateFile, evaluationList],
  reactions: [],
  slices: [
    [EnrolCandidateController, EnrolCandidateHandler],
    [CandidateFileController, ShowCandidateFileHandler],
  ],
});
