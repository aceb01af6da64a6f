import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from '#shared/messages/en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

/** Loads the words of the screens. React escapes them; names keep their own characters. */
export const loadMessages = (): void => {
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    initAsync: false,
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    returnNull: false,
  })
}
