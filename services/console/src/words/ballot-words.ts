import type { BallotDefinition } from '@app/domain';
import { useLanguage } from '../app/preferences';

/** What a ballot asks and what is answered to it, as the programme says it in the chosen language. */
export function useBallotWords() {
  const [language] = useLanguage();
  return {
    questionsOf: ({ questions, questionsEn }: Pick<BallotDefinition, 'questions' | 'questionsEn'>) =>
      language === 'zh' ? questions : questionsEn,
    answerOf: ({ name, nameEn }: Pick<BallotDefinition['scale'][number], 'name' | 'nameEn'>) =>
      language === 'zh' ? name : nameEn,
  };
}
