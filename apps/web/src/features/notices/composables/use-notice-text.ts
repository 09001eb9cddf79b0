import type { NoticePartsFragment } from '../../../gql/graphql';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';

/** What a notice says, in the reader's language. */
export const useNoticeText = () => {
  const { t } = useMessages();
  const format = useFormat();
  return ({ kind, move, dueOn }: NoticePartsFragment): string => {
    if (move) return t(`common.moveDone.${move}`);
    return kind === 'MOVE' ? '' : t(`shell.notices.kind.${kind}`, { date: format.shortDate(dueOn ?? '') });
  };
};
