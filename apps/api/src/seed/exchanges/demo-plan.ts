import type { PlotName } from './demo-plots';

/** The offices that ask each other most, across the river; the first pair is the one people sign in to first. */
export const HOME: Route = { from: 'RO-AJPIS-CT', to: 'BG-RDSA-DOB' };

/** Who asks whom, by the codes of the units. */
export interface Route {
  readonly from: string;
  readonly to: string;
}

const PAIRS: readonly Route[] = [
  { from: 'RO-AJPIS-MH', to: 'BG-RDSA-VID' },
  { from: 'RO-AJPIS-DJ', to: 'BG-RDSA-VID' },
  { from: 'RO-AJPIS-DJ', to: 'BG-RDSA-MON' },
  { from: 'RO-AJPIS-DJ', to: 'BG-RDSA-VRC' },
  { from: 'RO-AJPIS-OT', to: 'BG-RDSA-PVN' },
  { from: 'RO-AJPIS-TR', to: 'BG-RDSA-PVN' },
  { from: 'RO-AJPIS-TR', to: 'BG-RDSA-VTR' },
  { from: 'RO-AJPIS-GR', to: 'BG-RDSA-RSE' },
  { from: 'RO-AJPIS-CL', to: 'BG-RDSA-SLS' },
];

/** The route the other way round. */
export const reversed = ({ from, to }: Route): Route => ({ from: to, to: from });

/** The other natural pairs, both ways. */
export const ROUTES: readonly Route[] = PAIRS.flatMap((pair) => [pair, reversed(pair)]);

/** The office a request is forwarded to: a neighbour of the same country. */
export const NEIGHBOURS: Readonly<Record<string, string>> = {
  'RO-AJPIS-CT': 'RO-AJPIS-CL',
  'RO-AJPIS-CL': 'RO-AJPIS-CT',
  'RO-AJPIS-MH': 'RO-AJPIS-DJ',
  'RO-AJPIS-DJ': 'RO-AJPIS-MH',
  'RO-AJPIS-OT': 'RO-AJPIS-TR',
  'RO-AJPIS-TR': 'RO-AJPIS-OT',
  'RO-AJPIS-GR': 'RO-AJPIS-TR',
  'BG-RDSA-DOB': 'BG-RDSA-SLS',
  'BG-RDSA-SLS': 'BG-RDSA-RSE',
  'BG-RDSA-RSE': 'BG-RDSA-SLS',
  'BG-RDSA-VID': 'BG-RDSA-MON',
  'BG-RDSA-MON': 'BG-RDSA-VID',
  'BG-RDSA-VRC': 'BG-RDSA-MON',
  'BG-RDSA-PVN': 'BG-RDSA-VTR',
  'BG-RDSA-VTR': 'BG-RDSA-PVN',
};

/** What the first pair sees, in each direction: every state there is without a second officer. */
export const HOME_PLOTS: readonly PlotName[] = [
  'ACCEPTED',
  'SENT',
  'ANSWERED',
  'CLOSED',
  'DRAFT',
  'ACCEPTED_SOON',
  'CLARIFYING',
  'CLOSED_CLARIFIED',
  'REFUSED',
  'SENT_OVERDUE',
  'DATE_PROPOSED',
  'CLOSED',
  'ANSWERED_CORRECTED',
  'ACCEPTED_OVERDUE',
  'REOPENING_ASKED',
  'CLOSED_PART',
  'FORWARDED',
  'DRAFT',
  'REOPENED',
  'WITHDRAWN',
  'ASSIGNED',
  'CLOSED_DATE',
  'INVALIDATED',
  'DECLINED',
  'REMINDED',
  'REOPENED_CLOSED',
  'CLOSED_REMINDED',
];

/** How often each course is taken between the other offices. */
export const POOL: readonly (readonly [PlotName, number])[] = [
  ['CLOSED', 17],
  ['CLOSED_PART', 6],
  ['CLOSED_NEG', 3],
  ['CLOSED_CLARIFIED', 6],
  ['CLOSED_DATE', 4],
  ['CLOSED_REMINDED', 4],
  ['CLOSED_CORRECTED', 3],
  ['CLOSED_REFUSED', 3],
  ['CLOSED_FORWARDED', 3],
  ['WITHDRAWN', 3],
  ['INVALIDATED', 2],
  ['REOPENED_CLOSED', 2],
  ['DECLINED', 1],
  ['DISCARDED', 1],
  ['DRAFT', 3],
  ['SENT', 3],
  ['SENT_OVERDUE', 1],
  ['SENT_REMINDED', 1],
  ['FORWARDED', 1],
  ['ACCEPTED', 4],
  ['ACCEPTED_SOON', 2],
  ['ACCEPTED_OVERDUE', 2],
  ['REMINDED', 1],
  ['CLARIFYING', 2],
  ['CLARIFIED', 1],
  ['DATE_PROPOSED', 1],
  ['DATE_AGREED', 1],
  ['ANSWERED', 4],
  ['ANSWERED_PART', 2],
  ['REFUSED', 1],
  ['REOPENING_ASKED', 1],
  ['REOPENED', 1],
  ['TAKEN_OVER', 1],
];

/** What offices add that ask for a second officer: drafts that wait for one, drafts that came back. */
export const FOUR_EYES_PLOTS: readonly (readonly [Route, PlotName])[] = [
  [{ from: 'RO-AJPIS-DJ', to: 'BG-RDSA-VRC' }, 'PENDING'],
  [{ from: 'RO-AJPIS-DJ', to: 'BG-RDSA-MON' }, 'PENDING'],
  [{ from: 'RO-AJPIS-DJ', to: 'BG-RDSA-VID' }, 'SENT_BACK'],
  [{ from: 'BG-RDSA-VRC', to: 'RO-AJPIS-DJ' }, 'PENDING'],
  [{ from: 'BG-RDSA-VRC', to: 'RO-AJPIS-DJ' }, 'SENT_BACK'],
];
