import { LIMITS } from '@soc-coop/contracts';
import { isIsoDate, isWellFormedText } from '@soc-coop/domain';

import { MOST_PROBLEMS, problem, type FormProblem } from '../problems';
import { isJsonArray, isJsonObject, joinPath, shownName } from './values';

/** Forms nest an answer, its question, a table, a row, a block: twice that is nobody's honest form. */
const DEEPEST = 12;
/** Values of all kinds in one content. */
const MOST_VALUES = 20_000;

/** What holds for every content whatever its type: bounded, well-formed, no blank texts, periods in order. */
class BoundsRun {
  readonly problems: FormProblem[] = [];
  private seen = 0;

  constructor(private readonly partial: boolean) {}

  visit(value: unknown, path: string, depth: number): void {
    this.seen += 1;
    if (this.problems.length >= MOST_PROBLEMS) return;
    if (typeof value === 'string') this.text(value, path);
    else if (isJsonArray(value)) value.forEach((item, at) => this.enter(item, joinPath(path, at), depth));
    else if (isJsonObject(value)) this.object(value, path, depth);
  }

  private enter(value: unknown, path: string, depth: number): void {
    if (depth < DEEPEST && this.seen < MOST_VALUES) this.visit(value, path, depth + 1);
    else if (!this.problems.some(({ code }) => code === 'tooLarge'))
      this.problems.push(problem('', 'tooLarge'));
  }

  private object(value: Readonly<Record<string, unknown>>, path: string, depth: number): void {
    for (const [name, member] of Object.entries(value))
      this.enter(member, joinPath(path, shownName(name)), depth);
    const { from, to } = value;
    if (!this.partial && isReversed(from, to)) {
      this.problems.push(problem(joinPath(path, 'to'), 'dateOrder'));
    }
  }

  private text(value: string, path: string): void {
    if (value.length > 2 * LIMITS.freeText) {
      this.problems.push(problem(path, 'tooLong', { max: LIMITS.freeText }));
    } else if (!isWellFormedText(value)) this.problems.push(problem(path, 'characters'));
    else if (!this.partial && value.trim() === '') this.problems.push(problem(path, 'required'));
  }
}

const isDate = (value: unknown): value is string => typeof value === 'string' && isIsoDate(value);
const isMonth = (value: unknown): value is string => typeof value === 'string' && isDate(`${value}-01`);

/** Days and months are written year first, so their texts compare as they do; a day and a month do not. */
const isReversed = (from: unknown, to: unknown): boolean =>
  ((isDate(from) && isDate(to)) || (isMonth(from) && isMonth(to))) && to < from;

/** Checks a content before its type is asked; the cost is bounded whatever was sent. */
export const checkBounds = (content: unknown, partial: boolean): readonly FormProblem[] => {
  const run = new BoundsRun(partial);
  run.visit(content, '', 0);
  return run.problems;
};
