import i18n, { type BackendModule, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chosenLanguage } from '../app/preferences';

/** Each folder's words are a namespace by its name, fetched with the first page that needs them. */
const files = import.meta.glob<ResourceKey>(
  ['../app/{zh,en}.json', '../parts/{zh,en}.json', '../pages/*/{zh,en}.json'],
  {
    import: 'default',
  },
);

const byFolder = new Map(
  Object.entries(files).map(([path, load]) => {
    const [language = '', folder = ''] = path.replace('.json', '').split('/').reverse();
    return [`${language}/${folder}`, load];
  }),
);

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = byFolder.get(`${language}/${namespace}`);
    if (!load) return done(new Error(`no words for ${language}/${namespace}`), null);
    load().then(
      (words) => done(null, words),
      (error: Error) => done(error, null),
    );
  },
};

void i18n
  .use(backend)
  .use(initReactI18next)
  .init({
    lng: chosenLanguage(),
    fallbackLng: 'zh',
    supportedLngs: ['zh', 'en'],
    ns: ['app', 'parts'],
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    returnNull: false,
  });

export { i18n };
