import type { components } from '../api/schema';
import { useLanguage } from '../app/preferences';

/** Says who did something: of which body, in which office, by name. */
export function useDoer(): (by: components['schemas']['Doer']) => string {
  const [language] = useLanguage();
  return ({ body, title, titleEn, name }) =>
    [body, language === 'zh' ? title : titleEn, name].filter(Boolean).join(' ');
}
