import type { Line } from '../measure/matrix';
import { type OperationName, OPERATIONS } from '../operations/operation';
import { type Goal, goals, ratioTo } from './goals';
import type { Result } from './result';
import { CONTENDER_TITLES, OPERATION_TITLES } from './titles';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const verdict = ({ reached }: Goal): string => (reached === null ? '–' : reached ? 'reached' : '**missed**');

const goalTable = (result: Result): string =>
  table(
    ['Goal', 'Wanted', 'Found', '', 'Processor time'],
    goals(result).map((goal) => [goal.name, goal.wanted, goal.shown, verdict(goal), goal.why ?? '']),
  );

const times = (ratio: number | null): string => (ratio === null ? '' : ratio.toFixed(2));

/** What is known of answers; where there were none, nothing is. */
const perAnswer = ({ perSecond, ...line }: Line): readonly [string, string] =>
  perSecond === 0
    ? ['–', '–']
    : [`${line.p50} / ${line.p97} / ${line.p99}`, `${line.nodeMs} / ${line.databaseMs}`];

const lineCells = (result: Result, line: Line): string[] => [
  String(line.connections),
  CONTENDER_TITLES[line.contender],
  line.failed === 0 ? String(line.perSecond) : `${line.perSecond} (${line.failed} failed)`,
  ...perAnswer(line),
  String(Math.round(line.rssMb)),
  line.contender === 'ours' ? '' : times(ratioTo(result, line.operation, line.contender, line.connections)),
];

const operationPart = (result: Result, operation: OperationName): string[] => {
  const lines = result.lines.filter((line) => line.operation === operation);
  if (lines.length === 0) return [];
  return [
    `### ${OPERATION_TITLES[operation]}`,
    `![Requests per second, 16 at a time](performance/${operation}.svg)`,
    table(
      [
        'At a time',
        'Server',
        'Per second',
        'p50 / p97.5 / p99 ms',
        'CPU node / database ms',
        'MB',
        'Ours is x times',
      ],
      lines.map((line) => lineCells(result, line)),
    ),
  ];
};

const costTable = ({ costs }: Result): string =>
  table(
    ['One call of ours', 'Database ms', 'Statements', 'The dearest ms', 'How it begins'],
    OPERATIONS.flatMap((operation) => {
      const cost = costs[operation];
      if (cost === undefined) return [];
      const figures = [cost.perCallMs, cost.statementsPerCall, cost.dearestMs].map(String);
      return [[OPERATION_TITLES[operation], ...figures, `\`${cost.dearest}\``]];
    }),
  );

const startTable = ({ starts }: Result): string =>
  table(
    ['Server', 'First answer ms', 'Idle MB'],
    starts.map((start) => [
      CONTENDER_TITLES[start.contender],
      String(start.firstAnswerMs),
      String(start.idleRssMb),
    ]),
  );

const kneePart = ({ knee }: Result): string[] => {
  if (knee === null) return [];
  const { held } = knee;
  return [
    '### Under a steady stream',
    `Requests of the inbox come at a fixed rate, whether the server keeps up or not; a latency counts from the instant
the request was due. The knee is the highest rate of the ladder at which 99 of 100 answers came within 500 ms and
none failed: ${knee.kneePerSecond} per second. At 70 % of it (${knee.heldPerSecond} per second):
${held.answered} of ${held.offered} answered, ${held.failed} failed, p50 ${held.p50} ms, p95 ${held.p95} ms, p99 ${held.p99} ms;
memory ${held.rssFirstMb} MB at the beginning, ${held.rssLastMb} MB at the end, slope ${held.rssSlopeMb} MB a minute.`,
    table(
      ['Offered per second', 'p99 ms', 'Failed'],
      knee.ladder.map(({ perSecond, p99, failed }) => [perSecond, p99, failed].map(String)),
    ),
  ];
};

const dataPart = ({ data, machine, versions, date, mode, commit, plan }: Result): string =>
  `Run of ${date} (${mode}${commit === '' ? '' : `, commit ${commit}`}) on ${machine.cores} cores and ${machine.memoryGb} GiB, ${machine.platform}: ${data.exchanges.toLocaleString('en')} exchanges,
${data.messages.toLocaleString('en')} messages, ${data.moves.toLocaleString('en')} moves, ${data.persons.toLocaleString('en')} persons (${data.databaseMb} MB, seed ${data.seed}), skewed over the units of the directory
by 1 / rank. Each server answers ${plan.firstWarmUp} s of an operation before any cell of it; each cell: ${plan.warmUp} s of warm-up, ${plan.seconds} s counted, ${plan.rounds} ${plan.rounds === 1 ? 'round' : 'rounds'}, medians. ${Object.entries(
    versions,
  )
    .map(([name, version]) => `${name} ${version}`)
    .join(' · ')}.`;

const growthPart = ({ growth }: Result): string =>
  growth === null
    ? ''
    : `The same page costs ${growth.small.perCallMs} ms at ${growth.smallExchanges.toLocaleString('en')} exchanges and ${growth.large.perCallMs} ms at ${growth.largeExchanges.toLocaleString('en')}: x ${growth.ratio}.`;

/** The generated part of the page on performance. */
export const markdown = (result: Result): string =>
  [
    '## What was found',
    dataPart(result),
    '### Goals',
    goalTable(result),
    ...OPERATIONS.flatMap((operation) => operationPart(result, operation)),
    '### What a call costs the database',
    'Execution time of all statements of one call, measured one call at a time by `pg_stat_statements`.',
    costTable(result),
    growthPart(result),
    '### Start and memory',
    startTable(result),
    ...kneePart(result),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
