import { type Client, type Connection, Query } from 'pg';
import { prepareValue } from 'pg/lib/utils.js';

/** A statement as it is asked: with a name, the connection parses and plans it once. */
export interface Asked {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** What PostgreSQL answered to one statement. */
export interface Answer {
  readonly rows: readonly unknown[];
  readonly rowCount: number | null;
  readonly command: string;
}

interface Column {
  readonly name: string;
  readonly read: (text: string) => unknown;
}

/** What the rows of a statement look like. */
interface Shape {
  readonly columns: readonly Column[];
  /** A row without its values: one that is copied has all its places at once, instead of one more at every column. */
  readonly blank: Readonly<Record<string, unknown>>;
}

/** A column as PostgreSQL describes it. */
interface Described {
  readonly name: string;
  readonly dataTypeID: Parameters<Client['getTypeParser']>[0];
}

interface Step {
  readonly asked: Asked;
  readonly values: (string | Buffer | null)[];
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
  readonly rows: unknown[];
  shape: Shape | null;
  /** True where this trip has the statement parsed under its name. */
  parses: boolean;
  answer: Answer | null;
  /** What reading its rows threw, which must not reach the connection's parser. */
  unread: unknown;
}

/** What the driver knows of a connection beside what its types say: the texts parsed under each name. */
interface Names {
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
}

/** What a statement with a name gives, by connection: PostgreSQL refuses to run one whose columns have changed. */
const shapes = new WeakMap<Connection, Map<string, Shape>>();

const shapesOf = (connection: Connection): Map<string, Shape> => {
  const known = shapes.get(connection);
  if (known !== undefined) return known;
  const made = new Map<string, Shape>();
  shapes.set(connection, made);
  return made;
};

/** What a statement gives that gives no rows. */
const NO_ROWS: Shape = { columns: [], blank: {} };

const shapeOf = (columns: readonly Column[]): Shape => ({
  columns,
  blank: Object.fromEntries(columns.map(({ name }) => [name, null])),
});

const rowOf = (
  { columns, blank }: Shape,
  fields: readonly (string | null)[],
): Readonly<Record<string, unknown>> => {
  const row = { ...blank };
  let at = 0;
  for (const { name, read } of columns) {
    const text = fields[at] ?? null;
    if (text !== null) row[name] = read(text);
    at += 1;
  }
  return row;
};

/** The first word, and the last number: `SELECT 3`, `INSERT 0 1`, `COMMIT`. */
const COMMAND = /^(\S+)(?: \d+)*?(?: (\d+))?$/;

type End = Pick<Answer, 'rowCount' | 'command'>;

/** The ends of most statements, which are few: what each says is read once. */
const ends = new Map<string, End>();
const ENDS_KEPT = 200;

const endOf = (text: string): End => {
  const known = ends.get(text);
  if (known !== undefined) return known;
  const [, command = '', count] = COMMAND.exec(text) ?? [];
  const end = { rowCount: count === undefined ? null : Number(count), command };
  if (ends.size < ENDS_KEPT) ends.set(text, end);
  return end;
};

/**
 * Several statements that leave in one packet and are answered in one: a single Sync ends them, where the driver's own
 * pipeline sends one behind each statement, and each costs PostgreSQL a packet and both sides a wake-up. Columns of a
 * statement with a name are described once a connection. Where one statement fails, PostgreSQL skips those behind it: they
 * fail with the same error. A subclass of the driver's query, so that its queue, timeouts and broken connections hold.
 */
export class Trip extends Query {
  /** The driver asks a query for the statement just parsed. */
  name: string | undefined;
  text = '';
  /** Told once by the driver's queue when all is over; it stops its timer with it. */
  callback: (error: unknown) => void = () => undefined;

  private readonly steps: Step[] = [];
  private readonly shapes: Map<string, Shape>;
  private at = 0;

  constructor(private readonly client: Client) {
    // Of a text alone the driver copies no settings, property by property, at every trip.
    super('');
    this.shapes = shapesOf(client.connection);
  }

  /** Adds a statement to a trip that has not left yet. */
  async ask(asked: Asked): Promise<Answer> {
    // The driver's own function takes a second argument, which is not for us.
    const values = (asked.values ?? []).map((value) => prepareValue(value));
    return new Promise((settle, fail) => {
      this.steps.push({
        asked,
        values,
        settle,
        fail,
        rows: [],
        shape: null,
        parses: false,
        answer: null,
        unread: null,
      });
    });
  }

  override submit = (connection: Connection): void => {
    const { stream } = connection;
    stream.cork();
    for (const step of this.steps) this.write(connection, step);
    connection.sync();
    stream.uncork();
    this.turnTo(0);
  };

  handleRowDescription({ fields }: { fields: readonly Described[] }): void {
    const step = this.steps[this.at];
    if (step === undefined) return;
    step.shape = shapeOf(
      fields.map(({ name, dataTypeID }) => ({
        name,
        read: this.client.getTypeParser(dataTypeID, 'text') as (text: string) => unknown,
      })),
    );
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const step = this.steps[this.at];
    if (step === undefined) return;
    try {
      step.rows.push(rowOf(step.shape ?? NO_ROWS, fields));
    } catch (error) {
      step.unread ??= error;
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    const step = this.steps[this.at];
    if (step === undefined) return;
    step.answer = { rows: step.rows, ...endOf(text) };
    const { name } = step.asked;
    if (name !== undefined) this.shapes.set(name, step.shape ?? NO_ROWS);
    this.turnTo(this.at + 1);
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  handleReadyForQuery(): void {
    this.callback(null);
    for (const { answer, unread, settle, fail } of this.steps)
      if (answer !== null && unread === null) settle(answer);
      else fail(unread ?? new Error('PostgreSQL has not answered this statement'));
  }

  handleError(error: unknown): void {
    const { submittedNamedStatements } = this.names;
    for (const { answer, asked, parses, settle, fail } of this.steps)
      if (answer !== null) settle(answer);
      else {
        // Skipped, and so never parsed: the next trip has to do it.
        if (parses && asked.name !== undefined) Reflect.deleteProperty(submittedNamedStatements, asked.name);
        fail(error);
      }
    this.callback(error);
  }

  private get names(): Names {
    return this.client.connection as Connection & Names;
  }

  private turnTo(at: number): void {
    this.at = at;
    const asked = this.steps[at]?.asked;
    this.name = asked?.name;
    this.text = asked?.text ?? '';
  }

  private write(connection: Connection, step: Step): void {
    const { name, text } = step.asked;
    const { parsedStatements, submittedNamedStatements } = this.names;
    if (name === undefined || (parsedStatements[name] ?? submittedNamedStatements[name]) === undefined) {
      connection.parse({ name: name ?? '', text, types: [] }, true);
      step.parses = true;
      if (name !== undefined) submittedNamedStatements[name] = text;
    }
    connection.bind({ statement: name ?? '', values: step.values }, true);
    step.shape = name === undefined ? null : (this.shapes.get(name) ?? null);
    if (step.shape === null) connection.describe({ type: 'P' }, true);
    connection.execute({ portal: '' }, true);
  }
}

/** What is asked on a connection before the process waits leaves as one trip. */
export class Trips {
  private open: Trip | null = null;

  constructor(private readonly client: Client) {}

  /** Asks a statement with the others of this moment. */
  async ask(asked: Asked): Promise<Answer> {
    return this.opened().ask(asked);
  }

  /** Lets what waits leave now, before something that is asked beside it. */
  leave(): void {
    const trip = this.open;
    this.open = null;
    if (trip !== null) this.client.query(trip);
  }

  private opened(): Trip {
    if (this.open !== null) return this.open;
    const trip = new Trip(this.client);
    this.open = trip;
    process.nextTick(() => {
      if (this.open === trip) this.leave();
    });
    return trip;
  }
}
