import { domainModule } from '@minutier/intake';

import { candidacyStream } from './candidacy.state.js';
import { candidateFile } from './candidate-file/candidate-file.projection.js';
import { showCandidateFileSlice } from './candidate-file/candidate-file.query.js';
import { evaluationList } from './candidate-file/evaluation-list.projection.js';
import { enrolCandidateSlice } from './enrol-candidate/enrol-candidate.slice.js';

/** What this library brings: its stream, its commands and its read model. */
export const candidacyModule = domainModule({
  name: 'candidacy',
  streams: [candidacyStream],
  projections: [candidateFile, evaluationList],
  reactions: [],
  slices: [enrolCandidateSlice, showCandidateFileSlice],
});
