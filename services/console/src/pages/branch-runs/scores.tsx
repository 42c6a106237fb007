import {
  attemptAt,
  conclusionIn,
  type FilledSheet,
  formatPoints,
  OUTCOME_WORDS,
  scoreSheet,
  shanghaiDateOf,
  type ScoreSheet,
  VERDICT_WORDS,
} from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useCampaignId } from '../../app/campaign';
import { useDimensionName, useProgramme } from '../../app/programme';
import { api } from '../../client';
import { Nothing } from '../../parts/nothing';
import { Section } from '../../parts/section';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';

type Schemas = components['schemas'];
type Run = Schemas['BranchRun'];

/** The sheets that are laid side by side. */
const SHEETS = ['self-assessment', 'superior-assessment', 'recheck-assessment'] as const;

type SheetKind = (typeof SHEETS)[number];

interface ScoresProps {
  readonly run: Run;
  readonly papers: readonly Schemas['DocumentLine'][];
  readonly record: readonly Schemas['TimelineLine'][];
}

/** A filled sheet, and of which application of the year it is. */
interface Scored {
  readonly filled: FilledSheet;
  readonly attempt: number | null;
}

/** Self, superior and recheck scores side by side, by dimension, with what was taken off and why. */
export function Scores({ run, papers, record }: ScoresProps) {
  const { t } = useTranslation('branch-runs');
  const { data: programme } = useProgramme();
  const scored = {
    'self-assessment': useSheet(handedOver(papers, 'self-assessment'), record),
    'superior-assessment': useSheet(handedOver(papers, 'superior-assessment'), record),
    'recheck-assessment': useSheet(useRecheckId(run), record),
  };
  const shown = SHEETS.filter((kind) => scored[kind] !== undefined);
  return (
    <Section title={t('scores')} wide>
      {programme === undefined || shown.length === 0 ? (
        <Nothing title={t('noScores')} text={t('noScoresText')} />
      ) : (
        <ScoreTable sheet={programme.scoreSheet} {...{ run, record, scored, shown }} />
      )}
    </Section>
  );
}

/** The last sheet of a kind that was handed over; a draft is nobody's score. */
function handedOver(papers: ScoresProps['papers'], sheet: SheetKind): string | undefined {
  return papers.findLast(({ kind, frozenAt }) => kind === sheet && frozenAt !== null)?.id;
}

/** The sheet of the recheck, which is a paper of the spot check, once there is a verdict. */
function useRecheckId({ id, recheck }: Run): string | undefined {
  const campaignId = useCampaignId();
  const { data } = api.useQuery(
    'get',
    '/api/v1/rechecks',
    { params: { query: { campaignId, branchRunId: id } } },
    { enabled: recheck !== 'not-drawn' && recheck !== null },
  );
  return data?.items.findLast(({ verdict }) => verdict !== null)?.documentId ?? undefined;
}

function useSheet(id: string | undefined, record: ScoresProps['record']): Scored | undefined {
  const { data } = api.useQuery(
    'get',
    '/api/v1/assessments/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
  return data && { filled: data.body, attempt: attemptAt(record, data.frozenAt ?? data.savedAt) };
}

interface ScoreTableProps {
  readonly sheet: ScoreSheet;
  readonly run: Run;
  readonly record: ScoresProps['record'];
  readonly scored: Readonly<Record<SheetKind, Scored | undefined>>;
  readonly shown: readonly SheetKind[];
}

function ScoreTable({ sheet, run, record, scored, shown }: ScoreTableProps) {
  const { t } = useTranslation('branch-runs');
  const conclusion = useConclusion(run, record);
  const dimensionName = useDimensionName();
  const { 'self-assessment': self, 'superior-assessment': superior } = scored;
  const isBehind = self !== undefined && superior !== undefined && self.attempt !== superior.attempt;
  const isAgain = shown.some((kind) => (scored[kind]?.attempt ?? 1) > 1);
  const confirmed = isBehind ? undefined : superior?.filled.notApplicable.map(({ indicator }) => indicator);
  const columns = shown.map((kind) => {
    const { filled, attempt } = scored[kind] ?? { filled: { deductions: [], notApplicable: [] }, attempt: null };
    const score = scoreSheet(sheet, filled, kind === 'self-assessment' && confirmed ? { confirmed } : {});
    return { kind, score, attempt };
  });
  return (
    <>
      <table className="board">
        <thead>
          <tr>
            <th scope="col">{t('dimension')}</th>
            <th scope="col">{t('fullMarks')}</th>
            {columns.map(({ kind, attempt }) => (
              <th scope="col" key={kind}>
                {t(`sheet.${kind}`)}
                {isAgain && attempt !== null && <span className="second">{t('attempt', { no: attempt })}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.dimensions.map(({ id, points, indicators }, at) => (
            <tr key={id}>
              <th scope="row">{dimensionName(id)}</th>
              <td className="number">{formatPoints(points)}</td>
              {columns.map(({ kind, score }) => (
                <td key={kind}>
                  <span className="number">{formatPoints(score.dimensions[at]?.score ?? 0)}</span>
                  {indicators.flatMap((indicator) =>
                    score.lost
                      .filter((taken) => taken.indicator === indicator.id)
                      .map(({ rule, points: taken, reason }) => (
                        <div className="quiet" key={`${indicator.id}#${rule}`}>
                          {t('taken', { name: indicator.name, points: formatPoints(-taken), reason })}
                        </div>
                      )),
                  )}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('total')}</th>
            <td className="number">{formatPoints(sheet.totalPoints)}</td>
            {columns.map(({ kind, score }) => (
              <td key={kind}>
                <b className="number">{formatPoints(score.total)}</b>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="wide-foot quiet">
        {[
          isBehind && t('notAssessedAgain', { no: self.attempt }),
          ...conclusion,
          t('disclaimer', { text: sheet.disclaimer }),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </>
  );
}

/** What was concluded, and what became of a pass afterwards. */
function useConclusion({ result, recheck }: Run, record: ScoresProps['record']): string[] {
  const { t } = useTranslation('branch-runs');
  const say = useWords();
  const { date } = useDates();
  const conclusion = conclusionIn(record);
  if (conclusion?.fell) {
    const { score, fell } = conclusion;
    const passed = score === null ? t('passedBefore') : t('passedWith', { points: formatPoints(score) });
    return [t(`fell.${fell.by}`, { passed, date: date(shanghaiDateOf(fell.at)) })];
  }
  return [
    ...(result ? [t('result', { result: say(OUTCOME_WORDS[result]) })] : []),
    ...(recheck ? [t('recheck', { verdict: say(VERDICT_WORDS[recheck]) })] : []),
  ];
}
