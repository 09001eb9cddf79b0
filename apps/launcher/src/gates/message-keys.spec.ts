import { checkMessageKeys } from './message-keys.ts';
import { plantTree, type FixtureTree } from './fixture-tree.ts';

describe('checkMessageKeys', () => {
  let tree: FixtureTree;
  afterEach(() => tree.remove());

  it('follows literals, branches, templates and links; names what is unused or missing', async () => {
    tree = await plantTree({
      'libs/messages/locales/en/shell.json': JSON.stringify({
        title: 'Title',
        old: 'Nobody shows me',
        linked: 'I am linked',
        link: 'See @:shell.linked',
        menu: { work: 'Work', units: 'Units' },
      }),
      'libs/messages/locales/en/common.json': JSON.stringify({
        state: { SENT: 'Sent' },
        role: { A: 'a' },
        x: 'x',
      }),
      'apps/web/src/app/App.vue': `<template><p :title="t('shell.title')">{{ $t("shell.link") }} {{ t('shell.gone') }}</p></template>`,
      'apps/web/src/app/menu.ts': 'export const label = (id: string): string => `shell.menu.${id}`;',
      'libs/messages/src/params.ts': "export const branches = { state: 'common.state' };",
      'apps/web/src/app/only.spec.ts': "expect('common.x');",
    });
    expect(await checkMessageKeys(tree.root)).toEqual([
      'apps/web/src/app/App.vue: asks for shell.gone, which no catalogue has',
      'libs/messages: no source mentions common.role.A',
      'libs/messages: no source mentions common.x',
      'libs/messages: no source mentions shell.old',
    ]);
  });

  it('has nothing to say where there are no catalogues', async () => {
    tree = await plantTree({ 'apps/web/src/a.ts': "t('shell.title')" });
    expect(await checkMessageKeys(tree.root)).toEqual([]);
  });
});
