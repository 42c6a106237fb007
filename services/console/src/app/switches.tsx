import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChosenTheme, useLanguage } from './preferences';
import { useDark } from './theme';

/** The other language, named in itself. */
export function LanguageSwitch() {
  const [language, choose] = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button type="text" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => choose(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}

export function ThemeSwitch() {
  const { t } = useTranslation('app');
  const dark = useDark();
  const [, choose] = useChosenTheme();
  const title = dark ? t('lightMode') : t('darkMode');
  return (
    <Button
      type="text"
      icon={dark ? <SunOutlined /> : <MoonOutlined />}
      aria-label={title}
      title={title}
      onClick={() => choose(dark ? 'light' : 'dark')}
    />
  );
}
