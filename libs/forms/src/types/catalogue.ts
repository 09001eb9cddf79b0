import type { CertificateKind, Trilingual, Urgency } from '@soc-coop/contracts';

import { FORM_DEFINITIONS } from './registry';

/** What an exchange type is called and asks for, known before its form is written: for competences and terms. */
export interface CatalogueEntry {
  readonly code: string;
  readonly title: Trilingual;
  readonly certificates: readonly CertificateKind[];
  readonly urgency: Urgency;
  /** Working days to answer at that urgency; for a notification, to confirm receipt. */
  readonly answerWorkingDays: number;
  /** True when a definition exists, so that an exchange of the type can be opened. */
  readonly available: boolean;
}

const entry = (
  code: string,
  answerWorkingDays: number,
  certificates: readonly CertificateKind[],
  title: Trilingual,
  urgency: Urgency = 'NORMAL',
): CatalogueEntry => ({
  code,
  title,
  certificates,
  urgency,
  answerWorkingDays,
  available: FORM_DEFINITIONS.some((definition) => definition.code === code),
});

/** The fourteen types of the domain, in the order of their codes. */
export const EXCHANGE_TYPE_CATALOGUE: readonly CatalogueEntry[] = [
  entry('EX01', 20, ['BEN'], {
    ro: 'Verificarea cumulului de prestații familiale',
    bg: 'Проверка за припокриване на семейни помощи за деца',
    en: 'Overlap of family and child benefits',
  }),
  entry('EX02', 15, ['BEN'], {
    ro: 'Verificarea reședinței și a componenței familiei',
    bg: 'Проверка на пребиваване и състав на домакинството',
    en: 'Residence and household verification',
  }),
  entry('EX03', 20, ['BEN'], {
    ro: 'Verificarea veniturilor și a bunurilor',
    bg: 'Проверка на доходи и имущество',
    en: 'Income and assets verification',
  }),
  entry('EX04', 10, ['BEN'], {
    ro: 'Verificarea venitului minim de incluziune',
    bg: 'Проверка за месечно социално подпомагане',
    en: 'Minimum-income check',
  }),
  entry('EX05', 20, ['BEN', 'SENS'], {
    ro: 'Încadrarea în grad de handicap și drepturile aferente',
    bg: 'Степен на увреждане и свързани права',
    en: 'Disability status and benefits',
  }),
  entry('EX06', 10, ['INSP'], {
    ro: 'Verificarea acreditării și licenței furnizorului de servicii sociale',
    bg: 'Проверка на лиценз на доставчик на социални услуги',
    en: 'Service-provider licence check',
  }),
  entry('EX07', 30, ['INSP'], {
    ro: 'Inspecție socială comună sau concertată',
    bg: 'Съвместна или едновременна проверка',
    en: 'Joint or concerted social inspection',
  }),
  entry('EX08', 30, ['BEN', 'REC'], {
    ro: 'Recuperarea sumelor încasate necuvenit',
    bg: 'Възстановяване на неправомерно получени помощи',
    en: 'Recovery of undue payment',
  }),
  entry(
    'EX09',
    1,
    ['SENS'],
    {
      ro: 'Semnalarea unei persoane vulnerabile sau a unui copil în situație de risc',
      bg: 'Сигнал за уязвимо лице или дете в риск',
      en: 'Alert: vulnerable person or child at risk',
    },
    'IMMEDIATE',
  ),
  entry('EX10', 5, [], {
    ro: 'Informare din oficiu privind o schimbare',
    bg: 'Служебно уведомление за промяна в обстоятелствата',
    en: 'Spontaneous notification of a change',
  }),
  entry('EX11', 20, [], {
    ro: 'Cerere generală de informații',
    bg: 'Общо искане за информация',
    en: 'General request',
  }),
  entry('EX12', 5, ['BEN'], {
    ro: 'Confirmarea identității și a codului numeric',
    bg: 'Потвърждаване на самоличност и личен номер',
    en: 'Identity and personal number',
  }),
  entry('EX13', 10, [], {
    ro: 'Verificarea autenticității unui document',
    bg: 'Проверка на автентичността на документ',
    en: 'Authenticity of a document',
  }),
  entry('EX14', 5, ['BEN'], {
    ro: 'Transmiterea unei cereri depuse la instituția necompetentă',
    bg: 'Препращане на заявление, подадено до некомпетентен орган',
    en: 'Transfer of a misdirected application',
  }),
];
