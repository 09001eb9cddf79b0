import { wordErrorParams } from '@soc-coop/messages';
import type { ApiError } from '../graphql/api-error';
import { useMessages } from '../i18n/use-messages';

/** A refusal or error as data: a code with parameters. */
export interface Coded {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Words coded errors and refusals in the reader's language; the codes' parameters included. */
export const useErrorText = () => {
  const { locale, t, has, dynamic } = useMessages();

  const codedText = ({ code, params }: Coded): string => {
    const key = `errors.${code}`;
    if (!has(key)) return t('shell.error.unknown', { code });
    const worded = wordErrorParams(params, { locale: locale.value, has, text: dynamic });
    return fill(key, worded);
  };

  const fill = (key: string, params: Record<string, string | number>): string =>
    // The key was checked above; its parameters come with the code.
    (t as (key: string, params: Record<string, string | number>) => string)(key, params);

  const errorText = (error: ApiError): string => {
    if (error.reason === 'client.offline') return t('shell.error.offline');
    if (error.reason === 'client.unreadable') return t('shell.error.unreadable');
    return codedText({ code: error.reason, params: { reference: error.requestId ?? '', ...error.params } });
  };

  return { codedText, errorText };
};
