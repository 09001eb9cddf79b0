import { canonicalJson } from '@soc-coop/domain';
import { createHash } from 'node:crypto';

import { COUNTRY_CODES, countryName } from '../lists/countries';
import { askedQuestions, questionFields } from '../rules/visibility';
import { EXCHANGE_TYPE_CATALOGUE } from './catalogue';
import { EX02 } from './ex02';
import { FORM_DEFINITIONS, formDefinition } from './registry';

/**
 * What exchanges are pinned to must never change under them. A change of wording or rule is a new version; only
 * its line is added here.
 */
const PUBLISHED: Readonly<Record<string, string>> = {
  'EX02@1': '9bfe1f7cea2cff65cf5645b200e89b0ffb5e0c09e650837c3f19cfeb1c63e409',
  'EX03@1': 'f259a3b0824f1d175f7e6b887498030b6bb8fe6157d48d4c2b0cf4fb16c513f8',
  'EX11@1': '3c76efea257d3947651a4401521c71917854326943d0d157a92b838f940e2851',
};

describe('published definitions', () => {
  it('are as they were published', () => {
    const digests = FORM_DEFINITIONS.map((definition) => [
      `${definition.code}@${definition.version}`,
      createHash('sha256').update(canonicalJson(definition)).digest('hex'),
    ]);
    expect(Object.fromEntries(digests)).toEqual(PUBLISHED);
  });

  it('are found by code and version, the newest by default', () => {
    expect(formDefinition('EX02')).toBe(EX02);
    expect(formDefinition('EX02', 1)).toBe(EX02);
    expect(formDefinition('EX02', 2)).toBeNull();
    expect(formDefinition('EX98')).toBeNull();
  });
});

describe('the catalogue of types', () => {
  it('has the fourteen types of the domain, and says which can be opened', () => {
    const codes = EXCHANGE_TYPE_CATALOGUE.map(({ code }) => code);
    expect(codes).toEqual(Array.from({ length: 14 }, (_, at) => `EX${String(at + 1).padStart(2, '0')}`));
    expect(EXCHANGE_TYPE_CATALOGUE.filter(({ available }) => available).map(({ code }) => code)).toEqual([
      'EX02',
      'EX03',
      'EX11',
    ]);
  });

  it('agrees with the definitions it has', () => {
    for (const definition of FORM_DEFINITIONS) {
      expect(EXCHANGE_TYPE_CATALOGUE).toContainEqual({
        code: definition.code,
        title: definition.title,
        certificates: definition.certificates,
        urgency: 'NORMAL',
        answerWorkingDays: definition.defaultTerms.answerWorkingDays.NORMAL,
        available: true,
      });
    }
  });
});

describe('EX02', () => {
  it('asks the six questions of the domain, each with a purpose, none by itself', () => {
    expect(questionFields(EX02.request).map(({ question }) => question)).toEqual([
      'Q1',
      'Q2',
      'Q3',
      'Q4',
      'Q5',
      'Q6',
    ]);
    expect(questionFields(EX02.request).every(({ purpose }) => purpose !== undefined)).toBe(true);
    expect(askedQuestions(EX02.request, {})).toEqual([]);
  });

  it('shares nothing that could be changed through it', () => {
    expect(JSON.parse(JSON.stringify(EX02))).toEqual(EX02);
  });
});

describe('countries', () => {
  it('are the 249 of ISO 3166-1, in order, with a name in each language', () => {
    expect(COUNTRY_CODES).toHaveLength(249);
    expect([...COUNTRY_CODES].sort()).toEqual(COUNTRY_CODES);
    for (const code of COUNTRY_CODES) {
      for (const locale of ['ro', 'bg', 'en'] as const) expect(countryName(code, locale)).not.toBe(code);
    }
  });

  it('have no name for what is none', () => expect(countryName('XX', 'ro')).toBe('XX'));
});
