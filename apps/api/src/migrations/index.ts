import { CreatePlatform1795000001000 } from './1795000001000-create-platform';
import { CreateDirectory1795000002000 } from './1795000002000-create-directory';
import { CreateAccess1795000003000 } from './1795000003000-create-access';
import { CreateAgreements1795000004000 } from './1795000004000-create-agreements';
import { CreateTrainings1795000005000 } from './1795000005000-create-trainings';
import { CreateExchanges1795000006000 } from './1795000006000-create-exchanges';
import { CreateNotices1795000007000 } from './1795000007000-create-notices';
import { AddDatesCorrectionsReopening1795000008000 } from './1795000008000-add-dates-corrections-reopening';
import { CreateFiles1795000010000 } from './1795000010000-create-files';
import { SealContentsAndIndexSearch1795000011000 } from './1795000011000-seal-contents-and-index-search';
import { HandOverAndApprove1795000009000 } from './1795000009000-hand-over-and-approve';
import { EditCalendars1795000014000 } from './1795000014000-edit-calendars';
import { CreateReceipts1795000015000 } from './1795000015000-create-receipts';
import { IndexListSorts1795000016000 } from './1795000016000-index-list-sorts';
import { CreateSavedViews1795000017000 } from './1795000017000-create-saved-views';
import { CoverTurns1795000019000 } from './1795000019000-cover-turns';
import { ApproveCorrections1795000020000 } from './1795000020000-approve-corrections';
import { KeepPartnerSystems1795000021000 } from './1795000021000-keep-partner-systems';
import { CountSearches1795000022000 } from './1795000022000-count-searches';
import { QuickenLooks1795000023000 } from './1795000023000-quicken-looks';
import { EaseMoves1795000024000 } from './1795000024000-ease-moves';
import { NarrowSearch1795000026000 } from './1795000026000-narrow-search';

/** Every migration in order. Once released a migration is never edited; a mistake is mended by a new one. */
export const MIGRATIONS = [
  CreatePlatform1795000001000,
  CreateDirectory1795000002000,
  CreateAccess1795000003000,
  CreateAgreements1795000004000,
  CreateTrainings1795000005000,
  CreateExchanges1795000006000,
  CreateNotices1795000007000,
  AddDatesCorrectionsReopening1795000008000,
  HandOverAndApprove1795000009000,
  CreateFiles1795000010000,
  SealContentsAndIndexSearch1795000011000,
  EditCalendars1795000014000,
  CreateReceipts1795000015000,
  IndexListSorts1795000016000,
  CreateSavedViews1795000017000,
  CoverTurns1795000019000,
  ApproveCorrections1795000020000,
  KeepPartnerSystems1795000021000,
  CountSearches1795000022000,
  QuickenLooks1795000023000,
  EaseMoves1795000024000,
  NarrowSearch1795000026000,
] as const;
