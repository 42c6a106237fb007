import { OTHERWISE_WORDS, PHASE_WORDS, processOf, RUN_KINDS } from '@app/domain';
import { useTranslation } from 'react-i18next';
import { Section } from '../../parts/section';
import { useWords } from '../../words/words';
import { Table, Text } from './table';

/** Who acts at each step of each process, by which clause, and what comes of it where nobody does. */
export function Chain() {
  const { t } = useTranslation('programmes');
  const say = useWords();
  return (
    <Section title={t('part.chain')} wide>
      {RUN_KINDS.map((kind) => {
        const { title, steps, offices } = processOf(kind);
        return (
          <div key={kind}>
            <h3 className="rule-source">{say(title)}</h3>
            <Table
              heads={[t('step'), t('phase'), t('who'), t('clause'), t('otherwise')]}
              rows={Object.values(steps).map((step) => [
                say(step),
                step.phase ? say(PHASE_WORDS[step.phase]) : '—',
                step.by ? say(offices[step.by]) : t('nobody'),
                step.clause ? <Text key="clause">{step.clause}</Text> : '—',
                say(OTHERWISE_WORDS[step.otherwise]),
              ])}
            />
          </div>
        );
      })}
    </Section>
  );
}
