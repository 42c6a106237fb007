/** What GBK wrote from U+E815 on, before Unicode had these 80 characters (GB 18030, FE50 to FEA0). */
const GBK_CHARACTERS = [
  ...'⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
];
const GBK_FIRST = 0xe815;

/** A character of the private use area that an old system wrote: how it is called, and the real one where GBK's table knows it. */
export interface PrivateUse {
  /** For example `U+E863`. */
  readonly point: string;
  readonly meant: string | null;
}

/** The first private-use character of a text (GBK files, self-made characters); null where it has none. */
export function privateUseIn(text: string): PrivateUse | null {
  const found = /\p{Co}/u.exec(text)?.[0].codePointAt(0);
  if (found === undefined) return null;
  return { point: pointOf(found), meant: GBK_CHARACTERS[found - GBK_FIRST] ?? null };
}

/** What is said of it: the character that was meant, or that other machines cannot show it. */
export function sayPrivateUse({ point, meant }: PrivateUse): string {
  if (meant === null) return `含有自造字（私用区 ${point}），别的机器显示不出，请换成正式的字`;
  return `含有旧编码（GBK）的字 ${point}，应为“${meant}”（${pointOf(meant.codePointAt(0) ?? 0)}），请重新录入这个字`;
}

function pointOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
