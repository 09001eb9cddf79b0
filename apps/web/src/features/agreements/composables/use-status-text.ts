import { useMessages } from '../../../shared/i18n/use-messages';

/** An agreement's status in words; a status newer than this page is shown as it came. */
export const useStatusText = () => {
  const { has, dynamic } = useMessages();
  return (status: string): string => {
    const key = `agreements.status.${status}`;
    return has(key) ? dynamic(key) : status;
  };
};
