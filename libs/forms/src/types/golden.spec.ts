import { LOCALES, type Completeness } from '@soc-coop/contracts';

import EX03_GOLDEN from '../../golden/EX03.json';
import EX11_GOLDEN from '../../golden/EX11.json';
import { checkDefinition } from '../check/check-definition';
import type { ExchangeFormDefinition } from '../definition';
import { describe as describeContent, type DescribedValue } from '../describe';
import { settleContent } from '../rules/settle';
import { askedQuestions } from '../rules/visibility';
import type { JsonObject } from '../schema/json-schema';
import { validateSubject } from '../subject/subject';
import { validateAnswer, validateRequest } from '../validate';
import { EXCHANGE_TYPE_CATALOGUE } from './catalogue';
import { formDefinition } from './registry';

/** Whole documents as they were sent once: a change under which one of them is refused breaks what is kept. */
interface Golden {
  readonly type: string;
  readonly version: number;
  readonly subject: JsonObject;
  readonly request: JsonObject;
  readonly completeness: Completeness;
  readonly answer: JsonObject;
}

const isCompleteness = (text: string): text is Completeness => ['FULL', 'PART', 'NEG'].includes(text);
const golden = ({
  completeness,
  ...rest
}: Omit<Golden, 'completeness'> & { completeness: string }): Golden => {
  if (!isCompleteness(completeness)) throw new Error(`${completeness} is no completeness`);
  return { ...rest, completeness };
};
const GOLDEN: readonly Golden[] = [golden(EX03_GOLDEN), golden(EX11_GOLDEN)];
const TODAY = '2026-11-22';

const definitionOf = ({ type, version }: Golden): ExchangeFormDefinition => {
  const definition = formDefinition(type, version);
  if (definition === null) throw new Error(`${type}@${version} is not published`);
  return definition;
};

/** The codes and the words shown for them, wherever they stand. */
const words = (value: DescribedValue | null): readonly (readonly [string, string])[] => {
  switch (value?.kind) {
    case 'code':
      return [[value.code, value.text]];
    case 'codes':
      return value.items.map(({ code, text }) => [code, text] as const);
    case 'group':
      return value.entries.flatMap((entry) => words(entry.value));
    case 'rows':
      return value.rows.flatMap((row) => row.flatMap(words));
    default:
      return [];
  }
};

describe.each(GOLDEN.map((item) => [`${item.type}@${item.version}`, item] as const))(
  'the golden documents of %s',
  (_, item) => {
    const definition = definitionOf(item);
    const { request, answer, subject, completeness } = item;

    it('may be sent', () => {
      expect(validateRequest(definition, request, { today: TODAY })).toEqual([]);
      expect(validateSubject(definition, subject, { today: TODAY, content: request })).toEqual([]);
      expect(validateAnswer(definition, request, answer, { today: TODAY, completeness })).toEqual([]);
    });

    it('are as settled as they get', () => {
      expect(settleContent(definition.request, request)).toEqual(request);
      expect(settleContent(definition.answer, answer, { request })).toEqual(answer);
    });

    it.each(LOCALES)('are worded in %s, down to the last code', (locale) => {
      const sections = [
        ...describeContent(definition, 'request', request, locale),
        ...describeContent(definition, 'answer', answer, locale, { request }),
      ];
      const shown = sections.flatMap(({ entries }) => entries.flatMap(({ value }) => words(value)));
      expect(shown.length).toBeGreaterThan(5);
      expect(shown.filter(([code, text]) => code === text)).toEqual([]);
    });

    it('answer every question asked', () => {
      const sections = describeContent(definition, 'answer', answer, 'en', { request });
      const answered = sections.flatMap(({ question }) => question ?? []);
      expect(answered).toEqual(askedQuestions(definition.request, request));
    });
  },
);

describe('every type that can be opened', () => {
  it.each(EXCHANGE_TYPE_CATALOGUE.filter(({ available }) => available).map(({ code }) => code))(
    '%s has a definition without a defect',
    (code) => {
      expect(formDefinition(code)).not.toBeNull();
      expect(checkDefinition(formDefinition(code))).toEqual([]);
    },
  );

  it.each(EXCHANGE_TYPE_CATALOGUE.filter(({ available }) => !available).map(({ code }) => code))(
    '%s has none yet, and is not offered',
    (code) => expect(formDefinition(code)).toBeNull(),
  );
});
