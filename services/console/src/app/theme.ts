import { theme, type ThemeConfig } from 'antd';
import { useEffect, useSyncExternalStore } from 'react';
import { useChosenTheme } from './preferences';

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

/** Dark or light: as chosen, else as the system has it. */
export function useDark(): boolean {
  const [chosen] = useChosenTheme();
  const system = useSyncExternalStore(
    (listener) => {
      darkSystem.addEventListener('change', listener);
      return () => darkSystem.removeEventListener('change', listener);
    },
    () => darkSystem.matches,
  );
  const dark = chosen === null ? system : chosen === 'dark';
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  return dark;
}

/** antd's tokens; those of our own style sheet stand in app.css. Contrast is 4.5 : 1 or better in both. */
export function themeOf(dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: dark ? '#e5736b' : '#b3261e',
      colorError: dark ? '#f5837b' : '#c4281e',
      colorLink: dark ? '#79aef5' : '#0b57b7',
      colorLinkHover: dark ? '#a3c8f9' : '#08428a',
      colorTextDescription: dark ? '#a8a8a8' : '#5f6368',
      colorTextPlaceholder: dark ? '#9a9a9a' : '#6b6f75',
      borderRadius: 6,
      fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
      motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
  };
}
