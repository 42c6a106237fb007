import { MARK_WORDS, type RuleSource } from '@app/domain';
import { useTranslation } from 'react-i18next';
import { paperNumber } from '../../words/dates';
import { useWords } from '../../words/words';

interface SourceProps {
  readonly source: RuleSource;
  /** Without the note, where the line above has it. */
  readonly brief?: boolean;
}

/** Where a rule comes from: its mark in letter and word, the clause, the paper that introduced it. */
export function Source({ source: { mark, clause, introducedBy, note }, brief = false }: SourceProps) {
  const { t } = useTranslation('programmes');
  const say = useWords();
  return (
    <>
      <span className={`rule-mark rule-mark-${mark}`}>
        [{mark}] {say(MARK_WORDS[mark])}
      </span>{' '}
      {clause && <span lang="zh-CN">{clause}</span>}
      {introducedBy && <span className="second">{t('introducedBy', { number: paperNumber(introducedBy) })}</span>}
      {note && !brief && (
        <span className="quiet second" lang="zh-CN">
          {note}
        </span>
      )}
    </>
  );
}
