import { PURPOSE_LIST, type Section, type TextField } from '../../definition';

/** The officer's free words on what is known already: the same in every request about a person. */
const BACKGROUND: TextField = {
  path: 'background',
  kind: 'longText',
  label: {
    ro: 'Ce se cunoaște la noi',
    bg: 'Какво е известно при нас',
    en: 'What is known on our side',
  },
  help: {
    ro: 'Numai ce îi este necesar instituției care răspunde. Fără date despre sănătate, religie sau origine.',
    bg: 'Само необходимото на отговарящата институция. Без данни за здраве, религия или произход.',
    en: 'Only what the replying institution needs. No data on health, religion or origin.',
  },
  personalData: true,
  required: false,
};

/** Why the request is made; most often also the purpose of each of its questions. */
export const PURPOSE_SECTION: Section = {
  id: 'purpose',
  title: { ro: 'Scopul cererii', bg: 'Цел на искането', en: 'Purpose of the request' },
  fields: [
    {
      path: 'purpose',
      kind: 'code',
      list: PURPOSE_LIST,
      label: { ro: 'Scopul', bg: 'Цел', en: 'Purpose' },
      personalData: false,
      required: true,
    },
    BACKGROUND,
  ],
};

/** The end of every answer: remarks on what was asked, and nothing beyond it. */
export const REMARKS_SECTION: Section = {
  id: 'remarks',
  title: { ro: 'Alte precizări', bg: 'Други уточнения', en: 'Further remarks' },
  fields: [
    {
      path: 'remarks',
      kind: 'longText',
      label: { ro: 'Precizări', bg: 'Уточнения', en: 'Remarks' },
      help: {
        ro: 'Numai precizări la întrebările primite; nu adăugați date care nu au fost cerute.',
        bg: 'Само уточнения по зададените въпроси; не добавяйте данни, които не са поискани.',
        en: 'Only remarks on the questions asked; add no data that was not asked for.',
      },
      personalData: true,
      required: false,
    },
  ],
};

/** The help above the questions of a request. */
export const QUESTIONS_HELP = {
  ro: 'Bifați numai întrebările necesare și scopul fiecăreia. La ce nu ați întrebat nu se poate răspunde.',
  bg: 'Отбележете само необходимите въпроси и целта на всеки от тях. На незададен въпрос не може да се отговори.',
  en: 'Tick only the questions you need, and the purpose of each. What you do not ask cannot be answered.',
};
