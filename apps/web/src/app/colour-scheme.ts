/** Light or dark follows the system; print is always light. */
export const followColourScheme = (): void => {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = (isDark: boolean): void => {
    document.documentElement.classList.toggle('dark', isDark);
    document.documentElement.classList.toggle('light', !isDark);
  };
  apply(dark.matches);
  dark.addEventListener('change', ({ matches }) => apply(matches));
  window.addEventListener('beforeprint', () => apply(false));
  window.addEventListener('afterprint', () => apply(dark.matches));
};
