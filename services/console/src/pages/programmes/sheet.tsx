import { DEDUCTION_UNIT_WORDS, type DeductionRule, pointsWords, type Programme } from '@app/domain';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/preferences';
import { Section } from '../../parts/section';
import { useBallotWords } from '../../words/ballot-words';
import { useWords } from '../../words/words';
import { Source } from './source';
import { Lines, Table, Text } from './table';

interface PartProps {
  readonly programme: Programme;
}

/** The score sheet: dimensions, indicators, points, what is deducted for what. */
export function Sheet({ programme: { scoreSheet, sources } }: PartProps) {
  const { t } = useTranslation('programmes');
  const say = useWords();
  const [language] = useLanguage();
  return (
    <Section title={t('part.sheet')} wide>
      <p className="rule-source">
        <Text>{scoreSheet.name}</Text> {t('total', { points: say(pointsWords(scoreSheet.totalPoints)) })}{' '}
        <b>
          <Text>{scoreSheet.disclaimer}</Text>
        </b>
        <span className="second">
          <Source source={sources.scoreSheet} />
        </span>
      </p>
      {scoreSheet.dimensions.map(({ id, name, nameEn, points, indicators }) => (
        <div key={id}>
          <h3 className="rule-source">
            {language === 'zh' ? name : nameEn} <span className="quiet">{say(pointsWords(points))}</span>
          </h3>
          <Table
            heads={[t('indicator'), t('points'), t('criterion'), t('deductions'), t('regulations')]}
            rows={indicators.map((indicator) => [
              <Text key="name">{indicator.name}</Text>,
              say(pointsWords(indicator.points)),
              <Lines
                key="criterion"
                of={[
                  <Text key="criterion">{indicator.criterion}</Text>,
                  ...(indicator.notApplicableWhen
                    ? [
                        <span key="not" className="quiet">
                          {t('notApplicableWhen')} <Text>{indicator.notApplicableWhen}</Text>
                        </span>,
                      ]
                    : []),
                ]}
              />,
              <Lines
                key="deductions"
                of={indicator.deductions.map((rule) => (
                  <Deduction key={rule.when} rule={rule} />
                ))}
              />,
              <Lines
                key="basis"
                of={indicator.basis.map(({ regulation, article, checked }) => (
                  <Text key={regulation + article}>
                    {regulation} {article}
                    {checked === 'none' && <span className="quiet"> {t('unchecked')}</span>}
                  </Text>
                ))}
              />,
            ])}
          />
        </div>
      ))}
    </Section>
  );
}

function Deduction({ rule: { when, points, unit, cap } }: { readonly rule: DeductionRule }) {
  const { t } = useTranslation('programmes');
  const say = useWords();
  return (
    <span>
      <Text>{when}</Text>{' '}
      <b className="own-date">
        {say(DEDUCTION_UNIT_WORDS[unit])} −{say(pointsWords(points))}
      </b>
      {cap !== undefined && <span className="quiet"> {t('cap', { points: say(pointsWords(cap)) })}</span>}
    </span>
  );
}

/** What refuses recognition whatever the score. */
export function Vetoes({ programme: { scoreSheet } }: PartProps) {
  const { t } = useTranslation('programmes');
  return (
    <Section title={t('part.vetoes')} wide>
      <Table
        heads={[t('veto'), t('meaning'), t('source')]}
        rows={scoreSheet.vetoes.map(({ name, detail, source }) => [
          <Text key="name">{name}</Text>,
          <Text key="detail">{detail}</Text>,
          <Source key="source" source={source} />,
        ])}
      />
    </Section>
  );
}

/** What the members and the masses are asked, and how the answers count. */
export function Ballot({ programme: { scoreSheet, sources } }: PartProps) {
  const { t } = useTranslation('programmes');
  const { questionsOf, answerOf } = useBallotWords();
  const { scale, smallestGroup } = scoreSheet.ballot;
  const counts = (satisfied: boolean | null) =>
    satisfied === null ? t('notCounted') : satisfied ? t('satisfied') : t('notSatisfied');
  return (
    <Section title={t('part.ballot')} wide>
      <Table
        heads={[t('rule'), t('value'), t('source')]}
        rows={[
          [
            t('questions'),
            <Lines key="questions" of={questionsOf(scoreSheet.ballot)} />,
            <Source key="source" source={sources.ballot} />,
          ],
          [
            t('scale'),
            <Lines
              key="scale"
              of={scale.map(({ code, satisfied, ...answer }) => (
                <span key={code}>
                  {answerOf(answer)} <span className="quiet">{counts(satisfied)}</span>
                </span>
              ))}
            />,
            <Source key="source" source={sources.ballot} />,
          ],
          [t('smallestGroup'), t('persons', { count: smallestGroup }), <Source key="source" source={sources.ballot} />],
        ]}
      />
    </Section>
  );
}
