import { domainModule } from '@minutier/intake';

import { askWhatIfSlice } from './ask-what-if/ask-what-if.slice.js';
import { showBorderlineSlice } from './borderline/borderline.query.js';
import { CohortBoardController } from './cohort-board/cohort-board.controller.js';
import { ShowCohortBoardHandler } from './cohort-board/cohort-board.query.js';
import { listMissingMarksSlice } from './missing-marks/missing-marks.query.js';
import { TranscriptPageController } from './transcript-page/transcript-page.controller.js';
import { ShowTranscriptHandler } from './transcript-page/transcript-page.query.js';
import { Transcripts } from './transcripts.js';

/** What this library brings: the calculation of transcripts, and the pages that show it. */
export const transcriptModule = domainModule({
  name: 'transcript',
  streams: [],
  projections: [],
  reactions: [],
  slices: [
    [TranscriptPageController, ShowTranscriptHandler, Transcripts],
    [CohortBoardController, ShowCohortBoardHandler],
    showBorderlineSlice,
    listMissingMarksSlice,
    askWhatIfSlice,
  ],
});
