import { type FilledSheet, formatPoints, RESULT_WORDS, scoreSheet, type ScoreSheet, VERDICT_WORDS } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useCampaignId } from '../../app/campaign';
import { useDimensionName, useProgramme } from '../../app/programme';
import { api } from '../../client';
import { Nothing } from '../../parts/nothing';
import { Section } from '../../parts/section';
import { useWords } from '../../words/words';

type Run = components['schemas']['BranchRun'];

/** The sheets that are laid side by side. */
const SHEETS = ['self-assessment', 'superior-assessment', 'recheck-assessment'] as const;

type SheetKind = (typeof SHEETS)[number];

/** Self, superior and recheck scores side by side, by dimension, with what was taken off and why. */
export function Scores({ run }: { readonly run: Run }) {
  const { t } = useTranslation('branch-runs');
  const { data: programme } = useProgramme();
  const filled = {
    'self-assessment': useSheet(handedOver(run, 'self-assessment')),
    'superior-assessment': useSheet(handedOver(run, 'superior-assessment')),
    'recheck-assessment': useSheet(useRecheckId(run)),
  };
  const shown = SHEETS.filter((kind) => filled[kind] !== undefined);
  return (
    <Section title={t('scores')} wide>
      {programme === undefined || shown.length === 0 ? (
        <Nothing title={t('noScores')} text={t('noScoresText')} />
      ) : (
        <ScoreTable sheet={programme.scoreSheet} run={run} filled={filled} shown={shown} />
      )}
    </Section>
  );
}

/** The sheet of a kind once it was handed over; a draft is nobody's score. */
function handedOver({ documents }: Run, kind: SheetKind): string | undefined {
  return documents.find((document) => document.kind === kind && document.frozenAt !== null)?.id;
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

function useSheet(id: string | undefined): FilledSheet | undefined {
  const { data } = api.useQuery(
    'get',
    '/api/v1/assessments/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
  return data?.body;
}

interface ScoreTableProps {
  readonly sheet: ScoreSheet;
  readonly run: Run;
  readonly filled: Readonly<Record<SheetKind, FilledSheet | undefined>>;
  readonly shown: readonly SheetKind[];
}

function ScoreTable({ sheet, run, filled, shown }: ScoreTableProps) {
  const { t } = useTranslation('branch-runs');
  const say = useWords();
  const dimensionName = useDimensionName();
  const superior = filled['superior-assessment'];
  const confirmed = superior?.notApplicable.map(({ indicator }) => indicator);
  const columns = shown.map((kind) => {
    const typed = filled[kind] ?? { deductions: [], notApplicable: [] };
    return { kind, score: scoreSheet(sheet, typed, kind === 'self-assessment' && superior ? { confirmed } : {}) };
  });
  return (
    <>
      <table className="board">
        <thead>
          <tr>
            <th scope="col">{t('dimension')}</th>
            <th scope="col">{t('fullMarks')}</th>
            {columns.map(({ kind }) => (
              <th scope="col" key={kind}>
                {t(`sheet.${kind}`)}
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
                          {t('taken', { name: indicator.name, points: formatPoints(taken), reason })}
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
          run.result && t('result', { result: say(RESULT_WORDS[run.result]) }),
          run.recheck && t('recheck', { verdict: say(VERDICT_WORDS[run.recheck]) }),
          t('disclaimer', { text: sheet.disclaimer }),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </>
  );
}
