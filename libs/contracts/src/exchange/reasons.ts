import type { Trilingual } from '../locale';
import type { ReasonList } from './transitions';

/** A coded reason; 99 always means "other" and then asks for a sentence. */
export interface CodedReason {
  readonly code: string;
  readonly label: Trilingual;
}

const other: CodedReason = { code: '99', label: { ro: 'altele', bg: 'друго', en: 'other' } };
const personDied: Trilingual = {
  ro: 'persoana a decedat',
  bg: 'лицето е починало',
  en: 'the person has died',
};

/**
 * Coded reasons by list. Codes follow the EESSI administrative lists, shortened; the wording is ours and
 * stays open to correction by caseworkers of both countries.
 */
export const REASONS: Readonly<Record<ReasonList, readonly CodedReason[]>> = {
  REFUSE: [
    {
      code: '01',
      label: {
        ro: 'persoana nu figurează în evidențele noastre',
        bg: 'лицето не фигурира в нашите регистри',
        en: 'the person is not in our records',
      },
    },
    {
      code: '02',
      label: {
        ro: 'nu suntem competenți și nu putem redirecționa',
        bg: 'не сме компетентни и не можем да препратим',
        en: 'not competent and unable to forward',
      },
    },
    {
      code: '03',
      label: {
        ro: 'lipsesc informații obligatorii',
        bg: 'липсва задължителна информация',
        en: 'required information is missing',
      },
    },
    {
      code: '04',
      label: {
        ro: 'în afara acordului',
        bg: 'извън обхвата на споразумението',
        en: 'not covered by the agreement',
      },
    },
    {
      code: '05',
      label: {
        ro: 'divulgarea este interzisă de lege',
        bg: 'законът забранява предоставянето',
        en: 'the law forbids disclosure',
      },
    },
    other,
  ],
  FORWARD: [
    { code: '01', label: { ro: 'necompetent', bg: 'не е компетентен', en: 'not competent' } },
    {
      code: '02',
      label: { ro: 'nu mai este competent', bg: 'вече не е компетентен', en: 'no longer competent' },
    },
    other,
  ],
  CLARIFY: [
    {
      code: '01',
      label: {
        ro: 'pentru verificarea națională',
        bg: 'за национална проверка',
        en: 'for a national check',
      },
    },
    {
      code: '02',
      label: { ro: 'pentru calculul dreptului', bg: 'за изчисление на правото', en: 'for the calculation' },
    },
    { code: '03', label: { ro: 'date contradictorii', bg: 'противоречиви данни', en: 'contradictory data' } },
    {
      code: '04',
      label: { ro: 'sunt necesare documente', bg: 'необходими са документи', en: 'documents are needed' },
    },
    other,
  ],
  CLOSE: [
    { code: '01', label: { ro: 'soluționat', bg: 'решен', en: 'solved' } },
    { code: '02', label: { ro: 'deschis din eroare', bg: 'отворен по грешка', en: 'opened by mistake' } },
    {
      code: '03',
      label: {
        ro: 'deschis pe baza unor informații false',
        bg: 'отворен по невярна информация',
        en: 'opened on false information',
      },
    },
    { code: '04', label: personDied },
    {
      code: '05',
      label: { ro: 'cost disproporționat', bg: 'несъразмерен разход', en: 'cost out of proportion' },
    },
    {
      code: '06',
      label: {
        ro: 'inactiv, închis automat',
        bg: 'без движение, служебно затворен',
        en: 'idle, closed by rule',
      },
    },
    other,
  ],
  REOPEN: [
    { code: '01', label: { ro: 'informații noi', bg: 'нова информация', en: 'new information' } },
    {
      code: '02',
      label: { ro: 'informații eronate', bg: 'подадена грешна информация', en: 'wrong information given' },
    },
    { code: '03', label: { ro: 'închis din eroare', bg: 'затворен по грешка', en: 'closed by mistake' } },
    other,
  ],
  REOPEN_ANSWER: [
    { code: '01', label: personDied },
    {
      code: '02',
      label: { ro: 'arhivat sau șters', bg: 'архивиран или заличен', en: 'archived or deleted' },
    },
    other,
  ],
  INVALIDATE: [
    { code: '01', label: personDied },
    { code: '02', label: { ro: 'trimis din eroare', bg: 'изпратено по грешка', en: 'sent by mistake' } },
    { code: '03', label: { ro: 'conținut greșit', bg: 'грешно съдържание', en: 'wrong content' } },
    {
      code: '04',
      label: { ro: 'caz reevaluat', bg: 'случаят е преразгледан', en: 'the case was reassessed' },
    },
    {
      code: '05',
      label: {
        ro: 'decizia națională este contestată',
        bg: 'националното решение е оспорено',
        en: 'the national decision is contested',
      },
    },
    { code: '06', label: { ro: 'persoană greșită', bg: 'грешно лице', en: 'wrong person' } },
    other,
  ],
  REMINDER_REPLY: [
    {
      code: '01',
      label: {
        ro: 'informațiile nu pot fi furnizate',
        bg: 'не може да се предостави информация',
        en: 'cannot give the information',
      },
    },
    {
      code: '02',
      label: {
        ro: 'documentele nu pot fi furnizate',
        bg: 'не могат да се предоставят документи',
        en: 'cannot give the documents',
      },
    },
    {
      code: '03',
      label: {
        ro: 'persoana nu a cooperat',
        bg: 'лицето не съдейства',
        en: 'the person did not cooperate',
      },
    },
    other,
  ],
};

/** True when the code stands in the list. */
export const isReason = (list: ReasonList, code: string): boolean =>
  REASONS[list].some((reason) => reason.code === code);

/** The code that means "other" and makes a written explanation compulsory. */
export const REASON_OTHER = '99';
