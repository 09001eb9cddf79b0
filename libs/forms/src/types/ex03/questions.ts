import type { QuestionField } from '../../definition';
import { PURPOSES } from '../../lists/shared';

const EVERY_PURPOSE: readonly string[] = PURPOSES.map(({ code }) => code);

/** The six questions of EX03. */
export const QUESTIONS: readonly QuestionField[] = [
  {
    path: 'questions.Q1',
    kind: 'question',
    question: 'Q1',
    label: {
      ro: 'Ce venituri a avut persoana, pe feluri și pe luni?',
      bg: 'Какви доходи е имало лицето, по видове и по месеци?',
      en: 'What incomes did the person have, by kind and by month?',
    },
    purpose: {
      ro: 'Verificarea condiției de venit și calculul dreptului.',
      bg: 'Проверка на доходния критерий и изчисляване на правото.',
      en: 'To check the income condition and to calculate the right.',
    },
    purposes: EVERY_PURPOSE,
    personalData: true,
    required: false,
  },
  {
    path: 'questions.Q2',
    kind: 'question',
    question: 'Q2',
    label: {
      ro: 'Ce pensii și prestații sociale primește sau a cerut persoana?',
      bg: 'Какви пенсии и социални помощи получава или е поискало лицето?',
      en: 'Which pensions and social benefits does the person receive, or has asked for?',
    },
    purpose: {
      ro: 'Evitarea plății duble și calculul venitului familiei.',
      bg: 'Избягване на двойно плащане и изчисляване на семейния доход.',
      en: 'To avoid double payment and to calculate the family’s income.',
    },
    purposes: EVERY_PURPOSE,
    personalData: true,
    required: false,
  },
  {
    path: 'questions.Q3',
    kind: 'question',
    question: 'Q3',
    label: {
      ro: 'Ce imobile are persoana: câte, de ce fel, cu ce cotă și cum sunt folosite?',
      bg: 'Какви недвижими имоти притежава лицето: брой, вид, дял и ползване?',
      en: 'What real estate does the person have: how many, of what kind, which share, what use?',
    },
    purpose: {
      ro: 'Verificarea condiției privind bunurile.',
      bg: 'Проверка на имуществения критерий.',
      en: 'To check the condition on assets.',
    },
    purposes: EVERY_PURPOSE,
    personalData: true,
    required: false,
  },
  {
    path: 'questions.Q4',
    kind: 'question',
    question: 'Q4',
    label: {
      ro: 'Ce vehicule și utilaje are persoana?',
      bg: 'Какви превозни средства и техника притежава лицето?',
      en: 'Which vehicles and machinery does the person have?',
    },
    help: {
      ro: 'Întrebați numai dacă aceste bunuri exclud sau micșorează dreptul.',
      bg: 'Задайте въпроса само ако това имущество изключва или намалява правото.',
      en: 'Ask only if these assets exclude or reduce the right.',
    },
    purpose: {
      ro: 'Verificarea listei bunurilor care exclud dreptul.',
      bg: 'Проверка за имущество, което изключва правото.',
      en: 'To check the list of assets that exclude the right.',
    },
    purposes: EVERY_PURPOSE,
    personalData: true,
    required: false,
  },
  {
    path: 'questions.Q5',
    kind: 'question',
    question: 'Q5',
    label: {
      ro: 'Ce economii și terenuri are persoana, în măsura în care legea permite comunicarea lor?',
      bg: 'Какви спестявания и земя притежава лицето, доколкото законът позволява предоставянето на данните?',
      en: 'Which savings and land does the person have, as far as the law allows you to tell?',
    },
    help: {
      ro: 'Întrebați numai cu un temei legal, pe care îl indicați mai jos.',
      bg: 'Задайте въпроса само при правно основание, което посочвате по-долу.',
      en: 'Ask only with a legal basis, which you name below.',
    },
    purpose: {
      ro: 'Verificarea pragului de economii și a terenurilor care contează la stabilirea dreptului.',
      bg: 'Проверка на прага за спестявания и на земята, която се отчита при преценката на правото.',
      en: 'To check the limit on savings, and the land that counts for the right.',
    },
    purposes: ['NEW_APPLICATION', 'YEARLY_CHECK', 'COMPLAINT', 'DISPUTE'],
    personalData: true,
    required: false,
  },
  {
    path: 'questions.Q6',
    kind: 'question',
    question: 'Q6',
    label: {
      ro: 'Are persoana o firmă sau o activitate economică înregistrată?',
      bg: 'Има ли лицето регистрирано предприятие или стопанска дейност?',
      en: 'Does the person have a registered business or activity?',
    },
    purpose: {
      ro: 'Verificarea veniturilor din activități economice și a condiției privind bunurile.',
      bg: 'Проверка на доходите от стопанска дейност и на имуществения критерий.',
      en: 'To check incomes from business and the condition on assets.',
    },
    purposes: EVERY_PURPOSE,
    personalData: true,
    required: false,
  },
];
