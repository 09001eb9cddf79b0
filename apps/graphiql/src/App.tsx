import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { examples } from './examples';
import { readReader, type Reader, auditorsFetcher } from './server';
import { mendTabRoles } from './tab-roles';
import { chooseLocale, type Locale, type Texts, textsOf } from './texts';

/** GraphiQL for auditors, under a small header that leads back to the product. */
export function App(): ReactNode {
  const { reader, failed, retry } = useReader();
  const locale = chooseLocale(reader?.locale ?? null, navigator.languages);
  const texts = textsOf(locale);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = `${texts.title} · SOC COOP`;
  }, [locale, texts]);
  const main = useRef<HTMLElement>(null);
  useEffect(() => (main.current === null ? undefined : mendTabRoles(main.current)), []);
  return (
    <>
      <Header locale={locale} texts={texts} />
      <main ref={main}>
        {failed ? (
          <Notice text={texts.unreachable}>
            <button type="button" onClick={retry}>
              {texts.retry}
            </button>
          </Notice>
        ) : reader === null ? (
          <Notice text={texts.loading} />
        ) : (
          <Body reader={reader} locale={locale} texts={texts} />
        )}
      </main>
    </>
  );
}

function useReader(): { reader: Reader | null; failed: boolean; retry: () => void } {
  const [reader, setReader] = useState<Reader | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    readReader().then(
      (found) => {
        if (current) setReader(found);
      },
      () => {
        if (current) setFailed(true);
      },
    );
    return () => {
      current = false;
    };
  }, [attempt]);
  const retry = (): void => {
    setFailed(false);
    setAttempt(attempt + 1);
  };
  return { reader, failed, retry };
}

function Header({ locale, texts }: { readonly locale: Locale; readonly texts: Texts }): ReactNode {
  return (
    <header className="house">
      <a href={`/${locale}/`}>← {texts.back}</a>
      <h1>{texts.title}</h1>
      <p>{texts.note}</p>
    </header>
  );
}

function Body({
  reader,
  locale,
  texts,
}: {
  readonly reader: Reader;
  readonly locale: Locale;
  readonly texts: Texts;
}): ReactNode {
  const { access, csrfToken } = reader;
  const fetcher = useMemo(() => auditorsFetcher(csrfToken), [csrfToken]);
  if (access === 'signed-out') {
    return (
      <Notice text={texts.signIn}>
        <a href={`/${locale}/sign-in`}>{texts.signInLink}</a>
      </Notice>
    );
  }
  if (access === 'other-role') return <Notice text={texts.notAuditor} />;
  return (
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={examples}
      // GraphiQL's own colours leave comments and line numbers too faint to read.
      editorTheme={{ light: 'hc-light', dark: 'hc-black' }}
      // Queries may name persons: what is written here ends with the tab instead of staying on a shared machine.
      storage={window.sessionStorage}
      plugins={[HISTORY_PLUGIN]}
      isHeadersEditorEnabled={false}
      showPersistHeadersSettings={false}
    >
      <GraphiQL.Logo>GraphiQL</GraphiQL.Logo>
    </GraphiQL>
  );
}

function Notice({ text, children }: { readonly text: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="notice" role="status">
      <p>{text}</p>
      {children}
    </div>
  );
}
