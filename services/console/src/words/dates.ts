import { type CivilDate, type Instant, shanghaiDateOf, shanghaiTimeOf } from '@app/domain';
import { type Language, useLanguage } from '../app/preferences';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 2020年5月31日, 31 May 2020. */
export function dateText(date: CivilDate, language: Language): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** 5月31日, 31 May: where the year is plain. */
export function dayText(date: CivilDate, language: Language): string {
  return dateText(date, language).replace(language === 'zh' ? /^\d+年/ : / \d+$/, '');
}

/** An instant as Suzhou's clocks show it: 2020年5月31日 09:30. */
export function timeText(instant: Instant, language: Language): string {
  return `${dateText(shanghaiDateOf(instant), language)} ${shanghaiTimeOf(instant).slice(11, 16)}`;
}

/** A number of a paper as offices write it: 苏委工〔2020〕6号, whatever brackets it was typed with. */
export function paperNumber(written: string): string {
  return written.replace(/[[［【(（〔]\s*(\d{4})\s*[\]］】)）〕]/u, '〔$1〕');
}

/** The same for the chosen language. */
export function useDates() {
  const [language] = useLanguage();
  return {
    date: (date: CivilDate) => dateText(date, language),
    day: (date: CivilDate) => dayText(date, language),
    time: (instant: Instant) => timeText(instant, language),
    comma: language === 'zh' ? '、' : ', ',
    inBrackets: (text: string) => (language === 'zh' ? `（${text}）` : ` (${text})`),
  };
}
