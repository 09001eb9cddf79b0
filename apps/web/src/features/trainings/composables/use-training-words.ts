import type { TrainingRowFragment } from '../../../gql/graphql';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import type { Tone } from '../../../ui/data/StatusBadge.vue';

/** Words shared by the pages about trainings. */
export const useTrainingWords = () => {
  const { t, has, dynamic } = useMessages();
  const format = useFormat();

  const seats = (session: TrainingRowFragment): string =>
    session.seatsLeft > 0 ? t('trainings.seatsLeft', { n: session.seatsLeft }) : t('trainings.full');
  const languages = (session: TrainingRowFragment): string =>
    format.list(session.languages.map((language) => t(`common.language.${language}`)));
  const enrolmentStatus = (status: string): string => {
    const key = `trainings.enrolment.${status}`;
    return has(key) ? dynamic(key) : status;
  };
  const certificateStatus = (status: string): string => {
    const key = `trainings.certificateStatus.${status}`;
    return has(key) ? dynamic(key) : status;
  };
  const tones: Readonly<Record<string, Tone>> = {
    VALID: 'success',
    EXPIRING: 'warning',
    EXPIRED: 'error',
    REVOKED: 'error',
  };
  return {
    seats,
    languages,
    enrolmentStatus,
    certificateStatus,
    certificateTone: (status: string): Tone => tones[status] ?? 'neutral',
  };
};
