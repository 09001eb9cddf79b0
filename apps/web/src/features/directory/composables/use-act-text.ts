import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';

/** The act a day rests on, as one writes it. */
export const useActText = () => {
  const { t } = useMessages();
  const format = useFormat();
  return ({
    title,
    number,
    date,
  }: {
    title: string;
    number?: string | null;
    date?: string | null;
  }): string =>
    number && date ? t('directory.calendar.actOf', { title, number, date: format.shortDate(date) }) : title;
};
