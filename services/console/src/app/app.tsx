import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntdApp, ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import zhCN from 'antd/es/locale/zh_CN';
import enUS from 'antd/es/locale/en_US';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect } from 'react';
import { i18n } from '../words/i18n';
import { type Language, useLanguage } from './preferences';
import { queryClient } from './query-client';
import { router } from './router';
import { themeOf, useDark } from './theme';

const LOCALES: Readonly<Record<Language, { readonly antd: Locale; readonly dayjs: string; readonly html: string }>> = {
  zh: { antd: zhCN, dayjs: 'zh-cn', html: 'zh-CN' },
  en: { antd: enUS, dayjs: 'en', html: 'en' },
};

/** What stands around every page: language, colours, the cache of what the API said, the router. */
export function App() {
  const [language] = useLanguage();
  const dark = useDark();
  const locale = LOCALES[language];
  useEffect(() => {
    document.documentElement.lang = locale.html;
    dayjs.locale(locale.dayjs);
    void i18n.changeLanguage(language);
    void queryClient.invalidateQueries(); // the API speaks the language that it is asked in
  }, [language, locale]);
  return (
    <ConfigProvider locale={locale.antd} theme={themeOf(dark)} button={{ autoInsertSpace: false }}>
      <AntdApp>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
}
