/**
 * GraphiQL 5.4 gives the role of a tab to a list item that holds two buttons, one to choose and one to close. A
 * screen reader takes a tab for a single control and never finds the second. Here they become what they are: a list
 * of buttons, the chosen one marked as current.
 * @returns a function that stops watching
 */
export function mendTabRoles(page: HTMLElement): () => void {
  let list: Element | null = null;
  const watcher = new MutationObserver(() => {
    list ??= found();
    if (list !== null) mend(list);
  });
  const found = (): Element | null => {
    const tabs = page.querySelector('.graphiql-tabs');
    if (tabs === null) return null;
    // The editors change thousands of nodes; from here on only the tabs are watched.
    watcher.disconnect();
    watcher.observe(tabs, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['aria-selected'],
    });
    return tabs;
  };
  watcher.observe(page, { childList: true, subtree: true });
  return () => {
    watcher.disconnect();
  };
}

function mend(list: Element): void {
  remove(list, 'role');
  for (const item of list.querySelectorAll(':scope > li')) {
    remove(item, 'role');
    remove(item, 'aria-selected');
    const button = item.querySelector('.graphiql-tab-button');
    remove(button, 'aria-controls');
    if (item.classList.contains('graphiql-tab-active')) button?.setAttribute('aria-current', 'true');
    else remove(button, 'aria-current');
  }
}

/** Only where it stands: a removal that changes nothing would still wake the watcher. */
function remove(element: Element | null, attribute: string): void {
  if (element?.hasAttribute(attribute)) element.removeAttribute(attribute);
}
