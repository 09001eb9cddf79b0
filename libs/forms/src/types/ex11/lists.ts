import type { CodeEntry } from '../../definition';
import { PURPOSES } from '../../lists/shared';

/** Code lists only EX11 uses. */

/**
 * CL-01 as EX11 has it: the purposes of a single case, for which the social survey is not one, and the purposes
 * of questions that are about no case.
 */
export const GENERAL_PURPOSES: readonly CodeEntry[] = [
  {
    code: 'APPLYING_LAW',
    label: {
      ro: 'aplicarea corectă a legii',
      bg: 'правилно прилагане на закона',
      en: 'correct application of the law',
    },
  },
  {
    code: 'COOPERATION',
    label: {
      ro: 'buna cooperare între instituții',
      bg: 'сътрудничество между институциите',
      en: 'cooperation between the institutions',
    },
  },
  {
    code: 'PLANNING',
    label: { ro: 'analiză și planificare', bg: 'анализ и планиране', en: 'analysis and planning' },
  },
  ...PURPOSES.filter(({ code }) => code !== 'SOCIAL_SURVEY'),
];

/** What the request is about, after the two domains of the agreement and what borders on them. */
export const SUBJECT_AREAS: readonly CodeEntry[] = [
  {
    code: 'BENEFITS',
    label: { ro: 'prestații sociale', bg: 'социални помощи', en: 'social benefits' },
  },
  {
    code: 'INSPECTION',
    label: { ro: 'inspecție socială', bg: 'социална инспекция', en: 'social inspection' },
  },
  {
    code: 'SERVICES',
    label: { ro: 'servicii sociale', bg: 'социални услуги', en: 'social services' },
  },
  {
    code: 'DISABILITY',
    label: {
      ro: 'drepturile persoanelor cu dizabilități',
      bg: 'права на хората с увреждания',
      en: 'rights of persons with disabilities',
    },
  },
  {
    code: 'CHILD_PROTECTION',
    label: { ro: 'protecția copilului', bg: 'закрила на детето', en: 'child protection' },
  },
  {
    code: 'COOPERATION',
    label: {
      ro: 'aplicarea acordului și instruirea personalului',
      bg: 'прилагане на споразумението и обучение на служители',
      en: 'use of the agreement and training of staff',
    },
  },
  { code: 'OTHER', label: { ro: 'alt domeniu', bg: 'друга област', en: 'other area' } },
];

/** What kind of question it is. */
export const TOPICS: readonly CodeEntry[] = [
  {
    code: 'LAW',
    label: {
      ro: 'explicarea legislației',
      bg: 'разяснение на законодателството',
      en: 'explanation of the law',
    },
  },
  { code: 'PROCEDURE', label: { ro: 'procedură', bg: 'процедура', en: 'procedure' } },
  { code: 'CONTACT', label: { ro: 'date de contact', bg: 'данни за контакт', en: 'contact' } },
  { code: 'STATISTICS', label: { ro: 'date statistice', bg: 'статистически данни', en: 'statistics' } },
  {
    code: 'DOCUMENT_COPY',
    label: { ro: 'copia unui document', bg: 'копие на документ', en: 'copy of a document' },
  },
  { code: 'OTHER', label: { ro: 'altă temă', bg: 'друга тема', en: 'other' } },
];
